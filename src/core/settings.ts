import * as z from "zod";
import { severities } from "./diagnostic";

const ruleSetting = z.enum(["off", ...severities] as ["off", "error", "warning", "info"]);

/** A calendar day such as 2022-11-18; 2022-02-30 is none. */
const isoDay = z.iso.date();

const settingsSchema = z.strictObject({
  /** The day that deadlines are held against. */
  asOf: isoDay,
  /** How many days before its deadline a task is due soon. */
  dueSoonDays: z.int().min(0).max(3650).default(30),
  /** The first of several units leads, though no text in the workbook says so (列第一位的为牵头单位). */
  leadFirst: z.boolean().default(false),
  /** Rule id → another severity than its own, or "off". */
  rules: z.record(z.string(), ruleSetting).default({}),
});

/** What a person may set. The core has no clock: `asOf` is handed in by the entry point. */
export type Settings = z.output<typeof settingsSchema>;

/** `input` comes from outside (a file, a workbook): the answer says what is wrong where it is wrong. */
export function parseSettings(input: unknown): { settings: Settings } | { problems: readonly string[] } {
  const result = settingsSchema.safeParse(input);
  if (result.success) return { settings: result.data };
  return { problems: result.error.issues.map(({ path, message }) => `${path.join(".") || "settings"}: ${message}`) };
}

/** The settings nobody has changed, as of a day. */
export function defaultSettings(asOf: string): Settings {
  return settingsSchema.parse({ asOf });
}
