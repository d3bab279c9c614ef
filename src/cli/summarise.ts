import type { Change } from "../core/edit";
import type { Text } from "../core/text";
import { describeHostError } from "../host/host-messages";
import { UsageError, type Command } from "./arguments";
import type { CommandLine, ExitStatus } from "./command-line";
import { complainOf } from "./complain";
import { inputsOf, readBytes, refuseInputs, writeWhole } from "./files";
import { notMade } from "./flag";
import { hasErrors, judge, type Judgement } from "./judge";
import { readSettings } from "./settings";

/** A sheet is made at once and then holds: more passes would mean that summaries do not settle. */
const maxPasses = 3;

export async function runSummarise({ file, output, by, clears, settings: options }: Command & { name: "summarise" }, line: CommandLine): Promise<ExitStatus> {
  const settings = await readSettings(options, line);
  await refuseInputs(output, inputsOf(options.file, [file]));
  const made: Change[] = [];
  let lines: readonly Text[] = [];
  let judgement: Judgement | undefined;
  try {
    const host = await line.openWorkbook(await readBytes(file), file);
    for (let pass = 0; pass < maxPasses; pass++) {
      const workbook = await host.read();
      judgement = clears ? undefined : judge(workbook, pass === 0 ? file : undefined, settings, line);
      const { changes, left } = judgement === undefined ? { changes: line.summary.clear(workbook), left: [] } : line.summary.make({ workbook, judgement }, by);
      const receipt = changes.length === 0 ? undefined : await host.apply(changes);
      made.push(...(receipt?.applied ?? []));
      lines = [...left, ...(receipt?.skipped ?? []).map(({ change, reason }) => notMade(change, reason))];
      if (receipt === undefined || receipt.applied.length === 0) break;
    }
    await writeWhole(output, await host.save());
  } catch (error) {
    if (error instanceof UsageError) throw error;
    complainOf(file, describeHostError(error), line);
    return 2;
  }
  line.write(`${summary(made.length, clears, output)[line.language]}\n${[...made.map(({ title }) => title), ...lines].map((text) => `  ${text[line.language]}\n`).join("")}`);
  return judgement !== undefined && hasErrors(judgement) ? 1 : 0;
}

function summary(count: number, clears: boolean, output: string): Text {
  if (clears) return count === 0 ? { zh: `没有要删除的汇总表，照原样写入 ${output}`, en: `There are no summaries to take out; written as it was to ${output}` } : { zh: `已删除汇总表，写入 ${output}`, en: `Summaries taken out, written to ${output}` };
  return count === 0 ? { zh: `没有要汇总的，或汇总表已是最新，照原样写入 ${output}`, en: `Nothing to sum up, or the summaries are up to date; written as it was to ${output}` } : { zh: `已汇总，写入 ${output}`, en: `Summed up, written to ${output}` };
}
