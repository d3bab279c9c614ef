import { countBySeverity } from "../core/diagnostic";
import type { Language } from "../core/text";
import { isUnread, type ExplainedFinding, type FileReport, type Finding, type TableReport } from "./file-report";

/** `check --format json`: the shape is a contract. */
export function stringifyJson(reports: readonly FileReport[], asOf: string, language: Language): string {
  return `${JSON.stringify({ version: 1, asOf, files: reports.map((report) => fileOf(report, language)) }, undefined, 2)}\n`;
}

/** The same piece by piece, so that nobody has to hold the reports of thousands of files. */
export async function* jsonPieces(reports: AsyncIterable<FileReport>, asOf: string, language: Language): AsyncGenerator<string> {
  const [before = "", after = ""] = stringifyJson([], asOf, language).split("[]");
  let isFirst = true;
  for await (const report of reports) {
    yield `${isFirst ? `${before}[` : ","}\n    ${JSON.stringify(fileOf(report, language), undefined, 2).replaceAll("\n", "\n    ")}`;
    isFirst = false;
  }
  yield isFirst ? `${before}[]${after}` : `\n  ]${after}`;
}

/** One of the contract's `files`. */
export function fileOf(report: FileReport, language: Language) {
  if (isUnread(report)) return { file: report.file, tables: [], diagnostics: [], counts: countBySeverity([]), error: report.error[language] };
  const { file, tables, findings, explained } = report;
  return {
    file,
    tables: tables.map(tableOf),
    diagnostics: findings.map((finding) => diagnosticOf(finding, language)),
    counts: countBySeverity(findings),
    ...(explained.length === 0 ? {} : { ignored: explained.map((finding) => ignoredOf(finding, language)) }),
    error: null,
  };
}

function tableOf({ sheet, address, kind, template, rows }: TableReport) {
  // an indicator table is known by its kind alone
  return { sheet, address, kind, ...(kind === "indicators" ? {} : { template }), rows };
}

function diagnosticOf(finding: Finding, language: Language) {
  return { ...placeOf(finding, language), fixes: finding.fixes.map(({ title, safe }) => ({ title: title[language], safe })) };
}

function ignoredOf(finding: ExplainedFinding, language: Language) {
  return { ...placeOf(finding, language), reason: finding.reason, asOf: finding.asOf, scope: finding.scope };
}

function placeOf({ rule, severity, sheet, address, message }: Finding, language: Language) {
  return { rule, severity, sheet, address, message: message[language] };
}
