import type { PlanDocument } from "./document";
import { decodeText } from "./decode-text";
import { DocumentError } from "./document-error";
import { readDocx } from "./read-docx";
import { decodeHtml, looksLikeHtml, readHtml } from "./read-html";
import { readText } from "./read-text";
import { containerOf, hasStream } from "../zip/container";

/** What no document for reading is larger than, in bytes. */
const mostBytes = 100 * 1024 ** 2;

/** Reads the bytes of a document; `name` tells the kind where the bytes do not. Throws DocumentError. */
export function readDocument(bytes: Uint8Array, name: string): PlanDocument {
  if (bytes.length === 0) throw new DocumentError("empty");
  if (bytes.length > mostBytes) throw new DocumentError("too-large", `${Math.round(bytes.length / 1024 ** 2)} MB`);
  return withText(read(bytes, name));
}

function read(bytes: Uint8Array, name: string): PlanDocument {
  const container = containerOf(bytes);
  if (container === "zip") return readDocx(bytes);
  if (container === "compound") throw new DocumentError(compoundKind(bytes, name));
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (head.startsWith("{\\rtf") || head.startsWith("MIME-Version")) throw new DocumentError("old-word");
  if (/^(?:%PDF|\x89PNG|GIF8|\xff\xd8\xff|BM|II\*|MM\0\*|Rar!|7z\xbc\xaf|\x1f\x8b|%!PS)/.test(head)) throw new DocumentError("not-a-document");
  const isPage = /\.(?:html?|xhtml|shtml)$/i.test(name);
  const text = isPage ? decodeHtml(bytes) : decodeText(bytes);
  if (/^\ufeff?<\?mso-application\s|<\?mso-application\s+progid="Word/.test(text.slice(0, 500))) throw new DocumentError("old-word");
  return isPage || looksLikeHtml(text) ? readHtml(isPage ? text : decodeHtml(bytes)) : readText(text);
}

/** An encrypted .docx, an old .doc or .wps, or another program's file. */
function compoundKind(bytes: Uint8Array, name: string): "encrypted" | "old-word" | "not-a-document" {
  if (hasStream(bytes, "EncryptedPackage") || hasStream(bytes, "EncryptionInfo")) return "encrypted";
  if (hasStream(bytes, "WordDocument")) return "old-word";
  return /\.(?:doc|dot|wps|wpt)$/i.test(name) ? "old-word" : "not-a-document";
}

/** Reads clipboard or typed text: html where it is given and says something, else plain text. */
export function readPasted({ html, text }: { readonly html?: string; readonly text: string }): PlanDocument {
  const page = html === undefined || html.trim() === "" ? undefined : readHtml(html);
  return withText(page !== undefined && hasText(page) ? page : readText(text));
}

function withText(document: PlanDocument): PlanDocument {
  if (!hasText(document)) throw new DocumentError("empty");
  return document;
}

function hasText({ blocks }: PlanDocument): boolean {
  return blocks.some((block) => (block.kind === "paragraph" ? block.text !== "" : block.rows.some((row) => row.some((cell) => cell !== undefined && cell.text !== ""))));
}
