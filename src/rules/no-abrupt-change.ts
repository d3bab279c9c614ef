import { defineRule } from "../core/rule";
import { quote, type Text } from "../core/text";
import { shownUnit, wordsOf } from "../measurements/describe";
import { verdictsOf } from "../measurements/measurements";
import { indicatorKind } from "../templates/indicator-kind";

export const messages = {
  moved: (name: string, value: number, previous: number, share: string): Text => ({
    zh: `“${quote(name)}”本期 ${value}，上期 ${previous}，变动 ${share}，比较突然。请核实；属实的写明原因`,
    en: `“${quote(name)}” is ${value} after ${previous}, a move of ${share}. Please confirm it, and give the reason if it is so`,
  }),
  above: (name: string, value: number, other: string, otherValue: number): Text => ({
    zh: `“${quote(name)}”是 ${value}，高于“${quote(other)}”${otherValue}，按定义一般不会这样。请核实两个数的口径`,
    en: `“${quote(name)}” is ${value}, above “${quote(other)}” ${otherValue}, which their definitions hardly allow. Please confirm how both are counted`,
  }),
  notWhole: (name: string, value: number, other: string, otherValue: number, total: number): Text => ({
    zh: `“${quote(name)}”${value} 与“${quote(other)}”${otherValue} 相加是 ${Number((value + otherValue).toPrecision(6))}，应接近 ${total}。请核实两个数的口径`,
    en: `“${quote(name)}” ${value} and “${quote(other)}” ${otherValue} add up to ${Number((value + otherValue).toPrecision(6))} instead of about ${total}. Please confirm how both are counted`,
  }),
  unusual: (name: string, value: string, limits: string): Text => ({
    zh: `“${quote(name)}”的值是 ${value}，一般在 ${limits} 之间，比较少见。请核实；属实的写明原因`,
    en: `“${quote(name)}” is ${value}, seldom outside ${limits}. Please confirm it, and give the reason if it is so`,
  }),
};

export default defineRule({
  id: "no-abrupt-change",
  description: {
    zh: "比上期变动过大（默认三成）或明显少见的值，多半填错，也可能属实：提示核实，不判错",
    en: "A value that moved far from the last period's (30 % unless set otherwise) or is seldom seen is often a slip and may be true: to be confirmed, not an error",
  },
  severity: "info",
  scope: "table",
  kind: indicatorKind,
  *check(table, _rows, context) {
    for (const { series, range, value, previous, limits, against } of verdictsOf("no-abrupt-change", context)) {
      if (series.table !== table) continue;
      const shown = Number(value.toPrecision(6));
      if (against !== undefined) {
        const other = Number(against.value.toPrecision(6));
        yield { range, message: against.total === undefined ? messages.above(series.name, shown, against.name, other) : messages.notWhole(series.name, shown, against.name, other, against.total) };
        continue;
      }
      if (previous !== undefined) yield { range, message: messages.moved(series.name, shown, Number(previous.toPrecision(6)), `${Math.round((Math.abs(value - previous) / Math.abs(previous)) * 100)}%`) };
      else if (limits !== undefined) yield { range, message: messages.unusual(series.name, `${shown}${shownUnit(series.indicator.unit)}`, wordsOf(limits)) };
    }
  },
});
