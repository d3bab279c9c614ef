// One measurement in a process of its own, so that peak memory is its own: measure.ts ours|peer|check|recheck|flag FILE → JSON
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import type { Workbook } from "../../src/core/workbook";
import type { XlsxHost } from "../../src/host/xlsx/xlsx-host";

const [, , what, file] = process.argv;
if (what === undefined || file === undefined) throw new Error("measure.ts ours|peer|check|recheck|flag FILE");

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
  const host = await createXlsxHost(bytes);
  const workbook = await host.read();
  const read = performance.now() - start;
  if (what === "ours") return { read, sheets: workbook.worksheets.length };
  const { check } = await import("../../src/core/check");
  const { defaultSettings } = await import("../../src/core/settings");
  const { rules } = await import("../../src/rules");
  const { templates } = await import("../../src/templates");
  if (what === "recheck") return measureRechecks(workbook);
  if (what === "flag") return { read, ...(await measureFlags(host)) };
  const begin = performance.now();
  const { diagnostics, tables } = check({ workbook, templates, rules, settings: defaultSettings("2026-03-01") });
  return { read, check: performance.now() - begin, diagnostics: diagnostics.length, tables: tables.length };
}

/** Flags until there is nothing more to say, and makes the file; what the checks in between take is told apart. */
async function measureFlags(host: XlsxHost): Promise<Record<string, number>> {
  const { check } = await import("../../src/core/check");
  const { defaultSettings } = await import("../../src/core/settings");
  const { flagWorkbook } = await import("../../src/flag/flag-workbook");
  const { rules } = await import("../../src/rules");
  const { templates } = await import("../../src/templates");
  const settings = defaultSettings("2026-03-01");
  const spent = { check: 0, flag: 0, apply: 0, save: 0 };
  const timed = async <T>(part: keyof typeof spent, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const done = await work();
    spent[part] += performance.now() - start;
    return done;
  };
  for (;;) {
    const workbook = await host.read();
    const result = await timed("check", () => check({ workbook, templates, rules, settings }));
    const changes = await timed("flag", () => flagWorkbook({ workbook, ...result, settings }));
    if (changes.length === 0) break;
    const { skipped } = await timed("apply", () => host.apply(changes));
    if (skipped.length > 0) throw new Error("a flag was left out");
  }
  const { length } = await timed("save", () => host.save());
  return { ...spent, megabytes: length / 1e6 };
}

/** One cell of each column in turn, in the middle of the list; the median of its 25 edits and the slowest first one, in milliseconds, without the host's part. */
async function measureRechecks(read: Workbook): Promise<Record<string, number>> {
  const { applySteps } = await import("../../src/core/apply-steps");
  const { check } = await import("../../src/core/check");
  const { setCell } = await import("../../src/core/edit");
  const { recheck } = await import("../../src/core/recheck");
  const { defaultSettings } = await import("../../src/core/settings");
  const { cellRange, contentAt } = await import("../../src/core/workbook");
  const { rules } = await import("../../src/rules");
  const { isReferenceSheet } = await import("../../src/tasks/reference-sheets");
  const { templates } = await import("../../src/templates");
  const inputOf = (workbook: Workbook) => ({ workbook, templates, rules, settings: defaultSettings("2026-03-01") });
  const columns = { category: "新的一类", number: 77, task: "推进推进治理工作", lead: "市财整局", responsible: "市教育局市财政局", deadline: "尽快", note: "无" };
  let workbook = read;
  let result = check(inputOf(workbook));
  const times = new Map<string, number[]>();
  for (let round = 0; round < 25; round++) {
    for (const [column, [name, content]] of Object.entries(columns).entries()) {
      const row = 50_001 + round;
      const [worksheet] = workbook.worksheets;
      if (worksheet === undefined) throw new Error("no worksheet");
      workbook = applySteps(workbook, [setCell(worksheet.name, row, column, contentAt(worksheet, row, column), content)]);
      const start = performance.now();
      const again = recheck({ ...inputOf(workbook), isReference: isReferenceSheet }, result, [cellRange(worksheet.name, row, column)]);
      times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
      if (again === undefined) throw new Error(`the edit of ${name} was not taken as one`);
      result = again;
    }
  }
  const slowestFirst = Math.max(...[...times.values()].map(([first]) => first ?? NaN));
  return Object.fromEntries([...times, ["the first edit after opening, at worst", [slowestFirst]] as const].map(([name, list]) => [name, [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN]));
}

void run().then((figures) => {
  process.stdout.write(JSON.stringify({ ...figures, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
});
