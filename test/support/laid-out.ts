import type { AddSheet } from "../../src/core/edit";
import type { SheetLayout } from "../../src/core/sheet-layout";

const categories = ["管网改造", "环境整治", "公共服务", "长效管理"];
const units = ["市住建局", "市水务局", "市城管局", "市财政局"];
const work = ["更换供水立管", "整治雨污混接", "清理楼道堆物", "增设充电设施", "修补单元门禁"];

/** A table of tasks as it is printed, its texts of one to five lines; `rows` is a multiple of five. */
export function laidOutTasks(sheet: string, rows: number, more: Partial<SheetLayout> = {}): AddSheet {
  const lines = Array.from({ length: rows }, (_, row) => [
    row % 5 === 0 ? (categories[(row / 5) % categories.length] ?? null) : null,
    row + 1,
    `${work[row % 5] ?? ""}（第${row + 1}项）${"，完成施工图审查后分批进场，逐户登记并公示进度".repeat(row % 5)}，第${row + 1}项验收。`,
    units[row % 4] ?? null,
    row % 3 === 0 ? "市发展改革委、市自然资源局，各区人民政府" : null,
    row % 2 === 0 ? "2026年9月底前" : "持续推进",
  ]);
  const last = rows + 1;
  return {
    kind: "add-sheet",
    sheet,
    cells: [["云溪市老旧小区改造任务分解表"], ["类别", "序号", "重点任务", "牵头部门", "配合部门", "完成时限"], ...lines],
    layout: {
      widths: [10, 6, 50, 16, 20, 16],
      looks: [
        { range: { top: 0, left: 0, bottom: 0, right: 5 }, look: "title" },
        { range: { top: 1, left: 0, bottom: 1, right: 5 }, look: "header" },
        { range: { top: 2, left: 0, bottom: last, right: 1 }, look: "body-centred" },
        { range: { top: 2, left: 2, bottom: last, right: 5 }, look: "body" },
      ],
      merges: [{ top: 0, left: 0, bottom: 0, right: 5 }, ...Array.from({ length: rows / 5 }, (_, index) => ({ top: 2 + index * 5, left: 0, bottom: 6 + index * 5, right: 0 }))],
      frozenRows: 2,
      print: { landscape: true, repeatRows: { first: 1, last: 1 } },
      ...more,
    },
  };
}
