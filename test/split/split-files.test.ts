import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { mergeOver } from "../../src/core/merged-areas";
import { findWorksheet, formulaAt, numberFormatAt, textOf, valueAt, type CellContent, type Workbook, type Worksheet } from "../../src/core/workbook";
import { readPackage } from "../../src/host/xlsx/package";
import { makeXlsx, type XlsxSheet } from "../support/make-xlsx";
import { open, sharesOf, split, tasksIn, tasksOf } from "./run-split";

const sample = new Uint8Array(readFileSync(join(__dirname, "../../assets/samples/sample-task-list.xlsx")));

function textsOf(worksheet: Worksheet | undefined): string[][] {
  if (worksheet === undefined) return [];
  return Array.from({ length: worksheet.rowCount }, (_, row) => Array.from({ length: worksheet.columnCount }, (__, column) => textOf(valueAt(worksheet, row, column))));
}

const listTexts = ({ worksheets }: Workbook, name: string): string[][] => textsOf(worksheets.find((worksheet) => worksheet.name === name));

describe("the sample", () => {
  test("each unit's file holds just its tasks, with the master's numbers, categories and looks", async () => {
    const master = await open(sample);
    const { files } = await split(sample);
    const shares = sharesOf(master.workbook);
    expect(files.size).toBe(shares.length);
    for (const [index, share] of shares.entries()) {
      const name = share.isLeaderless === true ? "00_未填牵头单位.xlsx" : `${String(index + 1).padStart(2, "0")}_${share.name}.xlsx`;
      const unit = await open(files.get(name));
      expect({ name, tasks: tasksIn(unit.workbook) }).toEqual({ name, tasks: tasksOf(share) });
      const [list] = share.lists;
      if (list === undefined) throw new Error("no list");
      const before = master.host.appearance(list.table.sheet);
      const after = unit.host.appearance(list.table.sheet);
      const worksheet = findWorksheet(unit.workbook, list.table.sheet);
      if (worksheet === undefined) throw new Error("no sheet");
      const first = list.table.headerBottom + 1;
      expect(after.frozenRows).toBe(before.frozenRows);
      for (const [place, { row }] of share.chosen(list).entries()) {
        // columns A to F stand where they stood; 备注 moved behind the two new ones
        for (const [from, to] of [[0, 0], [1, 1], [2, 2], [3, 3], [4, 4], [5, 5], [6, 8]] as const) {
          expect(after.lookAt(first + place, to)).toEqual(before.lookAt(row, from));
          expect(after.columnWidths.get(to)).toEqual(before.columnWidths.get(from));
          const merge = mergeOver(list.table.worksheet, row, from);
          const value = valueAt(list.table.worksheet, merge?.top ?? row, from);
          if (from !== 0 && mergeOver(worksheet, first + place, to) === undefined) expect(valueAt(worksheet, first + place, to)).toEqual(value);
        }
      }
      const header = textsOf(worksheet)[list.table.headerBottom];
      expect(header?.slice(5)).toEqual(["完成时限", "进展情况", "完成状态", "备注"]);
      expect(worksheet.validations?.filter(({ range }) => range.left === 7).map(({ source }) => source?.sheet)).toEqual(["下拉选项"]);
    }
  });
});

const validation = (sqref: string, formula: string): string => `<dataValidation type="list" allowBlank="1" sqref="${sqref}"><formula1>${formula}</formula1></dataValidation>`;

const roads: XlsxSheet = {
  name: "道路养护",
  widths: [14, 6, 40, 16, 20, 16, 14, 10, 10],
  frozenRows: 2,
  merges: ["A1:I1", "A3:A6", "A7:A8", "A9:A9"].slice(0, 3),
  styleOf: (row) => (row === 0 ? 1 : row === 1 ? 2 : 3),
  shownOf: (row, column) => (column === 1 ? row - 1 : column === 8 ? 90 : 100),
  cells: [
    ["青禾市城市更新任务分工表"],
    ["任务分类", "序号", "重点任务", "牵头单位", "配合单位", "完成时限", "进展情况", "完成状态", "剩余天数"],
    ["一、道路", { formula: "=ROW()-2" }, "修补环城路路面", "市城管局", "市交通运输局", "2026年9月底前", "已招标", "推进中", { formula: "=DATE(2026,9,30)-DATE(2026,7,2)+0*LEN(F3)" }],
    [null, { formula: "=B3+1" }, "更换破损井盖", "市水务局、市城管局", null, "2026年6月底前", null, null, null],
    [null, { formula: "=B4+1" }, "增设盲道", "市残联", "市城管局", "2026年8月1日", null, "未启动", null],
    [null, { formula: "=B5+1" }, "=全文照搬的标题", "市水务局", null, "持续推进", null, null, null],
    ["二、照明", { formula: "=B6+1" }, "更换老旧路灯", "市城管局", null, "2026年12月底前", null, null, null],
    [null, { formula: "=B7+1" }, "补装背街小巷路灯", "市水务局", null, "2026年12月底前", null, null, null],
    ["合计", null, null, null, null, { formula: "=COUNTA(C3:C8)" }, null, null, null],
    ["填表人：某某"],
  ],
  tail: `<dataValidations count="2">${validation("D3:D8", "单位名录!$A$2:$A$5")}${validation("H3:H8", "&quot;未启动,推进中,已完成&quot;")}</dataValidations>`,
};

const parks: XlsxSheet = {
  name: "公园绿地",
  cells: [
    ["序号", "任务", "责任单位", "牵头部门", "完成时限"],
    ["一、新建"],
    [1, "建成滨河公园", "市财政局", "市园林局", "2026年10月底前"],
    ["二、管护"],
    [2, "修剪行道树", null, "市城管局", "2026年7月20日"],
    [3, "补植草坪", null, "市园林局", "2026年7月31日"],
    [4, "登记古树名木", null, null, "2026年7月31日"],
  ],
};

const others: XlsxSheet[] = [
  { name: "填报说明", cells: [["每月5日前报送"], [{ formula: "=COUNTA(道路养护!C3:C8)" }]], shownOf: () => 6 },
  { name: "单位名录", cells: [["单位名称"], ["市城管局"], ["市水务局"], ["市残联"], ["市园林局"]] },
  { name: "领导批示", cells: [["内部掌握，不外发"]] },
];

const names = '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">道路养护!$1:$2</definedName><definedName name="批示">领导批示!$A$1</definedName></definedNames>';
const city = makeXlsx([roads, parks, ...others], { workbookTail: names });

describe("an invented master with merged categories, bands, two lists, dropdowns, formulas and totals", () => {
  test("each file: the unit's rows, the sheets that go out, categories and headings over them, no totals", async () => {
    const { files } = await split(city);
    expect([...files.keys()]).toEqual(["00_未填牵头单位.xlsx", "01_市城管局.xlsx", "02_市水务局.xlsx", "03_市园林局.xlsx", "04_市残联.xlsx"]);
    const { workbook } = await open(files.get("02_市水务局.xlsx"));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["道路养护", "填报说明", "单位名录"]);
    expect(listTexts(workbook, "道路养护")).toEqual([
      ["青禾市城市更新任务分工表", "", "", "", "", "", "", "", ""],
      ["任务分类", "序号", "重点任务", "牵头单位", "配合单位", "完成时限", "进展情况", "完成状态", "剩余天数"],
      ["一、道路", "2", "更换破损井盖", "市水务局、市城管局", "", "2026年6月底前", "", "", ""],
      ["", "4", "=全文照搬的标题", "市水务局", "", "持续推进", "", "", ""],
      ["二、照明", "6", "补装背街小巷路灯", "市水务局", "", "2026年12月底前", "", "", ""],
      ["填表人：某某", "", "", "", "", "", "", "", ""],
    ]);
    expect(findWorksheet(workbook, "道路养护")?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 8 }, { top: 2, left: 0, bottom: 3, right: 0 }]);
    expect(listTexts((await open(files.get("03_市园林局.xlsx"))).workbook, "公园绿地").map((line) => line[0])).toEqual(["序号", "一、新建", "1", "二、管护", "3"]);
    expect(listTexts((await open(files.get("01_市城管局.xlsx"))).workbook, "公园绿地")).toEqual([
      ["序号", "任务", "责任单位", "牵头部门", "完成时限", "进展情况", "完成状态"],
      ["二、管护", "", "", "", "", "", ""],
      ["2", "修剪行道树", "", "市城管局", "2026年7月20日", "", ""],
    ]);
  });

  test("formulas that look at other rows or sheets go out as what they showed, those of their own row stay and move", async () => {
    const { workbook } = await open((await split(city)).files.get("01_市城管局.xlsx"));
    const list = findWorksheet(workbook, "道路养护");
    if (list === undefined) throw new Error("no list");
    expect(formulaAt(list, 2, 8)).toBe("=DATE(2026,9,30)-DATE(2026,7,2)+0*LEN(F3)");
    for (const worksheet of workbook.worksheets) for (const column of worksheet.columns) for (const formula of column?.formulas.values() ?? []) expect(formula).not.toContain("#REF!");
    expect(valueAt(findWorksheet(workbook, "填报说明") ?? list, 1, 0)).toBe(6);
    expect([valueAt(list, 2, 1), formulaAt(list, 2, 1), valueAt(list, 4, 1)]).toEqual([1, undefined, 5]);
  });

  test("dropdowns stay over the rows that stay, a person's own is not replaced, and the names of sheets that stay stay", async () => {
    const { workbook } = await open((await split(city)).files.get("04_市残联.xlsx"));
    const list = findWorksheet(workbook, "道路养护");
    expect(list?.validations).toEqual([
      { range: { top: 2, left: 3, bottom: 2, right: 3 }, source: { sheet: "单位名录", top: 1, left: 0, bottom: 4, right: 0 } },
      { range: { top: 2, left: 7, bottom: 2, right: 7 } },
    ]);
    expect(workbook.names).toEqual([]);
  });

  test("nothing of other units or of sheets that stay at home is left in the file", async () => {
    const { files } = await split(city);
    const all = [...readPackage(files.get("04_市残联.xlsx") ?? new Uint8Array())].map(([, part]) => Buffer.from(part).toString("utf8")).join("\n");
    expect(all).toContain("增设盲道");
    expect(all).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">道路养护!$1:$2</definedName>');
    for (const foreign of ["修补环城路路面", "滨河公园", "内部掌握", "领导批示"]) expect(all).not.toContain(foreign);
  });

  test("with those that take part, each unit also has what it helps with", async () => {
    const { files } = await split(city, ["--with-taking-part"]);
    const { workbook } = await open(files.get("01_市城管局.xlsx"));
    expect(tasksIn(workbook).map((task) => task.split("|")[2])).toEqual(["修补环城路路面", "更换破损井盖", "增设盲道", "更换老旧路灯", "修剪行道树"]);
    expect([...files.keys()].some((name) => name.endsWith("市财政局.xlsx"))).toBe(true);
  });

  test("a reminder comes as a sheet that no reader takes for a list", async () => {
    const { files } = await split(city, ["--reminders"]);
    const { workbook } = await open(files.get("02_市水务局.xlsx"));
    const lines = listTexts(workbook, "催办单").map((line) => line.filter((text) => text !== "").join(" "));
    expect(lines).toEqual(expect.arrayContaining(["催办单", "单位：市水务局", "截至日期：2026年7月10日    依据：青禾市城市更新任务分工表", "一、已过完成时限（1 项）", "1 2 更换破损井盖 2026年6月底前 超期 10 天 ● 超期"]));
    expect(tasksIn(workbook)).toHaveLength(3);
    expect((await open(files.get("04_市残联.xlsx"))).workbook.worksheets.map(({ name }) => name)).toEqual(["道路养护", "填报说明", "单位名录", "催办单"]);
    expect((await open((await split(makeXlsx([parks]), ["--reminders", "--due-soon", "0"])).files.get("01_市园林局.xlsx"))).workbook.worksheets.map(({ name }) => name)).toEqual(["公园绿地", "下拉选项"]);
  });
});

test("rows that a filter hides are shown, and the filter stays", async () => {
  const cells: CellContent[][] = [["序号", "重点任务", "牵头单位", "完成时限"], [1, "甲路改造", "市城管局", "2026年9月底前"], [2, "乙路改造", "市水务局", "2026年9月底前"], [3, "丙路改造", "市城管局", "2026年9月底前"]];
  const tail = '<autoFilter ref="A1:D4"><filterColumn colId="1"><filters><filter val="乙路改造"/></filters></filterColumn></autoFilter>';
  const { files, output } = await split(makeXlsx([{ name: "清单", cells, hiddenRows: [2, 4], tail }]));
  const [worksheet] = (await open(files.get("01_市城管局.xlsx"))).workbook.worksheets;
  expect([worksheet?.hiddenRows, worksheet?.filter]).toEqual([[], { top: 0, left: 0, bottom: 2, right: 5 }]);
  expect(output).not.toContain("隐藏");
});

test("number formats of dates go along", async () => {
  const cells: CellContent[][] = [["序号", "重点任务", "牵头单位", "完成时限"], [1, "甲路改造", "市城管局", "2026年9月底前"], [2, "乙路改造", "市水务局", "2026年9月底前"]];
  const { files } = await split(makeXlsx([{ name: "清单", cells, styleOf: (row, column) => (row > 0 && column === 3 ? 4 : 0) }]));
  const { workbook, host } = await open(files.get("02_市水务局.xlsx"));
  const [worksheet] = workbook.worksheets;
  if (worksheet === undefined) throw new Error("no sheet");
  expect(numberFormatAt(worksheet, 1, 4)).toBe("General");
  expect(host.appearance("清单").lookAt(1, 3).horizontal).toBe("center");
});

const units = ["市教育局", "市水务局", "市城管局", "市残联"];
const randomRow = fc.record({ leads: fc.subarray(units), category: fc.option(fc.constantFrom("一、道路", "二、照明", "三、绿化"), { nil: undefined }), isBlank: fc.boolean() });

test("all tasks go out, each to all that lead it and to nobody else, under its own category", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(randomRow, { minLength: 1, maxLength: 25 }), fc.boolean(), async (rows, merges) => {
      const lines = rows.flatMap(({ leads, category, isBlank }, index): CellContent[][] => [[index === 0 ? "一、道路" : (category ?? null), index + 1, `第${index + 1}段改造工程`, leads.join("、"), "2026年9月底前"], ...(isBlank && index < rows.length - 1 ? [[null, null, null, null, null]] : [])]);
      if (!rows.some(({ leads }) => leads.length > 0)) return;
      const cells: CellContent[][] = [["任务分类", "序号", "重点任务", "牵头单位", "完成时限"], ...lines];
      const master = makeXlsx([{ name: "清单", cells, merges: merges ? categoryMerges(lines) : [] }]);
      const shares = sharesOf((await open(master)).workbook);
      const { files } = await split(master);
      const all = new Map<string, string[]>();
      for (const [name, bytes] of files) all.set(name.slice(3, -5), tasksIn((await open(bytes)).workbook));
      expect(Object.fromEntries(all)).toEqual(Object.fromEntries(shares.map((share) => [share.name, tasksOf(share)])));
      expect(new Set([...all.values()].flat()).size).toBe(rows.length);
    }),
    { numRuns: 40 },
  );
});

/** Each category over the rows below it, as offices merge them. */
function categoryMerges(lines: readonly (readonly CellContent[])[]): string[] {
  const starts = lines.flatMap((line, index) => (line[0] === null ? [] : [index]));
  return starts.flatMap((start, index) => {
    const end = (starts[index + 1] ?? lines.length) - 1;
    return end > start ? [`A${start + 2}:A${end + 2}`] : [];
  });
}
