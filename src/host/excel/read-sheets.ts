import { stringifyAddress } from "../../core/address";
import { withMarks } from "../../core/marks";
import type { Rectangle, Worksheet } from "../../core/workbook";
import type { ReadOptions } from "../host";
import { HostError } from "../host-error";
import { addBlock, cellsOf, loadBlock } from "./block";
import { planChunks, restOf, type Part } from "./chunks";
import { groupCells } from "./group-cells";
import { loadMergedAreas, mergesFrom, plain, sparing, type Way } from "./merged-areas";
import { toHostError } from "./office-error";
import { loadMarks, readMarks, type MarksLoad } from "./read-marks";
import type { SheetHead } from "./sheet-list";
import { WorksheetBuilder } from "./worksheet-builder";

/** A row of a task list is seldom longer; what is, comes in a later chunk. */
const bytesPerRow = 900;
const windowColumns = 26;
/** Rows to learn from how much a row weighs, where the first try was too much. */
const sampleRows = 10;

type Sheet = SheetHead & { readonly builder: WorksheetBuilder };
type Size = { readonly rows: number; readonly columns: number };

export type SheetsRead<B> = {
  readonly worksheets: readonly Worksheet[];
  /** What was asked for in the same trip; undefined where it was too much for one response together with them, and marks are not known either. */
  readonly beside: B | undefined;
};

/** Reads worksheets whole: one trip for the upper left of each and how large it is, and, only where that was not all, one for each further chunk. */
export async function readSheets<B>(context: Excel.RequestContext, heads: readonly SheetHead[], payloadLimit: number, loadBeside: () => B, { signal, onProgress }: ReadOptions): Promise<SheetsRead<B>> {
  const sync = stoppable(context, signal);
  const sheets = heads.map((head) => ({ ...head, builder: new WorksheetBuilder(head) }));
  const window = { rows: Math.max(sampleRows, Math.floor(payloadLimit / bytesPerRow / sheets.length)), columns: windowColumns };
  const first = await readWindow(context, sync, sheets, window, () => ({ own: loadBeside(), marks: heads.map(({ id }) => loadMarks(context.workbook.worksheets.getItem(id))) }));
  const total = first.sizes.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  let done = first.cells;
  onProgress?.(done, total);

  const rest = first.sizes.flatMap((size, index) => restOf(index, size, first.window));
  await readParts(context, sync, sheets, rest, { payloadLimit, bytesPerCell: first.bytesPerCell, way: first.way }, (cells) => {
    done += cells;
    onProgress?.(done, total);
  });
  await settleDoubts(context, sync, sheets);
  if (signal?.aborted === true) throw new HostError("cancelled");
  const marks = first.beside === undefined ? [] : await readMarks(first.beside.marks, sync);
  return { worksheets: sheets.map(({ builder }, index) => withMarks(builder.finish(), marks[index] ?? {})), beside: first.beside?.own };
}

/** Sends what is asked for, unless somebody has stopped it. */
export function stoppable(context: Excel.RequestContext, signal: AbortSignal | undefined): () => Promise<void> {
  return async () => {
    if (signal?.aborted === true) throw new HostError("cancelled");
    await context.sync();
  };
}

type Beside<B> = { readonly own: B; readonly marks: readonly MarksLoad[] };
type Window<B> = { readonly sizes: readonly Size[]; readonly window: Size; readonly cells: number; readonly bytesPerCell: number; readonly way: Way; readonly beside: Beside<B> | undefined };

async function readWindow<B>(context: Excel.RequestContext, sync: () => Promise<void>, sheets: readonly Sheet[], window: Size, loadBeside: () => Beside<B>, way = sparing): Promise<Window<B>> {
  const asked = sheets.map(({ id, isProtected }) => {
    const sheet = context.workbook.worksheets.getItem(id);
    // from A1, not from the used range's corner, so that array indexes are cell positions
    const used = sheet.getRange("A1").getBoundingRect(sheet.getUsedRange(true)).load({ rowCount: true, columnCount: true });
    const corner = stringifyAddress({ top: 0, left: 0, bottom: window.rows - 1, right: window.columns - 1 });
    return { used, load: loadBlock(used.getIntersection(corner), way.formulasApart && !isProtected), merges: loadMergedAreas(sheet, 0, window.rows - 1, way.band) };
  });
  const beside = way.withNames ? loadBeside() : undefined;
  try {
    await sync();
  } catch (error) {
    const next = retryOf(error, window, way);
    return readWindow(context, sync, sheets, next.window, loadBeside, next.way);
  }
  let [cells, bytes] = [0, 0];
  for (const [index, { load, merges }] of asked.entries()) {
    const builder = sheets[index]?.builder;
    builder?.addMerges(mergesFrom(merges));
    if (builder !== undefined) bytes += addBlock(builder, load, 0, 0);
    cells += cellsOf(load);
  }
  return { sizes: asked.map(({ used }) => ({ rows: used.rowCount, columns: used.columnCount })), window, cells, bytesPerCell: bytes / Math.max(1, cells), way, beside };
}

/** Too much for one response, or something in the way of asking that this Excel or workbook does not take: once more, otherwise. */
function retryOf(error: unknown, window: Size, way: Way): { readonly window: Size; readonly way: Way } {
  const reason = toHostError(error);
  if (!(reason instanceof HostError)) throw error;
  if (reason.code === "payload-limit" && window.rows > sampleRows) return { window: { ...window, rows: sampleRows }, way };
  // old workbooks may drag along tens of thousands of names
  if (reason.code === "payload-limit" && way.withNames) return { window, way: { ...way, withNames: false } };
  if (reason.code === "host-failure" && way !== plain) return { window, way: plain };
  throw error;
}

type Budget = { readonly payloadLimit: number; readonly bytesPerCell: number; readonly way: Way };

async function readParts(context: Excel.RequestContext, sync: () => Promise<void>, sheets: readonly Sheet[], parts: readonly Part[], budget: Budget, tell: (cells: number) => void): Promise<void> {
  for (const chunk of planChunks(parts, budget.payloadLimit, budget.bytesPerCell)) {
    const asked = chunk.map(({ sheet: index, area }) => {
      const sheet = context.workbook.worksheets.getItem(sheets[index]?.id ?? "");
      return { index, area, load: loadBlock(sheet.getRange(stringifyAddress(area)), budget.way.formulasApart && sheets[index]?.isProtected === false), merges: area.left === 0 ? loadMergedAreas(sheet, area.top, area.bottom, budget.way.band) : [] };
    });
    try {
      await sync();
    } catch (error) {
      await readParts(context, sync, sheets, chunk, smallerBudget(error, budget), tell);
      continue;
    }
    for (const { index, area, load, merges } of asked) {
      const builder = sheets[index]?.builder;
      if (builder === undefined) continue;
      builder.addMerges(mergesFrom(merges));
      addBlock(builder, load, area.top, area.left);
    }
    tell(asked.reduce((sum, { load }) => sum + cellsOf(load), 0));
  }
}

function smallerBudget(error: unknown, budget: Budget): Budget {
  const reason = toHostError(error);
  if (!(reason instanceof HostError)) throw error;
  // rows further down may weigh more than those at the top
  if (reason.code === "payload-limit" && budget.payloadLimit > 1_024) return { ...budget, payloadLimit: budget.payloadLimit / 3 };
  if (reason.code === "host-failure" && budget.way !== plain) return { ...budget, way: plain };
  throw error;
}

/** The text "#N/A" and the error look alike in `values`; it is so rare that only such cells are asked about. */
async function settleDoubts(context: Excel.RequestContext, sync: () => Promise<void>, sheets: readonly Sheet[]): Promise<void> {
  const asked = sheets.flatMap(({ id, builder }) =>
    groupCells(builder.doubtful).map((area: Rectangle) => ({ area, builder, range: context.workbook.worksheets.getItem(id).getRange(stringifyAddress(area)).load({ valueTypes: true }) })),
  );
  if (asked.length === 0) return;
  await sync();
  for (const { area, builder, range } of asked) {
    for (const { row, column } of builder.doubtful) {
      if (range.valueTypes[row - area.top]?.[column - area.left] === Excel.RangeValueType.error) builder.setError(row, column);
    }
  }
}
