import { defineKind } from "../core/table";

/** Every list of tasks with who does them by when, whatever its form; the rules for task lists speak of these columns. */
export const taskListKind = defineKind({
  id: "task-list",
  keys: ["category", "number", "task", "leadUnit", "responsibleUnit", "supportingUnit", "deadline", "progress", "status", "note"],
});

export type TaskKey = (typeof taskListKind.keys)[number];

/** Columns that name who does it, the one that answers for it first. */
export const unitKeys = ["leadUnit", "responsibleUnit", "supportingUnit"] as const satisfies readonly TaskKey[];
