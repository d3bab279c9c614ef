/** A stretch of a text as it was before, after, or both. */
export type WordPart = { readonly kind: "same" | "dropped" | "added"; readonly text: string };

/** So many characters differ at most for the change to be told word by word; beyond it is another text. */
const mostSteps = 200;

/** What has to be taken out of a text, and put in, to make the other one of it. */
export function wordChanges(before: string, after: string): WordPart[] {
  const head = commonStart(before, after);
  const tail = commonEnd(before, after, head);
  const [old, fresh] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const middle = shortestPath(old, fresh) ?? [{ kind: "dropped", text: old } as const, { kind: "added", text: fresh } as const];
  return tidied([{ kind: "same", text: before.slice(0, head) }, ...middle, { kind: "same", text: before.slice(before.length - tail) }]);
}

/** The text as it was, or as it is, with 【】 around what the other one has not. */
export function markedText(parts: readonly WordPart[], side: "before" | "after"): string {
  const own = side === "before" ? "dropped" : "added";
  return parts.map(({ kind, text }) => (kind === "same" ? text : kind === own ? `【${text}】` : "")).join("");
}

function commonStart(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  let at = 0;
  while (at < length && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at;
}

function commonEnd(one: string, other: string, from: number): number {
  const length = Math.min(one.length, other.length) - from;
  let at = 0;
  while (at < length && one.charCodeAt(one.length - 1 - at) === other.charCodeAt(other.length - 1 - at)) at += 1;
  return at;
}

/** Myers' greedy way through the edit graph, kept step by step to be walked back; undefined where it takes too many. */
function shortestPath(old: string, fresh: string): WordPart[] | undefined {
  if (old.length > 4000 || fresh.length > 4000) return undefined;
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let steps = 0; steps <= mostSteps; steps++) {
    trace.push(new Map(furthest));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const [left, right] = [furthest.get(diagonal - 1) ?? -1, furthest.get(diagonal + 1) ?? -1];
      let x = diagonal === -steps || (diagonal !== steps && left < right) ? right : left + 1;
      while (x < old.length && x - diagonal < fresh.length && old.charCodeAt(x) === fresh.charCodeAt(x - diagonal)) x += 1;
      furthest.set(diagonal, x);
      if (x >= old.length && x - diagonal >= fresh.length) return walkBack(old, fresh, trace);
    }
  }
  return undefined;
}

function walkBack(old: string, fresh: string, trace: readonly ReadonlyMap<number, number>[]): WordPart[] {
  const parts: WordPart[] = [];
  let [x, y] = [old.length, fresh.length];
  for (let steps = trace.length - 1; steps >= 0; steps--) {
    const furthest = trace[steps];
    const diagonal = x - y;
    const [left, right] = [furthest?.get(diagonal - 1) ?? -1, furthest?.get(diagonal + 1) ?? -1];
    const isInsert = diagonal === -steps || (diagonal !== steps && left < right);
    const fromX = isInsert ? right : left;
    const fromY = fromX - (isInsert ? diagonal + 1 : diagonal - 1);
    const [sameFrom, last] = steps === 0 ? [0, true] : [isInsert ? fromX : fromX + 1, false];
    if (x > sameFrom) parts.unshift({ kind: "same", text: old.slice(sameFrom, x) });
    if (last) break;
    parts.unshift(isInsert ? { kind: "added", text: fresh.slice(fromY, fromY + 1) } : { kind: "dropped", text: old.slice(fromX, fromX + 1) });
    [x, y] = [fromX, fromY];
  }
  return parts;
}

/** One character left alone between two changes is no word that stayed; what is dropped stands before what is added. */
function tidied(parts: readonly WordPart[]): WordPart[] {
  const tidy: WordPart[] = [];
  let [dropped, added] = ["", ""];
  const flush = (): void => {
    if (dropped !== "") tidy.push({ kind: "dropped", text: dropped });
    if (added !== "") tidy.push({ kind: "added", text: added });
    [dropped, added] = ["", ""];
  };
  const filled = parts.filter(({ text }) => text !== "");
  for (const [index, { kind, text }] of filled.entries()) {
    if (kind === "dropped") dropped += text;
    else if (kind === "added") added += text;
    else if (text.length === 1 && dropped + added !== "" && changesBothWays(filled.slice(index + 1, index + 3), dropped, added)) [dropped, added] = [dropped + text, added + text];
    else {
      flush();
      tidy.push({ kind, text });
    }
  }
  flush();
  return tidy;
}

/** Something is replaced on either side, so the character between was met by chance. */
function changesBothWays(next: readonly WordPart[], dropped: string, added: string): boolean {
  return dropped !== "" && added !== "" && next.some(({ kind }) => kind === "dropped") && next.some(({ kind }) => kind === "added");
}
