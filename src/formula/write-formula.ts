import { tokenize } from "@borgar/fx";
import { calleeOf, parseFormula, type FormulaNode } from "./formula-tree";
import { readGuard } from "./read-guard";
import { Unreadable } from "./unreadable";

export type QuotientParts = {
  /** As a formula writes it, without "=": B3, B3-E3, SUM(B3:B9). */
  readonly over: string;
  readonly under: string;
  /** 100 for a value in per cent, 1 for the bare ratio. */
  readonly factor: number;
  readonly rounding?: number | undefined;
  readonly guard?: "if" | "iferror" | undefined;
};

/** =IF(C3=0,"",ROUND(B3/C3*100,2)), or as much of it as is asked for. */
export function writeQuotientFormula({ over, under, factor, rounding, guard }: QuotientParts): string {
  const ratio = `${bracketed(over, ["*", "/", "^"])}/${bracketed(under, ["^"])}${factor === 1 ? "" : `*${factor}`}`;
  const rounded = rounding === undefined ? ratio : `ROUND(${ratio},${rounding})`;
  if (guard === "if") return `=IF(${bracketed(under, ["+", "-", "*", "/", "^"])}=0,"",${rounded})`;
  return guard === "iferror" ? `=IFERROR(${rounded},"")` : `=${rounded}`;
}

/**
 * The formula with its result times `factor`, inside its guards: a ×100 that stands there is taken out for 0.01, otherwise
 * the factor is written behind. Undefined where the formula cannot be read that far.
 */
export function scaleFormula(formula: string, factor: number): string | undefined {
  const hasPrefix = formula.startsWith("=");
  const text = hasPrefix ? formula : `=${formula}`;
  try {
    const core = coreOf(parseFormula(text));
    if (core.loc === undefined) return undefined;
    const { start, end } = argumentAround(text, core.loc[0] ?? 1);
    const inner = text.slice(start, end);
    const scaled = factor < 1 ? withoutFactor(inner, Math.round(1 / factor)) : undefined;
    const result = `${text.slice(0, start)}${scaled ?? scaledBehind(inner, core, factor)}${text.slice(end)}`;
    return hasPrefix ? result : result.slice(1);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** The argument, or the whole formula, that a part stands for: its own location leaves out the brackets around it. */
function argumentAround(text: string, place: number): { readonly start: number; readonly end: number } {
  const open: { readonly isCall: boolean; start: number }[] = [{ isCall: true, start: 1 }];
  let around: { readonly isCall: boolean; start: number } | undefined;
  let at = 0;
  let before = "";
  for (const { type, value } of tokenize(text)) {
    const top = open.at(-1);
    if (around === undefined && at >= place) around = open.filter(({ isCall }) => isCall).at(-1);
    if (around !== undefined && top === around && (value === "," || value === ")")) return trimmedSpan(text, around.start, at);
    if (value === "(" || value === "{") open.push({ isCall: before === "func", start: at + 1 });
    else if (value === ")" || value === "}") open.pop();
    else if (value === "," && top !== undefined) top.start = at + 1;
    at += value.length;
    before = type;
  }
  return trimmedSpan(text, around?.start ?? 1, text.length);
}

function trimmedSpan(text: string, from: number, to: number): { readonly start: number; readonly end: number } {
  const part = text.slice(from, to);
  return { start: from + part.length - part.trimStart().length, end: from + part.trimEnd().length };
}

/** What computes inside the guards. */
function coreOf(outer: FormulaNode): FormulaNode {
  let node = outer;
  for (;;) {
    const guarded = node.type === "CallExpression" ? readGuard(calleeOf(node), node.arguments) : undefined;
    const [only, ...others] = guarded?.computing ?? [];
    if (only === undefined || others.length > 0) return node;
    node = only;
  }
}

function scaledBehind(text: string, core: FormulaNode, factor: number): string {
  const isLoose = core.type === "BinaryExpression" && !["*", "/", "^", ":"].includes(core.operator);
  const body = isLoose && !isBracketed(text) ? `(${text})` : text;
  return factor < 1 ? `${body}/${Math.round(1 / factor)}` : `${body}*${factor}`;
}

/** Takes out "*100" or "100*" that stands outside all brackets, or inside one ROUND around everything; its decimals move along. */
function withoutFactor(text: string, factor: number): string | undefined {
  const round = /^(\s*ROUND(?:UP|DOWN)?\s*\()(.*)(,\s*)(-?\d{1,2})(\s*\)\s*)$/is.exec(text);
  if (round !== null) {
    const [, open = "", body = "", comma = "", digits = "", close = ""] = round;
    const inner = isBalanced(body) ? withoutFactor(body, factor) : undefined;
    return inner === undefined ? undefined : `${open}${inner}${comma}${Number(digits) + Math.round(Math.log10(factor))}${close}`;
  }
  const tokens = tokenize(`=${text}`).slice(1);
  let depth = 0;
  let isLoose = false;
  for (const { type, value } of tokens) {
    if (value === "(" || value === "{") depth++;
    else if (value === ")" || value === "}") depth--;
    else if (depth === 0 && type === "operator" && !["*", "/", "%", "^"].includes(value)) isLoose = true;
  }
  if (isLoose) return undefined;
  depth = 0;
  for (const [index, { value }] of tokens.entries()) {
    if (value === "(" || value === "{") depth++;
    else if (value === ")" || value === "}") depth--;
    if (depth !== 0 || value !== String(factor)) continue;
    const [before, after] = [tokens[index - 1]?.value, tokens[index + 1]?.value];
    if (after === "%" || after === "^") continue;
    const [from, to] = before === "*" ? [index - 1, index] : before === undefined && after === "*" ? [index, index + 1] : [-1, -1];
    if (from >= 0) return tokens.filter((_, at) => at < from || at > to).map((token) => token.value).join("");
  }
  return undefined;
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const { value } of tokenize(`=${text}`)) {
    if (value === "(") depth++;
    else if (value === ")" && --depth < 0) return false;
    else if (value === "," && depth === 0) return false;
  }
  return depth === 0;
}

/** Brackets around arithmetic whose outermost sign is not one of these. */
function bracketed(text: string, bare: readonly string[]): string {
  const node = parseFormula(text);
  const isArithmetic = node.type === "BinaryExpression" && node.operator !== ":" && !bare.includes(node.operator);
  return isArithmetic && !isBracketed(text) ? `(${text})` : text;
}

function isBracketed(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.startsWith("(") && trimmed.endsWith(")") && isBalanced(trimmed.slice(1, -1));
}
