import { performance } from "node:perf_hooks";
import { makeTaskList } from "/tmp/h/w2/main/test/bench/make-task-list";
import { createXlsxHost } from "/tmp/h/w2/main/src/host/xlsx/xlsx-host";
import { check } from "/tmp/h/w2/main/src/core/check";
import { defaultSettings } from "/tmp/h/w2/main/src/core/settings";
import { rules } from "/tmp/h/w2/main/src/rules";
import { templates } from "/tmp/h/w2/main/src/templates";
import { flagWorkbook } from "/tmp/h/w2/main/src/flag/flag-workbook";
async function main() {
  const bytes = makeTaskList(100_000);
  let t = performance.now(); let c = process.cpuUsage().user / 1000;
  const lap = (name: string) => { const n = performance.now(); const u = process.cpuUsage().user / 1000; console.log(name, (n - t).toFixed(0), "cpu", (u - c).toFixed(0)); t = n; c = u; };
  const host = await createXlsxHost(bytes); let workbook = await host.read(); lap("read");
  const settings = defaultSettings("2026-03-01");
  for (let pass = 0; pass < 4; pass++) {
    const { tables, diagnostics } = check({ workbook, templates, rules, settings }); lap("check");
    const changes = flagWorkbook({ workbook, tables, diagnostics, settings }); lap("flag " + changes.length);
    if (changes.length === 0) break;
    const receipt = await host.apply(changes); lap("apply skipped " + receipt.skipped.length);
    workbook = await host.read();
  }
  const out = await host.save(); lap("save " + out.length);
}
void main();
