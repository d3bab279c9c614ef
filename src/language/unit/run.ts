import { lexicon } from "./lexicon";
import { canStandAlone, fits, knownName, reach } from "./name";
import { readPrefix } from "./place";
import { isEnd, readOne, restart, startsAnew } from "./kind";

/** One tile of a text that several names fill with nothing between them. */
type Way = { readonly cost: number; readonly from: number };

const known = 1;
const plausible = 3;
/** Dearer than a plausible name beside a known one. */
const wholeOnly = 4.5;
const longestPlace = 16;
/** Whether the workbook's own list holds a name. */
export type Listed = (name: string) => boolean;

/** How many names may still be tried in one cell; when none is left, texts part at known names only. */
export type Budget = { left: number };

/** Where names that run together part: 市行政审批局|市住建局. Empty for one name. */
export function partsOfRun(text: string, isListed: Listed | undefined, budget: Budget): number[] {
  if (text.length < 5 || !mayHoldTwo(text)) return [];
  if (text.length <= reach && (isListed?.(text) === true || isOne(text))) return [];
  const ways = new Map<number, Way>([[0, { cost: 0, from: -1 }]]);
  const open: number[] = [0];
  for (let end = 2; end <= text.length; end++) {
    if (end < text.length && !isEnd(text.charCodeAt(end - 1))) continue;
    const way = bestWay(text, end, open, ways, isListed, budget);
    if (way === undefined) continue;
    ways.set(end, way);
    open.push(end);
    while (open.length > 0 && end - (open[0] ?? 0) > reach) open.shift();
  }
  const cuts: number[] = [];
  for (let at = ways.get(text.length)?.from ?? 0; at > 0; at = ways.get(at)?.from ?? 0) cuts.push(at);
  return cuts.reverse();
}

/** A single name has one ending, or ends as one whole. */
function mayHoldTwo(text: string): boolean {
  for (let index = 1; index < text.length - 2; index++) if (isEnd(text.charCodeAt(index))) return true;
  return false;
}

function isOne(text: string): boolean {
  const one = readOne(text);
  if (one.kind === "vague" || one.kind === "group") return !hasSecondGroup(text);
  return one.kind === "body" || one.known !== undefined;
}

/** 市教育局各县市区: what begins with 各 further on is another unit. */
function hasSecondGroup(text: string): boolean {
  const at = text.search(/(?!^)各(?:有关|相关)?[省市县区州旗乡镇街]/);
  return at > 1 && isEnd(text.charCodeAt(at - 1)) && knownName(text.slice(0, at)) !== undefined;
}

function bestWay(text: string, end: number, open: readonly number[], ways: ReadonlyMap<number, Way>, isListed: Listed | undefined, budget: Budget): Way | undefined {
  let best: Way | undefined;
  const offer = (from: number, cost: number): void => {
    const before = ways.get(from);
    if (before !== undefined && (best === undefined || before.cost + cost < best.cost)) best = { cost: before.cost + cost, from };
  };
  for (const from of tilesEndingAt(text, end, open, ways)) offer(from, known);
  for (const from of open) {
    const isWanted = budget.left > 0 && (best === undefined || text.charAt(from) === "各");
    if ((!isWanted && isListed === undefined) || end - from > reach || end - from < 3) continue;
    if (from > 0 && !restart.test(text.slice(from, from + 3))) continue;
    const tile = text.slice(from, end);
    if (isListed?.(tile) === true) offer(from, known);
    else if (isWanted && (end === text.length || restart.test(text.slice(end, end + 3)) || startsAnew(text.slice(end, end + 8)))) {
      budget.left -= 1;
      const { kind } = readOne(tile);
      if (kind === "body" || kind === "group") offer(from, known + 0.2);
      else if (kind !== "unknown" && end - from > 3) offer(from, from === 0 && end === text.length ? wholeOnly : plausible);
    }
  }
  return best;
}

/** Where the known names begin that end here, of the places where one may. */
function tilesEndingAt(text: string, end: number, open: readonly number[], ways: ReadonlyMap<number, Way>): number[] {
  const found: number[] = [];
  const { central, forms, lengths } = lexicon();
  for (const length of lengths.get(text.charAt(end - 1)) ?? []) {
    const at = end - length;
    if (at < 0) continue;
    const word = text.slice(at, end);
    if (central.has(word) && ways.has(at)) found.push(at);
    const form = forms.get(word);
    if (form === undefined) continue;
    for (let index = open.length - 1; index >= 0; index--) {
      const from = open[index] ?? 0;
      if (from > at) continue;
      if (at - from > longestPlace) break;
      const prefix = readPrefix(text.slice(from, at));
      if (prefix === undefined || !fits(prefix, form, length)) continue;
      if (from > 0 && prefix.isBare && prefix.level === undefined) continue;
      if (from > 0 && prefix.text === "" && !canStandAlone({ prefix, form }, length)) continue;
      found.push(from);
    }
  }
  return found;
}
