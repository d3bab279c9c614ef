import type { CheckContext } from "../core/rule";
import type { Table } from "../core/table";
import type { Unit } from "../language/unit";
import { unitKeys, type TaskKey } from "../templates/task-list-kind";
import { firstUnitLeads, partUnits, type PartedUnits } from "./lead-units";
import { standingTasks, type StandingTask } from "./task-states";
import { unitCells, type UnitContent, type UnitKey } from "./unit-cells";

/** What a row says of its task: who does it, what it belongs to, how it stands. */
export type TaskFacts = StandingTask & {
  readonly row: number;
  /** "" where the table has none. */
  readonly category: string;
  readonly leads: readonly Unit[];
  /** Those that take part, each once, without those that lead. */
  readonly others: readonly Unit[];
};

/** The tasks of a list in its order; cells merged over several rows speak for each. */
export function taskFacts(table: Table<TaskKey>, context: CheckContext): TaskFacts[] {
  const keys = unitKeys.filter((key) => table.has(key));
  const parted = new Map<UnitKey, Map<number, PartedUnits>>();
  for (const key of keys) parted.set(key, partedByRow(table, key, context));
  const combine = combiner();
  const facts: TaskFacts[] = [];
  for (const [row, standing] of standingTasks(table, context)) {
    const units = combine(keys.map((key) => parted.get(key)?.get(table.merge(row, key)?.top ?? row)));
    facts.push({ ...standing, row, category: table.has("category") || table.bands.size > 0 ? table.carried(row, "category") : "", ...units });
  }
  return facts;
}

/** Cells repeat one another: each content is parted once. */
function partedByRow(table: Table<TaskKey>, key: UnitKey, context: CheckContext): Map<number, PartedUnits> {
  const ways = { hasLeadColumn: table.has("leadUnit"), isFirstLead: firstUnitLeads(table, key, context) };
  const byText = new Map<UnitContent["reading"], PartedUnits>();
  const byRow = new Map<number, PartedUnits>();
  for (const { row, text, reading } of unitCells(table, table.rows, context, { keys: [key] })) {
    let units = byText.get(reading);
    if (units === undefined) byText.set(reading, (units = partUnits({ text, reading }, key, ways)));
    byRow.set(row, units);
  }
  return byRow;
}

const none: PartedUnits = { leads: [], others: [] };

/** Joins what the cells of a row say; rows that say the same share the answer. */
function combiner(): (cells: readonly (PartedUnits | undefined)[]) => PartedUnits {
  const numbers = new Map<PartedUnits, number>();
  const known = new Map<string, PartedUnits>();
  const numberOf = (cell: PartedUnits): number => {
    let number = numbers.get(cell);
    if (number === undefined) numbers.set(cell, (number = numbers.size));
    return number;
  };
  return (cells) => {
    const filled = cells.filter((cell) => cell !== undefined);
    const [only, ...more] = filled;
    if (only === undefined) return none;
    if (more.length === 0) return only;
    const key = filled.map(numberOf).join(" ");
    let joined = known.get(key);
    if (joined === undefined) known.set(key, (joined = join(filled)));
    return joined;
  };
}

function join(cells: readonly PartedUnits[]): PartedUnits {
  const leads = distinct(cells.flatMap((cell) => cell.leads));
  const leading = new Set(leads.map(({ identity }) => identity));
  return { leads, others: distinct(cells.flatMap((cell) => cell.others)).filter(({ identity }) => !leading.has(identity)) };
}

function distinct(units: readonly Unit[]): Unit[] {
  return [...new Map(units.map((unit) => [unit.identity, unit])).values()];
}
