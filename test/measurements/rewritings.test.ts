import fc from "fast-check";
import { check } from "../../src/core/check";
import { defaultSettings } from "../../src/core/settings";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { hundred, mutate, picker, write, type Meaning } from "../support/formula-meanings";
import { sheet, workbook } from "../support/sheet";

/** 县域就诊率 in row 3 of a sheet called 监测: its numerator in B3, its denominator in C3, another quantity in D3. */
const right: Meaning = { kind: "/", left: { kind: "*", left: { kind: "cell", row: 2, column: 1 }, right: hundred }, right: { kind: "cell", row: 2, column: 2 } };

/** Which rules say something of the value computed so. */
function reportsOf(formula: string): string[] {
  const drawing = sheet(
    `
      县区 | 参保人员县域内门急诊人次 | 参保人员门急诊总人次 | 参保人员住院总人次 | 县域就诊率(%)
      甲县 | 840 | 1000 | 310 | =B2/C2*100 → 84
      乙县 | 900 | 1000 | 290 | =${formula.replace(/\|/g, "")}
      丙县 | 880 | 1100 | 300 | =B4/C4*100 → 80
    `,
    { name: "监测" },
  );
  const { diagnostics } = check({ workbook: workbook(drawing), templates, rules, settings: defaultSettings("2026-01-01") });
  return diagnostics.filter(({ range }) => range.top === 2 && range.left === 4).map(({ rule }) => rule);
}

test("no rewriting of a right formula is ever reported", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }), (choices) => {
      const formula = write(right, picker(choices));
      expect({ formula, reports: reportsOf(formula) }).toEqual({ formula, reports: [] });
    }),
    { numRuns: 300 },
  );
});

test("a mutation always is, however it is written", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }), (way, choices) => {
      const formula = write(mutate(right, way), picker(choices));
      const reports = reportsOf(formula);
      expect({ formula, isReported: reports.some((rule) => ["valid-indicator-formula", "valid-percent-scale"].includes(rule)) }).toEqual({ formula, isReported: true });
    }),
    { numRuns: 300 },
  );
});
