import { TestEnvironment } from "jest-environment-jsdom";
import { loadOfficeJs } from "./jsdom-loader";
import { SimulatedExcel } from "./simulated-excel";
import { createExternal } from "./transports/desktop";

/** Jest in jsdom with the genuine office.js, answered by the global `simulatedExcel`. */
export default class OfficeEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    const { dom } = this;
    if (dom === null) throw new Error("jsdom has not started");
    const excel = new SimulatedExcel();
    Object.defineProperty(dom.window, "external", { value: createExternal(excel), configurable: true });
    await loadOfficeJs(dom);
    this.global["simulatedExcel"] = excel;
  }
}
