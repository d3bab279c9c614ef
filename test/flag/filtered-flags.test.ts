import type { Receipt } from "../../src/core/edit";
import { findWorksheet, type Span, type Workbook, type Worksheet } from "../../src/core/workbook";
import { clearFlags } from "../../src/flag/clear-flags";
import { createMemoryHost } from "../../src/host/memory-host";
import type { Host } from "../../src/host/host";
import { readPackage, writePackage } from "../../src/host/xlsx/package";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { excelHostFactory } from "../host/excel/excel-host-factory";
import { contentsOf, sheet } from "../support/sheet";
import { workbookFile } from "../support/workbook-file";
import { flagUntilSettled } from "./flag-until-settled";

const asOf = "2026-03-01";
const list = sheet(
  `
  序号 | 重点任务     | 牵头部门 | 完成时限      | 完成状态
  1    | 疏浚河道     | 市水利局 | 2026年9月底前 | 推进中
  2    | 加固堤防     | 市水利局 | 2026年2月底前 |
  3    | 巡查水库     | 市水利局 | 长期坚持      | 推进中
  4    | 清理排水口   | 市城管局 | 2026年1月底前 |
`,
  { name: "清单" },
);

/** What a person sees of the rows of the list, and how a person filters them. */
type Filtered = {
  readonly host: () => Host;
  /** Hides these rows as a filter on the column does. */
  readonly filter: (column: number, rows: readonly number[]) => Promise<void>;
};

const spans = (rows: readonly number[]): Span[] => rows.map((row) => ({ first: row, last: row }));

async function inMemory(workbook: Workbook): Promise<Filtered> {
  const host = createMemoryHost(workbook);
  return {
    host: () => host,
    async filter(_, rows) {
      const now = await host.read();
      host.replace({ ...now, worksheets: now.worksheets.map((worksheet): Worksheet => ({ ...worksheet, isFiltered: true, hiddenRows: spans([...rowsOf(worksheet.hiddenRows), ...rows].sort((a, b) => a - b)) })) });
    },
  };
}

/** The file as Excel writes it: what the filter shows by beside it, and each row that it hides. */
async function inFile(workbook: Workbook): Promise<Filtered> {
  let host = await createXlsxHost(workbookFile(workbook));
  return {
    host: () => host,
    async filter(column, rows) {
      const parts = new Map(readPackage(await host.save()));
      const name = "xl/worksheets/sheet1.xml";
      const xml = new TextDecoder().decode(parts.get(name));
      const ref = /<autoFilter ref="([A-Z]+)/.exec(xml)?.[1] ?? "";
      const column0 = column - (ref.charCodeAt(0) - 65);
      const filtered = xml.replace(/(<autoFilter ref="[^"]*")\/>/, `$1><filterColumn colId="${column0}"><filters><filter val="留下的"/></filters></filterColumn></autoFilter>`).replace(/<row r="(\d+)"/g, (tag, number: string) => (rows.includes(Number(number) - 1) ? `${tag} hidden="1"` : tag));
      expect(filtered).toContain("<filterColumn");
      parts.set(name, new TextEncoder().encode(filtered));
      host = await createXlsxHost(writePackage(parts));
    },
  };
}

async function inExcel(workbook: Workbook, excelApi: string): Promise<Filtered> {
  const host = await excelHostFactory(workbook, { excelApi });
  return {
    host: () => host,
    async filter(column, rows) {
      const node = host.excel.findSheet("清单");
      const hidden = rows.map((row) => node?.textAt(row, column));
      host.excel.userDoes(() => node?.marks.filterBy(column, (text) => !hidden.includes(text)));
    },
  };
}

function rowsOf(hidden: readonly Span[]): number[] {
  return hidden.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

async function listOf(host: Host): Promise<Worksheet> {
  const worksheet = findWorksheet(await host.read(), "清单");
  if (worksheet === undefined) throw new Error("no worksheet");
  return worksheet;
}

const doors: readonly (readonly [string, (workbook: Workbook) => Promise<Filtered>])[] = [
  ["memory", inMemory],
  ["an .xlsx file", inFile],
  ["Excel with ExcelApi 1.9", (workbook) => inExcel(workbook, "1.9")],
  ["Excel with ExcelApi 1.15", (workbook) => inExcel(workbook, "1.15")],
];
const stateColumn = 6;
const taskColumn = 1;

describe.each(doors)("flags whose filter hides rows, in %s", (_, open) => {
  const flagged = async (workbook: Workbook = { worksheets: [list], uses1904Dates: false }): Promise<Filtered & { readonly receipts: readonly Receipt[] }> => {
    const door = await open(workbook);
    const receipts = await flagUntilSettled(door.host(), asOf);
    return { ...door, receipts };
  };

  test.each([
    ["by a column of ours", stateColumn],
    ["by a column of the person's own", taskColumn],
  ])("%s: all rows are seen again once flags are gone", async (_name, column) => {
    const door = await flagged();
    await door.filter(column, [1, 3]);
    const before = await listOf(door.host());
    expect(rowsOf(before.hiddenRows)).toEqual(expect.arrayContaining([1, 3]));
    expect(before.isFiltered).toBe(true);
    const receipt = await door.host().apply(clearFlags(await door.host().read()));
    expect(receipt.skipped).toEqual([]);
    const after = await listOf(door.host());
    expect(after).toMatchObject({ hiddenRows: [], hiddenColumns: [] });
    expect(after).not.toHaveProperty("filter");
    expect(after).not.toHaveProperty("isFiltered");
    expect(contentsOf(after)).toEqual(contentsOf(list));
  });

  test("a row that was hidden by hand before stays hidden where the filter hides nothing", async () => {
    const door = await flagged({ worksheets: [{ ...list, hiddenRows: spans([2]) }], uses1904Dates: false });
    expect(await listOf(door.host())).not.toHaveProperty("isFiltered");
    await door.host().apply(clearFlags(await door.host().read()));
    expect(rowsOf((await listOf(door.host())).hiddenRows)).toEqual([2]);
  });

  test("flagging again changes nothing of what is hidden", async () => {
    const door = await flagged();
    await door.filter(stateColumn, [1, 3]);
    const { hiddenRows } = await listOf(door.host());
    await flagUntilSettled(door.host(), asOf);
    expect(await listOf(door.host())).toMatchObject({ hiddenRows, isFiltered: true });
  });
});

describe.each(doors)("undoing the flags while their filter hides rows, in %s", (_, open) => {
  test("shows all rows again", async () => {
    const door = await open({ worksheets: [list], uses1904Dates: false });
    const [columns] = await flagUntilSettled(door.host(), asOf);
    if (columns === undefined) throw new Error("nothing flagged");
    await door.filter(stateColumn, [1, 3]);
    await door.host().undo(columns);
    const after = await listOf(door.host());
    expect(after.hiddenRows).toEqual([]);
    expect(after).not.toHaveProperty("filter");
  });
});
