/** A number that somebody stored as text, and what stands behind it: １２３, '1,234, 1234人次, 95.2%. */
export type NumberInText = { readonly value: number; readonly isPercent: boolean; readonly rest: string };

const written = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/;

/** Undefined where the text is no number with at most a unit behind it: 约120, 3—5, 2025年 and 1:2 are none. */
export function readNumberInText(text: string): NumberInText | undefined {
  if (text.length === 0 || text.length > 40) return undefined;
  const plain = text.normalize("NFKC").replace(/[\s\u200b\ufeff'’‘]+/g, "").replace(/，/g, ",");
  const match = written.exec(plain);
  if (match === null) return undefined;
  const rest = plain.slice(match[0].length);
  if (!/^(?:%|[万亿千百]?(?:人次数?|人|次|例|元|张|家|个|台次?|床日|天|日|件|份|户|公里|平方米|吨|项|所|名|辆|册|分)?)$/.test(rest)) return undefined;
  const factor = rest.startsWith("万") ? 1e4 : rest.startsWith("亿") ? 1e8 : rest.startsWith("千") ? 1e3 : rest.startsWith("百") ? 100 : 1;
  return { value: Number(match[0].replace(/,/g, "")) * factor, isPercent: rest === "%", rest };
}
