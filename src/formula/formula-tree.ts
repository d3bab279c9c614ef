import { parse, tokenize, type AstExpression } from "@borgar/fx";
import { tooLong, unreadable, Unreadable } from "./unreadable";

/** A formula as a tree; undefined stands for an argument that is left out. */
export type FormulaNode = AstExpression;

export type CallNode = Extract<FormulaNode, { type: "CallExpression" }>;

/** Excel's own limit. */
const maxLength = 8192;
/** Excel allows 64 levels of functions; brackets and signs come on top. */
const maxNesting = 128;

/** Throws Unreadable where the text is no formula. */
export function parseFormula(formula: string): FormulaNode {
  if (formula.length > maxLength) throw tooLong();
  const text = formula.startsWith("=") ? formula : `=${formula}`;
  const tokens = tokenize(text, { withLocation: true }).map((token) => (token.type === "func" ? { ...token, value: plainCallee(token.value) } : token));
  let nesting = 0;
  let signs = 0;
  for (const { type, value } of tokens) {
    if (value === "(" || value === "{") nesting++;
    else if (value === ")" || value === "}") nesting--;
    signs = type === "operator" && (value === "-" || value === "+" || value === "^" || value === "%" || value === "@") ? signs + 1 : type === "whitespace" ? signs : 0;
    if (nesting > maxNesting || signs > maxNesting) throw tooLong();
  }
  try {
    return parse(tokens);
  } catch (error) {
    if (error instanceof RangeError) throw tooLong();
    // a lost reference behind the name of a sheet stops the parser
    if (text.includes("#REF!")) throw unreadable("#REF!", "：引用已经失效", "is a reference that is lost");
    throw unreadable(text, "不是完整的公式", "is not a complete formula");
  }
}

/** The name of a called function, in capitals. */
export function calleeOf(node: CallNode): string {
  if (node.callee.type !== "Identifier") throw new Unreadable({ zh: "LAMBDA 读不懂", en: "LAMBDA cannot be read" });
  return node.callee.name.toUpperCase();
}

/** Without the marks that newer functions carry in files. */
function plainCallee(name: string): string {
  return name.startsWith("_") ? name.replace(/^(?:_xlfn\.|_xlws\.)+/i, "") : name;
}
