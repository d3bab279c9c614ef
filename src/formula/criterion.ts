import { isBlank, type CellValue } from "../core/workbook";

/** Excel's own limit; longer ones match nothing there. */
const maxLength = 255;

/** Whether a cell meets a criterion as SUMIF takes it; undefined where that cannot be told. */
export function meets(value: CellValue, criterion: string): boolean | undefined {
  const match = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(criterion);
  const [operator, operand] = [match?.[1] ?? "=", match?.[2] ?? ""];
  if (operand.length > maxLength || (typeof value === "object" && value !== null)) return undefined;
  const number = operand.trim() === "" ? undefined : Number(operand);
  if (number !== undefined && Number.isFinite(number)) {
    const own = typeof value === "number" ? value : typeof value === "string" && value.trim() !== "" ? Number(value) : undefined;
    if (own === undefined || Number.isNaN(own)) return operator === "<>";
    // texts that look like numbers are equal to them, but neither larger nor smaller
    if (typeof value !== "number" && operator !== "=" && operator !== "<>") return false;
    return compared(own, number, operator);
  }
  if (operator !== "=" && operator !== "<>") return undefined;
  if (/[*?~]/.test(operand)) return undefined;
  const isSame = operand === "" ? isBlank(value) : typeof value === "string" && value.toLowerCase() === operand.toLowerCase();
  return operator === "=" ? isSame : !isSame;
}

function compared(a: number, b: number, operator: string): boolean {
  switch (operator) {
    case "<>":
      return a !== b;
    case "<=":
      return a <= b;
    case ">=":
      return a >= b;
    case "<":
      return a < b;
    case ">":
      return a > b;
    default:
      return a === b;
  }
}
