import { stringifyAddress } from "../core/address";
import type { CheckResult } from "../core/check";
import type { Diagnostic, Severity } from "../core/diagnostic";
import type { Table } from "../core/table";
import type { Text } from "../core/text";
import type { IgnoredFinding } from "../ignore/apply-ignores";
import type { Ignore } from "../ignore/ignore";
import type { Light } from "../tasks/lights";

/** A table that was found. `subject`: the key of the column whose text makes a row a record. */
export type TableReport = { readonly sheet: string; readonly address: string; readonly kind: string; readonly template: string; readonly subject: string; readonly title: Text; readonly rows: number };

/** A diagnostic as it is told: where, what, and what may be done. */
export type Finding = {
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string;
  readonly address: string;
  readonly message: Text;
  readonly fixes: readonly { readonly title: Text; readonly safe: boolean }[];
};

/** One that may stand, why, and when that was said. */
export type ExplainedFinding = Finding & Pick<Ignore, "reason" | "asOf" | "scope">;

export type CheckedFile = {
  readonly file: string;
  readonly tables: readonly TableReport[];
  readonly findings: readonly Finding[];
  readonly explained: readonly ExplainedFinding[];
  /** The tasks of all its lists by where they stand. */
  readonly lights: readonly Light[];
};

export type UnreadFile = { readonly file: string; readonly error: Text };

/** What came of one file: a check, or the sentence that says why there is none. Plain data, so that it can come from a worker. */
export type FileReport = CheckedFile | UnreadFile;

export function isUnread(report: FileReport): report is UnreadFile {
  return "error" in report;
}

type Judgement = { readonly result: Pick<CheckResult, "tables" | "diagnostics">; readonly ignored: readonly IgnoredFinding[] };

export function reportOn(file: string, { result, ignored }: Judgement, lights: readonly Light[]): CheckedFile {
  return {
    file,
    tables: result.tables.map(tableReport),
    findings: result.diagnostics.map(finding),
    explained: ignored.map(({ diagnostic, ignore: { reason, asOf, scope } }) => ({ ...finding(diagnostic), reason, asOf, scope })),
    lights,
  };
}

function tableReport({ sheet, bounds, template, rows }: Table): TableReport {
  return { sheet, address: stringifyAddress(bounds), kind: template.kind.id, template: template.id, subject: template.subject, title: template.title, rows: rows.length };
}

function finding({ rule, severity, range, message, fixes }: Diagnostic): Finding {
  return { rule, severity, sheet: range.sheet, address: stringifyAddress(range), message, fixes: fixes.map(({ title, safe }) => ({ title, safe })) };
}
