import { declaresFirstUnitLeads } from "../language/declaration";
import { readDeadline } from "../language/deadline";
import { readUnits, type UnitKind, type UnitRole } from "../language/unit";
import { withoutMargins } from "./margins";
import { isUnitKind, readFields, type LabelKind } from "./labels";

export type NamedUnit = { readonly text: string; readonly role?: UnitRole; readonly kind: UnitKind; readonly hasPlaceholder: boolean };

/** What a bracket, a line of labels or a cell says of who does a task by when. */
export type Responsibility = {
  readonly units: readonly NamedUnit[];
  readonly hasEtc: boolean;
  /** As written, each once. */
  readonly deadlines: readonly string[];
  /** It says of itself, and mostly of all that follow, that the first unit leads. */
  readonly declaresFirst: boolean;
  /** 牵头单位：, 完成时限：; without one only its words show what it is. */
  readonly isLabelled: boolean;
};

export const nobody: Responsibility = { units: [], hasEtc: false, deadlines: [], declaresFirst: false, isLabelled: false };

/** No list of units is longer; what follows is prose. */
const reach = 4000;
const notice = /^(?:以?下同|以下类同|(?:其[余他它]|后面)的?(?:单位|部门)?(?:均|都)?为(?:配合|责任|参与|协办)|不再(?:一一|逐一|另行|单独|重复)?(?:列出|列明|赘述|标注)|不另列)/;
const forAll = /^(?:以下|下列|其他)[^，。；]{0,8}(?:均|都|一律)/;
const mayBeTime = /[年月季旬底末前内]|持续|长期|常态|长效|坚持|即日|即行|立行/;

/** Reads units with their roles, deadlines and declarations. */
export function readResponsibility(text: string): Responsibility {
  const { head, fields } = readFields(withColon(text.slice(0, reach)));
  let result = head.trim() === "" ? nobody : readValue(head, undefined);
  for (const { kind, value } of fields) {
    if (kind === "deadline") {
      const deadline = plainDeadline(value);
      if (deadline !== "") result = { ...result, deadlines: added(result.deadlines, [deadline]) };
    } else if (isUnitKind(kind)) result = joinResponsibilities(result, readValue(value, kind));
  }
  return fields.length === 0 ? result : { ...result, isLabelled: fields.some(({ kind }) => kind === "deadline" || isUnitKind(kind)) };
}

/** 责任单位为甲, 责任单位甲: the colon left out. */
function withColon(text: string): string {
  return text.replace(/^((?:牵头|责任|配合|主办|协办|承办|落实|主责|实施)(?:责任)?(?:单位|部门|科室))(?:为|是)?(?=[^：:，,、；;。\s和及按为是都均应要负的（(〔])/, "$1：");
}

export function joinResponsibilities(one: Responsibility, other: Responsibility): Responsibility {
  return {
    units: [...one.units, ...other.units],
    hasEtc: one.hasEtc || other.hasEtc,
    deadlines: added(one.deadlines, other.deadlines),
    declaresFirst: one.declaresFirst || other.declaresFirst,
    isLabelled: one.isLabelled || other.isLabelled,
  };
}

/** The units of a cell or of what stands behind a label, whose kind is their role where they have none of their own. */
export function readValue(value: string, kind: Extract<LabelKind, UnitRole> | undefined): Responsibility {
  const { units: text, deadlines, declares } = withoutNotes(value);
  const reading = readUnits(plainVerbs(text));
  const units = reading.units.map(({ text: name, role, kind: is, hasPlaceholder }): NamedUnit => {
    const said = role === "responsible" && kind === "lead" ? kind : (role ?? kind);
    return { text: name, kind: is, hasPlaceholder, ...(said === undefined ? {} : { role: said }) };
  });
  return { units, hasEtc: reading.hasEtc, deadlines, declaresFirst: declares || reading.declaresFirstLeads, isLabelled: false };
}

const carryingOut = /([局委办厅部府会区县镇乡道市州位门院司])(?:具体|组织|分头|各自|共同)?(?:落实|实施|推进|办理|承接|执行|包抓|指导|督导|统筹|分头负责)(?=[，,；;。]|$)/g;

/** 各县区落实 says what 各县区负责 says. */
function plainVerbs(text: string): string {
  return /落实|实施|推进|办理|承接|执行|包抓|分头|指导|督导|统筹/.test(text) ? text.replace(carryingOut, "$1负责") : text;
}

function added(one: readonly string[], other: readonly string[]): readonly string[] {
  return other.length === 0 ? one : [...new Set([...one, ...other])];
}

/** Without the marks and white space around it. */
export function plainDeadline(text: string): string {
  return withoutMargins(text, "，,；;。：:", "，,；;。、").replace(/\s+/g, "").replace(/^[^（(〔[【]*[）)〕\]】]$/, (all) => all.slice(0, -1));
}

/** Parts of a list at its commas and full stops, none inside a bracket; each with the mark behind it. */
export function clausesOf(text: string): string[] {
  const clauses: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index);
    if ("（(〔[".includes(letter)) depth += 1;
    else if ("）)〕]".includes(letter)) depth -= 1;
    else if (depth <= 0 && "，,；;。\n".includes(letter)) {
      clauses.push(text.slice(from, index + 1));
      from = index + 1;
    }
  }
  if (from < text.length) clauses.push(text.slice(from));
  return clauses;
}

function withoutNotes(value: string): { readonly units: string; readonly deadlines: readonly string[]; readonly declares: boolean } {
  const declares = declaresFirstUnitLeads(value);
  if (!declares && !mayBeTime.test(value) && !/下同|以下|不再|其[余他它]|执行|有效|施行/.test(value)) return { units: value, deadlines: [], declares };
  const kept: string[] = [];
  const deadlines: string[] = [];
  for (const clause of clausesOf(value)) {
    const plain = withoutMargins(clause, "", "，,；;。");
    if (policyTerm.test(plain) || notice.test(plain) || forAll.test(plain) || (declares && declaresFirstUnitLeads(plain))) continue;
    const time = mayBeTime.test(plain) ? timeOf(plain) : undefined;
    if (time === undefined) kept.push(clause);
    else deadlines.push(time);
  }
  return { units: kept.join(""), deadlines, declares };
}

/** How long a rule holds, not by when a task is done. */
const policyTerm = /执行至|施行至|有效期|实施期|执行期/;

/** The time that a clause names and nothing else: 2025年底前完成, 长期坚持. */
export function timeOf(clause: string): string | undefined {
  if (clause.length > 60 || policyTerm.test(clause) || readUnits(clause).units.some(({ kind }) => kind === "body" || kind === "group")) return undefined;
  const deadline = readDeadline(clause);
  if (deadline.kind === "unreadable") return undefined;
  return deadline.kind === "placeholder" || deadline.kind === "several" ? plainDeadline(clause) : plainDeadline(deadline.words);
}
