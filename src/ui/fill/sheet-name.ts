import type { Text } from "../../core/text";

const longest = 31;
const forbidden = ["\\", "/", "?", "*", "[", "]", ":"];

/** Why Excel would refuse this name for a new worksheet; undefined where it would not. */
export function wrongSheetName(name: string, taken: readonly string[]): Text | undefined {
  if (name.trim() === "") return { zh: "请填工作表的名称", en: "Enter a name for the sheet" };
  if (name.length > longest) return { zh: `名称最多 ${longest} 个字，现在有 ${name.length} 个`, en: `A name has at most ${longest} characters; this one has ${name.length}` };
  const sign = forbidden.find((one) => name.includes(one));
  if (sign !== undefined) return { zh: `名称里不能有 ${forbidden.join(" ")}`, en: `A name may hold none of ${forbidden.join(" ")}` };
  if (/[\u0000-\u001f]/.test(name)) return { zh: "名称里不能有换行、制表符", en: "A name may hold no line break or tab" };
  if (name.startsWith("'") || name.endsWith("'")) return { zh: "名称不能以单引号开头或结尾", en: "A name may not begin or end with an apostrophe" };
  if (name.toLowerCase() === "history") return { zh: "Excel 自己要用 History 这个名称，请换一个", en: "Excel keeps the name History for itself; choose another" };
  if (isTaken(name, taken)) return { zh: "已有同名的工作表，请换一个名称", en: "A sheet of this name is there already; choose another" };
  return undefined;
}

/** The wished name, or with a number after it where it is taken. */
export function freeSheetName(wished: string, taken: readonly string[]): string {
  const base = wished.slice(0, longest);
  if (!isTaken(base, taken)) return base;
  for (let number = 2; ; number++) {
    const ending = `(${number})`;
    const name = `${base.slice(0, longest - ending.length)}${ending}`;
    if (!isTaken(name, taken)) return name;
  }
}

function isTaken(name: string, taken: readonly string[]): boolean {
  return taken.some((other) => other.toLowerCase() === name.toLowerCase());
}
