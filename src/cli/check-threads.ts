import { existsSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { Piscina } from "piscina";
import type { Language, Text } from "../core/text";
import type { CheckThreads } from "./command-line";
import { complainOf } from "./complain";
import type { FileAnswer } from "./check-file";
import type { FileChecker } from "./check-in-order";
import { systemCode } from "./files";
import type { CallSettings } from "./settings";

/** Fewer files are done before threads have started. */
const fewestFiles = 8;

/** How many files are given out for each thread: one slow file must not let the others wait for their turn in the report. */
const filesAhead = 32;

/** What a thread is told when it starts. */
export type ThreadStart = { readonly settings: CallSettings; readonly language: Language };

/** How many threads so many files are worth; 1 is the one that asks. */
export function threadCount(files: number, jobs: number | undefined, threads: CheckThreads | undefined): number {
  if (files < fewestFiles || threads === undefined || !existsSync(threads.program)) return 1;
  return Math.min(jobs ?? Math.max(availableParallelism() - 1, 1), files);
}

/** A thread that dies costs the one file it had; another takes its place. */
export function checkInThreads({ program, megabytes }: CheckThreads, count: number, start: ThreadStart): FileChecker {
  const pool = new Piscina<string, FileAnswer>({
    filename: program,
    minThreads: count,
    maxThreads: count,
    idleTimeout: Infinity,
    recordTiming: false,
    workerData: start,
    resourceLimits: { maxOldGenerationSizeMb: megabytes ?? memoryFor(count) },
  });
  let isClosed = false;
  let giveUp: (error: unknown) => void = () => undefined;
  let failure: unknown;
  const broken = new Promise<never>((_, fail) => {
    giveUp = (error) => {
      failure = error;
      fail(error instanceof Error ? error : new Error(String(error)));
    };
  });
  // whoever waits for a file hears of it
  broken.catch(() => undefined);
  // one that breaks off is replaced, unless its successor cannot even start
  const giveUpWithoutThreads = (error: unknown): void => (pool.threads.length === 0 ? giveUp(error) : undefined);
  pool.on("error", giveUpWithoutThreads);
  return {
    ahead: count * filesAhead,
    check: async (file) => {
      try {
        return await Promise.race([pool.run(file), broken]);
      } catch (error) {
        giveUpWithoutThreads(error);
        if (isClosed || failure !== undefined) throw error;
        return deathOf(file, error, start.language);
      }
    },
    close: () => {
      isClosed = true;
      return pool.destroy();
    },
  };
}

/** Two thirds of the machine's for all threads together, yet enough for a large workbook. */
function memoryFor(count: number): number {
  return Math.min(4096, Math.max(1024, Math.floor(totalmem() / 1024 ** 2 / 1.5 / count)));
}

function deathOf(file: string, error: unknown, language: Language): FileAnswer {
  const text = systemCode(error) === "ERR_WORKER_OUT_OF_MEMORY" ? outOfMemory : crashed(String(error));
  const complaints: string[] = [];
  complainOf(file, text, { language, complain: (complaint) => void complaints.push(complaint) });
  return { report: { file, error: text }, complaints };
}

const outOfMemory: Text = {
  zh: "核查这个文件要用的内存太多，没有查完，其他文件照常核查。请删去无关的工作表或内容，或者加 --jobs 1 单独核查它",
  en: "This file takes more memory than there is for one and was not checked; the others were. Remove what does not belong in it, or check it alone with --jobs 1",
};

function crashed(detail: string): Text {
  return {
    zh: `核查这个文件时程序意外中断，没有查完，其他文件照常核查。请把这个文件和这句话告诉维护人员：${detail}`,
    en: `The program broke off while checking this file; the others were checked. Please pass the file and this sentence on to its maintainers: ${detail}`,
  };
}
