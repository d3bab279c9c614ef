import type { UnitTasks as UnitTasksOf } from "../tasks/units-of-tasks";
import type { LiveList } from "./live-list";

export { unitsOfTasks } from "../tasks/units-of-tasks";

/** A unit of the lists, the tasks it leads and those it takes part in, list by list. */
export type UnitTasks = UnitTasksOf<LiveList>;
