import { isError, isFormula, type CellContent, type CellValue } from "../../core/workbook";

/** What Excel shows for an error; `values` gives it as a plain string. */
const errorTexts: ReadonlySet<string> = new Set([
  "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!",
  "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#EXTERNAL!", "#PYTHON!", "#TIMEOUT!",
]);

export function isErrorText(value: unknown): value is string {
  return typeof value === "string" && value.startsWith("#") && errorTexts.has(value);
}

/** The formula of a cell, or undefined: text that begins with "=" shows itself, a formula shows what it computes. */
export function formulaFrom(value: unknown, formula: unknown): string | undefined {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : undefined;
}

/** Excel reads an empty cell as "". `isErrorCell` decides where the text alone cannot. */
export function valueFrom(value: unknown, hasFormula: boolean, isErrorCell: boolean): CellValue {
  if (value === "") return hasFormula ? "" : null;
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string") return null;
  return isErrorCell ? { error: value } : value;
}

/** The apostrophe keeps text as text: "=1+1" stays no formula and "2025-12" no date. */
export function toExcel(content: CellContent): string | number | boolean {
  if (content === null) return "";
  if (isFormula(content)) return content.formula;
  if (isError(content)) return content.error;
  return typeof content === "string" ? `'${content}` : content;
}

export type Matrices = { readonly values: readonly (readonly unknown[])[]; readonly formulas: readonly (readonly unknown[])[] };

/** What a cell holds after it was written; `written` decides between the text "#N/A" and the error. */
export function contentFrom({ values, formulas }: Matrices, row: number, column: number, written: CellContent): CellContent {
  const value = values[row]?.[column];
  const formula = formulaFrom(value, formulas[row]?.[column]);
  if (formula !== undefined) return { formula };
  return valueFrom(value, false, isErrorText(value) && written !== value);
}
