// npx tsx test/bench/language.ts: our reader of deadlines against two general ones on one list, written to language.md beside this file
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { recognizeDateTime } from "@microsoft/recognizers-text-date-time";
import * as chrono from "chrono-node";
import { readDeadline } from "../../src/language/deadline";
import { deadlinePhrases, describeDeadline, examplesOf, type DeadlineExample } from "../language/deadline-phrases";

/** What a reader makes of a phrase, as far as it has a notion of it. `days`: every last day it may be taken to mean. */
type Answer = { readonly days: readonly string[]; readonly kind: "date" | "recurring" | "standing" | "plan" | "duration" | "nothing" };

/** The day the list is read on; no phrase of the list depends on it. */
const today = new Date("2024-05-20T00:00:00");

function ours(text: string): Answer {
  const deadline = readDeadline(text);
  const days = "lastDay" in deadline && deadline.lastDay !== undefined ? [deadline.lastDay] : [];
  switch (deadline.kind) {
    case "periodic":
      return { days, kind: "recurring" };
    case "open-ended":
      return { days, kind: "standing" };
    case "plan-period":
      return { days, kind: "plan" };
    case "relative":
      return { days, kind: "duration" };
    case "several":
      return { days, kind: days.length > 0 ? "date" : "standing" };
    default:
      return { days, kind: days.length > 0 ? "date" : "nothing" };
  }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

type Resolution = { readonly type?: string; readonly value?: string; readonly end?: string };

/** A range's end is exclusive in its answers, a 前 is sometimes not: either is let pass. */
function microsoft(text: string): Answer {
  const found = recognizeDateTime(text, "zh-cn", undefined, today).flatMap((result) => ((result.resolution as { values?: Resolution[] } | undefined)?.values ?? []));
  if (found.length === 0) return { days: [], kind: "nothing" };
  if (found.some(({ type }) => type === "set")) return { days: [], kind: "recurring" };
  if (found.every(({ type }) => type === "duration")) return { days: [], kind: "duration" };
  const days = found.flatMap(({ value, end }) => [value, end].flatMap((day) => (day === undefined || !/^\d{4}-/.test(day) ? [] : [day.slice(0, 10), dayBefore(day)])));
  return { days, kind: days.length > 0 ? "date" : "nothing" };
}

function chronoZh(text: string): Answer {
  const found = chrono.zh.hans.parse(text, today);
  const dayOf = (date: Date): string => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
  const days = found.flatMap(({ start, end }) => [dayOf(start.date()), ...(end === null || end === undefined ? [] : [dayOf(end.date())])]);
  return { days, kind: days.length > 0 ? "date" : "nothing" };
}

/** Right by what the list expects: the last day where there is one, else what it is; where there is no time to be read, nothing made up. */
function isRight({ is, lastDay }: DeadlineExample, answer: Answer): boolean {
  if (lastDay !== "") return answer.days.includes(lastDay);
  if (is.startsWith("periodic")) return answer.kind === "recurring";
  if (is.startsWith("open-ended") || is.startsWith("several")) return answer.kind === "standing";
  if (is.startsWith("plan-period")) return answer.kind === "plan";
  if (is.startsWith("relative")) return answer.kind === "duration";
  return answer.days.length === 0;
}

const readers = { ours, microsoft, chrono: chronoZh };
const examples = examplesOf(deadlinePhrases).filter(({ context }) => Object.keys(context).length === 0);
const classes = new Map<string, DeadlineExample[]>();
for (const example of examples) {
  const name = example.is.replace(/ .*/, "") === "by" ? example.is : example.is.replace(/ .*/, "");
  classes.set(name, [...(classes.get(name) ?? []), example]);
}

const rows = [...classes].map(([name, list]) => {
  const count = (reader: (text: string) => Answer): number => list.filter((example) => isRight(example, reader(example.text))).length;
  return `| ${name} | ${list.length} | ${count(readers.ours)} | ${count(readers.microsoft)} | ${count(readers.chrono)} |`;
});
const lost = examples.filter((example) => !isRight(example, ours(example.text)) || describeDeadline(readDeadline(example.text)) !== example.is);
const total = (reader: (text: string) => Answer): number => examples.filter((example) => isRight(example, reader(example.text))).length;

const report = `# Deadlines, read by us and by general readers of dates

\`npx tsx test/bench/language.ts\`. The list is test/language/deadline-phrases.ts, whose expectations were written before any reader saw it (two were corrected afterwards: 2022年12.31, 2025年汛期前); we wrote both list and reader,
so the figures say what a general reader of dates lacks, not how well ours does on papers it has not seen. Right: the last day where the phrase has one; else that it recurs, stands, belongs to
a plan or counts from something; where a year is missing, a blank is left or a day does not exist, that no date is made up. For the others every day they may be taken to mean counts, ends inclusive or not.

| what the phrase is | phrases | ours | @microsoft/recognizers-text-date-time (zh-cn) | chrono-node (zh.hans) |
| --- | --- | --- | --- | --- |
${rows.join("\n")}
| all | ${examples.length} | ${total(readers.ours)} | ${total(readers.microsoft)} | ${total(readers.chrono)} |

Phrases where ours is wrong: ${lost.length === 0 ? "none" : lost.map(({ text }) => text.replace(/\n/g, "⏎")).join("; ")}.
`;
writeFileSync(join(__dirname, "language.md"), report);
process.stdout.write(report);
