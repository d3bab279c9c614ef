import { severities, severityNames } from "../../core/diagnostic";
import type { Text } from "../../core/text";
import type { ExplainedFinding, Finding } from "../file-report";
import { ruleTitle, type ReportFacts } from "../report-facts";
import { toldText } from "../told-text";
import { severityMark } from "./charts";
import { markup, nothing, type Markup } from "./markup";

/** A million-character cell stays one row of the table. */
const longestText = 300;

const words = {
  cell: { zh: "单元格", en: "Cell" },
  finding: { zh: "问题", en: "Finding" },
  suggestion: { zh: "修改建议", en: "Suggestion" },
  reason: { zh: "情况说明", en: "Reason given" },
  safe: { zh: "（可自动修改）", en: " (can be done automatically)" },
  places: (count: number): Text => ({ zh: `${count} 处`, en: String(count) }),
  rule: { zh: "规则：", en: "Rule: " },
  explained: { zh: "已作情况说明", en: "With a reason given" },
  left: (shown: number, left: number): Text => ({
    zh: `为便于阅读，这里只列出最要紧的 ${shown} 处，另有 ${left} 处没有列出。全部问题可导出为工作簿：qingdan check … --format xlsx --output 问题清单.xlsx`,
    en: `To stay readable this lists the ${shown} gravest; ${left} more are not shown. All of them go into a workbook: qingdan check … --format xlsx --output findings.xlsx`,
  }),
};

/** The findings by severity, then by sheet; no more than `most`, the gravest first, and a sentence on the others. */
export function findingTables(findings: readonly Finding[], most: number, facts: ReportFacts): Markup {
  const { language } = facts;
  let room = most;
  const parts = severities.flatMap((severity) => {
    const all = findings.filter((finding) => finding.severity === severity);
    const shown = all.slice(0, room);
    room -= shown.length;
    if (shown.length === 0) return [];
    const heading = markup`<h3>${severityMark(severity)} ${severityNames[severity][language]} <span class="quiet">${words.places(all.length)[language]}</span></h3>`;
    return [markup`${heading}${bySheet(shown).map(([sheet, rows]) => findingTable(sheet, rows, facts))}`];
  });
  const left = Math.max(findings.length - most, 0);
  return markup`${left === 0 ? nothing : markup`<p class="notice">${words.left(findings.length - left, left)[language]}</p>`}${parts}`;
}

/** Those that may stand, each with its reason. */
export function explainedTables(findings: readonly ExplainedFinding[], most: number, facts: ReportFacts): Markup {
  if (findings.length === 0) return nothing;
  const { language } = facts;
  const shown = findings.slice(0, most);
  const notice = shown.length === findings.length ? nothing : markup`<p class="notice">${words.left(shown.length, findings.length - shown.length)[language]}</p>`;
  return markup`<h3>${words.explained[language]} <span class="quiet">${words.places(findings.length)[language]}</span></h3>${notice}${bySheet(shown).map(([sheet, rows]) => explainedTable(sheet, rows, facts))}`;
}

function bySheet<F extends Finding>(findings: readonly F[]): [string, F[]][] {
  const sheets = new Map<string, F[]>();
  for (const finding of findings) {
    const known = sheets.get(finding.sheet);
    if (known === undefined) sheets.set(finding.sheet, [finding]);
    else known.push(finding);
  }
  return [...sheets];
}

function findingTable(sheet: string, findings: readonly Finding[], facts: ReportFacts): Markup {
  const { language } = facts;
  const hasFixes = findings.some(({ fixes }) => fixes.length > 0);
  const rows = findings.map((finding) => row(finding, hasFixes ? markup`<td role="cell" class="fix" data-label="${words.suggestion[language]}">${fixList(finding, facts)}</td>` : nothing, facts));
  return table(sheet, findings.length, hasFixes ? markup`<th role="columnheader" scope="col" class="fix">${words.suggestion[language]}</th>` : nothing, rows, facts);
}

function explainedTable(sheet: string, findings: readonly ExplainedFinding[], facts: ReportFacts): Markup {
  const { language } = facts;
  const rows = findings.map((finding) => row(finding, markup`<td role="cell" class="fix" data-label="${words.reason[language]}">${toldText(finding.reason, longestText, language)} <span class="why">${finding.asOf}</span></td>`, facts));
  return table(sheet, findings.length, markup`<th role="columnheader" scope="col" class="fix">${words.reason[language]}</th>`, rows, facts);
}

// a narrow screen shows rows as blocks, which takes their meaning from them: the roles keep it
function table(sheet: string, count: number, lastHeader: Markup, rows: readonly Markup[], { language }: ReportFacts): Markup {
  return markup`<table class="findings" role="table"><caption>${toldText(sheet, longestText, language)}<span class="quiet"> ${words.places(count)[language]}</span></caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col" class="cell">${words.cell[language]}</th><th role="columnheader" scope="col">${words.finding[language]}</th>${lastHeader}</tr></thead><tbody role="rowgroup">${rows}</tbody></table>`;
}

function row({ address, message, rule }: Finding, last: Markup, facts: ReportFacts): Markup {
  const { language } = facts;
  return markup`<tr role="row"><th role="rowheader" scope="row">${address}</th><td role="cell">${toldText(message[language], longestText, language)}<span class="why">${words.rule[language]}<a href="#rule-${rule}">${ruleTitle(facts, rule)}</a></span></td>${last}</tr>
`;
}

function fixList({ fixes }: Finding, { language }: ReportFacts): Markup {
  const texts = fixes.map(({ title, safe }) => `${toldText(title[language], longestText, language)}${safe ? words.safe[language] : ""}`);
  const [only] = texts;
  if (only === undefined) return nothing;
  return texts.length === 1 ? markup`${only}` : markup`<ul>${texts.map((text) => markup`<li>${text}</li>`)}</ul>`;
}
