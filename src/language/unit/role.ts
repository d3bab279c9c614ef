/** lead 牵头, responsible 责任, support 配合. */
export type UnitRole = "lead" | "responsible" | "support";

const leadWords = "总?牵头|主办|主责|主管|第一责任|总负责";
const responsibleWords = "责任|负责|承办|落实|实施|执行|完成";
const supportWords = "配合|协办|协作|协同|协助|参与|参加|支持|会办|协同配合";
const label = new RegExp(`^(?:主要|具体|共同|第一|[省市县区]级|拟)?(?:(${leadWords})|(${responsibleWords})|(${supportWords}))(?:责任|负责|落实|实施|协作|配合)?(?:单位|部门|科室|处室|机构|方|主体)?(?:名称)?$`);
const duty = "(?:(?:根据|按照|依据|按|依)?(?:各自)?(?:职责|职能|分工)(?:和|及|、)?(?:分工|范围|任务|职能)?)?(?:分别|共同|积极|密切|协同|具体|各自|主动|联合|全程|统筹)?";
const tail = new RegExp(
  `^(.*?)[，,、\\s]?(?:(?:为|作为|是)?(?:共同|总|统一|具体|主要)?(牵头|主办|主责)(?:抓总|组织|协调|落实|推进|办理|统筹)?(?:负责|实施|落实)?|(?:为|作为)?${duty}(?:(配合|协办|协助|参与|参加|协作|支持配合)(?:落实|实施|做好|推进)?|(负责|承办|组织实施|抓好落实|贯彻落实|主抓|具体落实|推进落实)(?:落实|实施|组织实施|推进|办理)?|((?:按照|按|依据|根据)(?:各自)?职责(?:分工)?(?:落实|推进|实施|执行|做好)?))(?:相关|有关|各项)?(?:工作|任务)?)$`,
);
/** 为牵头单位 */
const namedRole = /(?:作?为|是)((?:牵头|主办|主责|责任|配合|协办|协作)(?:责任)?(?:单位|部门))$/;
const longestTail = 28;
const mayCarry = /牵头|主办|主责|负责|配合|协办|协助|参与|参加|协作|承办|职责|实施|落实|主抓/;

/** Whether any word of a text may give a role. */
export function mayTellRoles(text: string): boolean {
  return mayCarry.test(text) || /会同|商[省市县区州国]|联合[省市县区州国]/.test(text) || text.includes("：") || text.includes(":") || text.includes("责任") || text.includes("单位") || text.includes("部门");
}

/** The role of a label: 牵头单位, 责任部门, 配合; undefined where the words are none. */
export function roleOfLabel(text: string): UnitRole | undefined {
  if (text.length > 14 || text.length < 2) return undefined;
  const match = label.exec(text);
  if (match === null) return undefined;
  return match[1] !== undefined ? "lead" : match[2] !== undefined ? "responsible" : "support";
}

/** The words behind a list of units that give all of them a role: …牵头, …按职责分工负责; `length` is what is left before them. */
export function roleAtEnd(text: string): { readonly role: UnitRole; readonly length: number } | undefined {
  if (!mayCarry.test(text.slice(-longestTail))) return undefined;
  const from = Math.max(0, text.length - longestTail);
  const end = text.slice(from);
  const named = namedRole.exec(end);
  if (named !== null) return { role: roleOfLabel(named[1] ?? "") ?? "responsible", length: from + named.index };
  const match = tail.exec(end);
  if (match === null) return undefined;
  const role = match[2] !== undefined ? "lead" : match[3] !== undefined ? "support" : "responsible";
  return { role, length: from + (match[1]?.length ?? 0) };
}

/** A bracket that holds a role and no name: （牵头）, （配合单位）, （按职责分工负责）. */
export function roleOfBracket(content: string): UnitRole | undefined {
  const role = roleOfLabel(content);
  if (role !== undefined) return role;
  const end = content.length <= longestTail ? roleAtEnd(content) : undefined;
  return end?.length === 0 ? end.role : undefined;
}

/** Words between two units that give the first, or both, a role. */
const infix = /(?:商|联合)(?=[省市县区州国])|(?:牵头会同|会同|牵头负责|牵头|主办|按职责分工负责|负责|协助配合|配合|协办|协助)(?!单位|部门|科室|处室|人|方|的)/g;

export type RoleWord = { readonly at: number; readonly end: number; readonly before: UnitRole; /** What the word says of the unit behind it. */ readonly after?: UnitRole };

export function* roleWordsIn(text: string): Generator<RoleWord> {
  for (const match of text.matchAll(infix)) {
    const word = match[0];
    const at = match.index;
    const end = at + word.length;
    if (word === "商" || word === "联合" || word.endsWith("会同")) yield { at, end, before: "lead", after: "support" };
    else if (word.startsWith("牵头") || word === "主办") yield { at, end, before: "lead" };
    else if (word.endsWith("负责")) yield { at, end, before: "responsible" };
    else yield { at, end, before: "support" };
  }
}
