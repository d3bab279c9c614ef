import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "../../src/core/check";
import { setCell, type Change } from "../../src/core/edit";
import { defaultSettings } from "../../src/core/settings";
import { contentAt, findWorksheet, formulaAt, textOf, valueAt, type Workbook, type Worksheet } from "../../src/core/workbook";
import { readPackage } from "../../src/host/xlsx/package";
import { createXlsxHost, type XlsxHost } from "../../src/host/xlsx/xlsx-host";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { clearSummaries, summarise, type SummaryChoice } from "../../src/summary/summarise";
import { soffice } from "../support/indicator-workbooks/recalculate";
import { sheet, workbook } from "../support/sheet";
import { workbookFile } from "../support/workbook-file";

const asOf = new Date().toISOString().slice(0, 10);
const day = (offset: number): string => {
  const [year = "", month = "", date = ""] = new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10).split("-");
  return `${year}年${Number(month)}月${Number(date)}日前`;
};

/** Deadlines are told from today, for LibreOffice computes by its own. */
const list = sheet(
  `
  城区排水提升任务清单
  任务分类 | 序号 | 重点任务       | 牵头部门 | 责任部门           | 完成时限      | 完成状态
  管网     | 1    | 普查雨污管线   | 市住建局 | 市城管局           | ${day(-40)}   | 已完成
  管网     | 2    | 改造老旧管段   | 市住建局 | 市财政局、市城管局 | ${day(-40)}   | 推进中
  管网     | 3    | 疏通排水口     | 市城管局 |                    | ${day(10)}    | 推进中
  泵站     | 4    | 更新水泵机组   | 市水利局 | 市财政局           | ${day(200)}   | 进度滞后
  泵站     | 5    | 增设移动泵车   | 市水利局 | 市城管局、市财政局 | ${day(200)}   |
  泵站     | 6    | 开展汛前检修   | 市水利局 |                    | 长期坚持      |
  保障     | 7    | 落实资金       | 市财政局 | 市住建局           | 尽快          |
  保障     | 8    | 公布值守电话   |          | 市城管局           | ${day(-3)}    | 已完成
`,
  { name: "任务清单" },
);

const choices: readonly SummaryChoice[] = ["lead-unit", "deadline", "category", "unit-by-category", "findings"];
const settings = defaultSettings(asOf);

function changesFor(book: Workbook, by: readonly SummaryChoice[] = choices): readonly Change[] {
  const { tables, diagnostics } = check({ workbook: book, templates, rules, settings });
  return summarise({ workbook: book, tables, diagnostics, explained: [], settings, describeRule: (id) => ({ zh: id, en: id }) }, by).changes;
}

async function makeAll(host: XlsxHost): Promise<Workbook> {
  for (let pass = 0; pass < 3; pass++) {
    const changes = changesFor(await host.read());
    if (changes.length === 0) break;
    expect((await host.apply(changes)).skipped).toEqual([]);
  }
  return host.read();
}

function sheetIn(book: Workbook, name: string): Worksheet {
  const found = findWorksheet(book, name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

/** The lines below a header as texts, by their first cell. */
function linesOf(worksheet: Worksheet, header: string, columns: number): Record<string, string> {
  const top = Array.from({ length: worksheet.rowCount }, (_, row) => row).find((row) => textOf(valueAt(worksheet, row, 0)) === header) ?? worksheet.rowCount;
  const lines: Record<string, string> = {};
  for (let row = top + 1; row < worksheet.rowCount; row++) lines[textOf(valueAt(worksheet, row, 0))] = Array.from({ length: columns }, (_, column) => textOf(valueAt(worksheet, row, column + 1))).join(" ");
  return lines;
}

const open = async (): Promise<XlsxHost> => createXlsxHost(workbookFile(workbook(list)));

test("each unit's tasks are counted as a person would count them", async () => {
  const book = await makeAll(await open());
  // led, taking part, done, overdue, behind, due soon, on track, standing, unclear
  expect(linesOf(sheetIn(book, "按牵头单位"), "牵头单位", 9)).toEqual({
    市水利局: "3 0 0 0 1 0 1 1 0",
    市住建局: "2 1 1 1 0 0 0 0 0",
    市城管局: "1 4 0 0 0 1 0 0 0",
    市财政局: "1 3 0 0 0 0 0 0 1",
    "（未填牵头单位）": "1  1 0 0 0 0 0 0",
    合计: "8  2 1 1 1 1 1 1",
  });
  expect(linesOf(sheetIn(book, "按任务分类"), "任务分类", 8)).toEqual({ 管网: "3 1 1 0 1 0 0 0", 泵站: "3 0 0 1 0 1 1 0", 保障: "2 1 0 0 0 0 0 1", 合计: "8 2 1 1 1 1 1 1" });
  expect(linesOf(sheetIn(book, "单位×分类"), "牵头单位", 4)).toMatchObject({ 市水利局: "0 3 0 3", 市住建局: "2 0 0 2", 合计: "3 3 2 8" });
  expect(linesOf(sheetIn(book, "按完成时限"), "完成时限", 4)["合计"]).toBe("8 2 6 1");
});

test("the numbers are formulas, and there are charts", async () => {
  const book = await makeAll(await open());
  for (const name of ["按牵头单位", "按任务分类"]) {
    const worksheet = sheetIn(book, name);
    expect(worksheet.ownCharts).toHaveLength(2);
    const last = worksheet.rowCount - 1;
    for (let column = name === "按牵头单位" ? 3 : 1; column < 9; column++) expect({ name, column, formula: formulaAt(worksheet, last, column)?.startsWith("=") }).toEqual({ name, column, formula: true });
  }
});

(soffice === undefined ? test.skip : test)(
  "LibreOffice, after the list was edited, computes what a new count gives",
  async () => {
    const host = await open();
    await makeAll(host);
    const edits: readonly (readonly [number, number, string])[] = [
      [3, 6, "已完成"],
      [5, 3, "市城管局"],
      [6, 5, day(-40)],
      [8, 6, "进度滞后"],
      [4, 0, "保障"],
    ];
    const book = await host.read();
    await host.apply([{ title: { zh: "改", en: "edit" }, edits: edits.map(([row, column, after]) => setCell("任务清单", row, column, contentAt(sheetIn(book, "任务清单"), row, column), after)) }]);
    const folder = mkdtempSync(join(tmpdir(), "summary-"));
    try {
      mkdirSync(join(folder, "profile/user"), { recursive: true });
      // or it would trust the numbers that stand beside the formulas
      writeFileSync(join(folder, "profile/user/registrymodifications.xcu"), '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>');
      writeFileSync(join(folder, "list.xlsx"), await host.save());
      execFileSync(soffice ?? "", ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out"), join(folder, "list.xlsx")], { stdio: "ignore", timeout: 120_000 });
      const theirs = await (await createXlsxHost(new Uint8Array(readFileSync(join(folder, "out/list.xlsx"))))).read();
      const ours = await makeAll(host);
      let compared = 0;
      for (const name of ["按牵头单位", "按完成时限", "按任务分类", "单位×分类", "时限对照"]) {
        const [mine, other] = [sheetIn(ours, name), sheetIn(theirs, name)];
        // new lines come only with a new count
        if (mine.rowCount !== other.rowCount) continue;
        for (let row = 0; row < mine.rowCount; row++) {
          for (let column = 0; column < mine.columnCount; column++) {
            const value = valueAt(mine, row, column);
            if (typeof value !== "number" || formulaAt(mine, row, column) === undefined) continue;
            compared += 1;
            const computed = valueAt(other, row, column);
            expect({ name, row, column, value: typeof computed === "number" ? Number(computed.toFixed(9)) : computed }).toEqual({ name, row, column, value: Number(value.toFixed(9)) });
          }
        }
      }
      expect(compared).toBeGreaterThan(80);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  180_000,
);

test("made again twenty times between edits there is one set of sheets, and what somebody wrote beside a line stays beside it", async () => {
  const host = await open();
  await makeAll(host);
  const note = async (name: string, key: string, text: string): Promise<void> => {
    const worksheet = sheetIn(await host.read(), name);
    const row = Array.from({ length: worksheet.rowCount }, (_, index) => index).find((index) => textOf(valueAt(worksheet, index, 0)) === key) ?? 0;
    await host.apply([{ title: { zh: "批", en: "note" }, edits: [setCell(name, row, 16, null, text)] }]);
  };
  await note("按牵头单位", "市财政局", "已约谈");
  await note("按牵头单位", "市城管局", "下周督办");
  const units = ["市教育局", "市民政局", "市财政局", "市城管局", "市水利局"];
  for (let round = 0; round < 20; round++) {
    const worksheet = sheetIn(await host.read(), "任务清单");
    const row = 2 + (round % 8);
    await host.apply([{ title: { zh: "改", en: "edit" }, edits: [setCell("任务清单", row, 3, contentAt(worksheet, row, 3), units[(round * 3) % units.length] ?? null)] }]);
    await makeAll(host);
  }
  const book = await host.read();
  expect(book.worksheets.map(({ name }) => name)).toEqual(["任务清单", "按牵头单位", "按完成时限", "按任务分类", "单位×分类", "问题清单", "时限对照"]);
  const made = sheetIn(book, "按牵头单位");
  const notes = Array.from({ length: made.rowCount }, (_, row) => [textOf(valueAt(made, row, 0)), textOf(valueAt(made, row, 16))]).filter(([, text]) => text !== "");
  expect(notes.sort()).toEqual([["市城管局", "下周督办"], ["市财政局", "已约谈"]].sort());
  expect(changesFor(book)).toEqual([]);
}, 60_000);

test("taken out in another session, the workbook is what it was before, part by part", async () => {
  const before = workbookFile(workbook(list));
  const host = await createXlsxHost(before);
  await makeAll(host);
  const later = await createXlsxHost(await host.save());
  await later.apply(clearSummaries(await later.read()));
  expect(clearSummaries(await later.read())).toEqual([]);
  const [was, is] = [readPackage(before), readPackage(await later.save())];
  expect([...is.keys()].sort()).toEqual([...was.keys()].sort());
  for (const [name, bytes] of was) expect({ name, isSame: Buffer.compare(Buffer.from(bytes), Buffer.from(is.get(name) ?? [])) === 0 }).toEqual({ name, isSame: true });
});

test("a category that comes gets a column among the others, one that goes keeps it", async () => {
  const host = await open();
  await makeAll(host);
  const book = await host.read();
  const rename = (row: number, after: string) => setCell("任务清单", row, 0, contentAt(sheetIn(book, "任务清单"), row, 0), after);
  await host.apply([{ title: { zh: "改", en: "edit" }, edits: [rename(8, "监测"), rename(9, "监测")] }]);
  const cross = sheetIn(await makeAll(host), "单位×分类");
  expect(Array.from({ length: 6 }, (_, column) => textOf(valueAt(cross, 2, column)))).toEqual(["牵头单位", "管网", "泵站", "保障", "监测", "合计"]);
  expect(linesOf(cross, "牵头单位", 5)).toMatchObject({ 市财政局: "0 0 0 1 1", 合计: "3 3 0 2 8" });
});

test.each<readonly [string, string]>([
  ["a deadline merged over tasks", "任务 | 牵头单位 | 完成时限 | 完成状态\n 甲 | 市教育局 | 2026年5月底前 |\n 乙 | 市民政局 | ^ | 已完成"],
  ["units that no formula could part", "任务 | 牵头单位 | 完成时限\n 甲 | 市教育局和市民政局 | 2026年5月底前\n 乙 | 市教育局；市民政局 | 2026年6月底前"],
])("%s is counted all the same, in plain numbers where formulas cannot", async (_, drawing) => {
  const book = await makeAll(await createXlsxHost(workbookFile(workbook(sheet(drawing, { name: "清单" })))));
  const lines = linesOf(sheetIn(book, "按牵头单位"), "牵头单位", 1);
  expect(lines["合计"]).toBe("2");
});

test("each indicator stands beside its target and its last value, and follows its sheet", async () => {
  const drawing = `
  指标名称     | 单位 | 完成值 | 目标值   | 上年值
  县域就诊率   | %    | 91.5   | ≥90      | 89
  资产负债率   | %    | 61     | 不高于60 | 63
  床位使用率   | %    | 84     | 稳步提升 | 82
`;
  const host = await createXlsxHost(workbookFile(workbook(sheet(drawing, { name: "指标" }))));
  await host.apply(changesFor(await host.read(), ["indicator"]));
  const made = sheetIn(await host.read(), "指标完成情况");
  const lines = linesOf(made, "指标", 7);
  expect(lines).toEqual({ 县域就诊率: " % 91.5 ≥90 ■ 达到 89 2.5", 资产负债率: " % 61 不高于60 ● 未达到 63 -2", 床位使用率: " % 84 稳步提升  82 2" });
  expect(formulaAt(made, 3, 3)).toBe('=IF(指标!$C$2="","",指标!$C$2)');
  expect(changesFor(await host.read(), ["indicator"])).toEqual([]);
});

test("a workbook without lists has nothing to sum up", () => {
  expect(changesFor(workbook("通讯录 | 电话\n 甲 | 1"), ["lead-unit", "deadline", "category"])).toEqual([]);
});
