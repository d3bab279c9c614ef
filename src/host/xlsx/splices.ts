/** A part of a text that gives way to another. */
export type Splice = { readonly start: number; readonly end: number; readonly text: string };

export function applySplices(text: string, splices: readonly Splice[]): string {
  // insertions at one place keep their order, as sorting is stable
  const ordered = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end, text: piece } of ordered) {
    pieces.push(text.slice(position, start), piece);
    position = end;
  }
  pieces.push(text.slice(position));
  return pieces.join("");
}
