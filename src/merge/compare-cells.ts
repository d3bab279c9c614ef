import { type CheckContext } from "../core/rule";
import { daysBetween } from "../language/calendar";
import { lastDayOf, stringifyDeadline, type Deadline } from "../language/deadline";
import { readUnits, type Unit } from "../language/unit";
import { readDeadlines } from "../tasks/deadline-column";
import { rosterOf } from "../tasks/unit-roster";
import { unitKeys, type TaskKey } from "../templates/task-list-kind";
import type { TaskTable } from "./list-records";
import { isSameWording } from "./same-wording";

/** How one column of a task differs between two versions. */
export type CellDifference = { readonly key: TaskKey | undefined; readonly header: string; readonly before: string; readonly after: string } & (
  | { readonly kind: "reworded" }
  /** As sets; by their names in the version that has them. */
  | { readonly kind: "units"; readonly dropped: readonly string[]; readonly added: readonly string[] }
  /** The same units, another one first, where the first leads. */
  | { readonly kind: "first-unit"; readonly first: string }
  /** Days later, negative where earlier; undefined where one of them names no day. */
  | { readonly kind: "deadline"; readonly days: number | undefined }
  /** The same said otherwise: another date format, a unit's other name. */
  | { readonly kind: "wording" }
  | { readonly kind: "content" }
);

export type CellPair = { readonly key: TaskKey | undefined; readonly header: string; readonly before: string; readonly after: string };

/** Reads what the unit and deadline cells of one version say. */
export type CellReader = { units(text: string): readonly Unit[]; deadline(row: number): Deadline | undefined; readonly firstLeads: boolean };

const longest = 20_000;

export function cellReader(table: TaskTable, context: CheckContext): CellReader {
  const roster = rosterOf(context);
  const units = new Map<string, readonly Unit[]>();
  let deadlines: Map<number, Deadline> | undefined;
  return {
    firstLeads: !table.has("leadUnit"),
    units(text) {
      let read = units.get(text);
      if (read === undefined) units.set(text, (read = readUnits(text.slice(0, longest), roster).units));
      return read;
    },
    deadline(row) {
      deadlines ??= new Map([...readDeadlines(table, table.rows, context)].map(({ row: each, cell }) => [each, cell.deadline]));
      return deadlines.get(table.merge(row, "deadline")?.top ?? row);
    },
  };
}

type Readers = { readonly before: CellReader; readonly after: CellReader };
type Rows = { readonly before: number; readonly after: number };

/** Undefined where the two say the same in the same words, width, spaces and punctuation aside. */
export function compareCells(cells: CellPair, rows: Rows, readers: Readers): CellDifference | undefined {
  const { key, before, after } = cells;
  if (isSameWording(before, after)) return undefined;
  if (key === "deadline") return { ...cells, ...deadlineDifference(readers.before.deadline(rows.before), readers.after.deadline(rows.after)) };
  if (isUnitKey(key) && (before !== "" || after !== "")) return unitDifference(cells, readers);
  return { ...cells, kind: key === "task" ? "reworded" : "content" };
}

function isUnitKey(key: TaskKey | undefined): boolean {
  return unitKeys.some((each) => each === key);
}

function deadlineDifference(before: Deadline | undefined, after: Deadline | undefined): { kind: "deadline"; days: number | undefined } | { kind: "wording" } {
  if (before === undefined || after === undefined) return { kind: "deadline", days: undefined };
  const [old, fresh] = [lastDayOf(before), lastDayOf(after)];
  const isSaid = !isUnread(before) && !isUnread(after);
  if (isSaid && stringifyDeadline(before) === stringifyDeadline(after) && old === fresh) return { kind: "wording" };
  if (old === undefined || fresh === undefined) return { kind: "deadline", days: undefined };
  const days = daysBetween(old, fresh);
  // a stage that was moved inside the same end is no other wording
  return days === 0 && before.kind !== "several" && after.kind !== "several" && before.kind !== "range" && after.kind !== "range" ? { kind: "wording" } : { kind: "deadline", days: days === 0 ? undefined : days };
}

function isUnread({ kind }: Deadline): boolean {
  return kind === "unreadable" || kind === "placeholder";
}

function unitDifference(cells: CellPair, readers: Readers): CellDifference {
  const [old, fresh] = [readers.before.units(cells.before), readers.after.units(cells.after)];
  const [known, now] = [new Set(old.map(({ identity }) => identity)), new Set(fresh.map(({ identity }) => identity))];
  const dropped = namesOf(old.filter(({ identity }) => !now.has(identity)));
  const added = namesOf(fresh.filter(({ identity }) => !known.has(identity)));
  if (dropped.length + added.length > 0) return { ...cells, kind: "units", dropped, added };
  const [first, second] = [old[0], fresh[0]];
  if (cells.key === "responsibleUnit" && readers.after.firstLeads && first !== undefined && second !== undefined && first.identity !== second.identity) return { ...cells, kind: "first-unit", first: second.text };
  return { ...cells, kind: "wording" };
}

function namesOf(units: readonly Unit[]): string[] {
  return [...new Set(units.map(({ text }) => text))];
}
