import type { Block } from "./document";
import { blockNames, countOf, headingOf, isCentred, isDropped, isListMark, listFormatOf, voidNames } from "./html-shape";
import { createTables } from "./html-tables";
import type { Attributes, HtmlEvents } from "./html-tokens";
import { formatNumber } from "./number-format";
import { readText } from "./read-text";
import { withoutMarks } from "./text-marks";
import { readNumbering } from "../language/numbering";

type List = { readonly format: string; next: number };

type Element = {
  readonly name: string;
  readonly isHidden: boolean;
  readonly isPre: boolean;
  readonly heading: number | undefined;
  readonly isTitle: boolean;
  readonly list: List | undefined;
  readonly isMark: boolean;
};

const root: Element = { name: "", isHidden: false, isPre: false, heading: undefined, isTitle: false, list: undefined, isMark: false };

/** Browsers nest no deeper either: what is deeper is taken as if it stood at this depth. */
const maxDepth = 512;
const longestTitle = 100;
/** A line's end in the source, which is a space between words and nothing between Chinese characters. */
const sourceBreak = "\u0001";

export type HtmlBlocks = HtmlEvents & { readonly end: () => { readonly blocks: readonly Block[]; readonly listed: ReadonlySet<number>; readonly isCut: boolean } };

/** Takes a page's tags and text and gives its blocks. */
export function createHtmlBlocks(): HtmlBlocks {
  const stack: Element[] = [];
  const openNames = new Map<string, number>();
  const listed = new Set<number>();
  let texts: string[] = [];
  let last = "\n";
  let mark: string[] = [];
  let marks = 0;
  let number = "";
  let isItem = false;
  let count = 0;
  const top = (): Element => stack[stack.length - 1] ?? root;
  const tables = createTables(() => count + 1);

  const push = (element: Element): void => {
    if (stack.length >= maxDepth) return;
    stack.push(element);
    if (element.isMark) marks += 1;
    openNames.set(element.name, (openNames.get(element.name) ?? 0) + 1);
  };
  const popTo = (depth: number): void => {
    while (stack.length > depth) {
      const element = stack.pop();
      if (element === undefined) return;
      openNames.set(element.name, (openNames.get(element.name) ?? 1) - 1);
      if (element.isMark && --marks === 0) closeMark();
    }
  };

  const flush = (): void => {
    const { heading, isTitle, isPre } = top();
    const whole = texts.join("");
    texts = [];
    last = "\n";
    if (whole.trim() === "" || whole.trim() === sourceBreak) return;
    if (isPre) {
      for (const block of readText(whole).blocks) tables.put(block.kind === "paragraph" ? { ...block, source: ++count } : block);
      return;
    }
    const text = withoutMarks(joinSourceLines(whole)).split("\n").map((line) => line.trimEnd()).join("\n").replace(/^\n+|\n+$/g, "");
    if (text.trim() === "") return;
    count += 1;
    if (isItem) listed.add(count);
    const isNumbered = number === "" || readNumbering(text) !== undefined;
    tables.put({
      kind: "paragraph",
      text: isNumbered ? text : `${number}${text.trim()}`,
      ...(heading === undefined ? {} : { heading }),
      ...(isTitle && text.length <= longestTitle ? { isTitle } : {}),
      source: count,
    });
    number = "";
  };

  /** A number stays; a bullet, in a font of signs, is a letter that means nothing. */
  const closeMark = (): void => {
    const text = mark.join("").replace(/[\s\u00a0]/g, "");
    mark = [];
    isItem = true;
    if (/[0-9０-９一-鿿①-⒛]/.test(text) || /^[A-Za-z]{1,4}[.)）、]$/.test(text)) number = text;
  };

  const addText = (text: string): void => {
    const { isHidden, isPre } = top();
    if (isHidden || text === "") return;
    if (marks > 0) {
      mark.push(text);
      return;
    }
    if (isPre) {
      texts.push(text);
      return;
    }
    for (const [space, word] of pieces(text)) {
      if (space !== "" && last !== " " && last !== "\n" && last !== sourceBreak) {
        last = /[\n\r]/.test(space) ? sourceBreak : " ";
        texts.push(last);
      }
      if (word === "") continue;
      texts.push(word);
      last = word.slice(-1);
    }
  };

  const openList = (name: string, attributes: Attributes): List | undefined => (name === "ol" || name === "ul" || name === "menu" || name === "dir" ? { format: listFormatOf(name, attributes), next: countOf(attributes.get("start"), 1, 1e6) } : undefined);

  const startItem = (attributes: Attributes): void => {
    const list = [...stack].reverse().find((element) => element.list !== undefined)?.list;
    isItem = true;
    number = "";
    if (list === undefined) return;
    const value = countOf(attributes.get("value"), list.next, 1e6);
    list.next = value + 1;
    const text = formatNumber(value, list.format);
    if (text !== "") number = `${text}${list.format === "chineseCounting" ? "、" : "."}`;
  };

  /** Ends an element that stands open in the present cell, and what was opened in it. */
  const endOpen = (name: string, barrier?: ReadonlySet<string>): boolean => {
    if ((openNames.get(name) ?? 0) === 0) return false;
    const floor = tables.floor();
    for (let depth = stack.length - 1; depth >= floor; depth--) {
      const element = stack[depth];
      if (element?.name === name) {
        flush();
        popTo(depth);
        return true;
      }
      if (element !== undefined && barrier?.has(element.name) === true) return false;
    }
    return false;
  };

  const open = (name: string, attributes: Attributes): void => {
    const isBlock = blockNames.has(name);
    if (isBlock) {
      flush();
      if (name !== "table" || !top().isHidden) endOpen("p");
    }
    if (name === "li") endOpen("li", lists);
    if (tables.isPart(name) && !top().isHidden) popTo(tables.enter(name, stack.length));
    const parent = top();
    const isHidden = parent.isHidden || isDropped(name, attributes);
    if (!isHidden && name === "br") {
      texts.push("\n");
      last = "\n";
    }
    if (voidNames.has(name)) return;
    if (!isHidden && name === "li") startItem(attributes);
    else if (lists.has(name) || name === "table" || tables.isPart(name)) [isItem, number] = [false, ""];
    if (!isHidden) tables.open(name, attributes, stack.length + 1);
    push({
      name,
      isHidden,
      isPre: parent.isPre || name === "pre" || (attributes.size > 0 && /white-space\s{0,3}:\s{0,3}pre/i.test(attributes.get("style") ?? "") && isBlock),
      heading: headingOf(name, attributes) ?? parent.heading,
      isTitle: isBlock ? isCentred(name, attributes) || parent.name === "center" : parent.isTitle || name === "center",
      list: openList(name, attributes),
      isMark: isListMark(attributes),
    });
  };

  const close = (name: string): void => {
    if (name === "br" || name === "p") {
      // </br> is a break, </p> alone an empty paragraph
      if (name === "br") texts.push("\n");
      else if (!endOpen("p")) flush();
      return;
    }
    if (blockNames.has(name)) flush();
    const depth = tables.close(name);
    if (depth !== undefined) popTo(Math.min(depth, stack.length));
    else endOpenElement(name);
    if (name === "li") [isItem, number] = [false, ""];
  };
  const endOpenElement = (name: string): void => {
    if ((openNames.get(name) ?? 0) === 0) return;
    for (let depth = stack.length - 1; depth >= tables.floor(); depth--) {
      if (stack[depth]?.name !== name) continue;
      popTo(depth);
      return;
    }
  };

  return {
    open,
    close,
    text: addText,
    end: () => {
      flush();
      popTo(0);
      return { ...tables.end(), listed };
    },
  };
}

const lists: ReadonlySet<string> = new Set(["ol", "ul", "menu", "dir"]);

/** White space and words in turn. */
function* pieces(text: string): Generator<readonly [string, string]> {
  for (const match of text.matchAll(/([ \t\n\r\f]*)([^ \t\n\r\f]*)/g)) if (match[0] !== "") yield [match[1] ?? "", match[2] ?? ""];
}

function joinSourceLines(text: string): string {
  if (!text.includes(sourceBreak)) return text;
  return text.replace(/\u0001/g, (_, at: number) => (isWide(text.charCodeAt(at - 1)) && isWide(text.charCodeAt(at + 1)) ? "" : " "));
}

function isWide(code: number): boolean {
  return (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xff00 && code <= 0xff60) || (code >= 0x2014 && code <= 0x2026) || (code >= 0xd840 && code <= 0xdfff);
}
