import { severityNames } from "../core/diagnostic";
import type { Rule } from "../core/rule";
import type { Language } from "../core/text";

export function stringifyRules(rules: readonly Rule[], format: "text" | "json", language: Language): string {
  if (format === "json") {
    const list = rules.map((rule) => ({ id: rule.id, severity: rule.severity, kind: rule.scope === "workbook" ? null : rule.kind.id, description: rule.description[language] }));
    return `${JSON.stringify({ version: 1, rules: list }, undefined, 2)}\n`;
  }
  return `${rules.map(({ id, severity, description }) => `${id}  ${severityNames[severity][language]}  ${description[language]}`).join("\n")}\n`;
}
