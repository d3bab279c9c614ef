import { makeColumns } from "./indicator-workbooks/columns";
import { makeDetail, makeDifferences, makeNearMisses, makeSummedParts, makeYearGrowth } from "./indicator-workbooks/composites";
import { makeDealer } from "./indicator-workbooks/defects";
import { makeDefinitions } from "./indicator-workbooks/definitions";
import type { IndicatorWorkbook } from "./indicator-workbooks/draft";
import { makeItems, makeLookups } from "./indicator-workbooks/elsewhere";
import { hospitals, townships } from "./indicator-workbooks/places";
import { makeRandom } from "./indicator-workbooks/random";
import { makeRows } from "./indicator-workbooks/rows";
import { growthSubjects, healthSubjects, ownSubjects, type Subject } from "./indicator-workbooks/subjects";
import { makeErrors, makeQuarters, makeScores, makeSubtotals } from "./indicator-workbooks/sums";
import { makeOtherYears, makeTargets, makeTwoTargets, makeYearly } from "./indicator-workbooks/typed-values";
import { makeUnits } from "./indicator-workbooks/units";

export type { IndicatorWorkbook } from "./indicator-workbooks/draft";

function subjectAt(list: readonly Subject[], index: number): Subject {
  const subject = list[index % list.length];
  if (subject === undefined) throw new Error("no subjects");
  return subject;
}

/** Invented workbooks of every layout, the same every time, with what a checker must say of them. Another seed gives other numbers, styles and defects. */
export function indicatorWorkbooks(seed = 1): IndicatorWorkbook[] {
  const deal = makeDealer(makeRandom(seed * 7_919));
  const random = makeRandom(seed * 104_729);
  const next = (): number => random.whole(1, 1_000_000);
  const health = (from: number, count: number): Subject[] => Array.from({ length: count }, (_, index) => subjectAt(healthSubjects, from + index));
  const all = [...healthSubjects, ...growthSubjects];
  const mixed = (count: number): Subject[] => random.shuffle(all).slice(0, count);
  const own = (count: number): Subject[] => random.shuffle(ownSubjects).slice(0, count);
  const hospitalSubjects = healthSubjects.slice(3);
  return [
    makeRows({ name: "rows-plain", layout: "rows", seed: next(), columns: ["number", "name", "over", "under", "value", "target"], subjects: mixed(10) }, deal),
    makeRows({ name: "rows-value-first", layout: "rows", seed: next(), columns: ["name", "value", "target", "over", "under", "note"], subjects: mixed(9), hasScores: true }, deal),
    makeRows({ name: "rows-many-columns", layout: "rows", seed: next(), columns: ["number", "category", "name", "unit", "under", "over", "value", "target", "source", "note"], subjects: mixed(10) }, deal),
    makeRows({ name: "rows-grouped", layout: "rows, two-row header", seed: next(), columns: ["number", "name", "unit", "over", "under", "value", "target"], subjects: mixed(9), isGrouped: true, hasScores: true }, deal),
    makeRows({ name: "rows-named-inputs", layout: "rows, inputs named", seed: next(), columns: ["number", "name", "overName", "over", "underName", "under", "value"], subjects: mixed(8) }, deal),
    makeRows({ name: "rows-previous", layout: "rows, last year beside", seed: next(), columns: ["number", "name", "unit", "over", "under", "value", "previous", "target"], subjects: health(0, 9) }, deal),
    makeRows({ name: "rows-previous-first", layout: "rows, last year beside", seed: next(), columns: ["name", "previous", "over", "under", "value", "source"], subjects: health(2, 7), hasScores: true }, deal),
    makeRows({ name: "rows-years", layout: "rows, years side by side", seed: next(), columns: ["number", "name", "value"], subjects: health(0, 9), years: [2023, 2024, 2025], share: 0.4 }, deal),
    makeRows({ name: "rows-years-target", layout: "rows, years side by side", seed: next(), columns: ["name", "unit", "value", "target"], subjects: health(1, 6), years: [2024, 2025], share: 0.4 }, deal),
    makeRows({ name: "rows-definitions", layout: "rows, definitions written", seed: next(), columns: ["number", "name", "definition", "over", "under", "value", "target"], subjects: [...own(6), ...mixed(4)] }, deal),
    makeRows({ name: "rows-definitions-last", layout: "rows, definitions written", seed: next(), columns: ["name", "unit", "over", "under", "value", "source", "definition"], subjects: own(8) }, deal),
    makeColumns({ name: "columns-plain", layout: "columns", seed: next(), subjects: health(0, 2), totals: "bottom" }, deal),
    makeColumns({ name: "columns-values-last", layout: "columns", seed: next(), subjects: health(2, 3), totals: "top", valuesLast: true, hasNumbers: true }, deal),
    makeColumns({ name: "columns-hospitals", layout: "columns", seed: next(), subjects: random.shuffle(hospitalSubjects).slice(0, 3), places: hospitals, totals: "bottom", hasOddOnes: true }, deal),
    makeColumns({ name: "columns-mixed", layout: "columns", seed: next(), subjects: health(5, 2), totals: "mean", hold: "column", hasOddOnes: true }, deal),
    makeColumns({ name: "columns-percent", layout: "columns", seed: next(), subjects: health(0, 3), styles: ["percent format"], hasTitle: false, totals: "bottom" }, deal),
    makeColumns({ name: "columns-grouped", layout: "columns, two-row header", seed: next(), subjects: health(0, 2), isGrouped: true, totals: "bottom" }, deal),
    makeColumns({ name: "columns-grouped-hospitals", layout: "columns, two-row header", seed: next(), subjects: random.shuffle(hospitalSubjects).slice(0, 2), places: hospitals, isGrouped: true, hasNumbers: true }, deal),
    makeColumns({ name: "columns-unit-row", layout: "columns, units in a row", seed: next(), subjects: health(1, 2), unitRow: true, totals: "bottom" }, deal),
    makeColumns({ name: "columns-growth", layout: "columns, growth", seed: next(), subjects: growthSubjects.slice(0, 1), places: hospitals, totals: "bottom" }, deal),
    makeColumns({ name: "columns-growth-fees", layout: "columns, growth", seed: next(), subjects: growthSubjects.slice(1), places: hospitals }, deal),
    makeColumns({ name: "own-dictionary", layout: "own dictionary", seed: next(), subjects: own(3), places: townships, dictionary: true, totals: "bottom" }, deal),
    makeColumns({ name: "own-dictionary-grouped", layout: "own dictionary", seed: next(), subjects: own(2), places: townships, dictionary: true, isGrouped: true }, deal),
    makeColumns({ name: "table-at", layout: "Excel table", seed: next(), subjects: health(0, 2), listObject: { name: "监测表", form: "@" }, hasTitle: false }, deal),
    makeColumns({ name: "table-this-row", layout: "Excel table", seed: next(), subjects: health(3, 2), places: hospitals, listObject: { name: "Table1", form: "#This Row" } }, deal),
    makeItems({ name: "items-other-sheet", layout: "inputs on another sheet", seed: next(), subjects: health(0, 7), inputs: "other sheet" }, deal),
    makeItems({ name: "items-other-sheet-growth", layout: "inputs on another sheet", seed: next(), subjects: [...growthSubjects, ...health(6, 2)], inputs: "other sheet" }, deal),
    makeItems({ name: "items-above", layout: "inputs in another table", seed: next(), subjects: health(1, 7), inputs: "above" }, deal),
    makeItems({ name: "items-below", layout: "inputs in another table", seed: next(), subjects: health(3, 6), inputs: "below" }, deal),
    makeItems({ name: "items-names", layout: "defined names", seed: next(), subjects: health(0, 8), inputs: "names" }, deal),
    ...(["INDEX", "VLOOKUP", "XLOOKUP", "SUMIFS", "direct"] as const).map((how, index) => makeLookups({ name: `lookup-${how.toLowerCase()}`, layout: `places on another sheet: ${how}`, seed: next(), subjects: health(index, 2), how }, deal)),
    makeDefinitions("definitions-first", 0),
    makeDefinitions("definitions-second", 1),
    makeYearly("yearly-sound", false),
    makeYearly("yearly-wrong", true),
    makeTargets("targets-first", false),
    makeTargets("targets-second", true),
    makeTwoTargets("targets-of-tasks"),
    makeOtherYears("targets-of-other-years"),
    ...[0, 1].map((turn) => makeQuarters(`quarters-${turn + 1}`, next())),
    ...[0, 1].map((turn) => makeSubtotals(`subtotals-${turn + 1}`, next())),
    ...[0, 1].map((turn) => makeScores(`scores-${turn + 1}`, next())),
    makeErrors("errors-spread", next()),
    makeRows({ name: "rows-percent-head", layout: "rows, (%) over the values", seed: next(), columns: ["name", "over", "under", "value", "target", "definition"], subjects: [...own(8).filter(({ valueUnit }) => valueUnit === "%"), ...health(0, 3)], hasPercentHead: true }, deal),
    makeRows({ name: "rows-held", layout: "rows", seed: next(), columns: ["number", "name", "unit", "over", "under", "value", "source"], subjects: mixed(9), hold: random.pick(["column", "both"]) }, deal),
    makeSummedParts("summed-parts", next()),
    makeDifferences("differences", next()),
    makeDetail("detail-sumifs", next(), "SUMIFS"),
    makeDetail("detail-sumif", next(), "SUMIF"),
    makeDetail("detail-whole-columns", next(), "whole columns"),
    ...[0, 1].map((turn) => makeYearGrowth(`growth-years-${turn + 1}`, 2 * next() + turn)),
    makeNearMisses("near-misses"),
    ...[0, 1, 2].map((turn) => makeUnits(`units-${turn + 1}`, 2 * next() + (turn % 2), subjectAt(healthSubjects, turn))),
  ];
}
