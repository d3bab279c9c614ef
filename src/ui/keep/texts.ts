import type { Text } from "../../core/text";
import type { Scope } from "./keep-parts";

export const scopeNames: { readonly [S in Scope]: Text } = {
  finding: { zh: "只这一处，单元格改动后失效", en: "This place, until its cell changes" },
  column: { zh: "这一列的同类问题", en: "This kind of finding in this column" },
  workbook: { zh: "整个工作簿的同类问题", en: "This kind of finding in the workbook" },
};

export const texts = {
  explain: { zh: "说明…", en: "Explain…" },
  explainAt: (address: string): Text => ({ zh: `说明 ${address}`, en: `Explain ${address}` }),
  reason: { zh: "情况说明（必填）", en: "Reason (needed)" },
  scope: { zh: "适用范围", en: "It holds for" },
  keep: { zh: "存入工作簿", en: "Keep in the workbook" },
  cancel: { zh: "返回", en: "Back" },
  explained: (count: number): Text => ({ zh: `情况说明 ${count}`, en: `Reasons: ${count}` }),
  one: (place: string, scope: Text, asOf: string, count: number): Text => ({
    zh: `${place === "" ? "" : `${place} · `}${scope.zh} · ${asOf} · ${count} 处`,
    en: `${place === "" ? "" : `${place} · `}${scope.en} · ${asOf} · ${count} findings`,
  }),
  takeBack: { zh: "取消说明", en: "Take back" },
  flag: { zh: "在表里标注", en: "Flag in the sheet" },
  roster: { zh: "生成单位名录", en: "Make a roster of units" },
  dropdowns: { zh: "加下拉列表（单位、时限、状态）", en: "Add lists of units, deadlines and states" },
  clear: { zh: "清除标注", en: "Take flags off" },
} as const;
