import { applySteps } from "../../src/core/apply-steps";
import { check } from "../../src/core/check";
import type { CellContent, Workbook } from "../../src/core/workbook";
import { defaultSettings } from "../../src/core/settings";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { expectLinearTime } from "../support/linear-time";

const header: CellContent[] = ["任务分类", "序号", "重点任务", "牵头部门", "责任部门", "完成时限"];

function withRow(row: CellContent[]): Workbook {
  return applySteps({ worksheets: [], uses1904Dates: false }, [{ kind: "add-sheet", sheet: "表", cells: [header, row] }]);
}

const long = (piece: string): string => piece.repeat(Math.ceil(300_000 / piece.length));

test.each([
  ["units run together, units named again", ["一", 1, "开展督查工作", long("市教育局"), long("市财政局、"), "2025年底前"]],
  ["deadlines", ["一", 1, "开展督查工作", "市教育局", "市财政局", long("2025年底前，")]],
  ["milestones", ["一", 1, long("2025年底前完成建设，"), "市教育局", "市财政局", "持续推进"]],
  ["nonsense", ["一", 1, long("市"), long("（"), long("张三 "), long("1")]],
])("a cell of %s that never ends takes no time to speak of, and its message stays a sentence", (_, row) => {
  let longest = 0;
  expectLinearTime(() => {
    const { diagnostics } = check({ workbook: withRow(row), templates, rules, settings: defaultSettings("2026-01-01") });
    longest = Math.max(...diagnostics.map(({ message }) => Math.max(message.zh.length, message.en.length)));
  });
  expect(longest).toBeLessThan(300);
});
