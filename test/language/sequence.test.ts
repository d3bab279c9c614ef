import { readSequence, type Numbered } from "../../src/language/sequence";

/** `|` begins a category, `_` is blank, `?` unreadable. */
function cells(text: string): Numbered[] {
  const parts = text.split(" ").filter((part) => part !== "");
  return parts.flatMap((part, index) => {
    if (part === "|") return [];
    const isStart = index === 0 || parts[index - 1] === "|";
    return [{ value: part === "_" ? ("blank" as const) : part === "?" ? ("unreadable" as const) : Number(part), isStart }];
  });
}

const breaksOf = (text: string): string[] => readSequence(cells(text)).breaks.map((found) => `${found.kind}@${found.index}`);

test.each(["1 2 3 4", "5 6 7", "1 2 | 1 2 3 | 1", "1 2 | 3 4", "1 2 ? 3 4", "1 2 ? 4", "1 ? ? 4", "", "7", "1 2 | ? 2 3"])("%s is in order", (text) => {
  expect(breaksOf(text)).toEqual([]);
});

test.each([
  ["12 13 15 16", ["jump@2"]],
  ["1 2 4", ["jump@2"]],
  ["1 2 2 3", ["repeated@2"]],
  ["1 2 2 4 5", ["repeated@2"]],
  ["1 2 5 3 4 6", ["disorder@2"]],
  ["1 2 4 3 5 6", ["disorder@2"]],
  ["1 2 7 4 5", ["jump@2"]],
  ["1 3 2 4 5", ["disorder@1"]],
  ["1 _ 3", ["missing@1"]],
  ["1 _ 2 3", ["missing@1"]],
  ["_ 2 3", ["missing@0"]],
  ["1 2 3 1 2 3", ["repeated@3"]],
  ["1 2 | 1 3 4", ["jump@3"]],
  ["1 2 | 5 6", ["jump@2"]],
  ["3 2 3 4", ["jump@0"]],
  ["1 2 3 5 6 8 9", ["jump@3", "jump@5"]],
  ["1 2 | _ 2 3", ["missing@2"]],
  ["1 2 999999999 4 5", ["jump@2"]],
  ["1 2 2023 2024", ["jump@2"]],
])("%s → %j", (text, breaks) => {
  expect(breaksOf(text)).toEqual(breaks);
});
