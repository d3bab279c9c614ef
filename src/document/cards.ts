import { isUnitKind, kindOfLabel, type LabelKind } from "./labels";
import type { DocumentTable } from "./document";
import type { Line } from "./lines";
import type { TableLine } from "./written-lines";
import { joinResponsibilities, nobody, plainDeadline, readValue, type Responsibility } from "./responsibility";
import type { RawTask } from "./task-row";

type Entry = { readonly kind: LabelKind; readonly value: string; readonly source: number };

/** Pages of one task each, with labels and values on lines of their own and no colon between them. */
export function tasksOfCards(lines: readonly (Line | TableLine)[]): RawTask[] | undefined {
  const entries: { kind: LabelKind; value: string; source: number }[] = [];
  let units = 0;
  let tasks = 0;
  for (const line of lines) {
    if (line.kind === "table") return undefined;
    const kind = line.says === undefined || line.isApart ? bareLabel(line.text) : undefined;
    const last = entries.at(-1);
    if (kind !== undefined) {
      entries.push({ kind, value: "", source: line.source });
      if (isUnitKind(kind)) units += 1;
      if (kind === "task") tasks += 1;
    } else if (last !== undefined) last.value += last.value === "" ? line.text : `\n${line.text}`;
  }
  return units === 0 || tasks === 0 ? undefined : tasksOfEntries(entries);
}

function bareLabel(text: string): LabelKind | undefined {
  return text.length <= 10 && !/[：:。，]/.test(text) ? kindOfLabel(text) : undefined;
}

/** A table whose labels stand beside their values: one task a table, or several under one another. */
export function tasksOfCardTable({ rows }: DocumentTable): RawTask[] | undefined {
  const entries: Entry[] = [];
  for (const row of rows) {
    const cells = row.filter((cell) => cell !== undefined);
    for (let index = 0; index + 1 < cells.length; index += 2) {
      const [label, value] = [cells[index], cells[index + 1]];
      const kind = label === undefined ? undefined : bareLabel(label.text.trim().replace(/[：:]$/, ""));
      // labels side by side head the columns of a list
      if (kind !== undefined && value !== undefined && bareLabel(value.text.trim()) !== undefined) return undefined;
      if (kind !== undefined) entries.push({ kind, value: value?.text.trim() ?? "", source: label?.source ?? 0 });
    }
  }
  const kinds = entries.map(({ kind }) => kind);
  return kinds.includes("task") && kinds.some(isUnitKind) ? tasksOfEntries(entries) : undefined;
}

function tasksOfEntries(entries: readonly Entry[]): RawTask[] {
  const cards: Entry[][] = [];
  let open: Entry[] = [];
  for (const entry of entries) {
    const isNext = entry.kind === "task" ? open.some(({ kind }) => kind === "task") : (entry.kind === "number" || entry.kind === "category") && open.some(({ kind }) => kind === "task");
    if (isNext) {
      cards.push(open);
      open = [];
    }
    open.push(entry);
  }
  cards.push(open);
  let category: string | null = null;
  return cards.flatMap((card) => {
    const value = (wanted: LabelKind): string => card.find(({ kind }) => kind === wanted)?.value ?? "";
    category = value("category") || category;
    const task = value("task");
    if (task === "") return [];
    let says: Responsibility = nobody;
    for (const { kind, value: text } of card) {
      if (isUnitKind(kind)) says = joinResponsibilities(says, readValue(text, kind));
      else if (kind === "deadline" && plainDeadline(text) !== "") says = { ...says, deadlines: [...says.deadlines, plainDeadline(text)] };
    }
    return [{ category, number: value("number") || null, task, says, lent: [], paragraph: card[0]?.source ?? 0, sourceText: card.map(({ value: text }) => text).join("\n"), doubts: [] }];
  });
}
