import { withoutMargins } from "./margins";
import { closingsOf, isOpener } from "../language/unit/bracket";
import { readUnits } from "../language/unit";
import { roleAtEnd } from "../language/unit/role";
import { isUnitKind, readFields, type Fields } from "./labels";
import { nobody, plainDeadline, readResponsibility, timeOf, type Responsibility } from "./responsibility";

/** A stretch of a line that says who does what stands before it. */
export type FoundResponsibility = { readonly start: number; readonly end: number; readonly says: Responsibility };

const sentenceEnd = /[。；;！!？?”\u3000\s：:]$/;
const mayName = /[（(〔[【：:]|牵头|负责|配合|会同/;

/** Every responsibility that a line states, from left to right. */
export function findResponsibilities(line: string): FoundResponsibility[] {
  if (!mayName.test(line)) return [];
  const openings = topBrackets(line);
  const tail = openLabels(line, openings);
  const found: FoundResponsibility[] = [];
  const inline: FoundResponsibility[] = [];
  for (const bracket of openings) {
    if (tail !== undefined && bracket.start >= tail.start) break;
    const says = readBracket(line, bracket);
    if (says !== undefined) found.push({ start: bracket.start, end: bracket.end, says });
    else {
      const units = readInline(line, bracket);
      if (units !== undefined) inline.push({ start: bracket.start, end: bracket.end, says: units });
    }
  }
  // one bracket inside a sentence may be another name of what stands before it
  if (inline.length + found.length > 1 || inline.some(({ end }) => isLineEnd(line, end))) found.push(...inline);
  if (inline.length > 0) found.sort((one, other) => one.start - other.start);
  if (tail !== undefined) found.push(tail);
  if (found.length > 0) return withoutMentions(found);
  const sentence = readSentence(line);
  return sentence === undefined ? [] : [sentence];
}

/** Where a label says who does it, a bracket without one only mentions somebody; a time may stand apart. */
function withoutMentions(found: readonly FoundResponsibility[]): FoundResponsibility[] {
  const isSaid = found.some(({ says }) => says.isLabelled && says.units.length > 0);
  return found.filter(({ says }) => !isSaid || says.isLabelled || says.units.length === 0);
}

type Span = { readonly start: number; readonly end: number; /** What stands in the bracket. */ readonly content: string };

/** The brackets that stand in no other, an unclosed one up to the line's end where it begins with a label. */
function topBrackets(line: string): Span[] {
  const spans: Span[] = [];
  const closings = closingsOf(line);
  for (let index = 0; index < line.length; index++) {
    if (!isOpener(line.charAt(index))) continue;
    const close = closings.get(index);
    if (close !== undefined) {
      spans.push({ start: index, end: close + 1, content: line.slice(index + 1, close) });
      index = close;
    } else if (beginsWithLabel(line.slice(index + 1, index + 20))) {
      spans.push({ start: index, end: line.length, content: line.slice(index + 1) });
      break;
    }
  }
  return spans;
}

function beginsWithLabel(text: string): boolean {
  const { fields } = readFields(text);
  const [first] = fields;
  return first !== undefined && first.start === 0 && (isUnitKind(first.kind) || first.kind === "deadline");
}

const numberOrBullet = /^[\s\u3000]*(?:[-—–·●◆■▪*]{1,3}|[（(]?\d{1,3}[）).．、])?[\s\u3000]*$/;

/** 责任单位：甲、乙。完成时限：2025年底 outside any bracket, from a line's begin or a sentence's on. */
function openLabels(line: string, brackets: readonly Span[]): FoundResponsibility | undefined {
  if (!/[：:]/.test(line)) return undefined;
  const { fields } = readFields(line);
  const isInside = (at: number): boolean => brackets.some(({ start, end }) => at > start && at < end);
  const says = fields.some(({ kind, start }) => (isUnitKind(kind) || kind === "deadline") && !isInside(start));
  const isFirst = (start: number): boolean => start < 12 && numberOrBullet.test(line.slice(0, start));
  const first = fields.find(({ kind, start }) => {
    if (isInside(start)) return false;
    // 责任领导：甲 before 责任单位：乙, or alone
    if (kind === "person") return isFirst(start) && (says || line.length < 40);
    return (isUnitKind(kind) || kind === "deadline") && (isFirst(start) || sentenceEnd.test(line.slice(Math.max(0, start - 1), start)));
  });
  if (first === undefined) return undefined;
  const start = isFirst(first.start) ? 0 : first.start;
  const end = lengthOfLabels({ head: "", fields: fields.filter(({ start }) => start >= first.start) }, line);
  return { start, end, says: readResponsibility(line.slice(first.start, end)) };
}

/** Up to the end of the line, but units end with their sentence where prose follows. */
function lengthOfLabels({ fields }: Fields, line: string): number {
  const last = fields.at(-1);
  if (last === undefined || last.kind === "deadline") return line.length;
  const from = line.length - last.value.length;
  const stop = line.indexOf("。", from);
  return stop < 0 || line.slice(stop + 1).trim().length < 12 || /^.{0,6}(?:列|排|首|第一)/.test(line.slice(stop + 1)) ? line.length : stop + 1;
}

/** No responsibility bracket is longer. */
const longestBracket = 2000;

function readBracket(line: string, { start, end, content }: Span): Responsibility | undefined {
  if (content.length > longestBracket || content.length < 2) return undefined;
  if (beginsWithLabel(content.slice(0, 20)) || holdsLabel(content)) return { ...readResponsibility(content), isLabelled: true };
  if (content.length < 3) return undefined;
  const isBehindSentence = start === 0 || sentenceEnd.test(line.charAt(start - 1));
  const isBeforeEnd = end === line.length || /^[。；;，,、！!\s\u3000（(〔]/.test(line.charAt(end));
  if (!isBehindSentence && !isBeforeEnd) return undefined;
  return readUnlabelled(content, isBehindSentence, isLineEnd(line, end));
}

function isLineEnd(line: string, end: number): boolean {
  return line.length - end < 4 && line.slice(end).trim().length <= 1;
}

/** 建设甲（市城管局），扩建乙（市水务局）: bodies alone, before a mark and behind no name. */
function readInline(line: string, { start, end, content }: Span): Responsibility | undefined {
  if (content.length < 3 || content.length > 80 || !/[局委办厅部院会府室团联]|[乡镇县区]/.test(content)) return undefined;
  if (end < line.length && !/[，；。,;]/.test(line.charAt(end))) return undefined;
  if (/[局委办厅部院会府室社司队中心所站校]/.test(line.charAt(start - 1))) return undefined;
  const says = readResponsibility(content);
  return says.units.length > 0 && says.units.every(({ kind }) => kind === "body" || kind === "group" || kind === "organisation") && says.units.some(({ kind }) => kind === "body") ? says : undefined;
}

function holdsLabel(content: string): boolean {
  if (!/[：:]/.test(content)) return false;
  return readFields(content).fields.some(({ kind }) => isUnitKind(kind));
}

/** An office, or all of a kind; 强市 and 老区 end as places do. */
const office = /^各|(?:局|委|办|厅|部|室|院|会|政府|社|队|中心|组|团|联|公司|集团|银行|校|所|站|处|科|股|署|部门|单位|地区|机关)(?:[（(〔][^（）()〔〕]{1,30}[）)〕])?$/;

/** A bracket without any label: units with words that give roles, nothing but units, or a time. */
function readUnlabelled(content: string, isBehindSentence: boolean, isLast: boolean): Responsibility | undefined {
  // 技工院校内由甲负责 says who does a part of it
  if (content.indexOf("由") > 0) return undefined;
  const says = readResponsibility(content);
  const known = says.units.filter(({ kind }) => kind !== "unknown");
  if (says.units.length === 0) {
    const time = /[前内底末]|完成|长期|持续/.test(content) && !/[：:]/.test(content) ? timeOf(content) : undefined;
    return time === undefined || !(isBehindSentence || isLast) ? undefined : { ...nobody, deadlines: [plainDeadline(time)] };
  }
  const isNamed = known.some(({ kind }) => kind === "body" || kind === "group" || kind === "vague");
  if (!isNamed && !(known.length > 0 && says.units.some(({ role }) => role !== undefined))) return undefined;
  if (says.units.some(({ role }) => role !== undefined)) return known.length * 2 > says.units.length ? says : undefined;
  if (known.length < says.units.length || /[的是]|简称|包括|例如|比如|原/.test(content) || !says.units.some(({ text }) => office.test(text))) return undefined;
  return isBehindSentence || (isLast && known.length > 1) ? says : undefined;
}

const agent = /^(?:(?:此|该|本|上述|以上)[项]?(?:工作|任务|事项)?|具体)?由/;

/** 由市教育局牵头，市财政局配合。 as a line or a sentence of its own. */
function readSentence(line: string): FoundResponsibility | undefined {
  if (!/牵头|负责|配合|会同/.test(line.slice(-160))) return undefined;
  const end = withoutMargins(line, "", "。；;").length;
  const start = Math.max(...["。", "；", ";", "！", "：", "——"].map((mark) => line.lastIndexOf(mark, end - 1) + (mark === "——" && line.lastIndexOf(mark, end - 1) >= 0 ? 2 : 1)));
  const sentence = line.slice(start, end).trim();
  if (sentence.length < 5 || sentence.length > 150 || /[要须]|应(?!急)/.test(sentence)) return undefined;
  const isByAgent = agent.test(sentence);
  if (roleAtEnd(sentence) === undefined && !isByAgent) return undefined;
  const text = sentence.replace(agent, "");
  const { units } = readUnits(text);
  const letters = units.reduce((sum, unit) => sum + unit.text.length, 0);
  const isClear = units.length > 0 && units.every(({ kind }) => kind === "body" || kind === "group" || kind === "vague") && units.some(({ kind, role }) => kind === "body" && role !== undefined);
  if (!isClear || letters * 2 < text.length) return undefined;
  return { start, end: line.length, says: readResponsibility(text) };
}
