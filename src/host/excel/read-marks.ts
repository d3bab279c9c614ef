import { parseAddress, stringifyAddress } from "../../core/address";
import type { Marks, Note, OwnFormat, Validation } from "../../core/marks";
import type { ListObject, Range, Rectangle } from "../../core/workbook";
import { readMarked } from "../format-mark";
import { readNote } from "../note-mark";
import type { Cell } from "./group-cells";
import { rectangleOf } from "./merged-areas";
import { isSupported } from "./office-error";
import { loadChartsAndNames, ownChartsLoaded, ownInExcel, type ChartsLoad, type OwnInExcel } from "./own-charts";

/** Notes of the old kind came late to add-ins, and later still to the library that office.js is published with. */
export function hasNotes(): boolean {
  return isSupported("1.18") && Reflect.has(Excel, "NoteCollection");
}

/** What lies on the cells of one worksheet, as it is asked for. */
export type MarksLoad = { readonly sheet: Excel.Worksheet; readonly formats: Excel.ConditionalFormatCollection; readonly filter: FilterLoad; readonly notes: Excel.NoteCollection | undefined; readonly charts: ChartsLoad };

export function loadMarks(sheet: Excel.Worksheet): MarksLoad {
  return { sheet, formats: loadFormats(sheet), filter: loadFilter(sheet), notes: hasNotes() ? sheet.notes.load("items/content") : undefined, charts: loadChartsAndNames(sheet) };
}

function loadFormats(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  return sheet.getRange().conditionalFormats.load("items/id,items/type,items/customOrNullObject/rule/formula");
}

type FilterLoad = { readonly autoFilter: Excel.AutoFilter; readonly range: Excel.Range };

export function loadFilter({ autoFilter }: Excel.Worksheet): FilterLoad {
  return { autoFilter: autoFilter.load({ isDataFiltered: true }), range: autoFilter.getRangeOrNullObject().load({ address: true }) };
}

export function filterFrom({ autoFilter, range }: FilterLoad): Pick<Marks, "filter" | "isFiltered"> {
  return range.isNullObject ? {} : { filter: rectangleOf(range.address), ...(autoFilter.isDataFiltered && { isFiltered: true }) };
}

/** Excel tells where formats and notes lie only once it has told that they are there: one trip more for a workbook that has any. */
export async function readMarks(loads: readonly MarksLoad[], sync: () => Promise<void>): Promise<Marks[]> {
  const asked = loads.map(({ formats, notes, filter, charts }) => ({
    filter,
    ownCharts: ownChartsLoaded(charts),
    formats: ownFormats(formats).map(({ format, marked }) => ({ marked, ranges: format.getRanges().load({ address: true }) })),
    notes: (notes?.items ?? []).map((note) => ({ note, place: note.getLocation().load({ address: true }) })),
  }));
  if (asked.some(({ formats, notes }) => formats.length + notes.length > 0)) await sync();
  return asked.map(({ filter, formats, notes, ownCharts }) => {
    const found = notes.map(({ note, place }): Note => {
      const { top, left } = rectangleOf(place.address);
      return { row: top, column: left, ...readNote(note.content) };
    });
    return {
      ...filterFrom(filter),
      ownFormats: formats.flatMap(({ marked, ranges }) => areasOf(ranges.address).map((range): OwnFormat => ({ ...marked, range }))),
      notes: found.sort((a, b) => a.row - b.row || a.column - b.column),
      ownCharts,
    };
  });
}

function areasOf(addresses: string): Rectangle[] {
  return addresses.split(",").map(rectangleOf);
}

function ownFormats(formats: Excel.ConditionalFormatCollection): { readonly format: Excel.ConditionalFormat; readonly marked: NonNullable<ReturnType<typeof readMarked>> }[] {
  return formats.items.flatMap((format) => {
    if (format.type !== Excel.ConditionalFormatType.custom) return [];
    const marked = readMarked(format.customOrNullObject.rule.formula);
    return marked === undefined ? [] : [{ format, marked }];
  });
}

/** What must be known of one worksheet before edits to its marks can be judged. */
export type MarksTouched = {
  /** As the edits expect them; undefined where none is about formats. */
  formats: OwnFormat[] | undefined;
  /** Where a filter is to lie; undefined where no edit is about it. */
  filters: Rectangle[] | undefined;
  readonly notes: Cell[];
  readonly lists: Rectangle[];
  /** Whether charts are to be set, or must only be known so that they can come back; undefined where neither. */
  charts: "to-set" | "to-bring-back" | undefined;
};

export type TouchedMarksLoad = {
  readonly formats: Excel.ConditionalFormatCollection | undefined;
  readonly expected: readonly OwnFormat[];
  readonly filter: FilterLoad | undefined;
  readonly tables: readonly { readonly area: Rectangle; readonly found: Excel.TableScopedCollection }[];
  readonly notes: readonly { readonly cell: Cell; readonly note: Excel.Note }[];
  readonly lists: readonly { readonly area: Rectangle; readonly validation: Excel.DataValidation }[];
  readonly charts: ChartsLoad | undefined;
};

export function loadTouchedMarks(sheet: Excel.Worksheet, { formats, filters, notes, lists, charts }: MarksTouched, withNames: boolean): TouchedMarksLoad {
  return {
    formats: formats === undefined ? undefined : loadFormats(sheet),
    expected: formats ?? [],
    filter: filters === undefined ? undefined : loadFilter(sheet),
    tables: (filters ?? []).map((area) => ({ area, found: sheet.getRange(stringifyAddress(area)).getTables(false).load("items/name") })),
    notes: hasNotes() ? notes.map((cell) => ({ cell, note: sheet.notes.getItemOrNullObject(stringifyAddress(cellArea(cell))).load({ content: true }) })) : [],
    lists: lists.map((area) => ({ area, validation: sheet.getRange(stringifyAddress(area)).dataValidation.load({ type: true, rule: true }) })),
    charts: charts === "to-set" || (charts === "to-bring-back" && withNames) ? loadChartsAndNames(sheet) : undefined,
  };
}

function cellArea({ row, column }: Cell): Rectangle {
  return { top: row, left: column, bottom: row, right: column };
}

/** A format that says what an edit expects is taken to lie where the edit expects it: to ask would be one trip more. */
export function touchedMarksFrom({ formats, expected, filter, notes, lists, charts }: TouchedMarksLoad, sheet: string): Marks {
  const left = [...expected];
  return {
    ...(filter && filterFrom(filter)),
    ...(formats !== undefined && {
      ownFormats: ownFormats(formats).map(({ marked }): OwnFormat => {
        const at = left.findIndex((format) => format.id === marked.id && format.formula === marked.formula && format.look === marked.look && format.lights === marked.lights);
        const [same] = at === -1 ? [] : left.splice(at, 1);
        return { ...marked, range: same?.range ?? { top: 0, left: 0, bottom: 0, right: 0 } };
      }),
    }),
    ...(charts !== undefined && { ownCharts: ownChartsLoaded(charts) }),
    notes: notes.flatMap(({ cell: { row, column }, note }) => (note.isNullObject ? [] : [{ row, column, ...readNote(note.content) }])),
    validations: lists.flatMap(({ area, validation }): Validation[] => {
      if (validation.type === Excel.DataValidationType.none) return [];
      const source = validation.type === Excel.DataValidationType.list ? sourceOf(validation.rule, sheet) : undefined;
      return [{ range: area, ...(source && { source }) }];
    }),
  };
}

function sourceOf(rule: Excel.DataValidationRule, sheet: string): Range | undefined {
  const source: unknown = rule.list?.source;
  const match = typeof source === "string" ? /^=(?:(?:'((?:[^']|'')+)'|([^'!:]+))!)?(\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?)$/.exec(source) : null;
  const area = parseAddress(match?.[3] ?? "");
  return area === undefined ? undefined : { sheet: match?.[1]?.replace(/''/g, "'") ?? match?.[2] ?? sheet, ...area };
}

/** Excel tables under a filter that is to come: enough to refuse it. */
export function tablesUnder({ tables }: TouchedMarksLoad, sheet: string): ListObject[] {
  return tables.flatMap(({ area, found }) => found.items.map(({ name }) => ({ name, range: { sheet, ...area }, columnNames: [], hasHeaderRow: true, hasTotalRow: false })));
}

export function ownFormatsLoaded({ formats }: TouchedMarksLoad): Excel.ConditionalFormat[] {
  return formats === undefined ? [] : ownFormats(formats).map(({ format }) => format);
}

export function ownChartsInExcel({ charts }: TouchedMarksLoad): OwnInExcel {
  return charts === undefined ? { charts: [], names: [] } : ownInExcel(charts);
}
