import type { Span } from "../core/workbook";
import type { TaskFacts } from "../tasks/task-facts";
import { unitCells, type UnitKey } from "../tasks/unit-cells";
import { unitKeys } from "../templates/task-list-kind";
import type { CheckContext } from "../core/rule";
import { criterionFor, type Criterion } from "./criterion";
import type { LiveList } from "./live-list";
import type { Part } from "./state-formulas";

/** Tasks of a list that a line counts. */
export type Chosen = { readonly list: LiveList; readonly facts: readonly TaskFacts[] };

/** All tasks of the lists. Undefined where the lists hold other rows that a formula would count too. */
export function wholeParts(lists: readonly LiveList[]): Part[] | undefined {
  const parts = lists.map((list) => blockPart(list, { first: list.table.headerBottom + 1, last: list.table.bounds.bottom }, list.facts));
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

/** Tasks whose lead unit a cell names. */
export function leadParts(chosen: readonly Chosen[], name: string, place: string): Part[] | undefined {
  return partsOf(chosen, (list, rows) => {
    const key = list.table.has("leadUnit") ? "leadUnit" : "responsibleUnit";
    const contents = list.contents(key);
    const criterion = contents === undefined ? undefined : criterionFor(name, place, contents, rows);
    return criterion === undefined ? undefined : [{ list, criteria: [{ key, criterion }] }];
  });
}

const blank: Criterion = { expression: '""', isList: false };
const filled: Criterion = { expression: '"<>"', isList: false };

/** Tasks that no unit leads: only where a column is there for it. */
export function leaderlessParts(chosen: readonly Chosen[]): Part[] | undefined {
  return partsOf(chosen, (list, rows) => {
    const [leads, tasks] = [list.contents("leadUnit"), list.contents("task")];
    if (leads === undefined || tasks === undefined) return undefined;
    const named = new Set([...leads.values()].flat());
    const found = [...tasks.values()].flat().filter((row) => !named.has(row));
    return isSame(found, rows) ? [{ list, criteria: [{ key: "task", criterion: filled }, { key: "leadUnit", criterion: blank }] }] : undefined;
  });
}

/** Tasks in which a unit takes part; a list may name such units in several columns. */
export function otherParts(chosen: readonly Chosen[], identity: string, name: string, place: string, context: CheckContext): Part[] | undefined {
  return partsOf(chosen, (list, rows) => {
    const keys = unitKeys.filter((key) => list.table.has(key) && key !== "leadUnit");
    const wanted = new Set(rows);
    const parts: Part[] = [];
    const seen = new Set<number>();
    for (const key of keys) {
      const named = rowsNaming(list, key, context).get(identity) ?? [];
      if (named.length === 0) continue;
      const contents = list.contents(key);
      if (contents === undefined || named.some((row) => seen.has(row) || !wanted.has(row))) return undefined;
      named.forEach((row) => seen.add(row));
      const criterion = criterionFor(name, place, contents, named);
      if (criterion === undefined) return undefined;
      parts.push({ list, criteria: [{ key, criterion }] });
    }
    return seen.size === wanted.size ? parts : undefined;
  });
}

const naming = new WeakMap<LiveList, Map<UnitKey, Map<string, number[]>>>();

/** Unit → the rows that name it in a column. */
function rowsNaming(list: LiveList, key: UnitKey, context: CheckContext): Map<string, number[]> {
  let byKey = naming.get(list);
  if (byKey === undefined) naming.set(list, (byKey = new Map<UnitKey, Map<string, number[]>>()));
  let rows = byKey.get(key);
  if (rows !== undefined) return rows;
  byKey.set(key, (rows = new Map<string, number[]>()));
  for (const { row, reading } of unitCells(list.table, list.table.rows, context, { keys: [key] })) {
    for (const identity of new Set(reading.units.map((unit) => unit.identity))) {
      const known = rows.get(identity);
      if (known === undefined) rows.set(identity, [row]);
      else known.push(row);
    }
  }
  return rows;
}

/** Tasks of a category: by the column's own texts, or, where it is written once for many rows, by the rows it stands over. */
export function categoryParts(chosen: readonly Chosen[], name: string, place: string): Part[] | undefined {
  return partsOf(chosen, (list, rows, facts) => {
    const contents = list.table.has("category") && list.table.bands.size === 0 ? list.contents("category") : undefined;
    const criterion = contents === undefined ? undefined : criterionFor(name, place, contents, rows);
    if (criterion !== undefined) return [{ list, criteria: [{ key: "category", criterion }] }];
    return blocksOf(list, facts);
  });
}

/** More stretches than that are no order that a formula should follow. */
const mostBlocks = 8;

function blocksOf(list: LiveList, facts: readonly TaskFacts[]): Part[] | undefined {
  const chosen = new Set(facts.map(({ row }) => row));
  const blocks: TaskFacts[][] = [];
  let isOpen = false;
  for (const each of list.facts) {
    if (!chosen.has(each.row)) isOpen = false;
    else if (isOpen) blocks.at(-1)?.push(each);
    else {
      blocks.push([each]);
      isOpen = true;
    }
  }
  if (blocks.length > mostBlocks) return undefined;
  const parts = blocks.map((block) => blockPart(list, { first: block[0]?.row ?? 0, last: block.at(-1)?.row ?? 0 }, block));
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

/** All filled rows of a stretch, where they are just these tasks. */
function blockPart(list: LiveList, rows: Span, facts: readonly TaskFacts[]): Part | undefined {
  // every task is written in its row: as many as that means no other
  return list.filledRows(rows) === facts.length ? { list, rows, criteria: [] } : undefined;
}

/** Both at once: a unit's tasks of a category. Undefined where a formula would need two lists of texts. */
export function bothParts(units: readonly Part[] | undefined, categories: readonly Part[] | undefined): Part[] | undefined {
  if (units === undefined || categories === undefined) return undefined;
  const parts = units.flatMap((unit) => categories.filter(({ list }) => list === unit.list).map((category): Part => ({ list: unit.list, ...(category.rows === undefined ? {} : { rows: category.rows }), criteria: [...unit.criteria, ...category.criteria] })));
  return parts.some(({ criteria }) => criteria.filter(({ criterion }) => criterion.isList).length > 1) ? undefined : parts;
}

function partsOf(chosen: readonly Chosen[], partsIn: (list: LiveList, rows: readonly number[], facts: readonly TaskFacts[]) => Part[] | undefined): Part[] | undefined {
  const parts: Part[] = [];
  for (const { list, facts } of chosen) {
    const found = partsIn(list, facts.map(({ row }) => row), facts);
    if (found === undefined) return undefined;
    parts.push(...found);
  }
  return parts;
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  const other = new Set(b);
  return a.length === other.size && a.every((row) => other.has(row));
}
