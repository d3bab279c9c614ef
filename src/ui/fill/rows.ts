import type { Doubt, DoubtCode, PlanMilestone, PlanTask } from "../../document/plan";
import type { FillRow } from "../../fill/fill-row";
import { parseUnits, stringifyUnits } from "./unit-text";

/** A row that a person may still correct, with what it was read from. */
export type DraftRow = Required<FillRow> & {
  readonly id: number;
  readonly milestones: readonly PlanMilestone[];
  readonly sourceText: string;
  readonly doubts: readonly Doubt[];
  /** Those that nobody has looked at, with what they are about uncorrected. */
  readonly openDoubts: readonly Doubt[];
  /** Left out of the table; it can be taken back in. */
  readonly isDeleted: boolean;
};

export const rowFields = ["category", "number", "task", "leads", "responsible", "deadlineText"] as const;
export type RowField = (typeof rowFields)[number];

export type RowAction =
  | { readonly type: "edit"; readonly id: number; readonly field: RowField; readonly text: string }
  /** "" leaves the task without a lead unit. */
  | { readonly type: "set-lead"; readonly id: number; readonly unit: string }
  /** 列第一位的为牵头单位, for every row that has none yet. */
  | { readonly type: "first-leads" }
  | { readonly type: "settle"; readonly id: number }
  /** One kind of doubt, for every row: the person has seen enough of them. */
  | { readonly type: "settle-all"; readonly code: DoubtCode }
  | { readonly type: "merge-next"; readonly id: number }
  /** Before the character at `offset` of the task; a line break there goes. */
  | { readonly type: "split"; readonly id: number; readonly offset: number }
  | { readonly type: "split-lines"; readonly id: number }
  | { readonly type: "delete"; readonly id: number }
  | { readonly type: "restore"; readonly id: number };

export function rowsOf(tasks: readonly PlanTask[]): DraftRow[] {
  return tasks.map(({ category, number, task, leads, lead, responsible, etc, deadlineText, deadlineDate, milestones, sourceText, doubts }, id) => ({
    id,
    category: category ?? "",
    number: number ?? "",
    task,
    leads: leads.length > 0 || lead === null ? leads : [lead],
    responsible,
    etc,
    deadlineText: deadlineText ?? "",
    deadlineDate,
    milestones,
    sourceText,
    doubts,
    openDoubts: doubts,
    isDeleted: false,
  }));
}

export function fieldText(row: DraftRow, field: RowField): string {
  if (field === "leads") return row.leads.join("、");
  if (field === "responsible") return stringifyUnits({ units: row.responsible, etc: row.etc });
  return row[field];
}

/** Whether a doubt still waits to be looked at. */
export function isOpenDoubt({ openDoubts }: DraftRow, doubt: Doubt): boolean {
  return openDoubts.some((one) => keyOfDoubt(one) === keyOfDoubt(doubt));
}

/** What a correction makes of the rows; the same array where it changes nothing. */
export function correct(rows: readonly DraftRow[], action: RowAction): readonly DraftRow[] {
  if (action.type === "first-leads") {
    return leaderless(rows) === 0 ? rows : rows.map((row) => (isLeaderless(row) ? withLead(row, row.responsible[0] ?? "") : row));
  }
  if (action.type === "settle-all") {
    const { code } = action;
    return doubtedFor(rows, code) === 0 ? rows : rows.map((row) => (isDoubted(row, code) ? { ...row, openDoubts: row.openDoubts.filter((doubt) => doubt.code !== code) } : row));
  }
  const row = rows.find(({ id }) => id === action.id);
  if (row === undefined) return rows;
  if (action.type === "merge-next") {
    const next = nextOf(rows, action.id);
    return next === undefined || row.isDeleted ? rows : rows.flatMap((one) => (one === row ? [merge(row, next)] : one === next ? [] : [one]));
  }
  if (action.type === "split" || action.type === "split-lines") {
    const parts = action.type === "split" ? splitAt(row.task, action.offset) : row.task.split("\n").filter((part) => part.trim() !== "");
    return parts.length < 2 ? rows : rows.flatMap((one) => (one === row ? split(row, parts, 1 + Math.max(...rows.map(({ id }) => id))) : [one]));
  }
  const after = correctRow(row, action);
  return after === row ? rows : rows.map((one) => (one === row ? after : one));
}

/** How many rows have units and none that leads. */
export function leaderless(rows: readonly DraftRow[]): number {
  return rows.filter(isLeaderless).length;
}

function isLeaderless({ leads, responsible, isDeleted }: DraftRow): boolean {
  return !isDeleted && leads.length === 0 && responsible.length > 0;
}

/** How many rows wait to be looked at for this reason. */
export function doubtedFor(rows: readonly DraftRow[], code: DoubtCode): number {
  return rows.filter((row) => isDoubted(row, code)).length;
}

function isDoubted({ openDoubts, isDeleted }: DraftRow, code: DoubtCode): boolean {
  return !isDeleted && openDoubts.some((doubt) => doubt.code === code);
}

/** The row that a merge would join: the next one that will be written. */
export function nextOf(rows: readonly DraftRow[], id: number): DraftRow | undefined {
  const index = rows.findIndex((row) => row.id === id);
  return index < 0 ? undefined : rows.slice(index + 1).find(({ isDeleted }) => !isDeleted);
}

function correctRow(row: DraftRow, action: Exclude<RowAction, { type: "first-leads" | "settle-all" | "merge-next" | "split" | "split-lines" }>): DraftRow {
  switch (action.type) {
    case "edit":
      return edit(row, action.field, action.text);
    case "set-lead":
      return withLead(row, action.unit);
    case "settle":
      return row.openDoubts.length === 0 ? row : { ...row, openDoubts: [] };
    case "delete":
      return row.isDeleted ? row : { ...row, isDeleted: true };
    case "restore":
      return row.isDeleted ? { ...row, isDeleted: false } : row;
  }
}

function edit(row: DraftRow, field: RowField, text: string): DraftRow {
  if (text === fieldText(row, field)) return row;
  const settled = settle(row, field);
  switch (field) {
    case "leads":
      return { ...settled, leads: parseUnits(text).units };
    case "responsible": {
      const { units, etc } = parseUnits(text);
      return { ...settled, responsible: units, etc };
    }
    case "deadlineText":
      return { ...settled, deadlineText: text, deadlineDate: null, milestones: [] };
    default:
      return { ...settled, [field]: text };
  }
}

/** The cells that a doubt is about. */
const doubtFields: { readonly [C in DoubtCode]: readonly RowField[] } = {
  "no-unit": ["leads", "responsible"],
  "unknown-unit": ["leads", "responsible"],
  "several-leads": ["leads"],
  "no-lead": ["leads"],
  "no-year": ["deadlineText"],
  "deadline-unread": ["deadlineText"],
  "deadline-from-text": ["deadlineText"],
  placeholder: ["task", "leads", "responsible", "deadlineText"],
  "number-jump": ["number"],
  "lent-responsibility": ["leads", "responsible"],
};

/** Who corrects a cell has looked at the doubts about it; the others wait. */
function settle(row: DraftRow, field: RowField): DraftRow {
  const openDoubts = row.openDoubts.filter(({ code }) => !doubtFields[code].includes(field));
  return openDoubts.length === row.openDoubts.length ? row : { ...row, openDoubts };
}

/** A former lead unit goes before the responsible ones, so that no unit is lost. */
function withLead(row: DraftRow, unit: string): DraftRow {
  const leads = unit === "" ? [] : [unit];
  if (leads.length === row.leads.length && leads[0] === row.leads[0]) return row;
  const former = row.leads.filter((lead) => lead !== unit);
  return { ...settle(row, "leads"), leads, responsible: [...former, ...row.responsible.filter((one) => one !== unit && !former.includes(one))] };
}

function merge(row: DraftRow, next: DraftRow): DraftRow {
  const leads = row.leads.length > 0 ? row.leads : next.leads;
  const others = new Set([...row.responsible, ...next.leads, ...next.responsible]);
  for (const lead of leads) others.delete(lead);
  const isSameDeadline = row.deadlineText === next.deadlineText;
  const [dated, undated] = row.deadlineText === "" ? [next, row] : [row, next];
  const hasTwoDeadlines = !isSameDeadline && undated.deadlineText !== "";
  return {
    ...row,
    category: row.category === "" ? next.category : row.category,
    number: row.number === "" ? next.number : row.number,
    task: `${row.task}\n${next.task}`,
    leads,
    responsible: [...others],
    etc: row.etc || next.etc,
    deadlineText: hasTwoDeadlines ? `${row.deadlineText}；${next.deadlineText}` : dated.deadlineText,
    deadlineDate: hasTwoDeadlines ? null : dated.deadlineDate,
    milestones: united(row.milestones, next.milestones, ({ text, date }) => `${text} ${date ?? ""}`),
    sourceText: row.sourceText === next.sourceText ? row.sourceText : [row.sourceText, next.sourceText].filter((text) => text !== "").join("\n"),
    doubts: united(row.doubts, next.doubts, keyOfDoubt),
    openDoubts: united(row.openDoubts, next.openDoubts, keyOfDoubt),
  };
}

function keyOfDoubt({ code, text }: Doubt): string {
  return `${code} ${text.zh}`;
}

function united<T>(some: readonly T[], others: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const known = new Set(some.map(keyOf));
  return [...some, ...others.filter((one) => !known.has(keyOf(one)))];
}

function splitAt(task: string, offset: number): string[] {
  // one line break goes: the one before the place, else the one after it
  const isAfterBreak = task.charAt(offset - 1) === "\n";
  const before = task.slice(0, Math.max(isAfterBreak ? offset - 1 : offset, 0));
  const after = task.slice(!isAfterBreak && task.charAt(offset) === "\n" ? offset + 1 : offset);
  return before.trim() === "" || after.trim() === "" ? [task] : [before, after];
}

/** Every part keeps units, deadline and source: who does what of it, the person says; only the first keeps the number. */
function split(row: DraftRow, parts: readonly string[], nextId: number): DraftRow[] {
  return parts.map((task, index) => (index === 0 ? { ...row, task } : { ...row, id: nextId + index - 1, number: "", task }));
}
