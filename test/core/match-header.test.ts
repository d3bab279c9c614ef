import { stringifyAddress, stringifyColumn } from "../../src/core/address";
import { findTables } from "../../src/core/find-tables";
import { templates } from "../../src/templates";
import { workbook } from "../support/sheet";

/** One line a table: where, its columns by letter, its rows from 1. */
function found(drawing: string): string[] {
  return findTables(workbook(drawing), templates).map(({ bounds, columns, rows }) => {
    const keys = [...columns].sort((a, b) => a[1] - b[1]).map(([key, column]) => `${stringifyColumn(column)}:${key}`);
    return `${stringifyAddress(bounds)} ${keys.join(" ")} rows ${rows.map((row) => row + 1).join(",")}`;
  });
}

test.each<readonly [string, string, readonly string[]]>([
  [
    "persons beside the units under one header are no units",
    `
      序号 | 重点任务 | 责任分工 | < | < | < | 完成时限
      ^ | ^ | 牵头领导 | 责任领导 | 牵头单位 | 责任单位 | ^
      1 | 修路 | 张某 | 李某 | 市交通局 | 市财政局 | 2026年底
    `,
    ["A1:G3 A:number B:task E:leadUnit F:responsibleUnit G:deadline rows 3"],
  ],
  [
    "persons before the unit are no units",
    `
      序号 | 任务 | 分管领导 | 责任领导 | 责任人 | 责任单位 | 完成时限 | 联系人 | 联系电话
      1 | 修路 | 甲某 | 乙某 | 丙某 | 市交通局 | 2026年底 | 丁 | 1
    `,
    ["A1:I2 A:number B:task F:responsibleUnit G:deadline rows 2"],
  ],
  [
    "a header three rows high",
    `
      序号 | 重点任务 | 责任分工 | < | < | 完成时限
      ^ | ^ | 市级 | < | 县级 | ^
      ^ | ^ | 牵头单位 | 配合单位 | 责任单位 | ^
      1 | 修路 | 市交通局 | 市财政局 | 各县 | 2026年底
    `,
    ["A1:F4 A:number B:task C:leadUnit D:supportingUnit E:responsibleUnit F:deadline rows 4"],
  ],
  [
    "a header two rows high without merged cells",
    `
      序号 | 重点任务 | 责任单位 |  | 完成时限
       |  | 牵头单位 | 配合单位 | 
      1 | 修路 | 市交通局 | 市财政局 | 2026年底
    `,
    ["A1:E3 A:number B:task C:leadUnit D:supportingUnit E:deadline rows 3"],
  ],
  [
    "a star where something must be filled in",
    `
      *序号 | ＊重点任务 | *牵头单位 | 责任单位* | 完成时限*
      1 | 修路 | 市交通局 | 市财政局 | 年底前
    `,
    ["A1:E2 A:number B:task C:leadUnit D:responsibleUnit E:deadline rows 2"],
  ],
  [
    "two things in a column: the first counts",
    `
      序号 | 主要任务及措施 | 责任单位及责任人 | 完成时限及要求
      1 | 修路 | 市交通局 张某 | 年底前
    `,
    ["A1:D2 A:number B:task C:responsibleUnit D:deadline rows 2"],
  ],
  [
    "two tables that touch",
    `
      任务 | 责任单位 | 完成时限 | 任务 | 责任单位 | 完成时限
      甲 | 市甲局 | 年底 | 乙 | 市乙局 | 年底
    `,
    ["A1:C2 A:task B:responsibleUnit C:deadline rows 2", "D1:F2 D:task E:responsibleUnit F:deadline rows 2"],
  ],
  [
    "two tables side by side, one shorter",
    `
      任务 | 责任单位 |  | 任务 | 责任单位
      甲 | 市甲局 |  | 乙 | 市乙局
      丙 | 市丙局 |  |  | 
      丁 | 市丁局 |  |  | 
      戊 | 市戊局 |  |  | 
      己 | 市己局 |  |  | 
      庚 | 市庚局 |  |  | 
    `,
    ["A1:B7 A:task B:responsibleUnit rows 2,3,4,5,6,7", "D1:E2 D:task E:responsibleUnit rows 2"],
  ],
  [
    "a table below that begins elsewhere",
    `
      序号 | 任务 | 责任单位
      1 | 甲 | 市甲局
       |  | 
       |  | 序号 | 任务 | 牵头单位 | 完成时限
       |  | 1 | 乙 | 市乙局 | 年底
    `,
    ["A1:C2 A:number B:task C:responsibleUnit rows 2", "C4:F5 C:number D:task E:leadUnit F:deadline rows 5"],
  ],
  [
    "another list below a blank row",
    `
      序号 | 任务 | 责任单位 | 完成时限
      1 | 甲 | 市甲局 | 年底
       | | | 
      单位 | 联系人 | 电话 |
      市甲局 | 张 | 1 |
      市乙局 | 李 | 2 |
    `,
    ["A1:D2 A:number B:task C:responsibleUnit D:deadline rows 2"],
  ],
  [
    "columns counted below the header",
    `
      序号 | 任务 | 责任单位 | 完成时限
      1 | 2 | 3 | 4
      1 | 甲 | 市甲局 | 年底
    `,
    ["A1:D3 A:number B:task C:responsibleUnit D:deadline rows 3"],
  ],
  [
    "columns counted with 甲乙丙丁",
    `
      序号 | 任务 | 责任单位 | 完成时限
      甲 | 乙 | 丙 | 丁
      1 | 甲 | 市甲局 | 年底
    `,
    ["A1:D3 A:number B:task C:responsibleUnit D:deadline rows 3"],
  ],
  [
    "who leads in brackets",
    `
      序号 | 重点任务 | 责任部门（牵头） | 责任部门（配合） | 完成时限
      1 | 甲 | 市甲局 | 市乙局 | 年底
    `,
    ["A1:E2 A:number B:task C:leadUnit D:supportingUnit E:deadline rows 2"],
  ],
  [
    "联合单位 take part",
    `
      任务分类 | 序号 | 任务内容 | 牵头单位 | 联合单位 | 完成时限 | 成果形式
      甲类 | 1 | 甲 | 市甲局 | 市乙局 | 年底 | 报告
    `,
    ["A1:G2 A:category B:number C:task D:leadUnit E:supportingUnit F:deadline rows 2"],
  ],
  [
    "a title and header repeated at a page break",
    `
      云溪市任务清单 | < | <
      类别 | 任务 | 责任单位
      环境 | 甲 | 市甲局
      云溪市任务清单（续） | < | <
      类别 | 任务 | 责任单位
      环境 | 乙 | 市乙局
    `,
    ["A2:C3 A:category B:task C:responsibleUnit rows 3", "A5:C6 A:category B:task C:responsibleUnit rows 6"],
  ],
  [
    "bands that begin beside their number",
    `
      序号 | 任务 | 责任单位 | 完成时限
      一 | 环境治理（3项） | < | <
      1 | 甲 | 市甲局 | 年底
      二 | 秩序 | < | <
      2 | 乙 | 市乙局 | 年底
    `,
    ["A1:D5 A:number B:task C:responsibleUnit D:deadline rows 3,5"],
  ],
  [
    "a list of faults to be mended",
    `
      序号 | 存在问题 | 整改措施 | 整改时限 | 责任单位 | 责任人 | 整改情况
      1 | 泊位不足 | 新增泊位 | 2026年6月底前 | 市城管局 | 张某 | 
    `,
    ["A1:G2 A:number C:task D:deadline E:responsibleUnit G:progress rows 2"],
  ],
  [
    "two words for one thing with a stroke between them",
    `
      编号 | 任务（措施） | 牵头/主办单位 | 配合/协办单位 | 时间要求
      1 | 修路 | 市交通局 | 市财政局 | 年底前
    `,
    ["A1:E2 A:number B:task C:leadUnit D:supportingUnit E:deadline rows 2"],
  ],
  [
    "a goal before the task",
    `
      序号 | 工作目标 | 重点任务 | 具体措施 | 责任单位 | 完成时限
      1 | 通车 | 修路 | 开工 | 市交通局 | 2026年底
    `,
    ["A1:F2 A:number C:task E:responsibleUnit F:deadline rows 2"],
  ],
])("recognises %s", (_, drawing, expected) => {
  expect(found(drawing)).toEqual(expected);
});

test.each([
  ["budget", "项目 | 预算数 | 执行数 | 执行率 | 责任单位\n甲 | 1 | 1 | 1 | 市甲局"],
  ["budget2", "序号 | 项目名称 | 预算金额（万元） | 资金来源 | 责任单位 | 备注\n1 | 甲 | 5 | 财政 | 市甲局 | "],
  ["roster", "序号 | 姓名 | 职务 | 负责工作 | 联系电话\n1 | 张 | 科长 | 综合 | 1"],
  ["score", "序号 | 考核事项 | 分值 | 评分标准 | 责任单位\n1 | 甲 | 5 | 好 | 市甲局"],
  ["score2", "考核指标 | 权重 | 考核内容 | 责任单位\n甲 | 5 | 好 | 市甲局"],
  ["contacts", "序号 | 单位 | 牵头处室 | 联系人 | 联系电话\n1 | 市甲局 | 综合处 | 张 | 1"],
  ["agenda", "时间 | 议程 | 主持人 | 责任单位\n9:00 | 开幕 | 张 | 办公室"],
  ["agenda2", "序号 | 会议内容 | 时间 | 地点 | 参会单位\n1 | 甲 | 9点 | 一楼 | 各单位"],
  ["indicator", "序号 | 指标 | 单位 | 2026年目标 | 责任单位\n1 | 人均 | 元 | 5 | 市甲局"],
  ["indicator2", "类别 | 指标名称 | 计量单位 | 计算方法 | 数据来源 | 责任部门\n甲 | 乙 | % | 丙 | 丁 | 市甲局"],
  ["duty", "日期 | 值班领导 | 值班人员 | 电话\n1日 | 张 | 李 | 1"],
  ["petition", "序号 | 来访人 | 反映问题 | 承办单位 | 办结时间\n1 | 张 | 甲 | 市甲局 | 1月"],
  ["asset", "资产编号 | 资产名称 | 使用部门 | 责任人 | 购置日期\n1 | 电脑 | 办 | 张 | 1月"],
  ["train", "序号 | 培训内容 | 培训对象 | 时间 | 主办单位 | 承办单位\n1 | 甲 | 乙 | 1月 | 市甲局 | 丙"],
  ["unitroster", "标准名称 | 简称 | 层级\n市甲局 | 甲局 | 市级"],
  ["powerlist", "序号 | 事项名称 | 事项类型 | 设定依据 | 实施主体\n1 | 甲许可 | 行政许可 | 法 | 市甲局"],
  ["policy", "序号 | 文件名称 | 文号 | 发文单位 | 发文日期\n1 | 甲 | 1号 | 市甲局 | 1月"],
  ["recruit", "序号 | 招聘单位 | 岗位 | 人数 | 主管部门\n1 | 甲 | 乙 | 1 | 市甲局"],
  ["material", "序号 | 材料名称 | 责任部门 | 提交时间\n1 | 甲 | 乙 | 1月"],
  ["bid", "序号 | 项目名称 | 中标单位 | 中标金额 | 主管单位\n1 | 甲 | 乙 | 1 | 市甲局"],
  ["inspection", "序号 | 检查内容 | 检查情况 | 检查人 | 检查时间\n1 | 甲 | 乙 | 1 | 市甲局"],
  ["publication", "序号 | 公开事项 | 公开内容 | 公开主体 | 公开时限 | 责任部门\n1 | 甲 | 乙 | 1 | 2 | 市甲局"],
])("does not take for a task list: %s", (_, drawing) => {
  expect(findTables(workbook(drawing), templates).filter(({ template }) => template.kind.id === "task-list")).toEqual([]);
});
