import { stringifyColumn } from "../../core/address";
import { isError, isFormula, type CellContent, type CellValue } from "../../core/workbook";
import { encodeCellText, encodeElementText, encodeEntities } from "./xml";

/** A cell's XML. Text stands in the cell itself, so that the shared strings stay as they are. */
export function writeCell(prefix: string, row: number, column: number, style: number, content: CellContent): string {
  const p = prefix;
  const open = `<${p}c r="${stringifyColumn(column)}${row + 1}"${style === 0 ? "" : ` s="${style}"`}`;
  if (content === null) return `${open}/>`;
  if (isFormula(content)) {
    const shown = writeValue(p, content.shows ?? null);
    return `${open}${shown.type}><${p}f>${encodeElementText(content.formula.replace(/^=/, ""))}</${p}f>${shown.element}</${p}c>`;
  }
  if (typeof content === "string") return `${open} t="inlineStr"><${p}is><${p}t xml:space="preserve">${encodeCellText(content)}</${p}t></${p}is></${p}c>`;
  const { type, element } = writeValue(p, content);
  return `${open}${type}>${element}</${p}c>`;
}

/** The `t` attribute and the <v> of a value. */
function writeValue(p: string, value: CellValue): { readonly type: string; readonly element: string } {
  if (value === null) return { type: "", element: "" };
  if (typeof value === "string") return { type: ' t="str"', element: `<${p}v>${encodeCellText(value)}</${p}v>` };
  if (typeof value === "boolean") return { type: ' t="b"', element: `<${p}v>${value ? 1 : 0}</${p}v>` };
  if (isError(value)) return { type: ' t="e"', element: `<${p}v>${encodeEntities(value.error)}</${p}v>` };
  return Number.isFinite(value) ? { type: "", element: `<${p}v>${value}</${p}v>` } : { type: ' t="e"', element: `<${p}v>#NUM!</${p}v>` };
}
