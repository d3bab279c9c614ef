import type { CheckContext } from "../core/rule";
import type { IsoDay } from "../language/calendar";
import { firstSoonDay, type DueState } from "../tasks/task-states";
import { isPlain } from "./criterion";
import type { LiveList } from "./live-list";

/** A deadline as cells write it, and what it means: its last day and the first on which it counts as near, or how a task without a day stands. */
export type MappedDeadline = { readonly content: string | number; readonly lastDay: IsoDay | undefined; readonly soonDay: IsoDay | undefined; readonly state: DueState };

/** How the columns of the map are headed. */
export const mapHeaders = ["清单中的时限", "最后一天", "提醒日", "没有日期的", "任务数", "已完成"] as const;
export const mapTitle = "时限对照";

/** More deadlines than that would make every count slow. */
const most = 400;

/**
 * Every deadline that the lists write, once. Undefined where formulas could not tell them apart: a content that reads
 * otherwise in another list, that COUNTIFS would take for a pattern, or that stands under a merged area.
 */
export function mapDeadlines(lists: readonly LiveList[], { settings }: CheckContext): readonly MappedDeadline[] | undefined {
  const mapped = new Map<string | number, MappedDeadline>();
  for (const list of lists) {
    const contents = list.contents("deadline");
    if (contents === undefined) return undefined;
    const byRow = new Map(list.facts.map((facts) => [facts.row, facts]));
    for (const [content, rows] of contents) {
      const facts = byRow.get(rows.find((row) => byRow.has(row)) ?? -1);
      // a content that belongs to no task is asked for by no count
      if (facts === undefined) continue;
      if (!rows.every((row) => byRow.has(row))) return undefined;
      if (typeof content === "boolean" || (typeof content === "string" && !isPlain(content))) return undefined;
      const known = mapped.get(content);
      if (known !== undefined && (known.lastDay !== facts.lastDay || known.state !== facts.dueState)) return undefined;
      const { lastDay } = facts;
      mapped.set(content, { content, lastDay, soonDay: lastDay === undefined ? undefined : firstSoonDay(lastDay, settings), state: facts.dueState });
      if (mapped.size > most) return undefined;
    }
  }
  const all = [...mapped.values()].sort(byDay);
  return mayMixUp(all) ? undefined : all;
}

function byDay(a: MappedDeadline, b: MappedDeadline): number {
  const [one, other] = [a.lastDay ?? "9999", b.lastDay ?? "9999"];
  return one < other ? -1 : one > other ? 1 : String(a.content) < String(b.content) ? -1 : 1;
}

/** COUNTIFS takes 2023年6月 for the first of that month, and finds whatever else it takes for that day. */
function mayMixUp(deadlines: readonly MappedDeadline[]): boolean {
  const seen = new Set<string>();
  for (const { content } of deadlines) {
    const date = typeof content === "number" ? `serial ${content}` : dateLike(content);
    if (date === undefined) continue;
    if (seen.has(date)) return true;
    seen.add(date);
  }
  // a date beside a text that a program may take for one
  return deadlines.some(({ content }) => typeof content === "number") && deadlines.some(({ content }) => typeof content === "string" && dateLike(content) !== undefined);
}

/** What a program may make of a text: year, month and day, as far as they are said. */
function dateLike(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  const parts = /^(?:(\d{2,4})[-/.年])?(\d{1,2})(?:[-/.月](?:(\d{1,2})日?)?)?$/.exec(plain);
  if (parts === null) return /^\d+(?:\.\d+)?$/.test(plain) ? plain : undefined;
  return [parts[1]?.slice(-2) ?? "", Number(parts[2]), Number(parts[3] ?? 1)].join(" ");
}
