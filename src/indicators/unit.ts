import { scaleOf, unitAt } from "../language/measure";
import { level } from "./plain-text";

/** `unit` is "" where only a scale is written: （万）. */
export type ReadUnit = { readonly unit: string; readonly scale: number };

const words: Readonly<Record<string, string>> = { "%": "%", "‰": "‰", 百分比: "%", 百分数: "%", 百分率: "%", 千分比: "‰", "1:X": "1:X", "1:x": "1:X", "1:N": "1:X", "1:n": "1:X" };
const further = new Set(["床日", "人日", "台次", "诊次", "张床", "百分点", "人份", "门次", "件次", "剂次", "千米", "医师", "床", "人口", "吨标煤"]);

/** A unit and nothing else: 万人次, 元/人, %, 单位：万元. */
export function readUnit(text: string): ReadUnit | undefined {
  if (text === "" || text.length > 12) return undefined;
  const plain = level(text).replace(/^(?:计量)?单位:?/, "");
  const word = words[plain];
  if (word !== undefined) return { unit: word, scale: 1 };
  const scale = scaleOf(plain, 0);
  const rest = plain.slice(scale?.length ?? 0);
  if (rest === "") return scale === undefined ? undefined : { unit: "", scale: scale.factor };
  return isUnit(rest) ? { unit: rest, scale: scale?.factor ?? 1 } : undefined;
}

function isUnit(text: string): boolean {
  const [first = "", second, ...others] = text.split("/");
  if (others.length > 0) return false;
  return isOne(first) && (second === undefined || isOne(second.replace(/^[十百千万亿]{1,2}(?=.)/, "")));
}

function isOne(text: string): boolean {
  return further.has(text) || unitAt(text, 0, false)?.length === text.length;
}

/** A unit that stands behind the name without a bracket: 就诊率%, 医疗收入/万元, 总费用：元. */
export function unitAtEnd(text: string): (ReadUnit & { readonly start: number }) | undefined {
  const plain = level(text);
  const last = plain.charAt(plain.length - 1);
  if ((last === "%" || last === "‰") && plain.length > 1 && !/\d/.test(plain.charAt(plain.length - 2))) return { unit: last, scale: 1, start: plain.length - 1 };
  for (let index = plain.length - 2; index > Math.max(0, plain.length - 10); index--) {
    if (!"/:,".includes(plain.charAt(index))) continue;
    const unit = readUnit(plain.slice(index + 1));
    if (unit === undefined) continue;
    // in 元/人 the stroke is the unit's own
    return isUnit(plain.slice(0, index)) ? undefined : { ...unit, start: index };
  }
  return undefined;
}
