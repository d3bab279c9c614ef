import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readText } from "../../src/document/read-text";
import { drawDocument, textOfDocument } from "../support/draw-document";
import { expectLinearTime } from "../support/linear-time";

const read = (text: string): string[] => drawDocument(readText(text));

test.each<readonly [string, string, readonly string[]]>([
  ["lines are paragraphs, by their line", "关于加强水库管护的通知\n\n一、总体要求\n落实管护责任。", ["1: 关于加强水库管护的通知", "3: 一、总体要求", "4: 落实管护责任。"]],
  ["line ends of every system", "甲。\r\n乙。\r丙。\n丁。", ["1: 甲。", "2: 乙。", "3: 丙。", "4: 丁。"]],
  ["marks for programs are no text", "\ufeff[bookmark: _Toc1]关于印\u200b发《方\u00ad案》的通知", ["1: 关于印发《方案》的通知"]],
  ["page numbers", "一、主要目标\n- 3 -\n— 4 —\n第5页\n第 6 页 共 9 页\n二、重点任务", ["1: 一、主要目标", "6: 二、重点任务"]],
  ["punctuation stays as it is written", "1.加快建设,务求实效.\n2．加快建设，务求实效。", ["1: 1.加快建设,务求实效.", "2: 2．加快建设，务求实效。"]],
  ["a page's end inside a sentence", "1.改造老旧管网。对建成二十年以上的供水管网实行更新，逐步降低漏\n\n损率。（责任单位：市水务局）\n\n2.建设泵站。", ["1: 1.改造老旧管网。对建成二十年以上的供水管网实行更新，逐步降低漏损率。（责任单位：市水务局）", "5: 2.建设泵站。"]],
  ["a page's end behind a comma", "完善社区养老服务设施，推动养老机构、\n\n日间照料中心建设。", ["1: 完善社区养老服务设施，推动养老机构、日间照料中心建设。"]],
  ["a page's end with a page number", "（二）推进垃圾分类。建立投放、收集、运输全链条体系，完\n\n— 2 —\n\n善收运设施。", ["1: （二）推进垃圾分类。建立投放、收集、运输全链条体系，完善收运设施。"]],
  ["a page's end inside a bracket", "1.新建公园。（责任单位：市园林局、市自然资源和规\n\n划局）", ["1: 1.新建公园。（责任单位：市园林局、市自然资源和规划局）"]],
  ["a line's end inside a bracket's label", "1.新建公园。（责任\n单位：市园林局）\n2.新建绿道。（\n责任单位：市园林局）", ["1: 1.新建公园。（责任单位：市园林局）", "3: 2.新建绿道。（责任单位：市园林局）"]],
  ["a bracket that nobody closes ends at the next label", "1.新建公园。（责任单位：市园林局\n完成时限：2025年底前", ["1: 1.新建公园。（责任单位：市园林局", "2: 完成时限：2025年底前"]],
  ["bare page numbers, a page apart", `${"推进改革。".repeat(60)}\n1\n${"优化服务。".repeat(60)}\n2`, [`1: ${"推进改革。".repeat(60)}`, `3: ${"优化服务。".repeat(60)}`]],
  ["numbers of rows are no page numbers", "1\n修桥\n交通局\n2\n铺路", ["1: 1", "2: 修桥", "3: 交通局", "4: 2", "5: 铺路"]],
  ["a page's end over three pages", "为改善人居环境，补齐市政设施短板，推动老旧小区改造提质扩面，提升\n\n城市品质，结合我市实\n\n际，制定本方案。", ["1: 为改善人居环境，补齐市政设施短板，推动老旧小区改造提质扩面，提升城市品质，结合我市实际，制定本方案。"]],
  ["a heading is not joined to what follows", "（一）提升城市排水能力\n\n全面排查易涝点，分类整治。", ["1: （一）提升城市排水能力", "3: 全面排查易涝点，分类整治。"]],
  ["a long heading with a comma neither", "三、坚持系统治理，统筹推进流域水环境综合整治\n\n对照清单逐项整改到位，按月调度。", ["1: 三、坚持系统治理，统筹推进流域水环境综合整治", "3: 对照清单逐项整改到位，按月调度。"]],
  ["a title of two lines stays two", "临河市人民政府关于推进\n城市更新行动的实施意见\n临政发〔2024〕8号", ["1: 临河市人民政府关于推进", "2: 城市更新行动的实施意见", "3: 临政发〔2024〕8号"]],
  ["a label line stands for itself", "建设口袋公园二十处。\n责任单位：市园林局，各区人民政府\n完成时限：2025年10月底\n加强日常养护管理工作。", ["1: 建设口袋公园二十处。", "2: 责任单位：市园林局，各区人民政府", "3: 完成时限：2025年10月底", "4: 加强日常养护管理工作。"]],
  ["a label line that ends with a comma goes on", "牵头单位：市交通局、市公安局、\n市城管局\n配合单位：各区", ["1: 牵头单位：市交通局、市公安局、市城管局", "3: 配合单位：各区"]],
  ["labels and values on lines of their own", "责任单位\n住建局、财政局\n完成时限\n2025年底前", ["1: 责任单位", "2: 住建局、财政局", "3: 完成时限", "4: 2025年底前"]],
  ["a bracket of units ends its paragraph", "1.改造泵站，更新机组设备，做到汛前全部完工（市水务局、市应急管理局）\n各单位要加强检查，确保设备完好。", ["1: 1.改造泵站，更新机组设备，做到汛前全部完工（市水务局、市应急管理局）", "2: 各单位要加强检查，确保设备完好。"]],
  ["a signature and a date", "各地要结合实际，抓好本意见的贯彻落实\n临河市人民政府\n2024年3月6日", ["1: 各地要结合实际，抓好本意见的贯彻落实", "2: 临河市人民政府", "3: 2024年3月6日"]],
  [
    "lines of a fixed width",
    "　　为深入推进全市河湖长制工作，进一步压实各级河\n湖长责任，现就有关事项通知如下。\n　　一、明确职责。市级河湖长每季度至少巡河一次，县\n级河湖长每月至少巡河一次，乡级河湖长每旬至少巡河\n一次。巡河情况纳入年度考核，考核结果报市委组织部\n备案。\n　　二、强化保障。市财政安排专项资金，用于河道保洁\n和监测设备更新。（责任单位：市水利局、市财政局）",
    ["1: 为深入推进全市河湖长制工作，进一步压实各级河湖长责任，现就有关事项通知如下。", "3: 一、明确职责。市级河湖长每季度至少巡河一次，县级河湖长每月至少巡河一次，乡级河湖长每旬至少巡河一次。巡河情况纳入年度考核，考核结果报市委组织部备案。", "7: 二、强化保障。市财政安排专项资金，用于河道保洁和监测设备更新。（责任单位：市水利局、市财政局）"],
  ],
])("paragraphs: %s", (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each<readonly [string, string, readonly string[]]>([
  ["a cell after each tab, a row after each blank line", "\t类别\n\t任务\n\t责任单位\n\n\t交通\n\t新建公交站\n\t市交通局\n市财政局\n\n\t\n\t改造路口\n\t市公安局", ["| 类别 | 任务 | 责任单位 |", "| 交通 | 新建公交站 | 市交通局⏎市财政局 |", "| | 改造路口 | 市公安局 |"]],
  ["blank lines inside a cell", "\t类别\n\t任务\n\t责任单位\n\t备注\n\n\t交通\n\t加强管理。\n\n1．整治违停；\n\n2．增设标线。\n\t市公安局\n\n市城管局\n\t\n\n\t\n\t改造路口\n\t市公安局\n\t", ["| 类别 | 任务 | 责任单位 | 备注 |", "| 交通 | 加强管理。⏎1．整治违停；⏎2．增设标线。 | 市公安局⏎市城管局 | |", "| | 改造路口 | 市公安局 | |"]],
  ["a last row without its last cell", "\t任务\n\t单位\n\t备注\n\n\t修桥\n\t交通局\n\t无\n\n\t铺路\n\t公路局\n ", ["| 任务 | 单位 | 备注 |", "| 修桥 | 交通局 | 无 |", "| 铺路 | 公路局 | |"]],
  ["a row that lacks a cell between others", "\t任务\n\t单位\n\t备注\n\n\t修桥\n\t交通局\n\n\t铺路\n\t公路局\n\t无", ["| 任务 | 单位 | 备注 |", "| 修桥 | 交通局 | |", "| 铺路 | 公路局 | 无 |"]],
  ["a paragraph behind the table", "\t任务\n\t单位\n\n\t修桥\n\t交通局\n\n附件2", ["| 任务 | 单位 |", "| 修桥 | 交通局 |", "7: 附件2"]],
  ["indented paragraphs are no table", "\t一、加强领导\n\t各级要高度重视，压实责任。\n\t二、加强督查\n\t定期通报进展。", ["1: 一、加强领导", "2: 各级要高度重视，压实责任。", "3: 二、加强督查", "4: 定期通报进展。"]],
  ["plain rows", "序号\t任务\t单位\n1\t修桥\t交通局\n2\t铺路\t", ["| 序号 | 任务 | 单位 |", "| 1 | 修桥 | 交通局 |", "| 2 | 铺路 | |"]],
  ["plain rows with a blank line between and a header again", "类别\t指标\n产出\t里程\n\n类别\t指标\n\t座数", ["| 类别 | 指标 |", "| 产出 | 里程 |", "| 类别 | 指标 |", "| | 座数 |"]],
  ["a cell of several lines", "序号\t任务\t单位\n1\t（1）修桥；\n（2）铺路。\t交通局\n公路局\n2\t种树\t林业局", ["| 序号 | 任务 | 单位 |", "| 1 | （1）修桥；⏎（2）铺路。 | 交通局⏎公路局 |", "| 2 | 种树 | 林业局 |"]],
  ["a cell in quotes, as a spreadsheet copies it", '序号\t任务\t单位\n1\t"修桥\n铺路"\t"交通局\n公路局"\n2\t种""树\t林业局', ["| 序号 | 任务 | 单位 |", "| 1 | 修桥⏎铺路 | 交通局⏎公路局 |", '| 2 | 种""树 | 林业局 |']],
  ["text around the table", "附件1\n任务表\n序号\t任务\n1\t修桥\n2\t铺路\n注：按年度调整。", ["1: 附件1", "2: 任务表", "| 序号 | 任务 |", "| 1 | 修桥 |", "| 2 | 铺路 |", "6: 注：按年度调整。"]],
  ["one tab makes no table", "附件1\t任务清单\n一、总体要求", ["1: 附件1\t任务清单", "2: 一、总体要求"]],
  ["drawn lines", "┌──┬──┐\n│任务│单位│\n├──┼──┤\n│修桥│交通局│\n│　　│公路局│\n├──┼──┤\n│铺路│公路局│\n└──┴──┘", ["| 任务 | 单位 |", "| 修桥 | 交通局⏎公路局 |", "| 铺路 | 公路局 |"]],
  ["drawn lines with a cell over two rows", "┌──┬──┬──┐\n│类别│任务│单位│\n├──┼──┼──┤\n│交通│修桥│交通局│\n│　　├──┼──┤\n│　　│铺路│公路局│\n└──┴──┴──┘", ["| 类别 | 任务 | 单位 |", "| 交通 | 修桥 | 交通局 |", "| ^ | 铺路 | 公路局 |"]],
  ["plus and minus", "+----+------+\n| 任务 | 单位 |\n+----+------+\n| 修桥 | 交通局 |\n| 铺路 | 公路局 |\n+----+------+", ["| 任务 | 单位 |", "| 修桥 | 交通局 |", "| 铺路 | 公路局 |"]],
  ["a markdown table", "| 任务 | 单位 |\n|---|:--:|\n| 修桥 | |\n| 铺路 | 公路局 |", ["| 任务 | 单位 |", "| 修桥 | |", "| 铺路 | 公路局 |"]],
])("tables: %s", (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});

test("a document without line breaks is split where its numbers and brackets part it", () => {
  const filler = "推动资源下沉，健全长效机制，切实提升群众满意度，".repeat(30);
  const text = `现制定如下方案。一、坚持统筹推进，补齐短板弱项（一）完善托育服务体系。${filler}三、四级机构同步建设。（市卫生健康委牵头，各区按职责分工负责）具体措施：1．2024年新建托育园20所。（市卫生健康委负责）2．培训保育人员，2025年底前完成1.5万人次。（市教育局、市人力资源社会保障局按职责分工负责）（二）支持社会力量参与。${filler}（市发展改革委负责）具体措施：落实税费减免。（市税务局负责）各区要加强督导。`;
  expect(read(text).map((line) => line.slice(3, 14))).toEqual(["现制定如下方案。", "一、坚持统筹推进，补齐", "（一）完善托育服务体系", "具体措施：", "1．2024年新建托育", "2．培训保育人员，20", "（二）支持社会力量参与", "具体措施：落实税费减免", "各区要加强督导。"]);
});

const shared = join(__dirname, "../../../shared");
const papers = existsSync(shared) ? ["seeds", "plans"].flatMap((folder) => readdirSync(join(shared, folder)).filter((name) => name.endsWith(".txt")).map((name) => join(shared, folder, name))) : [];

(papers.length > 0 ? test.each(papers) : test.skip.each(["../shared"]))("%s reads without loss", (file) => {
  const text = readFileSync(file, "utf8");
  expect(textOfDocument(readText(text))).toBe(text.replace(/\[bookmark: [^\]]*\]/g, "").replace(/\s/g, ""));
});

test.each<readonly [string, string]>([
  ["one line", "加快推进项目建设，".repeat(600_000)],
  ["one line of numbers", "1．".repeat(500_000)],
  ["one line of brackets", "（".repeat(500_000)],
  ["tabs", "\t".repeat(1_000_000)],
  ["lines of one tab", "\t\n".repeat(200_000)],
  ["cells with blank lines", `\t甲\n\t乙\n\n${"\t丙\n\n\n丁\n".repeat(100_000)}`],
  ["rows that never end", `甲\t乙\n${"丙\n".repeat(200_000)}`],
  ["open quotes", '甲\t"乙\n'.repeat(50_000)],
  ["bars", "|".repeat(500_000)],
  ["borders", `${"─".repeat(100)}\n`.repeat(20_000)],
  ["lines that all go on", "加强统筹协调，强化要素保障、\n".repeat(100_000)],
  ["wide rows", `${"甲\t".repeat(5000)}\n`.repeat(100)],
])("hostile text takes linear time: %s", (_, text) => {
  expectLinearTime(() => readText(text));
});
