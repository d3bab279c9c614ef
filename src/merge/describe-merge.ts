import { stringifyAddress } from "../core/address";
import { quote, type Text } from "../core/text";
import { cellRange } from "../core/workbook";
import type { TaskAt } from "./compare-lists";
import type { Conflict, Merge, MergedCell, MissingTask, Proposal, ReplyRow, Source, Stranger, UnplacedRows, Version } from "./merge-replies";
import type { ReplyFault } from "./reply-cells";

/** 责任分工!G5: how a cell is named where a person chooses. */
export function placeText({ sheet, row, column }: Pick<MergedCell, "sheet" | "row" | "column">): string {
  return `${sheet}!${stringifyAddress(cellRange(sheet, row, column))}`;
}

/** 市教育局（答复.xlsx）; the file alone where it says whose it is, or nobody knows. */
export function sourceText({ file, unit }: Source): string {
  return unit === undefined || file.includes(unit) ? file : `${unit}（${file}）`;
}

export function taskText({ number, task }: TaskAt): string {
  return number === "" ? task : `${number}．${task}`;
}

function sayText({ words, sources }: Version): Text {
  const from = sources.map(sourceText).join("、");
  return words === "" ? { zh: `${from}清空了`, en: `${from} cleared it` } : { zh: `${from}填“${quote(words)}”`, en: `${from} says “${quote(words)}”` };
}

function versionsText(versions: readonly Version[]): Text {
  const said = versions.map(sayText);
  return { zh: said.map(({ zh }) => zh).join("；"), en: said.map(({ en }) => en).join("; ") };
}

function standsText({ beforeWords, sentWords }: Conflict): Text {
  const now = beforeWords === "" ? { zh: "总表里空着", en: "the master has it blank" } : { zh: `总表里是“${quote(beforeWords)}”`, en: `the master has “${quote(beforeWords)}”` };
  return sentWords === undefined ? now : { zh: `${now.zh}（发出时是“${quote(sentWords)}”）`, en: `${now.en} (sent out as “${quote(sentWords)}”)` };
}

export function describeConflict(conflict: Conflict): Text {
  const [cell, advice] = [describeOpenCell(conflict), adviseOnConflict(conflict)];
  return { zh: `${cell.zh}。${advice.zh}`, en: `${cell.en}. ${advice.en}` };
}

function describeOpenCell(conflict: Conflict): Text {
  const said = versionsText(conflict.versions);
  const stands = standsText(conflict);
  return { zh: `任务“${quote(conflict.task.task, 20)}”的${conflict.header}：${said.zh}；${stands.zh}`, en: `${conflict.header} of “${quote(conflict.task.task, 20)}”: ${said.en}; ${stands.en}` };
}

/** Why the cell was left, and what to do. */
export function adviseOnConflict({ versions }: Conflict): Text {
  return versions.length > 1
    ? { zh: "几个文件填得不一样，没有改动，请商定用哪一个", en: "The files differ, so it was left; settle which one it is to be" }
    : { zh: "发出以后总表也改了，没有改动，请定下用哪一个", en: "The master has been changed since it was sent out, so it was left; settle which one it is to be" };
}

const faults: { readonly [F in ReplyFault]: Text } = {
  "over-formula": { zh: "这一格在总表里是公式，填的数会盖掉公式", en: "the master computes this cell; what was typed would replace the formula" },
  error: { zh: "返回的是错误值", en: "what came back is an error value" },
  uncomputed: { zh: "返回的是公式，文件里没有算出的结果", en: "what came back is a formula whose result is not in the file" },
};

export function describeProposal(proposal: Proposal): Text {
  const [cell, advice] = [describeOpenCell(proposal), adviseOnProposal(proposal)];
  return { zh: `${cell.zh}。${advice.zh}`, en: `${cell.en}. ${advice.en}` };
}

/** Why the alteration was not made, and what to do. */
export function adviseOnProposal({ fault }: Proposal): Text {
  const why = fault === undefined ? { zh: "这一栏没有请各单位改", en: "nobody was asked to change this column" } : faults[fault];
  return { zh: `${why.zh}，没有改动，请确认要不要采用`, en: `As ${why.en}, it was left; confirm whether to take it` };
}

export function describeMissing({ source, task }: MissingTask): Text {
  return {
    zh: `${sourceText(source)}没有返回任务“${quote(taskText(task))}”（${task.sheet}第 ${task.row + 1} 行），总表里保留。请向该单位核实是漏报还是要求删去`,
    en: `${sourceText(source)} did not send back “${quote(taskText(task))}” (${task.sheet}, row ${task.row + 1}); the master keeps it. Ask the unit whether it was forgotten or is to go`,
  };
}

export function describeAdded({ source, at }: ReplyRow): Text {
  return {
    zh: `${sourceText(source)}第 ${at.row + 1} 行“${quote(taskText(at))}”在总表里没有，没有并入。请确认要不要加进总表`,
    en: `Row ${at.row + 1} of ${sourceText(source)}, “${quote(taskText(at))}”, is not in the master and was not merged. Confirm whether it is to be added`,
  };
}

export function describeUnplaced({ source, reason, before, after }: UnplacedRows): Text {
  const rows = (tasks: readonly TaskAt[]): string => tasks.map(({ row }) => row + 1).join("、");
  const from = sourceText(source);
  switch (reason) {
    case "divided":
      return { zh: `${from}第 ${rows(after)} 行像是总表第 ${rows(before)} 行拆开或并成的，没有并入。请人工核对`, en: `Rows ${rows(after)} of ${from} seem to be rows ${rows(before)} of the master, split or joined, and were not merged. Check them by hand` };
    case "unclear":
      return { zh: `${from}第 ${rows(after)} 行与总表第 ${rows(before)} 行分不清哪项对哪项，没有并入。请人工核对`, en: `Which of rows ${rows(after)} of ${from} is which of rows ${rows(before)} of the master cannot be told; they were not merged. Check them by hand` };
    case "not-in-master":
      return { zh: `${from}填了任务“${quote(before[0]?.task ?? "", 20)}”，总表里已经没有这项任务，没有并入`, en: `${from} reports on “${quote(before[0]?.task ?? "", 20)}”, which the master has no more; it was not merged` };
  }
}

export function describeStranger(stranger: Stranger): Text {
  const from = sourceText(stranger.source);
  switch (stranger.kind) {
    case "no-list":
      return { zh: `${from}里没有认出任务清单，什么也没有并入。请看表头是不是被改了`, en: `No task list was recognised in ${from}; nothing was merged. See whether its header was changed` };
    case "list":
      return { zh: `${from}的清单“${stranger.list.sheet}”${stranger.list.address}在总表里没有对应的清单，没有并入`, en: `The list “${stranger.list.sheet}” ${stranger.list.address} of ${from} is none of the master's and was not merged` };
    case "added-column":
      return { zh: `${from}多了“${stranger.header}”一栏（${stranger.filled} 格有内容），总表里没有，没有并入`, en: `${from} has a column “${stranger.header}” (${stranger.filled} cells filled) that the master has not; it was not merged` };
    case "lost-column":
      return { zh: `${from}少了“${stranger.header}”一栏，这一栏按没有改动处理`, en: `${from} lacks the column “${stranger.header}”; it counts as unchanged` };
  }
}

/** What the merge comes to, in a line. */
export function describeMerge({ replies, taken, conflicts, proposals, reworded, missing, added, unplaced, unreadable }: Merge): Text {
  const parts: readonly (readonly [number, Text])[] = [
    [conflicts.length, { zh: "处冲突", en: "conflicts" }],
    [proposals.length + reworded.length, { zh: "处改动待确认", en: "alterations to confirm" }],
    [missing.length, { zh: "项任务没有返回", en: "tasks not sent back" }],
    [added.length, { zh: "行是新加的", en: "rows added" }],
    [unplaced.length, { zh: "处对不上", en: "places that do not fit" }],
    [unreadable.length, { zh: "个文件读不了", en: "files that cannot be read" }],
  ];
  const more = parts.filter(([count]) => count > 0);
  return {
    zh: `并入 ${replies.length} 个文件的 ${taken.length} 格${more.map(([count, { zh }]) => `，${count} ${zh}`).join("")}`,
    en: `${taken.length} cells of ${replies.length} files merged${more.map(([count, { en }]) => `, ${count} ${en}`).join("")}`,
  };
}

/** Everything that a person must look at, the most pressing first. */
export function describeOpen(merge: Merge): Text[] {
  return [
    ...merge.conflicts.map(describeConflict),
    ...[...merge.reworded, ...merge.proposals].map(describeProposal),
    ...merge.unplaced.map(describeUnplaced),
    ...merge.missing.map(describeMissing),
    ...merge.added.map(describeAdded),
    ...merge.strangers.map(describeStranger),
  ];
}
