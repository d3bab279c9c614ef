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
    zh: `${place === "" ? "" : `${place} · `}${scope.zh} · ${asOf} · ${count === 0 ? "现在没有对应的问题" : `${count} 处`}`,
    en: `${place === "" ? "" : `${place} · `}${scope.en} · ${asOf} · ${count === 0 ? "nothing to explain now" : count === 1 ? "1 finding" : `${count} findings`}`,
  }),
  takeBack: { zh: "取消说明", en: "Take back" },
  flag: { zh: "在表里标注", en: "Flag the sheet" },
  clear: { zh: "清除标注", en: "Unflag" },
  more: { zh: "更多", en: "More" },
  roster: { zh: "生成单位名录", en: "Make a roster of units" },
  rosterHint: { zh: "把清单里的单位列成一张新表，同一单位的几种写法归在一起；标准名称可在表里改，以后按它核查。", en: "Lists the units of the task lists on a new sheet, the ways of writing each together. The standard names can be changed there; the check goes by them." },
  dropdowns: { zh: "加下拉列表", en: "Add lists to choose from" },
  dropdownsHint: { zh: "牵头单位、完成时限、状态三列可以点选，也仍可手填；单位从单位名录里选，没有名录就先生成。", en: "Units, deadlines and states can be chosen in the cell, and still be typed. Units come from the roster, which is made first where there is none." },
} as const;
