import { maxColumns } from "../../core/address";
import type { ColumnLayout } from "../../core/marks";
import { movedLines, type Movement } from "../../core/movement";
import { attributeOf } from "./xml";

type Entry = { readonly tag: string; readonly first: number; readonly last: number };

/**
 * Widths go with their columns; a new column is as wide as the one to its left, or as asked. An entry that must be cut
 * in two says `max` before `min` in its second half, so that the halves find together again.
 */
export function moveColumnWidths(head: string, prefix: string, moving: Movement, layout: readonly ColumnLayout[]): string {
  const list = /<((?:\w+:)?)cols>([\s\S]*?)<\/\1cols>/.exec(head);
  const hasLooks = layout.some(({ width, isHidden }) => width !== undefined || isHidden === true);
  if (list === null) {
    const added = hasLooks ? newEntries([], prefix, moving, layout).map(({ tag }) => tag).join("") : "";
    return added === "" ? head : `${head}<${prefix}cols>${added}</${prefix}cols>`;
  }
  const entries = [...(list[2] ?? "").matchAll(/<(?:\w+:)?col\s[^>]*?\/?>/g)].map(([tag]) => ({ tag, first: Number(attributeOf(tag, "min")) - 1, last: Number(attributeOf(tag, "max")) - 1 }));
  const moved = moving.count > 0 ? (hasLooks ? withNew(entries, prefix, moving, layout) : entries.flatMap((entry) => widened(entry, moving))) : joined(entries.flatMap((entry) => shifted(entry, moving)));
  const text = moved.map(({ tag }) => tag).join("");
  const whole = text === "" ? "" : `<${list[1] ?? ""}cols>${text}</${list[1] ?? ""}cols>`;
  return `${head.slice(0, list.index)}${whole}${head.slice(list.index + list[0].length)}`;
}

function placed({ tag, first, last }: Entry, to: { readonly first: number; readonly last: number }): Entry[] {
  const end = Math.min(to.last, maxColumns - 1);
  if (to.first > end) return [];
  if (to.first === first && end === last) return [{ tag, first, last }];
  return [{ tag: tag.replace(/(\smin\s*=\s*["'])\d+/, `$1${to.first + 1}`).replace(/(\smax\s*=\s*["'])\d+/, `$1${end + 1}`), first: to.first, last: end }];
}

/** An entry that reaches the sheet's end still does. */
function shifted(entry: Entry, { at, count }: Movement): Entry[] {
  const span = movedLines(entry.first, entry.last, at, count);
  return span === undefined ? [] : placed(entry, entry.last === maxColumns - 1 ? { ...span, last: entry.last } : span);
}

function widened(entry: Entry, moving: Movement): Entry[] {
  return entry.last === moving.at - 1 ? placed(entry, { first: entry.first, last: entry.last + moving.count }) : shifted(entry, moving);
}

function withNew(entries: readonly Entry[], prefix: string, moving: Movement, layout: readonly ColumnLayout[]): Entry[] {
  const { at } = moving;
  const before = entries.flatMap((entry) => (entry.first < at ? placed(entry, { first: entry.first, last: Math.min(entry.last, at - 1) }) : []));
  const after = entries.flatMap((entry) => (entry.last < at ? [] : shifted(entry.first < at ? cut(entry, at) : entry, moving)));
  return [...before, ...newEntries(entries, prefix, moving, layout), ...after];
}

function cut(entry: Entry, at: number): Entry {
  const second = placed(entry, { first: at, last: entry.last })[0] ?? entry;
  const [min, max] = [attributeOf(second.tag, "min") ?? "", attributeOf(second.tag, "max") ?? ""];
  const bare = second.tag.replace(/\s(?:min|max)\s*=\s*["']\d+["']/g, "");
  return { ...second, tag: bare.replace(/^<(?:\w+:)?col/, (open) => `${open} max="${max}" min="${min}"`) };
}

/** Excel counts the cell's own margin in. */
const margin = 0.71;

function newEntries(entries: readonly Entry[], prefix: string, { at, count }: Movement, layout: readonly ColumnLayout[]): Entry[] {
  const left = entries.find(({ first, last }) => first <= at - 1 && last >= at - 1)?.tag;
  return Array.from({ length: count }, (_, index): Entry[] => {
    const { width, isHidden = false } = layout[index] ?? {};
    if (width === undefined && !isHidden && left === undefined) return [];
    const style = left === undefined ? undefined : attributeOf(left, "style");
    const digits = width === undefined ? (left === undefined ? "9" : (attributeOf(left, "width") ?? "9")) : String(Math.round((width + margin) * 100) / 100);
    const tag = `<${prefix}col min="${at + index + 1}" max="${at + index + 1}" width="${digits}"${style === undefined ? "" : ` style="${style}"`}${isHidden ? ' hidden="1"' : ""} customWidth="1"/>`;
    return [{ tag, first: at + index, last: at + index }];
  }).flat();
}

function joined(entries: readonly Entry[]): Entry[] {
  const whole: Entry[] = [];
  for (const entry of entries) {
    const before = whole.at(-1);
    const isSecondHalf = /^<(?:\w+:)?col\smax=/.test(entry.tag);
    if (before !== undefined && isSecondHalf && before.last === entry.first - 1) whole.splice(-1, 1, ...placed(before, { first: before.first, last: entry.last }));
    else whole.push(entry);
  }
  return whole;
}
