import { describeHostError } from "../host/host-messages";
import { reportOn, type FileReport } from "../report/file-report";
import type { CommandLine } from "./command-line";
import { complainOf } from "./complain";
import { readBytes } from "./files";
import { judge } from "./judge";
import type { CallSettings } from "./settings";

/** What came of one file, and what is to be complained of. Plain data: it comes from a thread too. */
export type FileAnswer = { readonly report: FileReport; readonly complaints: readonly string[] };

/** Of the command line what checking one file takes. */
export type CheckParts = Pick<CommandLine, "templates" | "rules" | "openWorkbook" | "language"> & Pick<CommandLine["report"], "countLights">;

export async function checkFile(file: string, settings: CallSettings, parts: CheckParts): Promise<FileAnswer> {
  const complaints: string[] = [];
  const told = { ...parts, complain: (text: string) => void complaints.push(text) };
  try {
    const host = await parts.openWorkbook(await readBytes(file), file);
    const workbook = await host.read();
    const judgement = judge(workbook, file, settings, told);
    return { report: reportOn(file, judgement, parts.countLights(judgement.result, workbook, judgement.settings)), complaints };
  } catch (error) {
    const text = describeHostError(error);
    complainOf(file, text, told);
    return { report: { file, error: text }, complaints };
  }
}
