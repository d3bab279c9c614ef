import type { MoveFormula } from "./apply-steps";
import { areSameCharts, movedCharts } from "./chart";
import type { Edit, MarkEdit } from "./edit";
import { isMarkEdit } from "./edit";
import { isSameArea, isSameSource } from "./expectation";
import { areSameFormats, marksOf, noteAt, withMarks, type Marks, type OwnFormat, type Validation } from "./marks";
import { movedArea, movement, type Movement } from "./movement";
import { cellRange, findWorksheet, type Range, type Rectangle, type Workbook, type Worksheet } from "./workbook";

/** The marks of a workbook's sheets while steps are made; a sheet whose marks stay is handed on as it is. */
export class MarksDraft {
  private readonly changed = new Map<string, Marks>();
  private kept: ReadonlyMap<string, string> | undefined;

  constructor(private readonly source: Workbook) {
    this.kept = source.kept;
  }

  make(step: Edit, worksheets: readonly Worksheet[], move: MoveFormula): void {
    if (step.kind === "keep-text") this.kept = withText(this.kept, step.key, step.after);
    else if (step.kind === "add-sheet") this.changed.set(step.sheet, { validations: step.layout?.lists?.map(({ range, source }) => ({ range, source })) ?? [], ownCharts: step.layout?.charts ?? [] });
    else if (step.kind === "delete-sheet") this.changed.delete(step.sheet);
    else if (isMarkEdit(step)) this.mark(step);
    else if (movement(step) !== undefined) this.move(step, worksheets, move);
  }

  /** Where the filter of a worksheet hides rows, header row included. */
  filtered(sheet: string): Rectangle | undefined {
    const { filter, isFiltered } = this.marksOf(sheet);
    return isFiltered === true ? filter : undefined;
  }

  on(worksheet: Worksheet): Worksheet {
    const marks = this.changed.get(worksheet.name);
    return marks === undefined ? worksheet : withMarks(worksheet, marks);
  }

  get texts(): Pick<Workbook, "kept"> {
    return this.kept === undefined ? {} : { kept: this.kept };
  }

  private marksOf(sheet: string): Marks {
    const worksheet = findWorksheet(this.source, sheet);
    return this.changed.get(sheet) ?? (worksheet === undefined ? {} : marksOf(worksheet));
  }

  private mark(step: MarkEdit): void {
    const sheet = step.kind === "set-list" ? step.range.sheet : step.sheet;
    this.changed.set(sheet, marked(this.marksOf(sheet), step));
  }

  private move(step: Edit, worksheets: readonly Worksheet[], move: MoveFormula): void {
    const moving = movement(step);
    if (moving === undefined) return;
    for (const { name } of worksheets) {
      const marks = this.marksOf(name);
      if (Object.keys(marks).length > 0) this.changed.set(name, moved(marks, name, { step, moving, move }));
    }
  }
}

/** Nothing kept at all is told from not knowing what is kept. */
function withText(kept: ReadonlyMap<string, string> | undefined, key: string, text: string | null): ReadonlyMap<string, string> {
  const next = new Map(kept);
  if (text === null) next.delete(key);
  else next.set(key, text);
  return next;
}

function marked(marks: Marks, step: MarkEdit): Marks {
  switch (step.kind) {
    case "set-conditional-formats":
      return { ...marks, ownFormats: step.after };
    case "set-filter": {
      const { ownFormats, notes, validations, ownCharts } = marks;
      return { ...(ownFormats && { ownFormats }), ...(notes && { notes }), ...(validations && { validations }), ...(ownCharts && { ownCharts }), ...(step.after && { filter: step.after }) };
    }
    case "set-charts":
      return { ...marks, ownCharts: step.after };
    case "set-note": {
      const others = (marks.notes ?? []).filter(({ row, column }) => row !== step.row || column !== step.column);
      const notes = step.after === null ? others : [...others, { row: step.row, column: step.column, text: step.after, isOwn: true }];
      return { ...marks, notes: notes.sort((a, b) => a.row - b.row || a.column - b.column) };
    }
    case "set-list": {
      const others = (marks.validations ?? []).filter(({ range }) => !isSameArea(range, step.range));
      const { top, left, bottom, right } = step.range;
      const range = { top, left, bottom, right };
      return { ...marks, validations: step.after === null ? others : [...others, { range, source: step.after }] };
    }
  }
}

type Moving = { readonly step: Edit; readonly moving: Movement; readonly move: MoveFormula };

function moved(marks: Marks, sheet: string, { step, moving, move }: Moving): Marks {
  const isOwn = moving.sheet === sheet;
  const { filter, isFiltered, ownFormats, notes, validations, ownCharts } = marks;
  const area = filter === undefined || !isOwn ? filter : movedArea(filter, moving);
  return {
    ...(area && { filter: area }),
    ...(area && isFiltered && { isFiltered }),
    ...(ownFormats && {
      ownFormats: ownFormats.flatMap((format): OwnFormat[] => {
        const range = isOwn ? movedArea(format.range, moving) : format.range;
        return range === undefined ? [] : [{ ...format, range, formula: move(format.formula, sheet, step) }];
      }),
    }),
    ...(notes && {
      notes: notes.flatMap((note) => {
        const cell = isOwn ? movedArea(cellRange(sheet, note.row, note.column), moving) : cellRange(sheet, note.row, note.column);
        return cell === undefined ? [] : [{ ...note, row: cell.top, column: cell.left }];
      }),
    }),
    ...(validations && {
      validations: validations.flatMap((validation): Validation[] => {
        const range = isOwn ? movedArea(validation.range, moving) : validation.range;
        return range === undefined ? [] : [{ range, ...sourceAfter(validation.source, moving) }];
      }),
    }),
    ...(ownCharts && { ownCharts: isOwn ? movedCharts(ownCharts, moving) : ownCharts }),
  };
}

function sourceAfter(source: Range | undefined, moving: Movement): { readonly source?: Range } {
  const after = source?.sheet === moving.sheet ? movedArea(source, moving) : source;
  return after === undefined ? {} : { source: after };
}

/** Edits that make the marks of one worksheet those of another; what is a person's own cannot be made again. */
export function markDifferences(from: Worksheet, to: Worksheet): Edit[] {
  const sheet = to.name;
  const edits: Edit[] = [];
  const [before, after] = [from.filter ?? null, to.filter ?? null];
  if (before === null || after === null ? before !== after : !isSameArea(before, after)) edits.push({ kind: "set-filter", sheet, before, after });
  if (!areSameFormats(from.ownFormats ?? [], to.ownFormats ?? [])) edits.push({ kind: "set-conditional-formats", sheet, before: from.ownFormats ?? [], after: to.ownFormats ?? [] });
  if (!areSameCharts(from.ownCharts ?? [], to.ownCharts ?? [])) edits.push({ kind: "set-charts", sheet, before: from.ownCharts ?? [], after: to.ownCharts ?? [] });
  for (const { row, column, text, isOwn } of to.notes ?? []) {
    const found = noteAt(from, row, column);
    if (isOwn && found?.text !== text) edits.push({ kind: "set-note", sheet, row, column, before: found?.text ?? null, after: text });
  }
  for (const { row, column, text, isOwn } of from.notes ?? []) {
    if (isOwn && noteAt(to, row, column) === undefined) edits.push({ kind: "set-note", sheet, row, column, before: text, after: null });
  }
  return [...edits, ...listDifferences(from.validations ?? [], to.validations ?? [], sheet)];
}

function listDifferences(from: readonly Validation[], to: readonly Validation[], sheet: string): Edit[] {
  const has = (all: readonly Validation[], one: Validation): boolean => all.some((other) => isSameArea(other.range, one.range) && isSameSource(other.source, one.source));
  const lists = (only: readonly Validation[], not: readonly Validation[]): Required<Validation>[] => only.flatMap((one) => (one.source === undefined || has(not, one) ? [] : [{ range: one.range, source: one.source }]));
  return [
    ...lists(from, to).map(({ range, source }): Edit => ({ kind: "set-list", range: { sheet, ...range }, before: source, after: null })),
    ...lists(to, from).map(({ range, source }): Edit => ({ kind: "set-list", range: { sheet, ...range }, before: null, after: source })),
  ];
}
