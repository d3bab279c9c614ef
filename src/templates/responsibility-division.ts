import { defineTemplate } from "../core/table";
import { foreignHeaders, taskColumns } from "./task-columns";
import { taskListKind } from "./task-list-kind";

/** 责任分工表: who leads, who takes part, by when. */
export default defineTemplate({
  id: "responsibility-division",
  kind: taskListKind,
  title: { zh: "责任分工表", en: "responsibility division" },
  columns: taskColumns,
  subject: "task",
  evidence: [
    ["task", "leadUnit"],
    ["task", "responsibleUnit", "deadline"],
    ["task", "supportingUnit", "deadline"],
    ["task", "deadline", "number"],
    ["task", "deadline", "category"],
    ["leadUnit", "deadline"],
    ["responsibleUnit", "deadline", "number"],
    ["responsibleUnit", "deadline", "category"],
    ["leadUnit", "responsibleUnit", "number"],
    ["leadUnit", "supportingUnit", "number"],
  ],
  requires: [["task"], ["leadUnit", "responsibleUnit"], ["deadline"]],
  excludes: foreignHeaders,
});
