import { stringifyAddress } from "../core/address";
import type { CheckResult } from "../core/check";
import { countBySeverity, severityNames, type Diagnostic, type Severity } from "../core/diagnostic";
import type { IgnoredFinding } from "../ignore/apply-ignores";
import type { Rule } from "../core/rule";
import type { Table } from "../core/table";
import type { Language, Text } from "../core/text";

/** What came of one file: a check, or the sentence that says why there is none. */
export type FileReport = { readonly file: string; readonly result: Pick<CheckResult, "tables" | "diagnostics">; readonly ignored: readonly IgnoredFinding[] } | { readonly file: string; readonly error: Text };

/** `check --format json`: the shape is a contract. */
export function stringifyJson(reports: readonly FileReport[], asOf: string, language: Language): string {
  const files = reports.map((report) => {
    if ("error" in report) return { file: report.file, tables: [], diagnostics: [], counts: countBySeverity([]), error: report.error[language] };
    const { tables, diagnostics } = report.result;
    return {
      file: report.file,
      tables: tables.map(({ sheet, bounds, template, rows }) => ({
        sheet,
        address: stringifyAddress(bounds),
        kind: template.kind.id,
        // an indicator table is known by its kind alone
        ...(template.kind.id === "indicators" ? {} : { template: template.id }),
        rows: rows.length,
      })),
      diagnostics: diagnostics.map((diagnostic) => jsonOf(diagnostic, language)),
      counts: countBySeverity(diagnostics),
      ...(report.ignored.length === 0 ? {} : { ignored: report.ignored.map((finding) => ignoredJsonOf(finding, language)) }),
      error: null,
    };
  });
  return `${JSON.stringify({ version: 1, asOf, files }, undefined, 2)}\n`;
}

function jsonOf(diagnostic: Diagnostic, language: Language) {
  return { ...findingOf(diagnostic, language), fixes: diagnostic.fixes.map(({ title, safe }) => ({ title: title[language], safe })) };
}

function findingOf({ rule, severity, range, message }: Diagnostic, language: Language) {
  return { rule, severity, sheet: range.sheet, address: stringifyAddress(range), message: message[language] };
}

function ignoredJsonOf({ diagnostic, ignore }: IgnoredFinding, language: Language) {
  return { ...findingOf(diagnostic, language), reason: ignore.reason, asOf: ignore.asOf, scope: ignore.scope };
}

const words = {
  noTables: {
    zh: "没有认出任务清单或指标表。任务清单的表头里要有任务（如“重点任务”）和单位或时限（如“牵头部门”“完成时限”）；指标表要有“指标名称”和指标值、分子、分母或计算公式，或一列一个指标",
    en: "No task list or indicator sheet was recognised. A task list's header must name the task (重点任务) and a unit or deadline (牵头部门, 完成时限); an indicator sheet's 指标名称 and values, 分子, 分母 or 计算公式, or one indicator a column",
  },
  ignored: (count: number): Text => ({ zh: `已说明 ${count} 处`, en: `${count} with a reason` }),
  reason: ({ ignore }: IgnoredFinding): Text => ({ zh: `情况说明（${ignore.asOf}）：${oneLine(ignore.reason)}`, en: `reason (${ignore.asOf}): ${oneLine(ignore.reason)}` }),
  clean: { zh: "没有发现问题", en: "Nothing to mend" },
  rows: ({ rows, template }: Table): Text => {
    if (template.kind.id === "task-list") return { zh: `${rows.length} 项任务`, en: `${rows.length} tasks` };
    return template.subject === "indicator" ? { zh: `${rows.length} 个指标`, en: `${rows.length} indicators` } : { zh: `${rows.length} 行`, en: `${rows.length} rows` };
  },
  total: (counts: { readonly [S in Severity]: number }): Text => ({
    zh: `强制 ${counts.error}，核实 ${counts.warning}，提示 ${counts.info}`,
    en: `${counts.error} to mend, ${counts.warning} to confirm, ${counts.info} notes`,
  }),
};

/** `check --format text`: one line a finding, `sheet!A1  severity  message  [rule]`. */
export function stringifyText(reports: readonly FileReport[], language: Language): string {
  const lines = reports.flatMap((report) => {
    if ("error" in report) return [report.file, `  ${report.error[language]}`, ""];
    const { tables, diagnostics } = report.result;
    const found = tables.map((table) => `  ${table.template.title[language]} ${table.sheet}!${stringifyAddress(table.bounds)} ${words.rows(table)[language]}`);
    const findings = diagnostics.map((diagnostic) => `  ${findingLine(diagnostic, language)}`);
    const reasons = report.ignored.map((finding) => `    ${findingLine(finding.diagnostic, language)}  ${words.reason(finding)[language]}`);
    return [
      report.file,
      ...(tables.length === 0 ? [`  ${words.noTables[language]}`] : found),
      ...(findings.length === 0 && tables.length > 0 ? [`  ${words.clean[language]}`] : findings),
      ...(reasons.length === 0 ? [] : [`  ${words.ignored(reasons.length)[language]}`, ...reasons]),
      `  ${words.total(countBySeverity(diagnostics))[language]}`,
      "",
    ];
  });
  return `${lines.join("\n")}\n`;
}

function findingLine({ rule, severity, range, message }: Diagnostic, language: Language): string {
  return `${range.sheet}!${stringifyAddress(range)}  ${severityNames[severity][language]}  ${message[language]}  [${rule}]`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

export function stringifyRules(rules: readonly Rule[], format: "text" | "json", language: Language): string {
  if (format === "json") {
    const list = rules.map((rule) => ({ id: rule.id, severity: rule.severity, kind: rule.scope === "workbook" ? null : rule.kind.id, description: rule.description[language] }));
    return `${JSON.stringify({ version: 1, rules: list }, undefined, 2)}\n`;
  }
  return `${rules.map(({ id, severity, description }) => `${id}  ${severityNames[severity][language]}  ${description[language]}`).join("\n")}\n`;
}
