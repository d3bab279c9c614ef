import { applySteps } from "../../core/apply-steps";
import type { Edit } from "../../core/edit";
import { findWorksheet, formulaAt, textOf, valueAt, type Workbook } from "../../core/workbook";
import type { TextOf } from "./write-steps";

/** What cells say after steps, found out only when asked. */
export function textsAfter(workbook: Workbook, steps: readonly Edit[]): TextOf {
  let after: Workbook | undefined;
  return (sheet, row, column) => {
    after ??= applySteps(workbook, steps);
    const worksheet = findWorksheet(after, sheet);
    const value = worksheet === undefined ? null : valueAt(worksheet, row, column);
    // a formula that has just come in is computed by Excel
    return worksheet === undefined || (value === null && formulaAt(worksheet, row, column) !== undefined) ? undefined : textOf(value);
  };
}
