import fc from "fast-check";
import type { Text } from "../../src/core/text";
import { isUnread, type FileReport } from "../../src/report/file-report";
import { jsonPieces, stringifyJson } from "../../src/report/json";
import { parseResultLine, stringifyHeader, stringifyResult } from "../../src/report/result-line";
import { checked, explained, finding, hostileTexts, unread } from "./example-reports";

const stamp = { size: 12_345, mtime: "2026-03-01T08:00:00.123Z" };

/** A report as somebody who reads one language knows it. */
function inChinese(report: FileReport): FileReport {
  return JSON.parse(JSON.stringify(report), (_, value: unknown) => (isText(value) ? { zh: value.zh, en: value.zh } : value)) as FileReport;
}

function isText(value: unknown): value is Text {
  return typeof value === "object" && value !== null && "zh" in value;
}

const examples: FileReport[] = [
  checked("报送/甲.xlsx", [finding(), finding({ rule: "no-blank-row", severity: "info", at: "任务!A9", zh: "空行", en: "A blank row", fix: "删去" })]),
  checked("空.xlsx", []),
  checked("有说明.xlsx", [finding()], [explained({ at: "任务!D5" }, "已报\n延期\u2028换行")]),
  checked("坏字.xlsx", hostileTexts.map((zh) => finding({ zh: zh.slice(0, 2000), en: "x", fix: zh.slice(0, 2000) }))),
  checked("\ud800半个.xlsx", []),
  unread,
];

test.each(examples.map((report) => [report.file, report] as const))("what is kept of %s is what was found", (_, report) => {
  const line = stringifyResult(report, stamp, "zh");
  expect(line.indexOf("\n")).toBe(line.length - 1);
  expect(parseResultLine(line)).toEqual({ report: inChinese(report), stamp });
  expect(parseResultLine(stringifyResult(report, undefined, "zh"))).toEqual({ report: inChinese(report), stamp: undefined });
});

test("in English it is the English that is kept", () => {
  const line = parseResultLine(stringifyResult(examples[0] ?? unread, stamp, "en"));
  expect(line !== undefined && "report" in line && !isUnread(line.report) ? line.report.findings.map(({ message }) => message) : []).toEqual([
    { zh: "The task “整修渠道” has no lead unit", en: "The task “整修渠道” has no lead unit" },
    { zh: "A blank row", en: "A blank row" },
  ]);
});

test("a header is known from a file's line", () => {
  const header = { qingdan: "results", version: 1, program: "0.1.0", asOf: "2026-03-01", language: "zh", settings: "0123456789abcdef" } as const;
  expect(parseResultLine(stringifyHeader(header))).toEqual({ header });
});

test.each(["", "{", "null", "[]", "1", '"甲.xlsx"', '{"file":"甲.xlsx"}', '{"qingdan":"results","version":2,"program":"9","asOf":"2026-03-01","language":"zh","settings":""}', stringifyResult(unread, stamp, "zh").slice(0, -5), stringifyResult(checked("甲.xlsx", [finding()]), stamp, "zh").replace('"error","sheet"', '"fatal","sheet"')])("“%s” is none of ours", (text) => {
  expect(parseResultLine(text)).toBeUndefined();
});

test("whatever a line was cut to, it is read whole or not at all", () => {
  const line = stringifyResult(checked("甲.xlsx", [finding(), finding({ fix: "改" })]), stamp, "zh").trimEnd();
  fc.assert(fc.property(fc.integer({ min: 0, max: line.length - 1 }), (length) => expect(parseResultLine(line.slice(0, length))).toBeUndefined()));
});

test.each([0, 1, 2, 6])("JSON piece by piece is JSON at once (%i files)", async (count) => {
  const some = examples.slice(0, count);
  const stream = async function* (): AsyncGenerator<FileReport> {
    yield* some;
  };
  let text = "";
  for await (const piece of jsonPieces(stream(), "2026-03-01", "zh")) text += piece;
  expect(text).toBe(stringifyJson(some, "2026-03-01", "zh"));
});
