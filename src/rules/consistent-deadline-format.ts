import { setCell } from "../core/edit";
import { defineRule } from "../core/rule";
import { quote } from "../core/text";
import { contentAt, isFormula } from "../core/workbook";
import { standardText, type DeadlineCell } from "../language/deadline/cell";
import { taskListKind } from "../templates/task-list-kind";
import { deadlineText, readDeadlines, type DeadlineEntry } from "../tasks/deadline-column";

export const messages = {
  unlike: (deadline: string, standard: string) => ({
    zh: `时限“${quote(deadline)}”与本列其他写法不一致，汇总、筛选时会分成两类；建议写作“${quote(standard)}”`,
    en: `The deadline “${quote(deadline)}” is written unlike the rest of its column, so sorting and filtering tell them apart; better “${quote(standard)}”`,
  }),
  rewrite: (standard: string) => ({ zh: `改为“${quote(standard)}”`, en: `Write “${quote(standard)}”` }),
};

export default defineRule({
  id: "consistent-deadline-format",
  description: {
    zh: "同一列的时限应一种写法，才能排序和汇总；2025年底前、2025年12月底前都是标准写法，整列同为一种写法的不报",
    en: "One column, one way of writing, so that it can be sorted; 2025年底前 and 2025年12月底前 are both standard, and a column that agrees in another way is left alone",
  },
  severity: "info",
  scope: "table",
  kind: taskListKind,
  reads: ["deadline", "category"],
  *check(table, rows, context) {
    const entries = [...readDeadlines(table, rows, context, isUnstandard)];
    if (entries.length === 0) return;
    const [standardOne] = readDeadlines(table, rows, context, ({ form }) => form === "standard");
    const usual = standardOne === undefined ? commonestForm(entries) : "standard";
    for (const entry of entries) {
      if (formOf(entry) === usual) continue;
      const { row, cell } = entry;
      const standard = standardText(cell);
      if (standard === undefined) continue;
      const range = table.range(row, "deadline");
      const before = contentAt(table.worksheet, range.top, range.left);
      const fixes = isFormula(before) ? [] : [{ title: messages.rewrite(standard), edits: [setCell(table.sheet, range.top, range.left, before, standard)], safe: true }];
      yield { range, message: messages.unlike(deadlineText(table, row, cell), standard), fixes };
    }
  },
});

/** 2022.12 and 2023.6 are written alike, 2022-12 is not. */
function formOf({ cell, value }: DeadlineEntry): string {
  return cell.form === "loose" && (typeof value === "string" || typeof value === "number") ? String(value).replace(/\d+/g, "9") : cell.form;
}

function isUnstandard({ form }: DeadlineCell): boolean {
  return form === "loose" || form === "date";
}

function commonestForm(entries: readonly DeadlineEntry[]): string {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(formOf(entry), (counts.get(formOf(entry)) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), ["", 0] as [string, number])[0];
}
