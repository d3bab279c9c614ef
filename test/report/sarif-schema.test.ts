import "@microsoft/jest-sarif";
import { stringifySarif } from "../../src/report/sarif";
import { checked, explained, facts, finding, hostileTexts, inEnglish, unread } from "./example-reports";

const hostile = hostileTexts.map((text, index) => finding({ at: `任务!C${index + 3}`, zh: text, fix: text }));
const reasons = hostileTexts.map((text) => explained({ rule: "no-overdue", severity: "info", zh: text }, text.slice(0, 1000)));

test.each([
  ["nothing", []],
  ["a clean file", [checked("空.xlsx", [])]],
  ["files of every kind", [checked("报送/a b.xlsx", [finding(), finding({ severity: "warning", fix: "改" })], reasons), unread, { ...unread, file: "C:\\报送\\坏.xlsx" }, { ...unread, file: "" }]],
  ["a rule that is not listed", [checked("a.xlsx", [finding({ rule: "no-such-rule" })])]],
  ["hostile texts", [checked(`${hostileTexts[1]}.xlsx`, hostile, reasons)]],
])("SARIF of %s is valid by the standard's schema", (_, reports) => {
  for (const by of [facts, inEnglish]) expect(JSON.parse(stringifySarif(reports, by))).toBeValidSarifLog();
});

test("the schema does refuse what is not SARIF", () => {
  const log = JSON.parse(stringifySarif([checked("a.xlsx", [finding()])], facts)) as { runs: { results: { level: string }[] }[] };
  const [result] = log.runs[0]?.results ?? [];
  if (result === undefined) throw new Error("there is no result");
  result.level = "强制";
  expect(log).not.toBeValidSarifLog();
});
