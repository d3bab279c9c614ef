import { decodeText } from "./decode-text";
import type { PlanDocument } from "./document";
import { createHtmlBlocks } from "./html-blocks";
import { tokenizeHtml } from "./html-tokens";
import { mendBlocks } from "./mend-blocks";

/** A page's text by its mark, by what it declares, and by what its bytes can be. */
export function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return decodeText(bytes, /charset\s{0,5}=\s{0,5}["']?([\w-]{2,20})/i.exec(head)?.[1]);
}

/** The blocks of a web page, or of what a program put on the clipboard. */
export function readHtml(html: string): PlanDocument {
  const builder = createHtmlBlocks();
  // a clipboard's own head stands before its HTML
  tokenizeHtml(/^Version:\d/.test(html) ? html.slice(Math.max(html.indexOf("<"), 0)) : html, builder);
  const { blocks, listed, isCut } = builder.end();
  return { blocks: mendBlocks(blocks, ({ source }) => listed.has(source)), notes: isCut ? ["有一个表格太大，只读了前面的部分"] : [] };
}

/** Whether a text is a page rather than plain text, by how it begins. */
export function looksLikeHtml(text: string): boolean {
  return /^\ufeff?\s{0,1000}(?:<!--[^>]{0,500}-->\s{0,100})?<(?:!doctype\s{1,5}html|html|head|body|meta|table|div|p|h[1-6]|center|span|section|article)[\s>]/i.test(text.slice(0, 3000)) || /^\ufeff?\s{0,100}<\?xml[^>]{0,200}>\s{0,100}<(?:!doctype\s{1,5})?html/i.test(text.slice(0, 1000));
}
