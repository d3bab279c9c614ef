import { stringifyAddress } from "../core/address";
import type { Change, SkipReason } from "../core/edit";
import type { Text } from "../core/text";
import { findWorksheet, textOf, valueAt, type Range, type Workbook } from "../core/workbook";
import { HostError } from "../host/host-error";
import { describeHostError } from "../host/host-messages";
import { UsageError, type Command } from "./arguments";
import type { CommandLine, ExitStatus } from "./command-line";
import { complainOf } from "./complain";
import { inputsOf, readBytes, refuseInputs, writeWhole } from "./files";
import { hasErrors, judge, type Judgement } from "./judge";
import { readSettings } from "./settings";

/** Columns come first and notes on what then is there: more passes than that would mean that flags do not settle. */
const maxPasses = 4;

export async function runFlag({ file, output, clears, settings: options }: Command & { name: "flag" }, line: CommandLine): Promise<ExitStatus> {
  const settings = await readSettings(options, line);
  await refuseInputs(output, inputsOf(options.file, [file]));
  const made: Change[] = [];
  let lines: readonly string[];
  let judgement: Judgement | undefined;
  try {
    const host = await line.openWorkbook(await readBytes(file), file);
    let skipped: readonly { readonly change: Change; readonly reason: SkipReason }[] = [];
    for (let pass = 0; pass < maxPasses; pass++) {
      const workbook = await host.read();
      judgement = clears ? undefined : judge(workbook, pass === 0 ? file : undefined, settings, line);
      if (judgement !== undefined && pass === 0) refuseProtected(line.flag.protectedLists(workbook, judgement.result.tables), judgement, file, line);
      const changes = judgement === undefined ? line.flag.clear(workbook) : line.flag.flag({ workbook, ...judgement.result, settings: judgement.settings });
      // said of the workbook as it came in: what flags do themselves is said below
      if (judgement !== undefined && pass === 0) sayTypedOver(line.flag.typedOver(workbook, judgement.result.tables), workbook, file, line);
      if (changes.length === 0) break;
      const receipt = await host.apply(changes);
      skipped = receipt.skipped;
      made.push(...receipt.applied);
      if (receipt.applied.length === 0) break;
    }
    await writeWhole(output, await host.save());
    lines = [...made.map(({ title }) => title[line.language]), ...skipped.map(({ change, reason }) => notMade(change, reason)[line.language])];
  } catch (error) {
    if (error instanceof UsageError) throw error;
    complainOf(file, describeHostError(error), line);
    return 2;
  }
  line.write(`${summary(made.length, clears, output)[line.language]}\n${lines.map((text) => `  ${text}\n`).join("")}`);
  return judgement !== undefined && hasErrors(judgement) ? 1 : 0;
}

/** Where every list is protected nothing can be done; where some are, the others are flagged. */
function refuseProtected(sheets: readonly string[], { result }: Judgement, file: string, line: CommandLine): void {
  const [first] = sheets;
  if (first === undefined) return;
  if (result.tables.every(({ sheet }) => sheets.includes(sheet))) throw new HostError("protected-sheet", first);
  for (const sheet of sheets) complainOf(file, { zh: `工作表“${sheet}”有保护，没有标注；请先在“审阅”里撤销工作表保护`, en: `the sheet “${sheet}” is protected and was not flagged; remove the protection under Review` }, line);
}

/** A few of many. */
const mostCells = 5;

function sayTypedOver(cells: readonly Range[], workbook: Workbook, file: string, line: CommandLine): void {
  if (cells.length === 0) return;
  const quoted = cells.slice(0, mostCells).map((range) => {
    const worksheet = findWorksheet(workbook, range.sheet);
    const text = worksheet === undefined ? "" : textOf(valueAt(worksheet, range.top, range.left));
    return { at: `${range.sheet} ${stringifyAddress(range)}`, text: text.length > 20 ? `${text.slice(0, 20)}…` : text };
  });
  const zh = quoted.map(({ at, text }) => `${at}“${text}”`).join("、");
  const en = quoted.map(({ at, text }) => `${at} “${text}”`).join(", ");
  complainOf(file, {
    zh: `标注列里有 ${cells.length} 格是手工填写的，照原样留着，不会随日期变：${zh}${cells.length > mostCells ? "等" : ""}。要恢复标注，请清空这些格再标注一次`,
    en: `${cells.length} cells in the flags' columns were typed by hand; they stay as typed and do not go with the calendar: ${en}${cells.length > mostCells ? ", and others" : ""}. To have flags there again, empty them and flag once more`,
  }, line);
}

function summary(count: number, clears: boolean, output: string): Text {
  if (clears) return count === 0 ? { zh: `没有要清除的标注，照原样写入 ${output}`, en: `There are no flags to take off; written as it was to ${output}` } : { zh: `已清除标注，写入 ${output}`, en: `Flags taken off, written to ${output}` };
  return count === 0 ? { zh: `没有要标注的，或标注已是最新，照原样写入 ${output}`, en: `Nothing to flag, or flags are up to date; written as it was to ${output}` } : { zh: `已标注，写入 ${output}`, en: `Flagged, written to ${output}` };
}

const reasons: { readonly [R in SkipReason]: Text } = {
  stale: { zh: "内容已变", en: "it has changed" },
  conflict: { zh: "与其他修改冲突", en: "another change is in the way" },
  "missing-sheet": { zh: "工作表不在了", en: "the sheet is not there" },
  "covered-cell": { zh: "有合并单元格、数组公式或 Excel 表格挡着", en: "a merged area, an array formula or an Excel table is in the way" },
  "not-ours": { zh: "那里已有别人的批注、筛选或条件", en: "somebody else's note, filter or condition is there" },
  unsupported: { zh: "这里做不到", en: "it cannot be done here" },
};

/** What a host could not do, and why. */
export function notMade({ title }: Change, reason: SkipReason): Text {
  return { zh: `未做：${title.zh}（${reasons[reason].zh}）`, en: `Not done: ${title.en} (${reasons[reason].en})` };
}
