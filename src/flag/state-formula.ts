import type { Settings } from "../core/settings";
import { isError, type CellValue } from "../core/workbook";
import { dateFormula, quoteText, quoteTexts } from "../formula/literals";
import type { IsoDay } from "../language/calendar";
import { isBehind, isDone } from "../language/status";
import { shapeOf, stateText } from "../tasks/lights";
import { firstSoonDay } from "../tasks/task-states";
import { matchesPattern, sameText } from "./formula-text";

/** A cell that a formula names, and what it holds now. */
export type NamedCell = { readonly place: string; readonly value: CellValue };

export type RowCells = {
  readonly due: string;
  /** The due day where it is known today. */
  readonly lastDay: IsoDay | undefined;
  /** The first day on which it counts as near, where that is a matter of working days. */
  readonly nearFrom: IsoDay | undefined;
  readonly task: NamedCell | undefined;
  /** The cell of the unit that must answer for the task, and what to say where it is blank. */
  readonly lead: (NamedCell & { readonly missing: string }) | undefined;
  /** 完成状态, or 进展情况 where there is no such column; `tellsDelay` for the former. */
  readonly status: (NamedCell & { readonly tellsDelay: boolean }) | undefined;
};

const donePatterns = ["完成*", "已*完成", "已完成*", "*办结*", "*销号*", "*竣工*", "是", "√*", "✓*", "✔*"];
const undonePatterns = ["*未*", "*没*", "*尚*", "*正在*", "*部分*", "*基本*", "*预计*", "*待*", "*不*", "*滞后*", "*中"];
const behindPatterns = ["*滞后*", "*落后*", "*偏慢*", "*缓慢*", "*较慢*"];

const doneWords = quoteTexts(donePatterns);
const undoneWords = quoteTexts(undonePatterns);
const behindWords = quoteTexts(behindPatterns);
const done = quoteText(shapeOf("done"));
const shown = {
  overdue: quoteText(stateText("overdue")),
  behind: quoteText(stateText("behind")),
  dueSoon: quoteText(stateText("due-soon")),
  onTrack: quoteText(stateText("on-track")),
  done: quoteText(stateText("done")),
};

/** ● 超期, as of whatever day the workbook is opened on. */
export function stateFormula({ due, lastDay, nearFrom, task, lead, status }: RowCells, settings: Settings): string {
  const byDay = `IF(ISNUMBER(${due}),IF(${soonTest(due, lastDay, nearFrom, settings)},${shown.dueSoon},${shown.onTrack}),${due})`;
  const inTime = status?.tellsDelay === true ? `IF(${behindTest(status)},${shown.behind},${byDay})` : byDay;
  const open = `IF(AND(ISNUMBER(${due}),${due}<TODAY()),${shown.overdue},${inTime})`;
  const withLead = lead === undefined ? open : `${open}&IF(TRIM(${lead.place})="",${quoteText(lead.missing)},"")`;
  const whole = status === undefined ? withLead : `IF(${doneTest(status)},${shown.done},${withLead})`;
  return task === undefined ? `=${whole}` : `=IF(${task.place}="","",${whole})`;
}

type Held = { readonly value: CellValue };
type ShownCells = Pick<RowCells, "lastDay" | "nearFrom"> & { readonly task: Held | undefined; readonly lead: (Held & { readonly missing: string }) | undefined; readonly status: (Held & { readonly tellsDelay: boolean }) | undefined };

/** How a workbook counts days. */
export type DayCount = { readonly today: number; readonly serialOf: (day: IsoDay) => number | undefined };

/** What the formula shows today, of a due day or what stands instead. */
export function stateShown(due: number | string, { lastDay, nearFrom, task, lead, status }: ShownCells, { dueSoonDays }: Settings, { today, serialOf }: DayCount): CellValue {
  if (task !== undefined && isError(task.value)) return task.value;
  if (task?.value === null || task?.value === "") return "";
  if (status !== undefined && saysDone(status.value)) return stateText("done");
  if (lead !== undefined && isError(lead.value)) return lead.value;
  const missing = lead !== undefined && isTrimmedAway(lead.value) ? lead.missing : "";
  if (typeof due === "number" && due < today) return stateText("overdue") + missing;
  if (status?.tellsDelay === true && saysBehind(status.value)) return stateText("behind") + missing;
  if (typeof due === "string") return due + missing;
  const first = nearFrom !== undefined && lastDay !== undefined && due === serialOf(lastDay) ? serialOf(nearFrom) : undefined;
  const isSoon = first === undefined ? due - today <= dueSoonDays : today >= first;
  return stateText(isSoon ? "due-soon" : "on-track") + missing;
}

/** TRIM knows no space but the common one. */
function isTrimmedAway(value: CellValue): boolean {
  return value === null || (typeof value === "string" && /^ *$/.test(value));
}

/** How many days are left, negative once they are over; nothing where the task is done or has no day. */
export function daysFormula(due: string, state: string): string {
  return `=IF(AND(ISNUMBER(${due}),${state}<>"",LEFT(${state},1)<>${done}),${due}-TODAY(),"")`;
}

export function daysShown(due: number | string, state: CellValue, today: number): CellValue {
  if (isError(state)) return state;
  if (typeof due === "string" || state === "" || state === stateText("done")) return "";
  return due - today;
}

function soonTest(due: string, lastDay: IsoDay | undefined, nearFrom: IsoDay | undefined, settings: Settings): string {
  const byCalendar = `${due}-TODAY()<=${settings.dueSoonDays}`;
  return nearFrom === undefined || lastDay === undefined ? byCalendar : `IF(${due}=${dateFormula(lastDay)},TODAY()>=${dateFormula(nearFrom)},${byCalendar})`;
}

/** The first day on which a deadline counts as near in working days; else a formula can tell. */
export function nearFromDay(lastDay: IsoDay | undefined, settings: Settings): IsoDay | undefined {
  return lastDay === undefined || !settings.dueSoonInWorkdays ? undefined : firstSoonDay(lastDay, settings);
}

/** By words that a formula can look for; where these would be wrong about what the cell says now, what it says now is judged apart. */
function doneTest({ place, value }: NamedCell): string {
  const byWords = `SUMPRODUCT(COUNTIF(${place},${doneWords}))*(SUMPRODUCT(COUNTIF(${place},${undoneWords}))=0)>0`;
  return judged({ place, value }, byWords, hits(value, donePatterns) && !hits(value, undonePatterns), saysDone(value));
}

function behindTest({ place, value }: NamedCell): string {
  return judged({ place, value }, `SUMPRODUCT(COUNTIF(${place},${behindWords}))>0`, hits(value, behindPatterns), saysBehind(value));
}

function judged({ place, value }: NamedCell, byWords: string, found: boolean, actual: boolean): string {
  if (found === actual) return byWords;
  return `IF(${typeof value === "string" ? sameText(place, value) : `${place}=TRUE`},${actual ? "TRUE" : "FALSE"},${byWords})`;
}

/** A ticked box is TRUE; in a number no word is to be found. */
function saysDone(value: CellValue): boolean {
  return typeof value === "string" ? isDone(value) : value === true;
}

function saysBehind(value: CellValue): boolean {
  return typeof value === "string" && isBehind(value);
}

function hits(value: CellValue, patterns: readonly string[]): boolean {
  return typeof value === "string" && patterns.some((pattern) => matchesPattern(value, pattern));
}
