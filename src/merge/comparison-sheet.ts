import type { AddSheet } from "../core/edit";
import { ownMark } from "../core/own-columns";
import type { CellLook, SheetLayout } from "../core/sheet-layout";
import type { CellContent, Rectangle } from "../core/workbook";
import type { CellDifference } from "./compare-cells";
import type { Comparison, TaskAt } from "./compare-lists";
import { describeEntry, describeLayout, describeList } from "./describe-comparison";
import { entriesOf, groupNames, type DifferenceEntry } from "./difference-groups";
import { shortened } from "./shortened";
import { markedText, wordChanges } from "./word-changes";

const sheetName = "对比";
const header = ["序号", "任务", "原来", "现在", "变化"];
const widths = [6, 30, 40, 40, 34];
const right = header.length - 1;

type Line = { readonly cells: readonly CellContent[]; readonly look: "count" | "list" | "group" | "entry" };

/** A sheet that holds the two versions side by side, by what has changed; 【】 stands around words that the other one has not. */
export function comparisonSheet(comparison: Comparison, names: { readonly before: string; readonly after: string }): AddSheet {
  const lines: Line[] = [
    ...comparison.lists.map((list): Line => ({ cells: [`${comparison.lists.length > 1 ? `“${list.after.sheet}”：` : ""}${describeList(list).zh}`], look: "count" })),
    ...describeLayout(comparison).map(({ zh }): Line => ({ cells: [zh], look: "count" })),
    { cells: ["【】里是对方没有的字。"], look: "count" },
  ];
  const top = 1 + lines.length;
  let number = 0;
  for (const list of comparison.lists) {
    const entries = entriesOf(list);
    if (comparison.lists.length > 1 && entries.length > 0) lines.push({ cells: [`工作表“${list.after.sheet}”`], look: "list" });
    for (const line of groupsOf(entries, () => (number += 1))) lines.push(line);
  }
  const cells = [[`任务清单对比：${shortened(names.before, 60)} → ${shortened(names.after, 60)}${ownMark}`], ...lines.slice(0, top - 1).map((line) => line.cells), header, ...lines.slice(top - 1).map((line) => line.cells)];
  return { kind: "add-sheet", sheet: sheetName, cells, layout: layoutOf(lines, top) };
}

function groupsOf(entries: readonly DifferenceEntry[], next: () => number): Line[] {
  const lines: Line[] = [];
  for (const [index, entry] of entries.entries()) {
    if (entries[index - 1]?.group !== entry.group) lines.push({ cells: [`${groupNames[entry.group].zh}（${entries.filter(({ group }) => group === entry.group).length}）`], look: "group" });
    lines.push({ cells: lineOf(entry, next()), look: "entry" });
  }
  return lines;
}

function lineOf(entry: DifferenceEntry, number: number): CellContent[] {
  const { cell } = entry;
  const task = entry.after[0] ?? entry.before[0];
  const [before, after] = cell === undefined ? [entry.before.map(taskText).join("\n"), entry.after.map(taskText).join("\n")] : markedCells(cell);
  return [number, cell === undefined || task === undefined ? null : shortened(headText(task), 200), orBlank(before), orBlank(after), describeEntry(entry).zh];
}

/** Units are marked whole, other texts word by word. */
function markedCells(cell: CellDifference): readonly [string, string] {
  if (cell.kind === "wording" || cell.kind === "first-unit") return [cell.before, cell.after];
  if (cell.kind === "units") return [withMarked(cell.before, cell.dropped), withMarked(cell.after, cell.added)];
  const words = wordChanges(cell.before, cell.after);
  return [markedText(words, "before"), markedText(words, "after")];
}

function withMarked(text: string, names: readonly string[]): string {
  return names.reduce((marked, name) => marked.replace(name, () => `【${name}】`), text);
}

function headText({ number, task }: TaskAt): string {
  return number === "" ? task : `${number}．${task}`;
}

/** Where the whole task came or went, all that is said of it. */
function taskText(at: TaskAt): string {
  const { lead, responsible, deadline } = at;
  return [headText(at), ...(lead === "" ? [] : [`牵头：${lead}`]), ...(responsible === "" ? [] : [`责任：${responsible}`]), ...(deadline === "" ? [] : [`时限：${deadline}`])].join("\n");
}

function orBlank(text: string): CellContent {
  return text === "" ? null : shortened(text);
}

function layoutOf(lines: readonly Line[], top: number): SheetLayout {
  const whole = (row: number): Rectangle => ({ top: row, left: 0, bottom: row, right });
  const rowOf = (index: number): number => (index < top - 1 ? index + 1 : index + 2);
  const looks: { range: Rectangle; look: CellLook }[] = [{ range: whole(0), look: "title" }, { range: whole(top), look: "header" }];
  const merges: Rectangle[] = [whole(0)];
  for (const [index, { look }] of lines.entries()) {
    const row = rowOf(index);
    if (look === "entry") looks.push({ range: { ...whole(row), right: 0 }, look: "body-centred" }, { range: { ...whole(row), left: 1 }, look: "body" });
    else {
      looks.push({ range: whole(row), look: look === "count" ? "body" : "header" });
      merges.push(whole(row));
    }
  }
  // more rows of counts than that would leave no room below
  return { widths, looks: joined(looks), merges, ...(top <= 6 ? { frozenRows: top + 1 } : {}), print: { landscape: true, repeatRows: { first: top, last: top } } };
}

/** Neighbouring rows of one look are one range: long lists have many. */
function joined(looks: readonly { range: Rectangle; look: CellLook }[]): { range: Rectangle; look: CellLook }[] {
  const found: { range: Rectangle; look: CellLook }[] = [];
  const open = new Map<string, { range: Rectangle; look: CellLook }>();
  for (const { range, look } of looks) {
    const key = `${look} ${range.left} ${range.right}`;
    const known = open.get(key);
    if (known?.range.bottom === range.top - 1) known.range = { ...known.range, bottom: range.bottom };
    else {
      const fresh = { range, look };
      found.push(fresh);
      open.set(key, fresh);
    }
  }
  return found;
}
