import type { Doubt } from "./plan-task";
import type { NamedUnit } from "./responsibility";
import { nobody } from "./responsibility";
import { readDefault } from "./declarations";
import { doubt } from "./doubts";
import { kindOfLabel } from "./labels";
import { bareNumber, bareTitle } from "./margins";
import { isTitleLike, type Item, type Part } from "./outline";
import type { RawTask } from "./task-row";

/** `without`: what stands among tasks and names nobody. */
export type OutlineTasks = { readonly tasks: readonly RawTask[]; readonly without: readonly string[] };

/** The tasks of an outline in its order: every part that says who does it, and items of a labelled list that lack it. */
export function tasksOfOutline(root: Item): OutlineTasks {
  lendToParents(root);
  const tasks: RawTask[] = [];
  const without: string[] = [];
  let lent: readonly NamedUnit[] = [];
  const visit = (item: Item, isOwed: boolean): void => {
    const stated = item.parts.filter(({ says }) => says !== undefined);
    const isHeading = headsItsParts(item, stated);
    for (const part of stated.length === 0 && isOwed ? item.parts.slice(0, 1) : stated) {
      const raw = rawTask(item, part, isHeading, lent);
      if (raw.task !== "") tasks.push(raw);
      for (const { text } of part.lines) lent = joined(lent, readDefault(text));
    }
    const isLabelled = isLabelledList(item.children);
    const isList = item.children.filter(saysWho).length * 2 > item.children.length;
    for (const child of item.children) {
      const isBare = child.numbering !== undefined && child.children.length === 0;
      visit(child, isLabelled && isBare);
      if (isList && !isLabelled && isBare && !saysWho(child)) without.push(child.head?.text ?? "");
    }
  };
  visit(root, false);
  return { tasks, without };
}

function joined(one: readonly NamedUnit[], other: readonly NamedUnit[]): readonly NamedUnit[] {
  return other.length === 0 ? one : [...one, ...other.filter(({ text }) => one.every((unit) => unit.text !== text))];
}

function saysWho(item: Item): boolean {
  return item.parts.some(({ says }) => says !== undefined);
}

/** At least two items of a list, and most of them, name who does them on a line of their own. */
function isLabelledList(items: readonly Item[]): boolean {
  const labelled = items.filter(({ parts }) => parts.some(({ says, isLabelled }) => isLabelled && says !== undefined)).length;
  return labelled >= 2 && labelled * 2 >= items.length;
}

/** Numbering styles whose items name who does them, more than the last of a list alone. */
function stylesOfTasks(root: Item): ReadonlySet<string> {
  const styles = new Set<string>();
  walk(root, (item) => {
    for (const [index, child] of item.children.entries()) if (saysWho(child) && (index < item.children.length - 1 || item.children.length === 1) && child.children.every((grandchild) => !saysWho(grandchild))) styles.add(child.style);
  });
  return styles;
}

function walk(item: Item, visit: (item: Item) => void): void {
  visit(item);
  for (const child of item.children) walk(child, visit);
}

/** Who does an item may stand behind the last of its parts, and is said of all of them: on a line of its own, or where a list does so again and again. */
function lendToParents(root: Item): void {
  const taskStyles = stylesOfTasks(root);
  const found: { readonly item: Item; readonly part: Part }[] = [];
  walk(root, (item) => {
    const last = item.children.at(-1);
    if (last === undefined || item.head === undefined || saysWho(item) || taskStyles.has(last.style)) return;
    if (item.children.length < 2 || item.children.slice(0, -1).some(hasTask)) return;
    const part = last.parts.find(({ says }) => says !== undefined);
    if (part !== undefined && item.parts[0] !== undefined) found.push({ item, part });
  });
  for (const { item, part } of found) {
    const own = item.parts[0];
    if (own === undefined || part.says === undefined || (!part.isLabelled && found.filter((other) => other.item.style === item.style).length < 2)) continue;
    own.says = part.says;
    own.isLabelled = part.isLabelled;
    own.isLent = true;
    delete part.says;
  }
}

const goalLabel = /^(?:工作|总体|建设|任务|主要)?(?:目标|任务)[：:]/;

/** A heading over several tasks, or over a text with labels of its own, names none itself. */
function headsItsParts(item: Item, stated: readonly Part[]): boolean {
  const first = item.parts[0];
  const { head } = item;
  if (head === undefined || first === undefined || head.says !== undefined || !isTitleLike(head) || /[。；]$/.test(head.body)) return false;
  if (stated.length > 1) return true;
  const second = first.lines.slice(1).find(({ body }) => body !== "");
  // a heading without a number is no task of its own where a text stands under it
  if (item.numbering === undefined) return second !== undefined;
  return item.level <= 2 && second !== undefined && goalLabel.test(second.body);
}

function rawTask(item: Item, part: Part, isHeading: boolean, lent: readonly NamedUnit[]): RawTask {
  const isFirst = part === item.parts[0];
  const texts = part.lines.filter((line) => line.body !== "" && !(isHeading && line === item.head)).map(({ body, numbering }, index) => (index === 0 || numbering === undefined ? body : `${numbering.text}${body}`));
  const below = isFirst ? item.children.filter((child) => !hasTask(child)) : [];
  for (const child of below) walk(child, ({ parts }) => texts.push(...parts.slice(0, 1).flatMap(({ lines }) => lines.flatMap(({ body, numbering }) => (body === "" ? [] : [`${numbering?.text ?? ""}${body}`])))));
  const sources = [...part.lines.map(({ text }) => text), ...below.flatMap(({ parts }) => parts.slice(0, 1).flatMap(({ lines }) => lines.map(({ text }) => text)))];
  const doubts: Doubt[] = part.isLent === true ? [doubt("lent-responsibility")] : [];
  return {
    category: isHeading ? titleOf(item) : categoryOf(item),
    number: isHeading ? null : plainNumber(item),
    task: withoutLabel(texts.join("\n"), isHeading || !isFirst),
    says: part.says ?? nobody,
    lent,
    paragraph: part.lines[0]?.source ?? item.head?.source ?? 0,
    sourceText: sources.join("\n"),
    doubts,
  };
}

/** 工作任务：, 具体措施： behind a heading or a task only says what the text is. */
function withoutLabel(text: string, isUnderHeading: boolean): string {
  const colon = text.search(/[：:]/);
  return isUnderHeading && colon > 0 && colon < 8 && kindOfLabel(text.slice(0, colon)) === "task" ? text.slice(colon + 1).trim() : text;
}

function hasTask(item: Item): boolean {
  return saysWho(item) || item.children.some(hasTask);
}

/** 一, 3, 1.2: without brackets and points. */
export function plainNumber({ numbering }: Item): string | null {
  if (numbering === undefined) return null;
  return bareNumber(numbering.text);
}

/** The nearest heading above that is no task itself. */
function categoryOf(item: Item): string | null {
  for (let above = item.parent; above !== undefined && above.head !== undefined; above = above.parent) if (!saysWho(above)) return titleOf(above);
  return null;
}

/** A heading's first sentence, without its number and closing mark. */
export function titleOf({ head }: Item): string | null {
  if (head === undefined) return null;
  const stop = head.body.search(/[。；]/);
  const title = bareTitle((stop > 0 ? head.body.slice(0, stop) : head.body).replace(/^\d{1,2}[\s\u3000]{1,4}/, ""));
  return title === "" ? null : title;
}
