import { check, type CheckResult } from "../core/check";
import { countBySeverity } from "../core/diagnostic";
import { keptText } from "../core/marks";
import { parseGivenSettings, settingsInEffect, settingsKey, type Settings } from "../core/settings";
import type { Workbook } from "../core/workbook";
import { applyIgnores, type IgnoredFinding } from "../ignore/apply-ignores";
import { ignoresKey, parseIgnores } from "../ignore/ignore";
import type { CommandLine } from "./command-line";
import { complainOf } from "./complain";
import type { CallSettings } from "./settings";

/** What is to be said of a workbook: the findings without those for which it keeps a reason, and these. */
export type Judgement = { readonly result: Pick<CheckResult, "tables" | "diagnostics">; readonly ignored: readonly IgnoredFinding[]; readonly settings: Settings };

/** What of the command line a check asks for. */
type JudgingLine = Pick<CommandLine, "templates" | "rules" | "complain" | "language">;

/** Checks by what the call, the settings file and the workbook itself say; `file` undefined where what the workbook keeps has been complained of before. */
export function judge(workbook: Workbook, file: string | undefined, callSettings: CallSettings, line: JudgingLine): Judgement {
  const settings = settingsFor(workbook, file, callSettings, line);
  const kept = parseIgnores(keptText(workbook, ignoresKey));
  if (file !== undefined && "problem" in kept) complainOf(file, kept.problem, line);
  const { tables, diagnostics } = check({ workbook, templates: line.templates, rules: line.rules, settings });
  const { shown, ignored } = applyIgnores(diagnostics, "ignores" in kept ? kept.ignores : [], workbook, tables);
  return { result: { tables, diagnostics: shown }, ignored, settings };
}

/** What the call, the settings file and the workbook come to. */
export function settingsFor(workbook: Workbook, file: string | undefined, { asOf, call, fromFile }: CallSettings, line: JudgingLine): Settings {
  const { given, problems } = parseGivenSettings(keptText(workbook, settingsKey));
  if (file !== undefined && problems.length > 0) complainOf(file, { zh: `工作簿里存的设置有几项读不懂，未采用：${problems.join("；")}`, en: `some of the settings kept in the workbook cannot be read and are not used: ${problems.join("; ")}` }, line);
  return settingsInEffect(asOf, call, fromFile, given);
}

export function hasErrors({ result }: Pick<Judgement, "result">): boolean {
  return countBySeverity(result.diagnostics).error > 0;
}
