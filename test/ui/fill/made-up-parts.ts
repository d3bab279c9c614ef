import { findTables } from "../../../src/core/find-tables";
import type { Edit } from "../../../src/core/edit";
import type { CellContent } from "../../../src/core/workbook";
import { templates } from "../../../src/templates";
import type { FillParts, PlanChanges } from "../../../src/ui/fill/fill-parts";
import { fieldText, rowFields } from "../../../src/ui/fill/rows";
import { madeUpPlan } from "./made-up-plan";

/** Writes plainly what it is given: enough to see that the view hands over what a person chose. */
export const plainChanges: PlanChanges = (rows, choice) => {
  const cells = rows.map((row): CellContent[] => rowFields.map((field) => fieldText(row, field) || null));
  const edit: Edit = choice.kind === "new-sheet" ? { kind: "add-sheet", sheet: choice.name, cells: [[choice.title], ["类别", "序号", "重点任务", "牵头单位", "责任单位", "完成时限"], ...cells] } : { kind: "insert-rows", sheet: choice.table.sheet, at: choice.table.bottom + 1, cells };
  return rows.length === 0 ? [] : [{ title: { zh: "填报", en: "Fill" }, edits: [edit] }];
};

/** The parts of 填报 with a made-up plan behind every document; a file called 坏的 cannot be read. */
export function fillParts(tasks: number, delay = 0): FillParts {
  return {
    readPlan: async (source, signal) => {
      await new Promise((done) => setTimeout(done, delay));
      if (signal.aborted) throw new Error("aborted");
      if (source.kind === "file" && source.name.startsWith("坏的")) throw new Error("这个文档已损坏");
      return madeUpPlan(tasks);
    },
    loadSample: async () => ({ kind: "file", name: "示例.txt", bytes: new Uint8Array([1]) }),
    findTables: (workbook) => findTables(workbook, templates),
    planChanges: plainChanges,
    namesFor: ({ title }, of) => ({ sheet: of === "task-list" ? "任务清单" : of === "indicators" ? "指标" : "责任分工表", title: `${title ?? ""}责任分工表` }),
  };
}
