/** Units as one types them into a cell, and whether a 等 after them says that there are more. */
export type TypedUnits = { readonly units: readonly string[]; readonly etc: boolean };

const separators = "、，,；;\n";
const opening = "（(〔【";
const closing = "）)〕】";

/** 市城管局、各县（市、区）政府等; a separator inside brackets separates nothing. */
export function parseUnits(text: string): TypedUnits {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const sign = text.charAt(index);
    if (opening.includes(sign)) depth += 1;
    else if (closing.includes(sign)) depth = Math.max(depth - 1, 0);
    else if (depth === 0 && separators.includes(sign)) {
      pieces.push(text.slice(start, index));
      start = index + 1;
    }
  }
  pieces.push(text.slice(start));
  const units = pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
  const last = units.at(-1);
  const etc = last !== undefined && last.endsWith("等");
  if (!etc) return { units, etc };
  const bare = last.slice(0, -1).trim();
  return { units: [...units.slice(0, -1), ...(bare === "" ? [] : [bare])], etc };
}

export function stringifyUnits({ units, etc }: TypedUnits): string {
  return `${units.join("、")}${etc ? "等" : ""}`;
}
