import { textOf, valueAt, type CellContent, type Worksheet } from "../core/workbook";
import { categoriesOf, type Category } from "./by-category";
import { leaderless } from "./by-lead-unit";
import { captionOf, numberNote } from "./caption";
import { cellAddress } from "./formula-text";
import { bothParts, categoryParts, leaderlessParts, leadParts, type Chosen } from "./parts";
import { summaryIn } from "./place-summary";
import { counted, countFormat } from "./state-cells";
import { totalFormula, type Part } from "./state-formulas";
import type { SummaryContext } from "./summary-context";
import type { Line, LineCell, SummarySheet } from "./summary-sheet";
import { unitsOfTasks } from "./units-of-tasks";

const title = "牵头单位与任务分类对照";
const firstHeader = "牵头单位";
const totalHeader = "合计";

/** More categories than that make no sheet a person can hold. */
const mostCategories = 60;

/** 单位×分类: how many tasks of each category each unit leads. Undefined where the lists have no categories, or too many. */
export function crossUnitsAndCategories(summary: SummaryContext): SummarySheet | undefined {
  const categories = inPlace(categoriesOf(summary), summary);
  if (categories.length < 2 || categories.length > mostCategories) return undefined;
  const { units, without } = unitsOfTasks(summary.lists);
  const rows = units.filter(({ led }) => led.length > 0).map(({ name, led }): Row => ({ name, chosen: led, parts: (row) => leadParts(led, name, `$A${row + 1}`) }));
  const open = without.filter(({ facts }) => facts.length > 0);
  if (open.length > 0) rows.push({ name: leaderless, chosen: open, parts: () => leaderlessParts(open) });
  const width = categories.length;
  const columns = categories.map(({ name, chosen }, index) => remembered((header) => categoryParts(chosen, name, headCell(header, index))));
  const sum = (row: number, count: number): CellContent => ({ formula: `=SUM(${cellAddress(row, 1)}:${cellAddress(row, width)})`, shows: count });
  const lines = rows.map((one): Line => ({ cells: [one.name, ...cellsOf({ ...one, parts: remembered(one.parts) }, categories, columns), (row) => sum(row, countOf(one.chosen))] }));
  const totals = categories.map(({ chosen }, index): LineCell => {
    return (_, header) => {
      const parts = columns[index]?.(header);
      return counted(parts === undefined ? undefined : totalFormula(parts), countOf(chosen));
    };
  });
  const all = categories.reduce((count, { chosen }) => count + countOf(chosen), 0);
  return {
    id: "unit-by-category",
    sheet: summary.sheetOf("unit-by-category"),
    title,
    caption: captionOf(summary, `合计行按任务计，几个单位共同牵头的只计一次；${numberNote(summary)}`, summary.context.settings.asOf),
    printTitle: summary.listTitle,
    columns: [{ header: firstHeader, width: 26 }, ...categories.map(({ name }) => ({ header: name, width: 14, isCentred: true as const, format: countFormat })), { header: totalHeader, width: 9, isCentred: true, format: countFormat }],
    keys: [0],
    lines: [...lines, { cells: ["合计", ...totals, (row) => sum(row, all)], isTotal: true }],
  };
}

/** In the order of the sheet that is there; a category that is no more keeps its column, with nothing in it. */
function inPlace(categories: readonly Category[], { context }: SummaryContext): Category[] {
  const known = summaryIn(context.workbook, title);
  const shown = known === undefined ? [] : headersIn(known);
  const kept = shown.map((name) => categories.find((category) => category.name === name) ?? { name, chosen: [] });
  return [...kept, ...categories.filter(({ name }) => !shown.includes(name))];
}

function headersIn(worksheet: Worksheet): string[] {
  for (let row = 0; row < worksheet.rowCount; row++) {
    if (textOf(valueAt(worksheet, row, 0)) !== firstHeader) continue;
    const texts = Array.from({ length: worksheet.columnCount - 1 }, (_, column) => textOf(valueAt(worksheet, row, column + 1)));
    const end = texts.indexOf(totalHeader);
    return end === -1 ? [] : texts.slice(0, end).filter((text) => text !== "");
  }
  return [];
}

type Row = { readonly name: string; readonly chosen: readonly Chosen[]; readonly parts: (row: number) => Part[] | undefined };

type PartsAt = (place: number) => Part[] | undefined;

/** The same question is asked for every cell of a line or a column. */
function remembered(ask: PartsAt): PartsAt {
  const known = new Map<number, Part[] | undefined>();
  return (place) => {
    if (!known.has(place)) known.set(place, ask(place));
    return known.get(place);
  };
}

function cellsOf({ chosen, parts }: Row, categories: readonly Category[], columns: readonly PartsAt[]): LineCell[] {
  return categories.map((category, index): LineCell => {
    const both = meet(chosen, category.chosen);
    const count = countOf(both);
    return (row, header) => {
      const found = bothParts(parts(row), columns[index]?.(header));
      return counted(found === undefined || found.length === 0 ? undefined : totalFormula(found), count);
    };
  });
}

function headCell(header: number, index: number): string {
  return cellAddress(header, index + 1, { fixed: "row" });
}

function meet(units: readonly Chosen[], category: readonly Chosen[]): Chosen[] {
  return units.flatMap(({ list, facts }) => {
    const other = category.find((each) => each.list === list);
    if (other === undefined) return [];
    const [name] = other.facts;
    return [{ list, facts: facts.filter((each) => each.category === name?.category) }];
  });
}

function countOf(chosen: readonly Chosen[]): number {
  return chosen.reduce((sum, { facts }) => sum + facts.length, 0);
}
