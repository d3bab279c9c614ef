import { closeExcel, makeCurrent, startExcel, type StartedExcel } from "./start-excel";

let started: StartedExcel;

beforeAll(async () => {
  started = await startExcel();
  makeCurrent(started);
});

afterAll(() => closeExcel(started));

test("the genuine library reads and writes the simulated workbook", async () => {
  started.excel.userTypes("Sheet1", "A1:B2", [[1, "甲"], [3, "=A1+A2"]]);
  const read = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2").load({ values: true, formulas: true, address: true, valueTypes: true });
    await context.sync();
    return { values: range.values, formulas: range.formulas, address: range.address, types: range.valueTypes };
  });
  expect(read).toEqual({ values: [[1, "甲"], [3, 0]], formulas: [[1, "甲"], [3, "=A1+A2"]], address: "Sheet1!A1:B2", types: [["Double", "String"], ["Double", "Double"]] });
});

test("it throws its own errors", async () => {
  await expect(Excel.run(async (context) => { context.workbook.worksheets.getItem("没有").load({ name: true }); await context.sync(); })).rejects.toMatchObject({ code: "ItemNotFound" });
  await expect(Excel.run(async (context) => context.workbook.worksheets.getItem("Sheet1").getRange("A1").values)).rejects.toMatchObject({ code: "PropertyNotLoaded" });
  started.excel.isInCellEditMode = true;
  await expect(Excel.run(async (context) => { context.workbook.load({ name: true }); await context.sync(); })).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  started.excel.isInCellEditMode = false;
});
