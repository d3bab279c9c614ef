import { isError, type CellValue } from "../../../src/core/workbook";
import type { Piece } from "./draft";
import type { Subject } from "./subjects";

type Numbered = number | { readonly error: string };

function numberIn(value: CellValue): Numbered {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (isError(value)) return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const text = value.normalize("NFKC");
  // as Excel does: digits with thousands separators count, a unit does not
  return /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(text) ? Number(text.replace(/,/g, "")) : { error: "#VALUE!" };
}

function compute(values: readonly CellValue[], what: (...numbers: number[]) => number): Numbered {
  const numbers: number[] = [];
  for (const value of values) {
    const number = numberIn(value);
    if (typeof number !== "number") return number;
    numbers.push(number);
  }
  const result = what(...numbers);
  return Number.isFinite(result) ? result : { error: "#DIV/0!" };
}

function rounded(value: Numbered, digits: number): Numbered {
  return typeof value === "number" ? Number(`${Math.round(Number(`${value}e${digits}`))}e${-digits}`) : value;
}

export function add(a: Piece, b: Piece): Piece {
  return { text: `(${a.text}+${b.text})`, value: compute([a.value, b.value], (x, y) => x + y), isForeign: a.isForeign === true || b.isForeign === true };
}

export function times(a: Piece, factor: number): Piece {
  return { text: `${a.text}*${factor}`, value: compute([a.value], (x) => x * factor), isForeign: a.isForeign ?? false };
}

/** SUM or AVERAGE over a range; texts and blanks do not count, an error spreads. */
export function total(text: string, cells: readonly Piece[], how: "sum" | "mean" = "sum"): Piece {
  const counted = cells.filter(({ value }) => typeof value === "number" || isError(value));
  const sum = compute(counted.map(({ value }) => value), (...numbers) => numbers.reduce((all, number) => all + number, 0));
  const value = how === "sum" || typeof sum !== "number" ? sum : compute([sum], (all) => all / counted.length);
  return { text, value, isForeign: counted.some(({ isForeign }) => isForeign === true) };
}

/** One way of writing numerator ÷ denominator × factor. */
export type Style = { readonly name: string; readonly format: string; /** The number format multiplies by 100, the formula does not. */ readonly isPercent?: boolean; write(a: Piece, b: Piece, factor: number): Piece };

function by(factor: number): string {
  return factor === 1 ? "" : `*${factor}`;
}

function ratio(a: Piece, b: Piece, factor: number): Numbered {
  return compute([a.value, b.value], (x, y) => (x / y) * factor);
}

function style(name: string, text: (a: string, b: string, factor: number) => string, value: (a: Piece, b: Piece, factor: number) => CellValue = ratio, format = "0.00"): Style {
  return { name, format, write: (a, b, factor) => ({ text: text(a.text, b.text, factor), value: value(a, b, factor), isForeign: a.isForeign === true || b.isForeign === true }) };
}

function orBlank(isBlank: (a: Piece, b: Piece) => boolean): (a: Piece, b: Piece, factor: number) => CellValue {
  return (a, b, factor) => (isError(b.value) ? b.value : isBlank(a, b) ? "" : ratio(a, b, factor));
}

/** SUM passes texts over. */
function summed(piece: Piece): Piece {
  return typeof piece.value === "string" ? { ...piece, value: 0 } : piece;
}

/** PRODUCT passes texts and blanks over: the factor alone is left. */
function producted(piece: Piece): Piece {
  return typeof piece.value === "string" || piece.value === null ? { ...piece, value: 1 } : piece;
}

const isZero = (_: Piece, b: Piece): boolean => b.value === 0 || b.value === null;
const isEmpty = ({ value }: Piece): boolean => value === null || value === "";

export const ratioStyles: readonly Style[] = [
  style("a/b*100", (a, b, f) => `${a}/${b}${by(f)}`),
  style("ROUND", (a, b, f) => `ROUND(${a}/${b}${by(f)},2)`, (a, b, f) => rounded(ratio(a, b, f), 2)),
  style("IF b=0", (a, b, f) => `IF(${b}=0,"",${a}/${b}${by(f)})`, orBlank(isZero)),
  style("IFERROR", (a, b, f) => `IFERROR(${a}/${b}${by(f)},"")`, (a, b, f) => {
    const value = ratio(a, b, f);
    return typeof value === "number" ? value : "";
  }),
  { ...style("percent format", (a, b) => `${a}/${b}`, (a, b) => ratio(a, b, 1), "0.00%"), isPercent: true },
  style("(a*100)/b", (a, b, f) => (f === 1 ? `(${a})/(${b})` : `(${a}*${f})/${b}`)),
  style("100*a/b", (a, b, f) => (f === 1 ? `${a}/${b}` : `${f}*${a}/${b}`)),
  style("a/(b/100)", (a, b, f) => (f === 1 ? `${a}/${b}` : `${a}/(${b}/${f})`)),
  style("IF OR blank", (a, b, f) => `IF(OR(${a}="",${b}=""),"",ROUND(${a}/${b}${by(f)},2))`, (a, b, f) => (isEmpty(a) || isEmpty(b) ? "" : rounded(ratio(a, b, f), 2))),
  style("SUM/SUM", (a, b, f) => `SUM(${a})/SUM(${b})${by(f)}`, (a, b, f) => ratio(summed(a), summed(b), f)),
  style("a/b/1%", (a, b, f) => (f === 100 ? `${a}/${b}/1%` : `${a}/${b}${by(f)}`)),
  style("ROUND inside", (a, b, f) => (f === 1 ? `ROUND(${a}/${b},2)` : `ROUND(${a}/${b},4)${by(f)}`), (a, b, f) => {
    const inner = rounded(ratio(a, b, 1), f === 1 ? 2 : 4);
    return typeof inner === "number" ? inner * f : inner;
  }),
  style("100%", (a, b, f) => (f === 100 ? `${a}/${b}*100%*100` : `${a}/${b}${by(f)}`)),
  style("complement", (a, b, f) => `(1-(${b}-${a})/${b})${by(f)}`),
  style("times the reciprocal", (a, b, f) => `${a}${by(f)}*(1/${b})`),
  style("PRODUCT", (a, b, f) => (f === 1 ? `${a}/${b}` : `PRODUCT(${a},${f})/${b}`), (a, b, f) => ratio(f === 1 ? a : producted(a), b, f)),
  style("1000/10", (a, b, f) => (f === 1 ? `${a}/${b}` : `${a}*${f * 10}/${b}/10`)),
  style("IF ISERROR", (a, b, f) => `IF(ISERROR(${a}/${b}),"",${a}/${b}${by(f)})`, (a, b, f) => {
    const value = ratio(a, b, f);
    return typeof value === "number" ? value : "";
  }),
  style("IF guard >0", (a, b, f) => `IF(${b}>0,${a}/${b}${by(f)},0)`, (a, b, f) => {
    const under = numberIn(b.value);
    if (typeof b.value === "string") return ratio(a, b, f);
    return typeof under !== "number" ? under : under > 0 ? ratio(a, b, f) : 0;
  }),
];

function grown(a: Piece, b: Piece, factor: number): Numbered {
  return compute([a.value, b.value], (x, y) => ((x - y) / y) * factor);
}

export const growthStyles: readonly Style[] = [
  style("(a-b)/b*100", (a, b, f) => `(${a}-${b})/${b}${by(f)}`, grown),
  style("(a/b-1)*100", (a, b, f) => `(${a}/${b}-1)${by(f)}`, grown),
  style("a/b*100-100", (a, b, f) => `${a}/${b}*${f}-${f}`, grown),
  style("ROUND growth", (a, b, f) => `ROUND((${a}-${b})/${b}${by(f)},2)`, (a, b, f) => rounded(grown(a, b, f), 2)),
  { ...style("a/b-1 percent", (a, b) => `${a}/${b}-1`, (a, b) => grown(a, b, 1), "0.00%"), isPercent: true },
  { ...style("(a-b)/b percent", (a, b) => `(${a}-${b})/${b}`, (a, b) => grown(a, b, 1), "0.0%"), isPercent: true },
  style("IFERROR growth", (a, b, f) => `IFERROR((${a}-${b})/${b}${by(f)},"")`, (a, b, f) => {
    const value = grown(a, b, f);
    return typeof value === "number" ? value : "";
  }),
];

/** The styles that a subject's value may be written in. */
export function stylesFor({ form, factor }: Subject): readonly Style[] {
  if (form === "growth") return growthStyles;
  return factor === 100 ? ratioStyles : ratioStyles.filter(({ isPercent }) => isPercent !== true);
}

export function writeGrowthWrongly(how: "over this year" | "no difference" | "backwards", a: Piece, b: Piece, { isPercent = false }: Style): Piece {
  const factor = isPercent ? 1 : 100;
  const [text, value] = {
    "over this year": [`(${a.text}-${b.text})/${a.text}${by(factor)}`, compute([a.value, b.value], (x, y) => ((x - y) / x) * factor)],
    "no difference": [`${a.text}/${b.text}${by(factor)}`, ratio(a, b, factor)],
    backwards: [`(${b.text}-${a.text})/${b.text}${by(factor)}`, compute([a.value, b.value], (x, y) => ((y - x) / y) * factor)],
  }[how] as [string, CellValue];
  return { text, value };
}

/** The value as a clerk would type it in under this style. */
export function typed(value: CellValue, { isPercent = false }: Style): CellValue {
  return typeof value === "number" ? rounded(value, isPercent ? 4 : 2) : value;
}
