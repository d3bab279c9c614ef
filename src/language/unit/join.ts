import { readCollective } from "./collective";
import { knownName, plainName, reach } from "./name";
import { roleAtEnd, roleOfLabel } from "./role";
import { offsetIn, type Piece } from "./piece";
import type { Listed } from "./run";

const ending =
  /(?:委|局|厅|办|部|院|会|社|处|科|室|中心|政府|公司|集团|党校|学校|大学|银行|队|所|站|馆|台|联|团|组|署|关|街道|乡|镇|省|市|县|区|州|盟|旗|村|单位|部门|企业|机构|方|府|校|厂|园|库|等|[)）])$/;
/** What only makes a name together with what stands before it. */
const bareEnding = /^(?:人民政府|政府|府|办公室|委员会|管委会|管理委员会|员会|公室|局|委|厅|办|部|处|科|室|中心|分局|党委|党组|党工委|[（(].*)$/;
const levelFirst = /^(?:省|市|县|区|州|各|国家|中央|自治|军|团[省市县区州]|国网|全|有关|相关)/;
const region = /[省市县区州]$/;
const levelsOnly = /^各?[省市州县区乡镇盟旗（）()、有关直管级]+$|^各?(?:[省市州县区乡镇盟旗（）()、]|街道|开发区|新区|园区|高新区|经开区|社区|村)+$/;

/** Whether two pieces with a space between them are one name: 市人民 政府, 长沙市 教育局; 市教育局 市财政局 are two. */
export function joinsOverSpace(left: string, right: string): boolean {
  // English words keep their spaces
  if (/[A-Za-z0-9]$/.test(left) && /^[A-Za-z0-9]/.test(right)) return false;
  if (bareEnding.test(right)) return true;
  if (right.startsWith("各") || right.startsWith("等")) return false;
  const [before, after] = [left.slice(-reach), right.slice(0, reach)];
  const next = knownName(after);
  if (next !== undefined && next.prefix.text !== "" && before.length > 1 && (ending.test(before) || knownName(before) !== undefined)) return false;
  if (knownName(before + after) !== undefined) return true;
  if (before.length > 1 && knownName(before) !== undefined) return false;
  if (!isWhole(before)) return !levelFirst.test(after) || before.length === 1;
  if (!isWhole(after)) return true;
  return region.test(before) && !before.startsWith("各") && !levelsOnly.test(before) && !region.test(after) && !levelFirst.test(after);
}

function isWhole(piece: string): boolean {
  return piece.length > 1 && ending.test(piece);
}

/** The pieces of a cell with names that a line break, a space or a 、 has torn put together. */
export function joined(cell: string, pieces: readonly Piece[], isListed: Listed | undefined): Piece[] {
  const result: Piece[] = [];
  let run: Piece[] = [];
  let text = "";
  const close = (): void => {
    if (run.length > 0) result.push(run.length === 1 && run[0] !== undefined ? run[0] : merged(run));
    run = [];
    text = "";
  };
  for (const piece of pieces) {
    const last = run.at(-1);
    if (last !== undefined && piece.label === undefined && last.role === undefined && last.isHeading !== true && isTorn(cell, last, piece) && belongs(text, last.text, piece, isListed)) {
      run.push(piece);
      text = (text + (piece.separator === "、" ? "、" : "") + piece.text).slice(-reach);
      continue;
    }
    close();
    run = [piece];
    text = piece.text.slice(-reach);
  }
  close();
  return result;
}

/** Whether nothing but spaces, or one 、, stands between two pieces: no number, no bullet. */
function isTorn(cell: string, last: Piece, piece: Piece): boolean {
  const gap = cell.slice(offsetIn(last, last.text.length - 1) + 1, offsetIn(piece, 0));
  return gap.length < 40 && /^、?$/.test(plainName(gap));
}

function merged(run: readonly Piece[]): Piece {
  const at: number[] = [];
  const texts: string[] = [];
  for (const [index, piece] of run.entries()) {
    if (index > 0 && piece.separator === "、") {
      texts.push("、");
      at.push((at.at(-1) ?? 0) + 1);
    }
    texts.push(piece.text);
    for (let offset = 0; offset < piece.text.length; offset++) at.push(typeof piece.at === "number" ? piece.at + offset : (piece.at[offset] ?? 0));
  }
  const role = run.find((piece) => piece.role !== undefined)?.role;
  const [first] = run;
  return { text: texts.join(""), at, separator: first?.separator ?? "", ...(first?.label === undefined ? {} : { label: first.label }), ...(role === undefined ? {} : { role }) };
}

function belongs(before: string, last: string, { text, separator }: Piece, isListed: Listed | undefined): boolean {
  if (separator === "\n" || separator === " ") {
    if (isListed?.(last) === true && isListed?.(text) === true) return false;
    if (roleOfLabel(text) !== undefined || roleOfLabel(last) !== undefined || roleAtEnd(text)?.length === 0 || roleAtEnd(last) !== undefined || last.endsWith("等")) return false;
    return joinsOverSpace(last === before ? last : before.slice(before.lastIndexOf("、") + 1), text);
  }
  if (separator !== "、") return false;
  if (text.length < 20 && before.length < 20 && isListed?.(`${before}、${text}`) === true) return true;
  // 市、县教育局
  if (/^[省市县区州](?:、[省市县区州])*$/.test(before) && /^[省市县区州乡镇]/.test(text) && (text.length === 1 || /(?:部门|单位|医院|学校|政府)$|^.[各级直]/.test(text) || knownName(text)?.prefix.text.length === 1)) return true;
  // 各市州、县市区; 各县、市、区人民政府; but 各乡镇、各街道
  if (!/^(?:各|[县市区乡镇])/.test(before) || text.startsWith("各") || !levelsOnly.test(last)) return false;
  if (!before.startsWith("各") && last.length > 2) return false;
  return levelsOnly.test(text) || isTail(text);
}

/** 县市区人民政府, 区政府, 街道办事处: the end of an inner list. */
function isTail(text: string): boolean {
  if (/^省?直管[市县].{0,12}政府$/.test(text)) return true;
  return /^(?:[县市区州乡镇盟旗（）()和及、]+|街道|开发区|新区|直管市|县级市|省直管县（市）)(?:人民政府|政府|办事处|党委|党工委|街道|级市|管委会)?$/.test(text) && !/^(?:开发区|新区)管委会$/.test(text) && readCollective(`各${text}`)?.kind === "group";
}

