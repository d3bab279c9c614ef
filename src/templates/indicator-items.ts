import { defineTemplate } from "../core/table";
import { acrossHeading } from "../indicators/across";
import { indicatorKind } from "./indicator-kind";
import indicators from "./indicators";

/** 项目 | 甲县 | 乙县 | 合计: quantities and what is computed from them in rows, a county, hospital or month a column. */
export default defineTemplate({
  ...indicators,
  id: "indicator-items",
  kind: indicatorKind,
  title: { zh: "指标表（地区或单位各占一列）", en: "indicators, a place or body a column" },
  columns: {
    indicator: { headers: ["项目", "项目名称", "统计项目", "内容", "名称", "指标或项目"] },
    unit: indicators.columns.unit ?? { headers: [] },
    number: indicators.columns.number ?? { headers: [] },
    note: { headers: ["备注", "说明", "备注说明"] },
    value: { headers: [], pattern: acrossHeading },
  },
  evidence: [["indicator", "value"]],
});
