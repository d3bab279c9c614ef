import { hashOf } from "../core/hash";
import type { CheckContext } from "../core/rule";
import { addDays } from "../language/calendar";
import type { DueTask } from "./due-tasks";

export type CalendarEntry = DueTask & { readonly lastDay: string };

/** Deadlines as a calendar that any program takes in (RFC 5545): a whole day each, with a reminder as early as a deadline counts as near. */
export function stringifyCalendar(name: string, tasks: readonly CalendarEntry[], { settings }: Pick<CheckContext, "settings">): string {
  const seen = new Map<string, number>();
  const stamp = `${compact(settings.asOf)}T000000Z`;
  const events = tasks.flatMap((entry) => eventLines(entry, { uid: uidOf(entry, seen), stamp, asOf: settings.asOf, daysBefore: settings.dueSoonDays }));
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//qingdan//qingdan//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", `X-WR-CALNAME:${escapeText(name)}`, ...events, "END:VCALENDAR"];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

function eventLines({ task, number, deadline, lastDay, facts }: CalendarEntry, { uid, stamp, asOf, daysBefore }: { readonly uid: string; readonly stamp: string; readonly asOf: string; readonly daysBefore: number }): string[] {
  const units = facts.leads.map(({ text }) => text).join("、");
  const described = [number === "" ? "" : `清单编号：${number}`, facts.category === "" ? "" : `任务分类：${facts.category}`, `任务：${task}`, units === "" ? "" : `牵头单位：${units}`, `完成时限：${deadline}`].filter((line) => line !== "");
  const alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escapeText(`${shortTask(task)} 将到完成时限`)}`, `TRIGGER:-P${daysBefore}D`, "END:VALARM"];
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(lastDay)}`,
    `DTEND;VALUE=DATE:${compact(addDays(lastDay, 1))}`,
    `SUMMARY:${escapeText(`完成时限：${shortTask(task)}`)}`,
    `DESCRIPTION:${escapeText(described.join("\n"))}`,
    "TRANSP:TRANSPARENT",
    // a day that is over reminds nobody
    ...(lastDay < asOf || daysBefore === 0 ? [] : alarm),
    "END:VEVENT",
  ];
}

/** By what the task says, so that a moved deadline moves the entry, and a list that grows does not double it. */
function uidOf({ list, task, number }: CalendarEntry, seen: Map<string, number>): string {
  const hash = hashOf([list.table.sheet, number, task].join("\u0001"));
  const nth = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, nth);
  return `${hash}${nth === 1 ? "" : `-${nth}`}@qingdan`;
}

const longestSummary = 40;

function shortTask(task: string): string {
  const letters = [...task];
  return letters.length <= longestSummary ? task : `${letters.slice(0, longestSummary).join("")}…`;
}

function compact(day: string): string {
  return day.replace(/-/g, "");
}

/** Backslash, semicolon, comma and line break mean something of their own; other control characters are not allowed. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}

const mostOctets = 75;

/** Lines of at most 75 octets of UTF-8, no character torn, each further one after a space. */
export function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter.codePointAt(0) ?? 0);
    if (octets + size > mostOctets) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return folded;
}

function octetsOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
