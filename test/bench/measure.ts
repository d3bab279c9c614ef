// One measurement in a process of its own, so that peak memory is its own: measure.ts ours|peer|check FILE → JSON
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

const [, , what, file] = process.argv;
if (what === undefined || file === undefined) throw new Error("measure.ts ours|peer|check FILE");

const bytes = new Uint8Array(readFileSync(file));

async function run(): Promise<Record<string, number>> {
  if (what === "peer") {
    const peer = await import("@e965/xlsx");
    const start = performance.now();
    const book = peer.read(bytes, { dense: true });
    return { read: performance.now() - start, sheets: book.SheetNames.length };
  }
  const { createXlsxHost } = await import("../../src/host/xlsx/xlsx-host");
  const start = performance.now();
  const workbook = await (await createXlsxHost(bytes)).read();
  const read = performance.now() - start;
  if (what === "ours") return { read, sheets: workbook.worksheets.length };
  const { check } = await import("../../src/core/check");
  const { defaultSettings } = await import("../../src/core/settings");
  const { rules } = await import("../../src/rules");
  const { templates } = await import("../../src/templates");
  const begin = performance.now();
  const { diagnostics, tables } = check({ workbook, templates, rules, settings: defaultSettings("2026-03-01") });
  return { read, check: performance.now() - begin, diagnostics: diagnostics.length, tables: tables.length };
}

void run().then((figures) => {
  process.stdout.write(JSON.stringify({ ...figures, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
});
