import { parseAddress } from "../../core/address";
import type { ListObject } from "../../core/workbook";
import { childNamed, childrenNamed, decodeEscapes, parseXml } from "./xml";

/** A list object as its part has it; undefined where that says no place. */
export function readListObject(text: string, part: string, sheet: string): ListObject | undefined {
  const root = parseXml(text, part);
  const { attributes } = root;
  const area = parseAddress(attributes.get("ref") ?? "");
  if (area === undefined) return undefined;
  return {
    name: attributes.get("displayName") ?? attributes.get("name") ?? "",
    range: { sheet, ...area },
    columnNames: childrenNamed(childNamed(root, "tableColumns"), "tableColumn").map((column) => decodeEscapes(column.attributes.get("name") ?? "")),
    hasHeaderRow: attributes.get("headerRowCount") !== "0",
    hasTotalRow: Number(attributes.get("totalsRowCount") ?? 0) > 0,
  };
}
