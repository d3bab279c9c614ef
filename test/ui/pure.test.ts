import fc from "fast-check";
import type { Diagnostic } from "../../src/core/diagnostic";
import { cellRange } from "../../src/core/workbook";
import { describeEdit } from "../../src/ui/describe-edit";
import { filterFindings, groupFindings, keyOf, safeFixes } from "../../src/ui/group-findings";
import { isDarkColor } from "../../src/ui/theme";
import { initialState, reduce } from "../../src/ui/checker-state";
import { extentOf, indexOfLine, makeAxis, visibleLines } from "../../src/ui/workbench/axis";
import { cellText, contentTyped } from "../../src/ui/workbench/cell-text";
import { estimateHeight, lookStyle } from "../../src/ui/workbench/look-style";
import { marksOf } from "../../src/ui/workbench/Workbench";

const finding = (rule: string, severity: Diagnostic["severity"], row: number, message = rule): Diagnostic => ({ rule, severity, range: cellRange("表", row, 2), message: { zh: message, en: message }, fixes: [{ title: { zh: "改", en: "fix" }, edits: [], safe: severity === "info" }] });
const found = [finding("no-blank-row", "info", 1), finding("require-task", "error", 2), finding("valid-number", "warning", 2), finding("require-task", "error", 5)];

describe("the list of findings", () => {
  test("groups by severity, then rule, each under a header", () => {
    expect(groupFindings(found, new Set()).map((item) => (item.kind === "group" ? `${item.rule} ${item.count}` : keyOf(item.diagnostic)))).toEqual([
      "require-task 2", "require-task 表!C3", "require-task 表!C6", "valid-number 1", "valid-number 表!C3", "no-blank-row 1", "no-blank-row 表!C2",
    ]);
  });

  test("two findings of a rule in one cell are two items", () => {
    const items = groupFindings([finding("no-unknown-unit", "warning", 1, "甲"), finding("no-unknown-unit", "warning", 1, "乙")], new Set());
    expect(new Set(items.map(({ key }) => key)).size).toBe(3);
  });

  test("a folded group keeps its header", () => {
    expect(groupFindings(found, new Set(["error require-task"])).filter(({ kind }) => kind === "finding")).toHaveLength(2);
  });

  test.each([
    [new Set<Diagnostic["severity"]>(), "", 4],
    [new Set<Diagnostic["severity"]>(["error"]), "", 2],
    [new Set<Diagnostic["severity"]>(), "c3", 2],
    [new Set<Diagnostic["severity"]>(), " 表 ", 4],
    [new Set<Diagnostic["severity"]>(["info"]), "no-blank", 0],
  ])("hides %o and looks for %j", (hidden, search, count) => {
    expect(filterFindings(found, { hidden, search })).toHaveLength(count);
  });

  test("only safe fixes are made in bulk", () => {
    expect(safeFixes(found)).toHaveLength(1);
  });

  test("the gravest finding marks a cell", () => {
    expect([...marksOf(found, "表")]).toEqual([["1,2", "info"], ["2,2", "error"], ["5,2", "error"]]);
  });
});

test("a failure leaves the last result in view, a new check forgets the failure", () => {
  const result = { tables: [], diagnostics: [], runs: [] };
  const checked = reduce(initialState, { type: "checked", result });
  const failed = reduce(checked, { type: "failed", failure: new Error("x") });
  expect(failed).toMatchObject({ result, busy: undefined });
  expect(reduce(failed, { type: "busy", busy: { kind: "reading" } }).failure).toBeUndefined();
});

test("what changed nothing cannot be undone", () => {
  const receipt = { id: "1", applied: [], skipped: [], inverse: [], altered: [] };
  expect(reduce(initialState, { type: "applied", receipt }).receipts).toEqual([]);
});

test.each([
  [{ kind: "set-cell", sheet: "表", row: 2, column: 1, before: null, after: "=1" }, "B3", "（空）", "=1"],
  [{ kind: "delete-rows", sheet: "表", at: 4, before: [[], []] }, "5", "删除行 × 2", "（空）"],
  [{ kind: "insert-columns", sheet: "表", at: 3, cells: [[]] }, "D", "（空）", "插入列"],
  [{ kind: "set-charts", sheet: "表", before: [], after: [{ id: "a", title: "甲", kind: "bar", anchor: { top: 0, left: 0, bottom: 9, right: 4 }, categories: { top: 0, left: 0, bottom: 1, right: 0 }, series: [] }] }, "表", "（空）", "图表 × 1"],
  [{ kind: "unmerge", range: { sheet: "表", top: 0, left: 0, bottom: 1, right: 0 } }, "A1:A2", "合并", "不合并"],
] as const)("previews %o", (edit, at, before, after) => {
  expect(describeEdit(edit)).toMatchObject({ at, before: { zh: before }, after: { zh: after } });
});

describe("the sheet's axes", () => {
  const axis = makeAxis(10, [{ first: 2, last: 3 }], (line) => 10 + line);

  test("leave hidden lines out", () => {
    expect(axis.shown).toEqual([0, 1, 4, 5, 6, 7, 8, 9]);
    expect(indexOfLine(axis, 3)).toBe(2);
    expect(extentOf(axis, 1, 4)).toEqual({ start: 10, size: 11 + 14 });
    expect(extentOf(axis, 2, 3).size).toBe(0);
  });

  test("what is in view covers the window, and no more than it must", () => {
    fc.assert(
      fc.property(fc.nat(150), fc.nat(150), (from, length) => {
        const { first, last } = visibleLines(axis, from, from + length);
        const end = axis.starts.at(-1) ?? 0;
        if (from < end) expect(axis.starts[first] ?? 0).toBeLessThanOrEqual(from);
        expect(axis.starts[last + 1] ?? 0).toBeGreaterThanOrEqual(Math.min(from + length, end));
      }),
    );
  });
});

test.each([
  [0.956, "0.0%", false, "95.6%"],
  [45000, "yyyy年m月", false, "2023年3月"],
  [43538, "yyyy年m月", true, "2023年3月"],
  [1234.5, "#,##0.00", false, "1,234.50"],
  [0.1 + 0.2, "General", false, "0.3"],
  [5, "[不认识的", false, "5"],
  ["=文字", "0", false, "=文字"],
  [true, "General", false, "TRUE"],
  [{ error: "#N/A" }, "0", false, "#N/A"],
  [null, "0", false, ""],
] as const)("%j in the format %s shows as %s", (value, format, uses1904Dates, text) => {
  expect(cellText(value, format, uses1904Dates)).toBe(text);
});

test.each([
  ["市教育局", "市教育局"],
  ["=A1+1", { formula: "=A1+1" }],
  ["=", "="],
  ["'=A1", "=A1"],
  ["12", 12],
  ["-1,234.5", -1234.5],
  ["1,23", "1,23"],
  ["007", "007"],
  ["2026-03", "2026-03"],
  ["", null],
  ["TRUE", true],
] as const)("typed %j is %j", (typed, content) => {
  expect(contentTyped(typed)).toEqual(content);
});

test("wrapped text makes a row as high as its lines", () => {
  expect(estimateHeight("一".repeat(30), 200, 11)).toBeGreaterThan(estimateHeight("一", 200, 11) * 2);
  expect(estimateHeight("a\nb\nc", 200, 11)).toBeGreaterThan(estimateHeight("abc", 200, 11) * 2);
});

test("numbers stand right, a look overrules", () => {
  expect([lookStyle({}, 5).textAlign, lookStyle({}, "五").textAlign, lookStyle({ horizontal: "center" }, 5).textAlign]).toEqual(["right", "left", "center"]);
});

test.each([["#292929", true], ["#ffffff", false], ["#0F6CBD", true], ["无", false]])("%s is dark: %s", (color, isDark) => {
  expect(isDarkColor(color)).toBe(isDark);
});
