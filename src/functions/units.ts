import { isBlank, type CellValue } from "../core/workbook";
import { readUnits, type UnitReading } from "../language/unit";
import { argument, none, quoted, wrong, type Answer } from "./answer";

export const messages = {
  placeholder: (text: string) => ({ zh: `“${text}”还没有填定`, en: `“${text}” is still to be filled in` }),
  unreadable: (text: string) => ({ zh: `“${text}”读不出单位`, en: `No unit can be read in “${text}”` }),
};

/** No list of units is longer, in characters; what follows in a longer cell is something else. */
const longest = 20_000;

/** What a cell that is not blank says of units. */
export function readingOf(value: CellValue): UnitReading {
  return readUnits(typeof value === "string" ? value.slice(0, longest) : "");
}

/** QD.UNITS: the units that a cell names, each as written, side by side; "" for a blank cell. */
export function units(text: unknown): Answer {
  const value = argument(text);
  if (isBlank(value)) return "";
  const { units } = readingOf(value);
  const named = units.filter(({ kind, hasPlaceholder }) => kind !== "unknown" || !hasPlaceholder);
  if (named.length === 0 && units.length > 0) return none(messages.placeholder(quoted(value)));
  // one that cannot be read beside others may be a slip, and would be missed
  if (named.every(({ kind }) => kind === "unknown")) return wrong(messages.unreadable(quoted(value)));
  return [named.map((unit) => unit.text)];
}
