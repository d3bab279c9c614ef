import { roleOfLabel } from "../language/unit/role";
import { taskColumns } from "../templates/task-columns";

/** What the words before a colon, or over a value, announce. */
export type LabelKind = "lead" | "responsible" | "support" | "deadline" | "task" | "category" | "number" | "person" | "other";

const person = /^.{0,4}(?:领导|责任人|负责人|联系人|联络员|联系电话|组长|[市县区厅局]长|主任|秘书长|责任同志)(?:及电话|和电话|姓名)?$/;
const both = /^(?:牵头|主责|责任|主办)(?:单位|部门)?[和及与、/](?:牵头|责任|配合|协同|参与|协办)(?:单位|部门)$/;
const places = /^(?:责任|实施|落实|牵头)(?:县区?|县市区|区县|市县|市州|乡镇|镇街|街道|地区)$/;
const deadlineWord = /^(?:(?:计划|预计|拟|工作|整改|推进|落实|任务|最终)?(?:完成|办结|截止|时间|时限|办理|整改|推进|落实|实施)(?:时限|时间|期限|日期|节点|进度|要求|安排)?|进度(?:安排|要求)|期限|年限|节点)$/;
const deadlineNoun = /时限|时间|期限|日期|节点|进度|年限/;
const otherWords = /^(?:备注|说明|进展情况|工作进展|联系方式|责任科室负责人|分管领导|监督方式|监督电话|评价标准|考核标准|目标要求|资金来源|投资规模|总投资|年度投资)$/;

/** A label is one word. */
const inside = /[，,；;。：:！!？?\t\n]|[^\s\u3000][\s\u3000]{2,}|[\u4e00-\u9fff]{2}[\s\u3000][\u4e00-\u9fff]{2}/;

const otherNouns = /^[一-龥]{0,6}(?:范围|地点|规模|来源|成果|依据|资金|投资|电话|性质|成效)$/;

const deadlineHeaders = new Set<string>(taskColumns.deadline.headers);
const taskHeaders = new Set<string>(taskColumns.task.headers);
const categoryHeaders = new Set<string>(taskColumns.category.headers);
const numberHeaders = new Set<string>(taskColumns.number.headers);

export function isUnitKind(kind: LabelKind | undefined): kind is "lead" | "responsible" | "support" {
  return kind === "lead" || kind === "responsible" || kind === "support";
}

/** The same few labels are asked for over and over. */
const recent = new Map<string, LabelKind | undefined>();
const mostRecent = 2000;

/** What a label announces; undefined where the words are none. */
export function kindOfLabel(label: string): LabelKind | undefined {
  if (label.length < 2 || label.length > 16) return undefined;
  if (recent.has(label)) return recent.get(label);
  if (recent.size >= mostRecent) recent.clear();
  const kind = readLabel(label);
  recent.set(label, kind);
  return kind;
}

function readLabel(label: string): LabelKind | undefined {
  if (inside.test(label)) return undefined;
  const plain = label.replace(/[（(〔[【][^（）()〔〕[\]【】]{0,8}[）)〕\]】]|[\s\u3000·●*★☆“”]/g, "").replace(/(?:和|及|与|、)(?:单位|部门|责任人|负责人|联系人|责任领导)$/, "");
  if (person.test(plain)) return "person";
  if (deadlineHeaders.has(plain) || taskColumns.deadline.pattern.test(plain) || (deadlineWord.test(plain) && deadlineNoun.test(plain))) return "deadline";
  if (both.test(plain)) return "responsible";
  if (places.test(plain)) return plain.startsWith("牵头") ? "lead" : "responsible";
  const role = roleOfLabel(plain.replace(/^(?:[省市县区州]|中央|国家)[直级](?!单位|部门)/, ""));
  if (role !== undefined) return role;
  if (otherWords.test(plain) || otherNouns.test(plain)) return "other";
  if (taskHeaders.has(plain)) return "task";
  if (categoryHeaders.has(plain)) return "category";
  return numberHeaders.has(plain) ? "number" : undefined;
}

export type Field = { readonly kind: LabelKind; readonly label: string; /** Where the label begins. */ readonly start: number; readonly value: string };

export type Fields = { /** What stands before the first label. */ readonly head: string; readonly fields: readonly Field[] };

const longestLabel = 14;
const border = /[，,；;。.、\s\u3000（(〔[【)）〕\]】”"：:|｜/！？!?—-]/;
const isNoun = /(?:单位|部门|科室|处室|机构|主体|时限|时间|期限)$/;

/** 牵头单位：甲；配合单位：乙、丙, also with nothing between them. */
export function readFields(text: string): Fields {
  const found: { kind: LabelKind; label: string; start: number; end: number }[] = [];
  let floor = 0;
  for (let at = nextColon(text, 0); at >= 0; at = nextColon(text, at + 1)) {
    const label = labelBefore(text, at, floor);
    if (label === undefined) continue;
    found.push({ ...label, end: at + 1 });
    floor = at + 1;
  }
  return {
    head: text.slice(0, found[0]?.start ?? text.length),
    fields: found.map(({ kind, label, start, end }, index) => ({ kind, label, start, value: text.slice(end, found[index + 1]?.start ?? text.length) })),
  };
}

function nextColon(text: string, from: number): number {
  for (let index = from; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xff1a || code === 58) return index;
  }
  return -1;
}

const longestNote = 40;

/** 责任单位（列第一位的为牵头单位）： and 责任单位（牵头）：, whose note is part of the label. */
function withoutNote(text: string, end: number, floor: number): { readonly end: number; readonly note: string } {
  if (!"）)〕]】".includes(text.charAt(end - 1))) return { end, note: "" };
  for (let open = end - 2; open >= Math.max(floor, end - longestNote); open--) {
    if (!"（(〔[【".includes(text.charAt(open))) continue;
    const note = text.slice(open + 1, end - 1);
    return open === floor ? { end, note: "" } : { end: open, note: /^(?:牵头|主办|配合|协办)$/.test(note) ? note : "" };
  }
  return { end, note: "" };
}

function labelBefore(text: string, colon: number, floor: number): { kind: LabelKind; label: string; start: number } | undefined {
  const close = colon - (/[\s\u3000]{0,4}$/.exec(text.slice(Math.max(0, colon - 4), colon))?.[0].length ?? 0);
  const { end, note } = withoutNote(text, close, floor);
  for (let start = Math.max(floor, end - longestLabel); start <= end - 2; start++) {
    const label = text.slice(start, end);
    const kind = kindOfLabel(note + label) ?? (note === "" ? undefined : kindOfLabel(label));
    // 任务 and 说明 run on from a sentence are none
    if (kind === undefined || /^[\s\u3000，,；;。、]/.test(label)) continue;
    const isApart = start === floor || border.test(text.charAt(start - 1));
    if (isApart || (isNoun.test(label) && (isUnitKind(kind) || kind === "deadline"))) return { kind, label, start };
  }
  return undefined;
}
