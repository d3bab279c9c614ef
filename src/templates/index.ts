import type { Template } from "../core/table";
import indicatorColumns from "./indicator-columns";
import indicatorItems from "./indicator-items";
import indicators from "./indicators";
import responsibilityDivision from "./responsibility-division";
import taskList from "./task-list";

/** Of two that fit a table equally well the earlier is taken: the task list, which demands less. */
export const templates: readonly Template[] = [taskList, responsibilityDivision, indicators, indicatorColumns, indicatorItems];
