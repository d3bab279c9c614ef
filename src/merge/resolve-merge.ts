import { setCell, type Change } from "../core/edit";
import { quote } from "../core/text";
import type { CellContent } from "../core/workbook";
import type { Conflict, Merge, MergedCell } from "./merge-replies";

/** What a person takes for a cell with a conflict or proposal: one of its versions, by its place among them. */
export type Choice = { readonly sheet: string; readonly row: number; readonly column: number; readonly version: number };

type CellChange = { readonly cell: MergedCell; readonly after: CellContent; readonly files: readonly string[] };

/** The changes that choices come to. Misuse where a choice names no such cell or version. */
export function resolveMerge(merge: Merge, choices: readonly Choice[]): Change[] {
  const open = new Map(undecided(merge).map((cell) => [placeOf(cell), cell]));
  return changesOf(
    choices.map((choice) => {
      const cell = open.get(placeOf(choice));
      const version = cell?.versions[choice.version];
      if (cell === undefined || version === undefined) throw new Error(`nothing to choose at ${placeOf(choice)}`);
      return { cell, after: version.after, files: version.sources.map(({ file }) => file) };
    }),
  );
}

/** Everything that waits for a person: conflicts first, then what replies have altered unasked. */
export function undecided({ conflicts, reworded, proposals }: Merge): Conflict[] {
  return [...conflicts, ...reworded, ...proposals];
}

function placeOf({ sheet, row, column }: Pick<MergedCell, "sheet" | "row" | "column">): string {
  return `${sheet}\n${row},${column}`;
}

/** One change a task, so that a place that cannot be written keeps no other task from it. */
export function changesOf(cells: readonly CellChange[]): Change[] {
  const tasks = new Map<string, CellChange[]>();
  for (const change of cells) {
    const key = `${change.cell.sheet}\n${change.cell.row}`;
    tasks.set(key, [...(tasks.get(key) ?? []), change]);
  }
  return [...tasks.values()].map((changes) => {
    const [first] = changes;
    const files = [...new Set(changes.flatMap((change) => change.files))];
    const headers = changes.map(({ cell }) => cell.header);
    const task = quote(first?.cell.task.task ?? "", 20);
    return {
      title: { zh: `“${task}”：${headers.join("、")}（来自${files.join("、")}）`, en: `“${task}”: ${headers.join(", ")} (from ${files.join(", ")})` },
      edits: changes.map(({ cell, after }) => setCell(cell.sheet, cell.row, cell.column, cell.before, after)),
    };
  });
}
