import type { FileReport } from "../report/file-report";
import { stringifyHtml } from "../report/html/page";
import { stringifyJson } from "../report/json";
import { stringifyOpinions } from "../report/opinion";
import type { ReportFacts } from "../report/report-facts";
import { reportFilters, reportSheets } from "../report/report-sheets";
import { stringifySarif } from "../report/sarif";
import { stringifyText } from "../report/text";
import type { CheckFormat } from "./arguments";
import type { ReportTools } from "./command-line";

/** What `check` hands back, in the format that was asked for. */
export async function makeReport(format: CheckFormat, reports: readonly FileReport[], facts: ReportFacts, { makeWorkbook }: ReportTools): Promise<string | Uint8Array> {
  switch (format) {
    case "text":
      return stringifyText(reports, facts.language);
    case "json":
      return stringifyJson(reports, facts.asOf, facts.language);
    case "html":
      return stringifyHtml(reports, facts);
    case "sarif":
      return stringifySarif(reports, facts);
    case "opinion":
      return stringifyOpinions(reports, facts);
    case "xlsx": {
      const sheets = reportSheets(reports, facts);
      return makeWorkbook({ title: { zh: "核查报告", en: "Report of a check" }, edits: [...sheets, ...reportFilters(sheets)] });
    }
  }
}
