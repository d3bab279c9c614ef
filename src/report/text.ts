import { countBySeverity, severityNames, type Counts } from "../core/diagnostic";
import type { Language, Text } from "../core/text";
import { isUnread, type ExplainedFinding, type FileReport, type Finding } from "./file-report";
import { noTables, rowsText } from "./table-words";

const words = {
  ignored: (count: number): Text => ({ zh: `已说明 ${count} 处`, en: `${count} with a reason` }),
  reason: ({ reason, asOf }: ExplainedFinding): Text => ({ zh: `情况说明（${asOf}）：${oneLine(reason)}`, en: `reason (${asOf}): ${oneLine(reason)}` }),
  clean: { zh: "没有发现问题", en: "Nothing to mend" },
  total: (counts: Counts): Text => ({
    zh: `强制 ${counts.error}，核实 ${counts.warning}，提示 ${counts.info}`,
    en: `${counts.error} to mend, ${counts.warning} to confirm, ${counts.info} notes`,
  }),
};

/** `check --format text`: one line a finding, `sheet!A1  severity  message  [rule]`. */
export function stringifyText(reports: readonly FileReport[], language: Language): string {
  return `${reports.flatMap((report) => linesOf(report, language)).join("\n")}\n`;
}

function linesOf(report: FileReport, language: Language): string[] {
  if (isUnread(report)) return [report.file, `  ${report.error[language]}`, ""];
  const { tables, findings, explained } = report;
  const found = tables.map((table) => `  ${table.title[language]} ${table.sheet}!${table.address} ${rowsText(table)[language]}`);
  const reasons = explained.map((finding) => `    ${findingLine(finding, language)}  ${words.reason(finding)[language]}`);
  return [
    report.file,
    ...(tables.length === 0 ? [`  ${noTables[language]}`] : found),
    ...(findings.length === 0 && tables.length > 0 ? [`  ${words.clean[language]}`] : findings.map((finding) => `  ${findingLine(finding, language)}`)),
    ...(reasons.length === 0 ? [] : [`  ${words.ignored(reasons.length)[language]}`, ...reasons]),
    `  ${words.total(countBySeverity(findings))[language]}`,
    "",
  ];
}

function findingLine({ rule, severity, sheet, address, message }: Finding, language: Language): string {
  return `${sheet}!${address}  ${severityNames[severity][language]}  ${message[language]}  [${rule}]`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
