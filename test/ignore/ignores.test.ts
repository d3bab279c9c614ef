import * as fc from "fast-check";
import { stringifyAddress } from "../../src/core/address";
import { applySteps } from "../../src/core/apply-steps";
import { arrange } from "../../src/core/arrange";
import { check } from "../../src/core/check";
import type { Diagnostic } from "../../src/core/diagnostic";
import { setCell, type Edit } from "../../src/core/edit";
import { keptText } from "../../src/core/marks";
import { defaultSettings } from "../../src/core/settings";
import { contentAt, type Workbook } from "../../src/core/workbook";
import { moveFormula } from "../../src/formula/move-formula";
import { applyIgnores } from "../../src/ignore/apply-ignores";
import { explanationSheet } from "../../src/ignore/explanation-sheet";
import { ignoreFinding, ignoreInColumn, ignoreInWorkbook, ignoresKey, keepIgnores, parseIgnores, stringifyIgnores, withIgnore, withoutIgnore, type Ignore } from "../../src/ignore/ignore";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { sheet, workbook } from "../support/sheet";

const why = { reason: "牵头单位待机构改革后明确，已请示分管副县长", asOf: "2026-03-01" };

function checked(book: Workbook) {
  return check({ workbook: book, templates, rules, settings: defaultSettings("2026-03-01") });
}

function found(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ rule, range }) => `${rule} ${range.sheet}!${stringifyAddress(range)}`);
}

function sifted(book: Workbook, ignores: readonly Ignore[]): { shown: string[]; ignored: string[] } {
  const { tables, diagnostics } = checked(book);
  const { shown, ignored } = applyIgnores(diagnostics, ignores, book, tables);
  return { shown: found(shown), ignored: found(ignored.map(({ diagnostic }) => diagnostic)) };
}

/** Ignores the findings whose description contains `which`. */
function ignoring(book: Workbook, which: string, make = ignoreFinding): Ignore[] {
  const { tables, diagnostics } = checked(book);
  return diagnostics.filter((diagnostic) => found([diagnostic])[0]?.includes(which) === true).flatMap((diagnostic) => make(diagnostic, why, { workbook: book, tables }) ?? []);
}

const list = `
  序号 | 重点任务           | 牵头部门   | 责任部门 | 完成时限
  1    | 改造老旧供水管网   |            | 县住建局 | 2026年10月底前
  2    | 新建乡镇污水处理站 |            | 县环境局 | 2026年11月底前
  3    | 整治黑臭水体       | 县水利局   | 县环境局 | 2026年1月底前
  4    | 开展水质监测       | 县环境局   |          | 2026年12月底前
`;
const book = workbook(list);

test("a finding with a reason is set apart, its neighbour is not", () => {
  expect(sifted(book, ignoring(book, "Sheet1!C2"))).toEqual({
    shown: ["require-lead-unit Sheet1!C3", "no-overdue Sheet1!E4"],
    ignored: ["require-lead-unit Sheet1!C2"],
  });
});

test("a rule in a column, or in the workbook, is set apart everywhere there", () => {
  expect(sifted(book, ignoring(book, "Sheet1!C2", ignoreInColumn))).toEqual({ shown: ["no-overdue Sheet1!E4"], ignored: ["require-lead-unit Sheet1!C2", "require-lead-unit Sheet1!C3"] });
  expect(sifted(book, [ignoreInWorkbook("require-lead-unit", why), ignoreInWorkbook("no-overdue", why)]).shown).toEqual([]);
});

function edited(from: Workbook, ...edits: Edit[]): Workbook {
  return applySteps(from, arrange(from, [{ title: { zh: "改", en: "Edit" }, edits }]).steps, moveFormula);
}

const set = (row: number, column: number, before: string | null, after: string | null): Edit => setCell("Sheet1", row, column, before, after);

test.each([
  { name: "rows put in above", edit: [{ kind: "insert-rows", sheet: "Sheet1", at: 0, cells: [["全县水环境治理任务"], []] }], expected: ["require-lead-unit Sheet1!C4"] },
  { name: "a column put in before", edit: [{ kind: "insert-columns", sheet: "Sheet1", at: 0, cells: [["类别", "供水"]] }], expected: ["require-lead-unit Sheet1!D2"] },
  { name: "another cell of the row changed", edit: [set(1, 3, "县住建局", "县水务公司")], expected: ["require-lead-unit Sheet1!C2"] },
  { name: "the column's header changed", edit: [set(0, 2, "牵头部门", "牵头单位")], expected: ["require-lead-unit Sheet1!C2"] },
  { name: "spaces in the task", edit: [set(1, 1, "改造老旧供水管网", "改造 老旧供水管网")], expected: ["require-lead-unit Sheet1!C2"] },
  { name: "another task (it expires)", edit: [set(1, 1, "改造老旧供水管网", "改造老旧燃气管网")], expected: [] },
  { name: "a space in the blank cell, which still says nothing", edit: [set(1, 2, null, " ")], expected: ["require-lead-unit Sheet1!C2"] },
] satisfies { name: string; edit: Edit[]; expected: string[] }[])("survives or expires: $name", ({ edit, expected }) => {
  expect(sifted(edited(book, ...edit), ignoring(book, "Sheet1!C2")).ignored).toEqual(expected);
});

test("an overdue task is shown again when its deadline is put off and passes again", () => {
  const ignores = ignoring(book, "no-overdue");
  expect(sifted(edited(book, set(3, 4, "2026年1月底前", "2026年2月底前")), ignores).shown).toContain("no-overdue Sheet1!E4");
});

test("a renamed sheet keeps its reasons, a copy has none", () => {
  const ignores = ignoring(book, "Sheet1!C2");
  const renamed = { ...book, worksheets: [sheet(list, { name: "治水" })] };
  expect(sifted(renamed, ignores).ignored).toEqual(["require-lead-unit 治水!C2"]);
  const copied = { ...book, worksheets: [...book.worksheets, sheet(list, { name: "治水(2)" })] };
  expect(sifted(copied, ignores).ignored).toEqual(["require-lead-unit Sheet1!C2"]);
});

test("of two tasks that say the same the one that was meant is set apart", () => {
  const twice = workbook("重点任务 | 牵头部门 | 完成时限\n 修编预案 | | 2026年6月底前\n 修编预案 | | 2026年6月底前");
  expect(sifted(twice, ignoring(twice, "require-lead-unit Sheet1!B3")).ignored).toEqual(["require-lead-unit Sheet1!B3"]);
});

test("findings outside of tables, and at headers, can be set apart too", () => {
  const loose = workbook("甲 | 2 | =B1/0 → #DIV/0!\n 乙 | 3 | =B2*2 → 6", "重点任务 | 责任单位 | 完成时限\n 修编预案 | 市应急局、市气象局 | 2026年6月底前");
  expect(sifted(loose, ignoring(loose, "no-formula-error"))).toMatchObject({ ignored: ["no-formula-error Sheet1!C1"] });
  const moved = edited(loose, { kind: "insert-rows", sheet: "Sheet1", at: 0, cells: [["丙", 1, { formula: "=B1" }]] });
  // what a formula shows is not known until something computes it
  const shown = { ...moved, worksheets: moved.worksheets.map((worksheet) => (worksheet.name === "Sheet1" ? sheet("丙 | 1 | =B1\n 甲 | 2 | =B2/0 → #DIV/0!\n 乙 | 3 | =B3*2 → 6") : worksheet)) };
  expect(sifted(shown, ignoring(loose, "no-formula-error"))).toMatchObject({ ignored: ["no-formula-error Sheet1!C2"] });
  expect(sifted(loose, ignoring(loose, "infer-lead-unit"))).toMatchObject({ ignored: ["infer-lead-unit Sheet2!B1"] });
});

test("sorted rows take their reasons along (property)", () => {
  const lines = list.trim().split("\n");
  const rows = lines.slice(1);
  const ignores = ignoring(book, "require-lead-unit");
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), fc.subarray([1, 2]), (order, put) => {
      const withMore = put.reduce((all, at) => [...all.slice(0, at), `9 | 新增任务${at} | 县教育局 | | 2026年8月底前`, ...all.slice(at)], order);
      const later = workbook([lines[0] ?? "", ...withMore].join("\n"));
      const { shown, ignored } = sifted(later, ignores);
      expect(ignored).toHaveLength(2);
      expect(shown.filter((text) => text.startsWith("require-lead-unit"))).toEqual([]);
    }),
  );
});

describe("kept in the workbook", () => {
  const ignores = [...ignoring(book, "Sheet1!C2"), ...ignoring(book, "no-overdue", ignoreInColumn), ignoreInWorkbook("valid-number", why)];

  test("as text and back", () => {
    expect(parseIgnores(stringifyIgnores(ignores) ?? "")).toEqual({ ignores });
    expect(stringifyIgnores([])).toBeNull();
    expect(parseIgnores(undefined)).toEqual({ ignores: [] });
    const kept = edited(book, ...(keepIgnores(book, ignores)?.edits ?? []));
    expect(parseIgnores(keptText(kept, ignoresKey))).toEqual({ ignores });
    expect(keepIgnores(kept, ignores)).toBeUndefined();
    expect(stringifyIgnores(ignores)).not.toMatch(/供水|author|user/);
  });

  test.each(["", "{", "[]", '{"version":2,"ignores":[]}', '{"version":1,"ignores":[{"scope":"finding"}]}', '{"version":1}'])("what cannot be read is said: %j", (text) => {
    expect(parseIgnores(text)).toHaveProperty("problem");
  });

  test("a newer reason replaces the older, and can be taken back", () => {
    const [first] = ignores;
    if (first === undefined) throw new Error("nothing ignored");
    const again = { ...first, reason: "已向县政府办说明", asOf: "2026-04-01" };
    expect(withIgnore(ignores, again)).toHaveLength(ignores.length);
    expect(withIgnore(ignores, again)).toContainEqual(again);
    expect(withoutIgnore(ignores, again)).toEqual(ignores.slice(1));
  });
});

describe("the sheet of reasons", () => {
  const withSheet = (from: Workbook, ignores: readonly Ignore[]): Workbook => {
    const { tables, diagnostics } = checked(from);
    const change = explanationSheet(from, applyIgnores(diagnostics, ignores, from, tables).ignored);
    return change === undefined ? from : edited(from, ...change.edits);
  };

  test("says where, what and why, is brought up to date, and is no list of tasks", () => {
    const first = withSheet(book, ignoring(book, "Sheet1!C2"));
    const written = first.worksheets[1];
    if (written === undefined) throw new Error("no sheet");
    expect(written.name).toBe("情况说明");
    expect(Array.from({ length: 9 }, (_, column) => contentAt(written, 2, column))).toEqual([1, "Sheet1", "C2", "强制", "任务“改造老旧供水管网”没有填写牵头单位，请填写一个单位", why.reason, why.asOf, "此处", "require-lead-unit"]);
    expect(withSheet(first, ignoring(first, "Sheet1!C2"))).toBe(first);
    expect(found(checked(first).diagnostics)).toEqual(found(checked(book).diagnostics));
    const second = withSheet(first, [ignoreInWorkbook("require-lead-unit", why)]);
    expect(second.worksheets).toHaveLength(2);
    expect(contentAt(second.worksheets[1] ?? written, 3, 2)).toBe("C3");
    expect(contentAt(withSheet(second, []).worksheets[1] ?? written, 2, 0)).toBeNull();
  });

  test("a sheet of that name that somebody else wrote stays", () => {
    const other = { ...book, worksheets: [...book.worksheets, sheet("情况说明\n 本表由县水利局填报", { name: "情况说明" })] };
    const after = withSheet(other, [ignoreInWorkbook("require-lead-unit", why)]);
    expect(after.worksheets.map(({ name }) => name)).toEqual(["Sheet1", "情况说明", "情况说明2"]);
  });
});
