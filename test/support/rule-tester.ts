import { stringifyAddress } from "../../src/core/address";
import { applySteps } from "../../src/core/apply-steps";
import { arrange } from "../../src/core/arrange";
import { check } from "../../src/core/check";
import type { Diagnostic, Fix } from "../../src/core/diagnostic";
import { findTables } from "../../src/core/find-tables";
import type { CheckContext, Report, Rule } from "../../src/core/rule";
import { defaultSettings, type Settings } from "../../src/core/settings";
import type { Text } from "../../src/core/text";
import type { Workbook, Worksheet } from "../../src/core/workbook";
import { templates } from "../../src/templates";
import { contentsOf, sheet, workbook, type SheetOptions } from "./sheet";

type Valid = SheetOptions & {
  readonly name: string;
  /** The drawn worksheet; it is called Sheet1. */
  readonly sheet: string;
  /** Further worksheets by name. */
  readonly others?: Readonly<Record<string, string>>;
  readonly settings?: Partial<Settings>;
};

type Invalid = Valid & {
  /** What the rule says and where, in reading order; a place on another worksheet as "名录!A2". */
  readonly problems: readonly { readonly at: string; readonly message: Text }[];
  /** The first worksheet after every safe fix. Leave out when the rule fixes nothing by itself here. */
  readonly fixed?: string;
  /** The first worksheet after one fix that a person picks: the first there is, or the one called `fix` (zh). */
  readonly suggested?: string | { readonly fix: string; readonly sheet: string };
};

/** The day all examples are checked on, unless an example sets another. */
export const exampleDay = "2024-06-30";

export function testRule(rule: Rule, { valid, invalid }: { readonly valid: readonly Valid[]; readonly invalid: readonly Invalid[] }): void {
  describe(rule.id, () => {
    test.each(valid)("accepts $name", (example) => {
      const { workbook: book, settings } = drawn(example);
      // a valid case must not pass merely because its table was not found
      if (rule.scope !== "workbook") {
        expect(findTables(book, templates).filter(({ template }) => template.kind === rule.kind)).not.toHaveLength(0);
      }
      expect(shown(check({ workbook: book, templates, rules: [rule], settings }).diagnostics)).toEqual([]);
    });

    test.each(invalid)("reports $name", (example) => {
      const { workbook: book, settings } = drawn(example);
      const { diagnostics } = check({ workbook: book, templates, rules: [rule], settings });
      expect(shown(diagnostics)).toEqual(example.problems);
      const fixes = diagnostics.flatMap((diagnostic) => diagnostic.fixes);
      for (const fix of fixes) expect(arrange(book, [fix]).skipped).toEqual([]);
      expectFirstSheet(after(book, fixes.filter(({ safe }) => safe)), example.fixed ?? example.sheet);
      if (example.suggested === undefined) return;
      const { fix: title, sheet: text } = typeof example.suggested === "string" ? { fix: undefined, sheet: example.suggested } : example.suggested;
      const picked = fixes.find((fix) => !fix.safe && (title === undefined || fix.title.zh === title));
      if (picked === undefined) throw new Error(`no such suggestion among: ${fixes.map((fix) => fix.title.zh).join("; ")}`);
      expectFirstSheet(after(book, [picked]), text);
    });

    if (rule.scope === "row") {
      test.each([...valid, ...invalid])("says the same of each row alone: $name", (example) => {
        const { workbook: book, settings } = drawn(example);
        const tables = findTables(book, templates).filter(({ template }) => template.kind === rule.kind);
        const context: CheckContext = { workbook: book, tables, settings };
        const together = tables.flatMap((table) => [...rule.check(table, table.rows, context)]);
        const alone = tables.flatMap((table) => table.rows.flatMap((row) => [...rule.check(table, [row], context)]));
        expect(places(alone)).toEqual(places(together));
      });
    }
  });
}

function drawn(example: Valid): { workbook: Workbook; settings: Settings } {
  const others = Object.entries(example.others ?? {}).map(([name, text]) => sheet(text, { name }));
  const first = sheet(example.sheet, { ...example, name: "Sheet1" });
  return { workbook: workbook(first, ...others), settings: { ...defaultSettings(exampleDay), ...example.settings } };
}

function shown(diagnostics: readonly Diagnostic[]): { at: string; message: Text }[] {
  return diagnostics.map(({ range, message }) => ({ at: `${range.sheet === "Sheet1" ? "" : `${range.sheet}!`}${stringifyAddress(range)}`, message }));
}

function places(reports: readonly Report[]): string[] {
  return reports.map(({ range, message }) => `${stringifyAddress(range)} ${message.zh}`).sort();
}

function after(book: Workbook, fixes: readonly Fix[]): Worksheet {
  const [first] = applySteps(book, arrange(book, fixes).steps).worksheets;
  if (first === undefined) throw new Error("the workbook has lost its first worksheet");
  return first;
}

/** Hidden rows are left aside: a drawing of the outcome has none. */
function expectFirstSheet(found: Worksheet, text: string): void {
  const { cells, merges } = contentsOf(found);
  const expected = contentsOf(sheet(text));
  expect({ cells, merges }).toEqual({ cells: expected.cells, merges: expected.merges });
}
