import type { DefinedName, Workbook, Worksheet } from "../core/workbook";

/** Where a formula stands. */
export type FormulaPlace = { readonly sheet: string; readonly row: number; readonly column: number };

/** Excel does not tell capitals from small letters in names of sheets. */
export function worksheetCalled(workbook: Workbook, name: string): Worksheet | undefined {
  const exact = workbook.worksheets.find((worksheet) => worksheet.name === name);
  if (exact !== undefined) return exact;
  const folded = name.toLowerCase();
  return workbook.worksheets.find((worksheet) => worksheet.name.toLowerCase() === folded);
}

/** A name that holds on the sheet goes before one that holds everywhere. */
export function definedName(workbook: Workbook, name: string, sheet: string): DefinedName | undefined {
  const folded = name.toLowerCase();
  const same = (workbook.names ?? []).filter((defined) => defined.name.toLowerCase() === folded);
  return same.find((defined) => defined.sheet?.toLowerCase() === sheet.toLowerCase()) ?? same.find((defined) => defined.sheet === undefined);
}
