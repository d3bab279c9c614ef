import { stringifyAddress, stringifyColumn } from "../../src/core/address";
import { findTables } from "../../src/core/find-tables";
import { tablesOfKind } from "../../src/core/table";
import type { Workbook } from "../../src/core/workbook";
import { seriesOf } from "../../src/measurements/measurements";
import { inputCell, type Series } from "../../src/measurements/series";
import { templates } from "../../src/templates";
import { indicatorKind } from "../../src/templates/indicator-kind";
import { sheet, workbook, type SheetOptions } from "./sheet";

/** A workbook of a first worksheet, Sheet1, and others by name. */
export function drawnBook(text: string, others: Readonly<Record<string, string>> = {}, options: SheetOptions = {}): Workbook {
  return workbook(sheet(text, options), ...Object.entries(others).map(([name, drawing]) => sheet(drawing, { name })));
}

/** Every series of a workbook's indicator tables. */
export function seriesIn(book: Workbook): Series[] {
  return tablesOfKind(findTables(book, templates), indicatorKind).flatMap((table) => seriesOf(table, book));
}

/** One line a series: name, column, and in the first of its rows where each input stands, with scale and role. */
export function describeSeries({ name, column, rows, table, inputs, expression }: Series): string {
  const [row = 0] = rows;
  const places = [...inputs].map(([key, input]) => {
    const cell = inputCell(input, row);
    const place = `${cell.sheet === table.sheet ? "" : `${cell.sheet}!`}${stringifyAddress(cell)}`;
    return `${key}=${place}${input.scale === 1 ? "" : `×${input.scale}`}(${input.role})`;
  });
  return [`${name} ${stringifyColumn(column)}${row + 1}`, ...(expression === undefined ? ["nothing computed"] : []), ...places].join(" ");
}
