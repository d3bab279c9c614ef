import { chineseToNumber } from "./chinese-number";
import { scaleOf, unitAt } from "./measure";
import { writeOrdinal } from "./ordinal";
import { readSequence, type Break, type Numbered } from "./sequence";

/** The number a paragraph begins with: 一、, （二）, 3., ④, 第五条, 一是, 1.1. */
export type Numbering = {
  /** The shape's name; a decimal's holds the numbers in front of its last: "decimal 1." for 1.2. */
  readonly style: string;
  /** 一、 1, （一） 2, 1. 3, （1） 4, ① 5, 一是 6; a decimal has as many as it has parts. */
  readonly level: number;
  readonly value: number;
  /** As written, with its punctuation. */
  readonly text: string;
  /** How many characters of the line it takes, with the spaces around it. */
  readonly length: number;
};

type Style = { readonly name: string; readonly level: number; readonly model: string; readonly pattern: RegExp };

const chinese = "(?<chinese>[一二三四五六七八九十百零〇]{1,5})";
const digits = "(?<digits>[0-9０-９]{1,3})";

function style(name: string, level: number, model: string, pattern: string): Style {
  return { name, level, model, pattern: new RegExp(`^${pattern}`) };
}

/** The first whose pattern fits; `model` is how its 1 is written. */
const styles: readonly Style[] = [
  style("chinese-comma", 1, "一、", `${chinese}[ ]?、`),
  style("chinese-bracket", 2, "（一）", `[（(][ ]?${chinese}[ ]?[）)]`),
  style("digit-bracket", 4, "（1）", `[（(][ ]?${digits}[ ]?[）)]`),
  style("digit-comma", 3, "1、", `${digits}[ ]?、`),
  style("digit-dot", 3, "1.", `${digits}[ ]?[.．]`),
  style("digit-close", 4, "1）", `${digits}[ ]?[）)]`),
  style("chinese-dot", 1, "一.", `${chinese}[ ]?[.．]`),
  style("chinese-close", 2, "一）", `${chinese}[）)]`),
  style("part", 1, "第一部分", `第[ ]?${chinese}[ ]?部分`),
  style("chapter", 1, "第一章", `第[ ]?${chinese}[ ]?章(?!程|鱼)`),
  style("section", 2, "第一节", `第[ ]?${chinese}[ ]?节(?![课能约])`),
  style("article", 3, "第一条", `第[ ]?${chinese}[ ]?条(?![线件例路款理约形])`),
  style("digit-article", 3, "第1条", `第[ ]?${digits}[ ]?条(?![线件例路款理约形])`),
  style("first", 6, "一是", `${chinese}是(?![一二两不否])`),
  style("firstly", 6, "第一，", `第${chinese}[，、](?!第)`),
];

/** Signs that hold number and shape in one, by the first of them and how many there are. */
const signs: readonly (readonly [first: string, count: number, name: string, level: number])[] = [
  ["①", 20, "circled", 5],
  ["㉑", 15, "circled", 5],
  ["㊱", 15, "circled", 5],
  ["⑴", 20, "bracketed-sign", 4],
  ["⒈", 20, "dotted-sign", 3],
  ["㈠", 10, "chinese-bracketed-sign", 2],
];

const mayBegin = /^[\s\ufeff]{0,20}[一二三四五六七八九十第（(0-9０-９\u2460-\u249b\u3220-\u3229\u3251-\u325f\u32b1-\u32bf]/;

/** The number that a line begins with; undefined for 三、四级手术, 2022年, 1.2亿元, 5G and the like. */
export function readNumbering(line: string): Numbering | undefined {
  if (!mayBegin.test(line)) return undefined;
  const indent = /^[\s\ufeff]{0,20}/.exec(line)?.[0].length ?? 0;
  const head = line.slice(indent, indent + 48);
  const found = readSign(head) ?? readDecimal(head) ?? readShape(head);
  if (found === undefined) return undefined;
  const spaces = /^[ \u3000\u00a0\t]{0,20}/.exec(line.slice(indent + found.text.length, indent + found.text.length + 20))?.[0].length ?? 0;
  return { ...found, length: indent + found.text.length + spaces };
}

type Found = Omit<Numbering, "length">;

function readSign(head: string): Found | undefined {
  const code = head.charCodeAt(0);
  for (const [first, count, name, level] of signs) {
    const offset = code - first.charCodeAt(0);
    if (offset < 0 || offset >= count) continue;
    const value = offset + (first === "㉑" ? 21 : first === "㊱" ? 36 : 1);
    return { style: name, level, value, text: head.charAt(0) };
  }
  return undefined;
}

function readShape(head: string): Found | undefined {
  for (const { name, level, pattern } of styles) {
    const match = pattern.exec(head);
    if (match === null) continue;
    const { chinese: numeral, digits: number } = match.groups ?? {};
    const value = numeral === undefined ? Number(number?.normalize("NFKC")) : chineseToNumber(numeral);
    const rest = head.slice(match[0].length);
    if (value === undefined || value === 0 || goesOn(name, value, rest)) return undefined;
    return { style: name, level, value, text: match[0] };
  }
  return undefined;
}

/** Whether what looks like a number's end is inside a phrase: 三、四级手术, 1、2号楼, 1.2亿元. */
function goesOn(name: string, value: number, rest: string): boolean {
  if (name === "chinese-comma") {
    const next = /^(?<list>[一二三四五六七八九十]{1,2}(?:[、和至][一二三四五六七八九十]{1,2}){0,4})(?<unit>.?)/.exec(rest)?.groups;
    if (next === undefined) return false;
    const second = chineseToNumber(/^[一二三四五六七八九十]+/.exec(next["list"] ?? "")?.[0] ?? "");
    if (second === undefined || second <= value) return false;
    return second === value + 1 ? !/^[大个项条是届]/.test(next["unit"] ?? "") : /^(?:[级类等产季期批年月线审次层档期者班组队]|$)/.test(next["unit"] ?? "");
  }
  if (name === "digit-comma") {
    const next = /^(?<second>[0-9０-９]{1,3})(?<unit>.?)/.exec(rest)?.groups;
    return next !== undefined && Number((next["second"] ?? "").normalize("NFKC")) === value + 1 && !/^[A-Za-z.．]/.test(next["unit"] ?? "");
  }
  if (name === "digit-dot") return /^[0-9０-９]/.test(rest) && isMeasured(rest);
  if (name === "digit-close" || name === "digit-bracket" || name === "chinese-bracket") return /^[班号栋室%％]/.test(rest);
  return false;
}

/** Digits behind a point that do not begin the paragraph's text, as 2025年 and 12345热线 do. */
function isMeasured(rest: string): boolean {
  const run = /^[0-9０-９]+/.exec(rest)?.[0].length ?? 0;
  const behind = rest.slice(run, run + 8);
  if (run === 4 && /^(?:年|[—–\-~～至])/.test(behind)) return false;
  if (/^G(?!B|W)/.test(behind) && run === 1) return false;
  return run < 3 || unitAt(behind, 0, false) !== undefined || scaleOf(behind, 0) !== undefined || /^[%％‰.．]/.test(behind) || behind === "";
}

const decimal = /^(?<front>(?:[0-9]{1,2}[.．]){1,4})(?<last>[0-9]{1,2})(?<end>[.．、]?)(?![0-9%％‰A-Za-z:：∶/~～—–-])/;

/** What is measured in fractions. */
const measured =
  /^(?:[个米亩吨元倍天岁克斤级成番万亿百]|百分点|平方|立方|公(?:里|斤|顷|分)|千(?:瓦|米|克|伏)|厘米|毫|海里|小时|分钟|年(?!度)|升(?![级学])|人(?![民才员口事社工大力均群居文])|户(?![籍外型])|次(?!序))/;

/** 1.1 总则, 3.2.1加强领导; not 1.2亿元, 12.31前, 2.0版. */
function readDecimal(head: string): Found | undefined {
  const match = decimal.exec(head);
  const { front = "", last = "", end = "" } = match?.groups ?? {};
  if (match === null) return undefined;
  const parts = `${front}${last}`.split(/[.．]/);
  if (parts.some((part) => part.startsWith("0"))) return undefined;
  const rest = head.slice(match[0].length);
  const isSpaced = /^[\s\u3000]/.test(rest) || end !== "";
  if (rest.trim() === "") return undefined;
  if (parts.length === 2) {
    if (isSpaced && /^(?:[万亿%％‰]|个?百分点)/.test(rest.trimStart())) return undefined;
    if (!isSpaced && (!/^[\u4e00-\u9fff“《（(【]/.test(rest) || measured.test(rest) || /^(?:[前后起至到日号月版时代以左余多几及和]|比)/.test(rest))) return undefined;
  }
  return { style: `decimal ${front}`, level: parts.length, value: Number(last), text: match[0] };
}

/** How a style writes a number: ("chinese-bracket", 3) → （三）; the inverse of reading it. */
export function stringifyNumbering(name: string, value: number): string {
  if (name.startsWith("decimal ")) return `${name.slice("decimal ".length)}${value}`;
  const model = styles.find((one) => one.name === name)?.model;
  if (model !== undefined) return writeOrdinal(model, value);
  for (const [first, count, sign] of signs) {
    const offset = value - (first === "㉑" ? 21 : first === "㊱" ? 36 : 1);
    if (sign === name && offset >= 0 && offset < count) return String.fromCharCode(first.charCodeAt(0) + offset);
  }
  return String(value);
}

export type NumberingBreak = { readonly index: number; readonly kind: "gap" | "repeat" | "disorder"; readonly expected: number };

/** Where a run of numbered lines does not go on. A deeper level may start again under each shallower one, or go on through them. */
export function findNumberingBreaks(numbers: readonly Numbering[]): NumberingBreak[] {
  type Run = { readonly cells: Numbered[]; readonly indexes: number[] };
  const runs = new Map<string, Run>();
  const lastOfLevel: number[] = [];
  numbers.forEach(({ style: name, level, value }, index) => {
    const key = name.startsWith("decimal ") ? name : String(level);
    const run = runs.get(key) ?? { cells: [], indexes: [] };
    runs.set(key, run);
    const before = run.indexes[run.indexes.length - 1] ?? -1;
    const last = run.cells[run.cells.length - 1]?.value;
    const isUnderNew = lastOfLevel.slice(0, level).some((at) => at > before);
    // a list may start again where an unnumbered line parts it from the one before
    run.cells.push({ value, isStart: before < 0 || isUnderNew || (value === 1 && last !== 1) });
    run.indexes.push(index);
    lastOfLevel[level] = index;
  });
  return [...runs.values()].flatMap(({ cells, indexes }) => readSequence(cells).breaks.flatMap((found) => named(found, cells, indexes))).sort((one, other) => one.index - other.index);
}

function named(found: Break, cells: readonly Numbered[], indexes: readonly number[]): NumberingBreak[] {
  const index = indexes[found.index];
  if (index === undefined || found.kind === "missing") return [];
  if (found.kind !== "repeated") return [{ index, kind: found.kind === "jump" ? "gap" : "disorder", expected: found.expected }];
  const before = cells[found.index - 1]?.value;
  return [{ index, kind: "repeat", expected: typeof before === "number" ? before + 1 : 1 }];
}
