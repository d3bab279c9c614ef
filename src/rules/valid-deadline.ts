import { defineRule } from "../core/rule";
import { quote, type Text } from "../core/text";
import type { Deadline } from "../language/deadline";
import type { DeadlineCell } from "../language/deadline/cell";
import { taskListKind } from "../templates/task-list-kind";
import { deadlineText, readDeadlines } from "../tasks/deadline-column";

export const messages = {
  unreadable: (text: string): Text => ({
    zh: `“${quote(text)}”读不出完成时限，无法按时督办；请写明何时完成，如“2025年12月底前”，长期工作可写“持续推进”`,
    en: `“${quote(text)}” cannot be read as a deadline, so nobody can follow it up; please say by when, such as 2025年12月底前, or 持续推进 for standing work`,
  }),
  noSuchDay: (text: string, words: string): Text => ({
    zh: `“${quote(text)}”中的“${quote(words, 20)}”不是有效的日期，请核对`,
    en: `“${quote(words, 20)}” in “${quote(text)}” is no day of the calendar; please check`,
  }),
  noYear: (text: string): Text => ({
    zh: `“${quote(text)}”没有写年份，标题和设置里也没有，无法判断是否到期；请补上年份`,
    en: `“${quote(text)}” names no year, and neither a title nor the settings give one, so nobody can tell whether it is due; please add the year`,
  }),
};

export default defineRule({
  id: "valid-deadline",
  description: {
    zh: "读不出的时限无法督办；持续推进、长期坚持、常态化等读作长期工作，没有年份的按标题的年份，不猜",
    en: "A deadline that cannot be read cannot be followed up; 持续推进, 长期坚持 and 常态化 are standing work, a missing year is taken from the title and never guessed",
  },
  severity: "error",
  scope: "row",
  kind: taskListKind,
  *check(table, rows, context) {
    for (const { row, cell } of readDeadlines(table, rows, context, isFaulty)) {
      const message = messageOf(cell.deadline, deadlineText(table, row, cell));
      if (message !== undefined) yield { range: table.range(row, "deadline"), message };
    }
  },
});

function isFaulty({ deadline }: DeadlineCell): boolean {
  return deadline.kind === "no-year" || deadline.kind === "unreadable";
}

function messageOf(deadline: Deadline, text: string): Text | undefined {
  if (deadline.kind === "no-year") return messages.noYear(text);
  if (deadline.kind !== "unreadable") return undefined;
  return deadline.fault === "no-such-day" ? messages.noSuchDay(text, deadline.words) : messages.unreadable(text);
}
