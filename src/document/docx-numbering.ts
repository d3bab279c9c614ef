import { integerOf, type DocxStyles } from "./docx-styles";
import { formatNumber } from "./number-format";
import { childNamed, isOn, valueOf, type XmlElement } from "./xml-events";

/** The number that a list gives to a paragraph: its text, and whether white space parts it from the paragraph's. */
export type ListNumber = { readonly text: string; readonly isApart: boolean };

export type DocxNumbering = {
  /** The next number of a list at a level; undefined where there is no such list. Counts, so each paragraph asks once. */
  readonly next: (numId: string, level: number) => ListNumber | undefined;
  /** The level of a list that is bound to one of these styles. */
  readonly levelOfStyle: (numId: string, lineage: readonly string[]) => number | undefined;
};

type Level = { readonly start: number; readonly format: string; readonly pad: number; readonly text: string; readonly isLegal: boolean; readonly restart: number | undefined; readonly style: string | undefined; readonly isApart: boolean };
type List = { readonly abstract: string; readonly levels: ReadonlyMap<number, Level>; readonly starts: ReadonlyMap<number, number> };

const lastLevel = 8;

export function readNumbering(root: XmlElement | undefined, styles: DocxStyles): DocxNumbering {
  const abstracts = new Map<string, XmlElement>();
  const lists = new Map<string, List>();
  const elements = new Map<string, XmlElement>();
  for (const element of root?.children ?? []) {
    if (element.name === "abstractNum") abstracts.set(element.attribute("abstractNumId") ?? "", element);
    else if (element.name === "num") elements.set(element.attribute("numId") ?? "", element);
  }
  const listOf = (numId: string): List | undefined => {
    let list = lists.get(numId);
    const element = elements.get(numId);
    if (list === undefined && element !== undefined) lists.set(numId, (list = readList(element, abstracts, elements, styles)));
    return list;
  };
  // lists of one definition count together
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    levelOfStyle: (numId, lineage) => {
      for (const [level, { style }] of listOf(numId)?.levels ?? []) if (style !== undefined && lineage.includes(style)) return level;
      return undefined;
    },
    next: (numId, given) => {
      const list = listOf(numId);
      if (list === undefined) return undefined;
      const level = Math.min(Math.max(given, 0), lastLevel);
      const counts = counters.get(list.abstract) ?? [];
      counters.set(list.abstract, counts);
      const own = list.levels.get(level);
      const override = list.starts.get(level);
      const key = `${numId}/${level}`;
      const isNew = override !== undefined && !begun.has(key);
      begun.add(key);
      const before = isNew ? undefined : counts[level];
      counts[level] = before === undefined ? (override ?? own?.start ?? 1) : before + 1;
      for (let deeper = level + 1; deeper <= lastLevel; deeper++) {
        const restart = list.levels.get(deeper)?.restart;
        if (restart === undefined || level < restart) counts[deeper] = undefined;
      }
      return own === undefined ? undefined : write(own, list, counts);
    },
  };
}

function readList(element: XmlElement, abstracts: ReadonlyMap<string, XmlElement>, elements: ReadonlyMap<string, XmlElement>, styles: DocxStyles): List {
  let abstract = valueOf(element, "abstractNumId") ?? "";
  // a definition may only lead to a list style, which leads to the list that has it
  const link = valueOf(abstracts.get(abstract), "numStyleLink");
  if (link !== undefined) {
    const linked = elements.get(styles.styleOf(link)?.numId ?? "");
    abstract = valueOf(linked, "abstractNumId") ?? abstract;
  }
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const child of abstracts.get(abstract)?.children ?? []) if (child.name === "lvl") levels.set(integerOf(child.attribute("ilvl")) ?? 0, readLevel(child));
  for (const child of element.children) {
    if (child.name !== "lvlOverride") continue;
    const level = integerOf(child.attribute("ilvl")) ?? 0;
    const own = childNamed(child, "lvl");
    if (own !== undefined) levels.set(level, readLevel(own));
    const start = integerOf(valueOf(child, "startOverride"));
    if (start !== undefined) starts.set(level, start);
  }
  return { abstract, levels, starts };
}

function readLevel(element: XmlElement): Level {
  const format = childNamed(element, "numFmt");
  const legal = childNamed(element, "isLgl");
  return {
    start: integerOf(valueOf(element, "start")) ?? 0,
    format: format?.attribute("val") ?? "decimal",
    // a format of one's own is written as its first numbers: 001, 002, …
    pad: /^0+\d/.exec(format?.attribute("format") ?? "")?.[0].length ?? 0,
    text: valueOf(element, "lvlText") ?? "",
    isLegal: legal !== undefined && isOn(legal.attribute("val")),
    restart: integerOf(valueOf(element, "lvlRestart")),
    style: valueOf(element, "pStyle"),
    isApart: valueOf(element, "suff") !== "nothing",
  };
}

function write(own: Level, list: List, counts: (number | undefined)[]): ListNumber {
  if (own.format === "bullet") return { text: "", isApart: own.isApart };
  const text = own.text.slice(0, 200).replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const level = list.levels.get(at);
    const value = counts[at] ?? level?.start ?? 1;
    counts[at] ??= value;
    const format = own.isLegal && level?.format !== "none" ? "decimal" : (level?.format ?? "decimal");
    const number = formatNumber(value, format);
    return (level?.pad ?? 0) > 0 ? number.padStart(level?.pad ?? 0, "0") : number;
  });
  return { text, isApart: own.isApart };
}
