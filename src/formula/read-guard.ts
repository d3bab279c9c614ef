import { calleeOf, type FormulaNode } from "./formula-tree";
import { unreadable } from "./unreadable";

export type Guard = "if" | "ifs" | "iferror" | "ifna";

type Argument = FormulaNode | null | undefined;

/** What computes behind a guard; where several parts do, they must agree. */
export type Guarded = { readonly guard: Guard; readonly computing: readonly FormulaNode[] };

/** IF, IFS, IFERROR and IFNA: which parts compute; what a guard shows instead is a text, a blank, 0 or #N/A. Undefined for other calls. */
export function readGuard(callee: string, parts: readonly Argument[]): Guarded | undefined {
  switch (callee) {
    case "IF":
      return guardedByIf(parts);
    case "IFS":
      return guardedByIfs(parts);
    case "IFERROR":
    case "IFNA": {
      const [value, otherwise] = parts;
      if (value === null || value === undefined) throw unreadable(callee, "里没有算式", "holds no arithmetic");
      if (!isConstant(otherwise)) return { guard: callee === "IFERROR" ? "iferror" : "ifna", computing: [value, ...(otherwise === null || otherwise === undefined ? [] : [otherwise])] };
      return { guard: callee === "IFERROR" ? "iferror" : "ifna", computing: [value] };
    }
    default:
      return undefined;
  }
}

function guardedByIf([condition, whenTrue, whenFalse]: readonly Argument[]): Guarded {
  if (isCellByCell(condition)) throw unreadable("IF", "在一片区域里逐格判断，读不懂", "decides cell by cell over a range and cannot be read");
  const state = stateOf(condition);
  const [first, second] = [whenTrue, whenFalse].map((part) => (isConstant(part) ? undefined : (part ?? undefined)));
  if (first === undefined && second === undefined) throw unreadable("IF", "的两边都没有算式", "computes on neither side");
  if (first !== undefined && second !== undefined) return { guard: "if", computing: [first, second] };
  if ((first !== undefined && state === "empty") || (second !== undefined && state === "filled")) {
    throw unreadable("IF", "的判断写反了：单元格为空或为 0 时才计算", "is the wrong way round: it computes where the cell is blank or 0");
  }
  if (state === undefined && !isNothing(first === undefined ? whenTrue : whenFalse)) throw unreadable("IF", "的另一边是一个数，看不出什么时候用哪一边", "has a number on its other side");
  const computing = first ?? second;
  return { guard: "if", computing: computing === undefined ? [] : [computing] };
}

function guardedByIfs(parts: readonly Argument[]): Guarded {
  const computing: FormulaNode[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const value = parts[index + 1];
    if (isCellByCell(parts[index])) throw unreadable("IFS", "在一片区域里逐格判断，读不懂", "decides cell by cell over a range and cannot be read");
    if (value === null || value === undefined || isConstant(value)) {
      if (!isNothing(value) && stateOf(parts[index]) !== "empty") throw unreadable("IFS", "里有一边是写定的数", "shows a number in one of its cases");
      continue;
    }
    if (stateOf(parts[index]) === "empty") throw unreadable("IFS", "的判断写反了：单元格为空或为 0 时才计算", "is the wrong way round: it computes where the cell is blank or 0");
    computing.push(value);
  }
  if (computing.length === 0) throw unreadable("IFS", "里没有算式", "computes in none of its cases");
  return { guard: "ifs", computing };
}

/** Whether a condition has an answer for each cell of a range, not one for all. */
function isCellByCell(node: Argument): boolean {
  switch (node?.type) {
    case "ReferenceIdentifier":
      return node.kind === "beam" || (node.kind === "range" && node.value.slice(node.value.lastIndexOf("!") + 1).includes(":")) || (node.kind === "table" && !/@|\[#this row\]/i.test(node.value));
    case "BinaryExpression":
    case "UnaryExpression":
      return node.arguments.some(isCellByCell);
    case "CallExpression": {
      const callee = calleeOf(node);
      // the others make one answer of many cells
      return (callee.startsWith("IS") || callee === "NOT" || callee === "LEN" || callee === "ABS") && node.arguments.some(isCellByCell);
    }
    default:
      return false;
  }
}

function isConstant(node: Argument): boolean {
  if (node === null || node === undefined) return true;
  if (node.type === "Literal" || node.type === "ErrorLiteral") return true;
  if (node.type === "UnaryExpression") return node.arguments.every(isConstant);
  return node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name.toUpperCase() === "NA";
}

/** A constant that stands for no result: a text, a blank, 0 or an error, but not 1 or 100. */
function isNothing(node: Argument): boolean {
  return !(node?.type === "Literal" && typeof node.value === "number" && node.value !== 0) && node?.type !== "UnaryExpression";
}

/** Whether a condition holds where its cells are blank, 0 or unusable, or where they are filled; undefined where it is about something else. */
function stateOf(node: Argument): "empty" | "filled" | undefined {
  if (node === null || node === undefined) return undefined;
  switch (node.type) {
    case "ReferenceIdentifier":
      return "filled";
    case "BinaryExpression":
      return stateOfComparison(node.operator, node.arguments);
    case "CallExpression":
      return stateOfCall(calleeOf(node), node.arguments);
    default:
      return undefined;
  }
}

function stateOfCall(callee: string, parts: readonly Argument[]): "empty" | "filled" | undefined {
  switch (callee) {
    case "ISBLANK":
    case "ISERROR":
    case "ISERR":
    case "ISNA":
    case "ISTEXT":
    case "COUNTBLANK":
      return "empty";
    case "ISNUMBER":
    case "COUNT":
    case "COUNTA":
    case "SUM":
    case "LEN":
    case "N":
      return "filled";
    case "NOT": {
      const inner = stateOf(parts[0]);
      return inner === "empty" ? "filled" : inner === "filled" ? "empty" : undefined;
    }
    case "AND":
    case "OR": {
      const states = new Set(parts.map(stateOf));
      return states.size === 1 ? stateOf(parts[0]) : undefined;
    }
    default:
      return undefined;
  }
}

function stateOfComparison(operator: string, parts: readonly Argument[]): "empty" | "filled" | undefined {
  const [left, right] = parts;
  const isReversed = isBlankLiteral(left);
  const other = isReversed ? right : left;
  if (!isReversed && !isBlankLiteral(right)) return undefined;
  if (other?.type === "CallExpression" && calleeOf(other) === "COUNTBLANK") return undefined;
  switch (operator) {
    case "=":
      return "empty";
    case "<>":
      return "filled";
    case ">":
      return isReversed ? undefined : "filled";
    case "<":
      return isReversed ? "filled" : undefined;
    case "<=":
      return isReversed ? undefined : "empty";
    case ">=":
      return isReversed ? "empty" : undefined;
    default:
      return undefined;
  }
}

function isBlankLiteral(node: Argument): boolean {
  return node?.type === "Literal" && (node.value === 0 || node.value === "");
}
