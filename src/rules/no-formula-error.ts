import { stringifyAddress } from "../core/address";
import { defineRule, type Report } from "../core/rule";
import { quote } from "../core/text";
import { cellRange, isBlank, isError, textOf, valueAt, type CellValue, type Worksheet } from "../core/workbook";
import { areaOf, scanReferences } from "../formula/scan-references";
import { judgementOf } from "../measurements/measurements";
import { errorsOf, type ErrorCell } from "../ranges/error-cells";

/** A cell that a formula divides by, with nothing or 0 in it. */
type Divisor = { readonly at: string; readonly isBlank: boolean };

type TextCell = { readonly at: string; readonly text: string };

export const messages = {
  divisionByZero: (formula: string, under: Divisor | undefined) => ({
    zh: `公式“${quote(formula, 60)}”显示#DIV/0!：除数${under === undefined ? "是0或空白" : `${under.at}是${under.isBlank ? "空白" : "0"}`}；请补上除数，或用IF判断除数为0的情形`,
    en: `“${quote(formula, 60)}” shows #DIV/0!: the divisor ${under === undefined ? "is 0 or blank" : `${under.at} is ${under.isBlank ? "blank" : "0"}`}; please fill it in, or guard the division with IF`,
  }),
  nothingToAverage: (formula: string) => ({
    zh: `公式“${quote(formula, 60)}”显示#DIV/0!：它统计的区域里没有数；请补上数，或用IFERROR处理没有数的情形`,
    en: `“${quote(formula, 60)}” shows #DIV/0!: there is no number in the range it looks at; please fill it in, or provide for that with IFERROR`,
  }),
  deadReference: (formula: string) => ({
    zh: `公式“${quote(formula, 60)}”里有#REF!：原来引用的单元格或工作表已被删除；请重新指向正确的单元格`,
    en: `“${quote(formula, 60)}” holds #REF!: the cells or the worksheet it referred to were deleted; please point it at the right ones`,
  }),
  notFound: (formula: string) => ({
    zh: `公式“${quote(formula, 60)}”显示#N/A：要查找的值在查找区域里没有；请核对名称写法和查找区域`,
    en: `“${quote(formula, 60)}” shows #N/A: the value it looks for is not in the range it searches; please check how it is written, and the range`,
  }),
  wrongKind: (formula: string, cell: TextCell | undefined) => ({
    zh: `公式“${quote(formula, 60)}”显示#VALUE!：${cell === undefined ? "有文字参与了计算" : `${cell.at}的“${quote(cell.text, 12)}”是文字，不能参与计算`}；请改成数值`,
    en: `“${quote(formula, 60)}” shows #VALUE!: ${cell === undefined ? "a text takes part in the computation" : `“${quote(cell.text, 12)}” in ${cell.at} is a text and cannot be computed with`}; please make it a number`,
  }),
  unknownName: (formula: string) => ({
    zh: `公式“${quote(formula, 60)}”显示#NAME?：函数名、名称写错了，或者文字没有加引号；请更正`,
    en: `“${quote(formula, 60)}” shows #NAME?: a function or a name is misspelt, or a text has no quotation marks; please correct it`,
  }),
  badNumber: (formula: string) => ({
    zh: `公式“${quote(formula, 60)}”显示#NUM!：数太大，或者没有这样的数（如负数开方）；请核对参与计算的数`,
    en: `“${quote(formula, 60)}” shows #NUM!: the number is too large or does not exist (the root of a negative one); please check what goes into it`,
  }),
  noIntersection: (formula: string) => ({
    zh: `公式“${quote(formula, 60)}”显示#NULL!：两个区域没有共同的单元格，多半是漏了逗号或冒号；请更正`,
    en: `“${quote(formula, 60)}” shows #NULL!: two ranges have no cell in common, mostly for want of a comma or a colon; please correct it`,
  }),
  other: (formula: string, error: string) => ({
    zh: `公式“${quote(formula, 60)}”显示${error}，算不出结果；请核对公式和它引用的单元格`,
    en: `“${quote(formula, 60)}” shows ${error} and gives no result; please check it and what it refers to`,
  }),
};

export default defineRule({
  id: "no-formula-error",
  description: {
    zh: "显示为错误的公式会一路传下去；只在起头的单元格报，引用它而跟着出错的不报；手工填写的“#N/A”是文字，不报",
    en: "An error spreads to all that refers to it; it is reported where it starts only; a typed-in “#N/A” is a text",
  },
  severity: "error",
  scope: "workbook",
  *check(context) {
    const errors = errorsOf(context.workbook);
    if (errors.length === 0) return;
    const { isExplained } = judgementOf(context);
    for (const { worksheet, row, column, formula, error } of errors) {
      const range = cellRange(worksheet.name, row, column);
      // a blank or zero denominator of an indicator is said where it stands
      if (!isExplained(worksheet.name, row, column)) yield { range, message: messageOf({ worksheet, row, column, formula, error }) };
    }
  },
});

function messageOf({ worksheet, formula, error }: ErrorCell): Report["message"] {
  switch (error) {
    case "#DIV/0!":
      return formula.includes("/") ? messages.divisionByZero(formula, divisorIn(worksheet, formula)) : messages.nothingToAverage(formula);
    case "#REF!":
      return messages.deadReference(formula);
    case "#N/A":
      return messages.notFound(formula);
    case "#VALUE!":
      return messages.wrongKind(formula, textIn(worksheet, formula));
    case "#NAME?":
      return messages.unknownName(formula);
    case "#NUM!":
      return messages.badNumber(formula);
    case "#NULL!":
      return messages.noIntersection(formula);
    default:
      return messages.other(formula, error);
  }
}

function divisorIn(worksheet: Worksheet, formula: string): Divisor | undefined {
  for (const [address, value, before] of cellsIn(worksheet, formula)) {
    if (!before.endsWith("/")) continue;
    if (value === 0) return { at: address, isBlank: false };
    if (!isError(value) && isBlank(value)) return { at: address, isBlank: true };
  }
  return undefined;
}

function textIn(worksheet: Worksheet, formula: string): TextCell | undefined {
  for (const [address, value] of cellsIn(worksheet, formula)) {
    if (typeof value === "string" && textOf(value) !== "") return { at: address, text: value };
  }
  return undefined;
}

/** The single cells of its own sheet that a formula names: address, value, and what is written before it. */
function* cellsIn(worksheet: Worksheet, formula: string): Generator<readonly [string, CellValue, string]> {
  for (const reference of scanReferences(formula)) {
    if (reference.prefix !== "" || reference.to !== undefined) continue;
    const area = areaOf(reference);
    yield [stringifyAddress(area), valueAt(worksheet, area.top, area.left), formula.slice(0, reference.start).trimEnd()];
  }
}
