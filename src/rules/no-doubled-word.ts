import { setCell } from "../core/edit";
import { defineRule } from "../core/rule";
import { quote } from "../core/text";
import { findDoubledWords, type DoubledWord } from "../language/doubled-word";
import { taskListKind } from "../templates/task-list-kind";

export const messages = {
  doubled: (places: readonly string[]) => ({
    zh: `${places.map((place) => `“${quote(place, 20)}”`).join("、")}疑似重复了字词，请核对`,
    en: `${places.map((place) => `“${quote(place, 20)}”`).join(", ")} seems to say a word twice; please check`,
  }),
  drop: (words: readonly string[]) => ({
    zh: `去掉重复的${words.map((word) => `“${quote(word, 10)}”`).join("、")}`,
    en: `Drop the second ${words.map((word) => `“${quote(word, 10)}”`).join(", ")}`,
  }),
};

export default defineRule({
  id: "no-doubled-word",
  description: {
    zh: "录入时多打一遍的字词会使名称对不上；市市场监管局、常常、面对面这类本来如此的不报",
    en: "A word typed twice keeps names from matching; 市市场监管局, 常常, 面对面 and their like are right",
  },
  severity: "warning",
  scope: "text",
  kind: taskListKind,
  asks: ({ sheet }) => (text, row, column) => {
    const found = findDoubledWords(text);
    if (found.length === 0) return undefined;
    return {
      message: messages.doubled(found.map(({ start, end }) => text.slice(Math.max(0, start - 2), end + 2))),
      fixes: [{ title: messages.drop([...new Set(found.map(({ word }) => word))]), edits: [setCell(sheet, row, column, text, mended(text, found))], safe: false }],
    };
  },
});

/** The whole text with all of them mended, the last first so that places hold. */
function mended(text: string, found: readonly DoubledWord[]): string {
  return found.reduceRight((before, { end, word }) => before.slice(0, end - word.length) + before.slice(end), text);
}
