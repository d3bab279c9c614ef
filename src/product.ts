import { checkInSteps, type CheckProgress, type CheckResult } from "./core/check";
import { recheck } from "./core/recheck";
import { defaultSettings, type Settings } from "./core/settings";
import { tablesOfKind } from "./core/table";
import type { Text } from "./core/text";
import type { Range, Workbook } from "./core/workbook";
import { isIndicatorSheet } from "./indicators/indicator-sheet";
import { rules } from "./rules";
import { isReferenceSheet } from "./tasks/reference-sheets";
import { countStates } from "./tasks/task-states";
import { templates } from "./templates";
import { taskListKind } from "./templates/task-list-kind";
import { lightsOf, type Light } from "./tasks/lights";
import { today } from "./today";

/** The settings of a pane that nobody has changed. */
export function settingsOfToday(): Settings {
  return defaultSettings(today());
}

/** All rules on all templates: what both panes run. */
export function prepareCheck(workbook: Workbook, settings: Settings): Generator<CheckProgress, CheckResult> {
  return checkInSteps({ workbook, templates, rules, settings });
}

/** Goes on from a check after an edit of these cells; undefined where only a whole check can tell. */
export function checkAgain(workbook: Workbook, settings: Settings, before: CheckResult, changed: readonly Range[]): CheckResult | undefined {
  return recheck({ workbook, templates, rules, settings, isReference: (sheet) => isReferenceSheet(sheet) || isIndicatorSheet(sheet) }, before, changed);
}

/** The tasks of all lists by where they stand, as the office names its lights. */
export function countLights({ tables }: Pick<CheckResult, "tables">, workbook: Workbook, settings: Settings): Light[] {
  const counts = tablesOfKind(tables, taskListKind).flatMap((table) => countStates(table, { workbook, tables, settings }) ?? []);
  return lightsOf(counts, settings.lights);
}

const descriptions = new Map(rules.map(({ id, description }) => [id, description]));

export function describeRule(id: string): Text {
  return descriptions.get(id) ?? { zh: id, en: id };
}
