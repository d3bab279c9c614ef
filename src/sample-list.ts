import type { Change } from "./core/edit";
import { contentAt, type CellContent, type Workbook } from "./core/workbook";
import { HostError } from "./host/host-error";
import { freeSheetName } from "./ui/fill/sheet-name";

const file = "assets/samples/sample-task-list.xlsx";
const name = "示例清单";
/** In digits, as the file has them. */
const widths = [16, 6, 48, 16, 24, 17, 12];

/** Adds the sample to a workbook as a worksheet of its own: who opens the pane beside an empty workbook has something to look at. */
export async function sampleList(workbook: Workbook): Promise<readonly Change[]> {
  const response = await fetch(file);
  if (!response.ok) throw new HostError("unreadable-file", `${file} ${response.status}`);
  // most panes never ask for it
  const { createXlsxHost } = await import("./host/xlsx/xlsx-host");
  const [sample] = (await (await createXlsxHost(new Uint8Array(await response.arrayBuffer()))).read()).worksheets;
  if (sample === undefined) throw new HostError("unreadable-file", file);
  const right = sample.columnCount - 1;
  const cells = Array.from({ length: sample.rowCount }, (_, row) => Array.from({ length: sample.columnCount }, (__, column): CellContent => contentAt(sample, row, column)));
  const sheet = freeSheetName(name, workbook.worksheets.map((worksheet) => worksheet.name));
  const across = (top: number, bottom: number) => ({ top, left: 0, bottom, right });
  const layout = {
    widths,
    looks: [
      { range: across(0, 0), look: "title" },
      { range: across(1, 1), look: "header" },
      { range: across(2, sample.rowCount - 1), look: "body" },
    ],
    merges: sample.merges,
    frozenRows: 2,
  } as const;
  return [{ title: { zh: `新建工作表“${sheet}”`, en: `Add the worksheet “${sheet}”` }, edits: [{ kind: "add-sheet", sheet, cells, layout }] }];
}
