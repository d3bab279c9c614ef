import type { SummaryTools } from "./cli/command-line";
import type { Text } from "./core/text";
import { describeRule } from "./product";
import { clearSummaries, summarise, summaryNames, type Summarised } from "./summary/summarise";

const reasons: { readonly [R in Summarised["left"][number]["reason"]]: Text } = {
  nothing: { zh: "工作簿里没有可汇总的内容", en: "the workbook has nothing to sum up by" },
  "changed-columns": { zh: "这张表的列被改动过，为免覆盖没有更新；删除它后可重新生成", en: "its columns were changed, so it was left alone; delete it to have it made anew" },
};

/** What the command line sums up with. */
export const summaryTools: SummaryTools = {
  make: ({ workbook, judgement: { result, ignored, settings } }, by) => {
    const explained = ignored.map(({ diagnostic, ignore }) => ({ diagnostic, reason: ignore.reason, asOf: ignore.asOf }));
    const { changes, left } = summarise({ workbook, ...result, settings, explained, describeRule }, by);
    return { changes, left: left.map(({ id, reason }) => ({ zh: `未做：${summaryNames[id].text.zh}（${reasons[reason].zh}）`, en: `Not done: ${summaryNames[id].text.en} (${reasons[reason].en})` })) };
  },
  clear: clearSummaries,
};
