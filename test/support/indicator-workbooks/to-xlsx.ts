import { stringifyAddress } from "../../../src/core/address";
import type { CellContent, CellValue, ListObject } from "../../../src/core/workbook";
import { makeXlsx, type XlsxSheet } from "../make-xlsx";
import type { DraftSheet, IndicatorWorkbook } from "./draft";

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** The same as a file, formulas with their computed values; without them, LibreOffice computes all anew. */
export function toXlsx({ sheets, workbook }: IndicatorWorkbook, { withValues = true }: { readonly withValues?: boolean } = {}): Uint8Array {
  const formats = [...new Set(sheets.flatMap(({ cells }) => [...cells.values()].map(({ format }) => format)))].filter((format) => format !== "General");
  const { names = [], listObjects = [] } = workbook;
  const parts: Record<string, string> = { "xl/styles.xml": stylesWith(formats) };
  for (const [index, table] of listObjects.entries()) {
    const sheet = sheets.findIndex(({ name }) => name === table.range.sheet) + 1;
    parts[`xl/tables/table${index + 1}.xml`] = writeTable(table, index + 1);
    parts[`xl/worksheets/_rels/sheet${sheet}.xml.rels`] = `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/table" Target="../tables/table${index + 1}.xml"/></Relationships>`;
  }
  const table = listObjects[0];
  return makeXlsx(sheets.map((sheet) => toSheet(sheet, formats, withValues, table?.range.sheet === sheet.name ? table : undefined)), {
    parts,
    contentTypes: listObjects.map((_, index) => `<Override PartName="/xl/tables/table${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/>`).join(""),
    ...(names.length === 0 ? {} : { workbookTail: `<definedNames>${names.map(({ name, formula }) => `<definedName name="${escape(name)}">${escape(formula.slice(1))}</definedName>`).join("")}</definedNames>` }),
  });
}

function toSheet({ name, visibility, cells, merges }: DraftSheet, formats: readonly string[], withValues: boolean, table: ListObject | undefined): XlsxSheet {
  const lines: CellContent[][] = [];
  for (const [key, { content }] of cells) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    const line = (lines[row] ??= []);
    line[column] = typeof content === "object" && content !== null && "formula" in content ? { formula: inFile(content.formula, table?.name) } : content;
  }
  const at = (row: number, column: number) => cells.get(`${row},${column}`);
  return {
    name,
    state: visibility,
    merges,
    cells: Array.from(lines, (line) => Array.from(line ?? [], (content) => content ?? null)),
    styleOf: (row, column) => formats.indexOf(at(row, column)?.format ?? "") + 1,
    ...(withValues ? { shownOf: (row: number, column: number): CellValue | undefined => at(row, column)?.value } : {}),
    ...(table === undefined ? {} : { tail: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' }),
  };
}

/** As Excel writes it to a file: the row of a table spelt out, newer functions with their prefix. */
function inFile(formula: string, table: string | undefined): string {
  const spelt = table === undefined ? formula : formula.replace(/(?<![\p{L}\p{N}\]])\[@\[([^\]]+)\]\]/gu, `${table}[[#This Row],[$1]]`);
  return spelt.replace(/\bXLOOKUP\(/g, "_xlfn.XLOOKUP(");
}

function writeTable({ name, range, columnNames }: ListObject, id: number): string {
  const ref = stringifyAddress(range);
  return `<table ${main} id="${id}" name="${escape(name)}" displayName="${escape(name)}" ref="${ref}"><autoFilter ref="${ref}"/><tableColumns count="${columnNames.length}">${columnNames.map((column, index) => `<tableColumn id="${index + 1}" name="${escape(column)}"/>`).join("")}</tableColumns></table>`;
}

function stylesWith(formats: readonly string[]): string {
  const xf = (id: number): string => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"${id === 0 ? "" : ' applyNumberFormat="1"'}/>`;
  return `<styleSheet ${main}><numFmts count="${formats.length}">${formats.map((format, index) => `<numFmt numFmtId="${170 + index}" formatCode="${escape(format)}"/>`).join("")}</numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1">${xf(0)}</cellStyleXfs><cellXfs count="${formats.length + 1}">${xf(0)}${formats.map((_, index) => xf(170 + index)).join("")}</cellXfs></styleSheet>`;
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
