import { join } from "node:path";
import type { CommandLine, ExitStatus } from "../../src/cli/command-line";
import { runCommandLine } from "../../src/cli/run";
import { flagTools } from "../../src/flag/flag-tools";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { mergeTools } from "../../src/merge-tools";
import { fillTools } from "../../src/plan-tools";
import { reportTools } from "../../src/report-tools";
import { rules } from "../../src/rules";
import { splitTools } from "../../src/split-tools";
import { summaryTools } from "../../src/summary-tools";
import { templates } from "../../src/templates";

/** The built program of a thread: `npm run build` makes it. */
export const builtThread = { program: join(__dirname, "../../dist/check-worker.js") };

export type CliAnswer = { readonly status: ExitStatus; readonly output: string; readonly complaint: string };

/** The command line in this process, on 2026-03-01, with all the parts it has outside. */
export async function runCli(words: readonly string[], own: Partial<CommandLine> = {}): Promise<CliAnswer> {
  let output = "";
  let complaint = "";
  const status = await runCommandLine(words, {
    templates,
    rules,
    fill: { ...fillTools, readStandardInput: async () => new Uint8Array() },
    flag: flagTools,
    report: reportTools,
    merge: mergeTools,
    split: splitTools,
    summary: summaryTools,
    openWorkbook: (bytes, name) => createXlsxHost(bytes, { name }),
    today: "2026-03-01",
    version: "0.1.0",
    language: "zh",
    write: (text) => (output += text),
    complain: (text) => (complaint += text),
    showProgress: undefined,
    ...own,
  });
  expect(output + complaint).not.toMatch(/\n\s+at |undefined|\[object/);
  return { status, output, complaint };
}
