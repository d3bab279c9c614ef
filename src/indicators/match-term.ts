import { distance } from "fastest-levenshtein";
import type { Term } from "./indicator";
import { periodSide } from "./period";
import { readWording, type Wording } from "./wording";

/** Below it two names are not the same quantity's. */
const enough = 0.6;

export type MatchOptions = {
  /** The year that 本年 is; a label that names a year can then be told apart from 上年. */
  readonly thisYear?: number;
};

/** The term that a label speaks of; undefined where it is none of them, or two of them fit equally well. */
export function matchTerm(label: string, terms: readonly Term[], options: MatchOptions = {}): Term | undefined {
  const said = readWording(label);
  if (said === undefined || said.plain + (said.period ?? "") === "") return undefined;
  let best: { term: Term; quality: number } | undefined;
  let rival = 0;
  const comparesPeriods = terms.some((term) => wordingsOf(term).some(({ period }) => period !== undefined));
  for (const term of terms) {
    const quality = qualityOf(said, term, comparesPeriods, options);
    if (best === undefined || quality > best.quality) {
      rival = best?.quality ?? 0;
      best = { term, quality };
    } else rival = Math.max(rival, quality);
  }
  return best !== undefined && best.quality >= enough && best.quality - rival > 0.001 ? best.term : undefined;
}

/** How well a label names a term: 1 the same words, from 0.6 on the same quantity, 0 another one. */
export function matchQuality(label: string, term: Term, options: MatchOptions = {}): number {
  const said = readWording(label);
  if (said === undefined) return 0;
  const quality = qualityOf(said, term, wordingsOf(term).some(({ period }) => period !== undefined), options);
  return quality >= enough ? quality : 0;
}

const known = new WeakMap<Term, readonly Wording[]>();

function wordingsOf(term: Term): readonly Wording[] {
  let wordings = known.get(term);
  if (wordings === undefined) {
    wordings = [term.name, ...(term.aliases ?? [])].flatMap((name) => readWording(name) ?? []);
    known.set(term, wordings);
  }
  return wordings;
}

function qualityOf(said: Wording, term: Term, comparesPeriods: boolean, options: MatchOptions): number {
  let best = 0;
  for (const [index, wording] of wordingsOf(term).entries()) {
    if (comparesPeriods && !isSamePeriod(said.period, wording.period, options)) continue;
    // a term's own name before its aliases, so that an alias two terms share decides nothing
    best = Math.max(best, compare(said, wording, comparesPeriods) - (index === 0 ? 0 : 0.002));
  }
  return best;
}

function isSamePeriod(label: string | undefined, term: string | undefined, { thisYear }: MatchOptions): boolean {
  const [one, other] = [label, term].map((period) => (period === undefined ? undefined : (periodSide(period, thisYear) ?? period)));
  // beside 上年医疗收入 a bare 医疗收入 is this year's
  return (one ?? "this") === (other ?? "this");
}

function compare(a: Wording, b: Wording, comparesPeriods: boolean): number {
  if (a.excluded !== "" && b.excluded !== "" && a.excluded !== b.excluded) return 0;
  let quality = 1 - (a.excluded === b.excluded ? 0 : 0.15) - (a.hasRemark === b.hasRemark ? 0 : 0.03);
  if (a.plain !== b.plain) {
    quality -= 0.02;
    // 本年 alone, where the terms are 本年… and 上年…
    if (a.plain === "" || b.plain === "") return comparesPeriods ? quality - 0.25 : 0;
    const core = coreDistance(a, b);
    if (core === undefined) return 0;
    quality -= core + measureDistance(a.measure, b.measure) + (a.isTotal === b.isTotal ? 0 : 0.1);
  }
  return quality;
}

function coreDistance(a: Wording, b: Wording): number | undefined {
  if (a.core === b.core) return 0;
  if (a.sorted === b.sorted && a.sorted.length >= 4) return 0.04;
  // 医院 for 公立医院, where nothing else is said
  if (a.sorted === "" && b.sorted === "" && (a.core.endsWith(b.core) || b.core.endsWith(a.core))) return 0.2;
  const [one, other] = [a.core.replace(slight, ""), b.core.replace(slight, "")];
  if (one !== "" && one === other) return 0.2;
  return isSlip(a.plain, b.plain) ? 0.25 : undefined;
}

/** Left out as often as not: 三级手术台次 for 出院患者三级手术台次数. */
const slight = /注册|执业|出院|^按/g;

const heads = /^(?:人次|人数|人|台次|例数?)$/;
const vague = /^(?:[数额量值]|数[量目额]|金额|[件项条所户家个次张台辆起宗篇座处]数|)$/;

function measureDistance(a: string, b: string): number {
  if (a === b) return 0;
  if (vague.test(a) || vague.test(b)) return a === "" || b === "" ? 0.04 : 0.02;
  return heads.test(a) && heads.test(b) ? 0.15 : 1;
}

/** Letters that make another quantity of a name: 县域内 and 县域外, 三级 and 四级. */
const telling = new Set("内外上下前后左右大中小高低初长短新旧老少男女东西南北甲乙丙丁一二三四五六七八九十百千万省市县区乡镇村国进出入住门急收支非未不无有总净毛均医护药技师士农城公私正负本去今优良死生增减加主副");

/** One letter wrong, too many or too few in a name of six and more, and none that tells quantities apart. */
function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 6 || Math.abs(a.length - b.length) > 1 || distance(a, b) !== 1) return false;
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) at += 1;
  if (a.length !== b.length) return isHarmless((a.length > b.length ? a : b).charAt(at));
  const [one, other] = [a.charAt(at), b.charAt(at)];
  return !/[\da-z]/.test(one + other) && !(telling.has(one) && telling.has(other));
}

function isHarmless(letter: string): boolean {
  return !telling.has(letter) && !/[\da-z]/.test(letter);
}
