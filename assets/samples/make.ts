// npx tsx assets/samples/make.ts: makes the two sample workbooks anew; the city and everything in it is invented
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CellContent } from "../../src/core/workbook";
import { makeXlsx } from "../../test/support/make-xlsx";

const header: CellContent[] = ["任务分类", "序号", "重点任务", "牵头部门", "责任部门", "完成时限", "备注"];
const blank = null;

const rows: CellContent[][] = [
  ["云溪市智慧停车三年行动重点任务责任分工表"],
  header,
  ["一、摸清停车底数", 1, "开展全市停车资源普查，逐个登记公共停车场、路内泊位和单位自有车位，建立一库一图。", "市城管局", "市自然资源局、市公安局", "2026年6月底前", blank],
  [blank, 2, "测算各片区停车缺口，形成年度供需分析报告。", "市自然资源局、市城管局", blank, "2026年9月底前", blank],
  [blank, 3, "　建立泊位编号规则，统一标牌样式。", "市城管局", blank, "2026.9", blank],
  ["二、增加停车供给", 4, "新建公共停车楼三座，新增泊位不少于一千二百个，2028年底前投用。", "市住建局", "市财政局、市自然资源局", "2027年12月底前", blank],
  [blank, 5, "结合老旧小区改造挖掘边角空地，增设错时共享泊位。", blank, "市住建局、各区政府", "2027年6月底前", blank],
  [blank, 6, "推动机关事业单位车位在夜间和节假日向居民开放。", "市机关事务中心", "各相关单位", "20__年10月底前", blank],
  [blank, 8, "在医院、学校周边试点接送专用泊位。", "市公安局", "市卫生健康委市教育局", "2026年8月底前", blank],
  [blank, 9, "鼓励社会资本参与停车设施建设运营，落实土地、融资等支持政策。", "市发展改革委", "市财政局", blank, blank],
  [blank, blank, blank, blank, blank, blank, blank],
  ["二、增加停车供给", 10, "完善新建住宅配建停车位标准，预留充电条件。", "市自然资源局", "市住建局", "2026年12月底前", blank],
  ["三、建设智慧平台", 11, "建成全市统一的停车信息服务平台，接入泊位不少于两万个。", "市数据局", "市城管局、市公安局、市城管局", "2026年12月底前", blank],
  [blank, 12, "开发手机端找位、缴费、开票一站式服务。", "市数据局", "市诚管局", "2027年3月底前", blank],
  [blank, 12, "打通停车数据与交通诱导屏，实现主干道余位实时发布。", "市公安局", "市大数据局", "2027年6月底前", blank],
  [blank, 13, "开展全市停车资源普查，逐个登记公共停车场、路内泊位和单位自有车位，建立一库一图。", "市城管局", "市公安局", "尽快", blank],
  [blank, 14, blank, "市数据局", "市财政局", "2027年6月底前", blank],
  ["四、规范停车秩序", 15, "修订机动车停放服务收费管理办法，实行实行差别化收费。", "市发改委", "市市场监管局、市城管局", "2026年7月底前", blank],
  [blank, 16, "整治占用消防通道、人行道停车，建立联合执法机制。", "市公安局", "市城管局、市消防救援支队", "持续推进", blank],
  [blank, 17, "清理违规设置的地桩地锁和私划车位。", "市城管局", "各区政府", blank, "与上一项同步"],
  [blank, 18, "公布路内泊位收费标准和监督电话，规范收费人员服务。", "市城管局", "市市场监管局", "2026年5月底前", blank],
  [blank, 19, "由XX公司负责夜间巡查系统运维。", "市城管局", blank, "2026年10月底前", blank],
  ["五、强化组织保障", 20, "成立停车治理工作专班，按月调度、按季通报。", "市政府办公室", "市城管局", "持续推进", blank],
  [blank, 21, "将停车治理纳入年度目标考核。", "市政府办公室\u200b", "市城管局", "2026年12月底前", blank],
  [blank, 22, "加强宣传引导，倡导有序停车。", "市委宣传部", "市融媒体中心", "持续推进", blank],
];

const list = makeXlsx([
  {
    name: "责任分工",
    cells: rows,
    // F16:F17 runs two tasks together on purpose
    merges: ["A1:G1", "A3:A5", "A6:A10", "A13:A17", "F19:F20", "A18:A22", "A23:A25"],
    hiddenRows: [21],
    widths: [16, 6, 48, 16, 24, 17, 12],
    frozenRows: 2,
    styleOf: (row, column) => (row === 0 ? 1 : row === 1 ? 2 : column === 1 ? 4 : 3),
  },
]);
writeFileSync(join(__dirname, "sample-task-list.xlsx"), list);

const indicators = makeXlsx([
  {
    name: "指标监测",
    cells: [
      ["云溪市智慧停车指标监测表"],
      ["指标", "分子", "分母", "指标值(%)", "目标值(%)", "计算公式"],
      ["泊位信息接入率", 15200, 21000, { formula: "=ROUND(B3/C3*100,2)" }, 90, "泊位信息接入率(%)=已接入平台泊位数/公共泊位总数×100%"],
      ["错时共享小区占比", 46, 120, { formula: "=ROUND(B4/C4*100,2)" }, 40, "错时共享小区占比(%)=开放共享的小区数/老旧小区总数×100%"],
      ["无感支付使用率", 318000, 540000, { formula: "=ROUND(B5/C5*100,2)" }, 60, "无感支付使用率(%)=无感支付笔数/停车缴费总笔数×100%"],
      ["违停投诉办结率", 2875, 2940, { formula: "=ROUND(B6/C6*100,2)" }, 95, "违停投诉办结率(%)=按期办结件数/受理件数×100%"],
    ],
    merges: ["A1:F1"],
    widths: [22, 12, 12, 12, 12, 52],
    frozenRows: 2,
    styleOf: (row, column) => (row === 0 ? 1 : row === 1 ? 2 : column > 0 && column < 5 ? 4 : 3),
  },
]);
writeFileSync(join(__dirname, "sample-indicators.xlsx"), indicators);
