import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { describeHostContract } from "../support/host-contract";
import { workbookFile } from "../support/workbook-file";

describeHostContract({ name: "xlsx", open: (workbook) => createXlsxHost(workbookFile(workbook)) });

/** The same promises hold for the file as it would be opened again. */
describeHostContract({
  name: "xlsx, saved and opened again",
  open: async (workbook) => {
    let host = await createXlsxHost(workbookFile(workbook));
    const again = async (): Promise<void> => {
      host = await createXlsxHost(await host.save());
    };
    return {
      read: (options) => host.read(options),
      readAgain: (before, changes, options) => host.readAgain(before, changes, options),
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
