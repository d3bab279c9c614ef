import { stringifyAddress } from "../core/address";
import { defineRule, type CheckContext } from "../core/rule";
import { tablesOfKind } from "../core/table";
import { quote, type Text } from "../core/text";
import { cellRange, numberFormatAt, valueAt, type Range } from "../core/workbook";
import { makeDictionary } from "../indicators/dictionary";
import { keysOfName } from "../indicators/name-keys";
import { findTargets, type Target } from "../language/target";
import { headingsOf } from "../measurements/headings";
import { allSeries } from "../measurements/measurements";
import { isPercentFormat } from "../measurements/percent-format";
import { readTargetValue } from "../measurements/target-value";
import { taskListKind } from "../templates/task-list-kind";

export const messages = {
  differs: (name: string, target: string, task: string, at: string): Text => ({
    zh: `“${quote(name)}”在这里的目标是“${quote(target)}”，任务清单 ${at} 写的是“${quote(task)}”：同一个指标两个目标，考核时不知按哪个。请核对后改成一致`,
    en: `The target of “${quote(name)}” is “${quote(target)}” here and “${quote(task)}” in the task list at ${at}: nobody knows which one holds. Please check and make them agree`,
  }),
};

type Aim = { readonly target: Target; readonly range: Range; readonly text: string };

export default defineRule({
  id: "consistent-target",
  description: {
    zh: "任务清单里写的目标和指标表里的目标要一致；年份不同的、只对部分单位定的目标不比",
    en: "The target in the task list and the one in the indicator sheet must agree; those of other years, or for some bodies only, are not compared",
  },
  severity: "warning",
  scope: "workbook",
  *check(context) {
    const series = allSeries(context).filter(({ target }) => target !== undefined);
    if (series.length === 0) return;
    const aims = aimsOf(context);
    if (aims.size === 0) return;
    for (const { table, rows, name, indicator, target } of series) {
      const row = rows[0];
      if (target === undefined || row === undefined || rows.length > 1) continue;
      const written = valueAt(table.worksheet, row, target.column);
      const own = readTargetValue(written, isPercentFormat(numberFormatAt(table.worksheet, row, target.column)), indicator.direction === "lower" ? "lower" : "higher");
      if (own === undefined) continue;
      const year = headingsOf(table).find(({ column }) => column === target.column)?.period;
      const set = (aims.get(keyOf(name, context)) ?? []).filter((aim) => isSameYear(aim.target, year));
      // one of several that agrees is enough: the others may be for other bodies
      const [first] = set;
      if (first === undefined || set.some((aim) => isSame(aim.target, own.value, own.value2))) continue;
      yield { range: cellRange(table.sheet, row, target.column), message: messages.differs(name, own.text, first.text, `${first.range.sheet}!${stringifyAddress(first.range)}`) };
    }
  },
});

/** What the tasks of all lists set for indicators, by the indicator's own name. */
function aimsOf(context: CheckContext): Map<string, Aim[]> {
  const aims = new Map<string, Aim[]>();
  for (const table of tablesOfKind(context.tables, taskListKind)) {
    for (const row of table.rows) {
      const text = table.text(row, "task");
      let last = "";
      for (const target of findTargets(text)) {
        if (typeof target.value !== "number" || isPartial(target.scope)) continue;
        // 2024年达到85%，2025年达到90%: the second stage names no indicator of its own
        const key = target.indicator === "" || target.indicator === target.year ? last : keyOf(target.indicator, context);
        last = key;
        const aim = { target, range: table.range(row, "task"), text: text.slice(target.start, target.end) };
        const known = aims.get(key);
        if (known === undefined) aims.set(key, [aim]);
        else known.push(aim);
      }
    }
  }
  return aims;
}

function keyOf(name: string, { workbook }: CheckContext): string {
  return makeDictionary(workbook).find(name)?.name ?? keysOfName(name)[0] ?? name;
}

/** 三级医院, 各县: not the whole that the indicator sheet speaks of. */
function isPartial(scope: string): boolean {
  return /[二三]级|部分|试点|[城郊]区|各|每/.test(scope);
}

function isSameYear({ year }: Target, other: string | undefined): boolean {
  const [own, theirs] = [/(?:19|20)\d{2}/.exec(year ?? "")?.[0], /(?:19|20)\d{2}/.exec(other ?? "")?.[0]];
  return own === undefined || theirs === undefined || own === theirs;
}

function isSame({ value, value2 }: Target, own: number, own2: number | undefined): boolean {
  return value === own && (value2 === undefined || own2 === undefined || value2 === own2);
}
