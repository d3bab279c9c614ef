import { readNumbering } from "../language/numbering";

const labelled = /^[【〔（([]?[ \u3000]{0,2}(?:[\u4e00-\u9fff]{0,6}(?:单位|部门|机构|科室|处室|主体|领导|责任人|牵头人|负责人|联系人|时限|时间|期限|节点|措施|任务|目标|依据|要求|分工|来源|电话|方式|日期)|牵头|配合|责任|备注|说明|注|抄送|主送|附件?)[ \u3000]{0,2}(?:[0-9一二三四五六七八九十]{1,2}[ \u3000]{0,2})?(?:[】〕][：:]?|[：:])/;
const bareLabel = /^[\u4e00-\u9fff]{0,6}(?:单位|部门|时限|责任人|具体任务|期限)$/;
const standsAlone = /^(?:附[ \u3000]?件[ \u3000]{0,2}[0-9一二三四五六七八九十]{0,3}$|（(?:此件|本件)|\((?:此件|本件)|抄送|主送|[〇○0-9０-９一二三四五六七八九零]{4}年[0-9０-９一二三四五六七八九十]{1,3}月[0-9０-９一二三四五六七八九十]{1,3}日(?:印发)?$)/;

/** 责任单位：, 完成时限：, 附件：, or such a word as all there is. */
export function isLabelled(line: string): boolean {
  return labelled.test(line.slice(0, 24)) || (line.length <= 10 && bareLabel.test(line));
}

/** A line that begins something of its own, whatever stands before it. */
export function beginsItem(line: string): boolean {
  return isLabelled(line) || standsAlone.test(line.slice(0, 30)) || readNumbering(line) !== undefined;
}

/** How far back a line is looked at: a paragraph may be put together from thousands of lines. */
const tailLength = 400;

const responsible = /单位|部门|负责|牵头|配合|分工|[局委办厅部处院会府镇乡][）)〕】]$/;

/** The last sentence is finished: what follows is a paragraph of its own. */
export function isClosed(line: string): boolean {
  const last = line.slice(-1);
  if (/[。！？；：…!?;:]/.test(last)) return true;
  if (last === ".") return /[\u4e00-\u9fff）)]/.test(line.charAt(line.length - 2));
  if (!/[”’』」）)〕】]/.test(last)) return false;
  if ("。！？；".includes(line.charAt(line.length - 2))) return true;
  if (!/[）)〕】]/.test(last)) return false;
  const tail = line.slice(-tailLength);
  const open = Math.max(tail.lastIndexOf("（"), tail.lastIndexOf("("), tail.lastIndexOf("〔"), tail.lastIndexOf("【"));
  if (open < 0) return true;
  return responsible.test(tail.slice(open)) || /[。；]/.test(tail.charAt(open - 1)) || !hasComma(lastSentence(line));
}

/** What stands behind the last full stop. */
function lastSentence(line: string): string {
  const tail = line.slice(-tailLength);
  return tail.slice(Math.max(tail.lastIndexOf("。"), tail.lastIndexOf("；"), tail.lastIndexOf("！")) + 1);
}

function hasComma(text: string): boolean {
  return /[，,]/.test(text.slice(-tailLength));
}

/** What stands in a bracket near the end that nothing closes; undefined where there is none. */
function openBracketOf(line: string): string | undefined {
  const tail = line.slice(-tailLength);
  let depth = 0;
  for (let index = tail.length - 1; index >= 0; index--) {
    const character = tail.charAt(index);
    if ("）)〕】》”".includes(character)) depth += 1;
    else if ("（(〔【《“".includes(character) && --depth < 0) return tail.slice(index + 1);
  }
  return undefined;
}

/** （责任 with 单位：…） on the next line, or a label on a line that closes the bracket. */
function goesOnInBracket(open: string | undefined, next: string): boolean {
  if (open === undefined || /^[（(〔【]/.test(next)) return false;
  const close = next.search(/[）)〕】]/);
  return close >= 0 && !/[（(〔【]/.test(next.slice(0, close)) ? true : open.length < 12 && !/[：:]/.test(open);
}

/** 【责任单位】: the bracket holds the label and nothing else. */
const labelInBracket = /^[（(〔【][^：:（）()〔〕【】]{1,12}[）)〕】]/;

/** A bracket with a label and more in it: a line of its own, or the end of the sentence before. */
export function isBracketed(line: string): boolean {
  return /^[（(〔【]/.test(line) && !labelInBracket.test(line) && isLabelled(line);
}

/** The shortest paragraph that may be running text rather than a heading or a title. */
const running = 30;

/** Whether a page's or a line's end has cut `line` short, so that `next` goes on with it. */
export function isCutShort(line: string, next: string): boolean {
  if (line === "" || next === "") return false;
  const open = openBracketOf(line);
  if (beginsItem(next)) return readNumbering(next) === undefined && goesOnInBracket(open, next);
  if (/^[，。、；：！？）〕】》,;]/.test(next)) return true;
  if (line.length < 8) return false;
  if ("，、,（(〔《“".includes(line.slice(-1)) || open !== undefined) return true;
  if (isClosed(line)) return false;
  if (next.length < 8 && !"。；）)〕”".includes(next.slice(-1))) return false;
  const last = lastSentence(line);
  if (isLabelled(last) || (last.length === line.length && isLabelled(line))) return false;
  // behind a full stop even a few words are running text: a heading is not written so
  if (last.length < Math.min(line.length, tailLength)) return line.length >= 14;
  return line.length >= (readNumbering(line) === undefined ? running : 2 * running) && hasComma(line);
}

/** Puts two halves together: Latin words keep a space between them. */
export function joinHalves(one: string, other: string): string {
  return /[A-Za-z,.;:]/.test(one.slice(-1)) && /^[A-Za-z]/.test(other) ? `${one} ${other}` : `${one}${other}`;
}
