import type { Paragraph } from "./document";
import { isLabelled } from "./line-shape";
import { readNumbering } from "../language/numbering";

/** A line so long holds more than one paragraph, if it holds numbers that go on. */
const runOn = 1500;

const candidate = /[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9０-９]{1,2}[.．、]|[（(][0-9]{1,2}[）)]|(?:具体|工作|主要|重点|落实)(?:措施|举措|任务)[：:]|(?:责任|牵头|配合|主办|协办)(?:单位|部门)[：:]|(?:完成|办结)(?:时限|时间)[：:]|[）)〕]/g;

const responsible = /(?:单位|部门)[：:]|负责[）)〕]?$|牵头|落实[）)〕]?$/;

/** A whole document on one line, split where its numbers, its labels and its responsibility brackets part it. */
export function splitRunOn(paragraph: Paragraph): Paragraph[] {
  const { text, source } = paragraph;
  if (text.length < runOn) return [paragraph];
  const cuts = findCuts(text);
  if (cuts.length < 3) return [paragraph];
  return [0, ...cuts].flatMap((from, index): Paragraph[] => {
    const piece = text.slice(from, cuts[index] ?? text.length).trim();
    return piece === "" ? [] : [{ kind: "paragraph", text: piece, source }];
  });
}

function findCuts(text: string): number[] {
  const cuts: number[] = [];
  const last = new Map<string, number>();
  for (const match of text.matchAll(candidate)) {
    const at = match.index;
    const [found] = match;
    const before = text.charAt(at - 1);
    const isBehindEnd = /[。；！？：）)〕”]/.test(before) || at === 0;
    if (found.length === 1) {
      if (endsResponsibility(text, at)) cuts.push(at + 1);
      continue;
    }
    if (isLabelled(found)) {
      if (isBehindEnd && before !== "：") cuts.push(at);
      continue;
    }
    const numbering = readNumbering(text.slice(at, at + 48));
    if (numbering === undefined) continue;
    const { style, value, level } = numbering;
    const expected = (last.get(style) ?? 0) + 1;
    // a heading before （一） carries no mark; elsewhere a number needs an end before it
    const isNext = value === expected || (value === 1 && level > 1 && isBehindEnd);
    if (!isNext || (style !== "chinese-bracket" && !isBehindEnd) || (style === "chinese-bracket" && /[第按据照及和]/.test(before))) continue;
    if (level > 3 && !/[。；：]/.test(before)) continue;
    last.set(style, value);
    if (level === 1 || level === 2) for (const other of [...last.keys()]) if (/^digit/.test(other)) last.delete(other);
    cuts.push(at);
  }
  return [...new Set(cuts)].filter((cut) => cut > 0 && cut < text.length).sort((one, other) => one - other);
}

/** （…负责） with text right behind it: the paragraph is over. */
function endsResponsibility(text: string, close: number): boolean {
  const next = text.charAt(close + 1);
  if (next === "" || /[，。；、：！？）)”》]/.test(next)) return false;
  const inside = text.slice(Math.max(0, close - 300), close);
  const open = Math.max(inside.lastIndexOf("（"), inside.lastIndexOf("("), inside.lastIndexOf("〔"));
  return open >= 0 && /[。；！？）)]/.test(inside.charAt(open - 1) || "。") && responsible.test(inside.slice(open));
}
