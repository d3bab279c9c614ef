import type { Severity } from "../../src/core/diagnostic";
import type { CheckedFile, ExplainedFinding, Finding } from "../../src/report/file-report";
import type { ReportFacts } from "../../src/report/report-facts";
import { rules } from "../../src/rules";
import { lightsOf } from "../../src/tasks/lights";

export const facts: ReportFacts = { asOf: "2026-07-10", language: "zh", version: "0.1.0", rules };

export const inEnglish: ReportFacts = { ...facts, language: "en" };

type Drawn = { readonly rule?: string; readonly severity?: Severity; readonly at?: string; readonly zh?: string; readonly en?: string; readonly fix?: string };

/** `at` as 工作表!E6. */
export function finding({ rule = "require-lead-unit", severity = "error", at = "任务!C3", zh = "任务“整修渠道”没有填写牵头单位", en = "The task “整修渠道” has no lead unit", fix }: Drawn = {}): Finding {
  const [sheet = "", address = ""] = at.split("!");
  return { rule, severity, sheet, address, message: { zh, en }, fixes: fix === undefined ? [] : [{ title: { zh: fix, en: fix }, safe: true }] };
}

export function explained(drawn: Drawn, reason: string, asOf = "2026-07-01"): ExplainedFinding {
  return { ...finding(drawn), reason, asOf, scope: "finding" };
}

const counts = { overdue: 2, behind: 0, "due-soon": 1, "on-track": 4, standing: 1, done: 3, unclear: 0 };

export function checked(file: string, findings: readonly Finding[], reasons: readonly ExplainedFinding[] = [], rows = 11): CheckedFile {
  return {
    file,
    tables: [{ sheet: "任务", address: `A2:F${rows + 2}`, kind: "task-list", template: "responsibility-division", subject: "task", title: { zh: "责任分工表", en: "Responsibility division" }, rows }],
    findings,
    explained: reasons,
    lights: lightsOf([counts], "green-yellow-red"),
  };
}

export const unread = { file: "报送/坏的.xlsx", error: { zh: "这个文件是空的（0 字节），可能没有传完。请重新取一份", en: "This file is empty (0 bytes); get it again" } };

/** Texts that a cell or a file's name may hold to do harm, with what must never reach the page. */
export const hostileTexts = [
  `<script>document.title="坏"</script>`,
  `"><img src=x onerror="document.title='坏'">`,
  `</style><style>body{display:none}</style>`,
  `&lt;b&gt; & <b>粗</b>`,
  `' onmouseover='document.title="坏"`,
  "\u202e倒着写\u202d的\u2067字",
  "\u0000空\u0008格\uffff",
  "[点这里](javascript:alert(1))",
  "字".repeat(1_000_000),
  "𠮷".repeat(500_000),
] as const;
