import { independent } from "./departments";
import { withoutConjunctions, lexicon, type Form } from "./lexicon";
import { readPrefix, type Prefix } from "./place";
import { specialName } from "./special";

/** A known name: a place or level, then a form of the lexicon. */
export type KnownName = { readonly prefix: Prefix; readonly form: Form };

/** No name of the lexicon is longer with its place. */
export const reach = 48;
const noise = /[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2060\ufeff]/g;
const hasNoise = /[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2060\ufeff]/;

export function plainName(text: string): string {
  return hasNoise.test(text) ? text.replace(noise, "") : text;
}

/** The whole text as one known name; undefined where the lexicon has none. */
export function knownName(text: string): KnownName | undefined {
  if (text.length < 2 || text.length > reach) return undefined;
  const found = knownIn(text);
  // 团市委, 民盟市委: 团市 and 民盟市 are no places
  return found === undefined || found.form.id === "委" ? (specialName(text) ?? found) : found;
}

const noPrefix: Prefix = { text: "", isCollective: false, isBare: false };

function knownIn(text: string): KnownName | undefined {
  const { central, forms, lengths } = lexicon();
  const possible = lengths.get(text.charAt(text.length - 1));
  if (possible === undefined) return undefined;
  const whole = central.get(text);
  if (whole !== undefined) return { prefix: noPrefix, form: whole };
  const hasConjunction = text.includes("和") || text.includes("与") || text.includes("及");
  for (const length of possible) {
    if (length > text.length) continue;
    const name = fitting(text, text.length - length, forms.get(length === text.length ? text : text.slice(-length)));
    if (name !== undefined) return name;
  }
  if (!hasConjunction) return undefined;
  const bare = central.get(withoutConjunctions(text));
  if (bare !== undefined) return { prefix: noPrefix, form: bare };
  for (let at = 0; at < text.length - 1; at++) {
    const rest = text.slice(at);
    const plain = withoutConjunctions(rest);
    // a conjunction at its beginning is none of the name's
    if (plain.length === rest.length || plain.charCodeAt(0) !== rest.charCodeAt(0)) continue;
    const name = fitting(text, at, forms.get(plain));
    if (name !== undefined) return name;
  }
  return undefined;
}

function fitting(text: string, at: number, form: Form | undefined): KnownName | undefined {
  if (form === undefined) return undefined;
  const prefix = readPrefix(text.slice(0, at));
  return prefix !== undefined && fits(prefix, form, text.length - at) ? { prefix, form } : undefined;
}

const placeless = /^(?:委|党委|街道办|街道|街办|办事处|府|团委|工委|管委|法院|人大)/;

/** No 市财政厅, no 省教育部, no 荆门委. */
export function fits(prefix: Prefix, form: Form, length: number): boolean {
  const isNational = prefix.level === "national";
  if (form.kind === "department") {
    if (form.ending === "部" || form.ending === "署") return isNational || prefix.text === "" || (prefix.level === undefined && !prefix.isBare);
    if (form.ending === "总局") return isNational || prefix.text === "";
    if (form.ending === "厅") return prefix.level === undefined || prefix.level === "province";
    return true;
  }
  if (length === 1) return prefix.level !== undefined && !prefix.isBare && !isNational;
  if (prefix.isBare && placeless.test(form.standard) && form.kind !== "party") return false;
  return form.kind !== "party" || prefix.text !== "" || length > 2;
}

/** A name may begin anew without a place: 教育局财政局. */
export function canStandAlone({ form }: KnownName, length: number): boolean {
  return length >= 3 && (form.kind === "central" || (form.kind === "department" && independent.has(form.id))) && /[局厅部委署]$/.test(form.ending);
}
