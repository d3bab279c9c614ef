import { distance } from "fastest-levenshtein";
import type { Workbook, Worksheet } from "../core/workbook";
import { indicators as builtIn } from "./dictionary/index";
import type { Indicator } from "./indicator";
import { isIndicatorSheet, readIndicatorSheet } from "./indicator-sheet";
import { keysOfName } from "./name-keys";

/** The indicators that a workbook's sheets are checked by: its own 指标字典 before those that are built in. */
export type Dictionary = {
  /** All of them, the workbook's own first. */
  readonly indicators: readonly Indicator[];
  readonly own: readonly Indicator[];
  /** By name or alias; numbering, unit, period and whose it is (全市, 公立医院) aside. What a name excludes may differ: see `checkName`. */
  find(name: string): Indicator | undefined;
  /** The one whose name is a slip or two away. */
  near(name: string): Indicator | undefined;
};

const longest = 120;

let shared: Dictionary | undefined;
type Known = { readonly sheets: readonly Worksheet[]; readonly dictionary: Dictionary };
/** The latest of each first sheet: an edit elsewhere leaves a dictionary's sheets as they are. */
const known = new WeakMap<Worksheet, Known>();

export function makeDictionary(workbook: Workbook): Dictionary {
  const sheets = workbook.worksheets.filter(({ name }) => isIndicatorSheet(name));
  const [first] = sheets;
  if (first === undefined) return (shared ??= dictionaryOf([], builtIn));
  const latest = known.get(first);
  if (latest !== undefined && latest.sheets.length === sheets.length && latest.sheets.every((sheet, index) => sheet === sheets[index])) return latest.dictionary;
  const base = (shared ??= dictionaryOf([], builtIn));
  const own = sheets.flatMap((sheet) => readIndicatorSheet(sheet, (name) => base.find(name)));
  const overruled = new Set(own.flatMap(({ name }) => base.find(name) ?? []));
  const dictionary = dictionaryOf(own, builtIn.filter((indicator) => !overruled.has(indicator)));
  known.set(first, { sheets, dictionary });
  return dictionary;
}

function dictionaryOf(own: readonly Indicator[], others: readonly Indicator[]): Dictionary {
  const indicators = [...own, ...others];
  const byKey = new Map<string, { readonly indicator: Indicator; readonly rank: number }>();
  // the letters as they are outrank what is left when words are set aside, a name an alias, the workbook's own all others
  for (const [place, indicator] of indicators.entries()) {
    for (const [at, name] of [indicator.name, ...(indicator.aliases ?? [])].entries()) {
      for (const [step, key] of keysOfName(name).entries()) {
        const rank = step * 4 + (at === 0 ? 0 : 2) + (place < own.length ? 0 : 1);
        const before = byKey.get(key);
        if (before === undefined || rank < before.rank) byKey.set(key, { indicator, rank });
      }
    }
  }
  const bySorted = sortedKeys(byKey);
  const find = (name: string): Indicator | undefined => {
    if (name.length < 2 || name.length > longest) return undefined;
    const keys = keysOfName(name);
    for (const key of keys) {
      const found = byKey.get(key);
      if (found !== undefined) return found.indicator;
    }
    for (const key of keys) {
      const found = mayMove(key) ? bySorted.get(sorted(key)) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return { indicators, own, find, near: (name) => find(name) ?? nearest(name, byKey) };
}

/** 次均门诊费用 is 门诊次均费用; but the one over the other is not the other over the one. */
function mayMove(key: string): boolean {
  return key.length >= 6 && !/[占与和比]/.test(key);
}

function sorted(key: string): string {
  return [...key].sort().join("");
}

function sortedKeys(byKey: ReadonlyMap<string, { readonly indicator: Indicator }>): ReadonlyMap<string, Indicator> {
  const found = new Map<string, Indicator>();
  for (const [key, { indicator }] of byKey) if (mayMove(key) && !found.has(sorted(key))) found.set(sorted(key), indicator);
  return found;
}

/** Words of which one is no slip for another. */
const telling = ["门诊", "住院", "出院", "急诊", "县域", "市域", "省域", "跨省", "基层", "职工", "患者", "医师", "护士", "收入", "支出", "费用", "负债", "资产", "药品", "耗材", "死亡", "日间", "内", "外", "三级", "四级"];

function nearest(name: string, byKey: ReadonlyMap<string, { readonly indicator: Indicator }>): Indicator | undefined {
  if (name.length < 4 || name.length > longest) return undefined;
  let best: { indicator: Indicator; edits: number } | undefined;
  for (const own of keysOfName(name)) {
    if (own.length < 4) continue;
    const allowed = own.length < 6 ? 1 : own.length < 10 ? 2 : 3;
    for (const [key, { indicator }] of byKey) {
      if (Math.abs(key.length - own.length) > allowed) continue;
      const edits = distance(own, key);
      if (edits <= allowed && (best === undefined || edits < best.edits) && !telling.some((word) => own.includes(word) && !key.includes(word))) best = { indicator, edits };
    }
  }
  return best?.indicator;
}
