import type { Expression } from "../formula/expression";
import type { WrittenDefinition } from "./definition";
import { readHeader } from "./header";
import type { Indicator } from "./indicator";
import { exclusionsOf } from "./wording";

/** What a name says otherwise than its definition. */
export type NameDifference =
  | { readonly kind: "exclusion"; /** 药店 of 不含药店. */ readonly name: readonly string[]; readonly definition: readonly string[]; readonly by: "written" | "dictionary" }
  | { readonly kind: "unit"; /** As the name is headed. */ readonly name: string; /** "" for a bare ratio. */ readonly definition: string };

/** Where an indicator's name and its definition disagree: the one written beside it before the dictionary's. */
export function checkName(name: string, indicator: Indicator | undefined, written?: WrittenDefinition): readonly NameDifference[] {
  return [...checkExclusions(name, indicator, written), ...checkUnit(name, indicator, written)];
}

function checkExclusions(name: string, indicator: Indicator | undefined, written: WrittenDefinition | undefined): NameDifference[] {
  const said = exclusionsOf(name);
  if (said.length === 0) return [];
  const defined = written === undefined ? [] : exclusionsWithin(written);
  if (defined.length > 0) return isSame(said, defined) ? [] : [{ kind: "exclusion", name: said, definition: defined, by: "written" }];
  const known = indicator === undefined ? [] : [indicator.name, ...(indicator.aliases ?? [])].map(exclusionsOf).filter((words) => words.length > 0);
  const [first] = known;
  // a list that is shorter or longer is no contradiction
  if (first === undefined || known.some((words) => words.some((word) => said.includes(word)))) return [];
  return [{ kind: "exclusion", name: said, definition: first, by: "dictionary" }];
}

/** Of the left side; where that says none, of the quantities. */
function exclusionsWithin({ name, terms }: WrittenDefinition): readonly string[] {
  const own = name === undefined ? [] : exclusionsOf(name);
  return own.length > 0 ? own : [...new Set(terms.flatMap((term) => exclusionsOf(term.name)))].sort();
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word) => b.includes(word));
}

function checkUnit(name: string, indicator: Indicator | undefined, written: WrittenDefinition | undefined): NameDifference[] {
  const said = readHeader(name).unit;
  if (said === undefined) return [];
  const isPercent = said === "%" || said === "‰";
  if (written !== undefined) {
    // ×100% makes hundredths of any ratio
    if (isPercent && hasFactor(written.expression)) return [];
    if (written.unit !== undefined) return isShare(written.unit) === isPercent ? [] : [{ kind: "unit", name: said, definition: written.unit }];
  }
  if (indicator?.expression === undefined || isShare(indicator.unit) === isPercent) return [];
  return [{ kind: "unit", name: said, definition: indicator.unit }];
}

function isShare(unit: string): boolean {
  return unit === "%" || unit === "‰";
}

function hasFactor(expression: Expression): boolean {
  return expression.kind === "product" && expression.parts.some((part) => part.kind === "number" && part.value >= 100);
}
