import { isOwnHeader, isOwnSheet, ownMark } from "../core/own-columns";
import { quoteSheetName, stringifyAddress } from "../core/address";
import type { CheckContext } from "../core/rule";
import { textOf, valueAt, type CellContent, type Worksheet } from "../core/workbook";
import { stateText } from "../tasks/lights";
import type { TaskFacts } from "../tasks/task-facts";
import type { TaskKey } from "../templates/task-list-kind";
import { deadlinesOf } from "./due-tasks";
import { freeSheetName } from "./file-names";
import type { UnitShare } from "./shares";
import type { PartedList } from "./unit-edits";

/** A unit's tasks as a sheet of the master, to be put in place as summaries are. */
export type UnitTab = {
  readonly sheet: string;
  readonly title: string;
  readonly caption: string;
  readonly columns: readonly { readonly header: string; readonly width: number; readonly isCentred?: true }[];
  readonly lines: readonly { readonly cells: readonly CellContent[] }[];
  readonly keys: readonly number[];
};

const titleEnd = "牵头任务";

const columns: readonly (UnitTab["columns"][number] & { readonly key?: TaskKey })[] = [
  { header: "序号", width: 7, isCentred: true, key: "number" },
  { header: "任务分类", width: 16, key: "category" },
  { header: "工作任务", width: 52, key: "task" },
  { header: "牵头单位", width: 18, key: "leadUnit" },
  { header: "责任单位", width: 24, key: "responsibleUnit" },
  { header: "配合单位", width: 24, key: "supportingUnit" },
  { header: "完成时限", width: 17, key: "deadline" },
  { header: "进展情况", width: 28, key: "progress" },
  { header: "状态", width: 12, isCentred: true },
  { header: "查看", width: 8, isCentred: true },
];

/** One tab a unit. `master` is the workbook as it is, its tabs of before with it. */
export function unitTabs(shares: readonly UnitShare[], context: CheckContext): UnitTab[] {
  const { workbook, settings } = context;
  const taken = new Set(workbook.worksheets.filter((worksheet) => !isUnitTab(worksheet)).map(({ name }) => name.toLowerCase()));
  return shares.map((share) => ({
    sheet: freeSheetName(share.name, taken),
    title: `${share.name}${titleEnd}`,
    caption: `共 ${share.count} 项，截至 ${settings.asOf}；由清单生成，可再次生成更新；右边空白列可以自行记录`,
    columns: columns.map(({ header, width, isCentred }) => ({ header, width, ...(isCentred === undefined ? {} : { isCentred }) })),
    lines: share.lists.flatMap((list) => share.chosen(list).map((facts) => ({ cells: lineOf(list, facts, deadlinesOf(list, context)) }))),
    keys: [0, 2],
  }));
}

function lineOf({ table }: PartedList, facts: TaskFacts, deadlines: ReadonlyMap<number, string>): CellContent[] {
  const { row } = facts;
  const at = table.firstCell(row);
  const link = `=HYPERLINK("#${quoteSheetName(table.sheet).replace(/"/g, '""')}!${stringifyAddress(at)}","查看")`;
  return columns.map(({ key, header }): CellContent => {
    if (key === undefined) return header === "状态" ? stateText(facts.state) : { formula: link, shows: "查看" };
    if (key === "category") return facts.category === "" ? null : facts.category;
    if (key === "deadline") return deadlines.get(table.merge(row, "deadline")?.top ?? row) ?? textOrNull(table.text(row, "deadline"));
    if (key === "number") return table.value(row, "number");
    return textOrNull(table.text(row, key));
  });
}

function textOrNull(text: string): string | null {
  return text === "" ? null : text;
}

/** Whether a sheet is a tab of a unit that we have made. */
export function isUnitTab(worksheet: Worksheet): boolean {
  return isOwnSheet(worksheet) && titleText(worksheet).endsWith(`${titleEnd}${ownMark}`);
}

/** Tabs of units that lead nothing any more, and beside which nobody has written. */
export function tabsToDrop({ worksheets }: CheckContext["workbook"], tabs: readonly UnitTab[]): Worksheet[] {
  const titles = new Set(tabs.map(({ title }) => `${title}${ownMark}`));
  return worksheets.filter((worksheet) => isUnitTab(worksheet) && !titles.has(titleText(worksheet)) && !isWrittenBeside(worksheet));
}

function titleText(worksheet: Worksheet): string {
  return textOf(valueAt(worksheet, 0, 0));
}

function isWrittenBeside({ columns: all }: Worksheet): boolean {
  return all.slice(columns.length).some((column) => column?.values.some((value) => textOf(value ?? null) !== "" && !isOwnHeader(value)) === true);
}
