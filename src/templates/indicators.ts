import { defineTemplate } from "../core/table";
import { acrossHeading } from "../indicators/across";
import { indicatorKind } from "./indicator-kind";

const year = "(?:(?:19|20)\\d{2}年?)";
const ownValue = new RegExp(`^(?!上年|去年|上期|基期|同期|目标|计划)(?:.{0,10}(?:指标值|完成值|实际值|监测值|实际完成)|${year}(?:实际|实绩|完成|值|数)?)$`);

/** 指标监测表: one indicator a row, with its numerator, denominator, value, target, or only how it is computed and from what. */
export default defineTemplate({
  id: "indicators",
  kind: indicatorKind,
  title: { zh: "指标表", en: "indicators" },
  subject: "indicator",
  columns: {
    indicator: {
      headers: [
        "指标名称", "指标", "监测指标", "考核指标", "评价指标", "三级指标", "二级指标", "主要指标", "核心指标", "统计指标", "具体指标", "指标内容", "监测指标名称", "考核指标名称",
        "评价指标名称", "指标项", "指标项目", "发展指标", "绩效指标", "目标指标",
      ],
      pattern: /^[^值分目定说单类数率]{0,6}指标(?:名称|内容)?$/,
    },
    numerator: { headers: ["分子", "分子值", "分子数值", "分子数", "分子数据"], pattern: /^.{0,10}分子(?:值|数值|数|数据)?$/ },
    denominator: { headers: ["分母", "分母值", "分母数值", "分母数", "分母数据"], pattern: /^.{0,10}分母(?:值|数值|数|数据)?$/ },
    value: {
      headers: [
        "指标值", "完成值", "实际值", "实际完成值", "监测值", "当前值", "本年值", "本期值", "现状值", "本期", "本年", "本年实际", "实际完成", "完成数", "指标完成值", "指标数值", "数值", "监测结果", "结果",
        "计算结果", "完成情况", "指标完成情况", "本年完成值", "实绩", "计算值", "比率", "占比",
      ],
      pattern: { test: (header) => ownValue.test(header) || acrossHeading.test(header) },
    },
    target: {
      headers: ["目标值", "年度目标", "目标", "目标要求", "预期目标", "预期值", "计划值", "目标任务值", "标准值", "考核目标", "年度目标值", "指标目标值", "目标数"],
      pattern: new RegExp(`^(?:${year}|.{0,8}年?)(?:目标值?|计划值?|预期值?)$`),
    },
    previous: { headers: ["上年值", "上年同期", "上年", "上期值", "上年实际", "上年同期值", "上年完成值", "基期值", "基线值", "基期", "去年同期", "去年", "上期", "上年度"], pattern: /^(?:上年|去年|上期|基期).{0,6}$/ },
    definition: {
      headers: ["计算公式", "计算方法", "公式", "指标公式", "计算方式", "指标定义", "定义", "指标解释", "指标说明", "指标含义", "计算口径", "口径", "计算方法及说明", "指标定义及计算方法", "指标口径"],
      pattern: /^.{0,6}(?:计算公式|计算方法|计算口径|指标定义)(?:.{0,6})$/,
    },
    source: { headers: ["数据来源", "来源", "资料来源", "数据来源单位", "数据来源部门"], pattern: /^数据来源.{0,6}$/ },
    unit: { headers: ["计量单位", "单位", "指标单位", "计算单位"] },
    category: {
      headers: ["评估内容", "指标类别", "指标分类", "类别", "一级指标", "维度", "指标维度", "领域", "分类", "指标类型", "监测内容", "评价内容", "考核内容", "板块", "方面", "评价维度"],
      carries: true,
    },
    number: { headers: ["序号", "编号", "指标编号", "指标序号", "指标代码", "号", "序"] },
    note: { headers: ["备注", "说明", "备注说明"] },
  },
  evidence: [["indicator", "value"], ["indicator", "numerator"], ["indicator", "denominator"], ["indicator", "definition"], ["indicator", "source"], ["indicator", "target"]],
  requires: [["indicator"]],
  excludes: ["任务", "重点任务", "主要任务", "工作任务", "得分", "自评分", "评分标准", "姓名", "工资", "单价"],
});
