// Trips and bytes of the Excel host on the simulated Excel, as a table for bench.ts
import { check } from "../../src/core/check";
import { defaultSettings } from "../../src/core/settings";
import type { CellContent } from "../../src/core/workbook";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { createExcelHost } from "../../src/host/excel/excel-host";
import { makeCurrent, startExcel } from "../excel/start-excel";
import { makeWorkbook } from "../support/make-workbook";

const header: CellContent[] = ["任务分类", "序号", "重点任务", "牵头部门", "责任部门", "完成时限", "备注"];
/** Five sheets of a thousand rows, a hundred findings with a fix among them. */
const sheets = Array.from({ length: 5 }, (_, sheet) => ({
  name: `清单${sheet + 1}`,
  cells: [header, ...Array.from({ length: 1000 }, (_row, row): CellContent[] => [row % 50 === 0 ? `第${row / 50 + 1}类` : null, row + 1, `推进第${sheet + 1}片区第${row + 1}项停车治理任务${row % 50 === 7 ? " " : ""}`, "市城管局", "市公安局", "2030年12月底前", null])],
}));

async function run(): Promise<void> {
  const started = await startExcel();
  makeCurrent(started);
  const { excel } = started;
  excel.reset();
  excel.load(makeWorkbook(sheets));
  const host = createExcelHost();
  const rows: string[] = [];
  const measured = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const { result, cost } = await excel.meter.during(name, work);
    const { trips, requestBytes, responseBytes } = cost;
    rows.push(`| ${name} | ${trips} | ${requestBytes.toLocaleString("en")} | ${responseBytes.toLocaleString("en")} |`);
    return result;
  };
  const workbook = await measured("open", () => host.read());
  const { diagnostics } = check({ workbook, templates, rules, settings: defaultSettings("2026-03-01") });
  const fixes = diagnostics.flatMap(({ fixes: [first] }) => first ?? []);
  const receipt = await measured(`fix all ${fixes.length}`, () => host.apply(fixes));
  await measured("undo", () => host.undo(receipt));
  const [first] = diagnostics;
  if (first !== undefined) await measured("jump", () => host.select(first.range));
  process.stdout.write(`The Excel host on the simulated Excel: 5 sheets × 1,000 rows, ${diagnostics.length} findings.\n\n| what | round trips | bytes sent | bytes received |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`);
  process.exit(0);
}

void run();
