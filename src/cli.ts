import { extname, join } from "node:path";
import manifest from "../package.json";
import type { StopRequest } from "./cli/command-line";
import { runCommandLine } from "./cli/run";
import type { Language } from "./core/text";
import { flagTools } from "./flag/flag-tools";
import { createXlsxHost } from "./host/xlsx/xlsx-host";
import { mergeTools } from "./merge-tools";
import { fillTools } from "./plan-tools";
import { reportTools } from "./report-tools";
import { rules } from "./rules";
import { summaryTools } from "./summary-tools";
import { splitTools } from "./split-tools";
import { templates } from "./templates";
import { today } from "./today";

function languageOf(environment: NodeJS.ProcessEnv): Language {
  const locale = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return locale.startsWith("en") ? "en" : "zh";
}

async function readStandardInput(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** npm passes the terminal's Ctrl-C on, so that one press comes twice. */
const samePress = 1000;

/** The first Ctrl-C stops cleanly, the next at once. */
function listenForStop(): StopRequest {
  const stop = new AbortController();
  let asked: number | undefined;
  const ask = (): void => {
    if (asked !== undefined && performance.now() - asked > samePress) process.exit(130);
    asked ??= performance.now();
    stop.abort();
  };
  process.on("SIGINT", ask);
  return { signal: stop.signal, end: () => void process.off("SIGINT", ask) };
}

// a reader that has seen enough (| head) closes the pipe: no reason to complain
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

void runCommandLine(process.argv.slice(2), {
  templates,
  rules,
  fill: { ...fillTools, readStandardInput },
  flag: flagTools,
  report: reportTools,
  merge: mergeTools,
  summary: summaryTools,
  split: splitTools,
  openWorkbook: (bytes, name) => createXlsxHost(bytes, { name }),
  today: today(),
  version: manifest.version,
  language: languageOf(process.env),
  write: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  showProgress: process.stderr.isTTY ? (text) => void process.stderr.write(`\r\u001b[K${text}`) : undefined,
  threads: { program: join(__dirname, `check-worker${extname(__filename)}`) },
  listenForStop,
}).then((status) => {
  process.exitCode = status;
});
