import type { LightLook, LightScheme, OwnFormat } from "../core/marks";

/**
 * A conditional format of ours is known by its formula, which every program keeps: the text inside N() counts as 0, so
 * AND(N("…")=0,…) says no more than what follows.
 */
const opening = 'AND(N("qingdan:';
const middle = '")=0,';

export const lightLooks: readonly LightLook[] = ["overdue", "behind", "due-soon", "on-track", "standing", "done", "unclear"];
export const lightSchemes: readonly LightScheme[] = ["green-yellow-red", "blue-yellow-red"];

/** The formula as it is kept, without "=". */
export function markedFormula({ id, look, lights, formula }: OwnFormat): string {
  return `${opening}${`${id}/${look}/${lights}`.replace(/"/g, '""')}${middle}${formula.replace(/^=/, "")})`;
}

export type Marked = Pick<OwnFormat, "id" | "look" | "lights" | "formula">;

/** What a kept formula says; undefined for one that is none of ours. */
export function readMarked(kept: string): Marked | undefined {
  const text = kept.trim().replace(/^=/, "");
  if (!text.startsWith(opening) || !text.endsWith(")")) return undefined;
  const end = text.indexOf(middle, opening.length);
  if (end === -1) return undefined;
  const parts = text.slice(opening.length, end).replace(/""/g, '"').split("/");
  const lights = lightSchemes.find((scheme) => scheme === parts.at(-1));
  const look = lightLooks.find((name) => name === parts.at(-2));
  if (lights === undefined || look === undefined) return undefined;
  return { id: parts.slice(0, -2).join("/"), look, lights, formula: `=${text.slice(end + middle.length, -1).trim()}` };
}

export type Colors = { readonly text: string; readonly fill: string };

const red: Colors = { text: "9C0006", fill: "FFC7CE" };
const yellow: Colors = { text: "7F4F00", fill: "FFEB9C" };
const green: Colors = { text: "0B5A1E", fill: "C6EFCE" };
const blue: Colors = { text: "1F4E79", fill: "DDEBF7" };
const grey: Colors = { text: "404040", fill: "EDEDED" };

const colors: { readonly [L in LightLook]: { readonly [S in LightScheme]: Colors } } = {
  overdue: { "green-yellow-red": red, "blue-yellow-red": red },
  behind: { "green-yellow-red": yellow, "blue-yellow-red": yellow },
  "due-soon": { "green-yellow-red": yellow, "blue-yellow-red": blue },
  "on-track": { "green-yellow-red": green, "blue-yellow-red": grey },
  standing: { "green-yellow-red": green, "blue-yellow-red": grey },
  done: { "green-yellow-red": grey, "blue-yellow-red": grey },
  unclear: { "green-yellow-red": grey, "blue-yellow-red": grey },
};

/** Hexadecimal, dark text on light: 4.5:1 at least. */
export function colorsOf({ look, lights }: Pick<OwnFormat, "look" | "lights">): Colors {
  return colors[look][lights];
}
