import { readNumbering, type Numbering } from "../language/numbering";
import { ordinalOf } from "../language/ordinal";
import type { PlanDocument } from "./document";
import { findResponsibilities } from "./find-responsibility";
import { joinResponsibilities, type Responsibility } from "./responsibility";
import { writtenLines, type Origin, type TableLine } from "./written-lines";

/** A stretch of a paragraph that states one thing: a heading, a task, a part of one, who does it. */
export type Line = {
  readonly kind: "line";
  /** As written, with its number and responsibility. */
  readonly text: string;
  /** Without them. */
  readonly body: string;
  readonly numbering?: Numbering;
  readonly says?: Responsibility;
  /** Who does it stands on a line of its own, behind a label or in a bracket. */
  readonly isApart: boolean;
  readonly heading?: number;
  readonly isTitle?: true;
  readonly source: number;
  /** It goes on in the paragraph of the line before, whose number is its own too. */
  readonly isSameParagraph: boolean;
};

/** A document's lines in order. */
export function linesOf(document: PlanDocument): (Line | TableLine)[] {
  const lines: (Line | TableLine)[] = [];
  for (const written of writtenLines(document)) {
    if (written.kind === "table") lines.push(written);
    else lines.push(...splitLine(written.text, written));
  }
  return lines;
}


const blank = /^[\s\u3000。；;，,、.]*$/;

/** One line for each responsibility in a paragraph, each with the text before it. */
function splitLine(text: string, origin: Origin): Line[] {
  const found = findResponsibilities(text);
  if (found.length === 0) return splitHeads(text, 1).map((part, index) => lineOf(part, part, undefined, origin, index > 0));
  const pieces: { raw: string; body: string; says: Responsibility }[] = [];
  let from = 0;
  for (const [index, { start, end, says }] of found.entries()) {
    const before = text.slice(from, start);
    const last = pieces.at(-1);
    if (last !== undefined && blank.test(before)) {
      last.raw += text.slice(from, end);
      last.says = joinResponsibilities(last.says, says);
    } else pieces.push({ raw: text.slice(from, end), body: index === 0 ? before : before.replace(/^[。；;，,、]/, ""), says });
    from = end;
  }
  const rest = text.slice(from);
  const last = pieces.at(-1);
  const lines: Line[] = [];
  for (const { raw, body, says } of pieces) {
    const heads = splitHeads(body, pieces.length);
    for (const [index, head] of heads.entries()) {
      const isLast = index === heads.length - 1;
      lines.push(lineOf(isLast ? raw.slice(raw.indexOf(head.slice(0, 40)) < 0 ? 0 : raw.indexOf(head.slice(0, 40))) : head, head, isLast ? says : undefined, origin, lines.length > 0));
    }
  }
  if (last === undefined || rest.trim() === "") return lines;
  const end = lines.at(-1);
  // what follows a bracket belongs to its task, unless many tasks share the paragraph
  if (end !== undefined && (blank.test(rest) || (pieces.length < 3 && !last.body.startsWith("\n")))) lines[lines.length - 1] = { ...end, text: end.text + rest, body: joinBody(end.body, rest) };
  else lines.push(lineOf(rest, rest, undefined, { source: origin.source }, false));
  return lines;
}

function joinBody(body: string, rest: string): string {
  if (body.trim() === "") return body;
  return blank.test(rest) ? (/[。；;！？!?：:]$/.test(body.trim()) ? body : body + rest.trim()) : body + rest.replace(/^[。；;，,]/, (mark) => (/[。；;！？!?]$/.test(body) ? "" : mark));
}

/** 具体措施：1.甲: words that only say that tasks follow. */
const leadIn = /^[\s\u3000]*(?:具体|主要|重点|工作)(?:工作)?(?:措施|任务|举措|内容|安排)[：:]\s*/;
const innerNumber = /[（(][一二三四五六七八九十]{1,3}[）)]|(?<![\d.．])1[.．、](?!\d)/;
const firstHead = /[。：；](?=一、)/;

/** Headings that a paragraph of many tasks runs together with what follows them: 二、甲（五）乙. */
function splitHeads(text: string, count: number): string[] {
  if (count < 3) return [text];
  const plain = text.replace(leadIn, "");
  const at = firstHead.exec(plain)?.index;
  if (at !== undefined) return [plain.slice(0, at + 1), ...splitHeads(plain.slice(at + 1), count)];
  const numbering = readNumbering(plain);
  if (numbering === undefined || numbering.level > 2) return [plain];
  const inner = innerNumber.exec(plain.slice(numbering.length, numbering.length + 120));
  if (inner === null) return [plain];
  const cut = numbering.length + inner.index;
  const isTitle = !/[。；]/.test(plain.slice(numbering.length, cut));
  return isTitle && cut > numbering.length + 3 ? [plain.slice(0, cut), ...splitHeads(plain.slice(cut), count)] : [plain];
}

/** 任务一：, 【任务1】, 行动三、: numbers behind a word. */
const named = /^[【[]?(?:重点|主要|专项|具体)?(?:任务|工程|行动|项目|举措|措施)[ ]?([一二三四五六七八九十]{1,3}|\d{1,3})(?:[】\]][：:]?|[：:、.．](?!\d))[\s\u3000]{0,4}/;

function numberingOf(text: string): Numbering | undefined {
  const found = readNumbering(text);
  if (found !== undefined) return found;
  const match = named.exec(text);
  const value = match?.[1] === undefined ? undefined : ordinalOf(match[1]);
  return match?.[1] === undefined || value === undefined ? undefined : { style: "named", level: 3, value, text: match[1], length: match[0].length };
}

function lineOf(text: string, written: string, says: Responsibility | undefined, { source, heading, isTitle }: Origin, isSameParagraph: boolean): Line {
  const led = written.replace(leadIn, "");
  const body = led.length < written.length && (isSameParagraph || led === "" || readNumbering(led) !== undefined) ? led : written;
  const found = numberingOf(body);
  // 一是 and 第一， begin a sentence, no item of the outline
  const numbering = found === undefined || found.level > 5 ? undefined : found;
  const plain = body.slice(numbering?.length ?? 0).trim();
  const isApart = says !== undefined && blank.test(plain);
  return {
    kind: "line",
    text: text.trim(),
    body: isApart ? "" : plain,
    ...(numbering === undefined || isApart ? {} : { numbering }),
    ...(says === undefined ? {} : { says }),
    isApart,
    ...(heading === undefined ? {} : { heading }),
    ...(isTitle === undefined ? {} : { isTitle }),
    source,
    isSameParagraph,
  };
}

