import { stringifyAddress } from "../core/address";
import { severityNames, type Diagnostic } from "../core/diagnostic";
import { captionOf } from "./caption";
import { linkFormula } from "./formula-text";
import type { SummaryContext } from "./summary-context";
import type { Line, SummarySheet } from "./summary-sheet";

/** A finding that may stand, and why. */
export type ExplainedFinding = { readonly diagnostic: Diagnostic; readonly reason: string; readonly asOf: string };

/** More lines than that nobody goes through on paper. */
const most = 5000;

/** 问题清单: every finding with what may be done, those with a reason last. */
export function listFindings(summary: SummaryContext, diagnostics: readonly Diagnostic[], explained: readonly ExplainedFinding[], describeRule: (id: string) => string): SummarySheet {
  const all = [...diagnostics.map((diagnostic) => ({ diagnostic, reason: "" })), ...explained.map(({ diagnostic, reason, asOf }) => ({ diagnostic, reason: `${reason}（${asOf}）` }))];
  const lines = all.slice(0, most).map(({ diagnostic, reason }, index): Line => {
    const { range, severity, message, fixes, rule } = diagnostic;
    const link = linkFormula(range, stringifyAddress(range));
    return { cells: [index + 1, range.sheet, { formula: link, shows: stringifyAddress(range) }, severityNames[severity].zh, message.zh, fixes[0]?.title.zh ?? null, reason === "" ? null : reason, describeRule(rule)] };
  });
  const note = all.length > most ? `共 ${all.length} 处，这里列出前 ${most} 处` : all.length === 0 ? "没有发现问题" : `共 ${all.length} 处，其中已说明 ${explained.length} 处`;
  return {
    id: "findings",
    sheet: summary.sheetOf("findings"),
    title: "问题清单",
    caption: captionOf({ ...summary, map: undefined }, note, summary.context.settings.asOf),
    printTitle: summary.listTitle,
    columns: [
      { header: "序号", width: 6, isCentred: true },
      { header: "工作表", width: 16, isCentred: true },
      { header: "单元格", width: 9, isLink: true },
      { header: "级别", width: 8, isCentred: true },
      { header: "问题", width: 56 },
      { header: "建议", width: 30 },
      { header: "情况说明", width: 26 },
      { header: "依据", width: 36 },
    ],
    keys: [1, 4],
    gone: { column: 3, text: "已消除" },
    lines,
  };
}
