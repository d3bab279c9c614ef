import { severities, severityNames, type Diagnostic } from "../core/diagnostic";
import type { Edit } from "../core/edit";
import { mergeOver } from "../core/merged-areas";
import type { Settings } from "../core/settings";
import type { Worksheet } from "../core/workbook";

/** More notes make a workbook slow to open; the gravest are kept. */
const mostNotes = 2000;

/** A note beside each cell that something is said of, all of it in one; a person's own note is left alone. */
export function noteEdits(worksheet: Worksheet, diagnostics: readonly Diagnostic[], settings: Settings): Edit[] {
  const own = (worksheet.notes ?? []).filter(({ isOwn }) => isOwn);
  const here = diagnostics.filter(({ range }) => range.sheet === worksheet.name);
  if (own.length === 0 && here.length === 0) return [];
  const wanted = textsByCell(worksheet, here, settings);
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

export function ownNotesAfter({ notes = [] }: Worksheet, edits: readonly Edit[]): number {
  return edits.reduce((count, edit) => (edit.kind !== "set-note" ? count : count + (edit.before === null ? 1 : 0) - (edit.after === null ? 1 : 0)), notes.filter(({ isOwn }) => isOwn).length);
}

type CellNote = { readonly row: number; readonly column: number; readonly text: string };

type CellFindings = { readonly row: number; readonly column: number; readonly findings: Diagnostic[] };

function textsByCell(worksheet: Worksheet, diagnostics: readonly Diagnostic[], { asOf }: Settings): Map<string, CellNote> {
  const byCell = new Map<string, CellFindings>();
  for (const diagnostic of diagnostics) {
    const { top, left } = diagnostic.range;
    // a note under a merged area would be seen by nobody
    const merge = mergeOver(worksheet, top, left);
    const [row, column] = [merge?.top ?? top, merge?.left ?? left];
    const key = cellKey(row, column);
    const known = byCell.get(key);
    if (known === undefined) byCell.set(key, { row, column, findings: [diagnostic] });
    else known.findings.push(diagnostic);
  }
  const notes = new Map<string, CellNote>();
  for (const [key, { row, column, findings }] of gravest(byCell)) {
    const lines = findings.map(({ severity, message }) => `【${severityNames[severity].zh}】${message.zh}`);
    notes.set(key, { row, column, text: [`清单核查（按${asOf}）`, ...lines].join("\n") });
  }
  return notes;
}

function gravest(byCell: ReadonlyMap<string, CellFindings>): (readonly [string, CellFindings])[] {
  const entries = [...byCell];
  if (entries.length <= mostNotes) return entries;
  const rank = ({ findings }: CellFindings): number => Math.min(...findings.map(({ severity }) => severities.indexOf(severity)));
  return entries.sort(([, a], [, b]) => rank(a) - rank(b)).slice(0, mostNotes);
}

function cellKey(row: number, column: number): string {
  return `${row},${column}`;
}
