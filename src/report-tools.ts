import type { ReportTools } from "./cli/command-line";
import { dropBlankSheet, newXlsx } from "./host/xlsx/new-workbook";
import { createXlsxHost } from "./host/xlsx/xlsx-host";
import { countLights } from "./product";

/** What a report asks of the rest, for the command line. */
export const reportTools: ReportTools = {
  countLights,
  makeWorkbook: async (change) => {
    const host = await createXlsxHost(newXlsx());
    const { skipped } = await host.apply([{ ...change, edits: [...change.edits, dropBlankSheet] }]);
    // a new workbook has nothing that could be in the way
    if (skipped[0] !== undefined) throw new Error(`a sheet of the report was not made: ${skipped[0].reason}`);
    return host.save();
  },
};
