import { defineRule } from "../core/rule";
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
  scope: "text",
  kind: taskListKind,
  asks: ({ bounds }) => (text, row) => {
    const blank = findPlaceholder(text);
    const isPassedOver = row > bounds.bottom || (row < bounds.top && signing.test(text));
    return blank === undefined || isPassedOver ? undefined : { message: messages.unfilled(blank) };
  },
});
