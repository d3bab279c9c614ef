import { childNamed, childrenNamed, type XmlElement } from "./xml";

/** Formats that a file names by number alone (ECMA-376 part 1, 18.8.30); the East Asian ones as Chinese Excel shows them. */
const builtIn: Readonly<Record<number, string>> = {
  0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
  14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
  27: "yyyy年m月", 28: "m月d日", 29: "m月d日", 30: "m/d/yy", 31: "yyyy年m月d日", 32: "h时mm分", 33: "h时mm分ss秒", 34: "上午/下午h时mm分", 35: "上午/下午h时mm分ss秒", 36: "yyyy年m月",
  37: "#,##0;-#,##0", 38: "#,##0;[Red]-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;[Red]-#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
  50: "yyyy年m月", 51: "m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "m月d日", 55: "上午/下午h时mm分", 56: "上午/下午h时mm分ss秒", 57: "yyyy年m月", 58: "m月d日",
};

/** Formats that every Excel shows alike under their number, whatever its language. */
const same = [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 49];

/** Lower ones are Excel's own. */
const firstCustom = 164;

/** The number of a format among those that a style sheet's custom ones leave: its own, or the next free one with `isNew`. */
export function numberOfFormat(format: string, custom: readonly XmlElement[]): { readonly id: number; readonly isNew: boolean } {
  const usual = same.find((id) => builtIn[id] === format);
  if (usual !== undefined) return { id: usual, isNew: false };
  const ids = custom.map(({ attributes }) => Number(attributes.get("numFmtId")));
  const known = custom.find(({ attributes }) => attributes.get("formatCode") === format);
  return known === undefined ? { id: Math.max(firstCustom - 1, ...ids) + 1, isNew: true } : { id: Number(known.attributes.get("numFmtId")), isNew: false };
}

/** Cell style index → number format. */
export function readNumberFormats(styles: XmlElement | undefined): string[] {
  const custom = new Map(childrenNamed(childNamed(styles, "numFmts"), "numFmt").map(({ attributes }) => [Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "General"]));
  return childrenNamed(childNamed(styles, "cellXfs"), "xf").map(({ attributes }) => {
    const id = Number(attributes.get("numFmtId") ?? 0);
    return custom.get(id) ?? builtIn[id] ?? "General";
  });
}
