/** The languages a person may read. Chinese is the default everywhere. */
export type Language = "zh" | "en";

/** One sentence for a person, in both languages. Chinese quotes are “”, also in English, so that a quoted cell looks alike. */
export type Text = { readonly zh: string; readonly en: string };

/** Shortens what a message quotes, so that a million-character cell stays one line; counts code points, not halves of them. */
export function quote(text: string, length = 30): string {
  // a slice first, so that a long cell is not spread into an array
  const points = Array.from(text.slice(0, length * 2 + 2).replace(/\s+/g, " "));
  return points.length > length || text.length > length * 2 + 2 ? `${points.slice(0, length).join("")}…` : points.join("");
}
