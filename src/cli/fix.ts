import type { Fix } from "../core/diagnostic";
import type { Text } from "../core/text";
import { describeHostError } from "../host/host-messages";
import { reportOn } from "../report/file-report";
import { stringifyText } from "../report/text";
import { UsageError, type Command } from "./arguments";
import type { CommandLine, ExitStatus, FileHost } from "./command-line";
import { complainOf } from "./complain";
import { inputsOf, readBytes, refuseInputs, writeWhole } from "./files";
import { hasErrors, judge, type Judgement } from "./judge";
import { readSettings } from "./settings";

/** More passes than any chain of fixes needs; it only guards against two rules that undo one another. */
const maxPasses = 10;

export async function runFix(command: Command & { name: "fix" }, line: CommandLine): Promise<ExitStatus> {
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
  line.write(`${summary[line.language]}\n${titles.map((title) => `  ${title[line.language]}\n`).join("")}${stringifyText([reportOn(command.output, judgement, [])], line.language)}`);
  return hasErrors(judgement) ? 1 : 0;
}

/** What may stand is not mended. */
function fixesOf({ result }: Judgement, { rules, includesUnsafe }: Command & { name: "fix" }): Fix[] {
  return result.diagnostics
    .filter(({ rule }) => rules.length === 0 || rules.includes(rule))
    .flatMap(({ fixes }) => fixes.find(({ safe }) => safe) ?? (includesUnsafe ? (fixes[0] ?? []) : []));
}
