import type { Change } from "./core/edit";
import type { CheckContext } from "./core/rule";
import type { Workbook } from "./core/workbook";
import { dropdownChanges } from "./fill/dropdowns";
import { clearFlags } from "./flag/clear-flags";
import { filtersAgain, outgoingStages } from "./split/outgoing-workbook";
import { splitTabs, splitWorkbook, type SplitOptions } from "./split/split-workbook";
import { placeSummary } from "./summary/place-summary";
import { packFiles } from "./zip/pack-files";

/** Each stage speaks of the workbook that the ones before it leave; `master` is it as it was read. */
const stages: readonly ((context: CheckContext, master: Workbook) => readonly Change[])[] = [
  ({ workbook }) => clearFlags(workbook),
  ...outgoingStages,
  (context, master) => [...dropdownChanges(context, ["states"]), ...filtersAgain(master, context)],
];

/** What must be done in turn for the tabs of units to stand in the workbook as they are now; `left` are those whose sheet somebody has changed. */
function tabs(context: CheckContext, options: SplitOptions): { readonly stages: readonly (readonly Change[])[]; readonly units: number; readonly left: readonly string[] } {
  const { tabs: wanted, drop, reminders, units } = splitTabs(context, options);
  const left: string[] = [];
  const changes = wanted.flatMap((tab): Change[] => {
    const edits = placeSummary(context.workbook, { ...tab, id: "lead-unit", printTitle: tab.title }, context.settings.lights);
    if (edits === undefined) left.push(tab.sheet);
    return edits === undefined || edits.length === 0 ? [] : [{ title: { zh: `“${tab.sheet}”的任务`, en: `The tasks of ${tab.sheet}` }, edits }];
  });
  return { stages: [drop, [...changes, ...reminders]], units, left };
}

/** What the command line parts lists with. */
export const splitTools = { stages, split: splitWorkbook, tabs, pack: packFiles };
