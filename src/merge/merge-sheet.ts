import type { AddSheet } from "../core/edit";
import { ownMark } from "../core/own-columns";
import type { SheetLayout } from "../core/sheet-layout";
import type { CellContent, Workbook } from "../core/workbook";
import { adviseOnConflict, adviseOnProposal, describeAdded, describeMerge, describeMissing, describeStranger, describeUnplaced, placeText, sourceText, taskText } from "./describe-merge";
import type { Conflict, Merge, MergedCell, Source, Version } from "./merge-replies";
import { shortened } from "./shortened";
import { markedText, wordChanges } from "./word-changes";

const name = "合并情况";
const header = ["序号", "情况", "位置", "任务", "栏目", "总表原来", "返回的内容", "来自", "说明"];
const widths = [5, 10, 14, 26, 10, 24, 30, 18, 28];
const right = header.length - 1;

/** What came of a merge: what a person has chosen already, and cells (责任分工!G5) that could not be written. */
export type MergeOutcome = { readonly decided: readonly { readonly cell: Conflict; readonly version: Version }[]; readonly unwritten: ReadonlySet<string> };

/** The sheet that says what was merged from where, and before that what waits for a person. */
export function mergeSheet(merge: Merge, master: Workbook, outcome: MergeOutcome = { decided: [], unwritten: new Set() }): AddSheet {
  const lines = linesOf(merge, outcome).map((line, index) => [index + 1, ...line]);
  const cells = [[`${name}${ownMark}`], [`${describeMerge(merge).zh}。冲突和待确认的格，总表里都还是原来的内容。`], header, ...lines];
  return { kind: "add-sheet", sheet: freeName(master), cells, layout: layoutOf(lines.length) };
}

function freeName({ worksheets }: Workbook): string {
  const taken = new Set(worksheets.map((worksheet) => worksheet.name.toLowerCase()));
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}${number}`;
  return free;
}

function linesOf(merge: Merge, { decided, unwritten }: MergeOutcome): CellContent[][] {
  const settled = new Set(decided.map(({ cell }) => cell));
  const made = [...decided.map(({ cell, version }) => ({ label: "已选定", cell, version })), ...merge.taken.map((cell) => ({ label: "已并入", cell, version: cell.version }))];
  const isUnwritten = ({ cell }: { readonly cell: MergedCell }): boolean => unwritten.has(placeText(cell));
  return [
    ...made.filter(isUnwritten).map(({ cell, version }) => takenLine("没能写入", cell, version, "这一格写不进去（例如是数组公式的一部分），请手工填入")),
    ...merge.conflicts.filter((cell) => !settled.has(cell)).map((cell) => openLine("冲突", cell, adviseOnConflict(cell).zh)),
    ...merge.reworded.filter((cell) => !settled.has(cell)).map((cell) => openLine("任务改写", cell, adviseOnProposal(cell).zh)),
    ...merge.proposals.filter((cell) => !settled.has(cell)).map((cell) => openLine("待确认", cell, adviseOnProposal(cell).zh)),
    ...merge.unplaced.map((rows) => ["对不上", null, rows.before.map(taskText).join("\n"), null, null, rows.after.map(taskText).join("\n"), sourceText(rows.source), describeUnplaced(rows).zh].map(textCell)),
    ...merge.missing.map((missing) => ["没有返回", `${missing.task.sheet}第${missing.task.row + 1}行`, taskText(missing.task), null, null, null, sourceText(missing.source), describeMissing(missing).zh].map(textCell)),
    ...merge.added.map((row) => ["新加的行", null, taskText(row.at), null, null, row.cells.map(({ header: title, words }) => `${title}：${words}`).join("\n"), sourceText(row.source), describeAdded(row).zh].map(textCell)),
    ...merge.strangers.map((stranger) => ["清单或栏目不同", null, null, null, null, null, sourceText(stranger.source), describeStranger(stranger).zh].map(textCell)),
    ...merge.unreadable.map(({ file, problem }) => ["读不了", null, null, null, null, null, file, problem.zh].map(textCell)),
    ...made.filter((each) => !isUnwritten(each)).map(({ label, cell, version }) => takenLine(label, cell, version, null)),
  ];
}

function openLine(label: string, cell: Conflict, remark: string): CellContent[] {
  const { versions, beforeWords } = cell;
  const [first] = versions;
  // one other wording can be shown against the master's; several cannot
  const words = versions.length === 1 && first !== undefined && beforeWords !== "" && first.words !== "" ? wordChanges(beforeWords, first.words) : undefined;
  const said = versions.map(({ words: each, sources }) => `${each === "" ? "（清空）" : each}${versions.length > 1 ? ` —— ${namesOf(sources)}` : ""}`).join("\n");
  return [label, placeText(cell), taskText(cell.task), cell.header, words === undefined ? beforeWords : markedText(words, "before"), words === undefined ? said : markedText(words, "after"), namesOf(versions.flatMap(({ sources }) => sources)), remark].map(textCell);
}

function takenLine(label: string, cell: MergedCell, { words, sources }: Version, remark: string | null): CellContent[] {
  return [label, placeText(cell), taskText(cell.task), cell.header, cell.beforeWords, words === "" ? "（清空）" : words, namesOf(sources), remark].map(textCell);
}

function namesOf(sources: readonly Source[]): string {
  return [...new Set(sources.map(sourceText))].join("、");
}

function textCell(text: string | null): CellContent {
  return text === null || text === "" ? null : shortened(text);
}

function layoutOf(count: number): SheetLayout {
  const whole = (row: number) => ({ top: row, left: 0, bottom: row, right });
  const body = (left: number, end: number, look: "body" | "body-centred") => ({ range: { top: 3, left, bottom: count + 2, right: end }, look });
  return {
    widths,
    looks: [{ range: whole(0), look: "title" }, { range: whole(1), look: "body" }, { range: whole(2), look: "header" }, ...(count === 0 ? [] : [body(0, 2, "body-centred"), body(3, 3, "body"), body(4, 4, "body-centred"), body(5, right, "body")])],
    merges: [whole(0), whole(1)],
    frozenRows: 3,
    print: { landscape: true, repeatRows: { first: 2, last: 2 } },
  };
}
