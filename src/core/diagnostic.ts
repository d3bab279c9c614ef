import type { Change } from "./edit";
import type { Text } from "./text";
import type { Range } from "./workbook";

/** error 强制: must be mended before submission; warning 核实: may stand with a written reason; info 提示. */
export type Severity = "error" | "warning" | "info";

export const severities: readonly Severity[] = ["error", "warning", "info"];

/** What a person calls them. */
export const severityNames: { readonly [S in Severity]: Text } = {
  error: { zh: "强制", en: "must mend" },
  warning: { zh: "核实", en: "to confirm" },
  info: { zh: "提示", en: "note" },
};

/** A severity is a word, a shape and a colour: never a colour alone. */
export const severityShapes: { readonly [S in Severity]: string } = { error: "●", warning: "▲", info: "◆" };

/** A way to resolve a diagnostic. `safe` keeps the meaning and may be applied in bulk; any other a person picks. */
export type Fix = Change & { readonly safe: boolean };

/** What a rule says of one cell. The names follow the Language Server Protocol. */
export type Diagnostic = {
  readonly rule: string;
  readonly severity: Severity;
  /** One cell; of a merged area its top-left. */
  readonly range: Range;
  readonly message: Text;
  readonly fixes: readonly Fix[];
};

export type Counts = { readonly [S in Severity]: number };

export function countBySeverity(diagnostics: readonly Pick<Diagnostic, "severity">[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}
