/** The names that Chinese offices' pages use; others stay as they are written. */
const named: Readonly<Record<string, string>> = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", ensp: "\u2002", emsp: "\u2003", thinsp: "\u2009", shy: "\u00ad", zwj: "\u200d", zwnj: "\u200c", lrm: "\u200e", rlm: "\u200f",
  ldquo: "“", rdquo: "”", lsquo: "‘", rsquo: "’", sbquo: "‚", bdquo: "„", laquo: "«", raquo: "»", lsaquo: "‹", rsaquo: "›", mdash: "—", ndash: "–", hellip: "…", middot: "·", bull: "•", prime: "′", Prime: "″",
  times: "×", divide: "÷", plusmn: "±", minus: "−", le: "≤", ge: "≥", ne: "≠", asymp: "≈", equiv: "≡", infin: "∞", permil: "‰", deg: "°", micro: "µ", sup1: "¹", sup2: "²", sup3: "³", frac12: "½", frac14: "¼", frac34: "¾", sum: "∑", radic: "√", Omega: "Ω", alpha: "α", beta: "β",
  yen: "¥", euro: "€", pound: "£", cent: "¢", copy: "©", reg: "®", trade: "™", sect: "§", para: "¶", dagger: "†", larr: "←", uarr: "↑", rarr: "→", darr: "↓", rArr: "⇒", lceil: "⌈", loz: "◊", lang: "〈", rang: "〉",
};

/** What 128 to 159 mean on pages written for Windows. */
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

export function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#[xX]([0-9a-fA-F]{1,6});?|#(\d{1,7});?|([A-Za-z][A-Za-z0-9]{1,7});|(nbsp|lt|gt|amp|quot)(?![A-Za-z0-9]))/g, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined, bare: string | undefined) => {
    const word = name ?? bare;
    if (word !== undefined) return Object.hasOwn(named, word) ? (named[word] ?? whole) : whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (code >= 128 && code <= 159) return windows.charAt(code - 128);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "";
  });
}
