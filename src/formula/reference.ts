import { parseStructRef } from "@borgar/fx";
import { parseAddress } from "../core/address";
import type { ListObject, Range, Workbook } from "../core/workbook";
import { worksheetCalled, type FormulaPlace } from "./formula-place";
import { unreadable } from "./unreadable";

/** 'Sheet 1'!B3 → the sheet's name and what stands behind it; the sheet undefined where none is written. */
export function splitReference(text: string): { readonly sheet: string | undefined; readonly rest: string } {
  const bang = text.lastIndexOf("!");
  if (bang < 0) return { sheet: undefined, rest: text };
  const prefix = text.slice(0, bang);
  const isQuoted = prefix.startsWith("'") && prefix.endsWith("'") && prefix.length > 1;
  const sheet = isQuoted ? prefix.slice(1, -1).replace(/''/g, "'") : prefix;
  if (sheet.includes("[")) throw unreadable(text, "引用了别的工作簿，看不到它的内容", "refers to another workbook, which cannot be looked into");
  if (sheet.includes(":")) throw unreadable(text, "一次引用了几张工作表", "refers to several worksheets at once");
  return { sheet, rest: text.slice(bang + 1) };
}

/** The range of an address such as $B$3:B9, B:B or 'Sheet 1'!B3; throws Unreadable where it is none. */
export function rangeOfAddress(text: string, place: FormulaPlace, workbook: Workbook): Range {
  const { sheet, rest } = splitReference(text);
  const area = parseAddress(rest);
  if (area === undefined) throw unreadable(text, "不是能读懂的单元格地址", "is no address that can be read");
  return { sheet: sheetName(sheet ?? place.sheet, text, workbook), ...area };
}

export function sheetName(written: string, text: string, workbook: Workbook): string {
  const worksheet = worksheetCalled(workbook, written);
  if (worksheet === undefined) throw unreadable(text, "所引用的工作表不存在", "refers to a worksheet that does not exist");
  return worksheet.name;
}

/** The range of a structured reference such as 表1[收入] or [@收入]. */
export function rangeOfStructure(text: string, place: FormulaPlace, workbook: Workbook): Range {
  const parsed = parseStructRef(text);
  if (parsed === undefined) throw unreadable(text, "不是能读懂的表格引用", "is no table reference that can be read");
  if ((parsed.context ?? []).length > 0) throw unreadable(text, "引用了别的工作簿，看不到它的内容", "refers to another workbook, which cannot be looked into");
  const table = tableCalled(parsed.table ?? "", place, workbook);
  if (table === undefined) throw unreadable(text, "所引用的表格不存在", "refers to a table that does not exist");
  const [left, right] = columnsOf(table, parsed.columns ?? [], text);
  const rows = rowsOf(table, parsed.sections ?? [], place, text);
  return { sheet: table.range.sheet, top: rows[0], bottom: rows[1], left, right };
}

/** The rows of data of the Excel table of this name; undefined where there is none. */
export function rangeOfTable(name: string, place: FormulaPlace, workbook: Workbook): Range | undefined {
  const table = name === "" ? undefined : tableCalled(name, place, workbook);
  if (table === undefined) return undefined;
  const [top, bottom] = dataRows(table);
  return { ...table.range, top, bottom };
}

function tableCalled(name: string, { sheet, row, column }: FormulaPlace, workbook: Workbook): ListObject | undefined {
  const folded = name.toLowerCase();
  return (workbook.listObjects ?? []).find(({ name: own, range }) =>
    folded === ""
      ? range.sheet.toLowerCase() === sheet.toLowerCase() && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right
      : own.toLowerCase() === folded,
  );
}

function columnsOf(table: ListObject, columns: readonly string[], text: string): readonly [left: number, right: number] {
  const { left, right } = table.range;
  if (columns.length === 0) return [left, right];
  const places = columns.map((column) => {
    const folded = foldHeader(column);
    const index = table.columnNames.findIndex((name) => foldHeader(name) === folded);
    if (index < 0) throw unreadable(text, `所引用的列“${column}”不在表格“${table.name}”里`, `refers to a column that the table “${table.name}” does not have`);
    return left + index;
  });
  return [Math.min(...places), Math.max(...places)];
}

/** Files write a line break in a header in several ways. */
function foldHeader(name: string): string {
  return name.replace(/_x000[ad]_|\r\n|\r/gi, "\n").replace(/\n+/g, "\n").toLowerCase();
}

function dataRows({ range, hasHeaderRow, hasTotalRow }: ListObject): readonly [top: number, bottom: number] {
  return [range.top + (hasHeaderRow ? 1 : 0), range.bottom - (hasTotalRow ? 1 : 0)];
}

function rowsOf(table: ListObject, sections: readonly string[], place: FormulaPlace, text: string): readonly [top: number, bottom: number] {
  const [top, bottom] = dataRows(table);
  const spans = (sections.length === 0 ? ["data"] : sections).map((section): readonly [number, number] => {
    switch (section.toLowerCase()) {
      case "this row":
        if (place.sheet.toLowerCase() !== table.range.sheet.toLowerCase() || place.row < top || place.row > bottom) {
          throw unreadable(text, "说的是“本行”，公式却不在这个表格的数据行里", "speaks of this row, but the formula stands in no row of that table");
        }
        return [place.row, place.row];
      case "all":
        return [table.range.top, table.range.bottom];
      case "headers":
        if (table.hasHeaderRow) return [table.range.top, table.range.top];
        break;
      case "totals":
        if (table.hasTotalRow) return [table.range.bottom, table.range.bottom];
        break;
      default:
        return [top, bottom];
    }
    throw unreadable(text, "所引用的行在这个表格里没有", "refers to a row that the table does not have");
  });
  return [Math.min(...spans.map(([first]) => first)), Math.max(...spans.map(([, last]) => last))];
}
