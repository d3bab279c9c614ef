// npm run build && npx tsx test/bench/many.ts: 2,000 workbooks in one run, written to many.md beside this file
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "../../src/core/check";
import { defaultSettings } from "../../src/core/settings";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { soffice } from "../support/indicator-workbooks/recalculate";
import { makeTaskList } from "./make-task-list";

const count = 2000;
const rounds = 3;
const sampled = 20;
const asOf = "2026-07-10";
const program = join(__dirname, "../../dist/cli.js");
const samples = ["sample-task-list.xlsx", "sample-indicators.xlsx"].map((name) => readFileSync(join(__dirname, "../../assets/samples", name)));

/** Every fourth a sample with its faults, the others lists of 10 to 2,000 tasks, few of them large. */
function putWorkbooks(folder: string): string[] {
  return Array.from({ length: count }, (_, index) => {
    const town = join(folder, `乡镇${index % 40}`);
    mkdirSync(town, { recursive: true });
    const file = join(town, `责任分工表${index}.xlsx`);
    // 37 has no divisor in common with the count, so that sizes do not come in order
    const share = ((index * 37) % count) / count;
    writeFileSync(file, index % 4 === 0 ? (samples[(index / 4) % 2] ?? "") : makeTaskList(Math.round(10 * 200 ** share)));
    return file;
  });
}

type Run = { readonly seconds: number; readonly megabytes: number };

function measure(words: readonly string[], folder: string): Run {
  const peak = join(folder, "peak.txt");
  const preload = join(folder, "peak.js");
  writeFileSync(preload, `if (require("node:worker_threads").isMainThread) process.on("exit", () => require("node:fs").writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)));`);
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--require", preload, ...words], { stdio: ["ignore", "ignore", "pipe"], maxBuffer: 1 << 26 });
  const seconds = (performance.now() - begun) / 1000;
  if (status !== 0 && status !== 1) throw new Error(`${words.join(" ")} ended with ${status}: ${stderr.toString().slice(0, 500)}`);
  return { seconds, megabytes: Number(readFileSync(peak, "utf8")) / 1024 };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** What anybody would write: open, read and check, one after the other, and keep nothing. */
async function plainLoop(files: readonly string[]): Promise<number> {
  const begun = performance.now();
  let found = 0;
  for (const file of files) {
    const workbook = await (await createXlsxHost(readFileSync(file))).read();
    found += check({ workbook, templates, rules, settings: defaultSettings(asOf) }).diagnostics.length;
  }
  if (found === 0) throw new Error("the workbooks hold no faults");
  return (performance.now() - begun) / 1000;
}

function convert(files: readonly string[], folder: string): number | undefined {
  if (soffice === undefined) return undefined;
  const office = (some: readonly string[]): void => void execFileSync(soffice ?? "", ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "csv", "--outdir", join(folder, "csv"), ...some], { stdio: "ignore", timeout: 600_000 });
  // the first start makes a profile: not the time of a conversion
  office(files.slice(0, 1));
  const begun = performance.now();
  office(files);
  return (performance.now() - begun) / 1000;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "qingdan-many-bench-"));
  try {
    const files = putWorkbooks(join(folder, "报送"));
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    const loads: number[] = [];
    const results = join(folder, "结果.jsonl");
    const run = (...more: readonly string[]): Run => (loads.push(loadavg()[0] ?? NaN), measure([program, "check", join(folder, "报送"), "--as-of", asOf, "--format", "jsonl", "--output", results, ...more], folder));
    const loops: number[] = [];
    const alone: Run[] = [];
    const two: Run[] = [];
    const json: Run[] = [];
    // in turn, so that a slow minute of the machine falls on all of them
    for (let round = 0; round < rounds; round++) {
      loops.push(await plainLoop(files));
      alone.push(run("--jobs", "1"));
      two.push(run("--jobs", "2"));
      json.push(measure([program, "check", join(folder, "报送"), "--as-of", asOf, "--format", "json", "--output", join(folder, "报告.json"), "--jobs", "2"], folder));
    }
    const findings = readFileSync(results, "utf8").match(/"rule":/g)?.length ?? 0;
    const resumed = run("--resume", "--jobs", "2");
    const reports = (["text", "json", "html", "sarif", "xlsx"] as const).map((format) => {
      const output = join(folder, `报告.${format}`);
      const made = measure([program, "report", results, "--format", format, "--output", output], folder);
      return { format, ...made, size: statSync(output).size };
    });
    // 101 has no divisor in common with 4: samples and lists of all sizes are among them
    const sample = Array.from({ length: sampled }, (_, index) => files[index * 101]).filter((file) => file !== undefined);
    const office = convert(sample, folder);
    const seconds = (runs: readonly Run[]): number => median(runs.map((each) => each.seconds));
    const row = (what: string, time: number, number: number, megabytes?: number): string => `| ${what} | ${time.toFixed(1)} s | ${(number / time).toFixed(1)} | ${megabytes === undefined ? "" : `${megabytes.toFixed(0)} MB`} |`;
    const peak = (runs: readonly Run[]): number => median(runs.map((each) => each.megabytes));
    const report = `# Measured: thousands of submissions

\`npx tsx test/bench/many.ts\`, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}, Node ${process.versions.node}. Medians of ${rounds} rounds taken in turn; load of the machine before each run ${loads.map((load) => load.toFixed(1)).join(", ")} (our own runs are in it).
Two cores: more than two threads cannot help here, and the thread that writes has a share of them too.

${count.toLocaleString("en")} workbooks in 40 folders, ${(bytes / 1e6).toFixed(0)} MB: every fourth a sample, the others lists of 10 to 2,000 tasks. ${findings.toLocaleString("en")} findings.

| what | time | files/s | peak memory |
| --- | --- | --- | --- |
${row("a plain loop in one thread that keeps nothing", median(loops), count)}
${row("`check --format jsonl --jobs 1`, program start and all", seconds(alone), count, peak(alone))}
${row("`check --format jsonl --jobs 2`", seconds(two), count, peak(two))}
${row("`check --format json --jobs 2`", seconds(json), count, peak(json))}
${row("`--resume` where nothing has changed", resumed.seconds, count, resumed.megabytes)}
${office === undefined ? "" : row(`LibreOffice, headless, ${sampled} of them to CSV in one call`, office, sampled)}

Two threads against one: ${(seconds(alone) / seconds(two)).toFixed(2)} ×; one thread of ours against the plain loop: ${(median(loops) / seconds(alone)).toFixed(2)} ×.${office === undefined ? "" : ` Against LibreOffice, which only converts: ${(count / seconds(two) / (sampled / office)).toFixed(0)} × as many files a second.`}

Reports from the results, without checking again:

| format | time | size | peak memory |
| --- | --- | --- | --- |
${reports.map(({ format, seconds: time, size, megabytes }) => `| ${format} | ${time.toFixed(1)} s | ${(size / 1e6).toFixed(1)} MB | ${megabytes.toFixed(0)} MB |`).join("\n")}
`;
    writeFileSync(join(__dirname, "many.md"), report);
    process.stdout.write(report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
