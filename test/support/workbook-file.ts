import { stringifyAddress } from "../../src/core/address";
import type { ListObject, Span, Workbook } from "../../src/core/workbook";
import { contentsOf } from "./make-workbook";
import { makeXlsx } from "./make-xlsx";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook snapshot as an .xlsx: contents, merges, what is hidden, names and list objects. */
export function workbookFile({ worksheets, uses1904Dates, names = [], listObjects = [] }: Workbook): Uint8Array {
  const numbered = listObjects.map((listObject, index) => ({ listObject, number: index + 1 }));
  const on = (sheet: string): typeof numbered => numbered.filter(({ listObject }) => listObject.range.sheet === sheet);
  const relationships = worksheets.map(({ name }, index) => [`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, relationshipsTo(on(name).map(({ number }) => number))] as const);
  return makeXlsx(
    worksheets.map((worksheet) => ({
      name: worksheet.name,
      cells: contentsOf(worksheet),
      merges: worksheet.merges.map(stringifyAddress),
      hiddenRows: worksheet.hiddenRows.flatMap(numbersFromOne),
      hiddenColumns: worksheet.hiddenColumns.flatMap(numbersFromOne),
      state: worksheet.visibility,
      isProtected: worksheet.isProtected,
      tail: tableParts(on(worksheet.name).map(({ number }) => number)),
    })),
    {
      uses1904Dates,
      workbookTail: names.length === 0 ? "" : `<definedNames>${names.map(({ name, sheet, formula }) => `<definedName name="${name}"${sheet === undefined ? "" : ` localSheetId="${worksheets.findIndex((worksheet) => worksheet.name === sheet)}"`}>${escape(formula.slice(1))}</definedName>`).join("")}</definedNames>`,
      contentTypes: numbered.map(({ number }) => `<Override PartName="/xl/tables/table${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/>`).join(""),
      parts: Object.fromEntries([...relationships.filter(([, xml]) => xml !== ""), ...numbered.map(({ listObject, number }) => [`xl/tables/table${number}.xml`, tableXml(listObject, number)] as const)]),
    },
  );
}

function numbersFromOne({ first, last }: Span): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index + 1);
}

function relationshipsTo(tables: readonly number[]): string {
  if (tables.length === 0) return "";
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${tables.map((number) => `<Relationship Id="rId${number}" Type="${office}/table" Target="../tables/table${number}.xml"/>`).join("")}</Relationships>`;
}

function tableParts(tables: readonly number[]): string {
  return tables.length === 0 ? "" : `<tableParts count="${tables.length}">${tables.map((number) => `<tablePart r:id="rId${number}"/>`).join("")}</tableParts>`;
}

function tableXml({ name, range, columnNames, hasHeaderRow, hasTotalRow }: ListObject, id: number): string {
  const columns = columnNames.map((column, index) => `<tableColumn id="${index + 1}" name="${escape(column).replaceAll("\n", "_x000a_")}"/>`).join("");
  return `${declaration}<table ${main} id="${id}" name="${name}" displayName="${name}" ref="${stringifyAddress(range)}"${hasHeaderRow ? "" : ' headerRowCount="0"'}${hasTotalRow ? ' totalsRowCount="1"' : ' totalsRowShown="0"'}><tableColumns count="${columnNames.length}">${columns}</tableColumns></table>`;
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
