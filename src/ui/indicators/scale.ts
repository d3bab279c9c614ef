import type { PlaceList } from "./indicator-parts";

/** What a bar's two ends stand for. */
export type Scale = { readonly low: number; readonly high: number };

/** How many times the middle value a value may be and still widen the scale: what is a hundred times too much must not press all others flat. */
const reach = 4;

/** One scale for all values of an indicator, so that their bars compare. */
export function scaleOf(unit: string, places: PlaceList): Scale {
  const all: number[] = [];
  for (let index = 0; index < places.count; index++) for (const number of [places.valueAt(index), places.targetAt(index)?.value, places.previousAt(index)]) if (number !== undefined) all.push(number);
  const middle = medianOf(all.map(Math.abs));
  const usual = middle === 0 ? all : all.filter((value) => Math.abs(value) <= middle * reach);
  let low = 0;
  let high = 0;
  for (const value of usual) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  // shares are seen against the whole, growth rates against each other
  if (unit === "%" && low >= 0 && high > 25 && high <= 100) return { low: 0, high: 100 };
  if (low === 0 && high === 0) return { low: 0, high: 1 };
  const room = (high - low) * 0.08;
  return { low: low < 0 ? low - room : 0, high: high > 0 ? high + room : 0 };
}

export function medianOf(values: readonly number[]): number {
  // sorts numbers as numbers, ten times as fast as an array does
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** Where a value stands on the scale, from 0 to 1, and whether it is beyond an end. */
export function positionOn({ low, high }: Scale, value: number): { readonly at: number; readonly isBeyond: boolean } {
  const at = (value - low) / (high - low);
  return { at: Math.min(Math.max(at, 0), 1), isBeyond: at < 0 || at > 1 };
}

/** How many values fall in each of `count` equal parts of the scale; those beyond an end count there. */
export function spreadOver(scale: Scale, values: readonly number[], count: number): number[] {
  const parts = Array.from({ length: count }, () => 0);
  for (const value of values) {
    const part = Math.min(Math.floor(positionOn(scale, value).at * count), count - 1);
    parts[part] = (parts[part] ?? 0) + 1;
  }
  return parts;
}

/** A number as the bars' words say it: two decimals at most, its unit where it is written close to it. */
export function shownNumber(value: number, unit: string): string {
  const text = value.toLocaleString("zh-CN", { maximumFractionDigits: 2 });
  return unit === "1:X" ? `1:${text}` : `${text}${unit}`;
}
