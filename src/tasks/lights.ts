import type { Settings } from "../core/settings";
import type { Text } from "../core/text";
import type { StateCounts, TaskState } from "./task-states";

/** A state as an office shows it: a word, a shape and a colour. */
export type Light = { readonly key: TaskState; readonly label: Text; readonly shape: string; readonly color: "red" | "yellow" | "green" | "blue" | "grey"; readonly count: number };

type Look = { readonly key: TaskState; readonly label: Text; readonly shape: string; readonly colors: { readonly [S in Settings["lights"]]: Light["color"] } };

const looks: readonly Look[] = [
  { key: "overdue", label: { zh: "超期", en: "Overdue" }, shape: "●", colors: { "green-yellow-red": "red", "blue-yellow-red": "red" } },
  { key: "behind", label: { zh: "滞后", en: "Behind" }, shape: "▼", colors: { "green-yellow-red": "yellow", "blue-yellow-red": "yellow" } },
  { key: "due-soon", label: { zh: "临期", en: "Due soon" }, shape: "▲", colors: { "green-yellow-red": "yellow", "blue-yellow-red": "blue" } },
  { key: "on-track", label: { zh: "正常", en: "On track" }, shape: "■", colors: { "green-yellow-red": "green", "blue-yellow-red": "grey" } },
  { key: "standing", label: { zh: "持续推进", en: "Standing" }, shape: "◆", colors: { "green-yellow-red": "green", "blue-yellow-red": "grey" } },
  { key: "done", label: { zh: "已完成", en: "Done" }, shape: "✔", colors: { "green-yellow-red": "grey", "blue-yellow-red": "grey" } },
  { key: "unclear", label: { zh: "时限不明", en: "Unclear" }, shape: "？", colors: { "green-yellow-red": "grey", "blue-yellow-red": "grey" } },
];

/** The lights of several tables together, the gravest first. */
export function lightsOf(counts: readonly StateCounts[], scheme: Settings["lights"]): Light[] {
  return looks.map(({ colors, ...look }) => ({ ...look, color: colors[scheme], count: counts.reduce((sum, table) => sum + table[look.key], 0) }));
}

export function shapeOf(state: TaskState): string {
  return looks.find(({ key }) => key === state)?.shape ?? "";
}

/** A state as it stands in a cell: ● 超期. */
export function stateText(state: TaskState): string {
  return `${shapeOf(state)} ${looks.find(({ key }) => key === state)?.label.zh ?? ""}`;
}
