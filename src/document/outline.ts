import type { Numbering } from "../language/numbering";
import type { Line } from "./lines";
import { isColophon } from "./page-lines";
import { joinResponsibilities, type Responsibility } from "./responsibility";

/** One task's text within an item, with who does it; an item mostly has one. */
export type Part = { lines: Line[]; says?: Responsibility; /** Its responsibility stood on a line of its own. */ isLabelled: boolean; /** Taken from the last of its parts. */ isLent?: true };

/** A heading or a numbered item with all that stands under it. */
export type Item = {
  /** The line that opens it; undefined for the document itself. */
  readonly head?: Line;
  readonly numbering?: Numbering;
  readonly style: string;
  readonly level: number;
  readonly parent?: Item;
  readonly children: Item[];
  readonly parts: Part[];
};

export type Outline = {
  readonly root: Item;
  /** Puts a line in its place. */
  readonly add: (line: Line, next: Line | undefined) => void;
  /** What follows belongs to nothing before it: an annex, a colophon. */
  readonly close: () => void;
  /** The nearest heading that stands directly above. */
  readonly heading: () => Item | undefined;
};

export function createOutline(): Outline {
  const root: Item = { style: "document", level: 0, children: [], parts: [] };
  let current = root;

  const open = (line: Line, style: string, level: number): void => {
    const parent = parentFor(current, style, level, line.numbering?.value);
    const item: Item = { head: line, ...(line.numbering === undefined ? {} : { numbering: line.numbering }), style, level, parent, children: [], parts: [] };
    parent.children.push(item);
    current = item;
    addText(item, line);
  };
  const close = (): void => {
    current = root;
    root.parts.push({ lines: [], isLabelled: false });
  };
  return {
    root,
    add: (line, next) => {
      if (line.isApart) addResponsibility(current, line);
      else if (line.body === "") return;
      else if (line.numbering !== undefined) open(line, line.numbering.style, line.numbering.level);
      else if (line.isTitle === true || isColophon(line.text)) close();
      else if (line.heading !== undefined) open(line, `heading ${line.heading}`, line.heading - 0.5);
      else if (isBareHeading(line, next) && !(current.numbering !== undefined && general.test(line.body))) open(line, "bare", (next?.numbering?.level ?? 1) - 0.5);
      else addText(current, line);
    },
    close,
    heading: () => (current !== root && current.parts.length === 1 && current.parts[0]?.says === undefined && current.parts[0]?.lines.length === 1 ? current : undefined),
  };
}

/** Styles nest as the document nests them: one that is open already is gone back to, any other goes below what is higher. */
function parentFor(current: Item, style: string, level: number, value: number | undefined): Item {
  for (let item: Item | undefined = current; item?.parent !== undefined; item = item.parent) if (item.style === style) return item.parent;
  let item = current;
  // 第一部分 over 一、: of one level, the one that begins anew is the lower
  while (item.parent !== undefined && (item.level > level || (item.level === level && value !== 1))) item = item.parent;
  return item;
}

const closed = /[。；;：:，,、！!？?…”]$/;

/** Under a numbered heading these only lead in. */
const general = /^(?:主要|具体|重点|工作)(?:工作)?(?:措施|举措|任务|内容|安排)$/;

/** 主要目标 before a list that begins with 1. */
function isBareHeading({ body, says }: Line, next: Line | undefined): boolean {
  return says === undefined && body.length <= 30 && !closed.test(body) && next?.numbering?.value === 1 && !/^[（(]/.test(body) && !/^(?:\d{4}年)?\d{1,2}月\d{1,2}日$/.test(body);
}

/** A title of its own that no sentence follows in its line. */
export function isTitleLike({ body }: Line): boolean {
  return body.length <= 50 && !/[。；;！!？?]/.test(body.slice(0, -1)) && !/[；;]$/.test(body);
}

function addText(item: Item, line: Line): void {
  const last = item.parts.at(-1);
  // outside any item a paragraph stands for itself
  const takes = last !== undefined && item.head !== undefined && (last.says === undefined || (line.says === undefined && last.lines.length === 1 && last.lines[0] === item.head && !last.isLabelled && isOpenTitle(line, last)));
  // a bracket later on is its own paragraph's
  const isOwn = line.says !== undefined && last?.says === undefined && item.parts.length > 1 && !line.isSameParagraph;
  if (isOwn) item.parts.pop();
  if (!takes || isOwn) item.parts.push({ lines: [line], isLabelled: false, ...(line.says === undefined ? {} : { says: line.says }) });
  else {
    last.lines.push(line);
    if (line.says !== undefined) last.says = last.says === undefined ? line.says : joinResponsibilities(last.says, line.says);
  }
}

/** A heading that names who does it goes on in the text below it. */
function isOpenTitle(line: Line, part: Part): boolean {
  const head = part.lines[0];
  return head !== undefined && !closed.test(head.body) && isTitleLike(head) && !line.isSameParagraph;
}

const mostUnits = 1000;

function addResponsibility(item: Item, line: Line): void {
  // 责任领导：甲 alone names no unit and is no part of the text
  if (line.says === undefined || (!line.says.isLabelled && line.says.units.length === 0 && line.says.deadlines.length === 0)) return;
  let last = item.parts.at(-1);
  if (last === undefined) item.parts.push((last = { lines: [], isLabelled: true }));
  last.lines.push(line);
  if (last.says === undefined) last.says = line.says;
  // no task has more; a document that repeats a label without end would take its time
  else if (last.says.units.length < mostUnits) last.says = joinResponsibilities(last.says, line.says);
  last.isLabelled = true;
}
