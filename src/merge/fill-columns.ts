import { normaliseHeader } from "../core/match-header";
import { isBlank } from "../core/workbook";
import type { TaskKey } from "../templates/task-list-kind";
import { listColumns, shownAt, type ListColumn } from "./list-columns";
import { recordsOf, type TaskTable } from "./list-records";

const filledKeys: readonly TaskKey[] = ["progress", "status", "note"];

/** Further headers under which a unit reports. */
const filledHeaders = /进展|进度|落实情况|推进情况|完成情况|完成比例|完成率|成效|存在问题|困难|下一步|佐证|填报|实际|联系人|联系方式|电话|本[月季周期]/;

/** The columns of a list that whoever it is sent to is to fill: those for reports, and any that was sent out empty. */
export function columnsToFill(table: TaskTable): ReadonlySet<number> {
  return new Set(listColumns(table).filter((column) => isToFill(table, column)).map(({ column }) => column));
}

function isToFill(table: TaskTable, { key, header, column }: ListColumn): boolean {
  if (key === undefined ? filledHeaders.test(normaliseHeader(header)) : filledKeys.includes(key)) return true;
  return recordsOf(table).rows.every((row) => isBlank(shownAt(table.worksheet, row, column).value) && table.worksheet.columns[column]?.formulas.has(row) !== true);
}
