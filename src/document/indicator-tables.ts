import { normaliseHeader } from "../core/match-header";
import type { DocumentTable } from "./document";
import type { PlanIndicator } from "./plan-task";

type IndicatorKey = "category" | "name" | "unit" | "formula" | "dataSource" | "note";

const headers: { readonly [Key in IndicatorKey]: RegExp } = {
  name: /^(?:(?:监测|评价|考核|具体|主要|核心|重点|发展|三级|二级|绩效)?指标(?:名称|内容)?|指标(?:及单位|项目))$/,
  category: /^(?:类别|类型|分类|评估内容|评价内容|考核内容|评估维度|维度|领域|方面|一级指标|指标(?:类别|类型|分类|维度|属性)|板块|序列)$/,
  unit: /^(?:(?:计量|指标)?单位|量纲)$/,
  formula: /^(?:计算(?:公式|方法|方式|口径)|公式|指标(?:定义|说明|解释|释义|含义|口径)|定义|统计口径|内涵)$/,
  dataSource: /^(?:数据(?:来源|出处|提供单位)|来源|资料来源|数据来源部门)$/,
  note: /^(?:备注|说明|备注说明)$/,
};
const foreign = /^(?:得分|分值|权重|评分标准|扣分|自评分?|满分)$/;

type Columns = ReadonlyMap<IndicatorKey, number>;

/** The indicators of a table; undefined where it is none of theirs. */
export function indicatorsOfTable({ rows }: DocumentTable): PlanIndicator[] | undefined {
  let columns: Columns | undefined;
  let category: string | null = null;
  const indicators: PlanIndicator[] = [];
  for (const row of rows) {
    const texts = row.map((cell) => cell?.text.trim());
    const found = columnsOf(texts);
    if (found !== undefined) columns = found;
    else if (columns !== undefined) {
      const cell = (key: IndicatorKey): string => texts[columns?.get(key) ?? -1] ?? "";
      category = withoutSpaces(cell("category")) ?? category;
      const name = withoutSpaces(cell("name"));
      if (name !== null) indicators.push(indicator(name, category, cell));
    }
  }
  return columns === undefined ? undefined : indicators;
}

/** The columns, where the row heads a table of indicators. */
function columnsOf(texts: readonly (string | undefined)[]): Columns | undefined {
  const columns = new Map<IndicatorKey, number>();
  const plain = texts.map((text) => (text === undefined ? "" : normaliseHeader(text)));
  if (plain.some((text) => foreign.test(text))) return undefined;
  // 三级指标 under 一级指标: the last is the indicator
  const names = plain.flatMap((text, index) => (headers.name.test(text) ? [index] : []));
  const name = names.at(-1);
  if (name === undefined) return undefined;
  columns.set("name", name);
  for (const key of ["category", "unit", "formula", "dataSource", "note"] as const) {
    const at = plain.findIndex((text, index) => index !== name && headers[key].test(text));
    if (at >= 0) columns.set(key, at);
  }
  if (!columns.has("category") && names.length > 1 && names[0] !== undefined) columns.set("category", names[0]);
  return columns.size > 1 ? columns : undefined;
}

function withoutSpaces(text: string): string | null {
  const plain = text.replace(/\s+/g, "");
  return plain === "" ? null : plain;
}

const unitInName = /[（(](%|％|‰|[一-龥]{1,3}|[一-龥]{0,3}\/[一-龥]{1,3}|万[人元吨]|亿元)[）)]$/;

const formulaInName = /[（(]([^（）()]{2,80}[/÷][^（）()]{2,80}[×*xX%％][^（）()]{0,12})[）)]$/;

function indicator(name: string, category: string | null, cell: (key: IndicatorKey) => string): PlanIndicator {
  const note = withoutSpaces(cell("note"));
  return {
    category,
    name,
    unit: withoutSpaces(cell("unit")) ?? unitInName.exec(name)?.[1]?.normalize("NFKC") ?? null,
    formula: withoutSpaces(cell("formula")) ?? /[=＝](.+)$/.exec(note ?? "")?.[1] ?? formulaInName.exec(name)?.[1] ?? null,
    dataSource: withoutSpaces(cell("dataSource")),
    note,
  };
}
