import { defineTemplate, type Template } from "../core/table";
import { makeDictionary } from "../indicators/dictionary";
import { namesInNotes } from "../indicators/definitions-in-text";
import { keysOfName } from "../indicators/name-keys";
import { indicatorKind, type IndicatorKey } from "./indicator-kind";

const template: Template<IndicatorKey> = defineTemplate({
  id: "indicator-columns",
  kind: indicatorKind,
  title: { zh: "指标表（按地区或单位）", en: "indicators by place or body" },
  subject: "entity",
  columns: {
    entity: {
      headers: [
        "地区", "县区", "区县", "县市区", "县(市、区)", "市州", "区域", "单位", "单位名称", "机构", "机构名称", "医院", "医院名称", "医疗机构", "医疗机构名称", "名称", "乡镇", "街道", "镇街", "学校", "学校名称", "社区", "科室",
        "统筹区", "统筹地区", "片区", "辖区", "属地", "院区", "填报单位", "上报单位", "报送单位", "责任主体", "县名", "市县", "所属县区", "月份", "季度", "年份", "年度", "时间", "期间", "统计期", "企业名称", "站点", "项目",
      ],
      pattern: /^[^率比占数量额人]{0,8}(?:地区|区域|辖区|统筹区|片区|区县|县区|市县|县市区|街道|乡镇|医院|院区|机构|学校|社区|单位|部门|主体|科室|名称|月份|年度|年份|季度)$/,
    },
    number: { headers: ["序号", "编号", "号", "序"] },
    category: { headers: ["类别", "片区", "级别", "等级", "类型"], carries: true },
    note: { headers: ["备注", "说明"] },
  },
  evidence: [["entity", "value"]],
  requires: [["entity"], ["value"]],
  excludes: ["指标", "指标名称", "任务", "重点任务", "主要任务", "工作任务", "得分", "姓名", "工资", "单价"],
});

/** Under an indicator's name, beside its 分子 and 分母. */
const valueBelow = /(?:指标值|完成值|实际值|数值|计算结果|结果|比率|比例|占比|比重|比值|值)$/;

/** One county, hospital or month a row, one indicator or one of its inputs a column. Its columns have the names of indicators, the workbook's own included. */
export default {
  ...template,
  inWorkbook: (workbook) => {
    const dictionary = makeDictionary(workbook);
    const noted = new Set(namesInNotes(workbook).flatMap(keysOfName));
    const isIndicator = (name: string): boolean => name !== "" && (dictionary.find(name) !== undefined || (noted.size > 0 && keysOfName(name).some((key) => noted.has(key))));
    return { ...template, columns: { ...template.columns, value: { headers: [], pattern: { test: (header) => isIndicator(header) || isIndicator(header.replace(valueBelow, "")) } } } };
  },
} satisfies Template<IndicatorKey>;
