import { quote, type Text } from "../core/text";
import { isError, textOf, type CellValue } from "../core/workbook";

/** Why a function has no answer: what the cell shows, and what Excel tells of it. */
export type Refusal = { readonly error: "#N/A" | "#VALUE!"; readonly message: Text };

/** A matrix spills. */
export type Answer = number | string | readonly (readonly string[])[] | Refusal;

export function isRefusal(answer: Answer): answer is Refusal {
  return typeof answer === "object" && "error" in answer;
}

/** There is an answer, but not yet or not in one value: a deadline without end. */
export function none(message: Text): Refusal {
  return { error: "#N/A", message };
}

/** What is given cannot be read. */
export function wrong(message: Text): Refusal {
  return { error: "#VALUE!", message };
}

/** What Excel hands a function: a left-out argument is null, and where it hands too few the next one stands in its place. */
export function argument(given: unknown): CellValue {
  if (typeof given === "string" || typeof given === "number" || typeof given === "boolean") return given;
  return null;
}

/** What a message quotes of a cell. */
export function quoted(value: CellValue): string {
  return isError(value) ? value.error : quote(textOf(value), 20);
}
