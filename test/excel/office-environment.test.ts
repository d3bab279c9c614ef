/** @jest-environment ./test/excel/office-environment.ts */
import type { SimulatedExcel } from "./simulated-excel";

declare const simulatedExcel: SimulatedExcel;

test("jsdom with the genuine library, answered by the simulation", async () => {
  simulatedExcel.userTypes("Sheet1", "A1", [["督查事项"]]);
  const { host } = await Office.onReady();
  expect(host).toBe("Excel");
  const values = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1").load({ values: true });
    await context.sync();
    return range.values as unknown;
  });
  expect(values).toEqual([["督查事项"]]);
  expect(document.createElement("p").tagName).toBe("P");
});
