// Trips and bytes of the Excel host on the simulated Excel, as a table for bench.ts
import { stringifyAddress } from "../../src/core/address";
import { check } from "../../src/core/check";
import { putCells } from "../../src/core/reread";
import { defaultSettings } from "../../src/core/settings";
import type { CellContent } from "../../src/core/workbook";
import { checkAgain } from "../../src/product";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { createExcelHost } from "../../src/host/excel/excel-host";
import type { WorkbookChange } from "../../src/host/host";
import type { WorksheetNode } from "../excel/nodes/worksheet";
import type { SimulatedExcel } from "../excel/simulated-excel";
import { makeCurrent, startExcel } from "../excel/start-excel";
import { makeWorkbook } from "../support/make-workbook";

const header: CellContent[] = ["任务分类", "序号", "重点任务", "牵头部门", "责任部门", "完成时限", "备注"];
/** Five sheets of a thousand rows, a hundred findings with a fix among them. */
const sheets = Array.from({ length: 5 }, (_, sheet) => ({
  name: `清单${sheet + 1}`,
  cells: [header, ...Array.from({ length: 1000 }, (_row, row): CellContent[] => [row % 50 === 0 ? `第${row / 50 + 1}类` : null, row + 1, `推进第${sheet + 1}片区第${row + 1}项停车治理任务${row % 50 === 7 ? " " : ""}`, "市城管局", "市公安局", "2030年12月底前", null])],
}));

type Measured = <T>(name: string, work: () => Promise<T>) => Promise<T>;

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
  await measureChanges(excel, measured);
  await measureTyping(excel, measured);
  process.stdout.write(`The Excel host on the simulated Excel: 5 sheets × 1,000 rows, ${diagnostics.length} findings.\n\n| what | round trips | bytes sent | bytes received |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`);
  process.stdout.write(`\nTyping in a list of ${longList.toLocaleString("en")} rows, from the event to the findings: ${ownTime.toFixed(1)} ms of our own time (median of 15, the simulated Excel's own not counted; aim < 16).\n`);
  process.exit(0);
}

/** What the pane reads when Excel tells of more than cells: rows, worksheets that come to the front, filters. */
async function measureChanges(excel: SimulatedExcel, measured: Measured): Promise<void> {
  const host = createExcelHost();
  const changes: WorkbookChange[] = [];
  const acts: readonly (readonly [string, (sheet: WorksheetNode) => void])[] = [
    ["after a row came into one sheet", (sheet) => void sheet.GetRange("500:500").Insert("Down")],
    ["after another sheet came to the front", () => excel.findSheet("清单3")?.Activate()],
    ["after 500 rows of one sheet were hidden", (sheet) => { sheet.GetRange("200:699").RowHidden = true; }],
  ];
  await host.watch((change) => void changes.push(change));
  for (const [name, act] of acts) {
    const before = await host.read();
    const sheet = excel.findSheet("清单2");
    if (sheet === undefined) throw new Error("no worksheet");
    changes.length = 0;
    excel.userDoes(() => act(sheet));
    await new Promise((done) => setTimeout(done, 20));
    if (changes.length === 0) throw new Error(`nothing was told ${name}`);
    await measured(`read again ${name}`, () => host.readAgain(before, [...changes]));
  }
}

const longList = 100_000;
let ownTime = Number.NaN;

/** One cell typed in a long list: what Excel is asked, and how long reading the answer, putting it in place and checking again take. */
async function measureTyping(excel: SimulatedExcel, measured: Measured): Promise<void> {
  excel.reset();
  excel.load(makeWorkbook([{ name: "长清单", cells: [header, ...Array.from({ length: longList }, (_row, row): CellContent[] => [row % 50 === 0 ? `第${row / 50 + 1}类` : null, row + 1, `推进第${row + 1}项停车治理任务`, "市城管局", "市公安局", "2030年12月底前", null])] }]));
  const host = createExcelHost({ payloadLimit: 50_000_000 });
  let workbook = await host.read();
  const settings = defaultSettings("2026-03-01");
  let result = check({ workbook, templates, rules, settings });
  const times: number[] = [];
  for (let round = 0; round < 20; round++) {
    const [row, column] = [50_000 + round, [3, 5, 2][round % 3] ?? 3];
    const range = { sheet: "长清单", top: row, left: column, bottom: row, right: column };
    excel.userTypes("长清单", stringifyAddress(range), [[`市财整局${round}`]]);
    const read = () => host.readAgain(workbook, [{ sheet: "长清单", ranges: [range] }]);
    const again = round === 0 ? await measured("read again after one cell of 100,000 rows", read) : await read();
    const [sheet] = again.workbook.worksheets;
    const start = performance.now();
    // the host's own part once more, without Excel: putting the cell in its place
    putCells(workbook, again.workbook, [range]);
    const checked = checkAgain(again.workbook, settings, result, again.changed ?? []);
    if (round >= 5) times.push(performance.now() - start);
    if (checked === undefined || sheet === undefined) throw new Error("the edit was not taken as one");
    [workbook, result] = [again.workbook, checked];
  }
  ownTime = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

void run();
