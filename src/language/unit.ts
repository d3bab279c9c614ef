import { findPlaceholder } from "./placeholder";
import type { Roster, RosterEntry } from "./roster";
import { readCell } from "./unit/cell";
import { identityOf, isNationalForm, readOne, standardOf, type OneName, type UnitKind } from "./unit/kind";
import { fits, plainName } from "./unit/name";
import type { Level, Prefix } from "./unit/place";
import { renamedFrom, type Renamed } from "./unit/renamed";
import type { UnitRole } from "./unit/role";

export { joinsOverSpace } from "./unit/join";
export type { UnitKind } from "./unit/kind";
export type { Level } from "./unit/place";
export type { Renamed } from "./unit/renamed";
export type { UnitRole } from "./unit/role";

/** One unit that a cell names. */
export type Unit = {
  /** As written: without role words, without 等, a torn name put together. */
  readonly text: string;
  /** Where it stands in the cell; the end is excluded. */
  readonly start: number;
  readonly end: number;
  /** What stood between it and the unit before: "、", "\n", a word such as 及 or 会同; "" where nothing did. */
  readonly separator: string;
  /** Said by words beside it: 牵头, 负责, 配合. */
  readonly role?: UnitRole;
  readonly kind: UnitKind;
  /** XX卫生健康局, ××县政府. */
  readonly hasPlaceholder: boolean;
  readonly level?: Level;
  /** Equal for two writings of one unit. */
  readonly identity: string;
  /** The standard short form behind the place as written; undefined where the lexicon does not know the name. */
  readonly standard?: string;
  /** What a reform made of it, and from which day on. */
  readonly renamed?: Renamed;
};

export type UnitReading = {
  readonly units: readonly Unit[];
  /** 等, 等部门, 等有关单位. */
  readonly hasEtc: boolean;
  readonly etc?: { readonly start: number; readonly end: number };
  /** The cell itself says that the first unit leads. */
  readonly declaresFirstLeads: boolean;
};

const nothing: UnitReading = { units: [], hasEtc: false, declaresFirstLeads: false };

/** The units that a cell names, in its order, with all that their names say. */
export function readUnits(text: string, roster?: Roster): UnitReading {
  if (text === "") return nothing;
  const { names, etc, declaresFirstLeads } = readCell(text, roster === undefined ? undefined : (name) => roster.find(name) !== undefined);
  const ones = names.map((name) => readOne(name.text));
  const isNational = ones.some((one) => one.level === "national");
  let carried: Prefix | undefined;
  const units = names.map((name, index): Unit => {
    const one = ones[index] ?? readOne(name.text);
    const own = one.known?.prefix;
    const full = own?.text === "" ? carry(name.text, one, carried, isNational) : one;
    if (own !== undefined && own.text !== "") carried = own;
    const said = roster === undefined ? full : byRoster(name.text, full, roster);
    return { ...name, ...withoutForm(said), hasPlaceholder: hasBlank(name.text) };
  });
  return { units, hasEtc: etc !== undefined, ...(etc === undefined ? {} : { etc }), declaresFirstLeads };
}

/** The names of the units in a cell. */
export function splitUnits(text: string): string[] {
  return text === "" ? [] : readCell(text, undefined).names.map((name) => name.text);
}

/** A prefix that a list lets drop: 省科技厅、工业和信息化厅. */
function carry(text: string, one: OneName, carried: Prefix | undefined, isNational: boolean): OneName {
  const { known } = one;
  if (known === undefined || known.form.kind === "central" || isNationalForm(known.form) || one.kind !== "body") return one;
  const isWord = carried?.level === "national" && carried.text !== "国家";
  const prefix: Prefix | undefined = carried !== undefined && !isWord ? carried : isNational ? { text: "", level: "national", isCollective: false, isBare: false } : undefined;
  if (prefix === undefined || prefix.isBare || !fits(prefix, known.form, text.length)) return one;
  const renamed = renamedFrom(text, { prefix, form: known.form });
  return {
    ...one,
    ...(prefix.level === undefined ? {} : { level: prefix.level }),
    identity: identityOf(known, prefix),
    standard: standardOf(text, known, prefix),
    ...(renamed === undefined ? {} : { renamed }),
  };
}

function withoutForm({ kind, level, identity, standard, renamed }: OneName): Omit<OneName, "known"> {
  return { kind, identity, ...(level === undefined ? {} : { level }), ...(standard === undefined ? {} : { standard }), ...(renamed === undefined ? {} : { renamed }) };
}

function hasBlank(text: string): boolean {
  if (!/[XxＸｘ×○〇_＿*＊某待]/.test(text)) return false;
  return /某|×|○|〇/.test(text) || findPlaceholder(text) !== undefined;
}

const identities = new WeakMap<Roster, ReadonlyMap<string, RosterEntry>>();

function entriesByIdentity(roster: Roster): ReadonlyMap<string, RosterEntry> {
  let found = identities.get(roster);
  if (found === undefined) {
    const made = new Map<string, RosterEntry>();
    for (const entry of roster.entries) {
      for (const name of [entry.name, ...entry.aliases]) {
        const { identity, kind } = readOne(name);
        if (kind === "body" && !made.has(identity)) made.set(identity, entry);
      }
    }
    identities.set(roster, (found = made));
  }
  return found;
}

const rosterLevels: Readonly<Record<string, Level>> = { 国: "national", 中: "national", 省: "province", 自: "province", 市: "city", 州: "city", 盟: "city", 县: "county", 区: "county", 旗: "county", 镇: "town", 乡: "town", 街: "town" };

/** The workbook's own list overrules the lexicon. */
function byRoster(text: string, one: OneName, roster: Roster): OneName {
  const listed = roster.find(text);
  const entry = listed ?? (one.kind === "body" ? entriesByIdentity(roster).get(one.identity) : undefined);
  if (entry === undefined) return one;
  const of = readOne(entry.name);
  const level = entry.level === undefined ? of.level : (rosterLevels[entry.level.charAt(0)] ?? of.level);
  return {
    kind: of.kind === "unknown" ? "body" : of.kind,
    ...(level === undefined ? {} : { level }),
    identity: of.kind === "unknown" ? `名录|${plainName(entry.name)}` : of.identity,
    standard: entry.name,
    ...(one.renamed === undefined || listed !== undefined ? {} : { renamed: one.renamed }),
  };
}
