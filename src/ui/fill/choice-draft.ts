import { stringifyAddress } from "../../core/address";
import type { Table } from "../../core/table";
import type { Text } from "../../core/text";
import type { Range } from "../../core/workbook";
import { fillTemplates, type ExtraColumn, type FillChoice, type FillTemplate, type SheetForm } from "./fill-parts";
import { freeSheetName, wrongSheetName } from "./sheet-name";

/** What the form says so far, whichever of its parts is in use. */
export type ChoiceDraft = {
  readonly kind: FillChoice["kind"];
  readonly name: string;
  readonly title: string;
  /** A template's id, or the key of a table. */
  readonly form: string;
  readonly extras: readonly ExtraColumn[];
  readonly indicators: boolean;
  /** The key of a table. */
  readonly table: string;
  readonly how: "append" | "fill-gaps";
};

export function rangeOfTable({ sheet, bounds }: Table): Range {
  return { sheet, ...bounds };
}

export function keyOfTable(table: Table): string {
  return `${table.sheet}!${stringifyAddress(table.bounds)}`;
}

/** What a sheet of a form would be called, and its table. */
export type NamesOf = (form: FillTemplate) => { readonly sheet: string; readonly title: string };

/** What a person most likely wants: a new sheet with everything the plan says. */
export function draftFor(namesOf: NamesOf, sheets: readonly string[], tables: readonly Table[]): ChoiceDraft {
  const form = fillTemplates[0];
  return { kind: "new-sheet", ...namesFor(form, namesOf, sheets), form, extras: ["note"], indicators: true, table: tables[0] === undefined ? "" : keyOfTable(tables[0]), how: "fill-gaps" };
}

/** Another form, and the names that go with it as long as nobody has typed others. */
export function withForm(draft: ChoiceDraft, form: string, namesOf: NamesOf, sheets: readonly string[]): Partial<ChoiceDraft> {
  const before = namesFor(draft.form, namesOf, sheets);
  const after = namesFor(form, namesOf, sheets);
  return { form, ...(draft.name === before.name ? { name: after.name } : {}), ...(draft.title === before.title ? { title: after.title } : {}) };
}

function namesFor(form: string, namesOf: NamesOf, sheets: readonly string[]): Pick<ChoiceDraft, "name" | "title"> {
  const { sheet, title } = namesOf(fillTemplates.find((id) => id === form) ?? fillTemplates[0]);
  return { name: freeSheetName(sheet, sheets), title };
}

/** The choice, or why there is none yet. */
export function choiceOf(draft: ChoiceDraft, sheets: readonly string[], tables: readonly Table[], hasIndicators: boolean): { readonly choice: FillChoice } | { readonly wrongName?: Text } {
  const tableOf = (key: string): Table | undefined => tables.find((table) => keyOfTable(table) === key);
  if (draft.kind === "table") {
    const table = tableOf(draft.table);
    return table === undefined ? {} : { choice: { kind: "table", table: rangeOfTable(table), how: draft.how } };
  }
  const wrongName = wrongSheetName(draft.name, sheets);
  if (wrongName !== undefined) return { wrongName };
  const model = tableOf(draft.form);
  const template = fillTemplates.find((id) => id === draft.form);
  const form: SheetForm | undefined = model !== undefined ? { kind: "like-table", table: rangeOfTable(model) } : template === undefined ? undefined : { kind: "template", id: template };
  return form === undefined ? {} : { choice: { kind: "new-sheet", name: draft.name, title: draft.title.trim(), form, extras: form.kind === "template" ? draft.extras : [], indicators: hasIndicators && draft.indicators } };
}
