import type { AddSheet } from "../core/edit";
import type { CellContent, Rectangle } from "../core/workbook";
import type { PlanIndicator } from "../document/plan";

const headers = ["类别", "指标名称", "计量单位", "计算公式", "数据来源", "备注"];
const widths = [16, 36, 10, 48, 20, 20];

/** The indicators of a plan on a sheet of their own, as the plan defines them. */
export function newIndicatorSheet(indicators: readonly PlanIndicator[], name: string, title: string): AddSheet {
  const lines = indicators.map(({ category, name: indicator, unit, formula, dataSource, note }, index): CellContent[] => [
    category !== null && category === indicators[index - 1]?.category ? null : category,
    indicator,
    unit,
    formula,
    dataSource,
    note,
  ]);
  const right = headers.length - 1;
  const bottom = lines.length + 1;
  return {
    kind: "add-sheet",
    sheet: name,
    cells: [[title], headers, ...lines],
    layout: {
      widths,
      looks: [
        { range: { top: 0, left: 0, bottom: 0, right }, look: "title" },
        { range: { top: 1, left: 0, bottom: 1, right }, look: "header" },
        { range: { top: 2, left: 0, bottom, right: 0 }, look: "body-centred" },
        { range: { top: 2, left: 1, bottom, right }, look: "body" },
      ],
      merges: [{ top: 0, left: 0, bottom: 0, right }, ...categoryMerges(indicators)],
      frozenRows: 2,
      print: { landscape: true, repeatRows: { first: 1, last: 1 } },
    },
  };
}

function categoryMerges(indicators: readonly PlanIndicator[]): Rectangle[] {
  const merges: Rectangle[] = [];
  for (const [index, { category }] of indicators.entries()) {
    const last = merges.at(-1);
    if (category !== null && index > 0 && category === indicators[index - 1]?.category && last !== undefined) merges[merges.length - 1] = { ...last, bottom: index + 2 };
    else merges.push({ top: index + 2, left: 0, bottom: index + 2, right: 0 });
  }
  return merges.filter(({ top, bottom }) => bottom > top);
}
