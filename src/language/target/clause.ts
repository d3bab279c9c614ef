export type Clause = {
  readonly start: number;
  readonly end: number;
  /** Behind 。 or a line break; behind ； or ： a part of the sentence begins. */
  readonly beginsSentence: boolean;
  readonly beginsPart: boolean;
  /** The text is this one clause. */
  readonly isWhole: boolean;
};

/** Brackets are not nested deeper, and a line break or 。 closes them all. */
const deepest = 4;

/** Where a text is cut into clauses: not inside brackets, nor between digits. */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let [start, depth, beginsSentence, beginsPart] = [0, 0, true, true];
  const cut = (index: number, sentence: boolean, part: boolean): void => {
    if (text.slice(start, index).trim() !== "") {
      clauses.push({ start, end: index, beginsSentence, beginsPart, isWhole: false });
      beginsSentence = beginsPart = false;
    }
    beginsSentence ||= sentence;
    beginsPart ||= sentence || part;
    start = index + 1;
  };
  for (let index = 0; index < text.length; index++) {
    switch (text.charAt(index)) {
      case "（":
      case "(":
        depth = Math.min(deepest, depth + 1);
        break;
      case "）":
      case ")":
        depth = Math.max(0, depth - 1);
        break;
      case "。":
      case "！":
      case "？":
      case "\n":
      case "\r":
        depth = 0;
        cut(index, true, true);
        break;
      case "；":
      case ";":
        if (depth === 0) cut(index, false, true);
        break;
      case "，":
        if (depth === 0) cut(index, false, false);
        break;
      case ",":
      case ":":
      case "：":
        if (depth === 0 && !(isDigit(text, index - 1) && isDigit(text, index + 1))) cut(index, false, text[index] !== ",");
        break;
      default:
    }
  }
  cut(text.length, false, false);
  return clauses.length === 1 ? clauses.map((clause) => ({ ...clause, isWhole: true })) : clauses;
}

function isDigit(text: string, index: number): boolean {
  return /[0-9０-９]/.test(text.charAt(index));
}

const years = /(?<before>[比较与自从以]?)(?<year>(?:19|20)(?:\d{2}|\d?[_＿XＸ×]{1,2}))年(?!度|以?来|代|起|开始|(?:[底末])?(?:的)?(?:基础|水平)|[至到—–\-~～])/g;
const span = /“?十[三四五六七]五”?(?:期间|时期|末)/;

/** The year that a clause's targets are for: 2025, 20__, “十四五”末, 每年; not the year they are measured against. */
export function readYear(clause: string): string | undefined {
  if (clause.includes("每年")) return "每年";
  if (clause.includes("年")) {
    let last: string | undefined;
    for (const { groups } of clause.matchAll(years)) if (groups?.["before"] === "") last = groups["year"];
    if (last !== undefined) return last;
  }
  return clause.includes("五") ? span.exec(clause)?.[0] : undefined;
}
