import { findNumberingBreaks, readNumbering, type Numbering } from "../language/numbering";
import { doubt } from "./doubts";
import type { PlanTask } from "./plan-task";

/** Marks the tasks whose number does not go on from the one before. */
export function withNumberJumps(tasks: readonly PlanTask[]): PlanTask[] {
  const numbered = tasks.flatMap((task, index) => {
    const numbering = task.number === null ? undefined : numberingOf(task.number);
    return numbering === undefined ? [] : [{ index, numbering }];
  });
  // several tasks of one paragraph share its number
  const runs = numbered.filter(({ index }) => index === 0 || tasks[index - 1]?.number !== tasks[index]?.number || tasks[index - 1]?.category !== tasks[index]?.category);
  const expected = new Map<number, number>();
  for (const found of findNumberingBreaks(runs.map(({ numbering }) => numbering))) {
    const at = runs[found.index];
    if (at !== undefined && found.kind !== "repeat") expected.set(at.index, found.expected);
  }
  if (expected.size === 0) return [...tasks];
  return tasks.map((task, index) => {
    const number = expected.get(index);
    return number === undefined ? task : { ...task, doubts: [...task.doubts, doubt("number-jump", String(number))] };
  });
}

function numberingOf(number: string): Numbering | undefined {
  return /^\d{1,3}$/.test(number) ? readNumbering(`${number}. `.concat("甲")) : /^[一二三四五六七八九十]{1,4}$/.test(number) ? readNumbering(`（${number}）甲`) : undefined;
}
