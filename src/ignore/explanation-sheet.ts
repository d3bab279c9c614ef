import { stringifyAddress } from "../core/address";
import { severityNames } from "../core/diagnostic";
import { setCell, type Change, type Contents, type Edit } from "../core/edit";
import { isOwnSheet, ownMark } from "../core/own-columns";
import type { SheetLayout } from "../core/sheet-layout";
import { contentAt, isSameContent, type CellContent, type Workbook, type Worksheet } from "../core/workbook";
import type { IgnoredFinding } from "./apply-ignores";
import type { Ignore } from "./ignore";

export const explanationTitle = { zh: "写出情况说明表", en: "Write the sheet of reasons" };

const name = "情况说明";
const headers = ["序号", "工作表", "单元格", "级别", "核查发现", "情况说明", "说明日期", "适用范围", "规则"];
const widths = [6, 16, 9, 8, 60, 40, 13, 12, 26];
const scopeNames: { readonly [S in Ignore["scope"]]: string } = { finding: "此处", column: "此列", workbook: "全工作簿" };

/** The reasons as a plain visible sheet, for whoever has no add-in; brought up to date where it is there. Undefined where nothing would change. */
export function explanationSheet(workbook: Workbook, ignored: readonly IgnoredFinding[]): Change | undefined {
  const cells: Contents = [[`${name}${ownMark}`], headers, ...ignored.map(lineOf)];
  const known = workbook.worksheets.find((worksheet) => isOwnSheet(worksheet) && worksheet.name.startsWith(name));
  const edits = known === undefined ? [addSheet(workbook, cells)] : differences(known, cells);
  return edits.length === 0 ? undefined : { title: explanationTitle, edits };
}

function lineOf({ diagnostic, ignore }: IgnoredFinding, index: number): CellContent[] {
  const { rule, severity, range, message } = diagnostic;
  return [index + 1, range.sheet, stringifyAddress(range), severityNames[severity].zh, message.zh, ignore.reason, ignore.asOf, scopeNames[ignore.scope], rule];
}

function addSheet({ worksheets }: Workbook, cells: Contents): Edit {
  const taken = new Set(worksheets.map((worksheet) => worksheet.name));
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}${number}`;
  return { kind: "add-sheet", sheet: free, cells, layout: layoutOf(cells.length) };
}

function layoutOf(rows: number): SheetLayout {
  const right = headers.length - 1;
  const body = rows > 2 ? [{ range: { top: 2, left: 0, bottom: rows - 1, right }, look: "body" as const }] : [];
  return {
    widths,
    looks: [{ range: { top: 0, left: 0, bottom: 0, right }, look: "title" }, { range: { top: 1, left: 0, bottom: 1, right }, look: "header" }, ...body],
    merges: [{ top: 0, left: 0, bottom: 0, right }],
    frozenRows: 2,
    print: { landscape: true, repeatRows: { first: 1, last: 1 } },
  };
}

function differences(worksheet: Worksheet, cells: Contents): Edit[] {
  const edits: Edit[] = [];
  for (let row = 0; row < Math.max(worksheet.rowCount, cells.length); row++) {
    // what somebody has written beside the table is theirs
    for (const column of headers.keys()) {
      const [before, after] = [contentAt(worksheet, row, column), cells[row]?.[column] ?? null];
      if (!isSameContent(before, after)) edits.push(setCell(worksheet.name, row, column, before, after));
    }
  }
  return edits;
}
