import { bigramsOf, candidatesFor, countShared, indexBigrams, likeness, type Bigrams } from "./bigrams";
import type { NearInput, OpenTask } from "./near-tasks";

/** One task that became several (`before` of one row), or several that became one (`after` of one row). */
export type DividedTask = { readonly before: readonly number[]; readonly after: readonly number[] };

/** So much of a part's words the whole has, and so much of the whole its parts have together. */
const leastContained = 0.8;
const leastCovered = 0.6;
/** A whole is longer than a part of it, and a part longer than a word. */
const leastGrowth = 1.25;
const leastPart = 4;
/** What is so like another task is that one reworded. */
const otherwiseLike = 0.8;

/** Tasks without a match whose words others share out among themselves. */
export function findDivided({ before, after }: NearInput): DividedTask[] {
  if (before.length === 0 || after.length === 0) return [];
  const split = sharedOut(before, after);
  const [old, fresh] = [new Set(split.map(({ whole }) => whole)), new Set(split.flatMap(({ parts }) => parts))];
  const joined = sharedOut(after.filter(({ row }) => !fresh.has(row)), before.filter(({ row }) => !old.has(row)));
  return [...split.map(({ whole, parts }) => ({ before: [whole], after: parts })), ...joined.map(({ whole, parts }) => ({ before: parts, after: [whole] }))];
}

function sharedOut(wholes: readonly OpenTask[], parts: readonly OpenTask[]): { whole: number; parts: number[] }[] {
  if (wholes.length === 0 || parts.length < 2) return [];
  const bigrams = wholes.map(({ text }) => bigramsOf(text));
  const index = indexBigrams(bigrams);
  const claims = new Map<number, { readonly row: number; readonly bigrams: Bigrams }[]>();
  for (const { row, text } of parts) {
    const own = bigramsOf(text);
    const whole = text.length < leastPart ? undefined : wholeOf(own, bigrams, candidatesFor(own, index));
    if (whole !== undefined) claims.set(whole, [...(claims.get(whole) ?? []), { row, bigrams: own }]);
  }
  return [...claims].flatMap(([whole, claimants]) => {
    const all = bigrams[whole];
    if (claimants.length < 2 || all === undefined) return [];
    const covered = new Set(claimants.flatMap((part) => [...part.bigrams]));
    const share = all.filter((bigram) => covered.has(bigram)).length / all.length;
    // two parts that say the same are no parts
    const isTwice = claimants.some((one, place) => claimants.slice(0, place).some((other) => likeness(one.bigrams, other.bigrams) > otherwiseLike));
    return share < leastCovered || isTwice ? [] : [{ whole: wholes[whole]?.row ?? 0, parts: claimants.map(({ row }) => row) }];
  });
}

/** The one text that holds nearly all of a part and is longer; undefined where there is none, or one that is as good as the part itself. */
function wholeOf(part: Bigrams, wholes: readonly Bigrams[], candidates: readonly number[]): number | undefined {
  let [best, most] = [-1, 0];
  for (const place of candidates) {
    const whole = wholes[place];
    if (whole === undefined) continue;
    if (likeness(part, whole) > otherwiseLike) return undefined;
    const contained = part.length === 0 ? 0 : countShared(part, whole) / part.length;
    if (contained >= leastContained && whole.length >= part.length * leastGrowth && contained > most) [best, most] = [place, contained];
  }
  return best === -1 ? undefined : best;
}
