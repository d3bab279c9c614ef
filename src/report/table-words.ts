import type { Text } from "../core/text";
import type { TableReport } from "./file-report";

/** How much a table holds, in its own unit. */
export function rowsText({ rows, kind, subject }: Pick<TableReport, "rows" | "kind" | "subject">): Text {
  if (kind === "task-list") return { zh: `${rows} 项任务`, en: `${rows} tasks` };
  return subject === "indicator" ? { zh: `${rows} 个指标`, en: `${rows} indicators` } : { zh: `${rows} 行`, en: `${rows} rows` };
}

export const noTables: Text = {
  zh: "没有认出任务清单或指标表。任务清单的表头里要有任务（如“重点任务”）和单位或时限（如“牵头部门”“完成时限”）；指标表要有“指标名称”和指标值、分子、分母或计算公式，或一列一个指标",
  en: "No task list or indicator sheet was recognised. A task list's header must name the task (重点任务) and a unit or deadline (牵头部门, 完成时限); an indicator sheet's 指标名称 and values, 分子, 分母 or 计算公式, or one indicator a column",
};
