import type { Text } from "../core/text";
import type { CellDifference } from "./compare-cells";
import type { ListComparison, TaskAt, TaskDifference } from "./compare-lists";

/** What a difference is about, in the order in which it is told. */
export const differenceGroups = ["added", "dropped", "split", "joined", "unclear", "reworded", "lead", "units", "later", "earlier", "deadline", "status", "progress", "placing", "other", "wording"] as const;
export type DifferenceGroup = (typeof differenceGroups)[number];

export const groupNames: { readonly [G in DifferenceGroup]: Text } = {
  added: { zh: "新增任务", en: "added" },
  dropped: { zh: "删去任务", en: "dropped" },
  split: { zh: "一项拆成几项", en: "split" },
  joined: { zh: "几项并成一项", en: "joined" },
  unclear: { zh: "分不清对应关系", en: "cannot be told apart" },
  reworded: { zh: "任务改写", en: "reworded" },
  lead: { zh: "牵头单位变化", en: "lead changed" },
  units: { zh: "责任、配合单位变化", en: "units changed" },
  later: { zh: "时限推迟", en: "deadline later" },
  earlier: { zh: "时限提前", en: "deadline earlier" },
  deadline: { zh: "时限其他变化", en: "deadline otherwise changed" },
  status: { zh: "完成状态变化", en: "status changed" },
  progress: { zh: "进展情况变化", en: "progress changed" },
  placing: { zh: "序号、分类变化", en: "number or category changed" },
  other: { zh: "其他栏变化", en: "other columns changed" },
  wording: { zh: "只是写法不同", en: "same, written otherwise" },
};

/** One thing that is told of: a task, or one column of it. */
export type DifferenceEntry = { readonly group: DifferenceGroup; readonly before: readonly TaskAt[]; readonly after: readonly TaskAt[]; readonly cell: CellDifference | undefined };

/** Every difference of a list by what it is about; a task of which three columns changed stands in three groups. */
export function entriesOf({ differences }: ListComparison): DifferenceEntry[] {
  const entries = differences.flatMap(entriesOfOne);
  const place = (group: DifferenceGroup): number => differenceGroups.indexOf(group);
  return entries.sort((a, b) => place(a.group) - place(b.group));
}

function entriesOfOne(difference: TaskDifference): DifferenceEntry[] {
  switch (difference.kind) {
    case "added":
      return [{ group: "added", before: [], after: [difference.after], cell: undefined }];
    case "dropped":
      return [{ group: "dropped", before: [difference.before], after: [], cell: undefined }];
    case "split":
      return [{ group: "split", before: [difference.before], after: difference.after, cell: undefined }];
    case "joined":
      return [{ group: "joined", before: difference.before, after: [difference.after], cell: undefined }];
    case "unclear":
      return [{ group: "unclear", before: difference.before, after: difference.after, cell: undefined }];
    case "changed":
      return difference.cells.map((cell) => ({ group: groupOf(cell), before: [difference.before], after: [difference.after], cell }));
  }
}

export function groupOf(cell: CellDifference): DifferenceGroup {
  switch (cell.kind) {
    case "reworded":
      return "reworded";
    case "wording":
      return "wording";
    case "first-unit":
      return "lead";
    case "units":
      return cell.key === "leadUnit" ? "lead" : "units";
    case "deadline":
      return cell.days === undefined ? "deadline" : cell.days > 0 ? "later" : "earlier";
    case "content":
      return cell.key === "status" || cell.key === "progress" ? cell.key : cell.key === "number" || cell.key === "category" ? "placing" : "other";
  }
}

/** How many of each group there are, the empty ones left off. */
export function countGroups(entries: readonly DifferenceEntry[]): { readonly group: DifferenceGroup; readonly count: number }[] {
  return differenceGroups.map((group) => ({ group, count: entries.filter((entry) => entry.group === group).length })).filter(({ count }) => count > 0);
}
