import { distance } from "fastest-levenshtein";
import { readOne } from "./unit/kind";
import { plainName } from "./unit/name";

export type RosterEntry = { readonly name: string; readonly aliases: readonly string[]; readonly level?: string };

/** The workbook's own list of units (单位名录). */
export type Roster = {
  readonly entries: readonly RosterEntry[];
  /** The entry whose name or alias this is, spaces and width aside. */
  find(name: string): RosterEntry | undefined;
};

export function makeRoster(entries: readonly RosterEntry[]): Roster {
  const byName = new Map<string, RosterEntry>();
  for (const entry of entries) byName.set(keyOf(entry.name), entry);
  // a name of one entry outranks the alias of another
  for (const entry of entries) for (const alias of entry.aliases) if (!byName.has(keyOf(alias))) byName.set(keyOf(alias), entry);
  return { entries, find: (name) => byName.get(keyOf(name)) };
}

function keyOf(name: string): string {
  const plain = plainName(name);
  return /[\uff00-\uffef()]/.test(plain) ? plain.normalize("NFKC").replace(/\(/g, "（").replace(/\)/g, "）") : plain;
}

const longest = 40;

/** Names of the roster near to one that is not in it, best first: another writing of the unit, letters left out, one slip or two. */
export function nearestNames(name: string, roster: Roster, limit = 3): string[] {
  const plain = keyOf(name);
  if (plain.length < 2 || plain.length > longest) return [];
  const exact = roster.find(plain);
  const own = readOne(plain);
  const found: { name: string; rank: number }[] = [];
  for (const entry of roster.entries) {
    const rank = entry === exact ? 0 : Math.min(...[entry.name, ...entry.aliases].map((candidate) => rankOf(plain, own.known === undefined ? undefined : own.identity, keyOf(candidate))));
    if (rank < Infinity) found.push({ name: entry.name, rank });
  }
  return found
    .sort((left, right) => left.rank - right.rank)
    .slice(0, limit)
    .map((near) => near.name);
}

/** Infinity where the two are not near. */
function rankOf(name: string, identity: string | undefined, candidate: string): number {
  if (name === candidate) return 0;
  const other = readOne(candidate);
  if (identity !== undefined && other.kind === "body") {
    if (other.identity === identity) return 1;
    // the level alone is missing: 财政局 for 市财政局
    return other.identity.slice(other.identity.indexOf("|")) === identity && candidate.endsWith(name) ? 2 : Infinity;
  }
  if (name.length < 3 || candidate.length < 3 || levelLetter(name) !== levelLetter(candidate)) return Infinity;
  if (name.length === candidate.length && sorted(name) === sorted(candidate)) return 5;
  const edits = distance(name, candidate);
  const allowed = name.length < 6 ? 1 : name.length < 9 ? 2 : 3;
  if (edits <= allowed) return 10 + edits;
  const [short, long] = name.length < candidate.length ? [name, candidate] : [candidate, name];
  return short.length >= 4 && short.at(-1) === long.at(-1) && isSubsequence(short, long) ? 20 + edits : Infinity;
}

/** 农村农业 for 农业农村. */
function sorted(name: string): string {
  return [...name].sort().join("");
}

/** 市 and 县 are other units, however near the letters. */
function levelLetter(name: string): string {
  const letter = name.charAt(0);
  return "省市县区州盟旗镇乡".includes(letter) ? letter : "";
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short.charAt(at)) at += 1;
  return at === short.length;
}
