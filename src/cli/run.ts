import { check, type CheckResult } from "../core/check";
import { countBySeverity, type Fix } from "../core/diagnostic";
import { parseSettings, type Settings } from "../core/settings";
import type { Text } from "../core/text";
import type { Host } from "../host/host";
import { describeHostError } from "../host/host-messages";
import { parseCommand, UsageError, type Command, type SettingsOptions } from "./arguments";
import { expandFolders, isSameFile, readBytes, writeWhole, type Unreadable } from "./files";
import type { CommandLine, ExitStatus, FileHost } from "./command-line";
import { runFill } from "./fill";
import { complainOf, describeError } from "./complain";
import { help } from "./help";
import { stringifyJson, stringifyRules, stringifyText, type FileReport } from "./report";

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
    }
  } catch (error) {
    line.complain(`${describeError(error)[line.language]}\n`);
    return 2;
  }
}

async function runCheck(command: Command & { name: "check" }, line: CommandLine): Promise<ExitStatus> {
  const settings = await readSettings(command.settings, line);
  const files = await expandFolders(command.files);
  if (command.output !== undefined) await refuseInputs(command.output, inputsOf(command.settings, files));
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
  return reports.some((report) => "result" in report && hasErrors(report.result)) ? 1 : 0;
}

async function checkFile(input: string | Unreadable, settings: Settings, line: CommandLine): Promise<FileReport> {
  const file = pathOf(input);
  try {
    if (typeof input !== "string") throw input.error;
    const host = await line.openWorkbook(await readBytes(file), file);
    return { file, result: checkWith(settings, line, await host.read()) };
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
  await refuseInputs(command.output, inputsOf(command.settings, [command.file]));
  let host: FileHost;
  let result: CheckResult;
  const titles: Text[] = [];
  try {
    host = await line.openWorkbook(await readBytes(command.file), command.file);
    result = checkWith(settings, line, await host.read());
    for (let pass = 0; pass < maxPasses; pass++) {
      const fixes = fixesOf(result, command);
      if (fixes.length === 0) break;
      const receipt = await host.apply(fixes);
      if (receipt.applied.length === 0) break;
      titles.push(...receipt.applied.map(({ title }) => title));
      result = checkWith(settings, line, await host.read());
    }
    await writeWhole(command.output, await host.save());
  } catch (error) {
    if (error instanceof UsageError) throw error;
    complainOf(command.file, describeHostError(error), line);
    return 2;
  }
  const summary: Text = { zh: `已修 ${titles.length} 处，写入 ${command.output}`, en: `${titles.length} fixed, written to ${command.output}` };
  line.write(`${summary[line.language]}\n${titles.map((title) => `  ${title[line.language]}\n`).join("")}${stringifyText([{ file: command.output, result }], line.language)}`);
  return hasErrors(result) ? 1 : 0;
}

function fixesOf({ diagnostics }: CheckResult, { rules, includesUnsafe }: Command & { name: "fix" }): Fix[] {
  return diagnostics
    .filter(({ rule }) => rules.length === 0 || rules.includes(rule))
    .flatMap(({ fixes }) => fixes.find(({ safe }) => safe) ?? (includesUnsafe ? (fixes[0] ?? []) : []));
}

function checkWith(settings: Settings, { templates, rules }: CommandLine, workbook: Awaited<ReturnType<Host["read"]>>): CheckResult {
  return check({ workbook, templates, rules, settings });
}

function hasErrors({ diagnostics }: CheckResult): boolean {
  return countBySeverity(diagnostics).error > 0;
}

function pathOf(input: string | Unreadable): string {
  return typeof input === "string" ? input : input.path;
}

/** Everything that is only read: the workbooks and the settings. */
function inputsOf({ file }: SettingsOptions, inputs: readonly (string | Unreadable)[]): string[] {
  return [...inputs.map(pathOf), ...(file === undefined ? [] : [file])];
}

async function refuseInputs(output: string, inputs: readonly string[]): Promise<void> {
  for (const input of inputs) {
    if (await isSameFile(output, input)) {
      throw new UsageError({ zh: `--output 不能是原文件“${input}”：原文件从不改写，请换一个文件名`, en: `--output must not be the input “${input}”: the input is never written; choose another name` });
    }
  }
}

/** The options of the call overrule the settings file. */
async function readSettings(options: SettingsOptions, line: CommandLine): Promise<Settings> {
  const { file, ...given } = options;
  const fromFile = file === undefined ? {} : await readJson(file);
  const parsed = parseSettings({ asOf: line.today, ...fromFile, ...given });
  if ("settings" in parsed) {
    const unknown = Object.keys(parsed.settings.rules).find((id) => !line.rules.some((rule) => rule.id === id));
    if (unknown === undefined) return parsed.settings;
    throw new UsageError({ zh: `设置文件“${file ?? ""}”里没有“${unknown}”这条规则。全部规则见 qingdan rules`, en: `The settings file “${file ?? ""}” names a rule “${unknown}” that does not exist. See qingdan rules` });
  }
  throw new UsageError({ zh: `设置文件“${file ?? ""}”有误：${parsed.problems.join("；")}`, en: `The settings file “${file ?? ""}” is wrong: ${parsed.problems.join("; ")}` });
}

async function readJson(file: string): Promise<object> {
  let text: string;
  try {
    text = new TextDecoder().decode(await readBytes(file));
  } catch (error) {
    const { zh, en } = describeHostError(error);
    throw new UsageError({ zh: `设置文件“${file}”：${zh}`, en: `The settings file “${file}”: ${en}` });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError({ zh: `设置文件“${file}”不是有效的 JSON：${String(error)}`, en: `The settings file “${file}” is not valid JSON: ${String(error)}` });
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new UsageError({ zh: `设置文件“${file}”里应当是一个 JSON 对象`, en: `The settings file “${file}” must hold a JSON object` });
}
