import { scanReferences, type FormulaReference, type ReferenceCorner } from "./scan-references";

/**
 * A formula as seen from its cell: every reference by how far away it lies (R[-1]C[2]), a fixed one by where it is (R5C3).
 * Two cells with equal keys compute the same pattern. For comparing only: blanks and case are evened out.
 */
export function relativeFormula(formula: string, row: number, column: number, references: readonly FormulaReference[] = scanReferences(formula)): string {
  let key = "";
  let at = 0;
  for (const reference of references) {
    key += evened(formula.slice(at, reference.start)) + relativeReference(reference, row, column);
    at = reference.end;
  }
  return key + evened(formula.slice(at));
}

export function relativeReference({ prefix, from, to }: FormulaReference, row: number, column: number): string {
  const start = relativeCorner(from, row, column);
  return `${prefix.toUpperCase()}${to === undefined ? start : `${start}:${relativeCorner(to, row, column)}`}`;
}

/** Asks whether a formula is the given one moved down (or up) to another row of its column, without taking it apart. */
export type RowPattern = (formula: string, row: number) => boolean;

export function rowPattern(formula: string, row: number, references: readonly FormulaReference[] = scanReferences(formula)): RowPattern {
  const texts: string[] = [];
  const distances: number[] = [];
  let at = 0;
  const take = (corner: ReferenceCorner, end: number): void => {
    if (corner.row === undefined || corner.isRowFixed) return;
    const digits = String(corner.row + 1).length;
    texts.push(formula.slice(at, end - digits));
    distances.push(corner.row + 1 - row);
    at = end;
  };
  for (const { from, to, end, start, prefix } of references) {
    if (to === undefined) take(from, end);
    else {
      take(from, formula.indexOf(":", start + prefix.length));
      take(to, end);
    }
  }
  const tail = formula.slice(at);
  return (other, otherRow) => {
    let position = 0;
    for (let index = 0; index < texts.length; index++) {
      const text = texts[index] ?? "";
      if (!other.startsWith(text, position)) return false;
      position += text.length;
      let number = 0;
      const from = position;
      for (let code = other.charCodeAt(position); code >= 48 && code <= 57; code = other.charCodeAt(++position)) number = number * 10 + (code - 48);
      if (position === from || number !== (distances[index] ?? 0) + otherRow) return false;
    }
    return other.length === position + tail.length && other.endsWith(tail);
  };
}

function relativeCorner({ row, isRowFixed, column, isColumnFixed }: ReferenceCorner, fromRow: number, fromColumn: number): string {
  const rows = row === undefined ? "" : isRowFixed ? `R${row + 1}` : `R[${row - fromRow}]`;
  const columns = column === undefined ? "" : isColumnFixed ? `C${column + 1}` : `C[${column - fromColumn}]`;
  return rows + columns;
}

/** Formula text between references: what stands in quotation marks is left, the rest in capitals and without blanks. */
function evened(text: string): string {
  if (!text.includes('"')) return text.toUpperCase().replace(/\s/g, "");
  return text
    .split('"')
    .map((part, index) => (index % 2 === 0 ? part.toUpperCase().replace(/\s/g, "") : part))
    .join('"');
}
