/** A note of ours is known by how it begins, which every program keeps; Excel itself begins notes with who wrote them. */
export const noteAuthor = "清单核查";
const opening = `${noteAuthor}：\n`;

export function markedNote(text: string): string {
  return `${opening}${text}`;
}

export function readNote(kept: string): { readonly text: string; readonly isOwn: boolean } {
  const text = kept.replace(/\r\n?/g, "\n");
  return text.startsWith(opening) ? { text: text.slice(opening.length), isOwn: true } : { text, isOwn: false };
}
