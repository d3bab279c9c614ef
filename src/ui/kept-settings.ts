import { keptText } from "../core/marks";
import { parseGivenSettings, settingsInEffect, settingsKey, type Settings } from "../core/settings";
import type { Text } from "../core/text";
import type { Workbook } from "../core/workbook";
import { settingsTexts as texts } from "./settings-texts";

/** What a person has chosen since the pane was opened; it stands over what the workbook keeps. A name without a value takes away what is kept. */
export type OwnSettings = Partial<Settings> & Pick<Settings, "asOf">;

export type SettingsRead = { readonly settings: Settings; /** Some of what the workbook keeps cannot be read; it is not used, and not written over. */ readonly problem?: Text };

export type ReadSettings = (workbook: Workbook | undefined) => SettingsRead;

/** Reads what is in effect for a workbook; the same settings as long as it keeps the same text. */
export function settingsReader(own: OwnSettings): ReadSettings {
  let last: { readonly text: string | undefined; readonly read: SettingsRead } | undefined;
  return (workbook) => {
    const text = workbook === undefined ? undefined : keptText(workbook, settingsKey);
    if (last === undefined || last.text !== text) last = { text, read: readKept(text, own) };
    return last.read;
  };
}

function readKept(text: string | undefined, own: OwnSettings): SettingsRead {
  const { given, problems, fields } = parseGivenSettings(text);
  const settings = { ...settingsInEffect(own.asOf, given), ...own };
  return problems.length === 0 ? { settings } : { settings, problem: fields.length === 0 ? texts.keptUnreadable : texts.keptPartly(fields) };
}

/** What somebody wants who sees `inEffect`, over what was chosen before. */
export function chooseSettings(own: OwnSettings, inEffect: Settings, wanted: Settings): OwnSettings {
  const names = new Set([...Object.keys(inEffect), ...Object.keys(wanted)] as (keyof Settings)[]);
  const changed = [...names].filter((name) => JSON.stringify(inEffect[name]) !== JSON.stringify(wanted[name]));
  return { ...own, ...Object.fromEntries(changed.map((name) => [name, wanted[name]])) };
}
