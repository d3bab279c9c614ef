import type { Block, Paragraph } from "./document";
import { joinBroken } from "./join-lines";
import { beginsItem, isClosed, isCutShort } from "./line-shape";
import { splitRunOn } from "./split-run-on";

/** Parts paragraphs at line breaks that stand for paragraphs, joins what a page's end has broken, splits what was run together; `startsAnew` are paragraphs that go on with none. */
export function mendBlocks(blocks: readonly Block[], startsAnew: (paragraph: Paragraph) => boolean): Block[] {
  const mended: Block[] = [];
  let run: Paragraph[] = [];
  const endRun = (): void => {
    for (const paragraph of joinBroken(run, startsAnew)) mended.push(...splitRunOn(paragraph));
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === "paragraph") run.push(...splitBreaks(block));
    else {
      endRun();
      mended.push(block);
    }
  }
  endRun();
  return mended;
}

/** Line breaks part paragraphs where one of them must: behind a finished line, before an indented one or an item. Inside a sentence they are none. Else they stay inside one. */
function splitBreaks(paragraph: Paragraph): Paragraph[] {
  const { text } = paragraph;
  if (!text.includes("\n")) return [text === text.trim() ? paragraph : { ...paragraph, text: text.trim() }];
  const lines = text.split("\n");
  const isWhole = paragraph.heading !== undefined || paragraph.isTitle === true;
  if (isWhole || !lines.some((line, index) => index > 0 && isParted(lines[index - 1] ?? "", line))) {
    return [{ ...paragraph, text: lines.map((line) => line.trim()).filter((line) => line !== "").join("\n") }];
  }
  return joinBroken(lines.filter((line) => line.trim() !== "").map((line) => ({ ...paragraph, text: line.trim() })));
}

/** The break is the page's, not the sentence's: it parts two paragraphs, or nothing. */
function isParted(before: string, line: string): boolean {
  const trimmed = line.trim();
  if (trimmed === "" || before.trim() === "") return true;
  return /^[\u3000\u00a0\u2003 ]{2}/.test(line) || beginsItem(trimmed) || isClosed(before.trim()) || isCutShort(before.trim(), trimmed);
}
