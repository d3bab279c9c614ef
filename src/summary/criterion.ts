import { longestText, quoteText, quoteTexts } from "../formula/literals";
import type { ColumnContents } from "./live-list";

/**
 * What COUNTIFS asks of a column: `expression` is one criterion or, where `isList`, a row of them of which a cell fits at
 * most one.
 */
export type Criterion = { readonly expression: string; readonly isList: boolean };

/** A way to ask for a name that stands in the cell `place`, and the texts that would be found. */
type Pattern = { readonly before: string; readonly after: string };

const alone: Pattern = { before: "", after: "" };
const ways: readonly (readonly Pattern[])[] = [
  [alone],
  // names that 、 parts
  [alone, { before: "", after: "、*" }],
  [alone, { before: "", after: "、*" }, { before: "*、", after: "" }, { before: "*、", after: "、*" }],
];

/** As many texts as a criterion may list one by one. */
const mostTexts = 12;
/** A column that says more different things than that is not looked through for every name. */
const mostContents = 20_000;

/**
 * A criterion that finds just these rows in the column as it stands: the name itself, the name between 、, or the very
 * texts of the cells. Undefined where none does, so that nothing is counted that is not meant.
 * @param place The cell that holds the name, such as $A5.
 */
export function criterionFor(name: string, place: string, contents: ColumnContents, rows: readonly number[]): Criterion | undefined {
  if (contents.size > mostContents) return undefined;
  const wanted = new Set(rows);
  if (isPlain(name)) {
    for (const patterns of ways) {
      if (finds(contents, wanted, (text) => patterns.reduce((times, pattern) => times + (fits(text, name, pattern) ? 1 : 0), 0))) return { expression: expressionOf(place, patterns), isList: patterns.length > 1 };
    }
  }
  const texts = [...contents].filter(([text, at]) => typeof text === "string" && at[0] !== undefined && wanted.has(at[0])).map(([text]) => text as string);
  const isListable = texts.length > 0 && texts.length <= mostTexts && texts.every((text) => isPlain(text) && text.length <= longestText && !/[\p{Cc}\p{Cs}]/u.test(text));
  const lowered = new Set(texts.map((text) => text.toLowerCase()));
  if (!isListable || lowered.size < texts.length || !finds(contents, wanted, (text) => (lowered.has(text.toLowerCase()) ? 1 : 0))) return undefined;
  return texts.length === 1 ? { expression: quoteText(texts[0] ?? ""), isList: false } : { expression: quoteTexts(texts), isList: true };
}

/** Neither a wildcard nor the beginning of a comparison, which COUNTIFS would take for one. */
export function isPlain(text: string): boolean {
  return text !== "" && text.length <= longestText && !/[*?~]/.test(text) && !/^[=<>]/.test(text);
}

function fits(text: string, name: string, { before, after }: Pattern): boolean {
  const [lower, core] = [text.toLowerCase(), name.toLowerCase()];
  if (before === "" && after === "") return lower === core;
  if (before === "") return lower.startsWith(`${core}、`);
  return after === "" ? lower.endsWith(`、${core}`) : lower.includes(`、${core}、`);
}

/** Whether every wanted row is found exactly once, and no other. */
function finds(contents: ColumnContents, wanted: ReadonlySet<number>, timesOf: (text: string) => number): boolean {
  let found = 0;
  for (const [text, rows] of contents) {
    const times = typeof text === "string" ? timesOf(text) : 0;
    if (times === 0) continue;
    if (times > 1 || !rows.every((row) => wanted.has(row))) return false;
    found += rows.length;
  }
  return found === wanted.size;
}

function expressionOf(place: string, patterns: readonly Pattern[]): string {
  if (patterns.length === 1) return place;
  const befores = patterns.map(({ before }) => before);
  return `${befores.some((before) => before !== "") ? `${quoteTexts(befores)}&` : ""}${place}&${quoteTexts(patterns.map(({ after }) => after))}`;
}
