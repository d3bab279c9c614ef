import type { Diagnostic } from "../core/diagnostic";
import type { Range } from "../core/workbook";
import type { Series } from "./series";
import type { Verdict } from "./verdict";

/** More than a worksheet has columns. */
const width = 16_384;

type Cells = Map<number, Diagnostic[]>;

const none: readonly Diagnostic[] = [];

/** What a check found, by the measurement it is about: at its own cell, or at its input, name, definition or target. */
export class FindingsOfPlaces {
  private readonly sheets = new Map<string, Cells>();

  constructor(diagnostics: readonly Diagnostic[], series: readonly Series[], verdicts: readonly Verdict[]) {
    const all = new Map<string, Cells>();
    for (const diagnostic of diagnostics) add(all, diagnostic.range.sheet, diagnostic.range.top, diagnostic.range.left, diagnostic);
    for (const [sheet, cells] of all) this.sheets.set(sheet, new Map([...cells].map(([key, found]) => [key, [...found]])));
    const at = ({ sheet, top, left }: Range): readonly Diagnostic[] => all.get(sheet)?.get(top * width + left) ?? none;
    for (const { range, rule, series: { table, column }, row } of verdicts) {
      if (range.sheet === table.sheet && range.top === row && range.left === column) continue;
      for (const diagnostic of at(range)) if (diagnostic.rule === rule) add(this.sheets, table.sheet, row, column, diagnostic);
    }
    // of several periods in a row the first one carries what is said of the row's own words
    const told = new Set<Diagnostic>();
    for (const { table, column, rows, nameCell, target } of series) {
      const [row] = rows;
      if (row === undefined) continue;
      const ranges = table.has("indicator") ? (["definition", "note"] as const).flatMap((key) => (table.has(key) ? [table.range(row, key)] : [])) : [];
      const targets = target === undefined ? [] : [{ ...nameCell, top: row, left: target.column }];
      for (const diagnostic of [nameCell, ...ranges, ...targets].flatMap(at)) {
        if (told.has(diagnostic)) continue;
        told.add(diagnostic);
        add(this.sheets, table.sheet, row, column, diagnostic);
      }
    }
  }

  at(sheet: string, row: number, column: number): readonly Diagnostic[] {
    return this.sheets.get(sheet)?.get(row * width + column) ?? none;
  }
}

function add(sheets: Map<string, Cells>, sheet: string, row: number, column: number, diagnostic: Diagnostic): void {
  let cells = sheets.get(sheet);
  if (cells === undefined) sheets.set(sheet, (cells = new Map<number, Diagnostic[]>()));
  const key = row * width + column;
  const found = cells.get(key);
  if (found === undefined) cells.set(key, [diagnostic]);
  else if (!found.includes(diagnostic)) found.push(diagnostic);
}
