import { countBySeverity, severities, severityNames, type Counts } from "../../core/diagnostic";
import type { Text } from "../../core/text";
import { fileName, fileTitle } from "../file-names";
import { isUnread, type CheckedFile, type FileReport, type UnreadFile } from "../file-report";
import { opinionOn } from "../opinion";
import { dayText, type ReportFacts } from "../report-facts";
import { noTables, rowsText } from "../table-words";
import { toldText } from "../told-text";
import { addLights, findingChart, severityMark, taskChart } from "./charts";
import { explainedTables, findingTables } from "./findings";
import { markup, nothing, type Markup } from "./markup";
import { opinionMarkup } from "./opinion";
import { styleOf } from "./style";

/** A browser shows so many rows at once without making anybody wait. */
const mostFindings = 3000;

/** More files than these are told of in the table of all files alone. */
const mostFiles = 200;

const longestName = 300;

const words = {
  title: { zh: "清单核查报告", en: "Report of a check" },
  about: (name: string): Text => ({ zh: `清单核查报告：${name}`, en: `Report of a check: ${name}` }),
  files: (count: number): Text => ({ zh: `${count} 个文件`, en: `${count} files` }),
  asOf: (day: string): Text => ({ zh: `核查日期：${day}`, en: `As of ${day}` }),
  meaning: {
    zh: "强制的问题报送前必须修改；核实的问题属实可以保留，须写情况说明；提示供参考。",
    en: "What is to mend must be mended before submission; what is to confirm may stand with a written reason; notes are to be considered.",
  },
  overview: { zh: "各文件情况", en: "File by file" },
  unread: { zh: "未能核查的文件", en: "Files that were not checked" },
  file: { zh: "文件", en: "File" },
  explained: { zh: "已说明", en: "With a reason" },
  tables: { zh: "核查的表", en: "Tables checked" },
  clean: { zh: "没有发现问题。", en: "Nothing to mend." },
  opinion: { zh: "审核意见", en: "Review" },
  copy: { zh: "点一下即选中全文，可复制到回复里。", en: "A click selects all of it, to be copied into a reply." },
  rules: { zh: "规则说明", en: "The rules" },
  filesLeft: (shown: number, left: number): Text => ({
    zh: `为便于阅读，下面只详列问题最要紧的 ${shown} 个文件，另有 ${left} 个只列在上表。全部问题可导出为工作簿：qingdan check … --format xlsx --output 问题清单.xlsx`,
    en: `To stay readable the ${shown} files with the gravest findings follow in full; ${left} more stand in the table above alone. All findings go into a workbook: qingdan check … --format xlsx --output findings.xlsx`,
  }),
  made: (version: string): Text => ({ zh: `由清单核查 ${version} 在本机生成，内容没有离开这台电脑。`, en: `Made by 清单核查 (qingdan) ${version} on this machine; nothing has left it.` }),
};

/** `check --format html`: one file that needs nothing else, to be read on a screen or printed. */
export function stringifyHtml(reports: readonly FileReport[], facts: ReportFacts): string {
  const { language, version, asOf } = facts;
  const checked = reports.filter((report): report is CheckedFile => !isUnread(report));
  const unread = reports.filter(isUnread);
  const files = gravest(checked);
  const most = mostOfFile(files.map(({ report }) => report.findings.length));
  const [only] = reports;
  const subject = only !== undefined && reports.length === 1 ? toldText(fileTitle(only.file), longestName, language) : words.files(reports.length)[language];
  const page = markup`<!DOCTYPE html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.about(subject)[language]}</title>
<style>${{ markup: styleOf(language) }}</style>
</head>
<body>
<header><h1>${words.about(subject)[language]}</h1><p>${words.asOf(dayText(asOf, facts))[language]}</p><p class="quiet">${words.meaning[language]}</p></header>
<main>
${unreadSection(unread, facts)}
${reports.length > 1 ? overview(checked, new Set(files.map(({ id }) => id)), facts) : nothing}
${files.map(({ report, id }) => fileSection(report, id, most, facts))}
${rulesSection(checked, facts)}
</main>
<footer class="quiet">${words.made(version)[language]}</footer>
</body>
</html>
`;
  return page.markup;
}

type ToldFile = { readonly report: CheckedFile; readonly id: string };

/** The files that are told of in full, as they came. */
function gravest(checked: readonly CheckedFile[]): ToldFile[] {
  const files = checked.map((report, index) => ({ report, id: idOf(index), counts: countBySeverity(report.findings) }));
  const byGravity = [...files].sort(({ counts: a }, { counts: b }) => b.error - a.error || b.warning - a.warning || b.info - a.info);
  const told = new Set(byGravity.slice(0, mostFiles));
  return files.filter((file) => told.has(file));
}

function idOf(index: number): string {
  return `file-${index + 1}`;
}

/** How many each file may show, so that all together stay readable: files with few leave their room to the others. */
function mostOfFile(counts: readonly number[]): number {
  let room = mostFindings;
  const sorted = [...counts].sort((a, b) => a - b);
  for (const [index, count] of sorted.entries()) {
    const share = Math.floor(room / (sorted.length - index));
    if (count > share) return share;
    room -= count;
  }
  return mostFindings;
}

function unreadSection(unread: readonly UnreadFile[], { language }: ReportFacts): Markup {
  if (unread.length === 0) return nothing;
  const items = unread.map(({ file, error }) => markup`<li><b>${toldText(file, longestName, language)}</b> ${toldText(error[language], longestName, language)}</li>`);
  return markup`<section><h2>${words.unread[language]} <span class="quiet">${unread.length}</span></h2><ul class="notice unread">${items}</ul></section>`;
}

function overview(checked: readonly CheckedFile[], told: ReadonlySet<string>, { language }: ReportFacts): Markup {
  if (checked.length === 0) return nothing;
  const counts = checked.map(({ findings }) => countBySeverity(findings));
  const headers = severities.map((severity) => markup`<th scope="col" class="number">${severityNames[severity][language]}</th>`);
  const rows = checked.map(({ file, explained }, index) => {
    const numbers = severities.map((severity) => markup`<td class="number">${counts[index]?.[severity] ?? 0}</td>`);
    const name = toldText(file, longestName, language);
    return markup`<tr><td>${told.has(idOf(index)) ? markup`<a href="#${idOf(index)}">${name}</a>` : name}</td>${numbers}<td class="number">${explained.length}</td></tr>`;
  });
  const total = severities.reduce<Counts>((sums, severity) => ({ ...sums, [severity]: counts.reduce((sum, count) => sum + count[severity], 0) }), { error: 0, warning: 0, info: 0 });
  const notice = told.size === checked.length ? nothing : markup`<p class="notice">${words.filesLeft(told.size, checked.length - told.size)[language]}</p>`;
  return markup`<section><h2>${words.overview[language]}</h2><div class="charts">${findingChart(total, language)}${taskChart(addLights(checked.map(({ lights }) => lights)), language)}</div><table><thead><tr><th scope="col">${words.file[language]}</th>${headers}<th scope="col" class="number">${words.explained[language]}</th></tr></thead><tbody>${rows}</tbody></table>${notice}</section>`;
}

function fileSection(report: CheckedFile, id: string, most: number, facts: ReportFacts): Markup {
  const { language } = facts;
  const { file, findings, explained, lights } = report;
  const name = toldText(fileName(file), longestName, language);
  const path = name === file ? nothing : markup`<p class="quiet">${toldText(file, longestName, language)}</p>`;
  const clean = findings.length === 0 ? markup`<p>${words.clean[language]}</p>` : nothing;
  return markup`<section class="file" id="${id}"><h2>${name}</h2>${path}${tableList(report, facts)}<div class="charts">${findingChart(countBySeverity(findings), language)}${taskChart(lights, language)}</div>${clean}${findingTables(findings, most, facts)}${explainedTables(explained, most, facts)}
<h3>${words.opinion[language]}</h3><p class="quiet screen">${words.copy[language]}</p>${opinionMarkup(opinionOn(report, facts), language)}</section>
`;
}

function tableList({ tables }: CheckedFile, { language }: ReportFacts): Markup {
  if (tables.length === 0) return markup`<p class="notice">${noTables[language]}</p>`;
  const items = tables.map((table) => markup`<li>${table.title[language]} ${toldText(table.sheet, longestName, language)}!${table.address} ${rowsText(table)[language]}</li>`);
  return markup`<ul aria-label="${words.tables[language]}">${items}</ul>`;
}

/** Of the rules that speak in this report, why they are there. */
function rulesSection(checked: readonly CheckedFile[], { rules, language }: ReportFacts): Markup {
  const spoken = new Set(checked.flatMap(({ findings, explained }) => [...findings, ...explained].map(({ rule }) => rule)));
  if (spoken.size === 0) return nothing;
  const told = rules.filter(({ id }) => spoken.has(id));
  const items = told.map(({ id, severity, description }) => markup`<dt id="rule-${id}">${severityMark(severity)} ${severityNames[severity][language]} <code>${id}</code></dt><dd>${description[language]}</dd>`);
  return markup`<section><h2>${words.rules[language]}</h2><dl>${items}</dl></section>`;
}
