import type { FileReport } from "../report/file-report";
import { stringifyHtml } from "../report/html/page";
import { jsonPieces } from "../report/json";
import { stringifyOpinions } from "../report/opinion";
import type { ReportFacts } from "../report/report-facts";
import { reportFilters, reportSheets } from "../report/report-sheets";
import { stringifySarif } from "../report/sarif";
import { stringifyText } from "../report/text";
import type { ReportFormat } from "./arguments";
import type { CommandLine, ReportTools } from "./command-line";
import { writeWhole } from "./files";

type Reports = AsyncIterable<FileReport>;

/** What `check` and `report` hand back, in the format that was asked for. Text and JSON come file by file; the others need all files at once. */
export async function deliverReport(format: ReportFormat, reports: Reports, facts: ReportFacts, output: string | undefined, { report: tools, write }: Pick<CommandLine, "report" | "write">): Promise<void> {
  const pieces = piecesOf(format, reports, facts, tools);
  if (output !== undefined) await writeWhole(output, pieces);
  else for await (const piece of pieces) if (typeof piece === "string") write(piece);
}

async function* piecesOf(format: ReportFormat, reports: Reports, facts: ReportFacts, { makeWorkbook }: ReportTools): AsyncGenerator<string | Uint8Array> {
  switch (format) {
    case "text":
      for await (const report of reports) yield stringifyText([report], facts.language);
      return;
    case "json":
      yield* jsonPieces(reports, facts.asOf, facts.language);
      return;
    case "html":
      yield stringifyHtml(await all(reports), facts);
      return;
    case "sarif":
      yield stringifySarif(await all(reports), facts);
      return;
    case "opinion":
      yield stringifyOpinions(await all(reports), facts);
      return;
    case "xlsx": {
      const sheets = reportSheets(await all(reports), facts);
      yield makeWorkbook({ title: { zh: "核查报告", en: "Report of a check" }, edits: [...sheets, ...reportFilters(sheets)] });
    }
  }
}

async function all(reports: Reports): Promise<FileReport[]> {
  const list: FileReport[] = [];
  for await (const report of reports) list.push(report);
  return list;
}
