import type { CheckContext } from "../core/rule";
import type { Settings } from "../core/settings";
import { textOf, valueAt, type Range, type Workbook, type Worksheet } from "../core/workbook";
import { makeRoster, type Roster, type RosterEntry } from "../language/roster";

const sheetName = /^(?:附表?\d*[、.：:]?)?(?:责任)?单位名[录单]$/;
const nameHeaders = ["标准名称", "单位名称", "单位标准名称", "规范名称", "单位全称"];
const aliasHeaders = ["简称", "别名", "简称或别名", "简称/别名", "常用简称", "曾用名"];
const levelHeaders = ["层级", "级别", "单位层级"];
const headerReach = 30;

type Known = { readonly sheets: readonly Worksheet[]; readonly listed: Settings["roster"]; readonly roster: Roster | undefined };

/** The latest of each first sheet: an edit elsewhere leaves a roster's sheets, and so the roster, as they are. */
const rosters = new WeakMap<object, Known>();
const nowhere = {};

/** The workbook's own 单位名录, visible or hidden, and that of the settings; undefined where there is none. */
export function rosterOf({ workbook, settings }: CheckContext): Roster | undefined {
  const sheets = workbook.worksheets.filter(({ name }) => isRoster(name));
  if (sheets.length === 0 && settings.roster.length === 0) return undefined;
  const key = sheets[0] ?? nowhere;
  const known = rosters.get(key);
  if (known !== undefined && known.listed === settings.roster && known.sheets.every((sheet, index) => sheet === sheets[index])) return known.roster;
  const listed = settings.roster.map(({ name, aliases, level }) => ({ name, aliases, ...(level === undefined ? {} : { level }) }));
  const entries = [...sheets.flatMap(readRoster), ...listed];
  const roster = entries.length === 0 ? undefined : makeRoster(entries);
  rosters.set(key, { sheets, listed: settings.roster, roster });
  return roster;
}

export function isRoster(sheet: string): boolean {
  return sheetName.test(sheet.trim());
}

/** Where the standard names of the workbook's own 单位名录 stand, for a dropdown. */
export function rosterNames(workbook: Workbook): Range | undefined {
  const place = rosterPlace(workbook);
  if (place === undefined || place.worksheet.rowCount - 1 <= place.header) return undefined;
  const { worksheet, header, name } = place;
  return { sheet: worksheet.name, top: header + 1, left: name, bottom: worksheet.rowCount - 1, right: name };
}

/** A worksheet's list of units: its header row and the columns under it. */
export type RosterPlace = { readonly worksheet: Worksheet; readonly header: number; readonly name: number; readonly aliases: readonly number[]; readonly level: number | undefined };

/** The first worksheet called 单位名录 that has a column of names. */
export function rosterPlace(workbook: Workbook): RosterPlace | undefined {
  for (const worksheet of workbook.worksheets) {
    const place = isRoster(worksheet.name) ? placeIn(worksheet) : undefined;
    if (place !== undefined) return place;
  }
  return undefined;
}

function placeIn(worksheet: Worksheet): RosterPlace | undefined {
  for (let row = 0; row < Math.min(worksheet.rowCount, headerReach); row++) {
    const name = columnOf(worksheet, row, nameHeaders);
    if (name !== undefined) return { worksheet, header: row, name, aliases: columnsOf(worksheet, row, aliasHeaders), level: columnOf(worksheet, row, levelHeaders) };
  }
  return undefined;
}

function readRoster(worksheet: Worksheet): RosterEntry[] {
  const place = placeIn(worksheet);
  return place === undefined ? [] : entriesBelow(place);
}

function entriesBelow({ worksheet, header, name, aliases, level }: RosterPlace): RosterEntry[] {
  const entries: RosterEntry[] = [];
  for (let row = header + 1; row < worksheet.rowCount; row++) {
    const standard = textOf(valueAt(worksheet, row, name));
    if (standard === "") continue;
    const rank = level === undefined ? "" : textOf(valueAt(worksheet, row, level));
    const others = aliases.flatMap((column) => textOf(valueAt(worksheet, row, column)).split(/[、，,；;/\n]/)).map((alias) => alias.trim());
    entries.push({ name: standard, aliases: others.filter((alias) => alias !== ""), ...(rank === "" ? {} : { level: rank }) });
  }
  return entries;
}

function columnOf(worksheet: Worksheet, row: number, headers: readonly string[]): number | undefined {
  return columnsOf(worksheet, row, headers)[0];
}

function columnsOf(worksheet: Worksheet, row: number, headers: readonly string[]): number[] {
  return worksheet.columns.flatMap((column, index) => (headers.includes(textOf(column?.values[row] ?? null).replace(/\s+/g, "")) ? [index] : []));
}
