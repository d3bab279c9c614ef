import type { Range } from "../core/workbook";
import { definedName } from "./formula-place";
import { calleeOf, parseFormula, type FormulaNode } from "./formula-tree";
import { isLookup, lookUp } from "./look-up";
import type { Reading, Scope } from "./reading";
import { rangeOfAddress, rangeOfStructure, rangeOfTable, sheetName, splitReference } from "./reference";
import { isUnbounded } from "./used-part";
import { unreadable, Unreadable } from "./unreadable";

/** What a part refers to, or, behind names, the part that computes it. */
export type Resolved = { readonly kind: "range"; readonly range: Range; readonly isLookedUp?: true } | { readonly kind: "part"; readonly node: FormulaNode; readonly scope: Scope };

export function resolveReference(node: FormulaNode, scope: Scope, reading: Reading): Resolved {
  const { place, workbook } = reading;
  switch (node.type) {
    case "ReferenceIdentifier":
      if (node.kind === "name") return resolveName(node.value, scope, reading);
      return { kind: "range", range: node.kind === "table" ? rangeOfStructure(node.value, place, workbook) : rangeOfAddress(node.value, place, workbook) };
    case "UnaryExpression": {
      const [argument] = node.arguments;
      if (node.operator !== "@" || argument === undefined) return { kind: "part", node, scope };
      const resolved = resolveReference(argument, scope, reading);
      return resolved.kind === "range" ? { kind: "range", range: onOwnLine(resolved.range, reading) } : resolved;
    }
    case "BinaryExpression": {
      if (node.operator !== ":") return { kind: "part", node, scope };
      const [from, to] = node.arguments.map((argument) => resolveReference(argument, scope, reading));
      if (from?.kind !== "range" || to?.kind !== "range" || from.range.sheet !== to.range.sheet) throw new Unreadable({ zh: "用冒号连起来的两头不都是单元格", en: "The two ends that a colon joins are not both cells" });
      return { kind: "range", range: around(from.range, to.range) };
    }
    case "CallExpression":
      return isLookup(calleeOf(node)) ? { kind: "range", range: lookUp(node, scope, reading), isLookedUp: true } : { kind: "part", node, scope };
    default:
      return { kind: "part", node, scope };
  }
}

/** The range that an argument must be. */
export function requireRange(node: FormulaNode | null | undefined, scope: Scope, reading: Reading, callee: string): Range {
  const resolved = node === null || node === undefined ? undefined : resolveReference(node, scope, reading);
  if (resolved?.kind !== "range") throw unreadable(callee, "的参数不是单元格区域", "has an argument that is no range of cells");
  return resolved.range;
}

function resolveName(text: string, scope: Scope, reading: Reading): Resolved {
  const { place, workbook } = reading;
  const variable = scope.variables.get(text.toLowerCase());
  if (variable !== undefined) return resolveReference(variable.node, variable.scope, reading);
  const { sheet, rest } = splitReference(text);
  const defined = definedName(workbook, rest, sheet === undefined ? place.sheet : sheetName(sheet, text, workbook));
  if (defined === undefined) {
    const range = sheet === undefined ? rangeOfTable(rest, place, workbook) : undefined;
    if (range !== undefined) return { kind: "range", range };
    throw unknownName(text);
  }
  const trail = defined.name.toLowerCase();
  if (scope.trail.includes(trail)) throw unreadable(text, "这个名称绕回到了它自己", "is a name that comes back to itself");
  if (scope.trail.length > 16) throw unreadable(text, "这个名称套了太多层名称", "is a name behind too many names");
  const node = parseFormula(defined.formula);
  if (hasRelativeReference(node)) throw unreadable(text, "这个名称引用的单元格没有加 $，在每个单元格里指的都不同", "is a name for cells without $, which means others in every cell");
  return resolveReference(node, { variables: new Map(), trail: [...scope.trail, trail] }, reading);
}

function unknownName(text: string): Unreadable {
  if (text.includes("÷")) return unreadable(text, "里的“÷”不是 Excel 的除号，应写“/”", "uses ÷, which is no sign of division in Excel: write /");
  if (text.includes("×")) return unreadable(text, "里的“×”不是 Excel 的乘号，应写“*”", "uses ×, which is no sign of multiplication in Excel: write *");
  if (/[（），％＋－＊／：]/.test(text)) return unreadable(text, "里有全角符号，Excel 不当作运算符", "holds full-width signs, which Excel does not take for operators");
  return unreadable(text, "既不是单元格，也不是工作簿里定义过的名称", "is neither a cell nor a name that the workbook defines");
}

/** Whether part of an address can move: B3, $B3 and B$3, but not $B$3, $B:$B or $3:$3. */
function hasRelativeReference(node: FormulaNode | null): boolean {
  if (node === null) return false;
  switch (node.type) {
    case "ReferenceIdentifier":
      return (node.kind === "range" || node.kind === "beam") && splitReference(node.value).rest.split(":").some((corner) => !/^(?:\$[A-Za-z]+)?(?:\$\d+)?$/.test(corner));
    case "UnaryExpression":
    case "BinaryExpression":
    case "CallExpression":
      return node.arguments.some(hasRelativeReference);
    default:
      return false;
  }
}

/** The cell of a column in the formula's own row, or of a row in its own column. */
function onOwnLine(range: Range, { place }: Reading): Range {
  const isOneColumn = range.left === range.right;
  const isOneRow = range.top === range.bottom;
  if (isOneColumn && isOneRow) return range;
  if (isOneColumn && place.row >= range.top && place.row <= range.bottom) return { ...range, top: place.row, bottom: place.row };
  if (isOneRow && place.column >= range.left && place.column <= range.right) return { ...range, left: place.column, right: place.column };
  throw new Unreadable({ zh: "“@”所指的区域里没有本行或本列的单元格", en: "The range behind “@” has no cell in this row or column" });
}

function around(a: Range, b: Range): Range {
  if (isUnbounded(a) !== isUnbounded(b)) throw new Unreadable({ zh: "用冒号连起来的两头不都是单元格", en: "The two ends that a colon joins are not both cells" });
  return { sheet: a.sheet, top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) };
}
