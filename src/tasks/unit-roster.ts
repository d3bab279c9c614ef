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
  for (const worksheet of workbook.worksheets.filter(({ name }) => isRoster(name))) {
    for (let row = 0; row < Math.min(worksheet.rowCount - 1, headerReach); row++) {
      const column = columnOf(worksheet, row, nameHeaders);
      if (column !== undefined) return { sheet: worksheet.name, top: row + 1, left: column, bottom: worksheet.rowCount - 1, right: column };
    }
  }
  return undefined;
}

function readRoster(worksheet: Worksheet): RosterEntry[] {
  for (let row = 0; row < Math.min(worksheet.rowCount, headerReach); row++) {
    const name = columnOf(worksheet, row, nameHeaders);
    if (name === undefined) continue;
    const [aliases, level] = [columnsOf(worksheet, row, aliasHeaders), columnOf(worksheet, row, levelHeaders)];
    return entriesBelow(worksheet, row, { name, aliases, level });
  }
  return [];
}

type RosterColumns = { readonly name: number; readonly aliases: readonly number[]; readonly level: number | undefined };

function entriesBelow(worksheet: Worksheet, header: number, { name, aliases, level }: RosterColumns): RosterEntry[] {
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
