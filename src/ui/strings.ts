import type { Severity } from "../core/diagnostic";
import type { SkipReason } from "../core/edit";
import type { Text } from "../core/text";

/** A severity is a word, a shape and a colour: never a colour alone. */
export const severityShapes: { readonly [S in Severity]: string } = { error: "●", warning: "▲", info: "◆" };

export const skipReasons: { readonly [R in SkipReason]: Text } = {
  stale: { zh: "内容已经被改过", en: "changed meanwhile" },
  conflict: { zh: "和另一处修改重叠，可再修一次", en: "overlaps another change; fix again" },
  "missing-sheet": { zh: "工作表已不在或已重名", en: "the sheet is gone or its name is taken" },
  "not-ours": { zh: "那里已有自设的筛选、批注或数据验证，不去动它", en: "a filter, note or condition of your own is there" },
  unsupported: {
    zh: "这个版本的 Excel 做不到（改合并单元格要 Office 2021 以上，写批注要新版 Microsoft 365）；请升级 Office，或在浏览器页面里打开这个工作簿",
    en: "this version of Excel cannot do it (merged cells need Office 2021 or later, notes a recent Microsoft 365); update Office, or open the workbook in the browser page",
  },
  "covered-cell": { zh: "在合并区域、数组公式或表格标题里，不能单独改", en: "inside a merged area, array formula or table header" },
};

/** The places of the pane, as their tabs are called. */
export const placeNames = {
  check: { zh: "核查", en: "Check" },
  fill: { zh: "填报", en: "Fill" },
  indicators: { zh: "指标", en: "Indicators" },
} as const;

export const strings = {
  title: { zh: "清单核查", en: "Task list check" },
  places: { zh: "做什么", en: "What to do" },
  check: { zh: "核查", en: "Check" },
  recheck: { zh: "重新核查", en: "Check again" },
  cancel: { zh: "取消", en: "Cancel" },
  retry: { zh: "再试一次", en: "Try again" },
  undo: { zh: "撤销", en: "Undo" },
  apply: { zh: "修改", en: "Apply" },
  applyAll: (count: number): Text => ({ zh: `确认修改 ${count} 处`, en: `Apply ${count} changes` }),
  close: { zh: "返回", en: "Back" },
  preview: { zh: "预览", en: "Preview" },
  fixAll: (count: number): Text => ({ zh: `修复全部稳妥项（${count}）`, en: `Fix all safe ones (${count})` }),
  fixAllHint: { zh: "只改不影响意思的地方，先预览再写入，可以撤销", en: "Only what keeps the meaning; previewed first, and it can be undone" },
  benefit: { zh: "找出任务清单里漏填的牵头单位、时限，错乱的序号和没补全的空白，逐处告诉您怎么改。", en: "Finds missing lead units and deadlines, broken numbering and blanks left open, and says how to mend each." },
  privacy: { zh: "一切都在这台电脑上完成，内容不会传出去。", en: "Everything happens on this machine; nothing leaves it." },
  insertSample: { zh: "放入一张示例清单", en: "Add a sample list" },
  insertSampleHint: { zh: "在这个工作簿里新建一张有毛病的示例清单，看看能查出什么；可以撤销。", en: "Adds a faulty sample list to this workbook as a new sheet, to see what is found; it can be undone." },
  trySample: { zh: "用示例试一试", en: "Try the sample" },
  reading: { zh: "正在读取工作簿…", en: "Reading the workbook…" },
  checking: (done: number, total: number): Text => ({ zh: `正在核查 ${done}/${total}`, en: `Checking ${done} of ${total}` }),
  writing: { zh: "正在写入…", en: "Writing…" },
  behindOthers: { zh: "别人改了这个工作簿，下面的结果还没有算进去。需要时请“重新核查”。", en: "Somebody else has changed the workbook; what is below does not show it yet. Check again when you like." },
  behindAnybody: { zh: "内容有改动，下面的结果还没有更新。请“重新核查”。", en: "Something has changed; what is below does not show it yet. Check again." },
  clean: { zh: "没有发现问题，可以报送。", en: "Nothing to mend: ready to be sent." },
  noTables: { zh: "没有认出任务清单或指标表", en: "No task list or indicator sheet recognised" },
  noTablesHelp: {
    zh: "表头（前 30 行内）要有任务一列（如“重点任务”“工作任务”），再加单位或时限（如“牵头部门”“责任单位”“完成时限”）；指标表要有“指标名称”和指标值、分子、分母或计算公式，或一列一个指标。改好表头后重新核查。",
    en: "Within the first 30 rows a header must name the task (重点任务, 工作任务) and a unit or deadline (牵头部门, 责任单位, 完成时限), or 指标名称 and values, 分子, 分母 or 计算公式, or one indicator a column. Mend the header and check again.",
  },
  table: (sheet: string, address: string, rows: number): Text => ({ zh: `${sheet} ${address} · ${rows}\u00a0行`, en: `${sheet} ${address} · ${rows}\u00a0rows` }),
  counts: (error: number, warning: number, info: number): Text => ({ zh: `强制 ${error}，核实 ${warning}，提示 ${info}`, en: `${error} to mend, ${warning} to confirm, ${info} notes` }),
  settings: { zh: "设置", en: "Settings" },
  states: (asOf: string, total: number): Text => ({ zh: `截至${asOf}，${total} 项任务`, en: `${total} tasks as of ${asOf}` }),
  findings: { zh: "问题清单", en: "Findings" },
  search: { zh: "按内容或单元格筛选", en: "Filter by words or cell" },
  noneLeft: { zh: "按现在的筛选没有问题，放宽筛选可看到其他。", en: "Nothing fits this filter; widen it to see the others." },
  jump: (sheet: string, address: string): Text => ({ zh: `跳到 ${sheet} ${address}`, en: `Go to ${sheet} ${address}` }),
  group: (severity: string, count: number): Text => ({ zh: `${severity} ${count} 处`, en: `${severity}: ${count}` }),
  applied: (count: number): Text => ({ zh: `已修改 ${count} 项`, en: `${count} changes made` }),
  undone: { zh: "已撤销", en: "Undone" },
  skipped: (count: number): Text => ({ zh: `${count} 项没有改`, en: `${count} left out` }),
  upToDate: { zh: "已是最新，没有要改的", en: "Up to date; there was nothing to change" },
  nothingApplied: { zh: "没有修改任何内容", en: "Nothing was changed" },
  altered: (places: string): Text => ({ zh: `Excel 把写入的内容改成了别的样子，请看一看：${places}`, en: `Excel shows something else than was written; please look at ${places}` }),
  empty: { zh: "（空）", en: "(empty)" },
  moreLines: (count: number): Text => ({ zh: `另有 ${count} 处`, en: `${count} more` }),
  insertRow: { zh: "插入行", en: "Insert row" },
  deleteRow: { zh: "删除行", en: "Delete row" },
  insertColumn: { zh: "插入列", en: "Insert column" },
  deleteColumn: { zh: "删除列", en: "Delete column" },
  merged: { zh: "合并", en: "Merged" },
  unmerged: { zh: "不合并", en: "Not merged" },
  kept: { zh: "随工作簿保存的设置", en: "Kept with the workbook" },
  formats: (count: number) => ({ zh: `条件格式 × ${count}`, en: `Conditional formats × ${count}` }),
  charts: (count: number) => ({ zh: `图表 × ${count}`, en: `Charts × ${count}` }),
  filter: (address: string) => ({ zh: `筛选 ${address}`, en: `Filter ${address}` }),
  list: (source: string) => ({ zh: `下拉 ${source}`, en: `List ${source}` }),
  newSheet: { zh: "新工作表", en: "New sheet" },
  goneSheet: { zh: "删除工作表", en: "Delete sheet" },
} as const;
