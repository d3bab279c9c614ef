import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { findNumberingBreaks, readNumbering, stringifyNumbering, type Numbering } from "../../src/language/numbering";
import { expectLinearTime } from "../support/linear-time";

test.each([
  ["一、总体要求", "chinese-comma", 1, 1, "一、"],
  ["十二、保障措施", "chinese-comma", 1, 12, "十二、"],
  ["二十一、附则", "chinese-comma", 1, 21, "二十一、"],
  ["一 、总体要求", "chinese-comma", 1, 1, "一 、"],
  ["一、2025年工作目标", "chinese-comma", 1, 1, "一、"],
  ["二、三大重点工程", "chinese-comma", 1, 2, "二、"],
  ["三、四个方面的任务", "chinese-comma", 1, 3, "三、"],
  ["三、一体推进", "chinese-comma", 1, 3, "三、"],
  ["五、十项举措", "chinese-comma", 1, 5, "五、"],
  ["一、二是", "chinese-comma", 1, 1, "一、"],
  ["　　四、强化考核", "chinese-comma", 1, 4, "四、"],
  ["（一）加强领导", "chinese-bracket", 2, 1, "（一）"],
  ["(六) 推进信息化", "chinese-bracket", 2, 6, "(六)"],
  ["（十五）改善设施", "chinese-bracket", 2, 15, "（十五）"],
  ["（ 三 ）落实经费", "chinese-bracket", 2, 3, "（ 三 ）"],
  ["（二)完善制度", "chinese-bracket", 2, 2, "（二)"],
  ["1.开展排查", "digit-dot", 3, 1, "1."],
  ["1. 开展排查", "digit-dot", 3, 1, "1."],
  ["10．开展排查", "digit-dot", 3, 10, "10．"],
  ["１．开展排查", "digit-dot", 3, 1, "１．"],
  ["3.2025年底前完成", "digit-dot", 3, 3, "3."],
  ["2.12345热线办理", "digit-dot", 3, 2, "2."],
  ["4.5G网络建设", "digit-dot", 3, 4, "4."],
  ["11.121人才项目", "digit-dot", 3, 11, "11."],
  ["1、开展排查", "digit-comma", 3, 1, "1、"],
  ["12、开展排查", "digit-comma", 3, 12, "12、"],
  ["1、2025年目标", "digit-comma", 3, 1, "1、"],
  ["4、5G基站", "digit-comma", 3, 4, "4、"],
  ["（1）开展排查", "digit-bracket", 4, 1, "（1）"],
  ["(12) 开展排查", "digit-bracket", 4, 12, "(12)"],
  ["（２）开展排查", "digit-bracket", 4, 2, "（２）"],
  ["1）开展排查", "digit-close", 4, 1, "1）"],
  ["2) 开展排查", "digit-close", 4, 2, "2)"],
  ["一）开展排查", "chinese-close", 2, 1, "一）"],
  ["一．总体要求", "chinese-dot", 1, 1, "一．"],
  ["①开展排查", "circled", 5, 1, "①"],
  ["⑳开展排查", "circled", 5, 20, "⑳"],
  ["㉑开展排查", "circled", 5, 21, "㉑"],
  ["㊱开展排查", "circled", 5, 36, "㊱"],
  ["⑴开展排查", "bracketed-sign", 4, 1, "⑴"],
  ["⒉开展排查", "dotted-sign", 3, 2, "⒉"],
  ["㈢开展排查", "chinese-bracketed-sign", 2, 3, "㈢"],
  ["第一章 总则", "chapter", 1, 1, "第一章"],
  ["第十二章　附则", "chapter", 1, 12, "第十二章"],
  ["第一部分 概况", "part", 1, 1, "第一部分"],
  ["第二节 职责", "section", 2, 2, "第二节"],
  ["第三条 本办法适用于", "article", 3, 3, "第三条"],
  ["第二十一条　为了加强", "article", 3, 21, "第二十一条"],
  ["第5条 违反规定的", "digit-article", 3, 5, "第5条"],
  ["一是加强宣传", "first", 6, 1, "一是"],
  ["三是严格考核", "first", 6, 3, "三是"],
  ["第一，提高认识", "firstly", 6, 1, "第一，"],
  ["1.1 建设目标", "decimal 1.", 2, 1, "1.1"],
  ["2.3加强监测", "decimal 2.", 2, 3, "2.3"],
  ["3.2.1 组织架构", "decimal 3.2.", 3, 1, "3.2.1"],
  ["3.2.1组织架构", "decimal 3.2.", 3, 1, "3.2.1"],
  ["1.2、加强监测", "decimal 1.", 2, 2, "1.2、"],
  ["7.2　本办法自印发之日起实施", "decimal 7.", 2, 2, "7.2"],
  ["2.1本级预算", "decimal 2.", 2, 1, "2.1"],
  ["1．2 加强监测", "decimal 1．", 2, 2, "1．2"],
])("%s begins with %s", (line, style, level, value, text) => {
  expect(readNumbering(line)).toMatchObject({ style, level, value, text });
});

test.each([
  "",
  " ",
  "加强领导",
  "三、四级手术占比提高",
  "二、三级公立医院",
  "一、二类疫苗接种",
  "一、二、三产业融合",
  "一、三季度开展",
  "七、八年级学生",
  "一、二等奖各5名",
  "二、三线城市",
  "三、四期工程",
  "一、二审案件",
  "五、六月份完成",
  "一、三产业融合",
  "2022年底前完成",
  "2022年",
  "二〇二五年目标",
  "1.2亿元",
  "1.2万人",
  "3.5%以上",
  "3.5个百分点",
  "1.5倍",
  "12.5公里",
  "2.0版",
  "2.0时代",
  "12.31前完成",
  "0.5‰",
  "1:2配备",
  "1∶2的比例",
  "5G网络",
  "5G基站建设",
  "12345热线",
  "24小时服务",
  "30分钟急救圈",
  "1—2家医院",
  "1~2个中心",
  "3至5年",
  "100%覆盖",
  "10家企业",
  "三级医院",
  "一件事改革",
  "一体化建设",
  "一是一、二是二",
  "二不是",
  "十百",
  "第一批试点",
  "第三产业增加值",
  "第二季度",
  "第一节课",
  "第一条例",
  "第三条线",
  "第5次会议",
  "第一书记",
  "1、2号楼改造",
  "5、6月份报送",
  "1、2年级",
  "（2022年）",
  "（三级医院）",
  "（一）班",
  "（含药品）",
  "〔2022〕5号",
  "1234.",
  "1.1",
  "3",
  "12",
  "附件1",
  "表1",
  "A.",
  "责任单位：市教育局",
  "——总体目标",
  "“十四五”期间",
])("%j begins with no number", (line) => {
  expect(readNumbering(line)).toBeUndefined();
});

test.each([
  ["一、总体要求", 2],
  ["(六) 推进", 4],
  ["　　1．　开展", 5],
  ["第一章　总则", 4],
  ["①开展", 1],
])("of %j it takes %d characters", (line, length) => {
  expect(readNumbering(line)?.length).toBe(length);
});

const names = [
  "chinese-comma", "chinese-bracket", "digit-bracket", "digit-comma", "digit-dot", "digit-close", "chinese-dot", "chinese-close",
  "part", "chapter", "section", "article", "digit-article", "first", "firstly", "circled", "bracketed-sign", "dotted-sign", "chinese-bracketed-sign", "decimal 1.", "decimal 2.3.",
];

test("what is written is read again", () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.integer({ min: 1, max: 99 }), (style, many) => {
      const value = /sign$/.test(style) ? ((many - 1) % (style.startsWith("chinese") ? 10 : 20)) + 1 : style === "circled" ? ((many - 1) % 50) + 1 : many;
      const text = stringifyNumbering(style, value);
      expect(readNumbering(`${text} 加强领导`)).toMatchObject({ style, value, text });
    }),
  );
});

function numbersOf(text: string): Numbering[] {
  return text.split(" ").map((word) => readNumbering(`${word}加强领导`) ?? { style: "", level: 0, value: 0, text: word, length: 0 });
}

test.each([
  "一、 二、 三、",
  "一、 （一） （二） 二、 （一） （二）",
  "一、 （一） （二） 二、 （三） （四）",
  "一、 （一） 1. 2. （二） 3. 4. 二、 （三） 5.",
  "一、 （一） 1. 2. （二） 1. 2.",
  "（一） （二） (三) （四）",
  "1. 2. 1. 2. 3.",
  "5. 6. 7.",
  "第一章 第一条 第二条 第二章 第三条",
  "一是 二是 三是 一是 二是",
  "1. ① ② 2. ① ②",
  "1.1 1.2 2.1 2.2 2.2.1 2.2.2",
])("%s is in order", (text) => {
  expect(findNumberingBreaks(numbersOf(text))).toEqual([]);
});

test.each([
  ["一、 二、 四、", [{ index: 2, kind: "gap", expected: 3 }]],
  ["一、 （一） （三） 二、 （一）", [{ index: 2, kind: "gap", expected: 2 }]],
  ["1. 2. 2. 3.", [{ index: 2, kind: "repeat", expected: 3 }]],
  ["1. 2. 2. 4. 5.", [{ index: 2, kind: "repeat", expected: 3 }]],
  ["1. 1. 2.", [{ index: 1, kind: "repeat", expected: 2 }]],
  ["1. 3. 2. 4. 5.", [{ index: 1, kind: "disorder", expected: 2 }]],
  ["一、 1. 2. 二、 3. 5. 6.", [{ index: 5, kind: "gap", expected: 4 }]],
  ["一是 三是", [{ index: 1, kind: "gap", expected: 2 }]],
  ["第一条 第二条 第四条", [{ index: 2, kind: "gap", expected: 3 }]],
  ["1.1 1.3", [{ index: 1, kind: "gap", expected: 2 }]],
])("%s → %j", (text, breaks) => {
  expect(findNumberingBreaks(numbersOf(text))).toEqual(breaks);
});

test("never throws, and takes no more than the line has", () => {
  const piece = fc.constantFrom("一", "十", "1", "、", ".", "．", "（", "）", "第", "章", "条", "是", "级", "亿元", " ", "年", "①");
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""))), (line) => {
      const found = readNumbering(line);
      if (found === undefined) return;
      expect(found.length).toBeLessThanOrEqual(line.length);
      expect(line.slice(0, found.length).trim()).toBe(found.text.trim());
      expect(found.value).toBeGreaterThan(0);
    }),
  );
});

test.each([" ", "一", "1", "1.", "一、", "（", "第", "　", "1、"])("a long line of %j takes no time", (near) => {
  expectLinearTime(() => readNumbering(near.repeat(Math.ceil(100_000 / near.length))));
});

test("a long run takes no time", () => {
  const numbers = Array.from({ length: 50_000 }, (_, index): Numbering => ({ style: `decimal ${index}.`, level: 2, value: index % 7, text: "", length: 0 }));
  expectLinearTime(() => findNumberingBreaks(numbers));
});

const shared = join(__dirname, "../../../shared");

(existsSync(shared) ? test : test.skip)("in public papers only the items that were left out of an extract are missed (skipped without ../shared)", () => {
  const found = ["seeds", "plans"].flatMap((folder) =>
    readdirSync(join(shared, folder))
      .filter((file) => file.endsWith(".txt"))
      .flatMap((file) => {
        const numbers = readFileSync(join(shared, folder, file), "utf8").split("\n").flatMap((line) => readNumbering(line) ?? []);
        return findNumberingBreaks(numbers).map(({ index, kind }) => `${file.slice(0, 3)} ${kind} ${numbers[index]?.text}`);
      }),
  );
  expect(found).toEqual(["004 gap 15.", "10- gap 五、", "10- gap 43."]);
});
