import { maxRows } from "../core/address";
import { countBySeverity, severities, severityNames, type Severity } from "../core/diagnostic";
import type { AddSheet, Contents, Edit } from "../core/edit";
import { ownMark } from "../core/own-columns";
import type { CellLook, SheetLayout } from "../core/sheet-layout";
import type { Text } from "../core/text";
import type { CellContent, Rectangle } from "../core/workbook";
import { isUnread, type CheckedFile, type ExplainedFinding, type FileReport, type Finding } from "./file-report";
import { dayText, ruleTitle, type ReportFacts } from "./report-facts";
import { rowsText } from "./table-words";
import { toldText } from "./told-text";

/** Excel's own limit is 32,767 characters a cell; nobody reads as many. */
const longestText = 2000;

const words = {
  findings: { zh: "问题清单", en: "Findings" },
  findingHeaders: {
    zh: ["序号", "文件", "工作表", "单元格", "级别", "问题", "修改建议", "规则", "情况说明"],
    en: ["No.", "File", "Sheet", "Cell", "Severity", "Finding", "Suggestion", "Rule", "Reason given"],
  },
  summary: { zh: "汇总", en: "Summary" },
  summaryTitle: { zh: "核查情况汇总", en: "Summary of a check" },
  findingsTitle: { zh: "核查问题清单", en: "Findings of a check" },
  fileHeaders: { zh: ["文件", "内容", "强制", "核实", "提示", "已说明", "备注"], en: ["File", "Holds", "To mend", "To confirm", "Notes", "With a reason", "Remark"] },
  ruleHeaders: { zh: ["规则", "为什么要查", "强制", "核实", "提示", "已说明", "涉及文件"], en: ["Rule", "Why it is there", "To mend", "To confirm", "Notes", "With a reason", "Files"] },
  total: { zh: "合计", en: "Total" },
  asOf: (day: string): Text => ({ zh: `核查日期：${day}`, en: `As of ${day}` }),
  unread: { zh: "未能核查：", en: "Not checked: " },
  noTables: { zh: "没有认出任务清单或指标表", en: "No task list or indicator sheet was recognised" },
};

/** `check --format xlsx`: worksheets of every finding and of their counts by file and by rule. More than a worksheet takes go on in the next. */
export function reportSheets(reports: readonly FileReport[], facts: ReportFacts): AddSheet[] {
  return [summarySheet(reports, facts), ...findingSheets(reports, facts)];
}

/** A filter on each list of findings, for whoever wants those of one file or one rule. */
export function reportFilters(sheets: readonly AddSheet[]): Edit[] {
  return sheets.slice(1).map(({ sheet, cells }) => ({ kind: "set-filter", sheet, before: null, after: { top: 1, left: 0, bottom: Math.max(cells.length - 1, 1), right: findingWidths.length - 1 } }));
}

const findingWidths = [6, 24, 14, 8, 8, 52, 40, 24, 30];
const rowsBefore = 2;

function findingSheets(reports: readonly FileReport[], facts: ReportFacts): AddSheet[] {
  const { language } = facts;
  const lines = findingLines(reports, facts);
  const most = maxRows - rowsBefore;
  return Array.from({ length: Math.max(1, Math.ceil(lines.length / most)) }, (_, index) => {
    const name = `${words.findings[language]}${index === 0 ? "" : String(index + 1)}`;
    const cells: Contents = [[`${words.findingsTitle[language]}${ownMark}`], words.findingHeaders[language], ...lines.slice(index * most, (index + 1) * most)];
    return { kind: "add-sheet", sheet: name, cells, layout: tableLayout(findingWidths, [{ top: 1, bottom: cells.length - 1 }], 2) };
  });
}

function findingLines(reports: readonly FileReport[], facts: ReportFacts): CellContent[][] {
  const lines: CellContent[][] = [];
  const add = (file: string, finding: Finding | ExplainedFinding): void => {
    lines.push([lines.length + 1, ...lineOf(file, finding, facts)]);
  };
  for (const report of reports) {
    if (isUnread(report)) continue;
    for (const finding of report.findings) add(report.file, finding);
    for (const finding of report.explained) add(report.file, finding);
  }
  return lines;
}

function lineOf(file: string, finding: Finding | ExplainedFinding, facts: ReportFacts): CellContent[] {
  const { language } = facts;
  const told = (text: string): string | null => (text === "" ? null : toldText(text, longestText, language));
  const { sheet, address, severity, message, fixes, rule } = finding;
  const reason = "reason" in finding ? (language === "zh" ? `${finding.reason}（${finding.asOf}）` : `${finding.reason} (${finding.asOf})`) : "";
  const suggestion = fixes.map(({ title }) => title[language]).join(language === "zh" ? "；" : "; ");
  return [told(file), told(sheet), address, severityNames[severity][language], told(message[language]), told(suggestion), ruleTitle(facts, rule), told(reason)];
}

const summaryWidths = [34, 46, 8, 8, 8, 9, 40];

function summarySheet(reports: readonly FileReport[], facts: ReportFacts): AddSheet {
  const { language, asOf } = facts;
  const files = [words.fileHeaders[language], ...reports.map((report) => fileLine(report, facts)), totalLine(reports, facts)];
  const rules = [words.ruleHeaders[language], ...ruleLines(reports, facts)];
  const cells: Contents = [[`${words.summaryTitle[language]}${ownMark}`], [words.asOf(dayText(asOf, facts))[language]], ...files, [], ...rules];
  const top = rowsBefore + files.length + 1;
  const layout = tableLayout(summaryWidths, [{ top: rowsBefore, bottom: rowsBefore + files.length - 1 }, { top, bottom: top + rules.length - 1 }], 0);
  return { kind: "add-sheet", sheet: words.summary[language], cells, layout };
}

function fileLine(report: FileReport, { language }: ReportFacts): CellContent[] {
  const file = toldText(report.file, longestText, language);
  if (isUnread(report)) return [file, null, null, null, null, null, toldText(words.unread[language] + report.error[language], longestText, language)];
  const tables = report.tables.map((table) => `${table.title[language]} ${table.sheet}!${table.address} ${rowsText(table)[language]}`).join("\n");
  return [file, tables === "" ? null : toldText(tables, longestText, language), ...countsOf([report]), tables === "" ? words.noTables[language] : null];
}

function totalLine(reports: readonly FileReport[], { language }: ReportFacts): CellContent[] {
  return [words.total[language], null, ...countsOf(reports), null];
}

function countsOf(reports: readonly FileReport[]): number[] {
  const checked = reports.filter((report): report is CheckedFile => !isUnread(report));
  const counts = checked.map(({ findings }) => countBySeverity(findings));
  const sum = (of: Severity): number => counts.reduce((total, count) => total + count[of], 0);
  return [...severities.map(sum), checked.reduce((total, { explained }) => total + explained.length, 0)];
}

type RuleCounts = { readonly counts: { [S in Severity]: number }; explained: number; readonly files: Set<string> };

function ruleLines(reports: readonly FileReport[], { rules, language }: ReportFacts): CellContent[][] {
  const byRule = new Map<string, RuleCounts>();
  const countsOfRule = (rule: string, file: string): RuleCounts => {
    const known = byRule.get(rule) ?? { counts: { error: 0, warning: 0, info: 0 }, explained: 0, files: new Set() };
    known.files.add(file);
    byRule.set(rule, known);
    return known;
  };
  for (const report of reports) {
    if (isUnread(report)) continue;
    for (const { rule, severity } of report.findings) countsOfRule(rule, report.file).counts[severity] += 1;
    for (const { rule } of report.explained) countsOfRule(rule, report.file).explained += 1;
  }
  const why = new Map(rules.map(({ id, description }) => [id, description[language]]));
  return [...byRule]
    .sort(([, a], [, b]) => b.counts.error - a.counts.error || b.counts.warning - a.counts.warning || b.counts.info - a.counts.info)
    .map(([rule, { counts, explained, files }]) => [rule, why.get(rule) ?? null, ...severities.map((severity) => counts[severity]), explained, files.size]);
}

/** A title over whole tables, each with its header on top; `frozenRows` also stand on every page. */
function tableLayout(widths: readonly number[], tables: readonly Pick<Rectangle, "top" | "bottom">[], frozenRows: number): SheetLayout {
  const right = widths.length - 1;
  const looks: { range: Rectangle; look: CellLook }[] = [{ range: { top: 0, left: 0, bottom: 0, right }, look: "title" }];
  for (const { top, bottom } of tables) {
    looks.push({ range: { top, left: 0, bottom: top, right }, look: "header" });
    if (bottom > top) looks.push({ range: { top: top + 1, left: 0, bottom, right }, look: "body" });
  }
  return {
    widths,
    looks,
    merges: [{ top: 0, left: 0, bottom: 0, right }],
    ...(frozenRows === 0 ? {} : { frozenRows }),
    print: { landscape: true, ...(frozenRows === 0 ? {} : { repeatRows: { first: frozenRows - 1, last: frozenRows - 1 } }) },
  };
}
