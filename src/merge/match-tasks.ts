import type { TaskKey } from "../templates/task-list-kind";
import { findDivided, type DividedTask } from "./divided-tasks";
import { recordsOf, type TaskTable } from "./list-records";
import { findNear, type NearInput } from "./near-tasks";

/** One task in two versions of a list, by its rows. */
export type TaskMatch = { readonly before: number; readonly after: number; /** "near": its words have changed. */ readonly basis: "text" | "near" };

/** Rows that may each be the other's, with nothing to tell which: for a person to say. */
export type UnclearTasks = { readonly before: readonly number[]; readonly after: readonly number[] };

export type TaskMatching = {
  /** From the top of the earlier version down; each row at most once. */
  readonly matches: readonly TaskMatch[];
  readonly divided: readonly DividedTask[];
  readonly unclear: readonly UnclearTasks[];
  readonly dropped: readonly number[];
  readonly added: readonly number[];
};

/** Columns that tell tasks of one text apart, the surest together first. */
const tellingColumns: readonly (readonly TaskKey[])[] = [
  ["number", "category", "leadUnit", "responsibleUnit", "supportingUnit", "deadline"],
  ["category", "leadUnit", "responsibleUnit", "supportingUnit", "deadline"],
  ["leadUnit", "responsibleUnit", "supportingUnit"],
  ["number"],
  ["leadUnit"],
  ["deadline"],
  ["category"],
];

/** Which task of an earlier version of a list is which of a later one: by text, then by what stands around it, then by nearly the same text. */
export function matchTasks(before: TaskTable, after: TaskTable): TaskMatching {
  const found = new Found(before, after);
  const groups = groupsOf(found);
  for (const group of groups) if (group.before.length === 1 && group.after.length === 1 && group.text !== "") found.pair(group.before[0], group.after[0]);
  const several = groups.filter(({ text, before: old, after: fresh }) => old.length > 0 && fresh.length > 0 && (text === "" || old.length > 1 || fresh.length > 1));
  for (const group of several) tellApart(group, found);
  for (const group of several) followNeighbours(group, found);
  for (const group of several) takeEqual(group, found);
  const unclear = several.flatMap((group) => settle(group, found));
  const open = found.open();
  const divided = findDivided(open);
  const [oldParts, newParts] = [new Set(divided.flatMap((one) => one.before)), new Set(divided.flatMap((one) => one.after))];
  const near = findNear({ before: open.before.filter(({ row }) => !oldParts.has(row)), after: open.after.filter(({ row }) => !newParts.has(row)) });
  return finish(found, divided, near, unclear, [oldParts, newParts]);
}

type Group = { readonly text: string; readonly before: number[]; readonly after: number[] };

/** What has been found so far; places are those in the records. */
class Found {
  readonly old: Int32Array;
  readonly fresh: Int32Array;
  readonly hidden = new Set<string>();

  constructor(readonly before: TaskTable, readonly after: TaskTable) {
    this.old = new Int32Array(recordsOf(before).rows.length).fill(-1);
    this.fresh = new Int32Array(recordsOf(after).rows.length).fill(-1);
  }

  pair(before: number | undefined, after: number | undefined): void {
    if (before === undefined || after === undefined) return;
    this.old[before] = after;
    this.fresh[after] = before;
  }

  /** What of a group has no match yet. */
  left({ before, after }: Group): { before: number[]; after: number[] } {
    return { before: before.filter((place) => this.old[place] === -1), after: after.filter((place) => this.fresh[place] === -1) };
  }

  hide(side: "before" | "after", places: readonly number[]): void {
    for (const place of places) this.hidden.add(`${side} ${place}`);
  }

  /** The tasks without a match, with what may tell which they are. */
  open(): NearInput {
    const side = (name: "before" | "after", table: TaskTable, matched: Int32Array): NearInput["before"] => {
      const { rows, tasks } = recordsOf(table);
      return rows.flatMap((row, place) => (matched[place] !== -1 || this.hidden.has(`${name} ${place}`) ? [] : [{ row, text: tasks[place] ?? "", number: table.text(row, "number"), units: unitsOf(table, row) }]));
    };
    const after = side("after", this.after, this.fresh);
    // a part of a list leaves most of it without a match, which concerns nobody
    return after.length === 0 ? { before: [], after } : { before: side("before", this.before, this.old), after };
  }
}

function unitsOf(table: TaskTable, row: number): string {
  return [table.text(row, "leadUnit"), table.text(row, "responsibleUnit")].join("|");
}

function groupsOf({ before, after }: Found): Group[] {
  const groups = new Map<string, Group>();
  const put = (tasks: readonly string[], side: "before" | "after"): void => {
    for (const [place, text] of tasks.entries()) {
      const known = groups.get(text);
      if (known === undefined) groups.set(text, { text, before: side === "before" ? [place] : [], after: side === "after" ? [place] : [] });
      else known[side].push(place);
    }
  };
  put(recordsOf(before).tasks, "before");
  put(recordsOf(after).tasks, "after");
  return [...groups.values()];
}

function tellApart(group: Group, found: Found): void {
  for (const keys of tellingColumns) {
    const known = keys.filter((key) => found.before.has(key) && found.after.has(key));
    if (known.length === 0) continue;
    const left = found.left(group);
    if (left.before.length === 0 || left.after.length === 0) return;
    const old = bySigns(found.before, left.before, known);
    for (const [signs, places] of bySigns(found.after, left.after, known)) {
      const same = old.get(signs);
      if (same?.length === 1 && places.length === 1) found.pair(same[0], places[0]);
    }
  }
}

function bySigns(table: TaskTable, places: readonly number[], keys: readonly TaskKey[]): Map<string, number[]> {
  const { rows } = recordsOf(table);
  const signs = new Map<string, number[]>();
  for (const place of places) {
    const row = rows[place] ?? 0;
    const texts = keys.map((key) => (key === "category" ? table.carried(row, key) : table.text(row, key)));
    // nothing tells nothing
    if (texts.every((text) => text === "")) continue;
    const sign = [offsetInMerge(table, row), ...texts].join("\n");
    const known = signs.get(sign);
    if (known === undefined) signs.set(sign, [place]);
    else known.push(place);
  }
  return signs;
}

/** A task merged over several rows, each with a unit of its own. */
function offsetInMerge(table: TaskTable, row: number): number {
  return row - (table.merge(row, "task")?.top ?? row);
}

/** A repeated task stands behind, or before, the same task as it did; not where there are more or fewer of it now, any of which may be the new one. */
function followNeighbours(group: Group, found: Found): void {
  const tasks = recordsOf(found.after).tasks;
  for (const step of [-1, 1]) {
    const left = found.left(group);
    if (left.before.length !== left.after.length) return;
    const claims = new Map<number, number[]>();
    for (const place of left.before) {
      const neighbour = found.old[place + step];
      if (neighbour === undefined || neighbour === -1) continue;
      const after = neighbour - step;
      if (tasks[after] !== group.text || found.fresh[after] !== -1) continue;
      claims.set(after, [...(claims.get(after) ?? []), place]);
    }
    for (const [after, claimants] of claims) if (claimants.length === 1) found.pair(claimants[0], after);
  }
}

/** Rows that say the same in every column may stand for one another. */
function takeEqual(group: Group, found: Found): void {
  const left = found.left(group);
  if (left.before.length === 0 || left.after.length === 0) return;
  const keys = [...found.before.columns.keys()].filter((key) => found.after.has(key));
  const old = bySigns(found.before, left.before, keys);
  for (const [signs, places] of bySigns(found.after, left.after, keys)) {
    const same = old.get(signs) ?? [];
    for (const [index, place] of places.entries()) found.pair(same[index], place);
  }
}

/** One left on either side is the one; more cannot be told apart. Rows without a task are told by their number or units alone. */
function settle(group: Group, found: Found): UnclearTasks[] {
  const left = found.left(group);
  if (group.text === "" || left.before.length === 0 || left.after.length === 0) return [];
  if (left.before.length === 1 && left.after.length === 1) {
    found.pair(left.before[0], left.after[0]);
    return [];
  }
  found.hide("before", left.before);
  found.hide("after", left.after);
  const rowsOf = (table: TaskTable, places: readonly number[]): number[] => places.map((place) => recordsOf(table).rows[place] ?? 0);
  return [{ before: rowsOf(found.before, left.before), after: rowsOf(found.after, left.after) }];
}

function finish(found: Found, divided: readonly DividedTask[], near: ReturnType<typeof findNear>, unclear: readonly UnclearTasks[], [oldParts, newParts]: readonly [ReadonlySet<number>, ReadonlySet<number>]): TaskMatching {
  const rows = { before: recordsOf(found.before).rows, after: recordsOf(found.after).rows };
  const matches: TaskMatch[] = [...near.pairs.map((pair): TaskMatch => ({ ...pair, basis: "near" }))];
  found.old.forEach((after, place) => {
    if (after !== -1) matches.push({ before: rows.before[place] ?? 0, after: rows.after[after] ?? 0, basis: "text" });
  });
  matches.sort((a, b) => a.before - b.before);
  const all = [...unclear, ...near.unclear];
  const taken = { before: new Set([...matches.map(({ before }) => before), ...all.flatMap(({ before }) => before), ...oldParts]), after: new Set([...matches.map(({ after }) => after), ...all.flatMap(({ after }) => after), ...newParts]) };
  return { matches, divided, unclear: all, dropped: rows.before.filter((row) => !taken.before.has(row)), added: rows.after.filter((row) => !taken.after.has(row)) };
}
