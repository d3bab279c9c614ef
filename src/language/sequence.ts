/** What one cell of a numbered column holds: its number, or that it is blank, or that it is no plain number. */
export type Numbered = {
  readonly value: number | "blank" | "unreadable";
  /** A new category begins here: the numbers may start again. */
  readonly isStart: boolean;
};

export type Break =
  | { readonly kind: "missing"; readonly index: number }
  | { readonly kind: "repeated"; readonly index: number; readonly value: number }
  | { readonly kind: "jump" | "disorder"; readonly index: number; readonly value: number; readonly previous: number | undefined; readonly expected: number };

export type SequenceReading = {
  readonly breaks: readonly Break[];
  /** Where the numbers start again with a category. */
  readonly restarts: ReadonlySet<number>;
  /** The number of the first cell: a table may go on from another sheet. */
  readonly first: number;
};

/** Finds the cells that break a sequence, each fault once: after a wrong number it goes on from what the numbers below agree with. */
export function readSequence(cells: readonly Numbered[]): SequenceReading {
  const breaks: Break[] = [];
  const restarts = new Set<number>();
  const first = firstNumber(cells);
  let begin = first;
  let expected = first;
  let previous: number | undefined;
  // numbers met out of their place, and numbers that a jump has left out
  let strays = new Set<number>();
  let gaps = new Set<number>();
  let slack = 0;
  let maySkipOne = false;
  const restart = (index: number, next: number): void => {
    restarts.add(index);
    [begin, expected, previous, slack, strays, gaps] = [1, next, next - 1, 0, new Set(), new Set()];
  };
  // by index: lists of 100,000 are read again at every edit of a number
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    if (cell === undefined) continue;
    const { value, isStart } = cell;
    if (typeof value === "string") {
      if (value === "blank") breaks.push({ kind: "missing", index });
      maySkipOne = isStart || (maySkipOne && value === "unreadable");
      slack += 1;
      continue;
    }
    if (index > 0 && isStart && value === 1) {
      restart(index, 2);
      continue;
    }
    if (maySkipOne && value === 2 && expected !== 2 && index > 1) {
      restart(index - 1, 3);
      maySkipOne = false;
      continue;
    }
    maySkipOne = false;
    while (strays.has(expected)) expected += 1;
    if (value === expected || (slack > 0 && value > expected && value <= expected + slack)) {
      [expected, previous, slack] = [value + 1, value, 0];
      continue;
    }
    const following = cells[index + 1];
    const next = following === undefined || typeof following.value === "string" || (following.isStart && following.value === 1) ? undefined : following.value;
    const isRepeated = strays.has(value) || (value < expected && value >= begin && !gaps.has(value));
    const isStray = next === expected;
    if (isRepeated) breaks.push({ kind: "repeated", index, value });
    else breaks.push({ kind: value < expected || isStray ? "disorder" : "jump", index, value, previous, expected });
    slack = 0;
    gaps.delete(value);
    if (isStray) strays.add(value);
    else if (next === value + 1 || (next === undefined && value > expected)) {
      if (value < expected) begin = value;
      // a number far off is a slip of the hand: no need to remember all it leaves out
      for (let gap = expected; gap < value && gaps.size < 1000; gap++) gaps.add(gap);
      [expected, previous] = [value + 1, value];
    } else if (next !== undefined) [expected, previous] = [expected + 1, value];
  }
  return { breaks, restarts, first };
}

/** 1, unless the numbers begin further on and go on from there. */
function firstNumber(cells: readonly Numbered[]): number {
  const [one, two] = cells;
  if (one === undefined || typeof one.value === "string" || one.value < 1) return 1;
  return two === undefined || two.isStart || two.value === one.value + 1 ? one.value : 1;
}
