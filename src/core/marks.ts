import type { FormatRun, Range, Rectangle, Workbook, Worksheet } from "./workbook";

export type LightLook = "overdue" | "behind" | "due-soon" | "on-track" | "standing" | "done" | "unclear";
export type LightScheme = "green-yellow-red" | "blue-yellow-red";

/** A live conditional format of ours: cells of `range` take the look where the formula is true. */
export type OwnFormat = {
  /** Any text, to know it again by; it is kept in the workbook with the format. */
  readonly id: string;
  readonly range: Rectangle;
  /** As of the first cell of the range, such as "=$H3<TODAY()". */
  readonly formula: string;
  readonly look: LightLook;
  readonly lights: LightScheme;
};

/** A note beside a cell. A person's own is never changed; a conversation (threaded comment) is one of theirs too. */
export type Note = { readonly row: number; readonly column: number; readonly text: string; readonly isOwn: boolean };

/** What may be entered in cells: the values of `source`, or, without one, some other condition. */
export type Validation = { readonly range: Rectangle; readonly source?: Range };

/** A column that comes in: without it, it looks like the one to its left. */
export type ColumnLayout = {
  /** In digits of the workbook's own font: a Chinese character takes two. */
  readonly width?: number;
  readonly isHidden?: boolean;
  /** Number formats by rows; "General" too is one. */
  readonly formats?: readonly FormatRun[];
};

/** What a worksheet holds besides contents and can be changed by an edit. */
export type Marks = Pick<Worksheet, "filter" | "isFiltered" | "ownFormats" | "notes" | "validations" | "ownCharts">;

export function marksOf({ filter, isFiltered, ownFormats, notes, validations, ownCharts }: Worksheet): Marks {
  return { ...(filter && { filter }), ...(isFiltered && { isFiltered }), ...(ownFormats && { ownFormats }), ...(notes && { notes }), ...(validations && { validations }), ...(ownCharts && { ownCharts }) };
}

/** The worksheet with these marks; what is empty is left off. */
export function withMarks(worksheet: Worksheet, { filter, isFiltered, ownFormats = [], notes = [], validations = [], ownCharts = [] }: Marks): Worksheet {
  const bare = { ...worksheet };
  for (const name of ["filter", "isFiltered", "ownFormats", "notes", "validations", "ownCharts"] as const) Reflect.deleteProperty(bare, name);
  return {
    ...bare,
    ...(filter && { filter }),
    ...(filter && isFiltered && { isFiltered }),
    ...(ownFormats.length > 0 && { ownFormats }),
    ...(notes.length > 0 && { notes }),
    ...(validations.length > 0 && { validations }),
    ...(ownCharts.length > 0 && { ownCharts }),
  };
}

/** The text of ours that the workbook keeps under a key. */
export function keptText(workbook: Workbook, key: string): string | undefined {
  return workbook.kept?.get(key);
}

export function noteAt({ notes }: Worksheet, row: number, column: number): Note | undefined {
  return notes?.find((note) => note.row === row && note.column === column);
}

/** In an order of their own: a program that saves the workbook may have changed it. */
export function sortedFormats(formats: readonly OwnFormat[]): OwnFormat[] {
  const key = ({ id, range: { top, left } }: OwnFormat): [string, number, number] => [id, top, left];
  return [...formats].sort((a, b) => {
    const [one, other] = [key(a), key(b)];
    return one[0] < other[0] ? -1 : one[0] > other[0] ? 1 : one[1] - other[1] || one[2] - other[2];
  });
}

export function areSameFormats(a: readonly OwnFormat[], b: readonly OwnFormat[]): boolean {
  const keys = (formats: readonly OwnFormat[]): string[] => sortedFormats(formats).map(({ id, range: { top, left, bottom, right }, formula, look, lights }) => JSON.stringify([id, top, left, bottom, right, formula, look, lights]));
  const [one, other] = [keys(a), keys(b)];
  return one.length === other.length && one.every((key, index) => key === other[index]);
}
