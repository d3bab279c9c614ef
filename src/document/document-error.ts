import type { Text } from "../core/text";

export type DocumentErrorCode = "old-word" | "encrypted" | "damaged" | "too-large" | "not-a-document" | "empty";

const messages: { readonly [C in DocumentErrorCode]: (detail: string) => Text } = {
  "old-word": () => ({
    zh: "这是旧版 Word 或 WPS 文档（.doc、.wps、.rtf），读不了。请用 Word 或 WPS 打开，“另存为”选 .docx，再选那一份",
    en: "This is an old Word or WPS document (.doc, .wps, .rtf), which cannot be read. Open it in Word or WPS, save it as .docx and choose that file",
  }),
  encrypted: () => ({
    zh: "这个文档设了打开密码，读不了。请先用 Word 或 WPS 打开并取消密码，再另存一份",
    en: "This document needs a password to open, so it cannot be read. Open it, remove the password and save a copy",
  }),
  damaged: (detail) => ({
    zh: `这个文档已损坏或不完整${detail === "" ? "" : `（${detail}）`}，读不了。请重新取一份，或用 Word、WPS 打开修复后另存`,
    en: `This document is damaged or incomplete${detail === "" ? "" : ` (${detail})`} and cannot be read. Get it again, or repair it in Word and save a copy`,
  }),
  "too-large": (detail) => ({
    zh: `这个文档太大${detail === "" ? "" : `（${detail}）`}，超出了能安全读取的范围。请只留下要填报的部分再试`,
    en: `This document is too large${detail === "" ? "" : ` (${detail})`} to be read safely. Keep only the part that is needed and try again`,
  }),
  "not-a-document": () => ({
    zh: "这不是能读的文档。能读 .docx、网页（.html）和文本（.txt）；PDF、图片和其他格式，请打开后复制文字粘贴进来，或另存为 .docx",
    en: "This is not a document that can be read. Word (.docx), web pages (.html) and text (.txt) can; from a PDF or another format, copy the text and paste it, or save it as .docx",
  }),
  empty: () => ({
    zh: "这个文档里没有文字。如果是扫描件或图片，请先识别成文字，再粘贴进来",
    en: "There is no text in this document. If it is a scan or a picture, have its text recognised first and paste that",
  }),
};

/** Why a document cannot be read, worded for a person. `detail` is a name or a size to quote, never a sentence. */
export class DocumentError extends Error {
  readonly code: DocumentErrorCode;
  readonly text: Text;

  constructor(code: DocumentErrorCode, detail = "", options?: { cause?: unknown }) {
    super(detail === "" ? code : `${code}: ${detail}`, options);
    this.name = "DocumentError";
    this.code = code;
    this.text = messages[code](detail);
  }
}
