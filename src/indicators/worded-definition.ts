import { atom, numberOf, product, quotient, type Expression } from "../formula/expression";
import { isQuantity, levelSigns, readArithmetic } from "./arithmetic";
import type { WrittenDefinition } from "./definition";
import { readHeader, withoutUnit } from "./header";
import { isIndicatorName } from "./indicator-name";
import { withoutSpaces } from "./plain-text";

/** A definition told in words: 分子：A；分母：B, A占B的比例, A与B之比. */
export function readWorded(text: string): WrittenDefinition | undefined {
  if (text.includes("分子") && text.includes("分母")) return readFraction(text);
  const said = withoutSpaces(text);
  if (said.length > 160) return undefined;
  return readShare(said) ?? readRatio(said);
}

const labelled = /分(子|母)(?:为|是|指|[:：=＝])\s{0,3}([^；;。\n，,]{2,120}?)(?=$|[；;。\n，,]|分[子母])/g;
const behind = /以([^；;。\n，,]{2,80}?)为分(子|母)/g;
const factor = /\*(100|1000|10000|100000)[%‰]?/;

function readFraction(text: string): WrittenDefinition | undefined {
  const parts = new Map<string, string>();
  for (const [, part = "", said = ""] of text.matchAll(labelled)) if (!parts.has(part)) parts.set(part, said);
  for (const [, said = "", part = ""] of text.matchAll(behind)) if (!parts.has(part)) parts.set(part, said);
  const over = termOf(parts.get("子"));
  const under = termOf(parts.get("母"));
  if (over === undefined || under === undefined) return undefined;
  const before = withoutSpaces(text.slice(0, text.search(/分[子母]|以/))).replace(/[:：=＝，,（(]+$/, "");
  const header = isIndicatorName(before) ? readHeader(before) : undefined;
  const written = factor.exec(levelSigns(withoutSpaces(text)))?.[1];
  const ratio = quotient(over.expression, under.expression);
  return {
    ...(header === undefined ? {} : { name: header.name, ...(header.unit === undefined ? {} : { unit: header.unit }) }),
    expression: written === undefined ? ratio : product(ratio, numberOf(Number(written))),
    terms: [...new Set([...over.names, ...under.names])].map((name) => ({ name })),
    ...(written === undefined ? { isWorded: true as const } : {}),
  };
}

/** One term, or a sum of some. */
function termOf(said: string | undefined): { expression: Expression; names: readonly string[] } | undefined {
  if (said === undefined) return undefined;
  const plain = withoutSpaces(said).replace(/[×*＊xX✕]\s*1\d+[%％‰]?$/, "").replace(/[/÷／]$/, "");
  const name = withoutUnit(plain);
  return readArithmetic(plain) ?? (name.length >= 2 && /[一-龥A-Za-z]/.test(name) ? { expression: atom(name), names: [name] } : undefined);
}

const shareEnd = /的?(?:比例|比重|百分比|百分率|比率|份额|之比)(?:[(（][%％][)）])?$/;
/** What stands before the numerator and is no part of it. */
const opening = /^(?:本指标|该指标|指标|主要|用于|用来|反映|考核|评价|统计|计算|是指|指|即|为|是|报告期内|一定时期内?|年度内|年度)+/;

function readShare(text: string): WrittenDefinition | undefined {
  const end = shareEnd.exec(text);
  if (end === null) return undefined;
  const { left, name, unit } = beginning(text.slice(0, end.index));
  const at = left.indexOf("占");
  if (at < 2 || left.includes("占", at + 1)) return undefined;
  return ratioOf(left.slice(0, at), left.slice(at + 1), 100, { name, unit });
}

const ratioEnd = /(?:之比|的?比值|的比例|的比率|的比)$/;

function readRatio(text: string): WrittenDefinition | undefined {
  const end = ratioEnd.exec(text);
  if (end === null) return undefined;
  const { left, name, unit } = beginning(text.slice(0, end.index));
  const joints = [...left.matchAll(/[与和同及]/g)].slice(0, 6);
  for (const { index } of joints) {
    const found = ratioOf(left.slice(0, index), left.slice(index + 1), 1, { name, unit });
    if (found !== undefined) return found;
  }
  return undefined;
}

type Named = { readonly name: string | undefined; readonly unit: string | undefined };

/** 人员支出占比是指人员支出: what is defined, and how its definition begins. */
function beginning(text: string): Named & { readonly left: string } {
  const word = /(?:是指|指的是|[=＝:：指为即])/.exec(text);
  const header = word !== null && isIndicatorName(text.slice(0, word.index)) ? readHeader(text.slice(0, word.index)) : undefined;
  const left = word === null || header === undefined ? text : text.slice(word.index + word[0].length);
  return { left: left.replace(opening, ""), name: header?.name, unit: header?.unit };
}

function ratioOf(over: string, under: string, times: number, { name, unit }: Named): WrittenDefinition | undefined {
  const [one, other] = [over, under].map((side) => withoutUnit(side));
  if (one === undefined || other === undefined || one === other || !isPlain(one) || !isPlain(other)) return undefined;
  const ratio = quotient(atom(one), atom(other));
  return {
    ...(name === undefined ? {} : { name }),
    ...(unit === undefined ? {} : { unit }),
    expression: times === 1 ? ratio : product(ratio, numberOf(times)),
    terms: [{ name: one }, { name: other }],
    isWorded: true,
  };
}

function isPlain(name: string): boolean {
  return name.length >= 2 && name.length <= 60 && !/[，。；！？：,;:!?=＝/÷×]/.test(name) && isQuantity(name);
}
