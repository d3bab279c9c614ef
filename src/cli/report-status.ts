import { countBySeverity } from "../core/diagnostic";
import { isUnread, type FileReport } from "../report/file-report";
import type { ExitStatus } from "./command-line";

export function statusOf(report: FileReport): ExitStatus {
  if (isUnread(report)) return 2;
  return countBySeverity(report.findings).error > 0 ? 1 : 0;
}

/** What several files come to: the gravest of them. */
export function worst(a: ExitStatus, b: ExitStatus): ExitStatus {
  return a > b ? a : b;
}
