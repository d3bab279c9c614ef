import { childNamed, type XmlElement } from "./xml";

/** The fixed palette of old workbooks (ECMA-376 part 1, 18.8.27); 64 and 65 are the system's own. */
const indexed =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333".split(" ");

const themeNames = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];
const themeDefaults = ["FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"];

/** The theme's colours in the order that cells number them. */
export function readTheme(root: XmlElement | undefined): readonly string[] {
  const scheme = childNamed(childNamed(root, "themeElements"), "clrScheme");
  return themeNames.map((name, index) => {
    const colour = childNamed(scheme, name)?.children[0];
    return colour?.attributes.get("lastClr") ?? (colour?.name === "srgbClr" ? colour.attributes.get("val") : undefined) ?? themeDefaults[index] ?? "000000";
  });
}

/** A colour element as CSS text; undefined for "automatic". */
export function readColor(element: XmlElement | undefined, theme: readonly string[]): string | undefined {
  const attributes = element?.attributes;
  if (attributes === undefined) return undefined;
  const rgb = attributes.get("rgb")?.slice(-6) ?? theme[Number(attributes.get("theme") ?? Number.NaN)] ?? indexed[Number(attributes.get("indexed") ?? Number.NaN)];
  if (rgb === undefined || !/^[0-9A-Fa-f]{6}$/.test(rgb)) return undefined;
  return tinted(rgb, Number(attributes.get("tint") ?? 0));
}

/** Towards white for a positive tint, towards black for a negative one. */
function tinted(rgb: string, tint: number): string {
  const parts = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  const shade = (part: number): number => Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint);
  return `#${parts.map((part) => shade(part).toString(16).padStart(2, "0")).join("")}`;
}
