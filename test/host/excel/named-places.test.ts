import { makeWorkbook } from "../../support/make-workbook";
import { excelHostFactory } from "./excel-host-factory";

const sheets = Array.from({ length: 12 }, (_, index) => ({ name: `表${index + 1}`, cells: [["医院", "床位"], ["市一院", 900 + index]] }));
const workbook = {
  ...makeWorkbook(sheets),
  names: sheets.map(({ name }, index) => ({ name: `床位${index + 1}`, ...(index % 2 === 0 && { sheet: name }), formula: `=${name}!$B$2` })),
  listObjects: sheets.map(({ name }, index) => ({ name: `床位表${index + 1}`, range: { sheet: name, top: 0, left: 0, bottom: 1, right: 1 }, columnNames: ["医院", "床位"], hasHeaderRow: true, hasTotalRow: false })),
};

test("names and tables of 12 worksheets come along in the 2 trips of a read", async () => {
  const host = await excelHostFactory(workbook, { excelApi: "1.9" });
  const { result, cost } = await host.excel.meter.during("read", () => host.read());
  expect(cost.trips).toBe(2);
  expect(result.names).toHaveLength(12);
  expect(result.listObjects).toEqual(workbook.listObjects);
});

test("Excel's own names are left out", async () => {
  const host = await excelHostFactory({ ...workbook, names: [{ name: "Print_Area", sheet: "表1", formula: "=表1!$A$1:$B$2" }, { name: "床位", formula: "=表1!$B$2" }] });
  expect((await host.read()).names).toEqual([{ name: "床位", formula: "=表1!$B$2" }]);
});

test("names beyond a response's limit are said to be unknown, and the cells are read all the same", async () => {
  const names = Array.from({ length: 2_000 }, (_, index) => ({ name: `旧名称${index}`, formula: `=#REF!$A$${index + 1}` }));
  const host = await excelHostFactory({ ...workbook, names }, { payloadLimit: 60_000 });
  const read = await host.read();
  expect([read.names, read.listObjects]).toEqual([undefined, undefined]);
  expect(read.worksheets[11]?.columns[1]?.values).toEqual(["床位", 911]);
});
