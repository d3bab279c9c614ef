import { deflateSync, inflateSync } from "fflate";
import { checksum } from "../../zip/checksums";
import { decodeBase64, encodeBase64 } from "./base64";
import { keepRecord, readKeptTexts, readRecord, withoutKept } from "./kept-texts";
import { withPart, type Parts } from "./package";
import { relationshipsPart, type Layout } from "./read-workbook";

/** The parts that asking for calculation changes, as they were, and a checksum of all others. */
type Record = { readonly rest: string; readonly parts: readonly (readonly [name: string, base64: string])[] };

const limit = 1_000_000;

/** Notes beside texts of ours how the workbook was before formulas made it ask for calculation; the first time counts. */
export function recordCalculation(before: Parts, layout: Layout, after: Parts): Parts {
  if (readKeptTexts(after).size === 0 || readRecord(after) !== undefined) return after;
  const bare = withoutKept(before, layout);
  const names = concerned(layout);
  const parts = names.flatMap((name) => {
    const bytes = bare.get(name);
    return bytes === undefined ? [] : [[name, encodeBase64(deflateSync(bytes))] as const];
  });
  const record: Record = { rest: checksumOfOthers(bare, names), parts };
  const text = JSON.stringify(record);
  return text.length > limit ? after : keepRecord(after, text);
}

/** Once the last text of ours has gone: the workbook as it was, if nothing else in it has changed. */
export function recallCalculation(before: Parts, after: Parts): Parts {
  const text = readRecord(before);
  if (text === undefined || readRecord(after) !== undefined) return after;
  const { rest, parts } = JSON.parse(text) as Record;
  if (checksumOfOthers(after, parts.map(([name]) => name)) !== rest) return after;
  return parts.reduce((next, [name, base64]) => withPart(next, name, inflateSync(decodeBase64(base64))), after);
}

function concerned({ workbookPart, relationships }: Layout): string[] {
  const chain = relationships.find(({ type }) => type.endsWith("/calcChain"))?.target;
  return ["[Content_Types].xml", workbookPart, relationshipsPart(workbookPart), ...(chain === undefined ? [] : [chain])];
}

function checksumOfOthers(parts: Parts, but: readonly string[]): string {
  const lines = [...parts].flatMap(([name, bytes]) => (but.includes(name) ? [] : [`${name} ${bytes.length} ${checksum(bytes)}`]));
  return String(checksum(new TextEncoder().encode(lines.sort().join("\n"))));
}
