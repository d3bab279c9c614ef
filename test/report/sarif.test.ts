import { stringifySarif } from "../../src/report/sarif";
import { rules } from "../../src/rules";
import { checked, explained, facts, finding, hostileTexts, inEnglish, unread } from "./example-reports";

type Log = {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly language: string;
    readonly columnKind: string;
    readonly tool: { readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly { readonly id: string; readonly shortDescription: { readonly text: string }; readonly fullDescription: { readonly text: string }; readonly help: { readonly text: string }; readonly defaultConfiguration: { readonly level: string } }[] } };
    readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
    readonly invocations: readonly { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly { readonly level: string; readonly message: { readonly text: string }; readonly locations: readonly Place[] }[] }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly (Place & { readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[] })[];
      readonly suppressions: readonly { readonly kind: string; readonly justification: string }[];
      readonly properties: { readonly fixes: readonly { readonly title: string; readonly safe: boolean }[] };
    }[];
  }[];
};
type Place = { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly index: number }; readonly region?: object } };

const reports = [
  checked("报送/灌区任务.xlsx", [finding({ at: "任务!E36", fix: "将“市水利局”填为牵头单位" }), finding({ rule: "no-overdue", severity: "warning", at: "任务!D4" })], [explained({ rule: "no-vague-unit", severity: "info", at: "任务!E5" }, "名单另附")]),
  unread,
  checked("空.xlsx", []),
];

function logOf(...args: Parameters<typeof stringifySarif>): Log["runs"][number] {
  const { runs: [run], ...log } = JSON.parse(stringifySarif(...args)) as Log;
  expect(log).toEqual({ $schema: expect.stringContaining("sarif-schema-2.1.0.json") as string, version: "2.1.0" });
  if (run === undefined) throw new Error("there is no run");
  return run;
}

test("the driver lists every rule with why it is there, in few words and in full", () => {
  const { driver } = logOf(reports, facts).tool;
  expect([driver.name, driver.version]).toEqual(["qingdan", "0.1.0"]);
  expect(driver.rules.map(({ id, fullDescription, defaultConfiguration }) => [id, fullDescription.text, defaultConfiguration.level])).toEqual(rules.map(({ id, description, severity }) => [id, description.zh, severity === "info" ? "note" : severity]));
  for (const { id, shortDescription, help } of driver.rules) {
    expect({ id, short: shortDescription.text.length > 3 && !/[；;]/.test(shortDescription.text) }).toEqual({ id, short: true });
    expect(help.text).toMatch(/[强核提][制实示]：/);
  }
});

test("a result names its rule, its level, its file and its cell", () => {
  const { results, tool, artifacts, columnKind, language } = logOf(reports, facts);
  expect([columnKind, language]).toEqual(["unicodeCodePoints", "zh-CN"]);
  expect(results.map(({ ruleId, level, locations, suppressions, properties }) => [ruleId, level, locations[0]?.logicalLocations[0]?.fullyQualifiedName, suppressions.length, properties.fixes])).toEqual([
    ["require-lead-unit", "error", "任务!E36", 0, [{ title: "将“市水利局”填为牵头单位", safe: true }]],
    ["no-overdue", "warning", "任务!D4", 0, []],
    ["no-vague-unit", "note", "任务!E5", 1, []],
  ]);
  for (const { ruleId, ruleIndex, locations } of results) {
    expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    const { artifactLocation, region } = locations[0]?.physicalLocation ?? {};
    expect(region).toBeUndefined();
    expect(artifacts[artifactLocation?.index ?? -1]?.location.uri).toBe(artifactLocation?.uri);
    expect(decodeURI(artifactLocation?.uri ?? "")).toBe("报送/灌区任务.xlsx");
  }
});

test("what may stand is suppressed from outside, with its reason; the others say that they are not", () => {
  expect(logOf(reports, facts).results.map(({ suppressions }) => suppressions)).toEqual([[], [], [{ kind: "external", status: "accepted", justification: "名单另附", properties: { asOf: "2026-07-01", scope: "finding" } }]]);
});

test("a file that cannot be read is a failed execution, told with its sentence", () => {
  const [invocation] = logOf(reports, facts).invocations;
  expect(invocation?.executionSuccessful).toBe(false);
  expect(invocation?.toolExecutionNotifications.map(({ level, message, locations }) => [level, message.text, locations[0]?.physicalLocation.artifactLocation.index])).toEqual([["error", unread.error.zh, 1]]);
  expect(logOf([reports[0] ?? unread], facts).invocations[0]).toEqual({ executionSuccessful: true, toolExecutionNotifications: [] });
});

test("English where the machine speaks it", () => {
  const { tool, language, results } = logOf(reports, inEnglish);
  expect(language).toBe("en");
  expect(tool.driver.rules[0]?.help.text).not.toMatch(/[；。]/);
  expect(results[0]?.message.text).toContain("has no lead unit");
});

test.each(hostileTexts.map((text) => [text.slice(0, 20), text] as const))("%s in a cell, a sheet and a file's name", (_, text) => {
  const { results, artifacts } = logOf([checked(`${text.slice(0, 60)}.xlsx`, [finding({ at: `${text.slice(0, 20).replace(/!/g, "")}!A1`, zh: `“${text}”有误`, fix: text })])], facts);
  expect(results[0]?.message.text.length).toBeLessThan(9000);
  // no link for a viewer to make
  expect(results[0]?.message.text).not.toMatch(/(?<!\\)\]\(/);
  expect(artifacts[0]?.location.uri).toMatch(/^[!-~]+$/);
});
