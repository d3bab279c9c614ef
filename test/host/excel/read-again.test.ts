import * as fc from "fast-check";
import { withMarks } from "../../../src/core/marks";
import { compareWorkbooks } from "../../../src/core/reread";
import { contentAt, findWorksheet, type CellContent, type Workbook } from "../../../src/core/workbook";
import type { WorkbookChange } from "../../../src/host/host";
import type { SimulatedExcel } from "../../excel/simulated-excel";
import { makeWorkbook } from "../../support/make-workbook";
import { flagUntilSettled } from "../../flag/flag-until-settled";
import { excelHostFactory, type ExcelHostUnderTest } from "./excel-host-factory";

const header: CellContent[] = ["序号", "工作任务", "牵头单位", "完成时限", "工作量", "折算"];
const rowsOf = (count: number): CellContent[][] => [header, ...Array.from({ length: count }, (_, row): CellContent[] => [row + 1, `建成第${row + 1}处便民停车点`, "市城管局", "2026年9月底前", row % 7, { formula: `=E${row + 2}*2` }])];
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

/** Four lists of three hundred rows and a sheet that adds up the first. */
const fiveLists = (): Workbook => makeWorkbook([...["城管", "交通", "教育", "水利"].map((name) => ({ name, cells: rowsOf(300) })), { name: "汇总", cells: [["合计", { formula: "=SUM(城管!E2:E301)" }], ["末行", { formula: "=城管!B400" }]] }]);

type Watched = ExcelHostUnderTest & { readonly changes: WorkbookChange[] };

async function watched(workbook: Workbook, options: Parameters<typeof excelHostFactory>[1] = {}): Promise<Watched> {
  const host = await excelHostFactory(workbook, options);
  await host.read();
  const changes: WorkbookChange[] = [];
  await host.watch((change) => void changes.push(change));
  return { ...host, changes };
}

/** What is told of an act, read again; the same as reading everything. */
async function after(host: Watched, act: (excel: SimulatedExcel) => void) {
  const before = await host.read();
  host.changes.length = 0;
  host.excel.userDoes(act);
  await settle();
  const changes = [...host.changes];
  const { result, cost } = await host.excel.meter.during("read again", () => host.readAgain(before, changes));
  const whole = await host.read();
  expect(compareWorkbooks(result.workbook, whole).workbook).toBe(result.workbook);
  return { before, changes, workbook: result.workbook, changed: result.changed, cost };
}

const range = (excel: SimulatedExcel, sheet: string, address: string) => {
  const found = excel.findSheet(sheet)?.GetRange(address);
  if (found === undefined) throw new Error(`no worksheet ${sheet}`);
  return found;
};

jest.setTimeout(30_000);

describe("only the worksheet that has changed is read again", () => {
  test.each<readonly [string, (excel: SimulatedExcel) => void]>([
    ["a row comes in", (excel) => void range(excel, "城管", "8:8").Insert("Down")],
    ["rows go", (excel) => range(excel, "城管", "8:12").Delete("Up")],
    ["a column comes in", (excel) => void range(excel, "城管", "C:C").Insert("Right")],
  ])("%s: in 1 trip, and what others compute of it is seen", async (_, act) => {
    const host = await watched(fiveLists());
    const { before, workbook, cost, changed } = await after(host, act);
    expect(cost.trips).toBe(1);
    // 65 KB for one list of three hundred rows
    expect(cost.responseBytes).toBeLessThan(90_000);
    expect(changed).toBeUndefined();
    expect(findWorksheet(workbook, "交通")).toBe(findWorksheet(before, "交通"));
    const [formula, formulaBefore] = [workbook, before].map((book) => contentAt(findWorksheet(book, "汇总") ?? { ...before.worksheets[0]! }, 0, 1));
    expect(formula).not.toEqual(formulaBefore);
  });

  test("a reference below the last row moves too", async () => {
    const host = await watched(fiveLists());
    const { workbook } = await after(host, (excel) => void range(excel, "城管", "8:8").Insert("Down"));
    expect(contentAt(findWorksheet(workbook, "汇总")!, 1, 1)).toEqual({ formula: "=城管!B401" });
  });

  test("names and Excel tables move with it", async () => {
    const book = makeWorkbook([{ name: "城管", cells: rowsOf(20) }, { name: "说明", cells: [["填表说明"]] }]);
    const host = await watched({
      ...book,
      names: [{ name: "任务区", formula: "=城管!$B$2:$B$21" }],
      listObjects: [{ name: "任务表", range: { sheet: "城管", top: 0, left: 0, bottom: 20, right: 5 }, columnNames: header.map(String), hasHeaderRow: true, hasTotalRow: false }],
    });
    const { workbook, cost } = await after(host, (excel) => void range(excel, "城管", "8:8").Insert("Down"));
    expect(cost.trips).toBe(1);
    expect(workbook.names).toEqual([{ name: "任务区", formula: "=城管!$B$2:$B$22" }]);
    expect(workbook.listObjects?.[0]?.range.bottom).toBe(21);
  });

  test("an Excel table that has come meanwhile costs one trip more", async () => {
    const host = await watched(fiveLists());
    const { workbook, cost } = await after(host, (excel) => {
      const sheet = excel.findSheet("交通");
      if (sheet !== undefined) excel.addTable(sheet, { name: "新表", range: { sheet: "交通", top: 0, left: 0, bottom: 9, right: 3 }, columnNames: ["甲", "乙", "丙", "丁"], hasHeaderRow: true, hasTotalRow: false });
      range(excel, "城管", "8:8").Insert("Down");
    });
    expect(cost.trips).toBe(2);
    expect(workbook.listObjects).toHaveLength(1);
  });

  test("a worksheet renamed meanwhile is found by reading everything", async () => {
    const host = await watched(fiveLists());
    const { workbook, changed } = await after(host, (excel) => {
      range(excel, "城管", "8:8").Insert("Down");
      const sheet = excel.findSheet("交通");
      if (sheet !== undefined) sheet.Name = "交通运输";
    });
    expect(changed).toBeUndefined();
    expect(workbook.worksheets.map(({ name }) => name)).toContain("交通运输");
  });

  test("a worksheet protected meanwhile says so", async () => {
    const host = await watched(fiveLists());
    const { workbook } = await after(host, (excel) => {
      excel.findSheet("交通")?.protection.Protect();
      excel.findSheet("城管")?.protection.Protect();
      range(excel, "汇总", "A1").put("总计", (cell, value) => { cell.value = String(value); });
      excel.findSheet("汇总")?.changed({ top: 0, left: 0, bottom: 0, right: 0 }, "CellInserted");
    });
    expect(workbook.worksheets.map(({ isProtected }) => isProtected)).toEqual([true, true, false, false, false]);
  });

  test("a long list in as many chunks as it takes, the others not at all", async () => {
    const host = await watched(makeWorkbook([{ name: "长表", cells: rowsOf(4_000) }, { name: "另一", cells: rowsOf(4_000) }]), { payloadLimit: 300_000 });
    const { cost } = await after(host, (excel) => void range(excel, "长表", "3000:3000").Insert("Down"));
    // each list is some 0.8 MB
    expect(cost.responseBytes).toBeLessThan(1_200_000);
  });
});

test("a cell of a list with flags is 1 trip: the flags of its row alone are read with it", async () => {
  const cells: CellContent[][] = [["序号", "重点任务", "牵头部门", "完成时限"], ...Array.from({ length: 1_000 }, (_, row): CellContent[] => [row + 1, `巡查第${row + 1}段河道`, "市水利局", `2026年${(row % 12) + 1}月底前`])];
  const host = await watched(makeWorkbook([{ name: "清单", cells }]));
  await flagUntilSettled(host, "2026-03-01");
  const { changed, cost } = await after(host, (excel) => { range(excel, "清单", "D800").Values = "2026年2月底前"; });
  expect(changed).toEqual([{ sheet: "清单", top: 799, left: 3, bottom: 799, right: 3 }]);
  expect(cost.trips).toBe(1);
  expect(cost.responseBytes).toBeLessThan(5_000);
});

describe("a worksheet comes to the front", () => {
  const switchTo = (sheet: string) => (excel: SimulatedExcel): void => excel.findSheet(sheet)?.Activate();

  test("small ones are read in 1 trip: the one that is left and the one that comes", async () => {
    const host = await watched(fiveLists());
    const { before, workbook, cost, changes } = await after(host, switchTo("汇总"));
    expect(changes).toEqual([{ sheet: "城管", isGlance: true }, { sheet: "汇总", isGlance: true }]);
    expect(workbook).toBe(before);
    expect(cost.trips).toBe(1);
    expect(cost.responseBytes).toBeLessThan(90_000);
  });

  test("a pick from a list that this Excel has not told of is seen when the worksheet is left", async () => {
    const host = await watched(fiveLists());
    host.excel.findSheet("城管")?.Activate();
    const { workbook, changed } = await after(host, (excel) => {
      excel.events.areOn = false;
      range(excel, "城管", "C5").Values = "市交通运输局";
      excel.events.areOn = true;
      excel.findSheet("汇总")?.Activate();
    });
    expect(changed).toEqual([{ sheet: "城管", top: 4, left: 2, bottom: 4, right: 2 }]);
    expect(contentAt(findWorksheet(workbook, "城管")!, 4, 2)).toBe("市交通运输局");
  });

  test("of a long one Excel counts what it holds: 1 trip and next to no bytes", async () => {
    const host = await watched(makeWorkbook([{ name: "长表", cells: rowsOf(4_000) }, { name: "另一", cells: rowsOf(4_000) }]));
    const { before, workbook, cost } = await after(host, switchTo("另一"));
    expect(workbook).toBe(before);
    expect(cost.trips).toBe(1);
    expect(cost.responseBytes).toBeLessThan(2_000);
  });

  test("and reads it where that is another number", async () => {
    const host = await watched(makeWorkbook([{ name: "长表", cells: rowsOf(4_000) }, { name: "另一", cells: rowsOf(4_000) }]));
    const { changed } = await after(host, (excel) => {
      excel.events.areOn = false;
      range(excel, "长表", "C3000").Values = "";
      excel.events.areOn = true;
      excel.findSheet("另一")?.Activate();
    });
    expect(changed).toEqual([{ sheet: "长表", top: 2_999, left: 2, bottom: 2_999, right: 2 }]);
  });
});

describe("rows are hidden and shown", () => {
  test.each<readonly [string, (excel: SimulatedExcel) => void, number]>([
    ["by hand", (excel) => { range(excel, "长表", "8:12").RowHidden = true; }, 5],
    ["by a filter", (excel) => excel.findSheet("长表")?.marks.filterBy(2, (text) => text !== "市城管局"), 4_000],
  ])("%s: told from ExcelApi 1.11 on, in 1 trip", async (_, act, hidden) => {
    const host = await watched(makeWorkbook([{ name: "长表", cells: rowsOf(4_000) }, { name: "另一", cells: rowsOf(4_000) }]));
    const marks = host.excel.findSheet("长表")?.marks;
    if (marks !== undefined) marks.filter = { top: 0, left: 0, bottom: 4_000, right: 5 };
    const { workbook, cost, changes, changed } = await after(host, act);
    expect(changes).toEqual([{ sheet: "长表", isHiding: true }]);
    expect(changed).toBeUndefined();
    expect(workbook.worksheets[0]?.hiddenRows.reduce((sum, { first, last }) => sum + last - first + 1, 0)).toBe(hidden);
    expect(cost.trips).toBe(1);
    // 20 bytes a row, and nothing of what it holds
    expect(cost.responseBytes).toBeLessThan(100_000);
  });

  test("by somebody else is told as such", async () => {
    const host = await watched(makeWorkbook([{ name: "清单", cells: rowsOf(20) }]));
    const { changes } = await after(host, (excel) => {
      excel.isRemote = true;
      range(excel, "清单", "8:12").RowHidden = true;
    });
    expect(changes).toEqual([{ sheet: "清单", isHiding: true, isRemote: true }]);
  });

  test("is not told before ExcelApi 1.11, and nothing is asked of such an Excel", async () => {
    const host = await watched(makeWorkbook([{ name: "清单", cells: rowsOf(20) }]), { excelApi: "1.9" });
    host.excel.userDoes((excel) => { range(excel, "清单", "8:12").RowHidden = true; });
    await settle();
    expect(host.changes).toEqual([]);
  });

  test("by taking off a filter of ours is not told: the host does it itself", async () => {
    const host = await watched(makeWorkbook([{ name: "清单", cells: rowsOf(20) }]));
    const filter = { top: 0, left: 0, bottom: 20, right: 5 };
    const edit = { kind: "set-filter", sheet: "清单" } as const;
    const receipt = await host.apply([{ title: { zh: "试改", en: "try" }, edits: [{ ...edit, before: null, after: filter }] }]);
    host.excel.userDoes((excel) => excel.findSheet("清单")?.marks.filterBy(0, (text) => text !== "3"));
    await settle();
    expect(host.changes).toEqual([{ sheet: "清单", isHiding: true }]);
    await host.undo(receipt);
    await settle();
    expect(host.changes).toHaveLength(1);
    // what a person does afterwards is
    host.excel.userDoes((excel) => { range(excel, "清单", "8:12").RowHidden = true; });
    await settle();
    expect(host.changes).toHaveLength(2);
  });
});

describe("whatever is done, reading again is reading everything", () => {
  const sheets = ["甲表", "乙表", "丙表"];
  const act = fc.record({
    kind: fc.constantFrom("type", "paste", "insert", "delete", "column", "hide", "show", "switch", "filter", "silent"),
    sheet: fc.constantFrom(...sheets),
    row: fc.integer({ min: 1, max: 14 }),
    column: fc.nat({ max: 6 }),
    value: fc.constantFrom("市水利局", "", "2026年6月底前", 12, "=甲表!E3+1", "=SUM(乙表!E2:E9)", "=TODAY()"),
  });
  type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;
  const workbook = (): Workbook =>
    makeWorkbook(sheets.map((name, index) => ({ name, cells: rowsOf(10).map((line, row) => [...line, row === 0 ? "来源" : { formula: `=${sheets[(index + 1) % 3] ?? ""}!E${row + 1}` }]), merges: ["A12:B12"] })));

  function perform(excel: SimulatedExcel, { kind, sheet, row, column, value }: Act): void {
    const letter = String.fromCharCode(65 + column);
    switch (kind) {
      case "type":
        return void (range(excel, sheet, `${letter}${row + 1}`).Values = value);
      case "paste":
        return void (range(excel, sheet, `A${row + 1}:C${row + 2}`).Values = [["9", "新任务", value], ["10", value, "市教育局"]]);
      case "insert":
        return void range(excel, sheet, `${row + 1}:${row + 2}`).Insert("Down");
      case "delete":
        return range(excel, sheet, `${row + 1}:${row + 1}`).Delete("Up");
      case "column":
        return void range(excel, sheet, `${letter}:${letter}`).Insert("Right");
      case "hide":
      case "show":
        // below what the list holds nobody looks
        return void (range(excel, sheet, `${(row % 7) + 1}:${(row % 7) + 3}`).RowHidden = kind === "hide");
      case "switch":
        return excel.findSheet(sheet)?.Activate();
      case "filter": {
        const marks = excel.findSheet(sheet)?.marks;
        return marks?.filter === undefined ? undefined : marks.filterBy(marks.filter.left, (text) => text !== "市水利局");
      }
      case "silent": {
        // a pick that is not told, on the worksheet in front, which is then left
        excel.events.areOn = false;
        range(excel, excel.activeSheet.Name, `C${row + 1}`).Values = value === "" ? "市教育局" : "市水利局";
        excel.events.areOn = true;
        return excel.sheets.find((other) => other !== excel.activeSheet)?.Activate();
      }
    }
  }

  test.each(["1.11", "1.15"])("with ExcelApi %s", async (excelApi) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), async (rounds) => {
        const host = await watched(workbook(), { excelApi });
        for (const { marks } of host.excel.sheets) marks.filter = { top: 0, left: 2, bottom: 10, right: 5 };
        let known = await host.read();
        for (const acts of rounds) {
          host.changes.length = 0;
          host.excel.userDoes((excel) => acts.forEach((one) => perform(excel, one)));
          await settle();
          known = (await host.readAgain(known, [...host.changes])).workbook;
          // a filter that hides nothing is not told of
          const seen = (book: Workbook): Workbook => ({ ...book, worksheets: book.worksheets.map((worksheet) => withMarks(worksheet, { ...(worksheet.filter && { filter: worksheet.filter }) })) });
          const one = seen(known);
          expect(compareWorkbooks(one, seen(await host.read())).workbook).toBe(one);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
