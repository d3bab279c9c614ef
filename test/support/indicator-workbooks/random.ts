/** The same numbers for the same seed, on every machine (mulberry32). */
export type Random = {
  /** From `low` up to, not including, `high`. */
  between(low: number, high: number): number;
  /** A whole number, both ends inside. */
  whole(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
};

export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    between: (low, high) => low + next() * (high - low),
    whole,
    pick: (list) => {
      const [item] = list.slice(whole(0, list.length - 1));
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
    shuffle: (list) => {
      const rest = [...list];
      const mixed: typeof rest = [];
      while (rest.length > 0) mixed.push(...rest.splice(whole(0, rest.length - 1), 1));
      return mixed;
    },
  };
}
