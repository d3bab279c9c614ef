/** Excel holds 32,767 characters in a cell; nobody reads as many in a table. */
const longest = 2000;

/** As much of a text as a cell of ours shows, line breaks kept. */
export function shortened(text: string, length = longest): string {
  const points = Array.from(text.slice(0, length * 2 + 2));
  return points.length > length ? `${points.slice(0, length).join("")}…` : text;
}
