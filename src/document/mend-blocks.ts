import type { Block, Paragraph } from "./document";
import { joinBroken } from "./join-lines";
import { beginsItem, isClosed, isCutShort, joinHalves } from "./line-shape";
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

/** A line break parts paragraphs where a line is finished, blank or indented, or the next begins an item; else it stays inside one. */
function splitBreaks(paragraph: Paragraph): Paragraph[] {
  const { text } = paragraph;
  if (!text.includes("\n")) return [paragraph.text === text.trim() ? paragraph : { ...paragraph, text: text.trim() }];
  const isWhole = paragraph.heading !== undefined || paragraph.isTitle === true;
  const texts: string[][] = [];
  let before: string | undefined;
  for (const line of text.split("\n")) {
    const trimmed = line.trim();
    if (trimmed === "") {
      if (!isWhole) before = undefined;
      continue;
    }
    const current = texts[texts.length - 1];
    const isNew = before === undefined || (!isWhole && (beginsItem(trimmed) || isClosed(before) || /^[\u3000\u00a0\u2003 ]{2}/.test(line)));
    if (current === undefined || isNew) texts.push([trimmed]);
    else if (before !== undefined && !isWhole && isCutShort(before, trimmed)) current.push(joinHalves(current.pop() ?? "", trimmed));
    else current.push(trimmed);
    before = trimmed;
  }
  return texts.map((lines) => ({ ...paragraph, text: lines.join("\n") }));
}
