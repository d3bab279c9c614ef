import { declaresFirstUnitLeads } from "../declaration";
import { joined } from "./join";
import { isEnd, readOne, startsAnew } from "./kind";
import { knownName, plainName, reach } from "./name";
import { offsetIn, piecesOf, slicePiece, type Piece } from "./piece";
import { mayTellRoles, roleAtEnd, roleOfLabel, roleWordsIn, type UnitRole } from "./role";
import { partsOfRun, type Budget, type Listed } from "./run";

/** A name in a cell, before anybody asks what it says. */
export type NameInCell = { readonly text: string; readonly start: number; readonly end: number; readonly separator: string; readonly role?: UnitRole };

export type Cell = {
  readonly names: readonly NameInCell[];
  readonly etc?: { readonly start: number; readonly end: number };
  readonly declaresFirstLeads: boolean;
};

type Found = { text: string; start: number; end: number; separator: string; role: UnitRole | undefined };

/** 等, 等部门, 等10个市直单位 behind a list. */
const etcAtEnd = /等(?:(?:国务院|中央|国家|[省市县区州][委直级属]?)?(?:各|有|的)?(?:\d{1,3}|[一二三四五六七八九十几多]{1,3})?(?:个|家)?(?:各|有)?(?:有关|相关)?(?:国务院|[省市县区州][直级属])?(?:成员|责任|职能|主管|行业|配合)?(?:部门|单位|地区|方面|机构|科室)?(?:[和及]?单位)?)?$/;
const notice = /列?第[一1]|首位|牵头(?:单位|部门)$|最前|在前|下同/;
const soleNumber = /^(?:\d{1,3}|[一二三四五六七八九十]{1,3})$/;
const none = /^(?:无|没有|暂无|[-—–/\\.·~*]+)$/;
const lead = /^(?:由|会同|请|并由|主要由|责成|以及|及(?!第))/;

export function readCell(text: string, isListed: Listed | undefined): Cell {
  const declares = /第[一1]|首|前/.test(text) && declaresFirstUnitLeads(text);
  const tells = mayTellRoles(text);
  const pieces = joined(text, piecesOf(text), isListed);
  const budget: Budget = { left: 2000 };
  const found: Found[] = [];
  let etc: Cell["etc"];
  /** From here on a role at the end of a list has not been given yet. */
  let mark = 0;
  let label: UnitRole | undefined;
  let isLabelled = false;
  let separator = "";
  /** After 会同 all units of the clause support. */
  let running: UnitRole | undefined;
  /** After 市教育局： comes what it is to do. */
  let isAbout = false;

  const giveBack = (role: UnitRole): void => {
    for (let index = mark; index < found.length; index++) {
      const unit = found[index];
      if (unit !== undefined) unit.role ??= role;
    }
    mark = found.length;
  };
  const push = (piece: Piece, role: UnitRole | undefined): void => {
    const name = plainName(piece.text);
    if (name === "") return;
    found.push({ text: name, start: offsetIn(piece, 0), end: offsetIn(piece, piece.text.length - 1) + 1, separator: found.length === 0 ? "" : separator, role });
    separator = "";
  };
  const emit = (piece: Piece, role: UnitRole | undefined): void => {
    for (const { part, word } of splitConjunctions(piece, isListed)) {
      if (word !== "") separator = word;
      const match = part.text.includes("等") ? etcAtEnd.exec(part.text.slice(-24)) : null;
      let rest = part;
      if (match !== null && isListed?.(part.text) !== true) {
        const from = part.text.length - match[0].length;
        etc = { start: offsetIn(part, from), end: offsetIn(part, part.text.length - 1) + 1 };
        rest = slicePiece(part, 0, from);
      }
      let before = 0;
      for (const cut of [...partsOfRun(rest.text, isListed, budget), rest.text.length]) {
        push(slicePiece(rest, before, cut), role);
        before = cut;
      }
    }
  };
  const readPiece = (piece: Piece, role: UnitRole | undefined): void => {
    if (!tells || isListed?.(piece.text) === true || knownName(piece.text) !== undefined) return emit(piece, role);
    const tail = roleAtEnd(piece.text);
    const end = tail?.length ?? piece.text.length;
    let cursor = 0;
    let own = role;
    for (const word of roleWordsIn(piece.text.slice(0, end))) {
      const before = slicePiece(piece, cursor, word.at);
      if (word.at <= cursor || budget.left <= 0 || !isComplete(before.text)) continue;
      budget.left -= 10;
      emit(before, own);
      giveBack(word.before);
      own = word.after ?? role;
      running = word.after;
      cursor = word.end;
      separator = piece.text.slice(word.at, word.end);
      if (!beginsWithName(piece.text.slice(cursor, cursor + reach))) return;
    }
    emit(slicePiece(piece, cursor, end), own);
    if (tail !== undefined) giveBack(tail.role);
  };

  for (const piece of pieces) {
    if (piece.separator !== "" && (piece.separator !== "：" || separator === "")) separator = piece.separator;
    if (piece.label !== undefined) {
      label = piece.label;
      isLabelled = false;
      mark = found.length;
    }
    const plain = piece.text;
    if (isAbout && piece.separator !== "：" && /[；;。\n]/.test(piece.separator)) isAbout = false;
    if (isAbout && !beginsWithName(plain.slice(0, reach))) continue;
    if (piece.isHeading === true && /^(?:unknown|vague)$/.test(readOne(plain).kind)) {
      label = undefined;
      mark = found.length;
      continue;
    }
    isAbout = piece.isHeading === true;
    if (soleNumber.test(plain) || none.test(plain) || isNote(plain) || (declares && notice.test(plain) && !knownName(plain))) continue;
    const said = tells ? roleOfLabel(plain) : undefined;
    if (said !== undefined && pieces.length > 1) {
      if (found.length === mark || isLabelled || /(?:单位|部门)$/.test(plain)) {
        label = said;
        isLabelled = true;
        mark = found.length;
      } else giveBack(said);
      continue;
    }
    const tail = tells ? roleAtEnd(plain) : undefined;
    if (tail?.length === 0 && pieces.length > 1) {
      giveBack(tail.role);
      continue;
    }
    if (piece.separator !== "、") running = undefined;
    if (plain.startsWith("会同")) running = "support";
    const first = found.length;
    const skipped = lead.exec(plain)?.[0].length ?? leadingConjunction(plain);
    readPiece(skipped === 0 ? piece : slicePiece(piece, skipped, plain.length), running ?? label);
    const last = found.at(-1);
    if (piece.role !== undefined && last !== undefined && found.length > first) {
      last.role = piece.role;
    }
  }
  return { names: found.map(({ role, ...name }) => (role === undefined ? name : { ...name, role })), ...(etc === undefined ? {} : { etc }), declaresFirstLeads: declares };
}

/** 下同, 以下不再列出: said of the list. */
function isNote(text: string): boolean {
  return text.length <= 20 && (text.endsWith("下同") || /^(?:以下|具体)?(?:均)?不再/.test(text));
}

/** 、和市财政局; but 和平区教育局. */
function leadingConjunction(text: string): number {
  if (!/^[和与]/.test(text) || text.length > reach) return 0;
  return knownName(text.slice(1)) !== undefined && !/^和[平县田硕静顺林政布龙]/.test(text) ? 1 : 0;
}

/** Whether a whole name or more stands here, so that what follows is about it. */
function isComplete(text: string): boolean {
  const plain = text.slice(-reach).replace(etcAtEnd, "");
  if (plain.length < 2) return false;
  const { kind } = readOne(plain);
  if (kind === "body" || kind === "group" || kind === "vague") return true;
  // of a longer text its end is asked: 市教育局市财政局
  for (let at = 1; at < plain.length - 2; at++) if (isEnd(plain.charCodeAt(at - 1)) && startsAnew(plain.slice(at))) return true;
  return kind === "organisation" && plain.length >= 4;
}

function beginsWithName(text: string): boolean {
  if (/^(?:各|有关|相关)/.test(text)) return true;
  for (let end = 2; end <= text.length; end++) {
    if (isEnd(text.charCodeAt(end - 1)) && knownName(text.slice(0, end)) !== undefined) return true;
  }
  return /^[省市县区州国]/.test(text) && text.length > 3;
}

type Part = { readonly part: Piece; /** The conjunction before it. */ readonly word: string };

/** 市教育局和市财政局, 税务总局及各地区; but 市自然资源和规划局, 各部门和单位. */
function splitConjunctions(piece: Piece, isListed: Listed | undefined): Part[] {
  const { text } = piece;
  const whole: Part[] = [{ part: piece, word: "" }];
  if (!text.includes("和") && !text.includes("与") && !text.includes("及")) return whole;
  if (isListed?.(text) === true || knownName(text) !== undefined) return whole;
  const parts: Part[] = [];
  let from = 0;
  let word = "";
  for (let at = 2; at < text.length - 1; at++) {
    const letter = text.charAt(at);
    if (letter !== "和" && letter !== "与" && letter !== "及") continue;
    const end = letter === "及" && text.charAt(at - 1) === "以" ? at - 1 : at;
    if (end - from < 2 || end - from > reach || !standApart(text.slice(from, end), text.slice(at + 1, at + 1 + reach), letter)) continue;
    parts.push({ part: slicePiece(piece, from, end), word });
    word = letter;
    from = at + 1;
  }
  if (parts.length === 0) return whole;
  parts.push({ part: slicePiece(piece, from, text.length), word });
  return parts;
}

function standApart(left: string, right: string, letter: string): boolean {
  const before = left.replace(etcAtEnd, "");
  if (before.length < 2) return false;
  const isKnown = knownName(before) !== undefined;
  const one = isKnown ? "body" : readOne(before).kind;
  if (one !== "body" && one !== "group" && one !== "vague" && !(one === "organisation" && before.length > 3)) return false;
  if (/^(?:各|有关|相关|其[他它])/.test(right)) return true;
  const next = right.search(/[和与及]/);
  for (const candidate of next > 1 ? [right, right.slice(0, next)] : [right]) {
    const plain = candidate.replace(etcAtEnd, "");
    const known = knownName(plain);
    if (known !== undefined && (known.prefix.text !== "" || (isKnown && plain.length > 2))) return true;
    if (letter === "及" && /^[省市县区州镇乡]/.test(plain) && plain.length > 3 && readOne(plain).kind !== "unknown") return true;
  }
  return false;
}
