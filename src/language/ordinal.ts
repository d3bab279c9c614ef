const digits = "零一二三四五六七八九";
const arabic = /^[第（(［[]?\s*(\d{1,9})\s*[)）\]］.．、。,，:：]?\s*[项条号]?$/;
const chinese = /^[第（(]?\s*([一二三四五六七八九十百零〇两]{1,7})\s*[)）.．、。,，]?\s*[项条]?$/;

/** The number that a 序号 cell says: 1, "1.", （1）, 十二, ①; undefined for a code, 1.1 or anything else. */
export function ordinalOf(text: string): number | undefined {
  if (text.length > 16) return undefined;
  const code = text.charCodeAt(0);
  if (text.length === 1) {
    if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
    if (code >= 0x3251 && code <= 0x325f) return code - 0x3251 + 21;
    if (code >= 0x32b1 && code <= 0x32bf) return code - 0x32b1 + 36;
  }
  const plain = hasWide(text) ? text.normalize("NFKC") : text;
  const match = arabic.exec(plain);
  if (match?.[1] !== undefined) return Number(match[1]);
  const numeral = chinese.exec(plain)?.[1];
  return numeral === undefined ? undefined : fromChinese(numeral);
}

/** `like` with another number in it: （1） → （2）, 01 → 02, 一、 → 二、. */
export function writeOrdinal(like: string, value: number): string {
  if (/^[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]$/.test(like)) return circled(value) ?? String(value);
  const run = /[\d０-９]+|[一二三四五六七八九十百零〇两]+/.exec(like)?.[0];
  if (run === undefined) return String(value);
  return like.replace(run, () => writeRun(run, value));
}

function writeRun(run: string, value: number): string {
  if (/^\d/.test(run)) return String(value).padStart(run.startsWith("0") ? run.length : 0, "0");
  if (/^[０-９]/.test(run)) return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return toChinese(value) ?? String(value);
}

function hasWide(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) >= 0xff00) return true;
  }
  return false;
}

function fromChinese(numeral: string): number | undefined {
  const plain = numeral.replace(/〇/g, "零").replace(/两/g, "二");
  const match = /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(plain);
  if (match === null || plain === "") return undefined;
  const [, hundreds, tens, ten, ones] = match;
  const digit = (character: string | undefined): number => (character === undefined ? 0 : digits.indexOf(character));
  return digit(hundreds) * 100 + (ten === undefined ? 0 : (tens === undefined ? 1 : digit(tens)) * 10) + digit(ones);
}

function toChinese(value: number): string | undefined {
  if (value < 1 || value > 999) return undefined;
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const upper = hundreds > 0 ? `${digits[hundreds]}百` : "";
  const middle = tens > 0 ? `${tens === 1 && hundreds === 0 ? "" : digits[tens]}十` : hundreds > 0 && ones > 0 ? "零" : "";
  return `${upper}${middle}${ones > 0 ? digits[ones] : ""}`;
}

function circled(value: number): string | undefined {
  if (value >= 1 && value <= 20) return String.fromCharCode(0x245f + value);
  if (value >= 21 && value <= 35) return String.fromCharCode(0x3251 + value - 21);
  return value >= 36 && value <= 50 ? String.fromCharCode(0x32b1 + value - 36) : undefined;
}
