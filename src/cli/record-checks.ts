import { appendFileSync, closeSync, openSync } from "node:fs";
import { stringifyHeader, stringifyResult, type FileStamp, type ResultsHeader } from "../report/result-line";
import { UsageError } from "./arguments";
import type { CheckRun } from "./check";
import { Stopped } from "./check-in-order";
import type { CommandLine, ExitStatus } from "./command-line";
import { readPlaces } from "./file-lines";
import { pathOf, stampOf, systemCode, writeWhole, type Unreadable } from "./files";
import { statusOf, worst } from "./report-status";
import { complainOfBroken, headerOf, isUnchanged, readResults, refuseOther, type KnownResult } from "./results";
import type { CallSettings } from "./settings";

type Recording = { readonly inputs: readonly (string | Unreadable)[]; readonly settings: CallSettings; readonly output: string | undefined; readonly resumes: boolean };

/** `check --format jsonl`: a line a file as soon as it is checked, so that a run that is broken off can be taken up again. */
export async function recordChecks({ inputs, settings, output, resumes }: Recording, check: CheckRun, line: CommandLine): Promise<ExitStatus> {
  const named = new Map(inputs.map((input) => [pathOf(input), input]));
  const stamps = new Map<string, FileStamp | undefined>();
  for (const [path, input] of named) stamps.set(path, typeof input === "string" ? await stampOf(path) : undefined);
  const fresh = headerOf(settings, line.version, line.language);
  const { header, done } = output === undefined ? { header: fresh, done: [] } : await takeUp(output, resumes, stamps, fresh, line);
  let status: ExitStatus = 0;
  for (const { file, status: known } of done) {
    // what was checked in other folders is kept, and no affair of this run
    if (named.delete(file)) status = worst(status, known);
  }
  const record = openRecord(output, header, line);
  try {
    for await (const report of check([...named.values()], ({ report }) => record.write(stringifyResult(report, stamps.get(report.file), header.language)))) status = worst(status, statusOf(report));
  } catch (error) {
    if (error instanceof Stopped && output !== undefined) throw new Stopped({ zh: `${error.text.zh}。查完的已存入“${output}”，要接着查，请在原来的命令后加 --resume`, en: `${error.text.en}. What was checked is in “${output}”; to go on, repeat the call with --resume` });
    throw error;
  } finally {
    record.close();
  }
  return status;
}

/** Leaves in the file what need not be checked again. */
async function takeUp(output: string, resumes: boolean, stamps: ReadonlyMap<string, FileStamp | undefined>, fresh: ResultsHeader, line: CommandLine): Promise<{ readonly header: ResultsHeader; readonly done: readonly KnownResult[] }> {
  const before = resumes ? await readResults(output) : undefined;
  if (before === undefined) {
    await writeWhole(output, stringifyHeader(fresh));
    return { header: fresh, done: [] };
  }
  refuseOther(output, before.header, fresh);
  complainOfBroken(output, before, line);
  const last = new Map(before.known.map((result) => [result.file, result]));
  const done = [...last.values()].filter((result) => isDone(result, stamps));
  if (done.length < before.known.length || before.broken.length > 0 || before.ending !== "whole") await writeWhole(output, linesOf(before.header, done));
  return { header: before.header, done };
}

/** What could not be checked may be in order by now, whatever its date says. */
function isDone(result: KnownResult, stamps: ReadonlyMap<string, FileStamp | undefined>): boolean {
  if (!stamps.has(result.file)) return result.stamp !== undefined;
  return result.status !== 2 && isUnchanged(result, stamps.get(result.file));
}

async function* linesOf(header: ResultsHeader, results: readonly KnownResult[]): AsyncGenerator<string> {
  yield stringifyHeader(header);
  for await (const text of readPlaces(results.map(({ place }) => place))) yield `${text}\n`;
}

type Record = { readonly write: (text: string) => void; readonly close: () => void };

function openRecord(output: string | undefined, header: ResultsHeader, { write }: CommandLine): Record {
  if (output === undefined) {
    write(stringifyHeader(header));
    return { write, close: () => undefined };
  }
  const file = openSync(output, "a");
  return {
    // at once and whole: a run may be killed at any moment
    write: (text) => {
      try {
        appendFileSync(file, text);
      } catch (error) {
        throw new UsageError({ zh: `写不了“${output}”（${systemCode(error)}）。已写入的结果还在，排除原因后加 --resume 接着核查`, en: `“${output}” cannot be written (${systemCode(error)}). What was written is still there; when the cause is gone, go on with --resume` });
      }
    },
    close: () => closeSync(file),
  };
}
