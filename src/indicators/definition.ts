import { substitute, type Expression, atom } from "../formula/expression";
import { closesOf, isQuantity, isSymbol, levelSigns, readArithmetic, type Arithmetic } from "./arithmetic";
import { readHeader } from "./header";
import type { Term } from "./indicator";
import { isIndicatorName } from "./indicator-name";
import { withoutSpaces } from "./plain-text";
import { readWorded } from "./worded-definition";

/** How an indicator is computed, as a person wrote it in a cell. */
export type WrittenDefinition = {
  /** The left side without its unit: 县域就诊率. */
  readonly name?: string;
  readonly unit?: string;
  /** Over the terms, by their names. */
  readonly expression: Expression;
  readonly terms: readonly Term[];
  /** Told in words that leave the factor open: 分子：A；分母：B, A与B之比. */
  readonly isWorded?: true;
};

/** What may be arithmetic or a share in words; asked before anything else. */
const mayDefine = /[/÷∕⁄／＋+×✕✖*＊−－]|分子|除以|占|比/;
/** So many lines and sentences of a cell are looked at. */
const attempts = 40;
const longest = 600;

/** The first definition that a cell of 计算公式, 备注 or 说明 gives; undefined where it gives none. */
export function parseDefinition(text: string): WrittenDefinition | undefined {
  const start = text.length > 20000 ? text.slice(0, 20000) : text;
  if (!mayDefine.test(start) || /^=[A-Z$'"(]{0,20}[A-Z$]\d/.test(start)) return undefined;
  for (const sentence of start.includes("分子") && start.includes("分母") ? [] : sentencesOf(start).slice(0, attempts)) {
    const found = readSentence(sentence);
    if (found !== undefined) return withLegend(found, start);
  }
  const worded = readWorded(start.slice(0, 2000));
  return worded === undefined ? undefined : withLegend(worded, start);
}

const lineEnds = /[/÷×*+＋＝=−－／(（:：]$/;
const lineStarts = /^[/÷×*+＋＝=−－／)）]/;

/** Without white space; a formula broken over lines is one. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let open = "";
  for (const line of text.split(/[\r\n]+/).map(withoutSpaces)) {
    if (line === "") continue;
    if (open !== "" && !lineEnds.test(open) && !lineStarts.test(line)) {
      sentences.push(...splitSentences(open));
      open = line;
    } else open += line;
    if (sentences.length > attempts) return sentences;
  }
  return [...sentences, ...splitSentences(open)];
}

function splitSentences(line: string): string[] {
  const sentences: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < line.length; index++) {
    const character = line.charAt(index);
    if ("(（[［【".includes(character)) depth += 1;
    else if (")）]］】".includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && "。；;!！".includes(character)) {
      sentences.push(line.slice(from, index));
      from = index + 1;
    }
  }
  return [...sentences, line.slice(from)].filter((sentence) => sentence !== "");
}

const label = /^(?:[(（]?\d{1,2}[)）.、]|[一二三四五六七八九十]、)?(?:(?:指标|具体|其)?(?:计算)?(?:公式|方法|方式|算法|口径|定义|说明|备注|注|释义|含义)[为是]?[:：]|(?:计算)?公式[为是]|=|＝)/;

function readSentence(sentence: string): WrittenDefinition | undefined {
  if (sentence.length > longest || sentence.includes("://") || sentence.includes("www.")) return undefined;
  const labelled = label.exec(sentence)?.[0] ?? "";
  const said = withSigns(sentence.slice(labelled.length).replace(/[.。,，、]+$/, ""));
  return readFormula(said, labelled !== "") ?? readFormula(beforeComma(said), labelled !== "") ?? readWorded(said);
}

function withSigns(text: string): string {
  return text.includes("除以") || text.includes("乘以") ? text.replace(/除以/g, "÷").replace(/乘以/g, "×") : text;
}

function beforeComma(text: string): string {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if ("(（[［【".includes(character)) depth += 1;
    else if (")）]］】".includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && (character === "，" || character === ",")) return text.slice(0, index);
  }
  return text;
}

type Sides = { readonly left: string; readonly right: string; readonly isEquation: boolean };

function readFormula(text: string, isLabelled: boolean): WrittenDefinition | undefined {
  const sides = sidesOf(text);
  if (sides === undefined) return undefined;
  const { left, right, isEquation } = sides;
  if (left.length > 80 || /[/÷×*+＋](?![^(（]*[)）])/.test(left)) return undefined;
  const read = readArithmetic(right) ?? (isEquation ? readRatio(right) : undefined) ?? readArithmetic(withoutRemark(right));
  if (read === undefined || !isCredible(read, left, isEquation || isLabelled)) return undefined;
  const { name, unit } = readHeader(left);
  return { ...(name === "" ? {} : { name }), ...(unit === undefined ? {} : { unit }), expression: read.expression, terms: read.names.map((term) => ({ name: term })) };
}

/** 县域就诊率=…, 县域就诊率：…, 县域就诊率是指…; without a left side the whole is the right. */
function sidesOf(text: string): Sides | undefined {
  const plain = levelSigns(text);
  const places = outsideBrackets(plain, "=");
  const [first, second] = places;
  if (first !== undefined) return { left: text.slice(0, first), right: text.slice(first + 1, second ?? text.length), isEquation: true };
  const colon = outsideBrackets(plain, ":")[0];
  if (colon !== undefined && isIndicatorName(text.slice(0, colon))) return { left: text.slice(0, colon), right: text.slice(colon + 1), isEquation: true };
  if (colon !== undefined && colon <= 20 && /[/*]/.test(plain.slice(colon))) return { left: "", right: text.slice(colon + 1), isEquation: false };
  const word = /(?:是指|等于|指的是|[为指即])/.exec(text.slice(0, 80));
  if (word !== null && isIndicatorName(text.slice(0, word.index))) return { left: text.slice(0, word.index), right: text.slice(word.index + word[0].length), isEquation: true };
  return { left: "", right: text, isEquation: false };
}

function outsideBrackets(plain: string, wanted: string): number[] {
  const places: number[] = [];
  let depth = 0;
  for (let index = 0; index < plain.length; index++) {
    const character = plain.charAt(index);
    if (character === "(") depth += 1;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if (character === wanted && depth === 0) places.push(index);
  }
  return places;
}

/** 医师数：护士数, behind an equals sign. */
function readRatio(text: string): Arithmetic | undefined {
  const places = outsideBrackets(levelSigns(text), ":");
  const [place] = places;
  return place === undefined || places.length > 1 ? undefined : readArithmetic(`${text.slice(0, place)}÷${text.slice(place + 1)}`);
}

/** A bracket behind the whole, which explains it. */
function withoutRemark(text: string): string {
  const plain = levelSigns(text);
  if (!plain.endsWith(")")) return text;
  for (const [open, close] of closesOf(plain) ?? []) if (close === plain.length - 1) return text.slice(0, open);
  return text;
}

/** 牵头单位/责任单位 is no quotient: without ÷ or ×100% the names must be of quantities. */
function isCredible({ expression, names, isEvident }: Arithmetic, left: string, isSaid: boolean): boolean {
  const divides = hasQuotient(expression);
  if (isEvident && divides) return true;
  if (!isSaid && (!divides || names.some(isSymbol))) return false;
  return names.every((name) => isQuantity(name) || (isSaid && isSymbol(name))) || (divides && left !== "" && isIndicatorName(left));
}

function hasQuotient(expression: Expression): boolean {
  if (expression.kind === "quotient") return true;
  return (expression.kind === "sum" || expression.kind === "product") && expression.parts.some(hasQuotient);
}

const spelled = /(?<![A-Za-z])([A-Za-z]|[①-⑳])(?:为|是|指|代表|表示|——?|－|-|[:：=＝])([^，,；;。\n（）()]{2,60})/g;

/** A/B×100%，A为…，B为…: the letters give way to what they stand for. */
function withLegend(definition: WrittenDefinition, text: string): WrittenDefinition {
  if (!definition.terms.some(({ name }) => isSymbol(name))) return definition;
  const legend = new Map<string, string>();
  for (const [, letter = "", said = ""] of text.matchAll(spelled)) if (!legend.has(letter) && !/[/÷×*]/.test(said)) legend.set(letter, withoutSpaces(said));
  const nameOf = (name: string): string => (isSymbol(name) ? (legend.get(name) ?? name) : name);
  return {
    ...definition,
    expression: substitute(definition.expression, (key) => atom(nameOf(key))),
    terms: [...new Set(definition.terms.map(({ name }) => nameOf(name)))].map((name) => ({ name })),
  };
}

/** 县域就诊率(%)=…/…×100%, as a clerk writes it. */
export function stringifyDefinition({ name, unit, expression }: Pick<WrittenDefinition, "name" | "unit" | "expression">): string {
  const right = stringify(expression, 0, unit);
  return name === undefined ? right : `${name}${unit === undefined || unit === "" ? "" : `(${unit})`}=${right}`;
}

/** `rank` of what stands around: 0 a sum may stand bare, 1 a product or quotient may, 2 only a name or a number. */
function stringify(expression: Expression, rank: number, unit: string | undefined): string {
  const bracketed = (text: string, own: number): string => (own < rank ? `（${text}）` : text);
  switch (expression.kind) {
    case "atom":
      return expression.key;
    case "number":
      return String(expression.value);
    case "quotient":
      return bracketed(`${stringify(expression.over, 1, undefined)}/${stringify(expression.under, 2, undefined)}`, 1);
    case "product":
      return bracketed(expression.parts.map((part, index) => factorText(part, index, unit)).join("×"), 1);
    case "sum":
      return bracketed(expression.parts.map((part, index) => addendText(part, index)).join(""), 0);
  }
}

function factorText(part: Expression, index: number, unit: string | undefined): string {
  if (part.kind === "number" && index > 0 && ((part.value === 100 && unit === "%") || (part.value === 1000 && unit === "‰"))) return `${part.value}${unit}`;
  return stringify(part, index === 0 ? 1 : 2, undefined);
}

function addendText(part: Expression, index: number): string {
  const [first, ...rest] = part.kind === "product" ? part.parts : [];
  if (first?.kind === "number" && first.value === -1 && rest.length > 0) {
    const [only] = rest;
    const text = rest.length === 1 && only !== undefined ? stringify(only, 1, undefined) : stringify({ kind: "product", parts: rest }, 1, undefined);
    return index === 0 ? `0−${text}` : `−${text}`;
  }
  return `${index === 0 ? "" : "＋"}${stringify(part, index === 0 ? 0 : 1, undefined)}`;
}
