import { defineTemplate } from "../core/table";
import { foreignHeaders, taskColumns } from "./task-columns";
import { taskListKind } from "./task-list-kind";

const { category, number, task, responsibleUnit, supportingUnit, progress, status, note } = taskColumns;

/** 任务清单 of four columns: 类别, 主要任务, 责任单位, 备注; it names no deadline. */
export default defineTemplate({
  id: "task-list",
  kind: taskListKind,
  title: { zh: "任务清单", en: "task list" },
  columns: { task, responsibleUnit, supportingUnit, category, number, progress, status, note },
  subject: "task",
  evidence: [["task", "responsibleUnit"]],
  requires: [["task"], ["responsibleUnit"]],
  excludes: foreignHeaders,
});
