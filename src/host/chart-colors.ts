import type { ChartColor, ChartKind, OwnChart } from "../core/chart";
import type { LightLook, LightScheme } from "../core/marks";

/** The lights as areas: stronger than in cells, and neighbours of one another of different brightness, for grey print. */
const lights: { readonly [S in LightScheme]: { readonly [L in LightLook]: string } } = {
  "green-yellow-red": { overdue: "9C0006", behind: "D98F00", "due-soon": "FFD966", "on-track": "4A7A2C", standing: "92C36F", done: "D9D9D9", unclear: "A6A6A6" },
  "blue-yellow-red": { overdue: "9C0006", behind: "FFD966", "due-soon": "2E75B6", "on-track": "D0CECE", standing: "A6A6A6", done: "6B6B6B", unclear: "EDEDED" },
};

const palette: readonly string[] = ["1F4E79", "9DC3E6", "C55A11", "FFD966", "595959", "A9D18E", "7030A0", "D9E2F3"];

/** Hexadecimal, without #. */
export function fillOf(color: ChartColor | undefined, index: number, { lights: scheme = "green-yellow-red" }: Pick<OwnChart, "lights">): string {
  if (color === undefined) return palette[index % palette.length] ?? "1F4E79";
  return color.startsWith("#") ? color.slice(1).toUpperCase() : lights[scheme][color as LightLook];
}

/** Black or white, whichever is read better on a colour. */
export function textOn(fill: string): string {
  const channel = (at: number): number => {
    const value = Number.parseInt(fill.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const brightness = 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
  // where black and white have the same contrast (WCAG 2)
  return brightness > 0.179 ? "000000" : "FFFFFF";
}

export function isRound(kind: ChartKind): boolean {
  return kind === "pie" || kind === "doughnut";
}

/** Whether its values stand on the areas themselves, as parts of a whole. */
export function isOfParts(kind: ChartKind): boolean {
  return isRound(kind) || kind.startsWith("stacked");
}

/** How values are written beside bars and points; undefined = as the cells have it. */
export function labelFormat({ kind, valueFormat }: Pick<OwnChart, "kind" | "valueFormat">): string | undefined {
  return valueFormat ?? (isOfParts(kind) ? "General;-General;;" : undefined);
}

export function hasLegend({ kind, series }: Pick<OwnChart, "kind" | "series">): boolean {
  return isRound(kind) || series.length > 1;
}

/** Few names stand level under their columns, on two lines where they must; many may be turned. */
export function hasLevelNames({ kind, categories: { top, left, bottom, right } }: Pick<OwnChart, "kind" | "categories">): boolean {
  return !kind.endsWith("bar") && (bottom - top + 1) * (right - left + 1) <= 8;
}

/** Of the text that no area lies behind. */
export const chartText = "262626";
export const chartLine = "BFBFBF";
