import { stringifyColumn } from "../../core/address";
import { isError, isFormula, type CellContent } from "../../core/workbook";
import { encodeCellText, encodeEntities } from "./xml";

/** A cell's XML. Text stands in the cell itself, so that the shared strings stay as they are. */
export function writeCell(prefix: string, row: number, column: number, style: number, content: CellContent): string {
  const p = prefix;
  const open = `<${p}c r="${stringifyColumn(column)}${row + 1}"${style === 0 ? "" : ` s="${style}"`}`;
  if (content === null) return `${open}/>`;
  if (isFormula(content)) return `${open}><${p}f>${encodeEntities(content.formula.replace(/^=/, ""))}</${p}f></${p}c>`;
  if (isError(content)) return `${open} t="e"><${p}v>${encodeEntities(content.error)}</${p}v></${p}c>`;
  if (typeof content === "boolean") return `${open} t="b"><${p}v>${content ? 1 : 0}</${p}v></${p}c>`;
  if (typeof content === "number") return Number.isFinite(content) ? `${open}><${p}v>${content}</${p}v></${p}c>` : `${open} t="e"><${p}v>#NUM!</${p}v></${p}c>`;
  return `${open} t="inlineStr"><${p}is><${p}t xml:space="preserve">${encodeCellText(content)}</${p}t></${p}is></${p}c>`;
}
