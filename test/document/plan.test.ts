import fc from "fast-check";
import type { Block, DocumentCell, DocumentTable } from "../../src/document/document";
import { readPlan } from "../../src/document/plan";
import { expectLinearTime } from "../support/linear-time";
import { textDocument } from "../support/text-document";
import { describeTask } from "../support/plan-fragments";

function paragraphs(lines: readonly (string | Partial<Extract<Block, { kind: "paragraph" }>>)[]): Block[] {
  return lines.map((line, index) => ({ kind: "paragraph", text: "", source: index + 1, ...(typeof line === "string" ? { text: line } : line) }));
}

/** Rows of cells; "^" goes on from the cell above, "<" from the one to the left. */
function table(rows: readonly (readonly string[])[], source = 1): DocumentTable {
  const count = (row: number, column: number, mark: string, down: number, right: number): number => {
    let length = 1;
    while (rows[row + down * length]?.[column + right * length] === mark) length += 1;
    return length;
  };
  return {
    kind: "table",
    source,
    rows: rows.map((row, top) => row.map((text, left): DocumentCell | undefined => (text === "^" || text === "<" ? undefined : { text, source: source + top, rowSpan: count(top, left, "^", 1, 0), columnSpan: count(top, left, "<", 0, 1) }))),
  };
}

const rows = (blocks: readonly Block[]): string[] => readPlan({ blocks, notes: [] }).tasks.map(describeTask);

describe("headings that the document marks as such", () => {
  test("without a number they are categories", () => {
    const blocks = paragraphs([{ text: "青江市2024年城市更新计划", isTitle: true }, { text: "总体要求", heading: 1 }, "坚持以人为本。", { text: "重点任务", heading: 1 }, { text: "完善基础设施", heading: 2 }, "改造供水管网20公里，9月底前完工。（责任单位：市住建局、市水务集团）", { text: "提升公共空间", heading: 2 }, "新建口袋公园10座。（责任单位：市园林局）"]);
    expect(rows(blocks)).toEqual(["完善基础设施 | — | 改造供水管网20公里，9月底前完工。 | — | 市住建局、市水务集团 | 9月底前 = 2024-09-30", "提升公共空间 | — | 新建口袋公园10座。 | 市园林局 (single) | — | —"]);
  });

  test("a line broken inside a paragraph is a line", () => {
    const blocks = paragraphs(["一、民生工程", "1.改造老旧电梯。\n牵头单位：市市场监管局\n配合单位：市住建局"]);
    expect(rows(blocks)).toEqual(["民生工程 | 1 | 改造老旧电梯。 | 市市场监管局 (explicit) | 市住建局 | —"]);
  });
});

describe("tables with spanning cells", () => {
  test("a category over several rows, units over two", () => {
    const list = table([
      ["类别", "序号", "工作任务", "牵头单位", "配合单位", "完成时限"],
      ["治水", "1", "整治河道。", "县水利局", "各乡镇", "2025年6月底前"],
      ["^", "2", "改造泵站。", "^", "县财政局", "2025年年底"],
      ["治气", "3", "淘汰锅炉。", "县生态环境局", "", "长期"],
    ]);
    expect(rows([list])).toEqual(["治水 | 1 | 整治河道。 | 县水利局 (explicit) | 各乡镇 | 2025年6月底前 = 2025-06-30", "治水 | 2 | 改造泵站。 | 县水利局 (explicit) | 县财政局 | 2025年年底 = 2025-12-31", "治气 | 3 | 淘汰锅炉。 | 县生态环境局 (explicit) | — | 长期"]);
  });

  test("rows that only name a category, and the header again on the next page", () => {
    const list = table([
      ["序号", "重点任务", "责任单位", "完成时限"],
      ["一、强产业", "<", "<", "<"],
      ["1", "建设产业园。", "市经开区", "12月底前"],
      ["序号", "重点任务", "责任单位", "完成时限"],
      ["二、惠民生", "<", "<", "<"],
      ["2", "新建学校。", "市教育局、市住建局", "8月底前"],
    ]);
    expect(rows([...paragraphs(["2025年度重点工作任务表"]), list])).toEqual(["强产业 | 1 | 建设产业园。 | 市经开区 (single) | — | 12月底前 = 2025-12-31", "惠民生 | 2 | 新建学校。 | — | 市教育局、市住建局 | 8月底前 = 2025-08-31"]);
  });

  test("a table that a page has torn goes on without its header", () => {
    const [first, second] = [table([["任务内容", "牵头单位", "责任单位"], ["编制规划。", "市发改委", "市财政局"]]), table([["开展评估。", "市统计局", "市发改委"]], 9)];
    expect(rows([first, second])).toHaveLength(2);
  });

  test("a card: labels beside their values", () => {
    expect(rows([table([["任务名称", "建设智慧停车平台", "责任单位", "市城管局"], ["配合单位", "市公安局、市大数据局", "完成时限", "2024年10月"]])])).toEqual(["— | — | 建设智慧停车平台 | — | 市城管局、市公安局、市大数据局 | 2024年10月 = 2024-10-31"]);
  });

  test("a table of neither kind is told", () => {
    const plan = readPlan({ blocks: [table([["年度", "产量"], ["2023", "5"]])], notes: [] });
    expect(plan.tasks).toEqual([]);
    expect(plan.notes).toHaveLength(2);
  });
});

test("a table of indicators", () => {
  const plan = readPlan({
    blocks: [
      table([
        ["一级指标", "二级指标", "单位", "计算公式", "数据来源", "备注"],
        ["教育", "学前教育毛入园率", "%", "在园幼儿数/适龄幼儿数×100%", "市教育局", ""],
        ["^", "义务教育巩固率(%)", "", "", "市教育局", "巩固率=毕业人数/入学人数×100%"],
        ["就业", "城镇新增就业", "万人", "", "市人社局", ""],
      ]),
    ],
    notes: [],
  });
  expect(plan.tasks).toEqual([]);
  expect(plan.indicators).toEqual([
    { category: "教育", name: "学前教育毛入园率", unit: "%", formula: "在园幼儿数/适龄幼儿数×100%", dataSource: "市教育局", note: null },
    { category: "教育", name: "义务教育巩固率(%)", unit: "%", formula: "毕业人数/入学人数×100%", dataSource: "市教育局", note: "巩固率=毕业人数/入学人数×100%" },
    { category: "就业", name: "城镇新增就业", unit: "万人", formula: null, dataSource: "市人社局", note: null },
  ]);
});

describe("what the document says of itself", () => {
  test("the plan's own title and dates, not those of the notice that brings it", () => {
    const plan = readPlan(
      textDocument(`东河区人民政府办公室关于印发《东河区优化营商环境行动方案》的通知
各街道办事处，区直各部门：
现将《东河区优化营商环境行动方案》印发给你们，请认真贯彻执行。
东河区人民政府办公室
2025年3月5日
东河区优化营商环境行动方案
一、提升服务
（一）上线高频事项。9月底前完成。（责任单位：区政务服务局）
本方案自2025年4月1日起施行，有效期2年。`),
    );
    expect(plan).toMatchObject({ title: "东河区优化营商环境行动方案", issued: "2025-03-05", validFrom: "2025-04-01", validTo: "2027-03-31", leadIsFirst: false });
    expect(plan.tasks.map(describeTask)).toEqual(["提升服务 | 一 | 上线高频事项。9月底前完成。 | 区政务服务局 (single) | — | 9月底前 = 2025-09-30"]);
  });

  test.each([
    ["关于加快\n青江市工业倍增的实施意见\n一、总体要求", "关于加快青江市工业倍增的实施意见"],
    ["附件2\n云岭县2024年民生实事任务清单\n1.改造公厕。（责任单位：县住建局）", "云岭县2024年民生实事任务清单"],
    ["青政办发〔2024〕3号\n一、目标", null],
  ])("%j is called %s", (document, title) => {
    expect(readPlan(textDocument(document)).title).toBe(title);
  });
});

test("a title set in two lines, and a notice that names the plan without marks", () => {
  const title = (lines: readonly string[]): string | null => readPlan({ blocks: paragraphs(lines.map((text) => ({ text, isTitle: true }))), notes: [] }).title;
  expect(title(["青江市人民政府关于加快推进", "海绵城市建设的若干意见", "青政发〔2024〕8号"])).toBe("青江市人民政府关于加快推进海绵城市建设的若干意见");
  expect(title(["青江市人民政府关于印发海绵城市", "建设行动方案的通知"])).toBe("海绵城市建设行动方案");
});

test("the person may say that the first unit leads", () => {
  const document = textDocument("1.开展防汛演练。（责任单位：县应急局、县水利局）");
  expect(readPlan(document, { leadFirst: true }).tasks.map(describeTask)).toEqual(["— | 1 | 开展防汛演练。 | 县应急局 (declared-first) | 县水利局 | —"]);
});

test.each([
  ["1.编制图册。（责任单位：县科协、张三丰）", ["unknown-unit", "no-lead"]],
  ["1.编制图册。（责任单位：XX县科协）", ["placeholder"]],
  ["1.编制图册。（县科协、县文旅局牵头）", ["several-leads"]],
  ["1.编制图册。（县科协负责，11月底前完成）", ["no-year"]],
  ["1.编制图册。\n责任单位：县科协\n完成时限：视情况而定", ["deadline-unread"]],
  ["1.编制图册，2024年底前印发。（责任单位：县科协）", ["deadline-from-text"]],
  ["1.编制图册。\n责任单位：县科协\n2.举办展览。\n责任单位：县文旅局\n3.开展讲座。", ["no-unit"]],
  ["1.编制图册。（责任单位：县科协）\n2.举办展览。（责任单位：县科协）\n4.开展讲座。（责任单位：县科协）", ["number-jump"]],
])("%j is doubted: %j", (text, codes) => {
  const { tasks } = readPlan(textDocument(text));
  expect(tasks.flatMap(({ doubts }) => doubts.map(({ code }) => code))).toEqual(codes);
});

test("what stands among tasks and names nobody is told, and no row", () => {
  const { tasks, notes } = readPlan(textDocument("（一）编制图册。（责任单位：县科协）\n（二）举办展览。\n（三）开展讲座。（责任单位：县科协）"));
  expect(tasks).toHaveLength(2);
  expect(notes.map(({ zh }) => zh)).toEqual(["“（二）举办展览。”没有责任单位，没有列为任务"]);
});

test("each task keeps its place and its words", () => {
  const [task] = readPlan(textDocument("一、任务\n\n1.兴修水利。\n责任单位：县水利局")).tasks;
  expect(task?.source).toEqual({ paragraph: 3 });
  expect(task?.sourceText).toBe("1.兴修水利。\n责任单位：县水利局");
});

const pieces = ["一、重点任务", "（一）强化", "1.推进改革。", "2.深化（责任单位：市教育局", "责任单位：", "牵头单位：市教育局、", "市财政局", "）", "（市教育局牵头，市财政局配合）", "完成时限：20__年底", "具体措施：", "附件", "抄送：市委", "\n", "2025年12月底前", "列第一位的为牵头单位，下同", "以下均需各县区落实", "重点任务", "责任单位", "一是抓好；二是做实。", "", "：", "〔〔（", "第三条", "1.1 总则"];

test("no document makes it throw, however shuffled or torn", () => {
  const paragraph = fc.record({ kind: fc.constant("paragraph" as const), text: fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 5 }).map((parts) => parts.join("")), source: fc.nat(), heading: fc.oneof(fc.constant(1), fc.constant(3)) });
  const cell = fc.record({ text: fc.constantFrom(...pieces, "牵头单位", "工作任务", "指标名称", "单位"), rowSpan: fc.integer({ min: 0, max: 4 }), columnSpan: fc.integer({ min: 0, max: 4 }), source: fc.nat() });
  const grid = fc.record({ kind: fc.constant("table" as const), rows: fc.array(fc.array(fc.option(cell, { nil: undefined }), { maxLength: 5 }), { maxLength: 6 }), source: fc.nat() });
  fc.assert(
    fc.property(fc.array(fc.oneof(paragraph, paragraph.map(({ kind, text, source }) => ({ kind, text, source })), grid), { maxLength: 12 }), (blocks) => {
      const plan = readPlan({ blocks, notes: [] });
      for (const { leads, lead, task, milestones } of plan.tasks) {
        expect(lead).toBe(leads[0] ?? null);
        expect(task).not.toBe("");
        expect(milestones.every(({ text }) => text !== "")).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

describe("time is linear", () => {
  const long = 100_000;
  test.each(["（", "（）", "责任单位：", "责任单位：市教育局；", "（市教育局）", "市教育局、", "：", "一、", "（一）", "1.", "（责任单位：", "由市教育局牵头，", "12月底前，", "牵头单位为", " ", "\n", "以下均由市教育局负责；", "列第一位的为牵头单位，", "（（）", "无牵头单位的，责任单位", "《关于印发", "，,；;。"])("one paragraph of %j", (text) => {
    expectLinearTime(() => readPlan({ blocks: paragraphs([text.repeat(Math.ceil(long / text.length))]), notes: [] }));
  });

  test.each(["责任单位", "重点任务", "1.甲", "（一）甲乙", "责任单位：", "责任单位：甲、", "主要目标", "甲", "序号\n重点任务\n责任单位\n1"])("20,000 lines of %j", (text) => {
    expectLinearTime(() => readPlan({ blocks: paragraphs(Array.from({ length: Math.ceil(20_000 / text.split("\n").length) }, () => text)), notes: [] }));
  });

  test("a document of 300 pages", () => {
    const lines = Array.from({ length: 6000 }, (_, index) => (index % 20 === 0 ? `（${"一二三四五六七八九十".charAt((index / 20) % 10)}）深化第${index}类改革` : `${index % 20}.推进第${index}项工作。2025年底前完成试点，加强协同，提升水平。（责任单位：市发展改革委、市财政局、市住房城乡建设局，各县区人民政府）`));
    expectLinearTime(() => expect(readPlan({ blocks: paragraphs(lines), notes: [] }).tasks).toHaveLength(5700));
  });
});
