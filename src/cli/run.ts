import { countBySeverity } from "../core/diagnostic";
import { describeHostError } from "../host/host-messages";
import { isUnread, reportOn, type FileReport } from "../report/file-report";
import { stringifyRules } from "../report/rule-list";
import { parseCommand, type Command } from "./arguments";
import { expandFolders, inputsOf, pathOf, readBytes, refuseInputs, writeWhole, type Unreadable } from "./files";
import type { CommandLine, ExitStatus } from "./command-line";
import { runCompare } from "./compare";
import { runFill } from "./fill";
import { runFix } from "./fix";
import { runFlag } from "./flag";
import { judge } from "./judge";
import { runMerge } from "./merge";
import { runSplit } from "./split";
import { complainOf, describeError } from "./complain";
import { help } from "./help";
import { makeReport } from "./report";
import { readSettings, type CallSettings } from "./settings";
import { runSummarise } from "./summarise";

export async function runCommandLine(words: readonly string[], line: CommandLine): Promise<ExitStatus> {
  try {
    const command = parseCommand(words);
    switch (command.name) {
      case "help":
        line.write(help[line.language]);
        return 0;
      case "version":
        line.write(`${line.version}\n`);
        return 0;
      case "rules":
        line.write(stringifyRules(line.rules, command.format, line.language));
        return 0;
      case "check":
        return await runCheck(command, line);
      case "fix":
        return await runFix(command, line);
      case "fill":
        return await runFill(command, line);
      case "flag":
        return await runFlag(command, line);
      case "summarise":
        return await runSummarise(command, line);
      case "compare":
        return await runCompare(command, line);
      case "merge":
        return await runMerge(command, line);
      case "split":
        return await runSplit(command, line);
    }
  } catch (error) {
    line.complain(`${describeError(error)[line.language]}\n`);
    return 2;
  }
}

async function runCheck(command: Command & { name: "check" }, line: CommandLine): Promise<ExitStatus> {
  const settings = await readSettings(command.settings, line);
  const files = await expandFolders(command.files);
  if (command.output !== undefined) await refuseInputs(command.output, inputsOf(command.settings.file, files));
  const reports: FileReport[] = [];
  for (const [index, file] of files.entries()) {
    line.showProgress?.(`${index + 1}/${files.length} ${pathOf(file)}`);
    reports.push(await checkFile(file, settings, line));
  }
  line.showProgress?.("");
  const { language, version, rules } = line;
  const report = await makeReport(command.format, reports, { asOf: settings.asOf, language, version, rules }, line.report);
  if (command.output !== undefined) await writeWhole(command.output, report);
  else if (typeof report === "string") line.write(report);
  return statusOf(reports);
}

function statusOf(reports: readonly FileReport[]): ExitStatus {
  if (reports.some(isUnread)) return 2;
  return reports.some((report) => !isUnread(report) && countBySeverity(report.findings).error > 0) ? 1 : 0;
}

async function checkFile(input: string | Unreadable, settings: CallSettings, line: CommandLine): Promise<FileReport> {
  const file = pathOf(input);
  try {
    if (typeof input !== "string") throw input.error;
    const host = await line.openWorkbook(await readBytes(file), file);
    const workbook = await host.read();
    const judgement = judge(workbook, file, settings, line);
    return reportOn(file, judgement, line.report.countLights(judgement.result, workbook, judgement.settings));
  } catch (error) {
    const text = describeHostError(error);
    complainOf(file, text, line);
    return { file, error: text };
  }
}
