import { JSDOM } from "jsdom";
import { loadOfficeJs } from "./jsdom-loader";
import { SimulatedExcel, type SimulatedExcelOptions } from "./simulated-excel";
import { createExternal } from "./transports/desktop";

type OfficeGlobals = { readonly Excel: typeof Excel; readonly Office: typeof Office; readonly OfficeExtension: typeof OfficeExtension };
export type StartedExcel = { readonly excel: SimulatedExcel; readonly globals: OfficeGlobals; readonly close: () => void };

/** Starts a simulated Excel with the genuine office.js in a window of its own; `use` makes it the one that code under test sees. */
export async function startExcel(options: SimulatedExcelOptions & { readonly debug?: boolean } = {}): Promise<StartedExcel> {
  const excel = new SimulatedExcel(options);
  const page = new JSDOM("<!doctype html><html><head></head><body></body></html>", { url: "https://localhost/taskpane.html", runScripts: "outside-only" });
  Object.defineProperty(page.window, "external", { value: createExternal(excel), configurable: true });
  await loadOfficeJs(page, options.debug === true ? "office.debug.js" : "office.js");
  const globals = page.window as unknown as OfficeGlobals;
  // without it an API newer than the requirement sets would be sent all the same
  (globals.OfficeExtension as unknown as { CommonUtility: { _doApiNotSupportedCheck: boolean } }).CommonUtility._doApiNotSupportedCheck = true;
  return { excel, globals, close: () => page.window.close() };
}

const names = ["Excel", "Office", "OfficeExtension"] as const;

/** Makes it the one that code under test sees. */
export function makeCurrent({ globals }: Pick<StartedExcel, "globals">): void {
  for (const name of names) Object.assign(globalThis, { [name]: globals[name] });
}

/** Leaves nothing behind that would keep the test process alive. */
export function closeExcel({ close }: StartedExcel): void {
  for (const name of names) Reflect.deleteProperty(globalThis, name);
  close();
}
