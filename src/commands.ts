import { createExcelHost } from "./host/excel/excel-host";
import { prepareCheck, settingsOfToday } from "./product";

/** 一键核查: checks without the pane, goes to the first finding that must be mended, and opens the pane where Excel can. */
async function checkWorkbook(event: Office.AddinCommands.Event): Promise<void> {
  try {
    const host = createExcelHost();
    const steps = prepareCheck(await host.read(), settingsOfToday());
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    const first = step.value.diagnostics.find(({ severity }) => severity === "error") ?? step.value.diagnostics[0];
    if (first !== undefined) await host.select(first.range);
    if (Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) await Office.addin.showAsTaskpane();
  } finally {
    // Excel waits for this whatever happened, and stops the command after five minutes
    event.completed();
  }
}

void Office.onReady(() => {
  Office.actions.associate("checkWorkbook", (event: Office.AddinCommands.Event) => void checkWorkbook(event));
});
