import type { DeadlineContext } from "../language/deadline";
import { doubt } from "./doubts";
import type { Doubt, LeadBasis, PlanTask } from "./plan-task";
import type { NamedUnit, Responsibility } from "./responsibility";
import { readTaskDeadline, type TaskDeadline } from "./task-deadline";

/** How units are told apart in this document. */
export type UnitRules = { readonly leadIsFirst: boolean; readonly responsibleLead: boolean };

export type RowContext = UnitRules & { readonly deadline: DeadlineContext };

export type RawTask = {
  readonly category: string | null;
  readonly number: string | null;
  readonly task: string;
  readonly says: Responsibility;
  /** Said of all tasks from some point on. */
  readonly lent: readonly NamedUnit[];
  readonly paragraph: number;
  readonly sourceText: string;
  readonly doubts: readonly Doubt[];
};

type Led = { readonly leads: readonly string[]; readonly basis: LeadBasis; readonly responsible: readonly string[] };

export function taskRow(raw: RawTask, context: RowContext): PlanTask {
  const own = new Set(raw.says.units.map(({ text }) => text));
  const units = [...raw.says.units, ...raw.lent.filter(({ text }) => !own.has(text))];
  const { leads, basis, responsible } = tellLeads(units, raw.says, context);
  const deadline = readTaskDeadline(raw.says.deadlines, raw.task, context.deadline);
  return {
    category: raw.category,
    number: raw.number,
    task: raw.task,
    lead: leads[0] ?? null,
    leads,
    leadBasis: basis,
    responsible,
    etc: raw.says.hasEtc,
    deadlineText: deadline.text,
    deadlineDate: deadline.date,
    milestones: deadline.milestones,
    source: { paragraph: raw.paragraph },
    sourceText: raw.sourceText,
    doubts: [...raw.doubts, ...doubtsOf(units, leads, basis, deadline)],
  };
}

function tellLeads(units: readonly NamedUnit[], { hasEtc, declaresFirst }: Responsibility, { leadIsFirst, responsibleLead }: UnitRules): Led {
  const names = (list: readonly NamedUnit[]): string[] => [...new Set(list.map(({ text }) => text))];
  const leading = units.filter(({ role }) => role === "lead");
  if (leading.length > 0) return { leads: names(leading), basis: "explicit", responsible: names(units.filter(({ role }) => role !== "lead")) };
  const [first, ...others] = units;
  if (first === undefined) return { leads: [], basis: "none", responsible: [] };
  if (responsibleLead) {
    const led = units.filter(({ role }) => role !== "support");
    if (led.length > 0) return { leads: names(led), basis: "declared-first", responsible: names(units.filter(({ role }) => role === "support")) };
  }
  if (others.length === 0 && !hasEtc) return { leads: [first.text], basis: "single", responsible: [] };
  if (leadIsFirst || declaresFirst) return { leads: [first.text], basis: "declared-first", responsible: names(others) };
  return { leads: [], basis: "none", responsible: names(units) };
}

function doubtsOf(units: readonly NamedUnit[], leads: readonly string[], basis: LeadBasis, deadline: TaskDeadline): Doubt[] {
  const doubts: Doubt[] = [];
  if (units.length === 0) doubts.push(doubt("no-unit"));
  for (const { text, kind, hasPlaceholder } of units) {
    if (hasPlaceholder) doubts.push(doubt("placeholder", text));
    else if (kind === "unknown") doubts.push(doubt("unknown-unit", text));
  }
  if (leads.length > 1) doubts.push(doubt("several-leads", leads.join("、")));
  if (basis === "none" && units.length > 1) doubts.push(doubt("no-lead"));
  for (const fault of deadline.faults) doubts.push(doubt(fault, deadline.text ?? ""));
  if (deadline.basis === "text") doubts.push(doubt("deadline-from-text", deadline.text ?? ""));
  return doubts;
}
