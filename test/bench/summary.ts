// How long the summaries of a long list take, and what they ask of Excel: `npx tsx test/bench/summary.ts` prints a table for summary.md
import { check } from "../../src/core/check";
import type { Change } from "../../src/core/edit";
import { defaultSettings } from "../../src/core/settings";
import { isFormula, type CellContent, type Workbook } from "../../src/core/workbook";
import { createExcelHost } from "../../src/host/excel/excel-host";
import { rules } from "../../src/rules";
import { summarise, type SummaryChoice } from "../../src/summary/summarise";
import { templates } from "../../src/templates";
import { makeCurrent, startExcel } from "../excel/start-excel";
import { makeWorkbook } from "../support/make-workbook";

const settings = defaultSettings("2026-03-01");
const choices: readonly SummaryChoice[] = ["lead-unit", "deadline", "category", "unit-by-category", "findings"];
const rows = 100_000;
const unitCount = 40;

/** A list of as many tasks, led by forty units in twenty categories, due in thirty ways. */
function longList(): Workbook {
  const header: CellContent[] = ["任务分类", "序号", "重点任务", "牵头部门", "责任部门", "完成时限", "完成状态"];
  const unit = (index: number): string => `市第${(index % unitCount) + 1}中学`;
  const line = (_: unknown, row: number): CellContent[] => [`第${(row % 20) + 1}类`, row + 1, `推进第${row + 1}项停车治理任务`, unit(row), `${unit(row + 7)}、${unit(row + 13)}`, `${2026 + (row % 3)}年${(row % 10) + 3}月底前`, row % 4 === 0 ? "已完成" : null];
  return makeWorkbook([{ name: "长清单", cells: [header, ...Array.from({ length: rows }, line)] }]);
}

async function run(): Promise<void> {
  const started = await startExcel();
  makeCurrent(started);
  const { excel } = started;
  excel.reset();
  excel.load(longList());
  const host = createExcelHost({ payloadLimit: 50_000_000 });
  const workbook = await host.read();
  const { tables, diagnostics } = check({ workbook, templates, rules, settings });
  const times: number[] = [];
  let changes: readonly Change[] = [];
  for (let round = 0; round < 5; round++) {
    // found anew: what the check has read of the cells is not lent to the count
    const fresh = check({ workbook, templates, rules: [], settings });
    const start = performance.now();
    changes = summarise({ workbook, tables: fresh.tables, diagnostics, explained: [], settings, describeRule: (id) => ({ zh: id, en: id }) }, choices).changes;
    times.push(performance.now() - start);
  }
  const made = changes.flatMap(({ edits }) => edits.flatMap((edit) => (edit.kind === "add-sheet" ? edit.cells.flat() : [])));
  const { result: receipt, cost } = await excel.meter.during("summaries", () => host.apply(changes));
  const time = [...times].sort((a, b) => a - b)[2] ?? Number.NaN;
  process.stdout.write(
    `# Measured: summaries of a long list\n\n\`npx tsx test/bench/summary.ts\`: ${rows.toLocaleString("en")} tasks, ${unitCount} units, 20 categories, 30 deadlines, ${tables.length} table; five sheets of ${made.length.toLocaleString("en")} cells, ${made.filter((cell) => isFormula(cell)).length.toLocaleString("en")} formulas.\n\n| what | |\n| --- | --- |\n| counting and laying out (median of 5; aim < 2 s) | ${(time / 1000).toFixed(2)} s |\n| round trips to the simulated Excel (aim ≤ 4) | ${cost.trips} |\n| sent | ${Math.round(cost.requestBytes / 1024)} KB |\n| received | ${Math.round(cost.responseBytes / 1024)} KB |\n| skipped | ${receipt.skipped.length} |\n`,
  );
  process.exit(0);
}

void run();
