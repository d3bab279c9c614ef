import { DocumentError } from "./document-error";

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/** Enough of a text to tell its encoding. */
const sampleBytes = 65_536;

/** Bytes of a text file as text: by its mark, else by what is valid and looks like Chinese. `declared` is what the text itself says. */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  return new TextDecoder(encodingOf(bytes, declared)).decode(bytes);
}

function encodingOf(bytes: Uint8Array, declared: string | undefined): Encoding {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, sampleBytes);
  const hasZeros = sample.includes(0);
  if (!hasZeros && isValid("utf-8", bytes)) return "utf-8";
  const candidates: Encoding[] = hasZeros || !sample.includes(10) ? ["utf-16le", "utf-16be", "gb18030", "utf-8"] : ["gb18030", "utf-8", "utf-16le", "utf-16be"];
  let best: { encoding: Encoding; likeness: number } | undefined;
  for (const encoding of candidates) {
    const likeness = likenessOf(new TextDecoder(encoding).decode(sample, { stream: true })) + (isNamed(encoding, declared) ? 0.1 : 0);
    if (best === undefined || likeness > best.likeness) best = { encoding, likeness };
  }
  if (best === undefined || best.likeness < 0.25) throw new DocumentError("not-a-document");
  return best.encoding;
}

function isNamed(encoding: Encoding, declared: string | undefined): boolean {
  if (declared === undefined) return false;
  const name = declared.toLowerCase();
  return name === encoding || (encoding === "gb18030" && /^(?:gbk|gb_?2312|x-gbk|cp936)/.test(name));
}

function isValid(encoding: Encoding, bytes: Uint8Array): boolean {
  try {
    // as a stream, so that a character cut at the end does not count
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** What every Chinese public paper is full of. */
const frequent = new Set("的一是在和有了中国人大市县区工作任务单位责任政府发展建设加强推进管理部门年月日实施完成落实提高开展进行全面重点制度项目服务会委局办厅各级为及对以等第上下不、，。：；（）\n0123456789");

/** From −1 to 1: how much of a text is what Chinese text is made of. */
function likenessOf(text: string): number {
  let score = 0;
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    count += 1;
    if (frequent.has(character)) score += 1;
    else if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13) || (code >= 0xe000 && code <= 0xf8ff)) score -= 1;
    else if (code < 127 || (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xffef) || (code >= 0x2010 && code <= 0x2040)) score += 0.5;
    else score -= 0.3;
  }
  return count === 0 ? 0 : score / count;
}
