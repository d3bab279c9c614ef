import { isBlank } from "../core/workbook";
import type { Unit, UnitReading } from "../language/unit";
import { argument, none, quoted, wrong, type Answer } from "./answer";
import { messages as unitMessages, readingOf } from "./units";

export const messages = {
  undeclared: (count: number) => ({ zh: `写了 ${count} 个单位，没有写明哪个牵头，不作猜测`, en: `${count} units are named but not which one leads, and none is guessed` }),
  onlyOthers: (text: string) => ({ zh: `“${text}”只写了配合的单位，没有牵头单位`, en: `“${text}” names supporting units only and none that leads` }),
  etc: (text: string) => ({ zh: `“${text}”没有写全单位，也没有写明哪个牵头，不作猜测`, en: `“${text}” does not name all its units nor which one leads, and none is guessed` }),
};

/** QD.LEAD: the unit that leads: the one said to, or the only one there is; several that share it are joined by 、. "" for a blank cell. */
export function lead(text: unknown): Answer {
  const value = argument(text);
  if (isBlank(value)) return "";
  const reading = readingOf(value);
  const named = reading.units.filter(({ kind, role }) => kind !== "unknown" || role !== undefined);
  if (named.length === 0) return reading.units.some(({ hasPlaceholder }) => hasPlaceholder) ? none(unitMessages.placeholder(quoted(value))) : wrong(unitMessages.unreadable(quoted(value)));
  const leads = leadsOf(reading);
  if (leads.length > 0) return leads.map((unit) => unit.text).join("、");
  const candidates = distinct(reading.units.filter(({ role }) => role !== "support"));
  const [only, ...others] = candidates;
  if (only === undefined) return none(messages.onlyOthers(quoted(value)));
  if (others.length > 0) return none(messages.undeclared(candidates.length));
  return reading.hasEtc ? none(messages.etc(quoted(value))) : only.text;
}

/** Those that words beside them call leading, or the first where the cell says that the first one leads. */
function leadsOf({ units, declaresFirstLeads }: UnitReading): Unit[] {
  return declaresFirstLeads ? units.slice(0, 1) : distinct(units.filter(({ role }) => role === "lead"));
}

function distinct(units: readonly Unit[]): Unit[] {
  const seen = new Set<string>();
  return units.filter(({ identity }) => !seen.has(identity) && seen.add(identity));
}
