/** A task is known by its beginning; what follows in a longer cell is prose. */
const reach = 2000;

/** The pairs of neighbouring characters of a text, each once, in the order of their codes. */
export type Bigrams = Float64Array;

export function bigramsOf(text: string): Bigrams {
  const length = Math.min(text.length, reach);
  if (length < 2) return Float64Array.from(length === 0 ? [] : [text.charCodeAt(0)]);
  const codes = new Float64Array(length - 1);
  for (let index = 0; index < length - 1; index++) codes[index] = text.charCodeAt(index) * 65536 + text.charCodeAt(index + 1);
  codes.sort();
  let count = 0;
  for (let index = 0; index < codes.length; index++) if (index === 0 || codes[index] !== codes[index - 1]) codes[count++] = codes[index] ?? 0;
  return codes.slice(0, count);
}

export function countShared(one: Bigrams, other: Bigrams): number {
  let [left, right, shared] = [0, 0, 0];
  while (left < one.length && right < other.length) {
    const difference = (one[left] ?? 0) - (other[right] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  return shared;
}

/** From 0, nothing in common, to 1, the same pairs. */
export function likeness(one: Bigrams, other: Bigrams): number {
  return one.length + other.length === 0 ? 0 : (2 * countShared(one, other)) / (one.length + other.length);
}

/** Which texts hold a pair that few others hold. */
export type BigramIndex = { readonly texts: readonly Bigrams[]; readonly holders: ReadonlyMap<number, readonly number[]> };

/** A pair that more texts hold says nothing of any of them. */
const mostHolders = 48;
const rarestAsked = 10;

export function indexBigrams(texts: readonly Bigrams[]): BigramIndex {
  const holders = new Map<number, number[]>();
  for (const [place, bigrams] of texts.entries()) {
    for (const bigram of bigrams) {
      const known = holders.get(bigram);
      // one more tells that it is common
      if (known === undefined) holders.set(bigram, [place]);
      else if (known.length <= mostHolders) known.push(place);
    }
  }
  return { texts, holders };
}

/** So few texts are all looked at. */
const few = 24;

/** The texts that share rare pairs with one, by their places; those that share most first. */
export function candidatesFor(bigrams: Bigrams, { texts, holders }: BigramIndex, most = 8): number[] {
  if (texts.length <= few) return [...texts.keys()];
  const lists: (readonly number[])[] = [];
  for (const bigram of bigrams) {
    const list = holders.get(bigram);
    if (list !== undefined && list.length <= mostHolders) lists.push(list);
  }
  lists.sort((a, b) => a.length - b.length);
  const counts = new Map<number, number>();
  for (const list of lists.slice(0, rarestAsked)) for (const place of list) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most).map(([place]) => place);
}
