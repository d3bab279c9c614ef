import type { Workbook } from "../core/workbook";
import { parseDefinition, type WrittenDefinition } from "./definition";

const opening = /^\s*(?:注|说明|备注)?[:：]?\s*(?:\d{1,2}[.、．])?\s*/;

/** What a note defines by name: 注：1.泊位接入率=…/…×100%；2.… */
export function definitionsIn(text: string): (WrittenDefinition & { readonly name: string })[] {
  if (!text.includes("=") && !text.includes("＝")) return [];
  return text.split(/[\n；;。]/).flatMap((line) => {
    const written = line.includes("=") || line.includes("＝") ? parseDefinition(line.replace(opening, "")) : undefined;
    return written?.name === undefined ? [] : [{ ...written, name: written.name }];
  });
}

/** Notes begin in the first columns of a sheet, and are no essays. */
const noteColumns = 3;
const longest = 600;

/** The names of all indicators that the notes on a workbook's sheets define. */
export function namesInNotes({ worksheets }: Workbook): string[] {
  const names: string[] = [];
  for (const { columns } of worksheets) {
    for (const column of columns.slice(0, noteColumns)) {
      for (const value of column?.values ?? []) {
        if (typeof value === "string" && value.length > 6 && value.length <= longest) names.push(...definitionsIn(value).map(({ name }) => name));
      }
    }
  }
  return names;
}
