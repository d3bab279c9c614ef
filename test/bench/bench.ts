// npm run bench: ratios taken in one run, written to results.md beside this file
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { makeIndicatorList } from "./make-indicator-list";
import { makeTaskList } from "./make-task-list";

const rows = 100_000;
const rounds = 5;

type Figures = Readonly<Record<string, number>>;

function measure(what: string, file: string): Figures {
  const output = execFileSync(process.execPath, ["--import", "tsx", join(__dirname, "measure.ts"), what, file], { encoding: "utf8", maxBuffer: 1 << 20 });
  return JSON.parse(output) as Figures;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const folder = mkdtempSync(join(tmpdir(), "qingdan-bench-"));
try {
  const file = join(folder, "list.xlsx");
  const bytes = makeTaskList(rows);
  writeFileSync(file, bytes);
  const runs: { ours: Figures; peer: Figures; check: Figures }[] = [];
  // in turn, so that a slow minute of the machine falls on all of them
  for (let round = 0; round < rounds; round++) runs.push({ ours: measure("ours", file), peer: measure("peer", file), check: measure("check", file) });
  const of = (name: "ours" | "peer" | "check", key: string): number => median(runs.map((run) => run[name][key] ?? Number.NaN));
  const ratio = (name: (run: (typeof runs)[number]) => number): string => median(runs.map(name)).toFixed(2);
  const readRatio = ratio(({ ours, peer }) => (ours["read"] ?? NaN) / (peer["read"] ?? NaN));
  const checkRatio = ratio(({ check }) => (check["check"] ?? NaN) / (check["read"] ?? NaN));
  const again = Array.from({ length: 3 }, () => measure("recheck", file));
  const recheckRow = Object.keys(again[0] ?? {})
    .filter((key) => key !== "peakMegabytes")
    .map((key) => `${key} ${median(again.map((run) => run[key] ?? Number.NaN)).toFixed(1)}`)
    .join(", ");
  const flags = Array.from({ length: 3 }, () => measure("flag", file));
  const ofFlags = (...keys: readonly string[]): number => median(flags.map((run) => keys.reduce((sum, key) => sum + (run[key] ?? NaN), 0)));
  const flagRatio = median(flags.map((run) => ["flag", "apply", "save"].reduce((sum, key) => sum + (run[key] ?? NaN), 0) / (run["read"] ?? NaN))).toFixed(1);
  const indicatorFile = join(folder, "indicators.xlsx");
  writeFileSync(indicatorFile, makeIndicatorList(rows));
  const indicators = Array.from({ length: 3 }, () => measure("check", indicatorFile));
  const ofIndicators = (key: string): number => median(indicators.map((run) => run[key] ?? Number.NaN));
  const indicatorRatio = median(indicators.map((run) => (run["check"] ?? NaN) / (run["read"] ?? NaN))).toFixed(2);
  const trips = execFileSync(process.execPath, ["--import", "tsx", join(__dirname, "measure-excel.ts")], { encoding: "utf8" });
  const report = `# Measured

\`npm run bench\`, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}, Node ${process.versions.node}. Medians of ${rounds} runs, each measurement in a process of its own.
Read ratios, not milliseconds: the machine is shared.

A task list of ${rows.toLocaleString("en")} rows × 8 columns, ${(bytes.length / 1e6).toFixed(1)} MB of .xlsx, ${of("check", "diagnostics")} findings.

| what | measured | aim |
| --- | --- | --- |
| read, against @e965/xlsx reading the same file | ${readRatio} (${of("ours", "read").toFixed(0)} ms / ${of("peer", "read").toFixed(0)} ms) | ≤ 0.6 |
| check with all rules, against reading | ${checkRatio} (${of("check", "check").toFixed(0)} ms / ${of("check", "read").toFixed(0)} ms) | ≤ 0.8 |
| check again after an edit of one cell, in ms by its column | ${recheckRow} | < 16, once warm |
| check of ${rows.toLocaleString("en")} rows × 12 indicator columns with all rules, against reading | ${indicatorRatio} (${ofIndicators("check").toFixed(0)} ms / ${ofIndicators("read").toFixed(0)} ms) | ≤ 0.8 |
| flag ${rows.toLocaleString("en")} rows and make the file, against reading; checks not counted | ${flagRatio} (flag ${ofFlags("flag").toFixed(0)} ms, write into the workbook ${ofFlags("apply").toFixed(0)} ms, make the file ${ofFlags("save").toFixed(0)} ms / ${ofFlags("read").toFixed(0)} ms) | < 2 |
| peak memory, reading, against @e965/xlsx | ${ratio(({ ours, peer }) => (ours["peakMegabytes"] ?? NaN) / (peer["peakMegabytes"] ?? NaN))} (${of("ours", "peakMegabytes").toFixed(0)} MB / ${of("peer", "peakMegabytes").toFixed(0)} MB) | |
| peak memory, reading and checking | ${of("check", "peakMegabytes").toFixed(0)} MB | |

${trips}`;
  writeFileSync(join(__dirname, "results.md"), report);
  process.stdout.write(report);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
