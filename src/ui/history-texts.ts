import type { Text } from "../core/text";

export const historyTexts = {
  title: { zh: "写入记录", en: "What was written" },
  toggle: (count: number): Text => ({ zh: `写入记录 ${count}`, en: `Written: ${count}` }),
  hint: { zh: "从新到旧。撤回一步时，比它新的一起撤回；撤回前的内容一直留到窗格关闭。", en: "The latest first. Going back takes the newer ones along; what was there before is kept until the pane closes." },
  entry: ({ zh, en }: Text, count: number): Text => (count === 1 ? { zh, en } : { zh: `${zh} 等 ${count} 项`, en: `${en} and ${count - 1} more` }),
  noted: { zh: "知道了", en: "OK" },
  undoLast: { zh: "撤回", en: "Take back" },
  undoTo: (steps: number): Text => ({ zh: `撤回 ${steps} 步`, en: `Back ${steps} steps` }),
  undone: (steps: number): Text => ({ zh: `已撤回 ${steps} 步`, en: steps === 1 ? "One step taken back" : `${steps} steps taken back` }),
  partly: (count: number, places: readonly string[], hasMore: boolean, reasons: readonly Text[]): Text => ({
    zh: `有 ${count} 处没有撤回（${reasons.map(({ zh }) => zh).join("；")}）：${places.join("、")}${hasMore ? " 等" : ""}`,
    en: `${count} places were left as they are (${reasons.map(({ en }) => en).join("; ")}): ${places.join(", ")}${hasMore ? " …" : ""}`,
  }),
} as const;
