import type { OwnFormat } from "../core/marks";
import type { Settings } from "../core/settings";
import { shapeOf } from "../tasks/lights";
import type { TaskState } from "../tasks/task-states";
import { cellName, type FlagColumns } from "./flag-columns";

const mark = "flag";
const states: readonly TaskState[] = ["overdue", "behind", "due-soon", "on-track", "standing", "done", "unclear"];

export type FlaggedRows = { readonly top: number; readonly bottom: number; readonly placed: FlagColumns };

/** The colours of our own columns, by the shape that the state begins with; cells of the person's own are not touched. */
export function flagFormats(lists: readonly FlaggedRows[], lights: Settings["lights"]): OwnFormat[] {
  return lists
    .filter(({ top, bottom }) => bottom >= top)
    .flatMap(({ top, bottom, placed }, index) =>
      states.map((look): OwnFormat => ({
        id: `${mark}-${look}-${index + 1}`,
        range: { top, left: placed.state, bottom, right: placed.days },
        formula: `=LEFT(${cellName(top, placed.state)},1)="${shapeOf(look)}"`,
        look,
        lights,
      })),
    );
}

export function isFlagFormat({ id }: OwnFormat): boolean {
  return id.startsWith(`${mark}-`);
}
