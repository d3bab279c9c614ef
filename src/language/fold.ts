/** A text for reading: ASCII width, no white space; `at` leads each place back to the text as written. */
export type Folded = { readonly plain: string; readonly at: (index: number) => number };

const needsFolding = /[\s\u200b\ufeff\uff01-\uff5e○]/;
const identity = (index: number): number => index;

/** One character stays one character, so that places can be led back. */
export function fold(text: string): Folded {
  if (!needsFolding.test(text)) return { plain: text, at: identity };
  const places: number[] = [];
  let plain = "";
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const character = text.charAt(index);
    if (/[\s\u200b\ufeff]/.test(character)) continue;
    plain += code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character === "○" ? "〇" : character;
    places.push(index);
  }
  places.push(text.length);
  return { plain, at: (index) => places[index] ?? text.length };
}
