import * as z from "zod";
import { severities } from "./diagnostic";

const ruleSetting = z.enum(["off", ...severities] as ["off", "error", "warning", "info"]);

/** A calendar day such as 2022-11-18; 2022-02-30 is none. */
const isoDay = z.iso.date();

const rosterEntry = z.strictObject({ name: z.string().min(1).max(200), aliases: z.array(z.string().min(1).max(200)).default([]), level: z.string().optional() });

const settingsSchema = z.strictObject({
  /** The day that deadlines are held against. */
  asOf: isoDay,
  /** How many days before its deadline a task is due soon. */
  dueSoonDays: z.int().min(0).max(3650).default(30),
  /** Those days are working days (the State Council's calendar), not days of the calendar. */
  dueSoonInWorkdays: z.boolean().default(false),
  /** What the lights are called: on track, near, overdue. */
  lights: z.enum(["green-yellow-red", "blue-yellow-red"]).default("green-yellow-red"),
  /** The first of several units leads, though no text in the workbook says so (列第一位的为牵头单位). */
  leadFirst: z.boolean().default(false),
  /** The names of units to hold others against, beside the workbook's own 单位名录. */
  roster: z.array(rosterEntry).max(5000).default([]),
  /** The year of deadlines that name none, where no title says it. */
  documentYear: z.int().min(1950).max(2199).optional(),
  /** When the document was issued and until when it is valid, where the workbook does not say it. */
  issued: isoDay.optional(),
  validTo: isoDay.optional(),
  /** An indicator that moved by more than this share against the period before is worth a look. */
  abruptChange: z.number().min(0).max(100).default(0.3),
  /** Rule id → another severity than its own, or "off". */
  rules: z.record(z.string(), ruleSetting).default({}),
});

/** What a person may set. The core has no clock: `asOf` is handed in by the entry point. */
export type Settings = z.output<typeof settingsSchema>;

/** `input` comes from outside (a file, a workbook): the answer says what is wrong where it is wrong. */
export function parseSettings(input: unknown): { readonly settings: Settings } | { readonly problems: readonly string[]; /** The names of the wrong ones. */ readonly fields: readonly string[] } {
  const result = settingsSchema.safeParse(input);
  if (result.success) return { settings: result.data };
  return { problems: result.error.issues.map(({ path, message }) => `${path.join(".") || "settings"}: ${message}`), fields: result.error.issues.map(({ path }) => String(path[0] ?? "")) };
}

/** The settings nobody has changed, as of a day. */
export function defaultSettings(asOf: string): Settings {
  return settingsSchema.parse({ asOf });
}

/** Under what name a workbook keeps its own. */
export const settingsKey = "settings";

/** Settings that somebody has given, and no others; a day to check for never travels. */
export type GivenSettings = { readonly [K in keyof Omit<Settings, "asOf">]?: Settings[K] | undefined };

/**
 * What a workbook keeps, or a file that an office hands round; `text` undefined where there is none. What is wrong, or
 * of a newer version, is left out and told of: it must not keep anybody from checking.
 */
export function parseGivenSettings(text: string | undefined): { readonly given: GivenSettings; readonly problems: readonly string[]; /** The names of the wrong ones; none where it is no such text at all. */ readonly fields: readonly string[] } {
  if (text === undefined) return { given: {}, problems: [], fields: [] };
  const value = jsonOf(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { given: {}, problems: ["settings: not a JSON object"], fields: [] };
  const given: [string, unknown][] = [];
  const problems: string[] = [];
  const fields: string[] = [];
  for (const [name, field] of Object.entries(value as Record<string, unknown>)) {
    if (name === "asOf") continue;
    const parsed = parseSettings({ asOf: "2000-01-01", [name]: field });
    if ("settings" in parsed) given.push([name, parsed.settings[name as keyof Settings]]);
    else {
      problems.push(...parsed.problems);
      fields.push(name);
    }
  }
  return { given: Object.fromEntries(given), problems, fields };
}

/** What a file says without the rules that there are not: another version may have had them. */
export function withoutUnknownRules(given: GivenSettings, isRule: (id: string) => boolean): { readonly given: GivenSettings; readonly unknown: readonly string[] } {
  const entries = Object.entries(given.rules ?? {});
  const unknown = entries.filter(([id]) => !isRule(id)).map(([id]) => id);
  return unknown.length === 0 ? { given, unknown } : { given: { ...given, rules: Object.fromEntries(entries.filter(([id]) => isRule(id))) }, unknown };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** For a workbook to keep, or for a file: only what differs from what everybody starts with. Null where nothing does. */
export function stringifySettings(settings: Settings): string | null {
  const defaults = defaultSettings(settings.asOf);
  const changed = (Object.keys(settings) as (keyof Settings)[]).filter((name) => JSON.stringify(settings[name]) !== JSON.stringify(defaults[name]));
  return changed.length === 0 ? null : JSON.stringify(Object.fromEntries(changed.map((name) => [name, settings[name]])), undefined, 2);
}

/** The settings in effect on a day; each layer overrules those after it, the severities of rules one by one. */
export function settingsInEffect(asOf: string, ...layers: readonly GivenSettings[]): Settings {
  return [...layers].reverse().reduce<Settings>((settings, layer) => ({ ...settings, ...withoutGaps(layer), asOf, rules: { ...settings.rules, ...layer.rules } }), defaultSettings(asOf));
}

function withoutGaps(layer: GivenSettings): Partial<Settings> {
  return Object.fromEntries(Object.entries(layer).filter(([, value]) => value !== undefined));
}
