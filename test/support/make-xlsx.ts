import { strToU8, zipSync } from "fflate";
import { stringifyColumn } from "../../src/core/address";
import { isError, isFormula, type CellContent, type CellValue } from "../../src/core/workbook";

export type XlsxSheet = {
  readonly name: string;
  readonly cells: readonly (readonly CellContent[])[];
  readonly merges?: readonly string[];
  /** From 1, as Excel counts. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly state?: "visible" | "hidden" | "veryHidden";
  readonly isProtected?: boolean;
  /** Column widths in digits, from A on. */
  readonly widths?: readonly number[];
  readonly frozenRows?: number;
  /** Row → style of its cells: 1 title, 2 header, 3 body, 4 centred body. */
  readonly styleOf?: (row: number, column: number) => number;
  /** What a formula showed when it was last computed. */
  readonly shownOf?: (row: number, column: number) => CellValue | undefined;
  /** XML to stand after the cells and merges, such as validations. */
  readonly tail?: string;
};

export type XlsxOptions = { readonly uses1904Dates?: boolean; readonly parts?: Readonly<Record<string, string | Uint8Array>>; readonly isStructureProtected?: boolean; readonly contentTypes?: string; readonly workbookTail?: string; readonly workbookRelationships?: string };

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** An .xlsx with the same bytes for the same sheets, written by hand so that every part of it is known. */
export function makeXlsx(sheets: readonly XlsxSheet[], options: XlsxOptions = {}): Uint8Array {
  const { uses1904Dates = false, parts = {}, isStructureProtected = false, contentTypes = "", workbookTail = "", workbookRelationships = "" } = options;
  const files: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}${contentTypes}</Types>`,
    "_rels/.rels": `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${declaration}<workbook ${main} xmlns:r="${office}"><workbookPr${uses1904Dates ? ' date1904="1"' : ""}/>${isStructureProtected ? '<workbookProtection lockStructure="1"/>' : ""}<sheets>${sheets.map(({ name, state = "visible" }, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`).join("")}</sheets>${workbookTail}</workbook>`,
    "xl/_rels/workbook.xml.rels": `${declaration}<Relationships xmlns="${packages}/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/>${workbookRelationships}</Relationships>`,
    "xl/styles.xml": styles,
  };
  for (const [index, sheet] of sheets.entries()) files[`xl/worksheets/sheet${index + 1}.xml`] = writeSheet(sheet);
  const all = { ...files, ...parts };
  // a fixed date: the same input must give the same bytes
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content])), { mtime: new Date(2026, 0, 1) });
}

function writeSheet({ cells, merges = [], hiddenRows = [], hiddenColumns = [], isProtected = false, widths = [], frozenRows = 0, styleOf = () => 0, shownOf = () => undefined, tail = "" }: XlsxSheet): string {
  const columns = Math.max(widths.length, ...hiddenColumns);
  const cols = Array.from({ length: Math.max(columns, 0) }, (_, index) => `<col min="${index + 1}" max="${index + 1}" width="${widths[index] ?? 9}" customWidth="1"${hiddenColumns.includes(index + 1) ? ' hidden="1"' : ""}/>`).join("");
  const rows = cells.map((line, row) => {
    const content = line.map((value, column) => writeCell(value, row, column, styleOf(row, column), shownOf(row, column))).join("");
    const isHidden = hiddenRows.includes(row + 1);
    return content === "" && !isHidden ? "" : `<row r="${row + 1}"${isHidden ? ' hidden="1"' : ""}>${content}</row>`;
  });
  return `${declaration}<worksheet ${main} xmlns:r="${office}"><sheetViews><sheetView workbookViewId="0">${frozenRows > 0 ? `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>` : ""}</sheetView></sheetViews>${cols === "" ? "" : `<cols>${cols}</cols>`}<sheetData>${rows.join("")}</sheetData>${isProtected ? '<sheetProtection sheet="1"/>' : ""}${merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`}${tail}</worksheet>`;
}

function writeCell(content: CellContent, row: number, column: number, style: number, shown: CellValue | undefined): string {
  const open = `<c r="${stringifyColumn(column)}${row + 1}"${style === 0 ? "" : ` s="${style}"`}`;
  if (content === null) return style === 0 ? "" : `${open}/>`;
  if (isFormula(content)) return `${open}${writeFormula(content.formula, shown ?? null)}</c>`;
  if (isError(content)) return `${open} t="e"><v>${content.error}</v></c>`;
  if (typeof content === "number") return `${open}><v>${content}</v></c>`;
  if (typeof content === "boolean") return `${open} t="b"><v>${content ? 1 : 0}</v></c>`;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escape(content)}</t></is></c>`;
}

function writeFormula(formula: string, shown: CellValue): string {
  const text = `<f>${escape(formula.slice(1))}</f>`;
  if (shown === null) return `>${text}`;
  if (isError(shown)) return ` t="e">${text}<v>${shown.error}</v>`;
  if (typeof shown === "number") return `>${text}<v>${shown}</v>`;
  return typeof shown === "boolean" ? ` t="b">${text}<v>${shown ? 1 : 0}</v>` : ` t="str">${text}<v>${escape(shown)}</v>`;
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

const thin = '<left style="thin"><color auto="1"/></left><right style="thin"><color auto="1"/></right><top style="thin"><color auto="1"/></top><bottom style="thin"><color auto="1"/></bottom><diagonal/>';
const styles = `${declaration}<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="黑体"/></font><font><b/><sz val="11"/><name val="黑体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8F0F8"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${thin}</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf><xf numFmtId="0" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="10" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
