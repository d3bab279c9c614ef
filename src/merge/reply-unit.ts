import { unitKeys } from "../templates/task-list-kind";
import type { CellReader } from "./compare-cells";
import { recordsOf, type TaskTable } from "./list-records";

/** A unit by its identity, with how the list writes it. */
export type KnownUnit = { readonly identity: string; readonly name: string };

/** Which units a list's rows name, and which of them lead. */
export type UnitRows = { readonly table: TaskTable; readonly units: ReadonlyMap<number, { readonly leads: readonly KnownUnit[]; readonly others: readonly KnownUnit[] }> };

export function unitsByRow(table: TaskTable, reader: CellReader): UnitRows {
  const units = new Map<number, { leads: KnownUnit[]; others: KnownUnit[] }>();
  for (const row of recordsOf(table).rows) {
    const found = { leads: [] as KnownUnit[], others: [] as KnownUnit[] };
    for (const key of unitKeys) {
      const named = reader.units(table.text(row, key)).map(({ identity, text, role }) => ({ identity, name: text, leads: key === "leadUnit" || role === "lead" }));
      for (const { leads, ...unit } of named) (leads ? found.leads : found.others).push(unit);
    }
    // where no column says who leads, all who are named are asked
    if (found.leads.length === 0 && !table.has("leadUnit")) units.set(row, { leads: found.others, others: [] });
    else units.set(row, found);
  }
  return { table, units };
}

export type ReplyRows = { readonly of: UnitRows; /** Rows of the list as sent out that the reply has. */ readonly present: ReadonlySet<number>; /** Those in which it says something else. */ readonly changed: ReadonlySet<number> };

/**
 * The unit that a reply is from: the one its file is named after where all its tasks name that unit too, the one that
 * leads them where it holds a part of the list, the one in the file's name, or the one whose tasks it reports on.
 */
export function unitOfReply(file: string, parts: readonly ReplyRows[]): KnownUnit | undefined {
  const named = namedIn(file, parts);
  const isPart = parts.some(({ of, present }) => present.size < of.units.size);
  const sent = isPart ? commonUnits(parts, ({ present }) => present) : [];
  if (named !== undefined && sent.some(({ unit }) => unit.identity === named.identity)) return named;
  return foremost(sent) ?? named ?? foremost(commonUnits(parts, ({ changed }) => changed));
}

type CommonUnit = { readonly unit: KnownUnit; readonly rows: number; readonly leads: number };

/** The one that leads most of the rows, where only one does. */
function foremost([first, second]: readonly CommonUnit[]): KnownUnit | undefined {
  return first !== undefined && first.leads > (second?.leads ?? 0) ? first.unit : undefined;
}

/** The units that every one of the rows names, those that lead most of them first. */
function commonUnits(parts: readonly ReplyRows[], rowsOf: (part: ReplyRows) => ReadonlySet<number>): CommonUnit[] {
  const counts = new Map<string, { unit: KnownUnit; rows: number; leads: number }>();
  let total = 0;
  for (const part of parts) {
    for (const row of rowsOf(part)) {
      const named = part.of.units.get(row);
      if (named === undefined) continue;
      total += 1;
      const seen = new Set<string>();
      for (const [units, weight] of [[named.leads, 1], [named.others, 0]] as const) {
        for (const unit of units) {
          if (seen.has(unit.identity)) continue;
          seen.add(unit.identity);
          const known = counts.get(unit.identity) ?? { unit, rows: 0, leads: 0 };
          counts.set(unit.identity, known);
          known.rows += 1;
          known.leads += weight;
        }
      }
    }
  }
  return [...counts.values()].filter(({ rows }) => rows === total).sort((a, b) => b.leads - a.leads);
}

/** The one unit of the list whose name is in the file's; 市教育局 where 教育局 would be too. */
function namedIn(file: string, parts: readonly ReplyRows[]): KnownUnit | undefined {
  const name = file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "").replace(/\s+/g, "");
  const found = new Map<string, KnownUnit>();
  for (const { of } of parts) for (const { leads, others } of of.units.values()) for (const unit of [...leads, ...others]) if (unit.name.length >= 3 && name.includes(unit.name)) found.set(unit.identity, unit);
  const longest = [...found.values()].filter((unit) => ![...found.values()].some((other) => other !== unit && other.name.includes(unit.name)));
  return longest.length === 1 ? longest[0] : undefined;
}

/** The rows that a unit should have sent back and has not: those it leads, and those it takes part in where it sent back any such. */
export function missingRows({ identity }: KnownUnit, { of, present }: ReplyRows): number[] {
  const led: number[] = [];
  const joined: number[] = [];
  let sendsJoined = false;
  for (const [row, { leads, others }] of of.units) {
    // what says nothing to do is asked of nobody
    if (of.table.has("task") && of.table.text(row, "task") === "") continue;
    const isLed = leads.some((unit) => unit.identity === identity);
    if (!isLed && !others.some((unit) => unit.identity === identity)) continue;
    if (!isLed && present.has(row)) sendsJoined = true;
    if (!present.has(row)) (isLed ? led : joined).push(row);
  }
  return (sendsJoined ? [...led, ...joined] : led).sort((a, b) => a - b);
}
