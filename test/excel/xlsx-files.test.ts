import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { makeKitchen } from "../support/make-kitchen";
import { contentsOf } from "../support/make-workbook";
import { SimulatedExcel } from "./simulated-excel";
import { dumpXlsx, loadXlsx } from "./xlsx-files";

test("a file goes through the simulated Excel unchanged but for what was typed", async () => {
  const bytes = makeKitchen();
  const excel = new SimulatedExcel();
  await loadXlsx(excel, bytes);
  const before = await (await createXlsxHost(bytes)).read();
  expect(excel.dump().worksheets.map(contentsOf)).toEqual(before.worksheets.map(contentsOf));
  expect(excel.dump().worksheets.map(({ merges, visibility }) => [merges, visibility])).toEqual(before.worksheets.map(({ merges, visibility }) => [merges, visibility]));
  excel.userTypes("责任分工", "D4", [["市住建局"]]);
  const after = await (await createXlsxHost(await dumpXlsx(excel, bytes))).read();
  const expected = before.worksheets.map(contentsOf);
  const row = expected[0]?.[3];
  if (row !== undefined) row[3] = "市住建局";
  expect(after.worksheets.map(contentsOf)).toEqual(expected);
});
