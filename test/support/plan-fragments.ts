import { readPlan, type PlanTask } from "../../src/document/plan";
import { textDocument } from "./text-document";

export type Fragment = { readonly name: string; readonly document: string; readonly rows: readonly string[] };

/** Pieces of plans, each headed "## name", with the rows they become behind "=> "; ⇥ is a tab. */
export function fragments(text: string): Fragment[] {
  return text.split(/^\s*## /m).slice(1).map((part) => {
    const [name = "", ...lines] = part.split("\n").map((line) => line.trim());
    const isRow = (line: string): boolean => line.startsWith("=> ");
    return { name, document: lines.filter((line) => !isRow(line)).join("\n").replace(/⇥/g, "\t"), rows: lines.filter(isRow).map((line) => line.slice(3)) };
  });
}

/** 类别 | 序号 | 任务 | 牵头 (依据) | 责任 | 时限 = 日期 [里程碑]; — where there is none, ⏎ for a line break. */
export function describeTask({ category, number, task, leads, leadBasis, responsible, etc, deadlineText, deadlineDate, milestones }: PlanTask): string {
  const lead = leads.length === 0 ? "—" : `${leads.join("、")} (${leadBasis})`;
  const others = `${responsible.join("、")}${etc ? "等" : ""}`;
  const deadline = `${deadlineText ?? "—"}${deadlineDate === null ? "" : ` = ${deadlineDate}`}${milestones.length === 0 ? "" : ` [${milestones.map(({ text, date }) => `${text} ${date ?? "—"}`).join(", ")}]`}`;
  return [category ?? "—", number ?? "—", task.replace(/\n/g, "⏎"), lead, others === "" ? "—" : others, deadline].join(" | ");
}

export function rowsOf(document: string): string[] {
  return readPlan(textDocument(document)).tasks.map(describeTask);
}
