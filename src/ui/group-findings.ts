import { stringifyAddress } from "../core/address";
import { severities, type Diagnostic, type Severity } from "../core/diagnostic";

export type ListItem =
  | { readonly kind: "group"; readonly key: string; readonly severity: Severity; readonly rule: string; readonly count: number; readonly isFolded: boolean }
  | { readonly kind: "finding"; readonly key: string; readonly diagnostic: Diagnostic };

/** The same for the same finding in the next check, so that a list keeps its place. */
export function keyOf({ rule, range }: Diagnostic): string {
  return `${rule} ${range.sheet}!${stringifyAddress(range)}`;
}

/** Severity by severity, rule by rule, each rule's findings in reading order under one header. */
export function groupFindings(diagnostics: readonly Diagnostic[], folded: ReadonlySet<string>): ListItem[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const severity of severities) {
    for (const diagnostic of diagnostics) {
      if (diagnostic.severity !== severity) continue;
      const key = `${severity} ${diagnostic.rule}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [diagnostic]);
      else group.push(diagnostic);
    }
  }
  return [...groups].flatMap(([key, found]): ListItem[] => {
    const [first] = found;
    if (first === undefined) return [];
    const isFolded = folded.has(key);
    const header: ListItem = { kind: "group", key, severity: first.severity, rule: first.rule, count: found.length, isFolded };
    return [header, ...(isFolded ? [] : keyed(found))];
  });
}

/** Of several findings of one rule in one cell each has a key of its own. */
function keyed(found: readonly Diagnostic[]): ListItem[] {
  const times = new Map<string, number>();
  return found.map((diagnostic) => {
    const key = keyOf(diagnostic);
    const time = times.get(key) ?? 0;
    times.set(key, time + 1);
    return { kind: "finding", key: time === 0 ? key : `${key} ${time}`, diagnostic };
  });
}

export type Filter = { readonly hidden: ReadonlySet<Severity>; readonly search: string };

/** What a person wants to see: by severity, and by words of the message, the sheet or the address. */
export function filterFindings(diagnostics: readonly Diagnostic[], { hidden, search }: Filter): Diagnostic[] {
  const wanted = search.trim().toLowerCase();
  return diagnostics.filter(({ severity, message, range, rule }) => {
    if (hidden.has(severity)) return false;
    if (wanted === "") return true;
    return [message.zh, message.en, range.sheet, stringifyAddress(range), rule].some((text) => text.toLowerCase().includes(wanted));
  });
}

/** The one fix of each finding that may be made without asking. */
export function safeFixes(diagnostics: readonly Diagnostic[]) {
  return diagnostics.flatMap(({ fixes }) => fixes.find(({ safe }) => safe) ?? []);
}
