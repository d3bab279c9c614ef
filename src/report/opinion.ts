import { severities, type Severity } from "../core/diagnostic";
import type { Language, Text } from "../core/text";
import { fileTitle } from "./file-names";
import { isUnread, type CheckedFile, type ExplainedFinding, type FileReport, type Finding } from "./file-report";
import { dayText, type ReportFacts } from "./report-facts";
import { rowsText } from "./table-words";
import { toldText } from "./told-text";

/** A paragraph of its own under a heading; `items` are numbered from 1. */
export type OpinionPart = { readonly heading: string; readonly items: readonly string[] };

/** 审核意见 on one file, as it is pasted into a reply. */
export type Opinion = { readonly title: string; readonly lead: string; readonly parts: readonly OpinionPart[]; readonly close: string };

/** Of one rule so many are told one by one; the places of the others stand after them. */
const mostAlike = 3;

const mostPlaces = 20;

const grave = ["error", "warning"] as const;

const longestText = 300;

const words = {
  title: (name: string): Text => ({ zh: `关于《${name}》的审核意见`, en: `Review of “${name}”` }),
  unread: (name: string, error: Text): Text => ({ zh: `《${name}》未能核查：${error.zh}。`, en: `“${name}” could not be checked: ${error.en}.` }),
  lead: (name: string, day: string, contents: string): Text => ({ zh: `经核查（按${day}计），《${name}》${contents}`, en: `As of ${day}, “${name}” ${contents}` }),
  holds: (rows: string): Text => ({ zh: `共${rows}，`, en: `holds ${rows}; ` }),
  noTables: { zh: "没有认出任务清单或指标表，只核查了公式等通用内容，", en: "holds no task list or indicator sheet that was recognised, so that only formulas and the like were checked; " },
  counts: { error: { zh: "须修改的问题", en: "to mend" }, warning: { zh: "需核实的问题", en: "to confirm" } },
  found: (counts: string, notes: number): Text => ({ zh: `发现${counts}${notes === 0 ? "" : `，另有提示${notes}处`}。`, en: `${counts}${notes === 0 ? "" : `, and ${notes} notes`}.` }),
  clean: (notes: number): Text => (notes === 0 ? { zh: "未发现问题。", en: "nothing was found to mend." } : { zh: `未发现须修改或需核实的问题，有提示${notes}处。`, en: `nothing to mend or to confirm, ${notes} notes.` }),
  headings: {
    error: (count: number): Text => ({ zh: `须修改的问题（${count}处）`, en: `To mend (${count})` }),
    warning: (count: number): Text => ({ zh: `需核实的问题（${count}处，属实的请附情况说明）`, en: `To confirm (${count}; what is right may stand with a written reason)` }),
    info: (count: number): Text => ({ zh: `提示（${count}处，供修改时参考）`, en: `Notes (${count}, to be considered)` }),
  },
  explained: (count: number): Text => ({ zh: `已作情况说明的问题（${count}处）`, en: `With a reason given (${count})` }),
  advice: (titles: string): Text => ({ zh: `建议：${titles}。`, en: ` Suggested: ${titles}.` }),
  alike: (count: number, places: string): Text => ({ zh: `另有同类问题${count}处（${places}）。`, en: ` ${count} more like it (${places}).` }),
  andMore: { zh: "等", en: " and others" },
  reason: ({ reason }: ExplainedFinding, day: string): Text => ({ zh: `说明（${day}）：${reason}`, en: ` Reason (${day}): ${reason}` }),
  close: {
    error: { zh: "请按上述意见修改后重新报送。", en: "Please mend the above and send it again." },
    warning: { zh: "请对上述问题逐一核实，属实的附情况说明。", en: "Please confirm the above one by one and give reasons for what may stand." },
  },
};

export function opinionOn(report: FileReport, facts: ReportFacts): Opinion {
  const { language } = facts;
  const name = toldText(fileTitle(report.file), longestText, language);
  const title = words.title(name)[language];
  if (isUnread(report)) return { title, lead: words.unread(name, report.error)[language], parts: [], close: "" };
  const bySeverity = severities.map((severity) => [severity, report.findings.filter((finding) => finding.severity === severity)] as const).filter(([, findings]) => findings.length > 0);
  const parts = bySeverity.map(([severity, findings]) => ({ heading: words.headings[severity](findings.length)[language], items: itemsOf(findings, language) }));
  const explained = report.explained.length === 0 ? [] : [{ heading: words.explained(report.explained.length)[language], items: explainedItems(report.explained, language) }];
  return {
    title,
    lead: words.lead(name, dayText(facts.asOf, facts), contentsOf(report, bySeverity, language))[language],
    parts: [...parts, ...explained],
    close: closeOf(bySeverity.map(([severity]) => severity), language),
  };
}

function contentsOf({ tables }: CheckedFile, bySeverity: readonly (readonly [Severity, readonly Finding[]])[], language: Language): string {
  const holds = tables.length === 0 ? words.noTables[language] : words.holds(holdings(tables, language))[language];
  const counts = new Map(bySeverity.map(([severity, { length }]) => [severity, length]));
  const found = grave.flatMap((severity) => {
    const count = counts.get(severity) ?? 0;
    return count === 0 ? [] : [language === "zh" ? `${words.counts[severity].zh}${count}处` : `${count} ${words.counts[severity].en}`];
  });
  const notes = counts.get("info") ?? 0;
  if (found.length === 0) return holds + words.clean(notes)[language];
  return holds + words.found(found.join(language === "zh" ? "、" : ", "), notes)[language];
}

/** Tables of one kind are counted together. */
function holdings(tables: CheckedFile["tables"], language: Language): string {
  const sums = new Map<string, CheckedFile["tables"][number]>();
  for (const table of tables) {
    const key = table.kind === "task-list" ? table.kind : `${table.kind} ${String(table.subject === "indicator")}`;
    sums.set(key, { ...table, rows: table.rows + (sums.get(key)?.rows ?? 0) });
  }
  return [...sums.values()].map((table) => rowsText(table)[language].replace(/(?<=\d) (?=[\u4e00-\u9fff])/, "")).join(language === "zh" ? "、" : ", ");
}

function itemsOf(findings: readonly Finding[], language: Language): string[] {
  return alike(findings).flatMap((same) => {
    const told = same.length > mostAlike ? same.slice(0, 1) : same;
    const others = same.slice(told.length);
    return told.map((finding) => `${sentence(finding, language)}${advice(finding, language)}${others.length === 0 ? "" : words.alike(others.length, placesOf(others, language))[language]}`);
  });
}

/** Those of one rule together, in the order in which rules first speak. */
function alike<F extends Finding>(findings: readonly F[]): F[][] {
  const groups = new Map<string, F[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group === undefined) groups.set(finding.rule, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

function explainedItems(findings: readonly ExplainedFinding[], language: Language): string[] {
  const groups = new Map<string, ExplainedFinding[]>();
  for (const finding of findings) {
    const key = `${finding.rule}\n${finding.asOf}\n${finding.reason}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].map(([first, ...others]) => {
    if (first === undefined) return "";
    const more = others.length === 0 ? "" : words.alike(others.length, placesOf(others, language))[language];
    return `${sentence(first, language)}${more}${ended(toldText(words.reason(first, dayText(first.asOf, { language }))[language], longestText, language), language)}`;
  });
}

function sentence({ message, sheet, address }: Finding, language: Language): string {
  const text = toldText(message[language], longestText, language).replace(/\s+/g, " ").replace(/[。.]+$/, "");
  const place = toldText(`${sheet}!${address}`, longestText, language);
  return language === "zh" ? `${text}（${place}）。` : `${text} (${place}).`;
}

function advice({ fixes }: Finding, language: Language): string {
  if (fixes.length === 0) return "";
  const titles = fixes.map(({ title }) => toldText(title[language], longestText, language).replace(/\s+/g, " "));
  return words.advice(titles.join(language === "zh" ? "；或" : "; or "))[language];
}

/** The sheet is named where it changes: 责任分工!F4、F17、F20. */
function placesOf(findings: readonly Finding[], language: Language): string {
  const told = findings.slice(0, mostPlaces);
  const places = told.map(({ sheet, address }, index) => (sheet === told[index - 1]?.sheet ? address : `${sheet}!${address}`));
  return `${toldText(places.join(language === "zh" ? "、" : ", "), longestText * 4, language)}${findings.length > told.length ? words.andMore[language] : ""}`;
}

function closeOf(found: readonly Severity[], language: Language): string {
  const gravest = found.find((severity): severity is "error" | "warning" => severity !== "info");
  return gravest === undefined ? "" : words.close[gravest][language];
}

function ended(text: string, language: Language): string {
  const stop = language === "zh" ? "。" : ".";
  return /[。.！？!?]$/.test(text) ? text : `${text}${stop}`;
}

const chineseDigits = ["一", "二", "三", "四"];

/** 一、 in Chinese, 1. in English: parts never pass four. */
export function partNumber(index: number, language: Language): string {
  return language === "zh" ? `${chineseDigits[index] ?? String(index + 1)}、` : `${["I", "II", "III", "IV"][index] ?? String(index + 1)}. `;
}

/** `check --format opinion`: plain text, one opinion a file, to be pasted as it is. */
export function stringifyOpinions(reports: readonly FileReport[], facts: ReportFacts): string {
  return `${reports.map((report) => textOf(opinionOn(report, facts), facts.language)).join("\n\n")}\n`;
}

function textOf({ title, lead, parts, close }: Opinion, language: Language): string {
  const lines = parts.flatMap(({ heading, items }, index) => [`${partNumber(index, language)}${heading}`, ...items.map((item, number) => `${number + 1}.${language === "zh" ? "" : " "}${item}`)]);
  return [title, "", lead, ...lines, ...(close === "" ? [] : [close])].join("\n");
}
