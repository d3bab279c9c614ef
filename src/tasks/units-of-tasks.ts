import type { Unit } from "../language/unit";
import type { TaskFacts } from "./task-facts";

/** Some tasks of one list. */
export type ChosenTasks<L> = { readonly list: L; readonly facts: readonly TaskFacts[] };

/** A unit of the lists, the tasks it leads and those it takes part in, list by list. */
export type UnitTasks<L> = { readonly identity: string; readonly name: string; readonly led: readonly ChosenTasks<L>[]; readonly others: readonly ChosenTasks<L>[] };

type Draft<L> = { readonly forms: Map<string, number>; readonly led: Map<L, TaskFacts[]>; readonly others: Map<L, TaskFacts[]>; ledCount: number };

/** Every unit under the name that is used most, those that lead most first; and the tasks that nobody leads. */
export function unitsOfTasks<L extends { readonly facts: readonly TaskFacts[] }>(lists: readonly L[]): { readonly units: readonly UnitTasks<L>[]; readonly without: readonly ChosenTasks<L>[] } {
  const drafts = new Map<string, Draft<L>>();
  const draftOf = ({ identity, text }: Unit): Draft<L> => {
    let draft = drafts.get(identity);
    if (draft === undefined) drafts.set(identity, (draft = { forms: new Map(), led: new Map(), others: new Map(), ledCount: 0 }));
    draft.forms.set(text, (draft.forms.get(text) ?? 0) + 1);
    return draft;
  };
  for (const list of lists) {
    for (const facts of list.facts) {
      for (const unit of facts.leads) {
        const draft = draftOf(unit);
        draft.ledCount += 1;
        push(draft.led, list, facts);
      }
      for (const unit of facts.others) push(draftOf(unit).others, list, facts);
    }
  }
  const taken = new Set<string>();
  const units = [...drafts].sort(([, a], [, b]) => b.ledCount - a.ledCount).map(([identity, { forms, led, others }]): UnitTasks<L> => ({ identity, name: nameOf(forms, taken), led: chosenOf(led), others: chosenOf(others) }));
  return { units, without: lists.map((list) => ({ list, facts: list.facts.filter(({ leads }) => leads.length === 0) })) };
}

function push<L>(lists: Map<L, TaskFacts[]>, list: L, facts: TaskFacts): void {
  const known = lists.get(list);
  if (known === undefined) lists.set(list, [facts]);
  // a cell may name a unit twice
  else if (known.at(-1) !== facts) known.push(facts);
}

function chosenOf<L>(lists: ReadonlyMap<L, TaskFacts[]>): ChosenTasks<L>[] {
  return [...lists].map(([list, facts]) => ({ list, facts }));
}

/** Two units that lists shorten to one name are told apart by a number. */
function nameOf(forms: ReadonlyMap<string, number>, taken: Set<string>): string {
  const usual = [...forms].reduce((best, form) => (form[1] > best[1] ? form : best))[0];
  let name = usual;
  for (let number = 2; taken.has(name); number++) name = `${usual}（${number}）`;
  taken.add(name);
  return name;
}
