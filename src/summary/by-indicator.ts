import { stringifyReference } from "../core/address";
import { tablesOfKind, type Table } from "../core/table";
import { isError, type CellContent, type CellValue } from "../core/workbook";
import { targetStandings, type TargetStanding } from "../measurements/target-standing";
import { indicatorKind } from "../templates/indicator-kind";
import { captionOf } from "./caption";
import { cellAddress, linkFormula } from "./formula-text";
import type { SummaryContext } from "./summary-context";
import type { Line, LineCell, SummarySheet } from "./summary-sheet";

type IndicatorKey = (typeof indicatorKind.keys)[number];
type IndicatorTable = Table<IndicatorKey>;

/** 指标完成情况: each indicator's value beside its target and its last value; and whether it meets the target. Undefined where no sheet has an indicator a row with its value. */
export function listIndicators(summary: SummaryContext): SummarySheet | undefined {
  const tables = tablesOfKind(summary.context.tables, indicatorKind).filter((table) => table.has("indicator") && table.has("value"));
  if (tables.length === 0) return undefined;
  const standingAt = targetStandings(summary.context);
  const lines = tables.flatMap((table) => table.rows.filter((row) => table.text(row, "indicator") !== "").map((row) => lineOf(table, row, standingAt(table.sheet, row, table.range(row, "value").left))));
  if (lines.length === 0) return undefined;
  const [first] = tables;
  return {
    id: "indicator",
    sheet: summary.sheetOf("indicator"),
    title: "指标完成情况",
    caption: captionOf({ listTitle: first?.captions[0]?.text.trim() ?? first?.sheet ?? "", map: undefined }, "数值随指标表更新；是否达到目标为生成时的判断，空白的没有目标或无法判断", summary.context.settings.asOf),
    printTitle: first?.captions[0]?.text.trim() ?? "",
    columns: [
      { header: "指标", width: 40 },
      { header: "对象", width: 16, isCentred: true },
      { header: "单位", width: 10, isCentred: true },
      { header: "完成值", width: 14, isCentred: true },
      { header: "目标值", width: 18, isCentred: true },
      { header: "目标情况", width: 14, isCentred: true },
      { header: "上期值", width: 14, isCentred: true },
      { header: "比上期", width: 12, isCentred: true },
      { header: "查看", width: 8, isLink: true },
    ],
    keys: [0, 1],
    lines,
    lights: [],
  };
}

const standingTexts: { readonly [S in TargetStanding]: string } = { met: "■ 达到", missed: "● 未达到" };

function lineOf(table: IndicatorTable, row: number, standing: TargetStanding | undefined): Line {
  const change: LineCell = (at) => {
    const [value, previous] = [cellAddress(at, 3), cellAddress(at, 6)];
    const [now, before] = [table.value(row, "value"), table.has("previous") ? table.value(row, "previous") : null];
    return { formula: `=IF(AND(ISNUMBER(${value}),ISNUMBER(${previous})),${value}-${previous},"")`, shows: typeof now === "number" && typeof before === "number" ? now - before : "" };
  };
  const text = (key: IndicatorKey): string | null => (table.has(key) && table.text(row, key) !== "" ? table.text(row, key) : null);
  return { cells: [table.text(row, "indicator"), text("entity"), text("unit"), copied(table, row, "value"), copied(table, row, "target"), standing === undefined ? null : standingTexts[standing], copied(table, row, "previous"), change, { formula: linkFormula(table.firstCell(row), "查看"), shows: "查看" }] };
}

/** What the cell shows, also after it has changed. */
function copied(table: IndicatorTable, row: number, key: IndicatorKey): CellContent {
  if (!table.has(key)) return null;
  const place = stringifyReference(table.range(row, key));
  const value: CellValue = table.value(row, key);
  return { formula: `=IF(${place}="","",${place})`, ...(isError(value) ? {} : { shows: value ?? "" }) };
}
