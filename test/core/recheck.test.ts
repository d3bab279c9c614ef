import fc from "fast-check";
import { applySteps } from "../../src/core/apply-steps";
import { check, type CheckInput } from "../../src/core/check";
import { setCell } from "../../src/core/edit";
import { recheck } from "../../src/core/recheck";
import { defaultSettings } from "../../src/core/settings";
import { cellRange, contentAt, type CellValue, type Workbook } from "../../src/core/workbook";
import { rules } from "../../src/rules";
import { isReferenceSheet } from "../../src/tasks/reference-sheets";
import { templates } from "../../src/templates";
import { sheet, workbook } from "../support/sheet";

const settings = defaultSettings("2024-06-30");

function inputOf(book: Workbook): CheckInput {
  return { workbook: book, templates, rules, settings };
}

function book(): Workbook {
  const rows = Array.from({ length: 30 }, (_, index) => `${index % 7 === 0 ? `第${index}类` : ""} | ${index + 1} | 推进第${index + 1}项治理任务 | 市教育局 | 市财政局、市人社局 | 2025年底前 |`);
  return workbook(
    sheet(`云溪市任务分工表 |\n任务分类 | 序号 | 重点任务 | 牵头部门 | 责任部门 | 完成时限 | 备注\n${rows.join("\n")}\n\n\n\n\n注：2024年1月5日印发`, { name: "分工" }),
    sheet(`主要任务 | 责任单位 | 序号\n 走访企业二十家 | 市卫健委 | 1\n 开展业务培训 | 市卫生健康委 | 2`, { name: "附表" }),
    sheet(`标准名称 | 简称\n 市水利局 | 水利局`, { name: "单位名录" }),
  );
}

const contents: Readonly<Record<number, readonly CellValue[]>> = {
  0: ["第1类", null, "第7类", "新的一类"],
  1: [1, 2, 5, 99, "7", "12"],
  2: ["推进第3项治理任务", " 推进第9项治理任务", "2026年底前建成平台", "推进推进治理工作", "由XX公司负责运维", "开展督查督办活动"],
  3: ["市教育局", null, "市财政局、市教育局", "市教育局市财政局", "张三", "市卫健委", "市财整局", 5],
  4: ["市财政局", null, "市教育局", "市卫生健康委", "相关单位", "市大数据局", "水利局", "市财政局、市财政局"],
  5: ["2023年底前", "2024.7", null, "尽快", "持续推进", 45657, "12月底前", "2024年7月10日前", "2023年3月底前"],
  6: [" 备注 ", null, "无", "20__年"],
};

const edits = fc.array(
  fc.tuple(fc.integer({ min: 2, max: 31 }), fc.integer({ min: 0, max: 6 }), fc.nat({ max: 7 })).map(([row, column, which]) => {
    const choices = contents[column] ?? [null];
    return { row, column, after: choices[which % choices.length] ?? null };
  }),
  { minLength: 1, maxLength: 12 },
);

test("checking again after each of many edits says what a full check says", () => {
  let again = 0;
  fc.assert(
    fc.property(edits, (list) => {
      let current = book();
      let result = check(inputOf(current));
      for (const { row, column, after } of list) {
        const [first] = current.worksheets;
        if (first === undefined) throw new Error("the workbook has lost its first worksheet");
        current = applySteps(current, [setCell("分工", row, column, contentAt(first, row, column), after)]);
        const quick = recheck({ ...inputOf(current), isReference: isReferenceSheet }, result, [cellRange("分工", row, column)]);
        if (quick !== undefined) again += 1;
        const whole = check(inputOf(current));
        if (quick !== undefined) expect(quick.diagnostics).toEqual(whole.diagnostics);
        result = quick ?? whole;
      }
    }),
    { numRuns: 100 },
  );
  // most edits are of cells of records: those must not fall back to a full check
  expect(again).toBeGreaterThan(300);
});

test.each([
  ["a title", 0, 0],
  ["a header", 1, 3],
  ["beyond the table", 40, 0],
  ["a column beside it", 5, 9],
])("an edit of %s is checked anew", (_, row, column) => {
  const before = book();
  const [first] = before.worksheets;
  if (first === undefined) throw new Error("no worksheet");
  const after = applySteps(before, [setCell("分工", row, column, contentAt(first, row, column), "改")]);
  expect(recheck({ ...inputOf(after), isReference: isReferenceSheet }, check(inputOf(before)), [cellRange("分工", row, column)])).toBeUndefined();
});

test.each([
  ["a number that goes", 5, 1, null],
  ["a task that goes", 5, 2, null],
  ["a note in a record's place", 5, 3, "注：以上均为重点"],
])("%s is checked anew", (_, row, column, content) => {
  const before = book();
  const [first] = before.worksheets;
  if (first === undefined) throw new Error("no worksheet");
  const after = applySteps(before, [setCell("分工", row, column, contentAt(first, row, column), content)]);
  expect(recheck({ ...inputOf(after), isReference: isReferenceSheet }, check(inputOf(before)), [cellRange("分工", row, column)])).toBeUndefined();
});

test("an edit of the roster is checked anew", () => {
  const before = book();
  const after = applySteps(before, [setCell("单位名录", 1, 0, "市水利局", "市水务局")]);
  expect(recheck({ ...inputOf(after), isReference: isReferenceSheet }, check(inputOf(before)), [cellRange("单位名录", 1, 0)])).toBeUndefined();
});
