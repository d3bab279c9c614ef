import type { DefinedName } from "../../core/workbook";
import { isBuiltInName } from "../built-in-names";
import { childNamed, childrenNamed, isTrue, type XmlElement } from "./xml";

/** The names of a workbook's root element that formulas may use, hidden ones among them. */
export function readDefinedNames(root: XmlElement): DefinedName[] {
  // a local name counts all sheets, also those that hold no cells
  const sheets = childrenNamed(childNamed(root, "sheets"), "sheet").map(({ attributes }) => attributes.get("name") ?? "");
  return childrenNamed(childNamed(root, "definedNames"), "definedName").flatMap(({ attributes, text }): DefinedName[] => {
    const name = attributes.get("name") ?? "";
    const isMacro = ["function", "vbProcedure", "xlm"].some((kind) => isTrue(attributes.get(kind)));
    if (name === "" || text.trim() === "" || isMacro || isBuiltInName(name)) return [];
    const local = attributes.get("localSheetId");
    const sheet = local === undefined ? undefined : sheets[Number(local)];
    if (local !== undefined && sheet === undefined) return [];
    return [{ name, ...(sheet !== undefined && { sheet }), formula: `=${text.trim()}` }];
  });
}
