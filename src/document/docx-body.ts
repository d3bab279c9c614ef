import type { Block } from "./document";
import { DocumentError } from "./document-error";
import type { DocxNumbering } from "./docx-numbering";
import { describe, numberOf, type ParagraphLook } from "./docx-paragraph";
import { integerOf, type DocxStyles } from "./docx-styles";
import { closeTable, type DocxCell, type DocxRow, type DocxTable } from "./docx-table";
import { withNumber } from "./number-format";
import { withoutMarks } from "./text-marks";
import { isOn, readXml, type XmlFamily } from "./xml-events";

/** Beyond any paper that an office issues. */
const limits = { blocks: 500_000, cells: 200_000, span: 100_000 };

/** What is never part of what the document says: deleted text, former properties, readings above characters. */
const skipped = new Set(["del", "moveFrom", "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblPrExChange", "tblGridChange", "sectPrChange", "sectPr", "sdtPr", "sdtEndPr", "rt", "delText", "instrText", "delInstrText", "tblGrid"]);

const wrappers = new Set(["AlternateContent", "Choice"]);

/** Where the reader stands: the element whose children mean something to it. */
type Place = "body" | "p" | "pPr" | "numPr" | "markPr" | "r" | "runPr" | "t" | "tbl" | "tr" | "trPr" | "tc" | "tcPr" | "box" | "num" | "other";

type OpenParagraph = ParagraphLook & { readonly texts: string[]; readonly boxes: Block[]; isMarkDeleted: boolean };
type Container = { readonly blocks: Block[]; carried: string; readonly isCell: boolean };

export type DocxBody = { readonly blocks: readonly Block[]; readonly listed: ReadonlySet<number>; readonly isCut: boolean; readonly hasChunks: boolean };

/** Reads the main part of a document. `listed` are the paragraphs that a list numbers or marks. */
export function readBody(bytes: Uint8Array, part: string, styles: DocxStyles, numbering: DocxNumbering): DocxBody {
  const places: Place[] = [];
  const paragraphs: OpenParagraph[] = [];
  const body: Container = { blocks: [], carried: "", isCell: false };
  const containers: Container[] = [body];
  const tables: DocxTable[] = [];
  const rows: DocxRow[] = [];
  const cells: DocxCell[] = [];
  const hiddenRuns: boolean[] = [];
  const listed = new Set<number>();
  // true while between a field's beginning and its result
  let fields: boolean[] = [];
  let count = 0;
  let skip = 0;
  let isDocument = false;
  let isCut = false;
  let hasChunks = false;

  const add = (text: string): void => {
    if (hiddenRuns[hiddenRuns.length - 1] !== true && !fields.includes(true)) paragraphs[paragraphs.length - 1]?.texts.push(text);
  };
  const put = (blocks: readonly Block[]): void => {
    const container = containers[containers.length - 1] ?? body;
    for (const block of blocks) container.blocks.push(block);
    if (container.blocks.length > limits.blocks) throw new DocumentError("too-large", `${limits.blocks}+`);
  };

  /** Text whose paragraph's end was deleted, and that no paragraph follows. */
  const endContainer = (container: Container): void => {
    const text = container.carried.trim();
    if (text !== "") container.blocks.push({ kind: "paragraph", text, source: count });
    container.carried = "";
  };

  const closeParagraph = (): void => {
    const paragraph = paragraphs.pop();
    if (paragraph === undefined) return;
    fields = fields.map(() => false);
    const container = containers[containers.length - 1] ?? body;
    const style = styles.styleOf(paragraph.style);
    const text = withoutMarks(container.carried + paragraph.texts.join(""));
    container.carried = paragraph.isMarkDeleted ? text : "";
    if (!paragraph.isMarkDeleted && style?.isHidden !== true && !/^(?:toc|目录) ?\d/i.test(style?.name ?? "")) {
      const number = numberOf(paragraph, styles, numbering);
      if (number !== undefined) listed.add(paragraph.source);
      const whole = withNumber(number?.text ?? "", text.trim(), number?.isApart).trim();
      // an empty cell may hold a number and nothing else, an empty line may not
      if (text.trim() !== "" || (container.isCell && whole !== "")) put([describe(paragraph, whole, styles)]);
    }
    put(paragraph.boxes);
  };

  const openWord = (name: string, parent: Place, attribute: (name: string) => string | undefined): Place => {
    const paragraph = paragraphs[paragraphs.length - 1];
    const value = (): string | undefined => attribute("val");
    switch (name) {
      case "p":
        count += 1;
        paragraphs.push({ texts: [], source: count, boxes: [], isMarkDeleted: false });
        return "p";
      case "r":
        hiddenRuns.push(false);
        return "r";
      case "t":
        return "t";
      case "pPr":
        return parent === "p" ? "pPr" : "other";
      case "rPr":
        return parent === "pPr" ? "markPr" : parent === "r" ? "runPr" : "other";
      case "tbl":
        tables.push({ rows: [], source: count + 1, cells: 0, isCut: false });
        return "tbl";
      case "tr":
        rows.push({ cells: [], before: 0, after: 0, isDeleted: false });
        return "tr";
      case "trPr":
        return parent === "tr" ? "trPr" : "other";
      case "tc": {
        const container: Container = { blocks: [], carried: "", isCell: true };
        containers.push(container);
        cells.push({ blocks: container.blocks, source: count + 1, span: 1, merge: undefined, goesOnLeft: false });
        return "tc";
      }
      case "tcPr":
        return parent === "tc" ? "tcPr" : "other";
      case "txbxContent":
        containers.push({ blocks: [], carried: "", isCell: false });
        return "box";
      case "altChunk":
        hasChunks = true;
        return "other";
      default:
        break;
    }
    if (parent === "r") {
      if (name === "tab" || name === "ptab") add("\t");
      else if (name === "cr" || (name === "br" && (attribute("type") ?? "textWrapping") === "textWrapping")) add("\n");
      else if (name === "noBreakHyphen") add("-");
      else if (name === "fldChar") openField(attribute("fldCharType"));
    } else if (parent === "runPr") {
      const isHidden = name === "vanish" ? isOn(value()) : name === "rStyle" && (styles.styleOf(value())?.isHidden ?? false);
      if (isHidden) hiddenRuns[hiddenRuns.length - 1] = true;
    } else if (parent === "pPr" && paragraph !== undefined) {
      if (name === "numPr") return "numPr";
      const given = value();
      if (given === undefined) return "other";
      if (name === "pStyle") paragraph.style = given;
      else if (name === "jc") paragraph.justification = given;
      else if (name === "outlineLvl") paragraph.outline = integerOf(given) ?? 9;
    } else if (parent === "numPr" && paragraph !== undefined) {
      if (name === "numId") paragraph.numId = value() ?? "0";
      else if (name === "ilvl") paragraph.level = integerOf(value()) ?? 0;
    } else if (parent === "trPr") {
      const row = rows[rows.length - 1];
      if (row !== undefined && name === "gridBefore") row.before = spanOf(value(), 0);
      else if (row !== undefined && name === "gridAfter") row.after = spanOf(value(), 0);
    } else if (parent === "tcPr") {
      const cell = cells[cells.length - 1];
      if (cell === undefined) return "other";
      if (name === "gridSpan") cell.span = spanOf(value(), 1);
      else if (name === "vMerge") cell.merge = value() === "restart" ? "restart" : "continue";
      else if (name === "hMerge") cell.goesOnLeft = value() !== "restart";
    }
    return "other";
  };

  const openField = (kind: string | undefined): void => {
    if (kind === "begin") fields.push(true);
    else if (kind === "separate") fields[fields.length - 1] = false;
    else if (kind === "end") fields.pop();
  };

  const open = (name: string, family: XmlFamily, attribute: (name: string) => string | undefined): void => {
    const parent = places[places.length - 1] ?? "other";
    if (!isDocument && !(isDocument = name === "document" && family === "word")) throw new DocumentError("not-a-document");
    if (skip > 0) skip += 1;
    else if (family === "compatibility") {
      if (name === "Fallback") skip = 1;
      // what wraps alternatives is not there for what stands in it
      else places.push(wrappers.has(name) ? parent : "other");
    } else if (family === "math") places.push(name === "t" ? "t" : name === "num" ? "num" : "other");
    else if (family !== "word") places.push("other");
    else if ((name === "del" || name === "moveFrom") && (parent === "markPr" || parent === "trPr")) {
      const paragraph = paragraphs[paragraphs.length - 1];
      const row = rows[rows.length - 1];
      if (parent === "markPr" && paragraph !== undefined) paragraph.isMarkDeleted = true;
      else if (parent === "trPr" && row !== undefined && name === "del") row.isDeleted = true;
      skip = 1;
    } else if (skipped.has(name)) skip = 1;
    else places.push(openWord(name, parent, attribute));
  };

  const close = (name: string): void => {
    if (skip > 0) {
      skip -= 1;
      return;
    }
    const place = places.pop();
    // alternatives stand in the place of their parent, and end none
    if (wrappers.has(name)) return;
    if (place === "p") closeParagraph();
    else if (place === "r") hiddenRuns.pop();
    else if (place === "num") add("/");
    else if (place === "tc") closeCell();
    else if (place === "tr") closeRow();
    else if (place === "tbl") closeOpenTable();
    else if (place === "box") {
      const box = containers.pop();
      const anchor = paragraphs[paragraphs.length - 1];
      if (box === undefined) return;
      endContainer(box);
      (anchor?.boxes ?? (containers[containers.length - 1] ?? body).blocks).push(...box.blocks);
    }
  };

  const closeCell = (): void => {
    const container = containers.pop();
    const cell = cells.pop();
    const table = tables[tables.length - 1];
    if (container === undefined || cell === undefined || table === undefined) return;
    endContainer(container);
    table.cells += 1;
    if (table.cells <= limits.cells) rows[rows.length - 1]?.cells.push(cell);
    else table.isCut = true;
  };
  const closeRow = (): void => {
    const row = rows.pop();
    const table = tables[tables.length - 1];
    if (row !== undefined && table !== undefined && !table.isCut) table.rows.push(row);
  };
  const closeOpenTable = (): void => {
    const table = tables.pop();
    if (table === undefined) return;
    const closed = closeTable(table);
    isCut ||= closed.isCut;
    endContainer(containers[containers.length - 1] ?? body);
    put(closed.blocks);
  };

  readXml(bytes, part, {
    open,
    close,
    text: (text) => {
      if (skip === 0 && places[places.length - 1] === "t") add(text);
    },
  });
  endContainer(body);
  return { blocks: body.blocks, listed, isCut, hasChunks };
}

function spanOf(value: string | undefined, least: number): number {
  return Math.min(Math.max(integerOf(value) ?? least, least), limits.span);
}
