import type { FileReport } from "../report/file-report";
import { parseResultLine } from "../report/result-line";
import { HostError } from "../host/host-error";
import type { Command } from "./arguments";
import type { CommandLine, ExitStatus } from "./command-line";
import { complainOf } from "./complain";
import { readPlaces } from "./file-lines";
import { refuseInputs } from "./files";
import { deliverReport } from "./report";
import { worst } from "./report-status";
import { complainOfBroken, readResults, refuseOther, type KnownResult, type Results } from "./results";

/** Any report from what `check --format jsonl` has kept, without checking again. */
export async function runReport({ files, format, output }: Command & { readonly name: "report" }, line: CommandLine): Promise<ExitStatus> {
  if (output !== undefined) await refuseInputs(output, files);
  const read: Results[] = [];
  for (const file of files) {
    const results = await readResults(file);
    if (results === undefined) throw new HostError("unreadable-file", file);
    refuseOther(file, results.header, read[0]?.header ?? results.header);
    complainOfBroken(file, results, line);
    if (results.ending === "lost") complainOf(file, { zh: "最后一行没有写完，核查中断过，可能还有文件没有核查", en: "the last line is not whole: the check was broken off, and there may be files that it did not come to" }, line);
    read.push(results);
  }
  const results = inOrder(read.flatMap(({ known }) => known), line);
  const header = read[0]?.header;
  if (header === undefined) return 2;
  const { asOf, language, program } = header;
  await deliverReport(format, reportsOf(results), { asOf, language, version: program, rules: line.rules }, output, line);
  const broken = read.some((each) => each.broken.length > 0 || each.ending === "lost");
  return results.reduce<ExitStatus>((status, result) => worst(status, result.status), broken ? 2 : 0);
}

async function* reportsOf(results: readonly KnownResult[]): AsyncGenerator<FileReport> {
  for await (const text of readPlaces(results.map(({ place }) => place))) {
    const line = parseResultLine(text);
    if (line === undefined || !("report" in line)) throw new HostError("unreadable-file");
    yield line.report;
  }
}

/** As a check of the same folders lists them, whatever was done first. */
function inOrder(results: readonly KnownResult[], line: CommandLine): KnownResult[] {
  const byFile = new Map<string, KnownResult[]>();
  for (const result of results) {
    const others = (byFile.get(result.file) ?? []).filter(({ stamp }) => stamp?.size !== result.stamp?.size || stamp?.mtime !== result.stamp?.mtime);
    byFile.set(result.file, [...others, result]);
  }
  for (const [file, { length }] of byFile) {
    if (length > 1) complainOf(file, { zh: `结果里有 ${length} 个同名而内容不同的文件，报告里都列出`, en: `the results hold ${length} different files of this name; all of them are in the report` }, line);
  }
  return [...byFile].sort(([a], [b]) => comparePaths(a, b)).flatMap(([, same]) => same);
}

function comparePaths(a: string, b: string): number {
  const [parts, others] = [a.split(/[\\/]/), b.split(/[\\/]/)];
  for (const [index, part] of parts.entries()) {
    const other = others[index];
    if (other === undefined) return 1;
    if (part !== other) return part < other ? -1 : 1;
  }
  return parts.length - others.length;
}
