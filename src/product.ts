import { checkInSteps, type CheckProgress, type CheckResult } from "./core/check";
import { defaultSettings } from "./core/settings";
import type { Text } from "./core/text";
import type { Workbook } from "./core/workbook";
import { rules } from "./rules";
import { templates } from "./templates";

/** Today as 2022-11-18, on this machine's calendar. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

/** All rules on all templates, as of today: what both panes run. */
export function prepareCheck(workbook: Workbook): Generator<CheckProgress, CheckResult> {
  return checkInSteps({ workbook, templates, rules, settings: defaultSettings(today()) });
}

const descriptions = new Map(rules.map(({ id, description }) => [id, description]));

export function describeRule(id: string): Text {
  return descriptions.get(id) ?? { zh: id, en: id };
}
