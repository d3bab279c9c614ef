import { stringifyAddress, stringifyColumn } from "../../src/core/address";
import { findTables } from "../../src/core/find-tables";
import { templates } from "../../src/templates";
import { sheet, workbook } from "../support/sheet";

type Example = { name: string; sheets: string[]; expected: string[] };

/** One line a table: where, which template, its columns by letter, its rows from 1. */
function found(...sheets: string[]): string[] {
  return findTables(workbook(...sheets), templates).map((table) => {
    const columns = [...table.columns].sort((a, b) => a[1] - b[1]).map(([key, column]) => `${stringifyColumn(column)}:${key}`);
    return `${table.sheet} ${stringifyAddress(table.bounds)} ${table.template.id} ${columns.join(" ")} rows ${table.rows.map((row) => row + 1).join(",")}`;
  });
}

const recognised: Example[] = [
  {
    name: "counties side by side over indicators, with the numbers they are computed from",
    sheets: ["指标名称 | 计量单位 | 云溪县 | 青石县 | 全市\n县域内住院人次 | 人次 | 80 | 90 | 170\n住院总人次 | 人次 | 100 | 110 | 210"],
    expected: ["Sheet1 A1:E3 indicators A:indicator B:unit C:value rows 2,3"],
  },
  {
    name: "months side by side over 项目",
    sheets: ["项目 | 1月 | 2月 | 一季度\n出院人数 | 80 | 90 | 170"],
    expected: ["Sheet1 A1:D2 indicator-items A:indicator B:value rows 2"],
  },
  {
    name: "hospitals in rows beside an indicator, known or defined in a note: indicator-columns",
    sheets: ["医院 | 负债合计 | 资产合计 | 资产负债率\n甲院 | 4 | 10 | 40", "街道 | 泊位数 | 接入泊位数 | 泊位接入率\n东街 | 10 | 8 | 80\n注：泊位接入率=接入泊位数/泊位数×100%"],
    expected: ["Sheet1 A1:D2 indicator-columns A:entity D:value rows 2", "Sheet2 A1:D2 indicator-columns A:entity D:value rows 2"],
  },
  {
    name: "the standard seven columns under a title",
    sheets: [`
      云溪市智慧停车重点任务责任分工 | < | < | < | < | < | <
      任务分类 | 序号 | 重点任务 | 牵头部门 | 责任部门 | 完成时限 | 备注
      设施建设 | 1 | 新建停车楼两座 | 市城管局 | 市住建局 | 2026年12月底前 |
      ^        | 2 | 改造老旧泊位 | 市城管局 |  | 持续推进 |
    `],
    expected: ["Sheet1 A2:G4 responsibility-division A:category B:number C:task D:leadUnit E:responsibleUnit F:deadline G:note rows 3,4"],
  },
  {
    name: "four columns without a deadline",
    sheets: [`
      附件2
      类别 | 主要任务 | 责任单位 | 备注
      服务提升 | 开设便民窗口 | 市政务服务局 |
    `],
    expected: ["Sheet1 A2:D3 task-list A:category B:task C:responsibleUnit D:note rows 3"],
  },
  {
    name: "spaces and line breaks inside headers, a bracket behind them",
    sheets: [`
      序　号 | 工 作 任 务 | "牵头\\n单位" | 责任单位（排名第一的为主） | 完成\\n时限 | 备　注
      1 | 编制停车规划 | 市自然资源局 | 市城管局 | 2026年3月底前 |
    `],
    expected: ["Sheet1 A1:F2 responsibility-division A:number B:task C:leadUnit D:responsibleUnit E:deadline F:note rows 2"],
  },
  {
    name: "columns in reverse order",
    sheets: [`
      备注 | 办结时限 | 协办单位 | 主办单位 | 任务内容 | 编号 | 领域
       | 2026年底前 | 市公安局 | 市城管局 | 整治占道停车 | 1 | 秩序
    `],
    expected: ["Sheet1 A1:G2 responsibility-division A:note B:deadline C:supportingUnit D:leadUnit E:task F:number G:category rows 2"],
  },
  {
    name: "a table that begins at C5, with columns of its own kept",
    sheets: [`
       |  |  |  |  |  |
       |  | 附件：任务表 |  |  |  |
       |  |  |  |  |  |
       |  |  |  |  |  |
       |  | 序号 | 联系人 | 重点工作 | 责任单位 | 时间节点
       |  | 1 | 小王 | 完成调查 | 市统计局 | 2026年5月底前
       |  | 2 | 小李 | 形成报告 | 市统计局 | 2026年6月底前
    `],
    expected: ["Sheet1 C5:G7 responsibility-division C:number E:task F:responsibleUnit G:deadline rows 6,7"],
  },
  {
    name: "a header two rows high with merged cells",
    sheets: [`
      序号 | 重点任务 | 责任分工 | < | 完成时限
      ^    | ^        | 牵头单位 | 配合单位 | ^
      1 | 建成收费系统 | 市财政局 | 市城管局 | 2026年9月底前
    `],
    expected: ["Sheet1 A1:E3 responsibility-division A:number B:task C:leadUnit D:supportingUnit E:deadline rows 3"],
  },
  {
    name: "short second headers under 责任单位",
    sheets: [`
      序号 | 工作任务 | 责任单位 | < | 完成时间
      ^    | ^        | 牵头 | 配合 | ^
      1 | 发布公告 | 市城管局 | 市司法局 | 2026年4月
    `],
    expected: ["Sheet1 A1:E3 responsibility-division A:number B:task C:leadUnit D:supportingUnit E:deadline rows 3"],
  },
  {
    name: "two tables in a sheet, the second with its own title",
    sheets: [`
      一、近期任务 | < | <
      序号 | 任务 | 责任单位
      1 | 摸清底数 | 市城管局
      2 | 公布清单 | 市城管局
       |  |
      二、远期任务 | < | <
      序号 | 任务 | 责任单位
      1 | 建设车库 | 市住建局
    `],
    expected: ["Sheet1 A2:C4 task-list A:number B:task C:responsibleUnit rows 3,4", "Sheet1 A7:C8 task-list A:number B:task C:responsibleUnit rows 8"],
  },
  {
    name: "two tables side by side",
    sheets: [`
      任务 | 责任单位 | 完成时限 |  | 任务 | 责任单位 | 完成时限
      甲项工作 | 市教育局 | 2026年底前 |  | 乙项工作 | 市体育局 | 2026年底前
    `],
    expected: [
      "Sheet1 A1:C2 responsibility-division A:task B:responsibleUnit C:deadline rows 2",
      "Sheet1 E1:G2 responsibility-division E:task F:responsibleUnit G:deadline rows 2",
    ],
  },
  {
    name: "tables in several sheets",
    sheets: ["任务 | 责任单位\n抄表 | 市水务局", "这一页只有说明", "工作任务 | 牵头单位\n巡查 | 市水务局"],
    expected: ["Sheet1 A1:B2 task-list A:task B:responsibleUnit rows 2", "Sheet3 A1:B2 responsibility-division A:task B:leadUnit rows 2"],
  },
  {
    name: "a header repeated at a page break belongs to the table",
    sheets: [`
      类别 | 主要任务 | 责任单位
      环境 | 清理堆物 | 市城管局
      类别 | 主要任务 | 责任单位
      环境 | 修补路面 | 市住建局
    `],
    expected: ["Sheet1 A1:C4 task-list A:category B:task C:responsibleUnit rows 2,4"],
  },
  {
    name: "rows that name a category over the full width",
    sheets: [`
      序号 | 重点任务 | 牵头部门 | 完成时限
      一、设施建设 | < | < | <
      1 | 新建泊位 | 市城管局 | 2026年底前
      二、秩序管理 | < | < | <
      2 | 整治乱停 | 市公安局 | 持续推进
    `],
    expected: ["Sheet1 A1:D5 responsibility-division A:number B:task C:leadUnit D:deadline rows 3,5"],
  },
  {
    name: "one blank row inside, and a footer that ends it",
    sheets: [`
      序号 | 重点任务 | 牵头部门 | 完成时限
      1 | 新建泊位 | 市城管局 | 2026年底前
       |  |  |
      2 | 整治乱停 | 市公安局 | 持续推进
      注：列第一位的为牵头单位 |  |  |
      填表人：某某 |  | 审核人： |
    `],
    expected: ["Sheet1 A1:D4 responsibility-division A:number B:task C:leadUnit D:deadline rows 2,4"],
  },
  {
    name: "sections with their number in a cell of its own",
    sheets: [`
      序号 | 重点任务 | 牵头部门 | 完成时限
      一 | 设施建设 |  |
      1 | 新建泊位 | 市城管局 | 2026年底前
      2 | 改造泊位 | 市城管局 | 2026年底前
      （二） | 秩序管理 |  |
      3 | 整治乱停 | 市公安局 | 持续推进
    `],
    expected: ["Sheet1 A1:D6 responsibility-division A:number B:task C:leadUnit D:deadline rows 3,4,6"],
  },
  {
    name: "tasks that themselves count 一, 二 are tasks",
    sheets: ["序号 | 重点任务 | 牵头部门 | 完成时限\n一 | 新建泊位 |  | \n二 | 整治乱停 | 市公安局 | 持续推进"],
    expected: ["Sheet1 A1:D3 responsibility-division A:number B:task C:leadUnit D:deadline rows 2,3"],
  },
  {
    name: "a signing line under the task column",
    sheets: [`
      重点任务 | 责任单位 | 完成时限
      审核收费标准：按片区公布 | 市发展改革委 | 2026年底前
      填报人：某某 | 审核人（签字）： | 联系电话：
    `],
    expected: ["Sheet1 A1:C2 responsibility-division A:task B:responsibleUnit C:deadline rows 2"],
  },
  {
    name: "the office and the day below the last task",
    sheets: [`
      序号 | 重点任务 | 责任单位 | 完成时限
      1 | 建设停车楼 | 市城管局 | 2030年12月底前
       | | |
       | | | 云溪市人民政府办公室
       | | | 2026年3月1日
    `],
    expected: ["Sheet1 A1:D2 responsibility-division A:number B:task C:responsibleUnit D:deadline rows 2"],
  },
  {
    name: "office and day in one line",
    sheets: ["序号 | 重点任务 | 责任单位 | 完成时限\n1 | 建设停车楼 | 市城管局 | 2030年12月底前\n云溪市人民政府办公室 | | | 2026年3月1日印发"],
    expected: ["Sheet1 A1:D2 responsibility-division A:number B:task C:responsibleUnit D:deadline rows 2"],
  },
  {
    name: "a task that has lost its text but keeps number and day, and one with a day only among others",
    sheets: ["序号 | 重点任务 | 责任单位 | 完成时限\n1 | 建设停车楼 | 市城管局 | 2030年12月底前\n | | | 2030年6月1日\n2 | 划定泊位 | 市城管局 | 2030年6月1日\n3 | | | 2030年6月1日"],
    expected: ["Sheet1 A1:D5 responsibility-division A:number B:task C:responsibleUnit D:deadline rows 2,3,4,5"],
  },
  {
    name: "page numbers between the rows",
    sheets: ["序号 | 重点任务 | 责任单位 | 完成时限\n1 | 建设停车楼 | 市城管局 | 2030年底前\n | 第1页，共2页 | |\n2 | 划定泊位 | 市城管局 | 2030年底前\n | | — 2 — |\n3 | 统一标牌 | 市城管局 | 2030年底前"],
    expected: ["Sheet1 A1:D6 responsibility-division A:number B:task C:responsibleUnit D:deadline rows 2,4,6"],
  },
  {
    name: "a blank stretch ends it",
    sheets: ["任务 | 责任单位\n修桥 | 市交通局\n | \n | \n | \n另起的文字 | 与表无关"],
    expected: ["Sheet1 A1:B2 task-list A:task B:responsibleUnit rows 2"],
  },
  {
    name: "a missing deadline column is a defect of the table, not another kind of table",
    sheets: ["序号 | 重点任务 | 牵头部门 | 责任部门\n1 | 修路 | 市交通局 | "],
    expected: ["Sheet1 A1:D2 responsibility-division A:number B:task C:leadUnit D:responsibleUnit rows 2"],
  },
  {
    name: "a missing task column too",
    sheets: ["序号 | 牵头部门 | 责任部门 | 完成时限\n1 | 市交通局 |  | 2026年底前"],
    expected: ["Sheet1 A1:D2 responsibility-division A:number B:leadUnit C:responsibleUnit D:deadline rows 2"],
  },
  {
    name: "measures beside a merged task: the measures are the tasks",
    sheets: [`
      重点任务 | 具体措施 | 牵头单位 | 完成时限
      优化窗口 | 延长服务时间 | 市政务局 | 2026年3月底前
      ^ | 设置自助机 | 市政务局 | 2026年6月底前
    `],
    expected: ["Sheet1 A1:D3 responsibility-division A:category B:task C:leadUnit D:deadline rows 2,3"],
  },
  {
    name: "header words that are not in the list but say it",
    sheets: ["序号 | 年度重点任务 | 市级牵头单位 | 县级责任单位 | 计划完成期限 | 推进落实情况\n1 | 修渠 | 市水利局 | 各县政府 | 2026年底前 | "],
    expected: ["Sheet1 A1:F2 responsibility-division A:number B:task C:leadUnit D:responsibleUnit E:deadline F:progress rows 2"],
  },
  {
    name: "one indicator a row, with numerator, denominator, value and target",
    sheets: [`
      云溪市2024年医共体监测表 | < | < | < | < | < | < | <
      序号 | 指标名称 | 计量单位 | 分子 | 分母 | 指标值 | 目标值 | 备注
      1 | 县域就诊率 | % | 880 | 1000 | 88 | 90 |
      2 | 平均住院日 | 天 | 8000 | 1000 | 8 | 8 |
    `],
    expected: ["Sheet1 A2:H4 indicators A:number B:indicator C:unit D:numerator E:denominator F:value G:target H:note rows 3,4"],
  },
  {
    name: "indicators with names, sources and remarks only, the header again where a page begins",
    sheets: [`
      评估内容 | 指 标 | 数据来源 | 备注
      运营 | 资产负债率(%) | 财务年报 |
      ^ | 平均住院日(天) | 统计年鉴 |
      评估内容 | 指 标 | 数据来源 | 备注
      服务 | 县域就诊率(%) | 医保系统 |
    `],
    expected: ["Sheet1 A1:D5 indicators A:category B:indicator C:source D:note rows 2,3,5"],
  },
  {
    name: "years side by side under merged headers",
    sheets: [`
      指标 | 2023年 | < | < | 2024年 | < | <
      ^ | 分子 | 分母 | 指标值 | 分子 | 分母 | 指标值
      县域就诊率(%) | 860 | 1000 | 86 | 880 | 1000 | 88
    `],
    expected: ["Sheet1 A1:G3 indicators A:indicator B:numerator C:denominator D:value rows 3"],
  },
  {
    name: "bare years, last year's value and how it is computed",
    sheets: ["监测指标 | 2023年 | 2024年 | 上年同期 | 计算公式\n亮灯率 | 94 | 95 | 93 | 亮灯盏数/总盏数×100%"],
    expected: ["Sheet1 A1:E2 indicators A:indicator B:value D:previous E:definition rows 2"],
  },
  {
    name: "one county a row, indicators and their inputs in columns, with a row of totals",
    sheets: [`
      序号 | 县（市、区） | 县域内门急诊人次（万人次） | 门急诊总人次（万人次） | 县域就诊率（%） | 备注
      1 | 青石县 | 88 | 100 | 88 |
      2 | 白沙县 | 87 | 100 | 87 |
      合计 | | 175 | 200 | 87.5 |
    `],
    expected: ["Sheet1 A1:F4 indicator-columns A:number B:entity E:value F:note rows 2,3,4"],
  },
  {
    name: "indicators over their numerators and denominators",
    sheets: [`
      医院名称 | 资产负债率 | < | < | 平均住院日 | < | <
      ^ | 分子 | 分母 | 指标值(%) | 分子 | 分母 | 结果
      市一医院 | 45 | 100 | 45 | 8000 | 1000 | 8
    `],
    expected: ["Sheet1 A1:G3 indicator-columns A:entity D:value rows 3"],
  },
  {
    name: "months down the side, an alias at the top",
    sheets: ["月份 | 医护比 | CMI值\n1月 | 1.3 | 1.02\n2月 | 1.31 | 1.01"],
    expected: ["Sheet1 A1:C3 indicator-columns A:entity B:value rows 2,3"],
  },
  {
    name: "a header in the 28th row, under a long notice",
    sheets: [`${"通知正文\n".repeat(27)}任务 | 责任单位\n修桥 | 市交通局`],
    expected: ["Sheet1 A28:B29 task-list A:task B:responsibleUnit rows 29"],
  },
];

const notRecognised: Omit<Example, "expected">[] = [
  { name: "an empty sheet", sheets: [""] },
  { name: "a purchase list", sheets: ["序号 | 项目名称 | 规格型号 | 数量 | 单价 | 责任单位\n1 | 路锥 | 70cm | 100 | 12 | 市城管局"] },
  { name: "a telephone list", sheets: ["序号 | 单位 | 姓名 | 电话\n1 | 市教育局 | 某某 | 0000"] },
  { name: "an agenda", sheets: ["时间 | 内容 | 地点 | 参加单位\n9:00 | 开幕 | 一楼 | 各单位"] },
  { name: "scores", sheets: ["考核内容 | 分值 | 得分 | 责任单位\n泊位 | 10 | 9 | 市城管局"] },
  { name: "running text that names the columns", sheets: ["重点任务由牵头部门负责，责任部门配合\n完成时限见附件"] },
  { name: "a header beyond the first thirty rows of text", sheets: [`${"通知正文\n".repeat(31)}任务 | 责任单位\n修桥 | 市交通局`] },
  { name: "a budget", sheets: ["项目 | 预算数 | 执行数 | 执行率\n公用经费 | 100 | 95 | 95%"] },
  { name: "a score sheet", sheets: ["指标 | 评分标准 | 分值 | 得分\n县域就诊率 | 每低1个百分点扣1分 | 10 | 9"] },
  { name: "a performance form with tasks", sheets: ["一级指标 | 二级指标 | 三级指标 | 指标值 | 自评分\n产出指标 | 数量指标 | 建设泊位 | 500个 | 10"] },
  { name: "a form of tasks and indicators", sheets: ["重点任务 | 指标名称 | 目标值\n扩大就医服务 | 县域就诊率 | 90%"] },
  { name: "a roster with a rate", sheets: ["姓名 | 科室 | 出勤率\n某某 | 内科 | 98%"] },
  { name: "places with numbers that are no indicators", sheets: ["县区 | 户数 | 人口 | 面积\n甲县 | 100 | 300 | 20"] },
  { name: "a purchase of goods by hospitals", sheets: ["医院名称 | 设备 | 单价 | 资产负债率\n市一医院 | 监护仪 | 3 | 45"] },
  { name: "running text that names an indicator", sheets: ["指标名称见附件，分子和分母由各县填报\n县域就诊率不低于90%"] },
  { name: "accounts", sheets: ["日期 | 摘要 | 收入 | 支出 | 备注\n1月 | 水费 |  | 30 | "] },
];

test("takes an indicator sheet with units and days for indicators, not for tasks", () => {
  expect(found("序号 | 指标名称 | 分子 | 分母 | 指标值 | 责任单位 | 完成时间\n1 | 泊位周转率 | 3 | 2 | 1.5 | 市城管局 | 2026年")).toEqual(["Sheet1 A1:G2 indicators A:number B:indicator C:numerator D:denominator E:value rows 2"]);
});

test("takes a column for an indicator where the workbook's own dictionary has it", () => {
  const columns = "街道 | 亮灯率（%）\n东湖街道 | 95";
  expect(found(columns)).toEqual([]);
  const book = workbook(columns, sheet("指标名称 | 计量单位 | 计算公式\n亮灯率 | % | 亮灯盏数/总盏数×100%", { name: "指标字典" }));
  expect(findTables(book, templates).map((table) => `${table.sheet} ${table.template.id}`)).toContain("Sheet1 indicator-columns");
});

test.each(recognised)("recognises $name", ({ sheets, expected }) => {
  expect(found(...sheets)).toEqual(expected);
});

test.each(notRecognised)("takes for no table $name", ({ sheets }) => {
  expect(found(...sheets)).toEqual([]);
});

test("categories carry down, through bands and merges", () => {
  const [table] = findTables(
    workbook(`
      类别 | 任务 | 责任单位
      环境 | 清理 | 市城管局
       | 修补 | 市住建局
      秩序 | 巡查 | 市公安局
      ^ | 疏导 | 市公安局
    `),
    templates,
  );
  expect(table?.rows.map((row) => table.carried(row, "category"))).toEqual(["环境", "环境", "秩序", "秩序"]);
});

test("keeps the lines above and below as captions", () => {
  const [table] = findTables(workbook("附件1\n任务表（列第一位的为牵头单位）\n任务 | 责任单位\n修桥 | 市交通局\n注：下同"), templates);
  expect(table?.captions.map(({ text }) => text)).toEqual(["附件1", "任务表（列第一位的为牵头单位）", "注：下同"]);
});

test("knows blank rows inside the table only", () => {
  const [table] = findTables(workbook("任务 | 责任单位\n修桥 | 市交通局\n | \n修路 | 市交通局\n | \n"), templates);
  expect(table?.blankRows).toEqual([2]);
});
