import type { Settings } from "../core/settings";
import { addDays, type IsoDay } from "../language/calendar";
import { isBehind, isDone } from "../language/status";
import { shapeOf, stateText } from "../tasks/lights";
import { isDueSoon } from "../tasks/task-states";
import { dateFormula } from "./due-formula";
import { arrayOf, matchesPattern, quoteText, sameText } from "./formula-text";

/** A cell that a formula names, and what it says now. */
export type NamedCell = { readonly place: string; readonly text: string };

export type RowCells = {
  readonly due: string;
  /** The due day where it is known today. */
  readonly lastDay: IsoDay | undefined;
  readonly task: string | undefined;
  /** The cell of the unit that must answer for the task, and what to say where it is blank. */
  readonly lead: { readonly place: string; readonly missing: string } | undefined;
  /** 完成状态, or 进展情况 where there is no such column; `tellsDelay` for the former. */
  readonly status: (NamedCell & { readonly tellsDelay: boolean }) | undefined;
};

const donePatterns = ["完成*", "已*完成", "已完成*", "*办结*", "*销号*", "*竣工*", "是", "√*", "✓*", "✔*"];
const undonePatterns = ["*未*", "*没*", "*尚*", "*正在*", "*部分*", "*基本*", "*预计*", "*待*", "*不*", "*滞后*", "*中"];
const behindPatterns = ["*滞后*", "*落后*", "*偏慢*", "*缓慢*", "*较慢*"];

const doneWords = arrayOf(donePatterns);
const undoneWords = arrayOf(undonePatterns);
const behindWords = arrayOf(behindPatterns);
const done = quoteText(shapeOf("done"));
const shown = {
  overdue: quoteText(stateText("overdue")),
  behind: quoteText(stateText("behind")),
  dueSoon: quoteText(stateText("due-soon")),
  onTrack: quoteText(stateText("on-track")),
  done: quoteText(stateText("done")),
};

/** ● 超期, as of whatever day the workbook is opened on. */
export function stateFormula({ due, lastDay, task, lead, status }: RowCells, settings: Settings): string {
  const byDay = `IF(ISNUMBER(${due}),IF(${soonTest(due, lastDay, settings)},${shown.dueSoon},${shown.onTrack}),${due})`;
  const inTime = status?.tellsDelay === true ? `IF(${behindTest(status)},${shown.behind},${byDay})` : byDay;
  const open = `IF(AND(ISNUMBER(${due}),${due}<TODAY()),${shown.overdue},${inTime})`;
  const withLead = lead === undefined ? open : `${open}&IF(TRIM(${lead.place})="",${quoteText(lead.missing)},"")`;
  const whole = status === undefined ? withLead : `IF(${doneTest(status)},${shown.done},${withLead})`;
  return task === undefined ? `=${whole}` : `=IF(${task}="","",${whole})`;
}

/** How many days are left, negative once they are over; nothing where the task is done or has no day. */
export function daysFormula(due: string, state: string): string {
  return `=IF(AND(ISNUMBER(${due}),${state}<>"",LEFT(${state},1)<>${done}),${due}-TODAY(),"")`;
}

function soonTest(due: string, lastDay: IsoDay | undefined, settings: Settings): string {
  const byCalendar = `${due}-TODAY()<=${settings.dueSoonDays}`;
  const first = settings.dueSoonInWorkdays && lastDay !== undefined ? firstSoonDay(lastDay, settings) : undefined;
  return first === undefined || lastDay === undefined ? byCalendar : `IF(${due}=${dateFormula(lastDay)},TODAY()>=${dateFormula(first)},${byCalendar})`;
}

/** The first day on which a deadline counts as near, by halving; a formula knows no holidays. */
function firstSoonDay(lastDay: IsoDay, settings: Settings): IsoDay {
  const isSoon = (daysBefore: number): boolean => isDueSoon(lastDay, { ...settings, asOf: addDays(lastDay, -daysBefore) });
  let [near, far] = [0, settings.dueSoonDays * 3 + 31];
  while (far - near > 1) {
    const middle = (near + far) >> 1;
    if (isSoon(middle)) near = middle;
    else far = middle;
  }
  return addDays(lastDay, -near);
}

/** By words that a formula can look for; where these would be wrong about what the cell says now, what it says now is judged apart. */
function doneTest({ place, text }: NamedCell): string {
  const byWords = `SUMPRODUCT(COUNTIF(${place},${doneWords}))*(SUMPRODUCT(COUNTIF(${place},${undoneWords}))=0)>0`;
  const isDoneByWords = hits(text, donePatterns) && !hits(text, undonePatterns);
  return judged({ place, text }, byWords, isDoneByWords, isDone(text));
}

function behindTest({ place, text }: NamedCell): string {
  return judged({ place, text }, `SUMPRODUCT(COUNTIF(${place},${behindWords}))>0`, hits(text, behindPatterns), isBehind(text));
}

function judged({ place, text }: NamedCell, byWords: string, found: boolean, actual: boolean): string {
  return found === actual ? byWords : `IF(${sameText(place, text)},${actual ? "TRUE" : "FALSE"},${byWords})`;
}

function hits(text: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesPattern(text, pattern));
}
