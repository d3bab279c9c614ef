import { findTables } from "../../src/core/find-tables";
import { tablesOfKind } from "../../src/core/table";
import { headingsOf } from "../../src/measurements/headings";
import { templates } from "../../src/templates";
import { indicatorKind } from "../../src/templates/indicator-kind";
import { workbook } from "../support/sheet";

/** One line a column: lines of the header, what the template calls it, its period. */
function headingsIn(text: string): string[] {
  const [table] = tablesOfKind(findTables(workbook(text), templates), indicatorKind);
  if (table === undefined) throw new Error("no indicator table");
  return headingsOf(table).map(({ lines, key, period }) => [lines.join("/"), key ?? "-", period ?? "-"].join(" "));
}

test("both years' columns are called alike, and keep their years", () => {
  expect(headingsIn("指标 | 2023年 | < | < | 2024年 | < | <\n ^ | 分子 | 分母 | 指标值 | 分子 | 分母 | 指标值\n 县域就诊率 | 1 | 2 | 50 | 1 | 2 | 50")).toEqual([
    "指标 indicator -",
    "2023年/分子 numerator 2023年",
    "2023年/分母 denominator 2023年",
    "2023年/指标值 value 2023年",
    "2024年/分子 numerator 2024年",
    "2024年/分母 denominator 2024年",
    "2024年/指标值 value 2024年",
  ]);
});

test("bare years are values, 上年 is not", () => {
  expect(headingsIn("序号 | 指标名称 | 2023年 | 2024年 | 上年同期 | 2024年目标\n 1 | 县域就诊率 | 87 | 88 | 87 | 90")).toEqual([
    "序号 number -",
    "指标名称 indicator -",
    "2023年 value 2023年",
    "2024年 value 2024年",
    "上年同期 previous 上年同期",
    "2024年目标 target 2024年",
  ]);
});

test("columns of a table by county, also those that the template does not know", () => {
  expect(headingsIn("县区 | 门急诊总人次（万人次） | 县域就诊率（%） | 备注\n 甲县 | 8 | 88 |")).toEqual(["县区 entity -", "门急诊总人次（万人次） - -", "县域就诊率（%） value -", "备注 note -"]);
});
