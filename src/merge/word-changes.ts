/** A stretch of a text as it was before, after, or both. */
export type WordPart = { readonly kind: "same" | "dropped" | "added"; readonly text: string };

/** So many words differ at most for the change to be told word by word; beyond it is another text. */
const mostSteps = 200;
/** Longer texts are told by their beginning and end alone. */
const mostWords = 4000;

/** What is read as one: a number, a Latin word, a character. */
const word = /\d+(?:\.\d+)?|[A-Za-z]+|[\s\S]/gu;

/** What has to be taken out of a text, and put in, to make the other one of it. */
export function wordChanges(before: string, after: string): WordPart[] {
  const [old, fresh] = [before.match(word) ?? [], after.match(word) ?? []];
  const head = commonStart(old, fresh);
  const tail = commonEnd(old, fresh, head);
  const [dropped, added] = [old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)];
  const middle = shortestPath(dropped, added) ?? [part("dropped", dropped), part("added", added)];
  return tidied([part("same", old.slice(0, head)), ...middle, part("same", old.slice(old.length - tail))]);
}

function part(kind: WordPart["kind"], words: readonly string[]): WordPart {
  return { kind, text: words.join("") };
}

/** The text as it was, or as it is, with 【】 around what the other one has not. */
export function markedText(parts: readonly WordPart[], side: "before" | "after"): string {
  const own = side === "before" ? "dropped" : "added";
  return parts.map(({ kind, text }) => (kind === "same" ? text : kind === own ? `【${text}】` : "")).join("");
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const length = Math.min(one.length, other.length);
  let at = 0;
  while (at < length && one[at] === other[at]) at += 1;
  return at;
}

function commonEnd(one: readonly string[], other: readonly string[], from: number): number {
  const length = Math.min(one.length, other.length) - from;
  let at = 0;
  while (at < length && one[one.length - 1 - at] === other[other.length - 1 - at]) at += 1;
  return at;
}

/** Myers' greedy way through the edit graph, kept step by step to be walked back; undefined where it takes too many. */
function shortestPath(old: readonly string[], fresh: readonly string[]): WordPart[] | undefined {
  if (old.length > mostWords || fresh.length > mostWords) return undefined;
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let steps = 0; steps <= mostSteps; steps++) {
    trace.push(new Map(furthest));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const [left, right] = [furthest.get(diagonal - 1) ?? -1, furthest.get(diagonal + 1) ?? -1];
      let x = diagonal === -steps || (diagonal !== steps && left < right) ? right : left + 1;
      while (x < old.length && x - diagonal < fresh.length && old[x] === fresh[x - diagonal]) x += 1;
      furthest.set(diagonal, x);
      if (x >= old.length && x - diagonal >= fresh.length) return walkBack(old, fresh, trace);
    }
  }
  return undefined;
}

function walkBack(old: readonly string[], fresh: readonly string[], trace: readonly ReadonlyMap<number, number>[]): WordPart[] {
  const parts: WordPart[] = [];
  let [x, y] = [old.length, fresh.length];
  for (let steps = trace.length - 1; steps > 0; steps--) {
    const furthest = trace[steps];
    const diagonal = x - y;
    const [left, right] = [furthest?.get(diagonal - 1) ?? -1, furthest?.get(diagonal + 1) ?? -1];
    const isInsert = diagonal === -steps || (diagonal !== steps && left < right);
    const fromX = isInsert ? right : left;
    const fromY = fromX - (isInsert ? diagonal + 1 : diagonal - 1);
    parts.unshift(part("same", old.slice(isInsert ? fromX : fromX + 1, x)));
    parts.unshift(isInsert ? part("added", fresh.slice(fromY, fromY + 1)) : part("dropped", old.slice(fromX, fromX + 1)));
    [x, y] = [fromX, fromY];
  }
  return [part("same", old.slice(0, x)), ...parts];
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
