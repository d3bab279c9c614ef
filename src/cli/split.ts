import type { Change, Skipped } from "../core/edit";
import { findTables } from "../core/find-tables";
import type { CheckContext } from "../core/rule";
import type { Text } from "../core/text";
import { UsageError, type Command } from "./arguments";
import type { CommandLine, ExitStatus, FileHost, SplitFile } from "./command-line";
import { complainOf, describeError } from "./complain";
import { inputsOf, readBytes, refuseFilled, refuseInputs, writeFolder, writeWhole } from "./files";
import { settingsFor } from "./judge";
import { readSettings, type CallSettings } from "./settings";

type SplitCommand = Command & { name: "split" };

/** The workbook cannot be parted; `text` says why. */
class SplitError extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.name = "SplitError";
    this.text = text;
  }
}

export async function runSplit(command: SplitCommand, line: CommandLine): Promise<ExitStatus> {
  const { file, output, settings: options } = command;
  const settings = await readSettings(options, line);
  await refuseInputs(output, inputsOf(options.file, [file]));
  const isFolder = command.as === "files" && !isZip(output);
  if (isFolder) await refuseFilled(output);
  let lines: readonly Text[];
  try {
    const host = await line.openWorkbook(await readBytes(file), file);
    const context = await contextOf(host, file, settings, line);
    if (!context.tables.some(({ template }) => template.kind.id === "task-list")) throw new SplitError(noList);
    lines = command.as === "tabs" ? await writeTabs(host, context, command, line) : await writeFiles(host, context, { command, settings }, line);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    complainOf(file, describeError(error), line);
    return 2;
  }
  line.write(lines.map((text) => `${text[line.language]}\n`).join(""));
  return 0;
}

function isZip(output: string): boolean {
  return /\.zip$/i.test(output);
}

async function contextOf(host: FileHost, file: string | undefined, settings: CallSettings, line: CommandLine): Promise<CheckContext> {
  const workbook = await host.read();
  return { workbook, tables: findTables(workbook, line.templates), settings: settingsFor(workbook, file, settings, line) };
}

async function writeFiles(host: FileHost, first: CheckContext, { command, settings }: { readonly command: SplitCommand; readonly settings: CallSettings }, line: CommandLine): Promise<Text[]> {
  let context = first;
  for (const stage of line.split.stages) {
    await applyWhole(host, stage(context, first.workbook));
    context = await contextOf(host, undefined, settings, line);
  }
  const { files, calendar, taskCount, notes } = line.split.split(context, command);
  if (files.length === 0) throw new SplitError(noTask);
  if (files.every(({ stem }) => stem.startsWith("00_"))) throw new SplitError(noLead);
  const ending = /\.xlsm$/i.test(command.file) ? ".xlsm" : ".xlsx";
  const made = madeFiles(host, { files, calendar, ending }, line);
  const { output } = command;
  if (isZip(output)) {
    const entries = new Map<string, Uint8Array>();
    for await (const [name, content] of made) entries.set(name, typeof content === "string" ? new TextEncoder().encode(content) : content);
    await writeWhole(output, line.split.pack(entries, context.settings.asOf));
  } else await writeFolder(output, made);
  return [summary(files, taskCount, output), ...files.map(({ stem, count }): Text => ({ zh: `  ${stem}${ending}  ${count} 项`, en: `  ${stem}${ending}  ${count} tasks` })), ...notes.map(({ zh, en }): Text => ({ zh: `  注意：${zh}`, en: `  Note: ${en}` }))];
}

type Wanted = { readonly files: readonly SplitFile[]; readonly calendar: string | undefined; /** That of the master: one with macros must keep it. */ readonly ending: string };

async function* madeFiles(host: FileHost, { files, calendar, ending }: Wanted, line: CommandLine): AsyncGenerator<readonly [string, Uint8Array | string]> {
  for (const [index, { stem, change, calendar: own }] of files.entries()) {
    line.showProgress?.(`${index + 1}/${files.length} ${stem}`);
    const { bytes, skipped } = await host.copyWith([change]);
    refuseSkipped(skipped);
    yield [`${stem}${ending}`, bytes];
    if (own !== undefined) yield [`${stem}.ics`, own];
  }
  line.showProgress?.("");
  if (calendar !== undefined) yield ["00_全部任务.ics", calendar];
}

async function writeTabs(host: FileHost, context: CheckContext, command: SplitCommand, line: CommandLine): Promise<Text[]> {
  const { stages, units, left } = line.split.tabs(context, command);
  if (units === 0) throw new SplitError(noTask);
  for (const changes of stages) await applyWhole(host, changes);
  await writeWhole(command.output, await host.save());
  return [
    { zh: `${units} 个单位各一张表，写入 ${command.output}`, en: `One sheet each for ${units} units, written to ${command.output}` },
    ...left.map((sheet): Text => ({ zh: `  未做：“${sheet}”的列已被改动，没有更新，以免覆盖`, en: `  Not done: the columns of “${sheet}” have been changed; it was left as it is` })),
  ];
}

/** A half-made workbook must not go out to anybody. */
async function applyWhole(host: FileHost, changes: readonly Change[]): Promise<void> {
  if (changes.length > 0) refuseSkipped((await host.apply(changes)).skipped);
}

function refuseSkipped(skipped: readonly Skipped[]): void {
  // where somebody has a dropdown of their own, ours need not be
  const first = skipped.find(({ reason }) => reason !== "not-ours");
  if (first === undefined) return;
  const { change, reason, at } = first;
  if (reason === "covered-cell") {
    throw new SplitError({
      zh: `“${at.sheet}”里有数组公式、合并单元格或 Excel 表格挡着，不能${change.title.zh}，没有生成文件；请先把数组公式改为数值、把 Excel 表格转换为区域`,
      en: `an array formula, a merged area or an Excel table on “${at.sheet}” is in the way (${change.title.en}), and no file was made; turn array formulas into values and the Excel table into a range first`,
    });
  }
  throw new SplitError({ zh: `在“${at.sheet}”里没能${change.title.zh}，没有生成文件；请另存一份工作簿再试`, en: `this could not be done on “${at.sheet}”: ${change.title.en}; no file was made. Save the workbook under another name and try again` });
}

const noList: Text = { zh: "没有认出任务清单，没有拆分。表头里要有任务（如“重点任务”）和单位或时限（如“牵头部门”“完成时限”）", en: "no task list was recognised and nothing was split. The header must name the task (重点任务) and a unit or deadline (牵头部门, 完成时限)" };
const noTask: Text = { zh: "清单里没有任务，没有拆分", en: "the lists hold no task, and nothing was split" };
const noLead: Text = { zh: "没有一项任务写明牵头单位，没有拆分。如果列第一位的就是牵头单位，请加 --lead-first", en: "no task says who leads it, and nothing was split. Where the first of several units leads, add --lead-first" };

function summary(files: readonly SplitFile[], taskCount: number, output: string): Text {
  const units = files.filter(({ stem }) => !stem.startsWith("00_")).length;
  return { zh: `${taskCount} 项任务按牵头单位分给 ${units} 个单位，写入 ${output}`, en: `${taskCount} tasks parted among ${units} lead units, written to ${output}` };
}
