import { stringifyAddress, stringifyColumn } from "../../../src/core/address";
import { textOf } from "../../../src/core/workbook";
import { makeDealer, right, spoilInput, writeValue, type Dealer, type DefectKind, type Scene } from "./defects";
import { makeDraft, type Draft, type IndicatorWorkbook, type Piece, type SheetPen } from "./draft";
import { stylesFor, total, type Style } from "./formulas";
import { counties, rowHeads, townships } from "./places";
import { makeRandom, type Random } from "./random";
import { definitionOf, draw, headed, type Subject } from "./subjects";

export type ColumnOptions = {
  readonly name: string;
  readonly layout: string;
  readonly seed: number;
  readonly subjects: readonly Subject[];
  readonly places?: readonly string[];
  readonly rows?: number;
  readonly totals?: "bottom" | "top" | "mean";
  /** The indicator's name over its inputs, merged, and their names in a second row. */
  readonly isGrouped?: boolean;
  /** All inputs first, then all indicators. */
  readonly valuesLast?: boolean;
  /** Units in a header row of their own. */
  readonly unitRow?: boolean;
  readonly hold?: "" | "column";
  readonly hasNumbers?: boolean;
  readonly hasTitle?: boolean;
  /** An Excel table, its formulas by column names. */
  readonly listObject?: { readonly name: string; readonly form: "@" | "#This Row" };
  readonly dictionary?: boolean;
  /** One cell of each column is written in another way that means the same. */
  readonly hasOddOnes?: boolean;
  readonly styles?: readonly string[];
};

type Group = { readonly subject: Subject; readonly style: Style; readonly over: number; readonly under: number; readonly decoy: number; readonly value: number };

/** One place a row, inputs and indicators in columns. */
export function makeColumns(options: ColumnOptions, dealer?: Dealer): IndicatorWorkbook {
  const { name, layout, seed, places = counties, rows = 9, totals, hasTitle = true, isGrouped = false, unitRow = false, hasNumbers = false } = options;
  const random = makeRandom(seed);
  const deal = dealer ?? makeDealer(random);
  const draft = makeDraft(name, layout);
  const pen = draft.sheet(places === townships ? "各镇街" : "指标监测");
  if (options.dictionary === true) writeDictionary(draft, options.subjects);
  const firstColumn = hasNumbers ? 2 : 1;
  const groups = placeColumns(options, random, firstColumn);
  const width = Math.max(...groups.flatMap(({ over, under, decoy, value }) => [over, under, decoy, value])) + 1;
  const headerTop = hasTitle ? 1 : 0;
  if (hasTitle) {
    pen.put(0, 0, "2025年指标监测情况表");
    pen.merge(`A1:${stringifyColumn(width - 1)}1`);
  }
  const headerRows = isGrouped || unitRow ? 2 : 1;
  writeHeader(pen, options, groups, headerTop, random);
  const top = headerTop + headerRows + (totals === "top" ? 1 : 0);
  const names = random.shuffle(places).slice(0, rows);
  for (const [index, place] of names.entries()) {
    if (hasNumbers) pen.put(top + index, 0, index + 1);
    pen.put(top + index, firstColumn - 1, place);
  }
  for (const group of groups) fillInputs(pen, group, top, rows, random);
  const scenes = groups.flatMap((group) => scenesOf(pen, options, group, top, rows, random));
  const chosen = new Map<Scene, DefectKind>();
  for (const group of groups) {
    const own = random.shuffle(scenes.filter(({ subject }) => subject === group.subject));
    for (const scene of own.slice(0, Math.floor(rows / 3))) {
      const kind = deal.next(scene);
      if (kind !== undefined) chosen.set(scene, kind);
    }
  }
  for (const scene of scenes) spoilInput(scene, chosen.get(scene), random);
  for (const scene of scenes) writeValue(draft, scene, chosen.get(scene), random);
  if (totals !== undefined) {
    const row = totals === "top" ? top - 1 : top + rows;
    pen.put(row, firstColumn - 1, totals === "mean" ? random.pick(["平均", "全市平均"]) : random.pick(["合计", "全市", "总计", "全市合计"]));
    for (const [index, group] of groups.entries()) writeTotals(draft, pen, group, { row, top, bottom: top + rows - 1, isMean: totals === "mean", defect: totals === "mean" ? undefined : totalDefects[(seed + index) % totalDefects.length] });
  }
  if (options.listObject !== undefined) {
    const columnNames = Array.from({ length: width }, (_, column) => textOf(pen.valueAt(headerTop, column)));
    draft.listObject({ name: options.listObject.name, range: { sheet: pen.name, top: headerTop, left: 0, bottom: top + rows - 1, right: width - 1 }, columnNames, hasHeaderRow: true, hasTotalRow: false });
  }
  return draft.done();
}

function placeColumns({ subjects, valuesLast = false, styles, layout }: ColumnOptions, random: Random, first: number): Group[] {
  let next = first;
  const inputs = subjects.map((subject) => {
    const [over = 0, under = 0, decoy = 0] = random.shuffle([0, 1, 2]).map((offset) => next + offset);
    next += valuesLast ? 3 : 4;
    const fitting = stylesFor(subject).filter(({ name }) => styles === undefined || styles.includes(name));
    // a grouped header reads inputs first, then the value
    return { subject, over, under, decoy, style: random.pick(fitting.length === 0 ? stylesFor(subject) : fitting), layout };
  });
  return inputs.map((input) => ({ ...input, value: valuesLast ? next++ : Math.max(input.over, input.under, input.decoy) + 1 }));
}

function writeHeader(pen: SheetPen, { subjects, places = counties, isGrouped = false, unitRow = false, hasNumbers = false }: ColumnOptions, groups: readonly Group[], top: number, random: Random): void {
  const put = (column: number, text: string): void => pen.put(top, column, text);
  const rowHead = random.pick(rowHeads.get(places) ?? ["地区"]);
  const left = hasNumbers ? ["序号", rowHead] : [rowHead];
  for (const [column, text] of left.entries()) {
    put(column, text);
    if (isGrouped || unitRow) pen.merge(stringifyAddress({ top, left: column, bottom: top + 1, right: column }));
  }
  // one word for a quantity throughout a sheet
  const isShort = subjects.length > 0 && random.whole(0, 2) === 0;
  for (const { subject, over, under, decoy, value } of groups) {
    const wordOf = (words: readonly string[]): string => (isShort ? words.at(-1) : words[0]) ?? "";
    const words: readonly (readonly [number, string, string])[] = [
      [over, wordOf(subject.over), subject.inputUnit],
      [under, wordOf(subject.under), subject.inputUnit],
      [decoy, subject.decoy, subject.inputUnit],
    ];
    if (isGrouped) {
      const first = Math.min(over, under, decoy);
      put(first, subject.name.replace(/\(%\)$/, ""));
      pen.merge(stringifyAddress({ top, left: first, bottom: top, right: value }));
      for (const [column, word, unit] of words) pen.put(top + 1, column, headed(word, unit));
      pen.put(top + 1, value, subject.valueUnit === "%" ? subject.name : subject.name.replace(/\(.*\)$/, ""));
    } else if (unitRow) {
      for (const [column, word, unit] of words) {
        put(column, word);
        pen.put(top + 1, column, unit === "" ? "—" : unit);
      }
      put(value, subject.name.replace(/\(%\)$/, ""));
      pen.put(top + 1, value, subject.valueUnit === "" ? "—" : subject.valueUnit);
    } else {
      for (const [column, word, unit] of words) put(column, headed(word, unit));
      put(value, subject.name);
    }
  }
}

function fillInputs(pen: SheetPen, { subject, over, under, decoy }: Group, top: number, rows: number, random: Random): void {
  for (let row = top; row < top + rows; row++) {
    const values = draw(subject, random);
    pen.put(row, over, values.over);
    pen.put(row, under, values.under);
    pen.put(row, decoy, values.decoy);
  }
}

function scenesOf(pen: SheetPen, options: ColumnOptions, group: Group, top: number, rows: number, random: Random): Scene[] {
  const { subject, style, over, under, decoy, value } = group;
  const { hold = "", listObject, hasOddOnes = false } = options;
  const others = random.shuffle(stylesFor(subject).filter(({ isPercent, format }) => isPercent === style.isPercent && format === style.format));
  const odd = random.whole(0, rows - 1);
  return Array.from({ length: rows }, (_, index): Scene => {
    const row = top + index;
    const other = index === rows - 1 ? row - 1 : row + 1;
    const refTo = (column: number): (() => Piece) => () => {
      const plain = pen.ref(row, column, hold);
      if (listObject === undefined) return plain;
      const head = textOf(pen.valueAt(top - 1, column));
      return { ...plain, text: listObject.form === "@" ? `[@[${head}]]` : `${listObject.name}[[#This Row],[${head}]]` };
    };
    return {
      subject,
      style: hasOddOnes && index === odd ? (others[0] ?? style) : style,
      value: { pen, row, column: value },
      over: { pen, row, column: over },
      under: { pen, row, column: under },
      refOver: refTo(over),
      refUnder: refTo(under),
      refDecoy: refTo(decoy),
      refOtherOver: () => pen.ref(other, over, hold),
      refOtherUnder: () => pen.ref(other, under, hold),
    };
  });
}

const totalDefects = [undefined, "sum of ratios", "mean of ratios", "last row left out", undefined, "first row left out"] as const;

type TotalRow = { readonly row: number; readonly top: number; readonly bottom: number; readonly isMean: boolean; readonly defect: (typeof totalDefects)[number] };

function writeTotals(draft: Draft, pen: SheetPen, { subject, style, over, under, decoy, value }: Group, { row, top, bottom, isMean, defect }: TotalRow): void {
  const cellsIn = (from: number, to: number, column: number): Piece[] => Array.from({ length: to - from + 1 }, (_, index) => pen.ref(from + index, column));
  const sumOver = (from: number, to: number, column: number, how: "sum" | "mean"): Piece => total(`${how === "sum" ? "SUM" : "AVERAGE"}(${pen.range(from, column, to, column)})`, cellsIn(from, to, column), how);
  const how = isMean ? "mean" : "sum";
  for (const column of [over, under, decoy]) {
    const isShort = column === over && (defect === "last row left out" || defect === "first row left out");
    pen.put(row, column, sumOver(isShort && defect === "first row left out" ? top + 1 : top, isShort && defect === "last row left out" ? bottom - 1 : bottom, column, how));
    if (isShort) draft.plant(defect, "consistent-total", pen.place(row, column));
    else draft.sound(isMean ? "mean of inputs" : "sum of inputs", pen.place(row, column));
  }
  const scene = { subject, style, refOver: () => pen.ref(row, over), refUnder: () => pen.ref(row, under) } as Scene;
  if (defect === "sum of ratios" || defect === "mean of ratios") {
    pen.put(row, value, sumOver(top, bottom, value, defect === "sum of ratios" ? "sum" : "mean"), style.format);
    draft.plant(defect, "consistent-total", pen.place(row, value));
  } else {
    pen.put(row, value, right(scene), style.format);
    draft.sound("ratio of totals", pen.place(row, value));
  }
}

/** The workbook's own 指标字典. */
export function writeDictionary(draft: Draft, subjects: readonly Subject[]): void {
  const pen = draft.sheet("指标字典", "hidden");
  pen.line(0, ["指标名称", "别名", "计量单位", "分子", "分母", "计算公式", "方向", "下限", "上限"]);
  for (const [index, subject] of subjects.entries()) {
    const { name, valueUnit, over, under, form, isShare } = subject;
    pen.line(index + 1, [name, null, valueUnit === "" ? null : valueUnit, form === "growth" ? `${over[0]}－${under[0]}` : (over[0] ?? ""), under[0] ?? "", definitionOf(subject, "bare"), "越高越好", 0, isShare ? 100 : null]);
  }
}
