import type { CellValue } from "../core/workbook";
import { textOf } from "../core/workbook";
import { findQuantities } from "../language/quantity";
import type { Direction } from "../indicators/indicator";

/** What a target cell asks for, in the indicator's own unit (95 for 95 %). */
export type TargetValue = { readonly value: number; readonly value2?: number; readonly wants: "at-least" | "at-most" | "about" | "between"; readonly text: string };

const least = /不低于|不少于|不小于|高于|大于|超过|以上|达到|≥|>|＞|提高到|提升到|力争/;
const most = /不高于|不超过|不大于|低于|小于|少于|以下|以内|≤|<|＜|控制在|降至|降到/;
const around = /左右|上下|约/;
/** 不低于 holds 低于. */
const negated = /不(?:低|高|少|大|小)于|不超过/;

/** 40—50, 40%-50%; no two years. */
const bareRange = /^(?!(?:19|20)\d\d\D)(\d{1,6}(?:\.\d{1,6})?)%?[-—–~至]{1,2}(\d{1,6}(?:\.\d{1,6})?)%?$/;

/** Undefined where a cell sets no number (逐年下降, 达到全国平均水平) or nothing says which way is better. */
export function readTargetValue(value: CellValue, isPercentFormat: boolean, direction: Direction): TargetValue | undefined {
  const byDirection = direction === "higher" ? "at-least" : direction === "lower" ? "at-most" : undefined;
  if (typeof value === "number") {
    const shown = isPercentFormat ? tidy(value * 100) : value;
    return byDirection === undefined ? undefined : { value: shown, wants: byDirection, text: isPercentFormat ? `${shown}%` : String(shown) };
  }
  if (typeof value !== "string") return undefined;
  const text = textOf(value);
  if (text === "" || text.length > 60 || /平均|中位|上年|去年|[:：∶].*\d|逐年|持续|稳步/.test(text)) return undefined;
  const bare = /^[^\d]{0,6}(\d+(?:\.\d+)?)\s*[%％]?$/.exec(text.normalize("NFKC"));
  const range = bareRange.exec(text.normalize("NFKC"));
  if (range !== null) return { value: Number(range[1]), value2: Number(range[2]), wants: "between", text };
  const quantities = findQuantities(text);
  const [quantity, ...others] = quantities;
  if (others.length > 0) return undefined;
  const number = quantity?.value ?? (bare?.[1] === undefined ? undefined : Number(bare[1]));
  if (number === undefined || quantity?.isRatio === true || quantity?.grade !== undefined) return undefined;
  if (quantity?.value2 !== undefined) return { value: number, value2: quantity.value2, wants: "between", text };
  const sign = negated.exec(text)?.[0];
  const wants = sign !== undefined ? (/低|少|小/.test(sign) ? "at-least" : "at-most") : around.test(text) ? "about" : most.test(text) ? "at-most" : least.test(text) ? "at-least" : byDirection;
  return wants === undefined ? undefined : { value: number, wants, text };
}

/** 95%左右 is met from 95 % of it on. */
const nearly = 0.05;

export function meetsTarget(value: number, { value: target, value2, wants }: TargetValue, direction: Direction): boolean {
  const slack = 1e-9 * Math.max(1, Math.abs(target));
  switch (wants) {
    case "at-least":
      return value >= target - slack;
    case "at-most":
      return value <= target + slack;
    case "between": {
      // beyond the better end nothing is missed
      const isEnough = value >= Math.min(target, value2 ?? target) - slack;
      const isLittle = value <= Math.max(target, value2 ?? target) + slack;
      return direction === "higher" ? isEnough : direction === "lower" ? isLittle : isEnough && isLittle;
    }
    case "about":
      return (direction === "higher" && value >= target) || (direction === "lower" && value <= target) || Math.abs(value - target) <= nearly * Math.abs(target);
  }
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
