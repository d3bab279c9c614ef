import { severities, severityNames, type Diagnostic, type Severity } from "../core/diagnostic";
import type { Edit } from "../core/edit";
import type { Settings } from "../core/settings";
import type { Worksheet } from "../core/workbook";

/** More notes make a workbook slow to open; the gravest are kept. */
const mostNotes = 2000;

/** A note beside each cell that something is said of, all of it in one; a person's own note is left alone. */
export function noteEdits(worksheet: Worksheet, diagnostics: readonly Diagnostic[], settings: Settings): Edit[] {
  const own = (worksheet.notes ?? []).filter(({ isOwn }) => isOwn);
  const here = diagnostics.filter(({ range }) => range.sheet === worksheet.name);
  if (own.length === 0 && here.length === 0) return [];
  const wanted = textsByCell(here, settings);
  const foreign = new Set((worksheet.notes ?? []).flatMap(({ row, column, isOwn }) => (isOwn ? [] : [cellKey(row, column)])));
  const edits: Edit[] = [];
  for (const { row, column, text } of own) {
    if (!wanted.has(cellKey(row, column))) edits.push({ kind: "set-note", sheet: worksheet.name, row, column, before: text, after: null });
  }
  const known = new Map(own.map(({ row, column, text }) => [cellKey(row, column), text]));
  for (const [key, { row, column, text }] of wanted) {
    if (foreign.has(key)) continue;
    const before = known.get(key) ?? null;
    if (before !== text) edits.push({ kind: "set-note", sheet: worksheet.name, row, column, before, after: text });
  }
  return edits;
}

type CellNote = { readonly row: number; readonly column: number; readonly text: string };

function textsByCell(diagnostics: readonly Diagnostic[], { asOf }: Settings): Map<string, CellNote> {
  const byCell = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const key = cellKey(diagnostic.range.top, diagnostic.range.left);
    const known = byCell.get(key);
    if (known === undefined) byCell.set(key, [diagnostic]);
    else known.push(diagnostic);
  }
  const notes = new Map<string, CellNote>();
  for (const [key, findings] of gravest(byCell)) {
    const [first] = findings;
    if (first === undefined) continue;
    const lines = findings.map(({ severity, message }) => `【${severityNames[severity].zh}】${message.zh}`);
    notes.set(key, { row: first.range.top, column: first.range.left, text: [`清单核查（按${asOf}）`, ...lines].join("\n") });
  }
  return notes;
}

function gravest(byCell: ReadonlyMap<string, readonly Diagnostic[]>): (readonly [string, readonly Diagnostic[]])[] {
  const entries = [...byCell];
  if (entries.length <= mostNotes) return entries;
  const rank = (findings: readonly Diagnostic[]): number => Math.min(...findings.map(({ severity }) => severities.indexOf(severity satisfies Severity)));
  return entries.sort(([, a], [, b]) => rank(a) - rank(b)).slice(0, mostNotes);
}

function cellKey(row: number, column: number): string {
  return `${row},${column}`;
}
