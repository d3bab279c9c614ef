import { defineRule } from "../core/rule";
import { findInTexts, ownCaptions } from "../core/table-texts";
import { quote } from "../core/text";
import { findPlaceholder } from "../language/placeholder";
import { taskListKind } from "../templates/task-list-kind";

export const messages = {
  unfilled: (blank: string) => ({
    zh: `“${quote(blank)}”处还没有填写，请补充完整`,
    en: `“${quote(blank)}” is a blank still to be filled in`,
  }),
};

/** 单位（盖章）：____ is filled in by hand, once the sheet is printed. */
const signing = /盖章|签字|签名|签章|填表|填报|审核|审批|制表|联系/;

export default defineRule({
  id: "no-placeholder",
  description: {
    zh: "留空待填的内容（XX、20__年、待定）报送前须补全；落款、盖章等手写处不查",
    en: "What was left to be filled in (XX, 20__年, 待定) must be filled in before submission; lines for signatures are passed over",
  },
  severity: "error",
  scope: "table",
  kind: taskListKind,
  *check(table, _rows, { tables }) {
    const titles = ownCaptions(table, tables).filter(({ text, range }) => range.top < table.bounds.top && !signing.test(text));
    for (const { range, found } of findInTexts(table, titles, findPlaceholder)) yield { range, message: messages.unfilled(found) };
  },
});
