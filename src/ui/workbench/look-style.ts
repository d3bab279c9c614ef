import type { CSSProperties } from "react";
import type { CellAppearance } from "../../core/appearance";
import type { CellValue } from "../../core/workbook";

/** A cell's look as CSS; numbers stand right and texts left where the cell does not say. */
export function lookStyle(look: CellAppearance, value: CellValue): CSSProperties {
  const side = look.horizontal ?? (typeof value === "number" ? "right" : typeof value === "boolean" || (typeof value === "object" && value !== null) ? "center" : "left");
  return {
    justifyContent: side === "right" ? "flex-end" : side === "center" ? "center" : "flex-start",
    textAlign: side,
    alignItems: look.vertical === "top" ? "flex-start" : look.vertical === "center" ? "center" : "flex-end",
    whiteSpace: look.wrap === true ? "pre-wrap" : "pre",
    // a sheet is white paper in the dark theme too: its own colours were chosen for that
    color: look.color ?? "#000000",
    ...(look.fill === undefined ? {} : { backgroundColor: look.fill }),
    ...(look.bold === true ? { fontWeight: 600 } : {}),
    ...(look.italic === true ? { fontStyle: "italic" } : {}),
    ...(look.underline === true ? { textDecoration: "underline" } : {}),
    ...(look.fontSize === undefined ? {} : { fontSize: `${look.fontSize}pt` }),
    ...(look.fontName === undefined ? {} : { fontFamily: `"${look.fontName.replace(/["\\]/g, "")}", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif` }),
    ...borders(look),
  };
}

function borders({ border }: CellAppearance): CSSProperties {
  if (border === undefined) return {};
  return {
    ...(border.top === undefined ? {} : { borderTop: border.top }),
    ...(border.right === undefined ? {} : { borderRight: border.right }),
    ...(border.bottom === undefined ? {} : { borderBottom: border.bottom }),
    ...(border.left === undefined ? {} : { borderLeft: border.left }),
  };
}

/** How many pixels a wrapped text needs: Chinese characters are as wide as the font is high, others about half. */
export function estimateHeight(text: string, width: number, fontPoints: number): number {
  const pixels = fontPoints * (96 / 72);
  const line = pixels * 1.35;
  let lines = 0;
  for (const paragraph of text.slice(0, 4000).split("\n")) {
    let length = 0;
    for (const letter of paragraph) length += letter.charCodeAt(0) > 0x2e7f ? pixels : pixels * 0.55;
    lines += Math.max(1, Math.ceil(length / Math.max(width - 6, pixels)));
  }
  return Math.ceil(lines * line + 4);
}
