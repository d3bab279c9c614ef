import type { Diagnostic } from "../core/diagnostic";
import type { Table } from "../core/table";
import type { Workbook } from "../core/workbook";
import { anchorOf, columnAt, type Anchor, type Place } from "./anchor";
import type { Ignore } from "./ignore";

/** A finding that may stand, and why. */
export type IgnoredFinding = { readonly diagnostic: Diagnostic; readonly ignore: Ignore };

export type Sifted = { readonly shown: readonly Diagnostic[]; readonly ignored: readonly IgnoredFinding[] };

/** Parts the findings for which the workbook keeps a reason from the others; both stay in order. */
export function applyIgnores(diagnostics: readonly Diagnostic[], ignores: readonly Ignore[], workbook: Workbook, tables: readonly Table[]): Sifted {
  if (ignores.length === 0) return { shown: diagnostics, ignored: [] };
  const sheets = new Set(workbook.worksheets.map(({ name }) => name));
  const index = indexOf(ignores);
  const place = { workbook, tables };
  const shown: Diagnostic[] = [];
  const ignored: IgnoredFinding[] = [];
  for (const diagnostic of diagnostics) {
    const ignore = ignoreFor(diagnostic, index, place, sheets);
    if (ignore === undefined) shown.push(diagnostic);
    else ignored.push({ diagnostic, ignore });
  }
  return { shown, ignored };
}

type OnSheet = Exclude<Ignore, { readonly scope: "workbook" }>;

type Index = {
  readonly rules: ReadonlyMap<string, Ignore>;
  readonly columns: ReadonlyMap<string, readonly OnSheet[]>;
  readonly findings: ReadonlyMap<string, readonly OnSheet[]>;
  /** The rules of the latter two: of any other a finding need not be looked up. */
  readonly onSheets: ReadonlySet<string>;
};

function indexOf(ignores: readonly Ignore[]): Index {
  const rules = new Map<string, Ignore>();
  const columns = new Map<string, OnSheet[]>();
  const findings = new Map<string, OnSheet[]>();
  const onSheets = new Set<string>();
  for (const ignore of ignores) {
    if (ignore.scope === "workbook") {
      rules.set(ignore.rule, ignore);
      continue;
    }
    onSheets.add(ignore.rule);
    const [map, key] = ignore.scope === "column" ? [columns, columnKey(ignore.rule, ignore.column)] : [findings, findingKey(ignore.rule, ignore)];
    const known = map.get(key);
    if (known === undefined) map.set(key, [ignore]);
    else known.push(ignore);
  }
  return { rules, columns, findings, onSheets };
}

function columnKey(rule: string, column: string): string {
  return `${rule}\n${column}`;
}

function findingKey(rule: string, { column, row, nth, cell }: Omit<Anchor, "sheet">): string {
  return `${rule}\n${column}\n${row}\n${nth}\n${cell}`;
}

function ignoreFor(diagnostic: Diagnostic, { rules, columns, findings, onSheets }: Index, place: Place, sheets: ReadonlySet<string>): Ignore | undefined {
  const { rule, range } = diagnostic;
  const general = rules.get(rule);
  if (general !== undefined || !onSheets.has(rule)) return general;
  // a sheet that is there no more was renamed, most likely: its rows are known by what they say
  const isHere = ({ sheet }: OnSheet): boolean => sheet === range.sheet || !sheets.has(sheet);
  const column = columns.size === 0 ? undefined : columnAt(range, place);
  const inColumn = column === undefined ? undefined : columns.get(columnKey(rule, column))?.find(isHere);
  if (inColumn !== undefined || findings.size === 0) return inColumn;
  const anchor = anchorOf(diagnostic, place);
  return anchor === undefined ? undefined : findings.get(findingKey(rule, anchor))?.find(isHere);
}
