// npx tsx test/bench/merge.ts: how long comparing two long lists takes, and merging forty replies, besides opening the files
import { performance } from "node:perf_hooks";
import { defaultSettings } from "../../src/core/settings";
import type { CellContent, Workbook } from "../../src/core/workbook";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { compareWorkbooks } from "../../src/merge/compare-lists";
import { comparisonSheet } from "../../src/merge/comparison-sheet";
import { mergeReplies } from "../../src/merge/merge-replies";
import { mergeSheet } from "../../src/merge/merge-sheet";
import { templates } from "../../src/templates";
import { makeXlsx } from "../support/make-xlsx";
import { makeWorkbook } from "../support/make-workbook";

const options = { templates, settings: defaultSettings("2026-03-01") };
const header = ["序号", "重点任务", "牵头部门", "责任部门", "完成时限", "进展情况", "完成状态", "备注"];
const units = ["市城管局", "市住建局", "市公安局", "市财政局", "市发展改革委", "市自然资源局", "市市场监管局", "市教育局"];
const work = ["完善停车设施布局，新增公共泊位", "推进老旧小区周边错时共享停车", "健全收费标准动态调整机制", "整治占用消防通道停放行为", "建设统一的信息服务平台"];
const runs = 3;

function rowsOf(count: number, taskOf = (index: number): string => `${work[index % 5] ?? ""}（第${index + 1}片区）。`): CellContent[][] {
  return Array.from({ length: count }, (_, index) => [index + 1, taskOf(index), units[index % 8] ?? "", units[(index * 3 + 1) % 8] ?? "", `2026年${(index % 12) + 1}月底前`, null, null, null]);
}

function bookOf(rows: readonly CellContent[][]): Workbook {
  return makeWorkbook([{ name: "责任分工", cells: [header, ...rows] }]);
}

function report(name: string, work: () => string): void {
  const times: number[] = [];
  let said = "";
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    said = work();
    times.push(performance.now() - start);
  }
  process.stdout.write(`${name}: ${times.map((time) => time.toFixed(0)).join(" / ")} ms (${said})\n`);
}

function benchCompare(count: number): void {
  const old = rowsOf(count);
  const reworded = (index: number): string => `${work[index % 5] ?? ""}，压实责任（第${index + 1}片区）。`;
  const cases: readonly (readonly [string, CellContent[][]])[] = [
    ["the same", rowsOf(count)],
    ["turned round, one in a hundred reworded", rowsOf(count, (index) => (index % 100 === 7 ? reworded(index) : `${work[index % 5] ?? ""}（第${index + 1}片区）。`)).reverse()],
    ["every task reworded", rowsOf(count, reworded)],
    ["not one task the same", rowsOf(count, (index) => `第${index * 7919}号事项：${["天地", "玄黄", "宇宙", "洪荒"][index % 4] ?? ""}`)],
    ["the same words in every row", rowsOf(count, () => work[0] ?? "")],
  ];
  for (const [name, rows] of cases) {
    report(`compare ${count} rows, ${name}`, () => {
      const comparison = compareWorkbooks(bookOf(old), bookOf(rows), options);
      const sheet = comparisonSheet(comparison, { before: "a", after: "b" });
      return `${comparison.lists[0]?.differences.length ?? 0} differences, ${sheet.cells.length} rows to print`;
    });
  }
}

async function benchMerge(replies: number, count: number, isWhole: boolean): Promise<void> {
  const master = makeXlsx([{ name: "责任分工", cells: [header, ...rowsOf(count)] }]);
  const files = Array.from({ length: replies }, (_, reply) => {
    const rows = rowsOf(count).map((row, index): CellContent[] => [...row.slice(0, 5), index % replies === reply || index % 97 === 0 ? `已完成${reply}成` : null, index % replies === reply ? "推进中" : null, null]);
    return makeXlsx([{ name: "责任分工", cells: [header, ...rows.filter((__, index) => isWhole || index % replies === reply)] }]);
  });
  const start = performance.now();
  const workbook = await (await createXlsxHost(master)).read();
  const read: { file: string; workbook: Workbook }[] = [];
  for (const [index, file] of files.entries()) read.push({ file: `${index}.xlsx`, workbook: await (await createXlsxHost(file)).read() });
  process.stdout.write(`open ${replies} files of ${isWhole ? count : Math.round(count / replies)} rows: ${(performance.now() - start).toFixed(0)} ms\n`);
  report(`merge ${replies} replies of ${isWhole ? count : Math.round(count / replies)} rows into ${count}`, () => {
    const merge = mergeReplies({ master: workbook, replies: read, ...options });
    mergeSheet(merge, workbook);
    return `${merge.taken.length} cells taken, ${merge.conflicts.length} conflicts`;
  });
  const merge = mergeReplies({ master: workbook, replies: read, ...options });
  const host = await createXlsxHost(master);
  const applying = performance.now();
  await host.apply(merge.changes);
  await host.apply([{ title: { zh: "合并情况", en: "What was merged" }, edits: [mergeSheet(merge, workbook)] }]);
  await host.save();
  process.stdout.write(`write the merged file: ${(performance.now() - applying).toFixed(0)} ms\n`);
}

async function main(): Promise<void> {
  await benchMerge(40, 2500, true);
  await benchMerge(40, 2500, false);
  benchCompare(100_000);
}

void main();
