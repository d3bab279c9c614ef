import { readCollective } from "./collective";
import type { Form } from "./lexicon";
import { canStandAlone, knownName, plainName, reach, type KnownName } from "./name";
import { readPrefix, type Level, type Prefix } from "./place";
import { renamedFrom, type Renamed } from "./renamed";
import { isComposed, slipOf } from "./stem";

export type UnitKind =
  /** A known kind of body. */
  | "body"
  /** Several bodies that can be addressed: 各县市区人民政府. */
  | "group"
  /** Nobody can be held to it: 有关部门. */
  | "vague"
  /** A hospital, a company, a school: read by its ending. */
  | "organisation"
  /** A person, a sentence, a slip of the pen. */
  | "unknown";

/** What one name says, without the words around it. */
export type OneName = {
  readonly kind: UnitKind;
  readonly level?: Level;
  readonly identity: string;
  readonly standard?: string;
  readonly renamed?: Renamed;
  /** Undefined where the name bears no known form. */
  readonly known?: KnownName;
};

const bodyEnding = /(?:委员会|委|局|厅|办公室|办|部|署)$/;
const otherEnding =
  /(?:公司|集团|企业|银行|支行|分行|医院|卫生院|卫生所|学校|大学|学院|中学|小学|幼儿园|党校|党委|党组|支部|法庭|中心|协会|学会|商会|联合会|基金会|委员会|研究院|研究所|工作站|服务站|总站|分局|支队|大队|中队|总队|专班|专项组|工作组|领导小组|小组|指挥部|社区|村|街道|合作社|社|院|处|科|股|室|所|站|馆|台|队|厂|店|场|园|库|港|机场|电厂|矿|联|会|组|校|政府|机构|园区|景区|开发区|新区|示范区|度假区|团|府|中介|城|事务所|代表处|办事处|法人|业主|司|段|行|网|基金|财险|监狱|热线|平台|专线|银|证券|保险|信用社|农商行)$/;
const latin = /^[A-Za-z0-9&.,\s()-]*[A-Za-z]{2}[A-Za-z0-9&.,\s()-]*$/;
const prose = /[的了着过请须应并把使让我你他她它们是，。；？！“”]|负责|做好|加强|推进|落实|完成|待定|待补|按照|根据/;
const soleLevel = /^(?:全|本|我|该|各)?[省市县区州盟旗乡镇村]$/;
const bracketed = /^([^（(〔[]+)[（(〔[](.{1,40})[)）〕\]]$/;

/** A cell's names are asked for several times, and a list's over and over. */
const recent = new Map<string, OneName>();
const mostRecent = 1000;

/** Reads one name; never throws, whatever the text. */
export function readOne(text: string): OneName {
  if (text.length > reach) return read(text);
  let one = recent.get(text);
  if (one === undefined) {
    if (recent.size >= mostRecent) recent.clear();
    recent.set(text, (one = read(text)));
  }
  return one;
}

function read(text: string): OneName {
  const name = plainName(text);
  const known = knownName(name);
  if (known !== undefined) return known.prefix.isCollective ? { kind: "group", identity: `各${known.prefix.text}|${known.form.id}` } : ofKnown(name, known);
  const collective = readCollective(name);
  if (collective !== undefined) return collective;
  if (name.length > reach) return { kind: "unknown", identity: name };
  const bracket = bracketed.exec(name);
  if (bracket !== null) return withBracket(name, bracket[1] ?? "", bracket[2] ?? "");
  const part = subordinateOf(name);
  if (part !== undefined) return part;
  return byEnding(name);
}

/** XXXX政府: not even the level is said. */
const blankGovernment = /^[Xx×○*_某]+(?:人民)?政府$/;

function ofKnown(name: string, known: KnownName): OneName {
  const { prefix, form } = known;
  if (blankGovernment.test(name)) return { kind: "group", identity: name, known };
  const renamed = renamedFrom(name, known);
  return {
    kind: form.kind === "organisation" ? "organisation" : "body",
    ...levelOf(prefix, form),
    identity: identityOf(known, prefix),
    standard: standardOf(name, known, prefix),
    ...(renamed === undefined ? {} : { renamed }),
    known,
  };
}

/** The levels' words for the centre are one: 国家, 全国, 中国, none before a ministry. */
export function identityOf({ form }: KnownName, prefix: Prefix): string {
  const isNational = isNationalForm(form) || prefix.level === "national";
  return `${isNational ? "国家" : prefix.text.replace(/^(?:中共|中国共产党)|(?:人民)?政府$/g, "")}|${form.id}`;
}

export function isNationalForm(form: Form): boolean {
  return form.kind === "central" || (form.kind === "department" && (form.ending === "部" || form.ending === "署" || form.ending === "总局"));
}

/** The centre's own short names. */
const national: Readonly<Record<string, string>> = { 药品监管局: "药监局", 林业和草原局: "林草局", 市场监管局: "市场监管总局" };

/** Names with their place inside are written as they are. */
export function standardOf(name: string, { form, prefix }: KnownName, carried: Prefix): string {
  if (prefix.text !== "" && !name.startsWith(prefix.text)) return name;
  return carried.text + (carried.level === "national" ? (national[form.standard] ?? form.standard) : form.standard);
}

function levelOf(prefix: Prefix, form: Form): { level?: Level } {
  if (isNationalForm(form)) return { level: "national" };
  return prefix.level === undefined ? {} : { level: prefix.level };
}

/** 市财政局（国资委）: a body of its own, known by the first of its names. */
function withBracket(name: string, base: string, other: string): OneName {
  const first = readOne(base);
  const identity = `${first.identity}（${plainName(other)}）`;
  if (first.kind !== "body") return { ...first, kind: first.kind, identity };
  const { level, standard, kind } = first;
  return { kind, ...(level === undefined ? {} : { level }), identity, ...(standard === undefined ? {} : { standard: standard + name.slice(base.length) }) };
}

/** 市公安局交警支队: part of a known body. */
function subordinateOf(name: string): OneName | undefined {
  for (let end = 2; end < name.length; end++) {
    if (!isEnd(name.charCodeAt(end - 1))) continue;
    const head = knownName(name.slice(0, end));
    if (head === undefined || head.prefix.isCollective || (head.prefix.text === "" && head.form.kind !== "central" && end < 3)) continue;
    const tail = name.slice(end);
    // 市财政局局 is no part of a bureau
    if (/^[局委厅部]$/.test(tail)) return undefined;
    if (startsAnew(tail) || holdsName(tail)) continue;
    if (!bodyEnding.test(tail) && !otherEnding.test(tail)) continue;
    if (prose.test(tail) || (head.form.id === "委" && slipOf(`委${tail}`) !== undefined)) return undefined;
    return { kind: head.form.kind === "organisation" ? "organisation" : "body", ...levelOf(head.prefix, head.form), identity: `${identityOf(head, head.prefix)}/${tail}` };
  }
  return undefined;
}

/** Where a name with a place or level of its own may begin. */
export const restart = /^(?:[省市县区州盟旗镇乡团各X×]|国家|中国|国网|国务院|中央|全国)/;

/** Whether somewhere in a part's name another body begins: 交警支队市城管局. */
function holdsName(tail: string): boolean {
  for (let from = 0; from < tail.length - 2; from++) {
    if (from > 0 && !isEnd(tail.charCodeAt(from - 1))) continue;
    if (!restart.test(tail.slice(from, from + 3))) continue;
    if (tail.charAt(from) === "各") return true;
    for (let end = from + 2; end <= tail.length; end++) {
      if (!isEnd(tail.charCodeAt(end - 1)) && end < tail.length) continue;
      const known = knownName(tail.slice(from, end));
      if (known !== undefined && known.prefix.text !== "" && !known.prefix.isBare) return true;
    }
  }
  return false;
}

/** Whether a name of its own begins here: 市财政局, 财政局; no 交警支队, 高新分局. */
export function startsAnew(tail: string): boolean {
  const known = knownName(tail);
  if (known === undefined) return false;
  if (known.prefix.text !== "") return known.prefix.level !== undefined && !(known.form.ending === "中心" && tail.length < 4);
  return canStandAlone(known, tail.length);
}

const ends = new Set([..."委局厅办部院会处室社科心府校联协团组署关队所站馆台司行组区道镇乡）)县市"].map((letter) => letter.charCodeAt(0)));

/** Whether a name may end with this character. */
export function isEnd(code: number): boolean {
  return ends.has(code);
}

function byEnding(name: string): OneName {
  const key = { identity: name };
  if (name.length < 2 || soleLevel.test(name)) return { kind: "unknown", ...key };
  if (latin.test(name)) return { kind: "organisation", ...key };
  const { prefix, rest } = splitPrefix(name);
  if (rest === "" && prefix?.level !== undefined) return ofPlace(name, prefix);
  const ending = bodyEnding.exec(rest)?.[0];
  if (ending !== undefined) {
    const stem = rest.slice(0, -ending.length);
    const level = prefix?.level === undefined ? {} : { level: prefix.level };
    if (isWrongLevel(prefix, rest)) return { kind: "unknown", ...key };
    if (isComposed(stem)) return { kind: "body", ...level, identity: `${prefix?.text ?? ""}|${stem.replace(/[和与及]/g, "")}` };
    if (/[分支]局$/.test(rest) && knownName(`${rest.slice(0, -2)}局`) !== undefined) return { kind: "body", ...level, ...key };
    if (slipOf(rest) !== undefined || slipOf(name) !== undefined) return { kind: "unknown", ...key };
    if (stem.length >= 1 && name.length >= 3 && !prose.test(stem)) return { kind: "organisation", ...level, ...key };
  }
  if (name.length >= 3 && name.length <= 40 && otherEnding.test(name) && !prose.test(name)) return { kind: "organisation", ...key };
  if (/^(?:医院|学校|企业|银行|公司|村|社区|高校|中学|小学|党支部|医共体|医联体|电大|[党院校局厅委县镇乡府社]办)$/.test(name)) return { kind: "organisation", ...key };
  if (/(?:医共体|医联体|联合体|共同体|电信|移动|联通|铁塔|石化|石油|邮储|农信|人保|国寿|高校|院校|药企|医疗机构)$/.test(name) && name.length <= 20) return { kind: "organisation", ...key };
  // 市教育、财政局: the field alone, no body
  if (rest.length >= 2 && rest.length <= 8 && (knownName(`${rest}局`) ?? knownName(`${rest}委`)) !== undefined) return { kind: "vague", ...key };
  return { kind: "unknown", ...key };
}

/** 市财政厅 and 省财政部: a known stem with an ending of another level. */
function isWrongLevel(prefix: Prefix | undefined, rest: string): boolean {
  return prefix?.level !== undefined && prefix.text !== "" && knownName(rest)?.prefix.text === "";
}

/** 沙洋县 alone stands for its government. */
function ofPlace(name: string, prefix: Prefix): OneName {
  if (prefix.level === "national" || prefix.isCollective) return { kind: "unknown", identity: name };
  return { kind: "body", ...(prefix.level === undefined ? {} : { level: prefix.level }), identity: `${name}|政府` };
}

/** The longest place or level before a name, and what is left. */
function splitPrefix(name: string): { prefix?: Prefix; rest: string } {
  for (let end = Math.min(name.length, 20); end > 0; end--) {
    const prefix = readPrefix(name.slice(0, end));
    if (prefix?.level !== undefined && !prefix.isBare && !prefix.isCollective) return { prefix, rest: name.slice(end) };
  }
  return { rest: name };
}
