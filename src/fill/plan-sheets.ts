import type { Change } from "../core/edit";
import type { Plan, PlanTask } from "../document/plan";
import type { DeadlineContext } from "../language/deadline";
import { yearOf } from "../language/calendar";
import type { FillRow } from "./fill-row";
import { newIndicatorSheet } from "./indicator-sheet";
import { newTaskSheet, type ExtraColumn, type FillTemplate } from "./new-sheet";

export const sheetNames = { "responsibility-division": "责任分工", "task-list": "任务清单", indicators: "指标" } as const;

/** A plan's task as a row, nothing corrected. */
export function rowOfTask({ category, number, task, leads, responsible, etc, deadlineText, deadlineDate }: PlanTask): FillRow {
  return { category: category ?? "", number: number ?? "", task, leads, responsible, etc, deadlineText: deadlineText ?? "", deadlineDate };
}

/** A whole plan as new sheets: its tasks, and its indicators where it has any. */
export function planSheets(plan: Plan, template: FillTemplate, extras: readonly ExtraColumn[]): Change {
  const note = sourceNote(plan);
  const tasks = newTaskSheet(plan.tasks.map(rowOfTask), { name: sheetNames[template], title: titleOfTasks(plan, template), form: template, extras, deadline: deadlineContext(plan), ...(note === undefined ? {} : { note }) });
  const indicators = plan.indicators.length === 0 ? [] : [newIndicatorSheet(plan.indicators, sheetNames.indicators, titleOfIndicators(plan))];
  return { title: { zh: "填报任务分工表", en: "Fill in the responsibility division" }, edits: [...(plan.tasks.length === 0 ? [] : [tasks]), ...indicators] };
}

/** The year of deadlines that name none is the document's own. */
export function deadlineContext({ issued }: Pick<Plan, "issued">): DeadlineContext {
  return issued === null ? {} : { year: yearOf(issued), issued };
}

/** 云溪市…行动方案重点任务责任分工表. */
export function titleOfTasks(plan: Pick<Plan, "title">, template: FillTemplate): string {
  const title = shortTitle(plan) ?? "";
  if (/(?:分工|清单|分解)(?:表|方案)?$/.test(title)) return title;
  return `${title}${template === "task-list" ? "主要任务清单" : "重点任务责任分工表"}`;
}

export function titleOfIndicators(plan: Pick<Plan, "title">): string {
  return `${shortTitle(plan) ?? ""}指标体系`;
}

/** Of 关于印发《…方案》的通知 what stands in the title marks. */
function shortTitle({ title }: Pick<Plan, "title">): string | undefined {
  if (title === null || title.trim() === "") return undefined;
  const quoted = /《([^《》]{4,80})》/.exec(title)?.[1];
  return (quoted ?? title).replace(/\s+/g, "");
}

/** When the document was issued and until when it is valid: the deadlines are held against it. */
export function sourceNote({ issued, validFrom, validTo }: Plan): string | undefined {
  const parts = [...(issued === null ? [] : [`文件${dayText(issued)}印发`]), ...(validFrom === null ? [] : [`自${dayText(validFrom)}起施行`]), ...(validTo === null ? [] : [`有效期至${dayText(validTo)}`])];
  return parts.length === 0 ? undefined : `注：${parts.join("，")}。`;
}

function dayText(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}
