import { defineRule } from "../core/rule";
import { quote } from "../core/text";
import type { IsoDay } from "../language/calendar";
import { lastDayOf } from "../language/deadline";
import type { DeadlineCell } from "../language/deadline/cell";
import { taskListKind } from "../templates/task-list-kind";
import { deadlineText, readDeadlines } from "../tasks/deadline-column";
import { documentDates } from "../tasks/document-lines";

export const messages = {
  beforeIssue: (deadline: string, issued: IsoDay) => ({
    zh: `时限“${quote(deadline)}”早于文件印发日期${dayText(issued)}，请核对年份`,
    en: `The deadline “${quote(deadline)}” lies before the document was issued (${issued}); please check the year`,
  }),
  afterValidity: (deadline: string, validTo: IsoDay) => ({
    zh: `时限“${quote(deadline)}”晚于文件有效期（至${dayText(validTo)}），请核对`,
    en: `The deadline “${quote(deadline)}” lies after the document's validity (until ${validTo}); please check`,
  }),
};

function dayText(day: IsoDay): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

export default defineRule({
  id: "valid-deadline-range",
  description: {
    zh: "时限早于印发日期或晚于有效期，多半是年份写错；印发日期和有效期取自表上下的文字、“说明”表或设置",
    en: "A deadline before the issue or after the validity is mostly a wrong year; both are taken from the lines around the table, a sheet called 说明 or the settings",
  },
  severity: "warning",
  scope: "row",
  kind: taskListKind,
  *check(table, rows, context) {
    const { issued, validTo } = documentDates(table, context);
    if (issued === undefined && validTo === undefined) return;
    const isOutside = ({ deadline }: DeadlineCell): boolean => {
      const lastDay = lastDayOf(deadline);
      return lastDay !== undefined && ((issued !== undefined && lastDay < issued) || (validTo !== undefined && lastDay > validTo));
    };
    for (const { row, cell } of readDeadlines(table, rows, context, isOutside)) {
      const lastDay = lastDayOf(cell.deadline);
      if (lastDay === undefined) continue;
      const text = deadlineText(table, row, cell);
      if (issued !== undefined && lastDay < issued) yield { range: table.range(row, "deadline"), message: messages.beforeIssue(text, issued) };
      else if (validTo !== undefined && lastDay > validTo) yield { range: table.range(row, "deadline"), message: messages.afterValidity(text, validTo) };
    }
  },
});
