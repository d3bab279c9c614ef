import type { PlanDocument } from "../../src/document/document";
import { readPasted } from "../../src/document/read-document";

/** A text as the product reads it; an empty one holds nothing. */
export function textDocument(text: string): PlanDocument {
  return text.trim() === "" ? { blocks: [], notes: [] } : readPasted({ text });
}
