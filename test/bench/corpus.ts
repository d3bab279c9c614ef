// npx tsx test/bench/corpus.ts FOLDER: opens, checks, edits and saves every workbook below the folder, each with a minute's time
import { fork, type ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../src/core/check";
import { setCell } from "../../src/core/edit";
import { defaultSettings } from "../../src/core/settings";
import { contentAt, type Workbook } from "../../src/core/workbook";
import { HostError } from "../../src/host/host-error";
import { readPackage } from "../../src/host/xlsx/package";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { contentsOf } from "../support/make-workbook";

type Outcome = { readonly kind: "opened" | "refused" | "crashed" | "lost" | "hung"; readonly detail: string };

const timeLimit = 60_000;

async function tryFile(file: string): Promise<Outcome> {
  const bytes = new Uint8Array(readFileSync(file));
  try {
    const host = await createXlsxHost(bytes);
    const workbook = await host.read();
    const { diagnostics, tables } = check({ workbook, templates, rules, settings: defaultSettings("2026-01-01") });
    const sheet = workbook.worksheets.find(({ isProtected, rowCount }) => !isProtected && rowCount < 1_048_000);
    if (sheet === undefined) return { kind: "opened", detail: "nothing to edit" };
    const row = sheet.rowCount + 1;
    const receipt = await host.apply([{ title: { zh: "试", en: "try" }, edits: [setCell(sheet.name, row, 0, contentAt(sheet, row, 0), "试一试")] }]);
    if (receipt.applied.length === 0) return { kind: "opened", detail: `edit skipped: ${receipt.skipped[0]?.reason ?? ""}` };
    const saved = await host.save();
    const kept = readPackage(saved);
    const missing = [...readPackage(bytes).keys()].filter((part) => !kept.has(part));
    const read = await (await createXlsxHost(saved)).read();
    const differing = differences(workbook, read, sheet.name, row);
    if (missing.length > 0 || differing > 0) return { kind: "lost", detail: `parts ${missing.join(" ")}; cells ${differing}` };
    await host.undo(receipt);
    if (Buffer.compare(Buffer.from(await host.save()), Buffer.from(bytes)) !== 0) return { kind: "lost", detail: "undo is not exact" };
    return { kind: "opened", detail: `${tables.length} tables, ${diagnostics.length} findings` };
  } catch (error) {
    if (error instanceof HostError) return { kind: "refused", detail: error.message };
    return { kind: "crashed", detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Cells that are not as they were, the edited one apart. */
function differences(before: Workbook, after: Workbook, sheet: string, row: number): number {
  let count = Math.abs(before.worksheets.length - after.worksheets.length);
  for (const [index, worksheet] of before.worksheets.entries()) {
    const other = after.worksheets[index];
    if (other === undefined) continue;
    const [old, now] = [contentsOf(worksheet), contentsOf(other)];
    if (worksheet.name === sheet) now.splice(row, 1);
    while (now.length > old.length && (now.at(-1) ?? []).length === 0) now.pop();
    for (let line = 0; line < Math.max(old.length, now.length); line++) if (JSON.stringify(old[line] ?? []) !== JSON.stringify(now[line] ?? [])) count += 1;
  }
  return count;
}

function startChild(): ChildProcess {
  return fork(__filename, ["--child"], { execArgv: ["--import", "tsx"] });
}

async function runAll(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.xls[xm]$/i.test(file)).sort();
  const counts = new Map<Outcome["kind"], number>();
  let child = startChild();
  for (const file of files) {
    const outcome = await new Promise<Outcome>((done) => {
      const timer = setTimeout(() => {
        child.kill("SIGKILL");
        finish({ kind: "hung", detail: `over ${timeLimit / 1000} s` });
      }, timeLimit);
      const finish = (answer: Outcome): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        done(answer);
      };
      child.once("message", (answer) => finish(answer as Outcome));
      child.once("exit", (code) => finish({ kind: "crashed", detail: `the process ended (${code ?? "killed"})` }));
      child.send(join(folder, file));
    });
    if (!child.connected || outcome.kind === "hung") child = startChild();
    counts.set(outcome.kind, (counts.get(outcome.kind) ?? 0) + 1);
    if (outcome.kind !== "opened") process.stdout.write(`${outcome.kind}: ${file}: ${outcome.detail}\n`);
  }
  child.kill();
  const kinds = ["opened", "refused", "crashed", "lost", "hung"] as const;
  process.stdout.write(`${files.length} files: ${kinds.map((kind) => `${kind} ${counts.get(kind) ?? 0}`).join(", ")}\n`);
  if ((counts.get("crashed") ?? 0) + (counts.get("lost") ?? 0) + (counts.get("hung") ?? 0) > 0) process.exitCode = 1;
}

if (process.argv[2] === "--child") process.on("message", (file) => void tryFile(String(file)).then((outcome) => process.send?.(outcome)));
else if (process.argv[2] === undefined) process.stderr.write("npx tsx test/bench/corpus.ts FOLDER\n");
else void runAll(process.argv[2]);
