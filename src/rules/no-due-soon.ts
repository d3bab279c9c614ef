import { defineRule } from "../core/rule";
import type { Settings } from "../core/settings";
import { quote, type Text } from "../core/text";
import { daysBetween, hasWorkdayCalendar, workdaysBetween, yearOf, type IsoDay } from "../language/calendar";
import { lastDayOf } from "../language/deadline";
import type { DeadlineCell } from "../language/deadline/cell";
import { taskListKind } from "../templates/task-list-kind";
import { deadlineText, isRowDone, readDeadlines } from "../tasks/deadline-column";
import { isDueSoon } from "../tasks/task-states";

export const messages = {
  dueSoon: (deadline: string, days: number): Text => ({
    zh: days === 0 ? `时限“${quote(deadline)}”今天到期，请抓紧办结` : `时限“${quote(deadline)}”还有${days}天到期，请抓紧办理`,
    en: days === 0 ? `The deadline “${quote(deadline)}” is today` : `The deadline “${quote(deadline)}” is ${days} ${days === 1 ? "day" : "days"} away`,
  }),
  dueSoonInWorkdays: (deadline: string, days: number): Text => ({
    zh: `时限“${quote(deadline)}”还有${days}个工作日到期，请抓紧办理`,
    en: `The deadline “${quote(deadline)}” is ${days} working ${days === 1 ? "day" : "days"} away`,
  }),
  withoutCalendar: (message: Text, year: number): Text => ({
    zh: `${message.zh}（${year}年的放假安排尚未收录，按自然日计算）`,
    en: `${message.en} (the working days of ${year} are not known yet, so days of the calendar are counted)`,
  }),
};

export default defineRule({
  id: "no-due-soon",
  description: { zh: "临近时限而未办结的任务应提前提醒；天数和是否按工作日计算可在设置中改", en: "A task near its deadline and not done deserves a reminder; how near, and whether in working days, is a setting" },
  severity: "info",
  scope: "row",
  kind: taskListKind,
  *check(table, rows, context) {
    const { settings } = context;
    // one content, one message: a fifth of a list may be due at once
    const messagesOf = new Map<DeadlineCell, Text | undefined>();
    const remindersOf = new Map<IsoDay, ((deadline: string) => Text) | undefined>();
    const reminderFor = ({ deadline }: DeadlineCell): ((deadline: string) => Text) | undefined => {
      const lastDay = lastDayOf(deadline);
      if (lastDay === undefined || lastDay < settings.asOf) return undefined;
      if (!remindersOf.has(lastDay)) remindersOf.set(lastDay, reminderOf(lastDay, settings));
      return remindersOf.get(lastDay);
    };
    for (const { row, cell } of readDeadlines(table, rows, context, (each) => reminderFor(each) !== undefined)) {
      if (isRowDone(table, row)) continue;
      let message = messagesOf.get(cell);
      if (message === undefined) messagesOf.set(cell, (message = reminderFor(cell)?.(deadlineText(table, row, cell))));
      if (message !== undefined) yield { range: table.range(row, "deadline"), message };
    }
  },
});

/** Undefined where the day is too far off. */
function reminderOf(lastDay: IsoDay, settings: Settings): ((deadline: string) => Text) | undefined {
  if (!isDueSoon(lastDay, settings)) return undefined;
  const { asOf, dueSoonInWorkdays } = settings;
  const days = daysBetween(asOf, lastDay);
  if (!dueSoonInWorkdays || days === 0) return (deadline) => messages.dueSoon(deadline, days);
  const workdays = workdaysBetween(asOf, lastDay);
  if (workdays !== undefined) return (deadline) => messages.dueSoonInWorkdays(deadline, workdays);
  const unknown = hasWorkdayCalendar(yearOf(asOf)) ? yearOf(lastDay) : yearOf(asOf);
  return (deadline) => messages.withoutCalendar(messages.dueSoon(deadline, days), unknown);
}
