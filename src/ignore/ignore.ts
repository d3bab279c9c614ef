import * as z from "zod";
import type { Diagnostic } from "../core/diagnostic";
import type { Change } from "../core/edit";
import { keepText } from "../core/kept";
import type { Text } from "../core/text";
import type { Workbook } from "../core/workbook";
import { anchorOf, columnAt, type Place } from "./anchor";

/** Under what name they are kept in a workbook. */
export const ignoresKey = "ignores";

/** More say that the rule is to be switched off. */
const mostIgnores = 10_000;

const hash = z.string().regex(/^[0-9a-f]{16}$/);
const why = { rule: z.string().min(1).max(60), reason: z.string().trim().min(1).max(1000), asOf: z.iso.date() };

const ignoreSchema = z.discriminatedUnion("scope", [
  z.strictObject({ scope: z.literal("finding"), ...why, sheet: z.string().max(40), column: z.string().max(80), row: z.union([hash, z.literal("header"), z.literal("")]), nth: z.int().min(0), cell: hash }),
  z.strictObject({ scope: z.literal("column"), ...why, sheet: z.string().max(40), column: z.string().max(80) }),
  z.strictObject({ scope: z.literal("workbook"), ...why }),
]);

const keptSchema = z.strictObject({ version: z.literal(1), ignores: z.array(ignoreSchema).max(mostIgnores) });

/** Why a finding may stand (情况说明): one finding, a rule in one column, or a rule in the whole workbook; when it was said, never who said it. */
export type Ignore = z.output<typeof ignoreSchema>;

export type ParsedIgnores = { readonly ignores: readonly Ignore[] } | { readonly problem: Text };

/** What a workbook keeps; `text` undefined where it keeps none. What cannot be read is not in effect, and must not be written over. */
export function parseIgnores(text: string | undefined): ParsedIgnores {
  if (text === undefined) return { ignores: [] };
  const result = keptSchema.safeParse(jsonOf(text));
  if (result.success) return { ignores: result.data.ignores };
  return { problem: { zh: "工作簿里的情况说明读不懂，可能来自更新的版本；这次不起作用，也不会改动", en: "The reasons kept in the workbook cannot be read; perhaps a newer version wrote them. They are not in effect and are left as they are" } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Null where there is nothing to keep. */
export function stringifyIgnores(ignores: readonly Ignore[]): string | null {
  return ignores.length === 0 ? null : JSON.stringify({ version: 1, ignores });
}

export const keepTitle: Text = { zh: "把情况说明存入工作簿", en: "Keep the reasons in the workbook" };

/** Undefined where the workbook keeps them already. */
export function keepIgnores(workbook: Workbook, ignores: readonly Ignore[]): Change | undefined {
  const edits = keepText(workbook, ignoresKey, stringifyIgnores(ignores));
  return edits.length === 0 ? undefined : { title: keepTitle, edits };
}

export type Reason = { readonly reason: string; readonly asOf: string };

/** This finding may stand, until its cell changes. Undefined where it stands nowhere. */
export function ignoreFinding(diagnostic: Diagnostic, { reason, asOf }: Reason, place: Place): Ignore | undefined {
  const anchor = anchorOf(diagnostic, place);
  return anchor === undefined ? undefined : { scope: "finding", rule: diagnostic.rule, reason, asOf, ...anchor };
}

/** The rule may be passed over in this finding's column. */
export function ignoreInColumn({ rule, range }: Diagnostic, { reason, asOf }: Reason, place: Place): Ignore | undefined {
  const column = columnAt(range, place);
  return column === undefined ? undefined : { scope: "column", rule, reason, asOf, sheet: range.sheet, column };
}

/** The rule may be passed over in the whole workbook. */
export function ignoreInWorkbook(rule: string, { reason, asOf }: Reason): Ignore {
  return { scope: "workbook", rule, reason, asOf };
}

/** With one more; a newer reason for the same replaces the older. */
export function withIgnore(ignores: readonly Ignore[], ignore: Ignore): readonly Ignore[] {
  return [...withoutIgnore(ignores, ignore), ignore];
}

export function withoutIgnore(ignores: readonly Ignore[], ignore: Ignore): readonly Ignore[] {
  const what = subjectOf(ignore);
  return ignores.filter((other) => subjectOf(other) !== what);
}

/** What it is about, without why and when. */
function subjectOf(ignore: Ignore): string {
  const { scope, rule } = ignore;
  if (scope === "workbook") return JSON.stringify([scope, rule]);
  const column = [scope, rule, ignore.sheet, ignore.column];
  return JSON.stringify(scope === "column" ? column : [...column, ignore.row, ignore.nth, ignore.cell]);
}
