import type { PlanDocument } from "./document";
import { decodeText } from "./decode-text";
import { DocumentError } from "./document-error";
import { readText } from "./read-text";

/** What no document for reading is larger than, in bytes. */
const mostBytes = 100 * 1024 ** 2;

/** Reads the bytes of a document; `name` tells the kind where the bytes do not. Throws DocumentError. */
export function readDocument(bytes: Uint8Array, name: string): PlanDocument {
  if (bytes.length === 0) throw new DocumentError("empty");
  if (bytes.length > mostBytes) throw new DocumentError("too-large", `${Math.round(bytes.length / 1024 ** 2)} MB`);
  return withText(read(bytes, name));
}

function read(bytes: Uint8Array, name: string): PlanDocument {
  if (/\.(?:doc|wps|rtf)$/i.test(name)) throw new DocumentError("old-word");
  return readText(decodeText(bytes));
}

/** Reads clipboard or typed text: html where it is given and says something, else plain text. */
export function readPasted({ text }: { readonly html?: string; readonly text: string }): PlanDocument {
  return withText(readText(text));
}

function withText(document: PlanDocument): PlanDocument {
  const hasText = document.blocks.some((block) => (block.kind === "paragraph" ? block.text !== "" : block.rows.some((row) => row.some((cell) => cell !== undefined && cell.text !== ""))));
  if (!hasText) throw new DocumentError("empty");
  return document;
}
