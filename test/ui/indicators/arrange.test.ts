import type { EntryFilter } from "../../../src/ui/indicators/arrange-entries";
import { arrangeEntries, inOrder, summarise } from "../../../src/ui/indicators/arrange-entries";
import { shapeOf } from "../../../src/ui/indicators/definition-shape";
import { choiceFrom, entitiesOf, groupOffered, twiceIn } from "../../../src/ui/indicators/group-offered";
import { medianOf, positionOn, scaleOf, shownNumber, spreadOver } from "../../../src/ui/indicators/scale";
import { initialInsert, reduceInsert } from "../../../src/ui/indicators/use-insert";
import { makeWorkbook } from "../../support/make-workbook";
import { countyEntry, placeList, threeEntries } from "./made-up-entries";
import { indicatorParts } from "./made-up-parts";

describe("the list of indicators", () => {
  const summaries = inOrder([...threeEntries, countyEntry("就诊率", "县域内就诊率", 300)].map(summarise));
  const arranged = (filter: Partial<EntryFilter> = {}): string[] =>
    arrangeEntries(summaries, { search: "", onlyFlagged: false, open: new Set(), ...filter }).map((item) => (item.kind === "entry" ? item.summary.entry.name : item.kind === "place" ? item.summary.entry.places.labelAt(item.index) : `… ${item.count}`));

  test("the gravest first, then in workbook order; long ones in part, what is wrong before the rest", () => {
    expect(arranged()).toEqual([
      "农村生活垃圾资源化回收率", "西坪镇 · 2025年", "东坪镇 · 2025年", "南坪镇 · 2025年",
      "县域内就诊率", "第18县 · 2025年", "第268县 · 2025年", "第1县 · 2025年", "… 297",
      "上级医院向基层转诊率", "云溪市 · 2025年", "云溪市 · 2026年",
      "学前三年毛入园率", "云溪市 · 2025年",
    ]);
  });

  test.each<[Partial<EntryFilter>, readonly string[]]>([
    [{ search: "入园" }, ["学前三年毛入园率", "云溪市 · 2025年"]],
    [{ search: " 南坪 " }, ["农村生活垃圾资源化回收率", "南坪镇 · 2025年"]],
    [{ search: "g7" }, ["农村生活垃圾资源化回收率", "西坪镇 · 2025年"]],
    [{ search: "颠倒" }, ["农村生活垃圾资源化回收率", "西坪镇 · 2025年"]],
    [{ search: "第29县" }, ["县域内就诊率", "第29县 · 2025年"]],
    [{ search: "没有的" }, []],
    [{ onlyFlagged: true, search: "2025" }, ["农村生活垃圾资源化回收率", "西坪镇 · 2025年", "县域内就诊率", "第18县 · 2025年", "第268县 · 2025年", "上级医院向基层转诊率", "云溪市 · 2025年"]],
  ])("%j leaves %j", (filter, labels) => {
    expect(arranged(filter)).toEqual(labels);
  });

  test("opened it shows all its places, and can be folded", () => {
    const labels = arranged({ search: "县域内就诊率", open: new Set(["就诊率"]) });
    expect([labels.length, labels.at(-1)]).toEqual([302, "… 297"]);
  });

  test("every item has a key of its own", () => {
    const keys = arrangeEntries(summaries, { search: "", onlyFlagged: false, open: new Set(["就诊率"]) }).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("the scale of the bars", () => {
  const places = (values: readonly number[], target?: number) => placeList(values.map((value) => ({ range: { sheet: "表", top: 0, left: 0, bottom: 0, right: 0 }, label: "", shown: "", value, findings: [], ...(target === undefined ? {} : { target: { text: "", value: target } }) })));

  test.each([
    ["shares against the whole", "%", [62.5, 80], undefined, 0, 100],
    ["what is a hundred times too much does not press the others flat", "%", [62.5, 8000, 71], 65, 0, 100],
    ["small rates against each other", "%", [3, 5], undefined, 0, 5.4],
    ["a fall on the other side of 0", "%", [-5, 5], undefined, -5.8, 5.8],
    ["only falls end at 0", "%", [-5, -3], undefined, -5.4, 0],
    ["money up to the most", "元", [400, 500], 300, 0, 540],
    ["nothing at all", "%", [], undefined, 0, 1],
    ["nothing but 0", "个", [0, 0], undefined, 0, 1],
    ["mostly 0", "个", [0, 0, 0, 10], undefined, 0, 10.8],
  ])("%s", (_, unit, values, target, low, high) => {
    const scale = scaleOf(unit, places(values, target));
    expect(scale.low).toBeCloseTo(low);
    expect(scale.high).toBeCloseTo(high);
  });

  test("beyond an end it stops there and says so", () => {
    expect([positionOn({ low: 0, high: 50 }, 80), positionOn({ low: 0, high: 50 }, 25), positionOn({ low: -10, high: 10 }, -20)]).toEqual([{ at: 1, isBeyond: true }, { at: 0.5, isBeyond: false }, { at: 0, isBeyond: true }]);
  });

  test("every value is counted in the spread, those at the ends as well", () => {
    expect(spreadOver({ low: 0, high: 100 }, [0, 10, 55, 100, 900], 4)).toEqual([2, 0, 1, 2]);
    expect(medianOf([9, 1, 5, 7])).toBe(5);
  });

  test.each([[93.456, "%", "93.46%"], [8398, "%", "8,398%"], [2.05, "1:X", "1:2.05"], [3, "", "3"]])("%d in %s is said as %s", (value, unit, text) => {
    expect(shownNumber(value, unit)).toBe(text);
  });
});

test.each([
  ["在园幼儿总数/学龄前三年人口数×100%", { over: "在园幼儿总数", under: "学龄前三年人口数", rest: "×100%" }],
  ["转诊率(%)=(下转人次-退回人次)/出院人次×100%", { over: "下转人次-退回人次", under: "出院人次", rest: "×100%" }],
  ["清运总费用÷户数", { over: "清运总费用", under: "户数", rest: "" }],
  ["场地数/常住人口*10000", { over: "场地数", under: "常住人口", rest: "*10000" }],
  ["（甲＋乙）/（丙＋丁）×1000‰", { over: "甲＋乙", under: "丙＋丁", rest: "×1000‰" }],
  ["(甲)-(乙)", undefined],
  ["甲/乙+丙/丁", undefined],
  ["甲/乙/丙", undefined],
  ["甲/乙-1", undefined],
  ["甲/乙×丙", undefined],
  ["(甲/乙", undefined],
  ["按评审结果填报", undefined],
  ["/乙", undefined],
  ["", undefined],
])("the definition %j has the shape %j", (definition, shape) => {
  expect(shapeOf(definition)).toEqual(shape);
});

describe("what a new sheet is chosen from", () => {
  const offered = indicatorParts(0).offeredIn(makeWorkbook([]));

  test.each([
    ["", [["环境", 3], ["民生", 2], ["教育", 1], [undefined, 1]]],
    ["小区", [["环境", 2]]],
    ["教育", [["教育", 1]]],
    ["人口×10000", [["民生", 1]]],
    ["没有的", []],
  ])("looking for %j finds %j", (search, groups) => {
    expect(groupOffered(offered, search).map(({ category, indicators }) => [category, indicators.length])).toEqual(groups);
  });

  test.each([
    ["青石县\r\n 白沙县 \n\n临江区", ["青石县", "白沙县", "临江区"]],
    ["青石县、白沙县；临江区", ["青石县", "白沙县", "临江区"]],
    [" \n ", []],
  ])("%j names %j", (text, names) => {
    expect(entitiesOf(text)).toEqual(names);
  });

  test("a name that stands there twice is found", () => {
    expect([twiceIn(["甲县", "乙县", "甲县"]), twiceIn(["甲县", "乙县"])]).toEqual(["甲县", undefined]);
  });

  test("the choice keeps the order they are offered in", () => {
    expect(choiceFrom(offered, new Set(["师生比", "户均清运费"]), { sheet: "表", title: "", entities: [], period: "", withTargets: false }).indicators).toEqual(["户均清运费", "师生比"]);
  });
});

test("what was not written keeps its form and cannot be undone", () => {
  const workbook = { worksheets: [], uses1904Dates: false };
  const opened = reduceInsert(initialInsert, { type: "opened", workbook });
  const receipt = { id: "1", applied: [], skipped: [], inverse: [], altered: [] };
  expect(reduceInsert(opened, { type: "applied", receipt })).toMatchObject({ workbook, receipts: [] });
  const written = reduceInsert(opened, { type: "applied", receipt: { ...receipt, applied: [{ title: { zh: "", en: "" }, edits: [] }] } });
  expect([written.workbook, written.receipts.length]).toEqual([undefined, 1]);
  expect(reduceInsert(written, { type: "undone", receipt }).receipts).toEqual([]);
});
