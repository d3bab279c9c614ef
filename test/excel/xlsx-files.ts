import { setCell, type Edit } from "../../src/core/edit";
import { contentAt, findWorksheet, isSameContent } from "../../src/core/workbook";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import type { SimulatedExcel } from "./simulated-excel";

/** Opens an .xlsx in the simulated Excel, read by the product's own xlsx host. */
export async function loadXlsx(excel: SimulatedExcel, bytes: Uint8Array): Promise<void> {
  excel.load(await (await createXlsxHost(bytes)).read());
}

/** Saves what the simulated Excel holds into the file it was opened from; cells only, as nothing else can be changed there and kept. */
export async function dumpXlsx(excel: SimulatedExcel, bytes: Uint8Array): Promise<Uint8Array> {
  const host = await createXlsxHost(bytes);
  const before = await host.read();
  const edits = excel.dump().worksheets.flatMap((sheet): Edit[] => {
    const old = findWorksheet(before, sheet.name);
    if (old === undefined) throw new Error(`the file has no sheet ${sheet.name}`);
    const cells: Edit[] = [];
    for (let row = 0; row < Math.max(sheet.rowCount, old.rowCount); row++) {
      for (let column = 0; column < Math.max(sheet.columnCount, old.columnCount); column++) {
        const [was, is] = [contentAt(old, row, column), contentAt(sheet, row, column)];
        if (!isSameContent(was, is)) cells.push(setCell(sheet.name, row, column, was, is));
      }
    }
    return cells;
  });
  const { skipped } = await host.apply([{ title: { zh: "保存", en: "save" }, edits }]);
  if (skipped.length > 0) throw new Error(`could not save: ${skipped[0]?.reason ?? ""}`);
  return host.save();
}
