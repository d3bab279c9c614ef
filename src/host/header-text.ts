/** What Excel takes at most, codes included. */
const longest = 255;

/** A text as the header of a printed page holds it: & stands twice, and a line is one line. */
export function headerText(title: string): string {
  let text = "";
  for (const letter of title.replace(/\s+/g, " ").trim()) {
    const escaped = letter === "&" ? "&&" : letter;
    // room for the code in front
    if (text.length + escaped.length > longest - 2) break;
    text += escaped;
  }
  return text;
}
