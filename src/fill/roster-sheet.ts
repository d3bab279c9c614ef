import { setCell, type Change, type Edit } from "../core/edit";
import type { CheckContext } from "../core/rule";
import type { SheetLayout } from "../core/sheet-layout";
import { contentAt, isFormula, textOf, valueAt, type CellContent, type Range, type Worksheet } from "../core/workbook";
import { readUnits, type Level } from "../language/unit";
import type { Roster, RosterEntry } from "../language/roster";
import { isRoster, rosterNames, rosterOf, rosterPlace, type RosterPlace } from "../tasks/unit-roster";
import { commonestForm, unitWritings, wholeForms, type UnitWritings } from "../tasks/unit-writings";

export const messages = {
  make: (count: number) => ({ zh: `新建单位名录，列出 ${count} 个单位和各自的写法`, en: `Add a roster of ${count} units with the ways they are written` }),
  update: (added: number, spellings: number) => ({ zh: `更新单位名录：增加 ${added} 个单位、${spellings} 种写法`, en: `Bring the roster up to date: ${added} more units, ${spellings} more ways of writing` }),
};

const sheetName = "单位名录";
const header = ["标准名称", "简称或别名", "层级", "写法和次数"] as const;
/** In digits: a Chinese character takes two. */
const widths = [32, 40, 10, 60];

export type RosterMade = {
  /** Undefined where the roster is up to date, or there is no unit to put into one. */
  readonly change: Change | undefined;
  /** Where the standard names stand once the change is made. */
  readonly names: Range | undefined;
};

/** A unit as the task lists write it, and the name to keep. */
type Found = { readonly name: string; readonly aliases: readonly string[]; readonly level: string; readonly remark: string; readonly entry: RosterEntry | undefined; readonly count: number };

/**
 * The workbook's 单位名录 made from its own task lists: of each unit the commoner way of writing is kept and the others are
 * its aliases. One that is there is only added to: its names are decided.
 */
export function makeRosterSheet(context: CheckContext): RosterMade {
  const units = unitsOf(context);
  const place = rosterPlace(context.workbook);
  const names = rosterNames(context.workbook);
  if (place !== undefined) return update(place, units, names);
  if (units.length === 0) return { change: undefined, names };
  const sheet = freeName(context);
  const lines = units.map(({ name, aliases, level, remark }) => [name, orBlank(aliases.join("、")), orBlank(level), remark]);
  return {
    change: { title: messages.make(units.length), edits: [{ kind: "add-sheet", sheet, cells: [[...header], ...lines], layout: layoutOf(lines.length) }] },
    names: { sheet, top: 1, left: 0, bottom: lines.length, right: 0 },
  };
}

/** A sheet of this name without a list of units in it is not ours to write into. */
function freeName({ workbook }: CheckContext): string {
  const taken = new Set(workbook.worksheets.map(({ name }) => name.toLowerCase()));
  // each is known as a roster again
  return [sheetName, "责任单位名录", ...Array.from({ length: workbook.worksheets.length }, (_, index) => `附表${index + 1}单位名录`)].find((name) => isRoster(name) && !taken.has(name)) ?? sheetName;
}

function unitsOf(context: CheckContext): Found[] {
  const roster = rosterOf(context);
  const { asOf } = context.settings;
  const writings = unitWritings(context, ({ renamed, text, hasPlaceholder }) => hasPlaceholder || (renamed !== undefined && renamed.since <= asOf && roster?.find(text) === undefined));
  const found = [...writings].map(([identity, one]) => foundOf(identity, one, roster));
  const known = new Map<string, Found>();
  for (const one of found) known.set(one.name, joined(known.get(one.name), one));
  const order = (level: string): number => levels.findIndex(([, label]) => label === level) + 1 || levels.length + 1;
  return [...known.values()]
    .map((one) => (one.level === "" ? { ...one, remark: one.remark + withoutLevel(one.name, known) } : one))
    .sort((a, b) => order(a.level) - order(b.level) || b.count - a.count);
}

/** One entry of a roster may stand for what reads as two units. */
function joined(before: Found | undefined, one: Found): Found {
  if (before === undefined) return one;
  return { ...before, aliases: [...new Set([...before.aliases, ...one.aliases])], remark: `${before.remark}、${one.remark}`, count: before.count + one.count };
}

function foundOf(identity: string, writings: UnitWritings, roster: Roster | undefined): Found {
  const { sample, counts } = writings;
  const forms = wholeForms(identity, counts).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const listed = forms.map((form) => roster?.find(form)).find((entry) => entry !== undefined) ?? (sample.standard === undefined ? undefined : roster?.find(sample.standard));
  const name = listed?.name ?? nameOf(identity, forms, writings);
  // a name that a list shortened stands for another unit where it stands alone
  const aliases = forms.filter((form) => form !== name && (listed !== undefined || isOf(identity, form)));
  const all = [...counts].sort((a, b) => b[1] - a[1]);
  return { name, aliases, level: listed?.level ?? labelOf(sample.level), remark: all.map(([form, count]) => `${form} ${count} 处`).join("、"), entry: listed, count: all.reduce((sum, [, count]) => sum + count, 0) };
}

function isOf(identity: string, form: string): boolean {
  return readUnits(form).units[0]?.identity === identity;
}

function nameOf(identity: string, forms: readonly string[], writings: UnitWritings): string {
  const own = forms.filter((form) => isOf(identity, form));
  return own.length === 0 && writings.sample.standard !== undefined ? writings.sample.standard : commonestForm(own.length === 0 ? forms : own, writings);
}

const levels: readonly (readonly [Level, string])[] = [
  ["national", "国家级"],
  ["province", "省级"],
  ["city", "市级"],
  ["county", "县级"],
  ["town", "乡级"],
];

function labelOf(level: Level | undefined): string {
  return levels.find(([known]) => known === level)?.[1] ?? "";
}

/** 财政局 beside 市财政局 may be the same: a person must say. */
function withoutLevel(name: string, known: ReadonlyMap<string, unknown>): string {
  const whole = [..."省市县区州旗"].map((letter) => letter + name).filter((longer) => known.has(longer));
  return whole.length === 0 ? "" : `；没有写层级，请核对是不是${whole.map((longer) => `“${longer}”`).join("、")}`;
}

function orBlank(text: string): CellContent {
  return text === "" ? null : text;
}

function layoutOf(count: number): SheetLayout {
  const body = (left: number, right: number, look: "body" | "body-centred") => ({ range: { top: 1, left, bottom: count, right }, look });
  return {
    widths,
    looks: [{ range: { top: 0, left: 0, bottom: 0, right: header.length - 1 }, look: "header" }, body(0, 1, "body"), body(2, 2, "body-centred"), body(3, 3, "body")],
    merges: [],
    frozenRows: 1,
    print: { landscape: true, repeatRows: { first: 0, last: 0 } },
  };
}

/** New units come in before the last row, so that lists chosen from the range grow with it; new ways of writing join the aliases, and what a person has written stays. */
function update(place: RosterPlace, units: readonly Found[], names: Range | undefined): RosterMade {
  const { worksheet, header: headerRow, name, aliases } = place;
  const rows = rowsByName(place);
  const remarks = columnHeaded(worksheet, headerRow, header[3]);
  const edits: Edit[] = [];
  const lines: CellContent[][] = [];
  let spellings = 0;
  const write = (row: number, column: number | undefined, after: CellContent): void => {
    if (column === undefined) return;
    const before = contentAt(worksheet, row, column);
    if (!isFormula(before) && before !== after) edits.push(setCell(worksheet.name, row, column, before, after));
  };
  for (const unit of units) {
    const row = rows.get(unit.name);
    if (row === undefined) {
      lines.push(lineOf(unit, place, remarks));
      continue;
    }
    const fresh = unit.aliases.filter((alias) => !(unit.entry?.aliases ?? []).includes(alias));
    if (fresh.length > 0 && aliases[0] !== undefined) {
      const listed = textOf(valueAt(worksheet, row, aliases[0]));
      write(row, aliases[0], [...(listed === "" ? [] : [listed]), ...fresh].join("、"));
      spellings += fresh.length;
    }
    write(row, remarks, unit.remark);
  }
  if (lines.length > 0) {
    // a range of one row would only be pushed down
    const isLong = names !== undefined && names.bottom > names.top;
    edits.push({ kind: "insert-rows", sheet: worksheet.name, at: isLong ? names.bottom : Math.max(worksheet.rowCount, headerRow + 1), cells: lines });
  }
  const after = { sheet: worksheet.name, top: headerRow + 1, left: name, bottom: Math.max(worksheet.rowCount, headerRow + 1) - 1 + lines.length, right: name };
  return { change: edits.length === 0 ? undefined : { title: messages.update(lines.length, spellings), edits }, names: lines.length === 0 ? names : after };
}

function lineOf({ name, aliases, level, remark }: Found, place: RosterPlace, remarks: number | undefined): CellContent[] {
  const line = Array.from({ length: place.worksheet.columnCount }, (): CellContent => null);
  line[place.name] = name;
  if (place.aliases[0] !== undefined) line[place.aliases[0]] = orBlank(aliases.join("、"));
  if (place.level !== undefined) line[place.level] = orBlank(level);
  if (remarks !== undefined) line[remarks] = remark;
  return line;
}

function rowsByName({ worksheet, header: headerRow, name }: RosterPlace): Map<string, number> {
  const rows = new Map<string, number>();
  for (let row = headerRow + 1; row < worksheet.rowCount; row++) {
    const text = textOf(valueAt(worksheet, row, name));
    if (text !== "" && !rows.has(text)) rows.set(text, row);
  }
  return rows;
}

function columnHeaded({ columns }: Worksheet, row: number, title: string): number | undefined {
  const column = columns.findIndex((one) => textOf(one?.values[row] ?? null) === title);
  return column === -1 ? undefined : column;
}
