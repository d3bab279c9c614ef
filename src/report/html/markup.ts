/** A piece of a page, in which everything that came from outside is escaped. */
export type Markup = { readonly markup: string };

type Value = string | number | Markup | readonly Markup[];

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** markup`<p>${text}</p>`: texts are escaped, markup is not, lists are joined. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { markup: parts.map((part, index) => part + written(values[index])).join("") };
}

export const nothing: Markup = { markup: "" };

function written(value: Value | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
  if (typeof value === "number") return String(value);
  return isList(value) ? value.map((piece) => piece.markup).join("") : value.markup;
}

function isList(value: Markup | readonly Markup[]): value is readonly Markup[] {
  return Array.isArray(value);
}
