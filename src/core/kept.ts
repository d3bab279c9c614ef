import type { Change, Edit } from "./edit";
import { keptText } from "./marks";
import { settingsKey, stringifySettings, type Settings } from "./settings";
import type { Workbook } from "./workbook";

/** What must be done for the workbook to keep this text of ours, and nothing where it does already; null = none. */
export function keepText(workbook: Workbook, key: string, text: string | null): Edit[] {
  const before = keptText(workbook, key) ?? null;
  return before === text ? [] : [{ kind: "keep-text", key, before, after: text }];
}

/** Makes the settings go with the workbook. Undefined where they do already. */
export function keepSettings(workbook: Workbook, settings: Settings): Change | undefined {
  const edits = keepText(workbook, settingsKey, stringifySettings(settings));
  return edits.length === 0 ? undefined : { title: { zh: "把设置存入工作簿", en: "Keep the settings in the workbook" }, edits };
}
