import type { FillTools } from "./cli/command-line";
import { readPlan } from "./document/plan";
import { readDocument } from "./document/read-document";
import { planSheets } from "./fill/plan-sheets";
import { dropBlankSheet, newXlsx } from "./host/xlsx/new-workbook";
import { createXlsxHost } from "./host/xlsx/xlsx-host";

/** How a document becomes a workbook, for the command line. */
export const fillTools: Omit<FillTools, "readStandardInput"> = {
  readPlan: (bytes, name, options) => readPlan(readDocument(bytes, name), options),
  makeWorkbook: async (plan, template) => {
    const host = await createXlsxHost(newXlsx());
    const sheets = planSheets(plan, template, ["note"]);
    await host.apply([{ ...sheets, edits: [...sheets.edits, dropBlankSheet] }]);
    return host.save();
  },
};
