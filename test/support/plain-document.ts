import { readNumbering } from "../../src/language/numbering";
import type { Block, DocumentCell, PlanDocument } from "../../src/document/document";

/** A text as a document, one paragraph a line, until a document's own reader takes its place: torn paragraphs put together, cells begun by tabs. */
export function plainDocument(text: string): PlanDocument {
  const lines = text.replace(/^\ufeff/, "").replace(/\r/g, "").split("\n");
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line.startsWith("\t") && line !== "\t" && !line.slice(1).includes("\t")) {
      const end = endOfCells(lines, index);
      blocks.push(tableOfCells(lines.slice(index, end), index + 1));
      index = end - 1;
    } else if (line.includes("\t")) {
      let end = index;
      while (end < lines.length && ((lines[end] ?? "").includes("\t") || ((lines[end] ?? "") === "" && (lines[end + 1] ?? "").includes("\t")))) end += 1;
      const rows = lines.slice(index, end).map((row, at) => ({ row, source: index + at + 1 })).filter(({ row }) => row !== "");
      const width = Math.max(...rows.map(({ row }) => row.split("\t").length));
      blocks.push({ kind: "table", source: index + 1, rows: rows.map(({ row, source }) => Array.from({ length: width }, (_, at) => cell(row.split("\t")[at] ?? "", source))) });
      index = end - 1;
    } else if (line.trim() !== "") {
      const before = blocks.at(-1);
      if (before?.kind === "paragraph" && before.text.length > 30 && !/[。；：！？”）)〕.;:!?]$/.test(before.text) && isRest(line.trim()) && (before.text.length > 100 || (lines[index - 1] ?? "") === "")) blocks[blocks.length - 1] = { ...before, text: before.text + line.trim() };
      else blocks.push({ kind: "paragraph", text: line.trim(), source: index + 1 });
    }
  }
  return { blocks, notes: [] };
}

function isRest(line: string): boolean {
  return readNumbering(line) === undefined && !/^[^，。]{2,8}[：:]/.test(line);
}

function cell(text: string, source: number): DocumentCell {
  return { text: text.trim(), rowSpan: 1, columnSpan: 1, source };
}

function endOfCells(lines: readonly string[], from: number): number {
  let last = from;
  for (let index = from; index < lines.length; index++) if ((lines[index] ?? "").startsWith("\t")) last = index;
  // the last cell may have blank lines inside
  while (last + 1 < lines.length && ((lines[last + 1] ?? "").trim() !== "" || /^.{2,20}$/.test(lines[last + 2] ?? ""))) last += 1;
  return last + 1;
}

/** A cell begins with a tab and goes on up to the next; the header's row ends at its first blank line. */
function tableOfCells(lines: readonly string[], source: number): Block {
  const cells: DocumentCell[] = [];
  let width: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.startsWith("\t")) cells.push(cell(line.slice(1), source + index));
    else if (line.trim() === "" && width === undefined) width = cells.length;
    else {
      const last = cells.at(-1);
      if (last !== undefined && line.trim() !== "") cells[cells.length - 1] = { ...last, text: `${last.text}${last.text === "" ? "" : "\n"}${line.trim()}` };
    }
  }
  const columns = width ?? cells.length;
  const rows: DocumentCell[][] = [];
  for (let from = 0; from < cells.length; from += columns) rows.push(Array.from({ length: columns }, (_, at) => cells[from + at] ?? cell("", source)));
  return { kind: "table", source, rows };
}
