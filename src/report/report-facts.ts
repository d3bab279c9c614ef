import type { Severity } from "../core/diagnostic";
import type { Language, Text } from "../core/text";

/** What every report says besides its files. */
export type ReportFacts = {
  readonly asOf: string;
  readonly language: Language;
  /** Of the program. */
  readonly version: string;
  readonly rules: readonly { readonly id: string; readonly severity: Severity; readonly description: Text }[];
};

/** A rule in a few words: its description up to where it says what it does not see. */
export function ruleTitle({ rules, language }: ReportFacts, id: string): string {
  const description = rules.find((rule) => rule.id === id)?.description[language] ?? id;
  return description.split(/[；;]/, 1)[0] ?? description;
}

/** 2022-11-18 as a person writes it. */
export function dayText(day: string, { language }: Pick<ReportFacts, "language">): string {
  if (language === "en") return day;
  const [year = "", month = "", date = ""] = day.split("-");
  return `${year}年${Number(month)}月${Number(date)}日`;
}
