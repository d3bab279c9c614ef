import type { Text } from "../../core/text";

export const texts = {
  open: { zh: "打开工作簿", en: "Open workbook" },
  sample: { zh: "试用示例", en: "Try the sample" },
  save: { zh: "保存副本", en: "Save a copy" },
  drop: { zh: "把 .xlsx 工作簿拖到这里，或点“打开工作簿”。内容只在这台电脑上处理，不会上传。", en: "Drop an .xlsx workbook here, or choose “Open workbook”. It is handled on this machine only and never sent anywhere." },
  orPlan: { zh: "手里只有方案文件？也拖到这里，或新建一个空白工作簿，由方案生成任务分工表。", en: "Only a plan at hand? Drop that here too, or begin an empty workbook and turn the plan into its list of tasks." },
  fromPlan: { zh: "由方案填报", en: "Fill in from a plan" },
  newName: { zh: "任务分工.xlsx", en: "tasks.xlsx" },
  sheets: { zh: "工作表", en: "Sheets" },
  grid: (sheet: string): Text => ({ zh: `工作表 ${sheet}`, en: `Sheet ${sheet}` }),
  signed: { zh: "这个工作簿有数字签名，修改后签名会失效。", en: "This workbook is digitally signed; a change makes the signature invalid." },
  notEdited: { zh: "这个单元格没有改成：它在合并区域、数组公式或表格标题里，或者刚刚被改过。", en: "This cell was not changed: it lies in a merged area, an array formula or a table header, or has just been changed." },
  noSample: { zh: "示例没有读到，请直接打开自己的工作簿。", en: "The sample could not be read; open a workbook of your own." },
  edit: (address: string): Text => ({ zh: `修改 ${address}`, en: `Edit ${address}` }),
  copySuffix: { zh: "-核查", en: "-checked" },
} as const;
