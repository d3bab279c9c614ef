import type { Visibility } from "../../core/workbook";

export type SheetHead = { readonly id: string; readonly name: string; readonly visibility: Visibility; readonly isProtected: boolean };

const visibilities: Readonly<Record<string, Visibility>> = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" };

export function loadSheetList(context: Excel.RequestContext): Excel.WorksheetCollection {
  return context.workbook.worksheets.load({ id: true, name: true, visibility: true, protection: { protected: true } });
}

export function sheetListFrom(sheets: Excel.WorksheetCollection): SheetHead[] {
  return sheets.items.map(({ id, name, visibility, protection }) => ({ id, name, visibility: visibilities[visibility] ?? "visible", isProtected: protection.protected }));
}

/** The names of worksheets by their ids, which is all that Excel's events tell. */
export class SheetNames {
  private names = new Map<string, string>();

  remember(sheets: readonly SheetHead[]): void {
    this.names = new Map(sheets.map(({ id, name }) => [id, name]));
  }
  idOf(name: string): string | undefined {
    return [...this.names].find((entry) => entry[1] === name)?.[0];
  }
  nameOf(id: string): string | undefined {
    return this.names.get(id);
  }
}
