import type { Edit } from "../../core/edit";
import { movement } from "../../core/movement";
import { moveFormula, offsetFormula } from "../../formula/move-formula";
import type { CellWrites } from "./patch-cells";
import { scanSheet, sheetParts } from "./scan-sheet";
import { applySplices } from "./splices";
import { attributeOf, decodeEntities, encodeElementText } from "./xml";

const formulaElement = /<((?:\w+:)?)f(\s[^>]*?)?(?:\/>|>([^<]*)<\/(?:\w+:)?f>)/;

/** Whether a cell that is to be written holds the text that other cells' formulas are made from. */
export function holdsSharedText(xml: string, writes: CellWrites): boolean {
  const parts = sheetParts(xml);
  let found = false;
  scanSheet(xml, parts, {
    onRow: ({ row }) => writes.has(row) && !found,
    onCell: ({ row, column, contentStart, contentEnd }) => {
      if (found || writes.get(row)?.has(column) !== true) return;
      const match = formulaElement.exec(xml.slice(contentStart, contentEnd));
      found = match?.[2] !== undefined && attributeOf(match[2], "t") === "shared" && (match[3] ?? "") !== "";
    },
  });
  return found;
}

type SharedCell = { readonly row: number; readonly column: number; readonly index: string; /** With "=". */ readonly formula: string; readonly start: number; readonly end: number; readonly prefix: string };

/** Every cell of a shared formula, with the formula it would have by itself. */
function sharedCells(xml: string): SharedCell[] {
  if (!xml.includes('"shared"') && !xml.includes("'shared'")) return [];
  const masters = new Map<string, SharedCell>();
  const cells: SharedCell[] = [];
  scanSheet(xml, sheetParts(xml), {
    onCell: ({ row, column, contentStart, contentEnd }) => {
      const match = formulaElement.exec(xml.slice(contentStart, contentEnd));
      if (match === null || attributeOf(match[2] ?? "", "t") !== "shared") return;
      const index = attributeOf(match[2] ?? "", "si") ?? "";
      const own = decodeEntities(match[3] ?? "");
      const master = masters.get(index);
      const formula = own !== "" ? `=${own}` : master === undefined ? undefined : offsetFormula(master.formula, row - master.row, column - master.column);
      if (formula === undefined) return;
      const start = contentStart + match.index;
      const cell = { row, column, index, formula, start, end: start + match[0].length, prefix: match[1] ?? "" };
      if (own !== "") masters.set(index, cell);
      cells.push(cell);
    },
  });
  return cells;
}

/** Whether lines that move tear apart cells that share a formula: the one that holds the text no longer speaks for the others. */
export function tearsSharedFormulas(xml: string, sheet: string, step: Edit): boolean {
  const moving = movement(step);
  if (moving === undefined) return false;
  const masters = new Map<string, SharedCell & { readonly shifts: boolean; readonly moved: string }>();
  return sharedCells(xml).some((cell) => {
    const { row, column, index, formula } = cell;
    const line = moving.axis === "row" ? row : column;
    const isOwn = moving.sheet === sheet;
    if (isOwn && moving.count < 0 && line >= moving.at && line < moving.at - moving.count) return true;
    const shifts = isOwn && line >= moving.at;
    const moved = moveFormula(formula, sheet, step);
    const master = masters.get(index);
    if (master === undefined) masters.set(index, { ...cell, shifts, moved });
    else if (master.shifts !== shifts || offsetFormula(master.moved, row - master.row, column - master.column) !== moved) return true;
    return false;
  });
}

/** Gives every cell of a shared formula a formula of its own. */
export function expandSharedFormulas(xml: string): string {
  const cells = sharedCells(xml);
  return cells.length === 0 ? xml : applySplices(xml, cells.map(({ start, end, prefix, formula }) => ({ start, end, text: `<${prefix}f>${encodeElementText(formula.slice(1))}</${prefix}f>` })));
}
