import type { Diagnostic, Severity } from "./diagnostic";
import { findTables } from "./find-tables";
import type { CheckContext, Report, Rule } from "./rule";
import type { Settings } from "./settings";
import type { Table, Template } from "./table";
import type { Workbook } from "./workbook";

export type CheckInput = {
  readonly workbook: Workbook;
  readonly templates: readonly Template[];
  readonly rules: readonly Rule[];
  readonly settings: Settings;
};

export type CheckResult = { readonly tables: readonly Table[]; readonly diagnostics: readonly Diagnostic[] };

export type CheckProgress = { readonly done: number; readonly total: number };

/** Finds the tables and runs every rule that is not switched off; diagnostics in reading order. */
export function check(input: CheckInput): CheckResult {
  const steps = checkInSteps(input);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same in steps of one rule on at most one table, so that a pane can show progress, answer keys and stop between them. */
export function* checkInSteps({ workbook, templates, rules, settings }: CheckInput): Generator<CheckProgress, CheckResult> {
  const tables = findTables(workbook, templates);
  const context: CheckContext = { workbook, tables, settings };
  const runs = rules.flatMap((rule) => runsOf(rule, context));
  const diagnostics: Diagnostic[] = [];
  for (const [done, { severity, rule, report }] of runs.entries()) {
    yield { done, total: runs.length };
    for (const { range, message, fixes = [] } of report()) diagnostics.push({ rule: rule.id, severity, range, message, fixes });
  }
  return { tables, diagnostics: inReadingOrder(diagnostics, workbook) };
}

type Run = { readonly rule: Rule; readonly severity: Severity; readonly report: () => Iterable<Report> };

function runsOf(rule: Rule, context: CheckContext): Run[] {
  const severity = context.settings.rules[rule.id] ?? rule.severity;
  if (severity === "off") return [];
  if (rule.scope === "workbook") return [{ rule, severity, report: () => rule.check(context) }];
  return context.tables
    .filter(({ template }) => template.kind === rule.kind)
    .map((table) => ({ rule, severity, report: () => rule.check(table, table.rows, context) }));
}

/** Sheet order, row, column, rule id. */
export function inReadingOrder(diagnostics: readonly Diagnostic[], workbook: Workbook): Diagnostic[] {
  const order = new Map(workbook.worksheets.map(({ name }, index) => [name, index]));
  const place = (sheet: string): number => order.get(sheet) ?? order.size;
  return [...diagnostics].sort(
    (a, b) =>
      place(a.range.sheet) - place(b.range.sheet) ||
      a.range.top - b.range.top ||
      a.range.left - b.range.left ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}
