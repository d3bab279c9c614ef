import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import type { Workbook } from "../../src/core/workbook";
import { describeHostContract } from "../support/host-contract";
import { contentsOf } from "../support/make-workbook";
import { makeXlsx } from "../support/make-xlsx";
import { stringifyAddress } from "../../src/core/address";

function asFile({ worksheets, uses1904Dates }: Workbook): Uint8Array {
  return makeXlsx(
    worksheets.map((worksheet) => ({
      name: worksheet.name,
      cells: contentsOf(worksheet),
      merges: worksheet.merges.map(stringifyAddress),
      hiddenRows: worksheet.hiddenRows.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index + 1)),
      hiddenColumns: worksheet.hiddenColumns.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index + 1)),
      state: worksheet.visibility,
      isProtected: worksheet.isProtected,
    })),
    { uses1904Dates },
  );
}

describeHostContract({ name: "xlsx", open: (workbook) => createXlsxHost(asFile(workbook)) });

/** The same promises hold for the file as it would be opened again. */
describeHostContract({
  name: "xlsx, saved and opened again",
  open: async (workbook) => {
    let host = await createXlsxHost(asFile(workbook));
    const again = async (): Promise<void> => {
      host = await createXlsxHost(await host.save());
    };
    return {
      read: (options) => host.read(options),
      apply: async (changes) => {
        const receipt = await host.apply(changes);
        await again();
        return receipt;
      },
      undo: async (receipt) => {
        const undone = await host.undo(receipt);
        await again();
        return undone;
      },
      select: (range) => host.select(range),
      watch: (listener) => host.watch(listener),
    };
  },
});
