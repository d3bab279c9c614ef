/** Has a text characters whose width or form a comparison must level? Full-width ASCII is levelled one by one. */
const odd = /[^\u0000-\u007f\u2010-\u2027\u2030-\u203a\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]/;
const dropped = /[\s\p{P}\p{Cf}`~]/u;

const unknown = 0;
const kept = 1;
const skipped = 2;
/** What was found out of each code unit so far. */
const classes = new Uint8Array(65536);

function isDropped(code: number): boolean {
  let found = classes[code] ?? unknown;
  if (found === unknown) classes[code] = found = dropped.test(String.fromCharCode(code)) ? skipped : kept;
  return found === skipped;
}

function fold(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function level(text: string): string {
  return odd.test(text) ? text.normalize("NFKC") : text;
}

/** A point between digits says something: 1.5 is not 15, 1-2 not 12. */
function isCounted(text: string, index: number, code: number): boolean {
  if (!isDropped(code)) return true;
  return isDigit(fold(text.charCodeAt(index - 1))) && isDigit(fold(text.charCodeAt(index + 1)));
}

/** Equal for texts that differ in width, spaces and punctuation only; seldom equal for others. Allocates nothing. */
export function comparableHash(text: string): number {
  const plain = level(text);
  let hash = 17;
  for (let index = 0; index < plain.length; index++) {
    const code = fold(plain.charCodeAt(index));
    if (isCounted(plain, index, code)) hash = (Math.imul(hash, 31) + code) | 0;
  }
  return hash;
}

/** A text for comparing: without width, spaces and punctuation. */
export function comparable(text: string): string {
  const plain = level(text);
  let result = "";
  for (let index = 0; index < plain.length; index++) {
    const code = fold(plain.charCodeAt(index));
    if (isCounted(plain, index, code)) result += String.fromCharCode(code);
  }
  return result;
}
