import { stringifyReference } from "../core/address";
import type { Range, Span } from "../core/workbook";
import { longestText, quoteText } from "../formula/literals";
import { isBehind, isDone } from "../language/status";
import type { TaskKey } from "../templates/task-list-kind";
import { isPlain, type Criterion } from "./criterion";
import type { LiveList } from "./live-list";

/** Rows of one list that are counted together: those of `rows`, or all, that fit every criterion. */
export type Part = { readonly list: LiveList; readonly rows?: Span; readonly criteria: readonly { readonly key: TaskKey; readonly criterion: Criterion }[] };

/** Where the deadlines and what they mean stand: a line each, and spare ones. */
export type MapPlace = { readonly deadlines: Range; readonly lastDays: Range; readonly soonDays: Range; readonly states: Range };

/** What the map's column of states says of deadlines without a day. */
export const mapStates = { "on-track": "正常", standing: "持续推进", unclear: "时限不明" } as const;

export type StateFormulas = { readonly [S in "done" | "overdue" | "behind" | "due-soon" | "on-track" | "standing" | "next"]: string };

/** Excel takes no longer formula. */
const longestFormula = 8000;

/** How many tasks there are, as a formula. */
export function totalFormula(parts: readonly Part[]): string | undefined {
  return whole(parts.map((part) => sumOf(part, countifs(part))));
}

/** How many of them are done. Undefined where a formula cannot tell. */
export function doneFormula(parts: readonly Part[]): string | undefined {
  const terms: string[] = [];
  for (const part of parts) {
    const words = statusWords(part.list);
    if (words === undefined) return undefined;
    terms.push(...doneTerms(part, words));
  }
  return whole(terms.length === 0 ? ["0"] : terms);
}

function doneTerms(part: Part, { key, done }: StatusWords): string[] {
  return done.map((text) => sumOf(part, countifs(part, [key, quoteText(text)])));
}

/** How many of them stand where, and the next last day of those that are open. Undefined where a formula cannot tell. */
export function stateFormulas(parts: readonly Part[], map: MapPlace): StateFormulas | undefined {
  const counts: Partial<Record<keyof StateFormulas, string[]>> = {};
  const add = (key: keyof StateFormulas, term: string): void => void (counts[key] ??= []).push(term);
  const [deadlines, last, soon, states] = [map.deadlines, map.lastDays, map.soonDays, map.states].map(stringifyReference) as [string, string, string, string];
  for (const part of parts) {
    const words = statusWords(part.list);
    if (words === undefined) return undefined;
    for (const term of doneTerms(part, words)) add("done", term);
    if (!part.list.table.has("deadline")) continue;
    const dated = (...more: readonly (readonly [TaskKey, string])[]): string => countifs(part, ["deadline", deadlines], ...more);
    const done = words.done.map((text) => `-${dated([words.key, quoteText(text)])}`).join("");
    const behind = words.behind.map((text) => dated([words.key, quoteText(text)]));
    const undone = `(${dated()}${done})`;
    const open = `(${dated()}${done}${behind.map((count) => `-${count}`).join("")})`;
    const isOver = `(${last}>0)*(${last}<TODAY())`;
    add("overdue", `SUMPRODUCT(${isOver}*${undone})`);
    if (behind.length > 0) add("behind", `SUMPRODUCT((1-${isOver})*(${behind.join("+")}))`);
    add("due-soon", `SUMPRODUCT((${last}>=TODAY())*(${soon}<=TODAY())*${open})`);
    add("on-track", `SUMPRODUCT(((${last}>=TODAY())*(${soon}>TODAY())+(${states}=${quoteText(mapStates["on-track"])}))*${open})`);
    add("standing", `SUMPRODUCT((${states}=${quoteText(mapStates.standing)})*${open})`);
    // where it is not open its day lies too far ahead to be the next
    add("next", `SUMPRODUCT(MIN(${last}+${farAhead}*(1-(${last}>=TODAY())*(${undone}>0))))`);
  }
  const formulas: Partial<Record<keyof StateFormulas, string>> = {};
  for (const key of ["done", "overdue", "behind", "due-soon", "on-track", "standing"] as const) {
    const formula = whole(counts[key] ?? ["0"]);
    if (formula === undefined) return undefined;
    formulas[key] = formula;
  }
  const days = counts.next ?? [`${farAhead}`];
  const next = days.length === 1 ? (days[0] ?? "") : `MIN(${days.join(",")})`;
  const shown = whole([`IF(${next}<${farAhead},${next},"")`]);
  return shown === undefined ? undefined : ({ ...formulas, next: shown } as StateFormulas);
}

/** No day of a calendar has such a number. */
const farAhead = 10_000_000;

function whole(terms: readonly string[]): string | undefined {
  if (terms.length === 0) return undefined;
  const formula = `=${terms.join("+")}`;
  return formula.length <= longestFormula ? formula : undefined;
}

function countifs({ list, rows, criteria }: Part, ...more: readonly (readonly [TaskKey, string])[]): string {
  const at = (key: TaskKey): string => stringifyReference(list.range(key, rows));
  const asked = [...criteria.map(({ key, criterion }): [TaskKey, string] => [key, criterion.expression]), ...more];
  // whatever says something, where nothing else is asked
  const pairs: readonly (readonly [TaskKey, string])[] = criteria.length === 0 && list.table.has("task") ? [["task", quoteText("<>")], ...more] : asked;
  return `COUNTIFS(${pairs.map(([key, criterion]) => `${at(key)},${criterion}`).join(",")})`;
}

function sumOf({ criteria }: Part, count: string): string {
  return criteria.some(({ criterion }) => criterion.isList) ? `SUMPRODUCT(${count})` : count;
}

type StatusWords = { readonly key: TaskKey; readonly done: readonly string[]; readonly behind: readonly string[] };

const mostWords = 6;
const usual = "已完成";

/** The texts with which a list says that a task is done or lags. Undefined where they are too many to ask for. */
function statusWords(list: LiveList): StatusWords | undefined {
  const key = (["status", "progress"] as const).find((each) => list.table.has(each));
  if (key === undefined) return { key: "status", done: [], behind: [] };
  const contents = list.contents(key);
  if (contents === undefined) return undefined;
  const texts = [...contents.keys()].map(String);
  const done = new Set([usual, ...texts.filter(isDone)]);
  const behind = key === "status" ? texts.filter((text) => !isDone(text) && isBehind(text)) : [];
  const all = [...done, ...behind];
  const isAskable = all.length <= mostWords && all.every((text) => isPlain(text) && text.length <= longestText) && new Set(all.map((text) => text.toLowerCase())).size === all.length;
  return isAskable ? { key, done: [...done], behind } : undefined;
}
