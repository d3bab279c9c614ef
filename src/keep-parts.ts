import { stringifyAddress } from "./core/address";
import type { Diagnostic } from "./core/diagnostic";
import type { Change } from "./core/edit";
import type { Workbook } from "./core/workbook";
import { dropdownChanges } from "./fill/dropdowns";
import { makeRosterSheet } from "./fill/roster-sheet";
import { clearFlags } from "./flag/clear-flags";
import { flagWorkbook } from "./flag/flag-workbook";
import { applyIgnores } from "./ignore/apply-ignores";
import { ignoreFinding, ignoreInColumn, ignoreInWorkbook, ignoresKey, keepIgnores, parseIgnores, withIgnore, withoutIgnore, type Ignore } from "./ignore/ignore";
import type { KeepParts, KeptReason } from "./ui/keep/keep-parts";

function ignoresOf(workbook: Workbook): readonly Ignore[] | undefined {
  const parsed = parseIgnores(workbook.kept?.get(ignoresKey));
  return "ignores" in parsed ? parsed.ignores : undefined;
}

const sift: KeepParts["sift"] = ({ diagnostics, tables }, workbook) => {
  const parsed = parseIgnores(workbook.kept?.get(ignoresKey));
  if ("problem" in parsed) return { shown: diagnostics, reasons: [], problem: parsed.problem };
  const { shown, ignored } = applyIgnores(diagnostics, parsed.ignores, workbook, tables);
  const explained = new Map<Ignore, Diagnostic[]>();
  for (const { ignore, diagnostic } of ignored) {
    const known = explained.get(ignore);
    if (known === undefined) explained.set(ignore, [diagnostic]);
    else known.push(diagnostic);
  }
  return { shown, reasons: parsed.ignores.map((ignore, index) => reasonOf(ignore, String(index), explained.get(ignore) ?? [])) };
};

function reasonOf(ignore: Ignore, id: string, explained: readonly Diagnostic[]): KeptReason {
  const { rule, scope, reason, asOf } = ignore;
  return { id, rule, scope, reason, asOf, count: explained.length, place: placeOf(ignore, explained) };
}

/** The cell where a reason is for one: it may have moved since. */
function placeOf(ignore: Ignore, [first]: readonly Diagnostic[]): string {
  if (ignore.scope === "workbook") return "";
  return ignore.scope === "finding" && first !== undefined ? `${first.range.sheet} ${stringifyAddress(first.range)}` : ignore.sheet;
}

const explain: KeepParts["explain"] = (diagnostic, scope, reason, asOf, { tables }, workbook) => {
  const ignores = ignoresOf(workbook);
  const ignore = ignoreBy(diagnostic, scope, { reason, asOf }, { tables, workbook });
  return ignores === undefined || ignore === undefined ? undefined : keepIgnores(workbook, withIgnore(ignores, ignore));
};

function ignoreBy(diagnostic: Diagnostic, scope: KeptReason["scope"], reason: Parameters<typeof ignoreInWorkbook>[1], place: Parameters<typeof ignoreFinding>[2]): Ignore | undefined {
  switch (scope) {
    case "finding":
      return ignoreFinding(diagnostic, reason, place);
    case "column":
      return ignoreInColumn(diagnostic, reason, place);
    case "workbook":
      return ignoreInWorkbook(diagnostic.rule, reason);
  }
}

const takeBack: KeepParts["takeBack"] = (id, workbook): Change | undefined => {
  const ignores = ignoresOf(workbook);
  const ignore = ignores?.[Number(id)];
  return ignores === undefined || ignore === undefined ? undefined : keepIgnores(workbook, withoutIgnore(ignores, ignore));
};

const flag: KeepParts["flag"] = ({ tables, diagnostics }, workbook, settings) => flagWorkbook({ workbook, tables, diagnostics, settings });

const makeRoster: KeepParts["makeRoster"] = ({ tables }, workbook, settings) => {
  const { change } = makeRosterSheet({ workbook, tables, settings });
  return change === undefined ? [] : [change];
};

const addDropdowns: KeepParts["addDropdowns"] = ({ tables }, workbook, settings) => dropdownChanges({ workbook, tables, settings }, ["units", "deadlines", "states"]);

/** Reasons, flags and lists, in either pane. */
export const keepParts: KeepParts = { sift, explain, takeBack, flag, clearFlags, makeRoster, addDropdowns };
