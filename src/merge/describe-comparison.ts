import { quote, type Text } from "../core/text";
import type { CellDifference } from "./compare-cells";
import type { Comparison, ListAt, ListComparison, TaskAt } from "./compare-lists";
import { countGroups, entriesOf, groupNames, type DifferenceEntry } from "./difference-groups";
import { wordChanges, type WordPart } from "./word-changes";

/** What changed in one column of a task, in one sentence. */
export function describeCell(cell: CellDifference): Text {
  const header = cell.header === "" ? { zh: "无表头的一栏", en: "a column without a header" } : { zh: cell.header, en: cell.header };
  switch (cell.kind) {
    case "reworded":
      return describeWords(wordChanges(cell.before, cell.after));
    case "wording":
      return { zh: `${header.zh}由“${quote(cell.before)}”写成“${quote(cell.after)}”，意思没有变`, en: `${header.en}: “${quote(cell.before)}” is now written “${quote(cell.after)}” and means the same` };
    case "first-unit":
      return { zh: `${header.zh}没有增减，第一位改为“${cell.first}”；列第一位的为牵头单位时，就是牵头单位换了`, en: `${header.en}: the same units, “${cell.first}” now first; where the first one leads, the lead has changed` };
    case "units":
      return describeUnits(cell, header);
    case "deadline":
      return describeDeadline(cell, header);
    case "content":
      return describeContent(cell, header);
  }
}

function describeUnits({ dropped, added }: CellDifference & { kind: "units" }, header: Text): Text {
  const zh = [...(dropped.length === 0 ? [] : [`去掉${dropped.map((name) => `“${name}”`).join("、")}`]), ...(added.length === 0 ? [] : [`增加${added.map((name) => `“${name}”`).join("、")}`])];
  const en = [...(dropped.length === 0 ? [] : [`without ${dropped.map((name) => `“${name}”`).join(", ")}`]), ...(added.length === 0 ? [] : [`now with ${added.map((name) => `“${name}”`).join(", ")}`])];
  return { zh: `${header.zh}${zh.join("，")}`, en: `${header.en}: ${en.join(", ")}` };
}

function describeDeadline({ before, after, days }: CellDifference & { kind: "deadline" }, header: Text): Text {
  if (days !== undefined) return { zh: `${header.zh}${days > 0 ? "推迟" : "提前"} ${Math.abs(days)} 天`, en: `${header.en}: ${Math.abs(days)} days ${days > 0 ? "later" : "earlier"}` };
  if (before === "") return { zh: `${header.zh}原来空着，现在填了“${quote(after)}”`, en: `${header.en}: was blank, is now “${quote(after)}”` };
  if (after === "") return { zh: `${header.zh}原来是“${quote(before)}”，现在空着`, en: `${header.en}: was “${quote(before)}”, is now blank` };
  return { zh: `${header.zh}改了，算不出差几天，请对照原文`, en: `${header.en} changed; how many days apart cannot be told, compare the two` };
}

function describeContent({ before, after }: CellDifference, header: Text): Text {
  if (before === "") return { zh: `${header.zh}填了“${quote(after)}”`, en: `${header.en}: “${quote(after)}” was entered` };
  if (after === "") return { zh: `${header.zh}清空了`, en: `${header.en} was cleared` };
  return { zh: `${header.zh}由“${quote(before)}”改为“${quote(after)}”`, en: `${header.en}: “${quote(before)}” became “${quote(after)}”` };
}

/** So many places are told; more are told as more. */
const mostPlaces = 4;

function describeWords(parts: readonly WordPart[]): Text {
  const places = placesOf(parts);
  const told = places.slice(0, mostPlaces);
  const more = places.length - told.length;
  const zh = told.map(({ dropped, added }) => (dropped === "" ? `增加“${quote(added)}”` : added === "" ? `删去“${quote(dropped)}”` : `“${quote(dropped)}”改为“${quote(added)}”`));
  const en = told.map(({ dropped, added }) => (dropped === "" ? `“${quote(added)}” added` : added === "" ? `“${quote(dropped)}” dropped` : `“${quote(dropped)}” became “${quote(added)}”`));
  return { zh: `${zh.join("，")}${more > 0 ? `，另有 ${more} 处` : ""}`, en: `${en.join(", ")}${more > 0 ? `, and ${more} more` : ""}` };
}

function placesOf(parts: readonly WordPart[]): { dropped: string; added: string }[] {
  const places: { dropped: string; added: string }[] = [];
  for (const [index, { kind, text }] of parts.entries()) {
    const last = places.at(-1);
    if (kind === "dropped") places.push({ dropped: text, added: "" });
    else if (kind === "added" && parts[index - 1]?.kind === "dropped" && last !== undefined) last.added = text;
    else if (kind === "added") places.push({ dropped: "", added: text });
  }
  return places;
}

/** What an entry says besides which task it is. */
export function describeEntry({ group, before, after, cell }: DifferenceEntry): Text {
  if (cell !== undefined) return describeCell(cell);
  const rows = (tasks: readonly TaskAt[]): string => tasks.map(({ row }) => row + 1).join("、");
  switch (group) {
    case "added":
      return { zh: `新表第 ${rows(after)} 行`, en: `row ${rows(after)} of the later list` };
    case "dropped":
      return { zh: `原表第 ${rows(before)} 行，新表里没有`, en: `row ${rows(before)} of the earlier list; not in the later one` };
    case "split":
      return { zh: `原表第 ${rows(before)} 行拆成新表第 ${rows(after)} 行，请核对有没有漏掉内容`, en: `row ${rows(before)} became rows ${rows(after)}; check that nothing was lost` };
    case "joined":
      return { zh: `原表第 ${rows(before)} 行并成新表第 ${rows(after)} 行，请核对有没有漏掉内容`, en: `rows ${rows(before)} became row ${rows(after)}; check that nothing was lost` };
    default:
      return { zh: `原表第 ${rows(before)} 行与新表第 ${rows(after)} 行相似，分不清哪项对哪项，请人工对照`, en: `rows ${rows(before)} and rows ${rows(after)} are alike; which is which cannot be told, compare them by hand` };
  }
}

/** How many of what, in one line a list; "没有变化" where nothing differs. */
export function describeList(list: ListComparison): Text {
  const counts = countGroups(entriesOf(list));
  if (counts.length === 0) return { zh: `${list.same} 项任务没有变化`, en: `${list.same} tasks, nothing changed` };
  return {
    zh: `${counts.map(({ group, count }) => `${groupNames[group].zh} ${count}`).join("，")}；没有变化 ${list.same}`,
    en: `${counts.map(({ group, count }) => `${groupNames[group].en} ${count}`).join(", ")}; unchanged ${list.same}`,
  };
}

/** What is to be said beside the tasks: lists and columns that only one version has. */
export function describeLayout({ lists, droppedLists, addedLists }: Comparison): Text[] {
  const listText = ({ sheet, address, tasks }: ListAt): Text => ({ zh: `“${sheet}”${address}（${tasks} 项）`, en: `“${sheet}” ${address} (${tasks} tasks)` });
  const lost = droppedLists.map(listText).map(({ zh, en }): Text => ({ zh: `清单${zh}只在原工作簿里有`, en: `The list ${en} is in the earlier workbook only` }));
  const fresh = addedLists.map(listText).map(({ zh, en }): Text => ({ zh: `清单${zh}只在新工作簿里有`, en: `The list ${en} is in the later workbook only` }));
  const columns = lists.flatMap(({ after, droppedColumns, addedColumns }) => [
    ...droppedColumns.map((header): Text => ({ zh: `“${after.sheet}”没有了“${header}”这一栏`, en: `“${after.sheet}” has no column “${header}” any more` })),
    ...addedColumns.map((header): Text => ({ zh: `“${after.sheet}”多了“${header}”这一栏`, en: `“${after.sheet}” has a new column “${header}”` })),
  ]);
  return [...lost, ...fresh, ...columns];
}
