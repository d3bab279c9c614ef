import type { Expression } from "./expression";

/** How closely a text holds together: a sum needs brackets beside × and ÷. */
type Bond = "sum" | "product" | "single";

type Written = { readonly text: string; readonly bond: Bond };

/** Arithmetic as a formula has it, with as few brackets as it needs; `addressOf` says how a key is written. */
export function formulaText(expression: Expression, addressOf: (term: string) => string): string {
  return write(expression, addressOf).text;
}

function write(expression: Expression, addressOf: (term: string) => string): Written {
  switch (expression.kind) {
    case "number":
      return { text: String(expression.value), bond: expression.value < 0 ? "sum" : "single" };
    case "atom":
      return { text: addressOf(expression.key), bond: "single" };
    case "sum": {
      const text = expression.parts.map((part, index) => writePart(part, index, addressOf)).join("");
      return { text, bond: "sum" };
    }
    case "quotient": {
      const over = write(expression.over, addressOf);
      const under = write(expression.under, addressOf);
      return { text: `${inBrackets(over, over.bond === "sum")}/${inBrackets(under, under.bond !== "single")}`, bond: "product" };
    }
    case "product": {
      // the factor last, as a person writes ×100
      const parts = [...expression.parts.filter(({ kind }) => kind !== "number"), ...expression.parts.filter(({ kind }) => kind === "number")].map((part) => write(part, addressOf));
      const [only] = parts;
      return parts.length === 1 && only !== undefined ? only : { text: parts.map((part) => inBrackets(part, part.bond === "sum")).join("*"), bond: "product" };
    }
  }
}

function writePart(part: Expression, index: number, addressOf: (term: string) => string): string {
  const negated = negationOf(part);
  const written = write(negated ?? part, addressOf);
  const text = inBrackets(written, negated !== undefined && written.bond === "sum");
  return negated !== undefined ? `-${text}` : index === 0 ? text : `+${text}`;
}

/** What is taken away, where a part is taken away. */
function negationOf(part: Expression): Expression | undefined {
  if (part.kind === "number") return part.value < 0 ? { kind: "number", value: -part.value } : undefined;
  if (part.kind !== "product") return undefined;
  const at = part.parts.findIndex((factor) => factor.kind === "number" && factor.value === -1);
  if (at < 0) return undefined;
  const rest = part.parts.filter((_, index) => index !== at);
  const [only] = rest;
  return rest.length === 1 && only !== undefined ? only : { kind: "product", parts: rest };
}

function inBrackets({ text }: Written, needsThem: boolean): string {
  return needsThem ? `(${text})` : text;
}
