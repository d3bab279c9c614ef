/**
 * Arithmetic over things known by a key: the cells of a formula, the terms of a definition. A difference is a sum with a
 * part times −1, a percent sign a division by 100.
 */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "atom"; readonly key: string }
  | { readonly kind: "sum"; readonly parts: readonly Expression[] }
  | { readonly kind: "product"; readonly parts: readonly Expression[] }
  | { readonly kind: "quotient"; readonly over: Expression; readonly under: Expression };

export function numberOf(value: number): Expression {
  return { kind: "number", value };
}

export function atom(key: string): Expression {
  return { kind: "atom", key };
}

export function sum(...parts: readonly Expression[]): Expression {
  return { kind: "sum", parts };
}

export function product(...parts: readonly Expression[]): Expression {
  return { kind: "product", parts };
}

export function quotient(over: Expression, under: Expression): Expression {
  return { kind: "quotient", over, under };
}

/** The keys of all atoms, each once, in reading order. */
export function keysOf(expression: Expression): string[] {
  const keys = new Set<string>();
  const visit = (part: Expression): void => {
    if (part.kind === "atom") keys.add(part.key);
    else if (part.kind === "quotient") [part.over, part.under].forEach(visit);
    else if (part.kind !== "number") part.parts.forEach(visit);
  };
  visit(expression);
  return [...keys];
}

/** The same arithmetic over other things; `replace` answers with what stands in an atom's place. */
export function substitute(expression: Expression, replace: (key: string) => Expression): Expression {
  switch (expression.kind) {
    case "number":
      return expression;
    case "atom":
      return replace(expression.key);
    case "quotient":
      return quotient(substitute(expression.over, replace), substitute(expression.under, replace));
    default:
      return { kind: expression.kind, parts: expression.parts.map((part) => substitute(part, replace)) };
  }
}
