import { bigramsOf, candidatesFor, indexBigrams, likeness } from "./bigrams";
import type { UnclearTasks } from "./match-tasks";

/** A task without a match; its text is for comparing. */
export type OpenTask = { readonly row: number; readonly text: string; readonly number: string; readonly units: string };
export type NearInput = { readonly before: readonly OpenTask[]; readonly after: readonly OpenTask[] };
export type NearTasks = { readonly pairs: readonly { readonly before: number; readonly after: number }[]; readonly unclear: readonly UnclearTasks[] };

/** Less in common is another task, whatever stands beside it. */
const leastLikeness = 0.5;
/** What likeness, number and units come to in a task that was reworded. */
const leastScore = 0.62;
const forNumber = 0.12;
const forUnits = 0.08;
/** So much better than the next one it must be. */
const margin = 0.06;

/** An edge between places of the two sides. */
type Edge = { readonly before: number; readonly after: number; readonly score: number };

/** Tasks of nearly the same words, where each is clearly the other's nearest. Where two are as near, a person must say. */
export function findNear({ before, after }: NearInput): NearTasks {
  if (before.length === 0 || after.length === 0) return { pairs: [], unclear: [] };
  let edges = edgesOf(before, after);
  const pairs: Edge[] = [];
  for (;;) {
    const found = clearest(edges);
    if (found.length === 0) break;
    for (const edge of found) pairs.push(edge);
    const [old, fresh] = [new Set(found.map((edge) => edge.before)), new Set(found.map((edge) => edge.after))];
    edges = edges.filter((edge) => !old.has(edge.before) && !fresh.has(edge.after));
  }
  const rowOf = (side: readonly OpenTask[], place: number): number => side[place]?.row ?? 0;
  return {
    pairs: pairs.map((edge) => ({ before: rowOf(before, edge.before), after: rowOf(after, edge.after) })),
    unclear: knots(edges).map((knot) => ({ before: knot.before.map((place) => rowOf(before, place)), after: knot.after.map((place) => rowOf(after, place)) })),
  };
}

function edgesOf(before: readonly OpenTask[], after: readonly OpenTask[]): Edge[] {
  const [old, fresh] = [before.map(({ text }) => bigramsOf(text)), after.map(({ text }) => bigramsOf(text))];
  const index = indexBigrams(fresh);
  const byNumber = numbersOf(after);
  return before.flatMap((task, place) => {
    const own = old[place];
    if (own === undefined || own.length === 0) return [];
    const places = new Set([...candidatesFor(own, index), ...(task.number === "" ? [] : (byNumber.get(task.number) ?? []))]);
    return [...places].flatMap((candidate): Edge[] => {
      const [other, bigrams] = [after[candidate], fresh[candidate]];
      if (other === undefined || bigrams === undefined) return [];
      const near = likeness(own, bigrams);
      if (near < leastLikeness) return [];
      const score = near + (task.number !== "" && task.number === other.number ? forNumber : 0) + (task.units !== "|" && task.units === other.units ? forUnits : 0);
      return score < leastScore ? [] : [{ before: place, after: candidate, score }];
    });
  });
}

/** A number that many carry tells none of them. */
const mostOfNumber = 8;

function numbersOf(tasks: readonly OpenTask[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { number }] of tasks.entries()) {
    const known = places.get(number);
    if (known === undefined) places.set(number, [place]);
    else if (known.length < mostOfNumber) known.push(place);
  }
  return places;
}

type Best = { edge: Edge; next: number };

/** The edges that are by a margin the best of both their ends. */
function clearest(edges: readonly Edge[]): Edge[] {
  const old = new Map<number, Best>();
  const fresh = new Map<number, Best>();
  const offer = (best: Map<number, Best>, place: number, edge: Edge): void => {
    const known = best.get(place);
    if (known === undefined) best.set(place, { edge, next: 0 });
    else if (edge.score > known.edge.score) best.set(place, { edge, next: known.edge.score });
    else known.next = Math.max(known.next, edge.score);
  };
  for (const edge of edges) {
    offer(old, edge.before, edge);
    offer(fresh, edge.after, edge);
  }
  return [...old.values()].flatMap(({ edge, next }) => {
    const other = fresh.get(edge.after);
    return other?.edge === edge && edge.score - next >= margin && edge.score - other.next >= margin ? [edge] : [];
  });
}

/** The edges that are left, by what hangs together. */
function knots(edges: readonly Edge[]): { before: number[]; after: number[] }[] {
  const parents = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    for (let at = name; at !== root; ) {
      const parent = parents.get(at) ?? root;
      parents.set(at, root);
      at = parent;
    }
    return root;
  };
  for (const { before, after } of edges) {
    const [one, other] = [rootOf(`before ${before}`), rootOf(`after ${after}`)];
    if (one !== other) parents.set(one, other);
  }
  const found = new Map<string, { before: Set<number>; after: Set<number> }>();
  for (const { before, after } of edges) {
    const root = rootOf(`before ${before}`);
    const knot = found.get(root) ?? { before: new Set<number>(), after: new Set<number>() };
    found.set(root, knot);
    knot.before.add(before);
    knot.after.add(after);
  }
  return [...found.values()].map(({ before, after }) => ({ before: [...before].sort((a, b) => a - b), after: [...after].sort((a, b) => a - b) }));
}
