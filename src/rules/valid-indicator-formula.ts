import { stringifyAddress } from "../core/address";
import { setCell } from "../core/edit";
import type { Fix } from "../core/diagnostic";
import { defineRule, type CheckContext } from "../core/rule";
import { quote, type Text } from "../core/text";
import type { Range, Workbook } from "../core/workbook";
import { describeDefinition, describeFormula, labelOf } from "../measurements/describe";
import { verdictsOf } from "../measurements/measurements";
import { rightFormula } from "../measurements/right-formula";
import type { Series } from "../measurements/series";
import type { VerdictOf } from "../measurements/verdict";
import { indicatorKind } from "../templates/indicator-kind";

type Wrong = VerdictOf<"valid-indicator-formula">;

export const messages = {
  swapped: (name: string, found: string, expected: string): Text => ({
    zh: `“${quote(name)}”这里算的是 ${found}，分子分母颠倒；应为 ${expected}。请把两个单元格对调`,
    en: `“${quote(name)}” computes ${found} here: numerator and denominator are swapped; it should be ${expected}. Please swap the two cells`,
  }),
  factor: (name: string, found: string, expected: string, factor: string): Text => ({
    zh: `“${quote(name)}”这里算的是 ${found}，结果是应有值的 ${factor} 倍；应为 ${expected}。请核对乘数和计量单位`,
    en: `“${quote(name)}” computes ${found} here, ${factor} times what it should be; it should be ${expected}. Please check the factor and the units`,
  }),
  column: (name: string, taken: string, takenLabel: string, expected: string, expectedLabel: string): Text => ({
    zh: `“${quote(name)}”引用了 ${taken}（${quote(takenLabel)}），应引用 ${expected}（${quote(expectedLabel)}）：取错了列，算出的不是这个指标`,
    en: `“${quote(name)}” takes ${taken} (${quote(takenLabel)}) where ${expected} (${quote(expectedLabel)}) belongs: a wrong column, so another thing is computed`,
  }),
  row: (name: string, taken: string, takenLabel: string, expected: string, expectedLabel: string): Text => ({
    zh: `“${quote(name)}”引用了 ${taken}（${quote(takenLabel)}），应引用 ${expected}（${quote(expectedLabel)}）：取错了行，算进了别的数据`,
    en: `“${quote(name)}” takes ${taken} (${quote(takenLabel)}) where ${expected} (${quote(expectedLabel)}) belongs: a wrong row, so other data are counted`,
  }),
  other: (name: string, found: string, expected: string): Text => ({
    zh: `“${quote(name)}”这里算的是 ${found}，与定义不符；应为 ${expected}。请按定义改公式`,
    en: `“${quote(name)}” computes ${found} here, which is not its definition; it should be ${expected}. Please mend the formula`,
  }),
};

export default defineRule({
  id: "valid-indicator-formula",
  description: {
    zh: "指标的公式要按定义计算：分子分母颠倒、取错行列、乘错倍数，数字看起来正常却不是这个指标。口径待确认的指标和读不懂的公式不报",
    en: "An indicator's formula must compute its definition: swapped, with a wrong row, column or factor it still looks like a number. Unconfirmed definitions and formulas that cannot be read are left alone",
  },
  severity: "error",
  scope: "table",
  kind: indicatorKind,
  *check(table, _rows, context) {
    for (const verdict of verdictsOf("valid-indicator-formula", context)) {
      if (verdict.series.table === table) yield { range: verdict.range, message: messageOf(verdict, context), fixes: fixesOf(verdict, context) };
    }
  },
});

function messageOf({ series, row, read, difference }: Wrong, { workbook }: CheckContext): Text {
  const found = describeFormula(read, series, row, workbook);
  const expected = describeDefinition(series);
  switch (difference.kind) {
    case "swapped":
      return messages.swapped(series.name, found, expected);
    case "factor":
      return messages.factor(series.name, found, expected, String(Number(difference.factor.toPrecision(6))));
    case "column":
      return messages.column(series.name, addressOf(difference.taken, series.table.sheet), labelOf(difference.taken, series, workbook), addressOf(difference.expected, series.table.sheet), difference.expectedLabel);
    case "row":
      return messages.row(series.name, addressOf(difference.taken, series.table.sheet), labelInRow(difference.taken, series, workbook), addressOf(difference.expected, series.table.sheet), labelInRow(difference.expected, series, workbook));
    default:
      return messages.other(series.name, found, expected);
  }
}

/** With whose row it is: 白沙县的门急诊总人次. */
function labelInRow(range: Range, series: Series, workbook: Workbook): string {
  const { table } = series;
  const isHere = range.sheet === table.sheet && table.rows.includes(range.top);
  const subject = isHere && !table.has("indicator") ? table.text(range.top, "entity") : "";
  const label = labelOf(range, series, workbook);
  return subject === "" || label.startsWith(subject) ? label : `${subject}的${label}`;
}

function addressOf(range: Range, sheet: string): string {
  return range.sheet === sheet ? stringifyAddress(range) : `${range.sheet}!${stringifyAddress(range)}`;
}

function fixesOf({ series, row, read, formula, range }: Wrong, { workbook }: CheckContext): Fix[] {
  const right = rightFormula(series, row, workbook, { read });
  if (right === undefined || right === formula) return [];
  return [{ title: { zh: `改为 ${right}`, en: `Change to ${right}` }, safe: false, edits: [setCell(range.sheet, range.top, range.left, { formula }, { formula: right })] }];
}
