import type { Diagnostic } from "../core/diagnostic";
import type { Change, Edit } from "../core/edit";
import { keepText } from "../core/kept";
import type { CheckContext } from "../core/rule";
import type { Table } from "../core/table";
import type { Settings } from "../core/settings";
import type { Text } from "../core/text";
import { contentAt, type Workbook, type Worksheet } from "../core/workbook";
import { categoriesOf, summariseByCategory } from "./by-category";
import { summariseByDeadline } from "./by-deadline";
import { listIndicators } from "./by-indicator";
import { summariseByLeadUnit } from "./by-lead-unit";
import { mapTitle } from "./deadline-map";
import { deadlineMapSheet } from "./deadline-map-sheet";
import { listFindings, type ExplainedFinding } from "./findings-sheet";
import type { LiveList } from "./live-list";
import { placeSummary, summaryIn } from "./place-summary";
import { summaryContext, type SummaryContext } from "./summary-context";
import type { SummaryId, SummarySheet } from "./summary-sheet";
import { crossUnitsAndCategories } from "./unit-by-category";
import { unitsOfTasks } from "./units-of-tasks";

/** What can be asked for; the map of deadlines comes by itself. */
export type SummaryChoice = Exclude<SummaryId, "deadline-map">;

export type SummaryInput = {
  readonly workbook: Workbook;
  readonly tables: readonly Table[];
  readonly settings: Settings;
  /** Without those that are explained. */
  readonly diagnostics: readonly Diagnostic[];
  readonly explained: readonly ExplainedFinding[];
  readonly describeRule: (id: string) => Text;
};

export const summaryNames: { readonly [I in SummaryId]: { readonly sheet: string; readonly title: string; readonly text: Text } } = {
  "lead-unit": { sheet: "按牵头单位", title: "按牵头单位汇总", text: { zh: "按牵头单位", en: "By lead unit" } },
  deadline: { sheet: "按完成时限", title: "按完成时限汇总", text: { zh: "按完成时限", en: "By deadline" } },
  category: { sheet: "按任务分类", title: "按任务分类汇总", text: { zh: "按任务分类", en: "By category" } },
  "unit-by-category": { sheet: "单位×分类", title: "牵头单位与任务分类对照", text: { zh: "单位×分类", en: "Units by category" } },
  findings: { sheet: "问题清单", title: "问题清单", text: { zh: "问题清单", en: "Findings" } },
  indicator: { sheet: "指标完成情况", title: "指标完成情况", text: { zh: "指标完成情况", en: "Indicators" } },
  "deadline-map": { sheet: "时限对照", title: mapTitle, text: { zh: "时限对照", en: "Deadlines as read" } },
};

/** What is to be done, and the summaries for which there is nothing to count or whose sheet somebody has changed. */
export type Summarised = { readonly changes: readonly Change[]; readonly left: readonly { readonly id: SummaryId; readonly reason: "nothing" | "changed-columns" }[] };

/** Makes the summaries as sheets, or brings them up to date where they are. */
export function summarise(input: SummaryInput, choices: readonly SummaryChoice[]): Summarised {
  const { workbook, tables, settings } = input;
  const context: CheckContext = { workbook, tables, settings };
  const summary = summaryContext(context, sheetNames(workbook), linesToCount);
  const sheets = choices.map((id) => ({ id, sheet: sheetOf(id, summary, input) }));
  const counts = sheets.some(({ id, sheet }) => sheet !== undefined && countsByDeadline.has(id)) || summaryIn(workbook, summaryNames["deadline-map"].title) !== undefined;
  const map = counts ? deadlineMapSheet(summary) : undefined;
  const edits: Edit[] = [];
  const made: SummaryId[] = [];
  const left: Summarised["left"][number][] = [];
  for (const { id, sheet } of [...sheets, ...(map === undefined ? [] : [{ id: "deadline-map" as const, sheet: map }])]) {
    const placed = sheet === undefined ? undefined : placeSummary(workbook, sheet, settings.lights);
    if (placed === undefined) left.push({ id, reason: sheet === undefined ? "nothing" : "changed-columns" });
    else if (placed.length > 0) {
      edits.push(...placed);
      made.push(id);
    }
  }
  return { changes: edits.length === 0 ? [] : [{ title: titleOf(made), edits: [...edits, ...keepText(workbook, summariesKey, summariesText)] }], left };
}

/** Kept while summaries are there, so that a file knows to be as it was once they are gone. */
const summariesKey = "summaries";
const summariesText = JSON.stringify({ version: 1 });

const countsByDeadline: ReadonlySet<SummaryId> = new Set<SummaryId>(["lead-unit", "deadline", "category"]);

function titleOf(made: readonly SummaryId[]): Text {
  const shown = made.filter((id) => id !== "deadline-map");
  const names = (shown.length === 0 ? made : shown).map((id) => summaryNames[id].text);
  return { zh: `生成汇总表：${names.map(({ zh }) => zh).join("、")}`, en: `Make summaries: ${names.map(({ en }) => en).join(", ")}` };
}

function sheetOf(id: SummaryChoice, summary: SummaryContext, { diagnostics, explained, describeRule }: SummaryInput): SummarySheet | undefined {
  if (id === "findings") return listFindings(summary, diagnostics, explained, (rule) => describeRule(rule).zh);
  if (id === "indicator") return listIndicators(summary);
  if (summary.lists.length === 0) return undefined;
  switch (id) {
    case "lead-unit":
      return summariseByLeadUnit(summary);
    case "deadline":
      return summariseByDeadline(summary);
    case "category":
      return summariseByCategory(summary);
    case "unit-by-category":
      return crossUnitsAndCategories(summary);
  }
}

function linesToCount(lists: readonly LiveList[]): number {
  return unitsOfTasks(lists).units.length + categoriesOf({ lists }).length;
}

/** Each summary's sheet: the one that is there, else a name that is free. */
function sheetNames(workbook: Workbook): (id: SummaryId) => string {
  const taken = new Set(workbook.worksheets.map(({ name }) => name.toLowerCase()));
  return (id) => {
    const { sheet, title } = summaryNames[id];
    const known = summaryIn(workbook, title);
    if (known !== undefined) return known.name;
    let free = sheet;
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${sheet}${number}`;
    return free;
  };
}

/** Takes every summary out again, and nothing else. */
export function clearSummaries(workbook: Workbook): Change[] {
  const sheets = Object.values(summaryNames).flatMap(({ title }) => summaryIn(workbook, title) ?? []);
  if (sheets.length === 0) return [];
  return [{ title: { zh: `删除汇总表：${sheets.map(({ name }) => name).join("、")}`, en: `Take out the summaries: ${sheets.map(({ name }) => name).join(", ")}` }, edits: [...sheets.map((worksheet): Edit => ({ kind: "delete-sheet", sheet: worksheet.name, before: contentsOf(worksheet) })), ...keepText(workbook, summariesKey, null)] }];
}

function contentsOf(worksheet: Worksheet) {
  return Array.from({ length: worksheet.rowCount }, (_, row) => Array.from({ length: worksheet.columnCount }, (__, column) => contentAt(worksheet, row, column)));
}
