import type { Block, Paragraph } from "./document";
import { joinBroken } from "./join-lines";
import { splitRunOn } from "./split-run-on";

/** Joins what a page's end has broken and splits what was run together; `startsAnew` are paragraphs that go on with none. */
export function mendBlocks(blocks: readonly Block[], startsAnew: (paragraph: Paragraph) => boolean): Block[] {
  const mended: Block[] = [];
  let run: Paragraph[] = [];
  const endRun = (): void => {
    for (const paragraph of joinBroken(run, startsAnew)) mended.push(...splitRunOn(paragraph));
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === "paragraph") run.push(block);
    else {
      endRun();
      mended.push(block);
    }
  }
  endRun();
  return mended;
}
