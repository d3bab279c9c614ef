import { defaultSettings } from "../../src/core/settings";
import type { Workbook, Worksheet } from "../../src/core/workbook";
import { readLists, type TaskTable } from "../../src/merge/list-records";
import { templates } from "../../src/templates";
import { workbook } from "../support/sheet";

export const options = { templates, settings: defaultSettings("2026-03-01") };

export function bookOf(...drawings: readonly (string | Worksheet)[]): Workbook {
  return workbook(...drawings);
}

/** The one task list of a drawing. */
export function listOf(drawing: string): TaskTable {
  const [list, ...more] = readLists(bookOf(drawing), templates, options.settings).lists;
  if (list === undefined || more.length > 0) throw new Error("the drawing is not one task list");
  return list;
}
