import { setCell } from "../core/edit";
import { defineRule } from "../core/rule";
import { quote, type Text } from "../core/text";
import { makeDictionary } from "../indicators/dictionary";
import { readHeader } from "../indicators/header";
import { splitIndicators } from "../indicators/indicator-name";
import { matchTerm } from "../indicators/match-term";
import { readUnit } from "../indicators/unit";
import { allSeries } from "../measurements/measurements";
import { writtenAt } from "../measurements/row-series";
import { indicatorKind } from "../templates/indicator-kind";

export const messages = {
  unknown: (name: string): Text => ({
    zh: `指标字典里没有“${quote(name)}”，表里也没有写怎么算，无法核对。请补上计算公式，或在“指标字典”表里登记`,
    en: `“${quote(name)}” is in no dictionary and the sheet does not say how it is computed, so it cannot be checked. Please add its formula, or enter it in a sheet called 指标字典`,
  }),
  near: (name: string, nearest: string): Text => ({
    zh: `指标字典里没有“${quote(name)}”，是不是“${quote(nearest)}”？写法不一，汇总时会当成两个指标`,
    en: `“${quote(name)}” is in no dictionary; is it “${quote(nearest)}”? Written in two ways it is counted as two indicators`,
  }),
};

export default defineRule({
  id: "known-indicator",
  description: {
    zh: "字典里没有、表里也没有写算法的指标核对不了；可能只是名称写得不一样",
    en: "An indicator that no dictionary holds and the sheet does not define cannot be checked; perhaps it is only written otherwise",
  },
  severity: "info",
  scope: "row",
  kind: indicatorKind,
  *check(table, rows, context) {
    if (!table.has("indicator") || table.rows.length > longest) return;
    const dictionary = makeDictionary(context.workbook);
    const terms = [...dictionary.indicators, ...allSeries(context).map(({ indicator }) => indicator)].map((indicator) => indicator.terms);
    for (const row of rows) {
      const name = table.text(row, "indicator");
      if (name === "" || table.isCovered(row, "indicator") || dictionary.find(name) !== undefined || writtenAt(table, row) !== undefined) continue;
      if (splitIndicators(name).length > 1) continue;
      // the raw numbers that indicators are computed from are none themselves
      if (terms.some((some) => matchTerm(name, some) !== undefined)) continue;
      const near = dictionary.near(name);
      const value = table.value(row, "indicator");
      const range = table.range(row, "indicator");
      if (near === undefined && isQuantity(name)) continue;
      if (near === undefined) yield { range, message: messages.unknown(name) };
      else {
        const right = `${near.name}${unitBehind(name)}`;
        yield { range, message: messages.near(name, near.name), fixes: [{ title: { zh: `改为“${right}”`, en: `Change to “${right}”` }, safe: false, edits: [setCell(range.sheet, range.top, range.left, value, right)] }] };
      }
    }
  },
});

/** A longer list is one of records, not of indicators. */
const longest = 2000;

const quantity = /(?:[^均比率指系分级]数量?|人次|人口|台次|收入|支出|费用|负债|资产|金额|[^均]额|[^均]量|床日|面积|职工|医师|护士|合计)$/;

/** 常住人口 beside a rate per head: a number that is counted, and none to be computed. */
function isQuantity(name: string): boolean {
  const { name: bare, unit } = readHeader(name);
  return unit !== "%" && quantity.test(bare) && !/均|每|占|比/.test(bare);
}

/** （%）, which a name written anew keeps. */
function unitBehind(name: string): string {
  const bracket = /[（(]([^（）()]{1,8})[)）]$/.exec(name);
  return bracket?.[1] !== undefined && readUnit(bracket[1]) !== undefined ? bracket[0] : "";
}
