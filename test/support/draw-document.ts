import type { DocumentTable, PlanDocument } from "../../src/document/document";

/** A document's blocks as lines: "1: text" for a paragraph by its source, "| a | b |" for a table's row, ^ under a spanning cell, ⏎ for a line break. */
export function drawDocument({ blocks }: PlanDocument): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "table") return drawTable(block);
    const mark = `${block.heading === undefined ? "" : `h${block.heading} `}${block.isTitle === true ? "title " : ""}`;
    return [`${block.source}: ${mark}${breaks(block.text)}`];
  });
}

function drawTable({ rows }: DocumentTable): string[] {
  return rows.map((row) => `| ${row.map((cell) => (cell === undefined ? "^" : breaks(cell.text))).join(" | ")} |`.replace(/ {2,}/g, " "));
}

const breaks = (text: string): string => text.replace(/\n/g, "⏎");

/** Everything a document says, in its order, without white space. */
export function textOfDocument({ blocks }: PlanDocument): string {
  return blocks
    .map((block) => (block.kind === "paragraph" ? block.text : block.rows.map((row) => row.map((cell) => cell?.text ?? "").join("")).join("")))
    .join("")
    .replace(/\s/g, "");
}
