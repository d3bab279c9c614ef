import type { Fix } from "../core/diagnostic";
import type { Text } from "../core/text";
import { describeHostError } from "../host/host-messages";
import { parseCommand, UsageError, type Command } from "./arguments";
import { expandFolders, inputsOf, pathOf, readBytes, refuseInputs, writeWhole, type Unreadable } from "./files";
import type { CommandLine, ExitStatus, FileHost } from "./command-line";
import { runFill } from "./fill";
import { runFlag } from "./flag";
import { hasErrors, judge, type Judgement } from "./judge";
import { complainOf, describeError } from "./complain";
import { help } from "./help";
import { stringifyJson, stringifyRules, stringifyText, type FileReport } from "./report";
import { readSettings, type CallSettings } from "./settings";

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
  const text = command.format === "json" ? stringifyJson(reports, settings.asOf, line.language) : stringifyText(reports, line.language);
  if (command.output === undefined) line.write(text);
  else await writeWhole(command.output, text);
  if (reports.some((report) => "error" in report)) return 2;
  return reports.some((report) => "result" in report && hasErrors(report)) ? 1 : 0;
}

async function checkFile(input: string | Unreadable, settings: CallSettings, line: CommandLine): Promise<FileReport> {
  const file = pathOf(input);
  try {
    if (typeof input !== "string") throw input.error;
    const host = await line.openWorkbook(await readBytes(file), file);
    return { file, ...judge(await host.read(), file, settings, line) };
  } catch (error) {
    const text = describeHostError(error);
    complainOf(file, text, line);
    return { file, error: text };
  }
}

/** More passes than any chain of fixes needs; it only guards against two rules that undo one another. */
const maxPasses = 10;

async function runFix(command: Command & { name: "fix" }, line: CommandLine): Promise<ExitStatus> {
  const settings = await readSettings(command.settings, line);
  const unknown = command.rules.find((id) => !line.rules.some((rule) => rule.id === id));
  if (unknown !== undefined) throw new UsageError({ zh: `没有“${unknown}”这条规则。全部规则见 qingdan rules`, en: `There is no rule “${unknown}”. See qingdan rules` });
  await refuseInputs(command.output, inputsOf(command.settings.file, [command.file]));
  let host: FileHost;
  let judgement: Judgement;
  const titles: Text[] = [];
  try {
    host = await line.openWorkbook(await readBytes(command.file), command.file);
    judgement = judge(await host.read(), command.file, settings, line);
    for (let pass = 0; pass < maxPasses; pass++) {
      const fixes = fixesOf(judgement, command);
      if (fixes.length === 0) break;
      const receipt = await host.apply(fixes);
      if (receipt.applied.length === 0) break;
      titles.push(...receipt.applied.map(({ title }) => title));
      judgement = judge(await host.read(), undefined, settings, line);
    }
    await writeWhole(command.output, await host.save());
  } catch (error) {
    if (error instanceof UsageError) throw error;
    complainOf(command.file, describeHostError(error), line);
    return 2;
  }
  const summary: Text = { zh: `已修 ${titles.length} 处，写入 ${command.output}`, en: `${titles.length} fixed, written to ${command.output}` };
  line.write(`${summary[line.language]}\n${titles.map((title) => `  ${title[line.language]}\n`).join("")}${stringifyText([{ file: command.output, ...judgement }], line.language)}`);
  return hasErrors(judgement) ? 1 : 0;
}

/** What may stand is not mended. */
function fixesOf({ result }: Judgement, { rules, includesUnsafe }: Command & { name: "fix" }): Fix[] {
  return result.diagnostics
    .filter(({ rule }) => rules.length === 0 || rules.includes(rule))
    .flatMap(({ fixes }) => fixes.find(({ safe }) => safe) ?? (includesUnsafe ? (fixes[0] ?? []) : []));
}
