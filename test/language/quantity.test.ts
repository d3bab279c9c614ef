import fc from "fast-check";
import { findQuantities, type Quantity } from "../../src/language/quantity";
import { expectLinearTime } from "../support/linear-time";

function say({ value, value2, unit, isRatio, isApproximate, grade }: Quantity): string {
  return `${grade === undefined ? "" : `${grade} `}${value}${value2 === undefined ? "" : isRatio === true ? `:${value2}` : `~${value2}`} ${unit}${isApproximate === true ? " more" : ""}`;
}

test.each([
  ["覆盖率达到95%", ["95 %"]],
  ["９５％以上", ["95 %"]],
  ["95.5 %", ["95.5 %"]],
  ["百分之九十五", ["95 %"]],
  ["百分之95", ["95 %"]],
  ["百分之十至百分之十五", ["10~15 %"]],
  ["千分之三", ["3 ‰"]],
  ["三分之二以上", ["66.6667 %"]],
  ["九成以上", ["90 %"]],
  ["7成左右", ["70 %"]],
  ["15%—10%", ["15~10 %"]],
  ["10%至15%", ["10~15 %"]],
  ["30%-40%", ["30~40 %"]],
  ["1~2家", ["1~2 家"]],
  ["1-2家", ["1~2 家"]],
  ["3—5名", ["3~5 名"]],
  ["1至2个", ["1~2 个"]],
  ["3到5个", ["3~5 个"]],
  ["三至五年", ["3~5 年"]],
  ["1家至2家", ["1~2 家"]],
  ["1—2万人", ["10000~20000 人"]],
  ["1∶2", ["1:2 比"]],
  ["1:1.5左右", ["1:1.5 比"]],
  ["按1：1配套", ["1:1 比"]],
  ["1比2", ["1:2 比"]],
  ["建设5个", ["5 个"]],
  ["两个", ["2 个"]],
  ["十二项", ["12 项"]],
  ["一百二十家", ["120 家"]],
  ["10余个", ["10 个 more"]],
  ["200多家", ["200 家 more"]],
  ["十余家", ["10 家 more"]],
  ["1万多名", ["10000 名 more"]],
  ["1万人次", ["10000 人次"]],
  ["1.2亿千瓦", ["120000000 千瓦"]],
  ["3000万元", ["30000000 元"]],
  ["1,200户", ["1200 户"]],
  ["1.15万套", ["11500 套"]],
  ["30分钟", ["30 分钟"]],
  ["24小时", ["24 小时"]],
  ["8个工作日", ["8 工作日"]],
  ["3个百分点", ["3 百分点"]],
  ["2个位次", ["2 位次"]],
  ["3个月", ["3 个月"]],
  ["35微克/立方米", ["35 微克/立方米"]],
  ["4.5张/千人", ["4.5 张/千人"]],
  ["50公斤/亩", ["50 公斤/亩"]],
  ["10/10万", ["10 /10万"]],
  ["达到1.2", ["1.2 "]],
  ["降到0.8以下", ["0.8 "]],
  ["翻一番", ["1 番"]],
  ["增长2倍", ["2 倍"]],
  ["评为四级甲等", ["四级甲等 4 等级"]],
  ["达到B级以上", ["B 2 等级"]],
  ["达到三级以上", ["3 级"]],
  ["达到5级", ["5 级"]],
  ["新建3所、改建5所", ["3 所", "5 所"]],
  ["10万吨和2.5万亩", ["100000 吨", "25000 亩"]],
])("%s: %j", (text, quantities) => {
  expect(findQuantities(text).map(say)).toEqual(quantities);
});

test.each([
  "",
  "2022年",
  "二〇二五年",
  "2021—2025年",
  "2023-2025年",
  "20__年",
  "202X年",
  "12月底",
  "5月8日",
  "2025.12.31",
  "〔2022〕5号",
  "第3条",
  "第三批",
  "前10名",
  "3.2.1",
  "5G基站",
  "H7N9",
  "A4纸",
  "G20",
  "12345热线",
  "8：30—12：00",
  "上午9:30",
  "任务1：2025年",
  "3年级",
  "三级医院",
  "三、四级手术",
  "A级景区",
  "一个中心",
  "千家万户",
  "十分重要",
  "百姓",
  "每5年",
  "编号20",
  "一窗通办",
  "图3",
])("%j holds none", (text) => {
  expect(findQuantities(text)).toEqual([]);
});

test("each says where it stands", () => {
  const text = "新建学校３所，绿地率４０％以上，师生比1∶12";
  expect(findQuantities(text).map(({ start, end }) => text.slice(start, end))).toEqual(["３所", "４０％", "1∶12"]);
});

test("never throws, and they stand in order", () => {
  const piece = fc.constantFrom("1", "2025", "一", "十", "万", "％", "%", ":", "∶", "—", "至", "个", "年", "百分之", "分之", "级", "甲等", ".", ",", "达到", "以上", " ");
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""))), (text) => {
      let reached = 0;
      for (const { start, end, value } of findQuantities(text)) {
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(Number.isFinite(value)).toBe(true);
        reached = end;
      }
    }),
  );
});

test.each(["1", "1,", "1.", "一", "十", "1—", "1∶", "1万", "百分之", "一分之", "1%", "1%—", "A级", "四级甲等", "1个", "到1", " ", "1 "])("a long text of %j takes no time", (near) => {
  expectLinearTime(() => findQuantities(near.repeat(Math.ceil(100_000 / near.length))));
});
