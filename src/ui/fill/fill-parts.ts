import type { Change } from "../../core/edit";
import type { Table } from "../../core/table";
import type { Range, Workbook } from "../../core/workbook";
import type { Plan } from "../../document/plan";
import type { DraftRow } from "./rows";

/** Where a plan comes from: a file's bytes, or what the clipboard or a keyboard gave. */
export type PlanSource =
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "pasted"; readonly text: string; readonly html?: string };

/** What a new sheet looks like: one of the product's templates, or a table that the office has in this workbook. */
export type SheetForm = { readonly kind: "template"; readonly id: FillTemplate } | { readonly kind: "like-table"; readonly table: Range };

export const fillTemplates = ["responsibility-division", "task-list"] as const;
export type FillTemplate = (typeof fillTemplates)[number];

/** Columns that stay empty for the office to fill in; they may be left out. */
export const extraColumns = ["progress", "status", "note"] as const;
export type ExtraColumn = (typeof extraColumns)[number];

/** What a person chose: where the rows go. A table is named by the place of its header and rows, as it was recognised. */
export type FillChoice =
  | { readonly kind: "new-sheet"; readonly name: string; readonly title: string; readonly form: SheetForm; readonly extras: readonly ExtraColumn[]; /** The plan's indicators go on a sheet of their own. */ readonly indicators: boolean }
  /** Tasks the table has not are added below; with `fill-gaps` those it has get their empty cells filled. */
  | { readonly kind: "table"; readonly table: Range; readonly how: "append" | "fill-gaps" };

/** Makes the changes that write these rows of the plan; what they replace stands in their edits, for the preview. */
export type PlanChanges = (rows: readonly DraftRow[], choice: FillChoice, workbook: Workbook, plan: Plan) => readonly Change[];

/** What the views of 填报 call; every part is handed in. */
export type FillParts = {
  readonly readPlan: (source: PlanSource, signal: AbortSignal) => Promise<Plan>;
  readonly loadSample: () => Promise<PlanSource>;
  /** The task lists of a workbook, to write into or to take the form of. */
  readonly findTables: (workbook: Workbook) => readonly Table[];
  readonly planChanges: PlanChanges;
  /** What a new sheet for this plan would be called, and its table. */
  readonly namesFor: (plan: Plan, of: FillTemplate | "indicators") => { readonly sheet: string; readonly title: string };
};
