/** A definition as a person writes it on paper: what is above the line, what below, and what follows. */
export type DefinitionShape = { readonly over: string; readonly under: string; readonly rest: string };

const opening = "（([【";
const closing = "）)]】";

/** The one fraction that a definition is; undefined where it is none, or more than one. */
export function shapeOf(definition: string): DefinitionShape | undefined {
  const formula = afterEquals(definition);
  let depth = 0;
  let line: number | undefined;
  let end = formula.length;
  for (let index = 0; index < formula.length; index++) {
    const sign = formula.charAt(index);
    if (opening.includes(sign)) depth++;
    else if (closing.includes(sign)) depth--;
    else if (depth > 0) continue;
    else if ("/÷／".includes(sign)) {
      if (line !== undefined) return undefined;
      line = index;
    } else if (line !== undefined && end === formula.length && "×*".includes(sign)) end = index;
    // a sum of a fraction and something else is no fraction
    else if (/[+＋－−-]/.test(sign)) return undefined;
  }
  if (line === undefined || depth !== 0) return undefined;
  const over = bare(formula.slice(0, line));
  const under = bare(formula.slice(line + 1, end));
  const rest = formula.slice(end).trim();
  return over === "" || under === "" || !/^(?:[×*][\d,.]+[%％‰]?)?$/.test(rest) ? undefined : { over, under, rest };
}

/** The right side; the left one repeats the indicator's name. */
function afterEquals(definition: string): string {
  const equals = Math.max(definition.indexOf("="), definition.indexOf("＝"));
  return definition.slice(equals + 1).trim();
}

/** Without the brackets around all of it. */
function bare(text: string): string {
  const inner = text.trim();
  const isWrapped = opening.includes(inner.charAt(0)) && closing.includes(inner.charAt(inner.length - 1));
  return isWrapped && inner.length > 2 && isOnePair(inner) ? inner.slice(1, -1).trim() : inner;
}

function isOnePair(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length - 1; index++) {
    if (opening.includes(text.charAt(index))) depth++;
    else if (closing.includes(text.charAt(index))) depth--;
    if (depth === 0) return false;
  }
  return true;
}
