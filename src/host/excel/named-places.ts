import type { DefinedName, ListObject, Workbook } from "../../core/workbook";
import { isBuiltInName } from "../built-in-names";
import { isChartMark } from "../chart-mark";
import { rectangleOf } from "./merged-areas";
import type { SheetHead } from "./sheet-list";

/** What of a workbook gives a name to cells, as it is asked for; to be read once it is there. */
export type NamedPlacesLoad = {
  readonly names: readonly { readonly sheet: string | undefined; readonly items: Excel.NamedItemCollection }[];
  readonly tables: readonly { readonly table: Excel.Table; readonly sheet: string; readonly range: Excel.Range; readonly columns: Excel.TableColumnCollection }[];
};

export function loadTableList(context: Excel.RequestContext): Excel.TableCollection {
  return context.workbook.tables.load({ id: true, name: true, showHeaders: true, showTotals: true, worksheet: { name: true } });
}

export function loadNamedPlaces(context: Excel.RequestContext, heads: readonly SheetHead[], tables: Excel.TableCollection): NamedPlacesLoad {
  return { names: loadNames(context, heads), tables: tables.items.map((table) => loadTable(table, table.worksheet.name)) };
}

/** The same where it is known which Excel tables there were; of one that is gone there is nothing to be read. */
export function loadKnownPlaces(context: Excel.RequestContext, heads: readonly SheetHead[], listObjects: readonly ListObject[]): NamedPlacesLoad {
  const tables = listObjects.map(({ name, range }) => loadTable(context.workbook.tables.getItemOrNullObject(name).load({ name: true, showHeaders: true, showTotals: true }), range.sheet));
  return { names: loadNames(context, heads), tables };
}

function loadNames({ workbook: { names, worksheets } }: Excel.RequestContext, heads: readonly SheetHead[]): NamedPlacesLoad["names"] {
  const load = (items: Excel.NamedItemCollection): Excel.NamedItemCollection => items.load({ name: true, formula: true, scope: true });
  return [{ sheet: undefined, items: load(names) }, ...heads.map(({ id, name }) => ({ sheet: name, items: load(worksheets.getItem(id).names) }))];
}

function loadTable(table: Excel.Table, sheet: string): NamedPlacesLoad["tables"][number] {
  return { table, sheet, range: table.getRange().load({ address: true }), columns: table.columns.load({ name: true }) };
}

/** All names of one worksheet, those of ours among them. */
export function namesOfSheet({ names }: NamedPlacesLoad, sheet: string | undefined): DefinedName[] {
  return names.flatMap((load) => (sheet === undefined || load.sheet !== sheet ? [] : load.items.items.map(({ name, formula }) => ({ name, sheet, formula: String(formula) }))));
}

/** Excel tells a name of one sheet under that sheet; where it tells it of the workbook too, that is passed over. */
export function namedPlacesFrom({ names, tables }: NamedPlacesLoad): Required<Pick<Workbook, "names" | "listObjects">> {
  return {
    names: names.flatMap(({ sheet, items }) =>
      items.items.flatMap(({ name, formula, scope }): DefinedName[] => ((sheet === undefined && scope === Excel.NamedItemScope.worksheet) || isBuiltInName(name) || isChartMark(name) ? [] : [{ name, ...(sheet !== undefined && { sheet }), formula: String(formula) }])),
    ),
    listObjects: tables.map(({ table, sheet, range, columns }): ListObject => ({
      name: table.name,
      range: { sheet, ...rectangleOf(range.address) },
      columnNames: columns.items.map(({ name }) => name),
      hasHeaderRow: table.showHeaders,
      hasTotalRow: table.showTotals,
    })),
  };
}
