import { quote, type Text } from "../core/text";

/** Thrown inside the reader only: what in a formula cannot be read as arithmetic, in words for a clerk. */
export class Unreadable extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** `zh` and `en` follow the quoted words. */
export function unreadable(words: string, zh: string, en: string): Unreadable {
  return new Unreadable({ zh: `“${quote(words)}”${zh}`, en: `“${quote(words)}” ${en}` });
}

export const tooLong = (): Unreadable => new Unreadable({ zh: "公式太长或嵌套太深，没有读", en: "The formula is too long or nested too deeply to be read" });
