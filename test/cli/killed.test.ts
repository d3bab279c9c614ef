import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { putSubmissions } from "../support/submissions";

// the program that `npm run build` makes, as a person runs it
const program = join(__dirname, "../../dist/cli.js");
const results = (folder: string): string => join(folder, "结果.jsonl");

let folder: string;
let files: string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "qingdan-killed-"));
  files = putSubmissions(join(folder, "报送"), 150);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ending = { readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly complaint: string };

function check(output: string, jobs: number, endIt?: { readonly signal: NodeJS.Signals; readonly after: () => boolean }): Promise<Ending> {
  const child = spawn(process.execPath, [program, "check", join(folder, "报送"), "--format", "jsonl", "--output", output, "--resume", "--jobs", String(jobs), "--as-of", "2026-03-01"], { stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (text: Buffer) => (complaint += text.toString()));
  const watch = setInterval(() => {
    if (endIt?.after() !== true) return;
    child.kill(endIt.signal);
    clearInterval(watch);
  }, 1);
  return new Promise((ended) =>
    child.on("close", (code, signal) => {
      clearInterval(watch);
      ended({ code, signal, complaint });
    }),
  );
}

/** How many lines are whole. */
function linesIn(file: string): number {
  return existsSync(file) ? readFileSync(file).filter((byte) => byte === 10).length : 0;
}

function sorted(file: string): string[] {
  return readFileSync(file, "utf8").trimEnd().split("\n").sort();
}

test.each([1, 3])("killed at any moment, again and again, and taken up with %i at a time: what an undisturbed run gives, nothing twice, nothing missed", async (jobs) => {
  const undisturbed = join(folder, `全程${jobs}.jsonl`);
  expect(await check(undisturbed, jobs)).toMatchObject({ code: 2, signal: null });
  const output = join(folder, `中断${jobs}.jsonl`);
  let kills = 0;
  for (let round = 0; round < 40; round++) {
    const before = linesIn(output);
    const more = 1 + Math.floor(Math.random() * 30);
    const { signal } = await check(output, jobs, { signal: "SIGKILL", after: () => linesIn(output) >= before + more });
    if (signal === null) break;
    kills++;
    // what a run has kept no later one checks again
    expect(linesIn(output)).toBeGreaterThan(before - 15);
  }
  expect(kills).toBeGreaterThan(2);
  expect(sorted(output)).toEqual(sorted(undisturbed));
  const named = sorted(output).filter((text) => text.startsWith('{"file"')).map((text) => (JSON.parse(text) as { file: string }).file);
  expect([...named].sort()).toEqual([...files].sort());
  expect(await check(output, jobs)).toMatchObject({ code: 2, signal: null });
  expect(sorted(output)).toEqual(sorted(undisturbed));
}, 300_000);

test.each([1, 3])("Ctrl-C with %i at a time ends with a sentence and status 130, and nothing half-written", async (jobs) => {
  const output = results(folder);
  rmSync(output, { force: true });
  const { code, signal, complaint } = await check(output, jobs, { signal: "SIGINT", after: () => linesIn(output) >= 10 });
  expect([code, signal]).toEqual([130, null]);
  expect(complaint).toMatch(/已停止，还有 \d+ 个文件没有核查。.*--resume\n$/);
  expect(complaint).not.toMatch(/\n\s+at /);
  for (const text of sorted(output)) JSON.parse(text);
  expect(linesIn(output)).toBeLessThan(files.length);
}, 60_000);
