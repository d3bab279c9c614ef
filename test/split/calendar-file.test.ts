import * as fc from "fast-check";
import { findTables } from "../../src/core/find-tables";
import type { CheckContext } from "../../src/core/rule";
import { defaultSettings } from "../../src/core/settings";
import type { CellContent } from "../../src/core/workbook";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { escapeText, foldLine, stringifyCalendar } from "../../src/split/calendar-file";
import { datedTasks } from "../../src/split/due-tasks";
import { partedLists } from "../../src/split/shares";
import { templates } from "../../src/templates";
import { makeXlsx } from "../support/make-xlsx";

const header = ["序号", "重点任务", "牵头单位", "完成时限", "完成状态"];

async function contextOf(rows: readonly (readonly CellContent[])[], asOf = "2026-07-10"): Promise<CheckContext> {
  const workbook = await (await createXlsxHost(makeXlsx([{ name: "清单", cells: [header, ...rows] }]))).read();
  return { workbook, tables: findTables(workbook, templates), settings: defaultSettings(asOf) };
}

async function calendarOf(rows: readonly (readonly CellContent[])[], asOf?: string): Promise<string> {
  const context = await contextOf(rows, asOf);
  return stringifyCalendar("云溪市任务", datedTasks(context, partedLists(context), ({ facts }) => facts), context);
}

type Component = { readonly name: string; readonly properties: Map<string, string>; readonly parts: Component[] };

/** A strict reader: CRLF everywhere, 75 octets at most, components closed in order, every text unescaped as the standard says. */
function parseCalendar(text: string): Component {
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line, "utf8")).toBeLessThanOrEqual(75);
  const root: Component = { name: "", properties: new Map(), parts: [] };
  const open = [root];
  for (const line of text.replace(/\r\n /g, "").trimEnd().split("\r\n")) {
    const [, name = "", value = ""] = /^([A-Z-]+(?:;[A-Z]+=[A-Z]+)?):(.*)$/.exec(line) ?? [];
    expect({ line, name }).not.toEqual({ line, name: "" });
    const top = open.at(-1) ?? root;
    if (name === "BEGIN") {
      const part = { name: value, properties: new Map<string, string>(), parts: [] };
      top.parts.push(part);
      open.push(part);
    } else if (name === "END") expect(open.pop()?.name).toBe(value);
    else {
      expect(top.properties.has(name)).toBe(false);
      top.properties.set(name, unescape(value));
    }
  }
  expect(open).toHaveLength(1);
  const [calendar] = root.parts;
  if (calendar === undefined) throw new Error("no calendar");
  return calendar;
}

function unescape(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, letter: string) => (letter.toLowerCase() === "n" ? "\n" : letter));
}

test("each dated task that is not done is a whole day, with a reminder unless the day is over", async () => {
  const calendar = parseCalendar(
    await calendarOf([
      [1, "改造城南泵站", "市水务局", "2026年9月底前", null],
      [2, "排查积水点；建立台账，逐点销号", "市城管局、市水务局", "2026年5月31日", null],
      [3, "编印手册", "市应急局", "2026年8月底前", "已完成"],
      [4, "常态巡查", "市城管局", "持续推进", null],
      [5, "采购抢险泵车", "市应急局", null, null],
    ]),
  );
  expect([calendar.name, calendar.properties.get("VERSION"), calendar.properties.get("X-WR-CALNAME")]).toEqual(["VCALENDAR", "2.0", "云溪市任务"]);
  const events = calendar.parts.map(({ name, properties, parts }) => ({
    name,
    from: properties.get("DTSTART;VALUE=DATE"),
    to: properties.get("DTEND;VALUE=DATE"),
    stamp: properties.get("DTSTAMP"),
    summary: properties.get("SUMMARY"),
    description: properties.get("DESCRIPTION"),
    alarm: parts.map((part) => part.properties.get("TRIGGER")),
  }));
  expect(events).toEqual([
    { name: "VEVENT", from: "20260531", to: "20260601", stamp: "20260710T000000Z", summary: "完成时限：排查积水点；建立台账，逐点销号", description: "清单编号：2\n任务：排查积水点；建立台账，逐点销号\n牵头单位：市城管局、市水务局\n完成时限：2026年5月31日", alarm: [] },
    { name: "VEVENT", from: "20260930", to: "20261001", stamp: "20260710T000000Z", summary: "完成时限：改造城南泵站", description: "清单编号：1\n任务：改造城南泵站\n牵头单位：市水务局\n完成时限：2026年9月底前", alarm: ["-P30D"] },
  ]);
});

test("a moved deadline keeps its entry's name, another task has another, and twins are told apart", async () => {
  const uids = async (rows: readonly (readonly CellContent[])[]): Promise<(string | undefined)[]> => parseCalendar(await calendarOf(rows)).parts.map(({ properties }) => properties.get("UID"));
  const [before] = await uids([[1, "改造城南泵站", "市水务局", "2026年9月底前", null]]);
  expect(await uids([[1, "改造城南泵站", "市水务局", "2026年12月底前", null]])).toEqual([before]);
  expect(await uids([[1, "改造城北泵站", "市水务局", "2026年9月底前", null]])).not.toEqual([before]);
  const twins = await uids([[1, "改造城南泵站", "市水务局", "2026年9月底前", null], [1, "改造城南泵站", "市水务局", "2026年9月底前", null]]);
  expect(new Set(twins).size).toBe(2);
});

const anyText = fc.string({ unit: "grapheme", maxLength: 300 });

test("folding tears no character, keeps to 75 octets and is undone by taking line breaks and their space out", () => {
  fc.assert(
    fc.property(anyText.map((text) => text.replace(/[\r\n]/g, "")), (text) => {
      const folded = foldLine(text);
      const lines = folded.split("\r\n");
      expect(lines.every((line, index) => Buffer.byteLength(line, "utf8") <= 75 && (index === 0 || line.startsWith(" ")))).toBe(true);
      expect(lines.every((line) => Buffer.from(line, "utf8").toString("utf8") === line)).toBe(true);
      expect(folded.replace(/\r\n /g, "")).toBe(text);
    }),
  );
});

test("escaped texts come back as they were, but for control characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("\\", ";", ",", "\n", "n", "市", "😀", "\t", " "), maxLength: 60 }), (text) => {
      expect(escapeText(text)).not.toMatch(/\n/);
      expect(unescape(escapeText(text))).toBe(text);
    }),
  );
  expect(escapeText("甲\u0000乙\r\n丙\u0007")).toBe("甲乙\\n丙");
});
