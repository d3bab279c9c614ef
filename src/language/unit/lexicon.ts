import { centralBodies } from "./central";
import { departments, type Department } from "./departments";
import { institutions, organisations, partyOrgans } from "./institutions";
import { centralReforms, reforms, type Reform } from "./reforms";

/** A name without its place: 财政局, 委组织部, 人民法院. */
export type Form = {
  /** Equal for all writings of one body. */
  readonly id: string;
  readonly standard: string;
  readonly kind: "department" | "party" | "institution" | "organisation" | "central";
  readonly ending: string;
  readonly reform?: Reform;
  /** The successor's name where a central body went. */
  readonly central?: { readonly since: string; readonly successor: string };
};

const longEndings: Readonly<Record<string, string>> = { 委: "委员会", 办: "办公室" };
const conjunction = /[和与及]/g;

export function withoutConjunctions(text: string): string {
  return text.replace(conjunction, "");
}

export type Lexicon = {
  /** Whole names of the centre: 人民银行 behind a place is another body. */
  readonly central: ReadonlyMap<string, Form>;
  readonly forms: ReadonlyMap<string, Form>;
  /** How long the forms are that end in a character, longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
};

/** Organs that clerks write without 委: 市编办. */
const loose = new Set("组织部 宣传部 统战部 政法委 社会工作部 编办 网信办 巡察办 巡视办 改革办 政研室 台办 老干部局 文明办 党校 农办 军民融合办 国安办 财经办 教育工委 两新工委 保密办 防范办".split(" "));

let built: Lexicon | undefined;

export function lexicon(): Lexicon {
  return (built ??= build());
}

function build(): Lexicon {
  const forms = new Map<string, Form>();
  const central = new Map<string, Form>();
  const addTo = (map: Map<string, Form>, name: string, form: Form): void => {
    // 和 is left out in comparing
    for (const key of [name, withoutConjunctions(name)]) if ((key.length > 1 || key === "委") && !map.has(key)) map.set(key, form);
  };
  const add = (name: string, form: Form): void => addTo(forms, name, form);
  for (const { names, since, successor } of centralReforms) {
    for (const name of names) addTo(central, name, { id: name === "中国银行保险监督管理委员会" ? "银保监会" : name.replace(/^中国/, ""), standard: name, kind: "central", ending: name.slice(-1), central: { since, successor } });
  }
  for (const { names } of centralBodies) {
    for (const name of names) addTo(central, name, { id: names[0] ?? name, standard: names[0] ?? name, kind: "central", ending: name.slice(-1) });
  }
  for (const reform of reforms) addReform(add, reform);
  for (const department of departments) addDepartment(add, department);
  for (const { names } of institutions) {
    // 区委区政府督查室 keeps its own levels
    for (const name of names) add(name, { id: names[0] ?? name, standard: /^委.政府/.test(name) ? name : (names[0] ?? name), kind: "institution", ending: name.slice(-1) });
  }
  for (const { names } of organisations) {
    for (const name of names) add(name, { id: names[0] ?? name, standard: names[0] ?? name, kind: "organisation", ending: name.slice(-1) });
  }
  for (const { names } of partyOrgans) {
    const form: Form = { id: `委${names[0] ?? ""}`, standard: `委${names[0] ?? ""}`, kind: "party", ending: "" };
    for (const name of names) {
      for (const head of ["委", "党委", "党工委", "工委"]) add(head + name, head === "委" ? form : { ...form, standard: head + (names[0] ?? "") });
    }
    if (loose.has(names[0] ?? "")) for (const name of names) add(name, form);
  }
  return { forms, central, lengths: lengthsOf([...forms.keys(), ...central.keys()]) };
}

const parts = /^(?:中心|处|院|支队|大队|室)$/;

function addDepartment(add: (name: string, form: Form) => void, { stem, endings, aliases, variants, names }: Department): void {
  for (const ending of endings) {
    const form = (id: string, standard: string): Form => ({ id, standard: standard + ending, kind: "department", ending });
    // a centre is another body than the bureau it belongs to, and each centre than the next: 疾控局, 疾控中心
    const isPart = endings.length > 1 && parts.test(ending);
    for (const written of [stem, ...aliases, ...variants]) {
      const made = isPart ? form(written + ending, written) : form(stem, variants.includes(written) ? written : stem);
      for (const end of [ending, longEndings[ending]]) if (end !== undefined) add(written + end, made);
    }
  }
  for (const name of names) add(name, { id: stem, standard: stem + name.slice(-1), kind: "department", ending: name.slice(-1) });
}

function addReform(add: (name: string, form: Form) => void, reform: Reform): void {
  const { stems, endings, successor, goesOn } = reform;
  const first = stems[0] ?? "";
  for (const ending of endings) {
    for (const stem of stems) {
      // 大数据局 and 数据资源局 are two names that one body bears in two places
      const standard = (successor === "数据" ? stem : first) + ending;
      for (const end of [ending, longEndings[ending]]) if (end !== undefined) add(stem + end, { id: goesOn ? successor : first, standard, kind: "department", ending, reform });
    }
  }
}

function lengthsOf(keys: readonly string[]): Map<string, number[]> {
  const lengths = new Map<string, Set<number>>();
  for (const key of keys) {
    const last = key.slice(-1);
    const known = lengths.get(last);
    if (known === undefined) lengths.set(last, new Set([key.length]));
    else known.add(key.length);
  }
  return new Map([...lengths].map(([last, known]) => [last, [...known].sort((left, right) => right - left)]));
}
