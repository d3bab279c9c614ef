import type { Diagnostic } from "./diagnostic";
import { findTables } from "./find-tables";
import type { CheckContext, Report, Rule } from "./rule";
import type { Settings } from "./settings";
import type { Table, Template } from "./table";
import { askTexts, ownCaptions } from "./table-texts";
import type { Workbook } from "./workbook";

export type CheckInput = {
  readonly workbook: Workbook;
  readonly templates: readonly Template[];
  readonly rules: readonly Rule[];
  readonly settings: Settings;
};

/** One rule on one table, or on the workbook, and what it said. */
export type RunResult = { readonly rule: Rule; readonly table: Table | undefined; readonly diagnostics: readonly Diagnostic[] };

export type CheckResult = {
  readonly tables: readonly Table[];
  readonly diagnostics: readonly Diagnostic[];
  /** The same run by run, for `recheck` to go on from. */
  readonly runs: readonly RunResult[];
};

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
  const due = rules.filter(({ id }) => settings.rules[id] !== "off").flatMap((rule) => tablesFor(rule, tables).map((table) => ({ rule, table })));
  const runs: RunResult[] = [];
  for (const [done, { rule, table }] of due.entries()) {
    yield { done, total: due.length };
    runs.push({ rule, table, diagnostics: toDiagnostics(rule, reportsOf(rule, table, context), settings) });
  }
  return { tables, runs, diagnostics: inReadingOrder(runs.flatMap(({ diagnostics }) => diagnostics), workbook) };
}

/** A rule for the whole workbook runs once, on no table. */
function tablesFor(rule: Rule, tables: readonly Table[]): readonly (Table | undefined)[] {
  return rule.scope === "workbook" ? [undefined] : tables.filter(({ template }) => template.kind === rule.kind);
}

/** Everything a rule says of a table. */
export function reportsOf(rule: Rule, table: Table | undefined, context: CheckContext): Iterable<Report> {
  if (rule.scope === "workbook") return rule.check(context);
  if (table === undefined) return [];
  return rule.scope === "text" ? askTexts(table, ownCaptions(table, context.tables), rule.asks(table)) : rule.check(table, table.rows, context);
}

const noFixes: Diagnostic["fixes"] = [];

export function toDiagnostics(rule: Rule, reports: Iterable<Report>, settings: Settings): Diagnostic[] {
  const severity = settings.rules[rule.id] ?? rule.severity;
  if (severity === "off") return [];
  const diagnostics: Diagnostic[] = [];
  for (const { range, message, fixes = noFixes } of reports) diagnostics.push({ rule: rule.id, severity, range, message, fixes });
  return diagnostics;
}

/** Sheet order, row, column, rule id. */
export function inReadingOrder(diagnostics: readonly Diagnostic[], workbook: Workbook): Diagnostic[] {
  const order = new Map(workbook.worksheets.map(({ name }, index) => [name, index]));
  const place = (sheet: string): number => order.get(sheet) ?? order.size;
  return [...diagnostics].sort(
    (a, b) =>
      (a.range.sheet === b.range.sheet ? 0 : place(a.range.sheet) - place(b.range.sheet)) ||
      a.range.top - b.range.top ||
      a.range.left - b.range.left ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}
