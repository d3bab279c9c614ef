import type { CellValue } from "../../src/core/workbook";

export const errorCodes: readonly string[] = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!"];

export type Typed = { readonly value: CellValue; readonly formula?: string; readonly format?: string };

/** What Excel makes of a value set by a program, which is what it makes of one typed in. */
export function asTyped(input: unknown, format: string): Typed {
  if (typeof input === "number" || typeof input === "boolean") return { value: input };
  if (typeof input !== "string") throw new Error(`a cell cannot be set to ${typeof input}`);
  if (input === "") return { value: null };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (format === "@") return { value: input };
  if (input.startsWith("=") && input.length > 1) return { value: 0, formula: input };
  const trimmed = input.trim();
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === "true" };
  if (errorCodes.includes(trimmed.toUpperCase())) return { value: { error: trimmed.toUpperCase() } };
  const typed = asNumber(trimmed) ?? asDate(trimmed);
  if (typed !== undefined) return typed;
  if (/^[+\-@]./.test(input)) return { value: 0, formula: `=${input}` };
  return { value: input };
}

function asNumber(text: string): Typed | undefined {
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return { value: Number(text) };
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return { value: Number(text.replaceAll(",", "")), format: "#,##0" };
  if (/^[+-]?\d+(\.\d+)?%$/.test(text)) return { value: Number(text.slice(0, -1)) / 100, format: text.includes(".") ? "0.00%" : "0%" };
  if (/^\(\d+(\.\d+)?\)$/.test(text)) return { value: -Number(text.slice(1, -1)) };
  const fraction = /^(\d+) (\d+)\/(\d+)$/.exec(text);
  if (fraction !== null) return { value: Number(fraction[1]) + Number(fraction[2]) / Number(fraction[3]), format: "# ?/?" };
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (time !== null) return { value: (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86_400, format: "h:mm" };
  return undefined;
}

/** Excel's own default year, for a date typed without one. */
const thisYear = 2026;

function asDate(text: string): Typed | undefined {
  const full = /^(\d{4})([-/.年])(\d{1,2})(?:\2|月)(\d{1,2})日?$/.exec(text);
  if (full !== null && full[2] !== ".") return serial(Number(full[1]), Number(full[3]), Number(full[4]), "yyyy/m/d");
  const month = /^(\d{4})[-/年](\d{1,2})月?$/.exec(text);
  if (month !== null) return serial(Number(month[1]), Number(month[2]), 1, "mmm-yy");
  const day = /^(\d{1,2})[-/月](\d{1,2})日?$/.exec(text);
  return day === null ? undefined : serial(thisYear, Number(day[1]), Number(day[2]), "m/d");
}

function serial(year: number, month: number, day: number, format: string): Typed | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || year < 1900) return undefined;
  return { value: Math.round((date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000), format };
}
