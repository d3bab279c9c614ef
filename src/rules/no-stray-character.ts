import { setCell } from "../core/edit";
import { defineRule } from "../core/rule";
import { findStray, type Stray } from "../language/stray";
import { taskListKind, unitKeys } from "../templates/task-list-kind";

const names: Readonly<Record<Stray, { readonly zh: string; readonly en: string }>> = {
  space: { zh: "多余的空格或换行", en: "needless spaces or line breaks" },
  invisible: { zh: "不可见字符", en: "invisible characters" },
  backtick: { zh: "反引号", en: "a backtick" },
  bookmark: { zh: "书签残留", en: "what is left of a bookmark" },
};

export const messages = {
  stray: (kinds: readonly Stray[]) => ({
    zh: `单元格中有${kinds.map((kind) => names[kind].zh).join("、")}，建议去掉`,
    en: `The cell holds ${kinds.map((kind) => names[kind].en).join(", ")}; better removed`,
  }),
  remove: () => ({ zh: "去掉多余字符", en: "Remove the stray characters" }),
};

export default defineRule({
  id: "no-stray-character",
  description: {
    zh: "看不见的字符和多余的空格会使同一单位、同一任务对不上；表头为美观加的空格不查",
    en: "Unseen characters and needless spaces keep equal names from matching; headers spaced out for looks are left alone",
  },
  severity: "info",
  scope: "text",
  kind: taskListKind,
  asks: ({ columns, headerBottom, bounds, sheet }) => {
    const unitColumns = new Set(unitKeys.flatMap((key) => columns.get(key) ?? []));
    return (text, row, column) => {
      const found = findStray(text, unitColumns.has(column) && row > headerBottom && row <= bounds.bottom);
      if (found === undefined) return undefined;
      return { message: messages.stray(found.kinds), fixes: [{ title: messages.remove(), edits: [setCell(sheet, row, column, text, found.cleaned)], safe: true }] };
    };
  },
});
