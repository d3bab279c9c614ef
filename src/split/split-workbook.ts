import type { Change, Edit } from "../core/edit";
import { ownMark } from "../core/own-columns";
import type { CheckContext } from "../core/rule";
import type { Text } from "../core/text";
import { spanAt, textOf, valueAt, type Worksheet } from "../core/workbook";
import { stringifyCalendar } from "./calendar-file";
import { datedTasks } from "./due-tasks";
import { fileStem, freeSheetName, namePart } from "./file-names";
import { dropSheet } from "./outgoing-workbook";
import { reminderSheet, reminderTitle } from "./reminder-sheet";
import { leaderlessName, partedLists, unitShares, type UnitShare } from "./shares";
import { rowsWithoutTask } from "./rows-that-stay";
import { leaveOnly, type PartedList } from "./unit-edits";
import { tabsToDrop, unitTabs, type UnitTab } from "./unit-tabs";

export type SplitOptions = { readonly withTakingPart: boolean; readonly reminders: boolean; readonly calendar: boolean };

/** One unit's file, without its ending; `change` makes it of the workbook that goes out. */
export type UnitFile = { readonly stem: string; readonly unit: string; readonly count: number; readonly change: Change; readonly calendar?: string };

export type SplitWorkbook = {
  readonly files: readonly UnitFile[];
  /** All deadlines in one calendar. */
  readonly calendar?: string;
  readonly taskCount: number;
  /** What a person should know before sending. */
  readonly notes: readonly Text[];
};

/** Parts the workbook that goes out (see `outgoingStages`) by lead unit. */
export function splitWorkbook(context: CheckContext, { withTakingPart, reminders, calendar }: SplitOptions): SplitWorkbook {
  const lists = partedLists(context);
  const shares = unitShares(lists, withTakingPart);
  const count = shares.filter(({ isLeaderless }) => isLeaderless !== true).length;
  const source = titleOf(lists);
  const files = shares.map((share, index): UnitFile => {
    const edits = leaveOnly(context, lists, share.chosen);
    const reminder = reminders ? reminderEdits(share, context, source, reminderTitle) : [];
    return {
      stem: share.isLeaderless === true ? fileStem(0, leaderlessName, count) : fileStem(index + 1, share.name, count),
      unit: share.name,
      count: share.count,
      change: { title: { zh: `只留下${share.name}的任务`, en: `Leave only the tasks of ${share.name}` }, edits: [...edits, ...reminder] },
      ...(calendar && share.isLeaderless !== true ? { calendar: stringifyCalendar(`${source} ${share.name}`, datedTasks(context, lists, share.chosen), context) } : {}),
    };
  });
  const all = calendar ? { calendar: stringifyCalendar(source, datedTasks(context, lists, ({ facts }) => facts), context) } : {};
  return { files, ...all, taskCount: lists.reduce((sum, { facts }) => sum + facts.length, 0), notes: [...lostDropdowns(context, lists), ...lists.flatMap(({ table, facts }) => [...hiddenTasks(table.worksheet, facts.map(({ row }) => row)), ...emptyTasks(table)])] };
}

function reminderEdits(share: UnitShare, context: CheckContext, source: string, sheet: string): Edit[] {
  if (share.isLeaderless === true) return [];
  const taken = new Set(context.workbook.worksheets.map(({ name }) => name.toLowerCase()));
  const made = reminderSheet({ unit: share.name, sheet: freeSheetName(sheet, taken), source, tasks: datedTasks(context, share.lists, share.led) }, context);
  return made === undefined ? [] : [made];
}

/** A dropdown may choose from a name; where the name's sheet stays at home it offers nothing. */
function lostDropdowns({ workbook }: CheckContext, lists: readonly PartedList[]): Text[] {
  const sheets = new Set(lists.map(({ table }) => table.worksheet));
  if (![...sheets].some(({ validations = [] }) => validations.some(({ source }) => source === undefined))) return [];
  const lost = (workbook.names ?? []).filter(({ name, formula }) => !name.startsWith("_xlnm.") && !workbook.worksheets.some((worksheet) => formula.includes(`${worksheet.name}!`) || formula.includes(`${worksheet.name.replace(/'/g, "''")}'!`)));
  const named = lost.filter(({ formula }) => formula.includes("!")).map(({ name }) => name);
  if (named.length === 0) return [];
  return [{ zh: `名称“${named.slice(0, 5).join("”“")}”所在的工作表没有发给单位；清单的下拉列表如果用到这些名称，单位那里选不了`, en: `the sheets of the names ${named.slice(0, 5).join(", ")} do not go to the units; a dropdown that chooses from one of them offers nothing there` }];
}

function emptyTasks(table: PartedList["table"]): Text[] {
  const rows = rowsWithoutTask(table);
  if (rows.length === 0) return [];
  const numbers = rows.slice(0, 10).map((row) => table.text(row, "number") || table.text(row, "leadUnit")).join("、") + (rows.length > 10 ? "…" : "");
  return [{ zh: `“${table.sheet}”有 ${rows.length} 行没有写任务内容（${numbers}），没有发给任何单位；请在总表里补上后再拆分`, en: `${rows.length} rows of “${table.sheet}” say no task (${numbers}) and go to no unit; fill them in and split again` }];
}

/** A row somebody has hidden stays hidden, and so its task unseen. */
function hiddenTasks({ name, hiddenRows }: Worksheet, rows: readonly number[]): Text[] {
  const hidden = rows.filter((row) => spanAt(hiddenRows, row) !== undefined).map((row) => row + 1);
  if (hidden.length === 0) return [];
  const shown = hidden.slice(0, 10).join("、") + (hidden.length > 10 ? "…" : "");
  return [{ zh: `“${name}”有 ${hidden.length} 项任务在隐藏的行里（分发表的第 ${shown} 行），单位打开时看不到；要发出的话请先取消隐藏`, en: `${hidden.length} tasks on “${name}” stand in hidden rows, and the units will not see them; show the rows first if they are to go out` }];
}

/** The first title above a list, else the name of its sheet. */
function titleOf(lists: readonly PartedList[]): string {
  const [first] = lists;
  if (first === undefined) return "";
  const above = first.table.captions.filter(({ range }) => range.top < first.table.bounds.top).map(({ text }) => text.replace(/\s+/g, " ").trim());
  return above.find((text) => text.length > 4 && text.length <= 60 && !/^附[件表]/.test(text)) ?? first.table.sheet;
}

export type SplitTabs = { readonly tabs: readonly UnitTab[]; /** Sheets of ours that go before the new ones come. */ readonly drop: Change[]; readonly reminders: Change[]; readonly units: number };

/** The same as sheets of the workbook itself. */
export function splitTabs(context: CheckContext, { withTakingPart, reminders }: SplitOptions): SplitTabs {
  const lists = partedLists(context);
  const shares = unitShares(lists, withTakingPart);
  const tabs = unitTabs(shares, context);
  const stale = [...tabsToDrop(context.workbook, tabs), ...(reminders ? context.workbook.worksheets.filter(isReminder) : [])];
  const taken = new Set([...context.workbook.worksheets.filter((worksheet) => !stale.includes(worksheet)).map(({ name }) => name), ...tabs.map(({ sheet }) => sheet)].map((name) => name.toLowerCase()));
  const made = !reminders ? [] : shares.flatMap((share): Edit[] => reminderEdits(share, { ...context, workbook: { ...context.workbook, worksheets: [] } }, titleOf(lists), `${reminderTitle} ${namePart(share.name, 26)}`).map((edit) => (edit.kind === "add-sheet" ? { ...edit, sheet: freeSheetName(edit.sheet, taken) } : edit)));
  return {
    tabs,
    drop: stale.length === 0 ? [] : [{ title: { zh: "去掉不再需要的分单位表", en: "Take out sheets of units that are no longer needed" }, edits: stale.map(dropSheet) }],
    reminders: made.length === 0 ? [] : [{ title: { zh: `${made.length} 张催办单`, en: `${made.length} reminders` }, edits: made }],
    units: shares.length,
  };
}

function isReminder(worksheet: Worksheet): boolean {
  return textOf(valueAt(worksheet, 0, 0)) === `${reminderTitle}${ownMark}`;
}
