import { check } from "../../src/core/check";
import type { Receipt } from "../../src/core/edit";
import { defaultSettings, type Settings } from "../../src/core/settings";
import { flagWorkbook } from "../../src/flag/flag-workbook";
import type { Host } from "../../src/host/host";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";

/** Flags a workbook as every door does: until there is nothing more to say. */
export async function flagUntilSettled(host: Host, asOf: string, settings: Partial<Settings> = {}): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  for (let pass = 0; pass < 5; pass++) {
    const workbook = await host.read();
    const all = { ...defaultSettings(asOf), ...settings };
    const { tables, diagnostics } = check({ workbook, templates, rules, settings: all });
    const changes = flagWorkbook({ workbook, tables, diagnostics, settings: all });
    if (changes.length === 0) return receipts;
    const receipt = await host.apply(changes);
    receipts.push(receipt);
    if (receipt.applied.length === 0) return receipts;
  }
  throw new Error("flags do not settle");
}
