import { createHash } from "node:crypto";
import type { Text } from "../core/text";
import { HostError } from "../host/host-error";
import { parseResultLine, type FileStamp, type ResultsHeader } from "../report/result-line";
import { UsageError } from "./arguments";
import type { CommandLine, ExitStatus } from "./command-line";
import { complainOf } from "./complain";
import { linesOf, type LinePlace } from "./file-lines";
import { statusOf } from "./report-status";
import type { CallSettings } from "./settings";
import { systemCode } from "./files";

/** What a file of results holds of one file: enough to know it by, and where the whole stands. */
export type KnownResult = { readonly file: string; readonly stamp: FileStamp | undefined; readonly status: ExitStatus; readonly place: LinePlace };

export type Results = {
  readonly header: ResultsHeader;
  readonly known: readonly KnownResult[];
  /** The numbers of lines that cannot be read, without a last one that was broken off. */
  readonly broken: readonly number[];
  /** How the last line is: with its end, without it, or not to be read because it was broken off. */
  readonly ending: "whole" | "unended" | "lost";
};

/** Undefined where the file is not there, or empty. */
export async function readResults(path: string): Promise<Results | undefined> {
  const known: KnownResult[] = [];
  const broken: number[] = [];
  let header: ResultsHeader | undefined;
  let ending: Results["ending"] = "whole";
  let number = 0;
  try {
    for await (const { text, place, isEnded } of linesOf(path)) {
      number++;
      const line = parseResultLine(text);
      if (header === undefined) header = firstHeader(line, path);
      if (!isEnded) ending = line === undefined ? "lost" : "unended";
      if (line === undefined) {
        if (isEnded) broken.push(number);
      } else if ("header" in line) refuseOther(path, line.header, header);
      else known.push({ file: line.report.file, stamp: line.stamp, status: statusOf(line.report), place });
    }
  } catch (error) {
    if (error instanceof UsageError || error instanceof HostError) throw error;
    if (systemCode(error) === "ENOENT") return undefined;
    throw new HostError("unreadable-file", systemCode(error), { cause: error });
  }
  return header === undefined ? undefined : { header, known, broken, ending };
}

function firstHeader(line: ReturnType<typeof parseResultLine>, path: string): ResultsHeader {
  if (line !== undefined && "header" in line) return line.header;
  throw new UsageError({ zh: `“${path}”不是核查结果文件（由 qingdan check --format jsonl 生成），没有改动它`, en: `“${path}” is no file of results (made by qingdan check --format jsonl); it was left as it is` });
}

/** Results that were not made under the same conditions do not stand in one report. */
export function refuseOther(path: string, found: ResultsHeader, wanted: ResultsHeader): void {
  const other = differenceOf(found, wanted);
  if (other === undefined) return;
  throw new UsageError({ zh: `“${path}”里的结果${other.zh}`, en: `The results in “${path}” ${other.en}` });
}

function differenceOf(found: ResultsHeader, wanted: ResultsHeader): Text | undefined {
  if (found.asOf !== wanted.asOf) return { zh: `是按 ${found.asOf} 核查的，这次是按 ${wanted.asOf}，不能放在一起。要接着查，请加 --as-of ${found.asOf}`, en: `are as of ${found.asOf} and these as of ${wanted.asOf}: they do not go together. To go on, add --as-of ${found.asOf}` };
  if (found.program !== wanted.program) return { zh: `是用 ${found.program} 版核查的，这次是 ${wanted.program} 版，规则可能不同，不能放在一起。请换一个文件重新核查`, en: `were made by version ${found.program} and these by ${wanted.program}, whose rules may differ: they do not go together. Check anew into another file` };
  if (found.settings !== wanted.settings) return { zh: "是用别的设置核查的，不能放在一起。请用同样的设置（--rules、--due-soon、--lead-first），或换一个文件重新核查", en: "were made with other settings: they do not go together. Use the same settings (--rules, --due-soon, --lead-first), or check anew into another file" };
  return undefined;
}

export function headerOf({ asOf, call, fromFile }: CallSettings, program: string, language: ResultsHeader["language"]): ResultsHeader {
  // what the call says comes before the file, so that it does not matter which of them says it
  const settings = createHash("sha256").update(JSON.stringify(inOrder({ ...fromFile, ...call }))).digest("hex").slice(0, 16);
  return { qingdan: "results", version: 1, program, asOf, language, settings };
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, inOrder(each)]));
}

export function complainOfBroken(path: string, { broken }: Results, line: Pick<CommandLine, "complain" | "language">): void {
  const [first] = broken;
  if (first !== undefined) complainOf(path, { zh: `第 ${first} 行${broken.length > 1 ? `等 ${broken.length} 行` : ""}读不懂，那里的文件当作没有核查`, en: `line ${first}${broken.length > 1 ? ` and ${broken.length - 1} others` : ""} cannot be read; the files there count as not checked` }, line);
}

/** Whether a file is as it was when this was found. */
export function isUnchanged({ stamp }: KnownResult, now: FileStamp | undefined): boolean {
  return stamp !== undefined && stamp.size === now?.size && stamp.mtime === now.mtime;
}

