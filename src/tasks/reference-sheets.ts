import { isNotes } from "./document-lines";
import { isRoster } from "./unit-roster";

/** A sheet that the lists on others lean on: an edit there may change what is said of any of them. */
export function isReferenceSheet(sheet: string): boolean {
  return isNotes(sheet) || isRoster(sheet);
}
