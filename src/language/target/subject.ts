import { metric } from "./wording";

const openers =
  /^(?:[\s、，,；;：:和及与（(]|并(?![购发轨])|且|在(?=[全各])|(?:用|在)?[0-9]{1,2}年(?:内|时间)|其中|同时|到时|届时|(?:到|至|截至|在|力争|力争到|争取到|争取)?(?:(?:19|20)(?:\d{2}|\d?[_＿XＸ×]{1,2})|[二〇零一三四五六七八九]{4})年(?:年?[底末])?(?:之前|以前|前)?(?!度)|“?十[三四五六七]五”?(?:期间|时期|末)|力争|争取|努力|确保|保证|实现|推动|推进(?!会)|促进|做到|要求|逐步|稳步|全面|切实|进一步|原则上|总体|基本|稳定|使|让|将|把|(?:提高|提升|降低|扩大|控制|严格控制|合理控制|保持|减少|增加)(?![率力量度性幅到至])|每年|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．](?![0-9一二三四五六七八九十])|[一二三四五六七八九十]是)/;
const base = /(?:[由从](?=[^，。由从]{0,8}[0-9一二三四五六七八九十])[^，。由从]{1,16}|在[^，。]{0,12}基础上|[比较]\S{1,10}?年(?:[底末]|同期|度)?|[比较](?:上年|去年)(?:同期)?|同比|到?(?:19|20)\d{2}年(?:[底末])?前?)$/;
const closers = /(?:[\s，,：:、]|逐步|逐年|稳步|力争|争取|总体|基本|原则上|全部|每年|均|都|分别|至少|确保|努力|应|须|要|将|也|还|能够|普遍)$/;

/** No subject is longer, and no more words stand around it. */
const reach = 120;
const rounds = 12;

/** The words around a subject taken off: 逐步将X → X, 2025年X总体 → X. */
export function trimSubject(text: string): string {
  let subject = text.length > reach ? text.slice(-reach) : text;
  for (let round = 0; round < rounds; round++) {
    const before = subject;
    subject = subject.replace(openers, "").replace(closers, "").replace(base, "");
    if (subject === before) break;
  }
  if (subject.startsWith("“") && !subject.includes("”")) subject = subject.slice(1);
  return subject;
}

const place = /^(?:(?:全[市省县区国州镇乡]|[全本]辖区|我[市省县区])(?:所有)?|所有|各类?|每[个家所])/;
const body = /(?:医院|卫生院|学校|高校|院校|企业|机构|单位|园区|开发区|乡镇|街道|医共体|地区(?!生产总值))/g;
/** What goes on with a body's name, or makes the body what is counted: 医院数, 学校占比. */
const goesOn = /^(?:的?(?:数|总数|占比|比例|比重|占|覆盖|个数)|[、和及与或（(园长]|院(?![内外前])|以[上下外内]|$)/;

export type Subject = { readonly scope: string; readonly indicator: string };

/** Who or where, and what is measured: 全市三级公立医院|平均住院日. */
export function splitSubject(text: string): Subject {
  const middle = /^(.{2,40}?)(?:实现|达到|确保|力争)(?!率)(.{2,60})$/.exec(text);
  if (middle?.[1] !== undefined && middle[2] !== undefined) return { scope: middle[1], indicator: trimSubject(middle[2]) };
  const lead = place.exec(text)?.[0] ?? "";
  for (const match of text.matchAll(body)) {
    const end = match.index + match[0].length;
    const rest = text.slice(end);
    if (goesOn.test(rest) || end - lead.length < (lead === "" ? 4 : 2)) continue;
    const indicator = rest.replace(/^(?:的|中|在)/, "");
    if (indicator.length < 2) continue;
    return { scope: text.slice(0, end), indicator };
  }
  const rest = text.slice(lead.length);
  if (lead !== "" && /^[全我本]/.test(lead) && rest.length >= 2 && metric.test(rest)) return { scope: lead, indicator: rest };
  return { scope: "", indicator: text };
}

/** Whether a text only says who or where: 三级医院, XX以上医院. */
export function isScopeOnly(text: string): boolean {
  return text.length >= 2 && text.length <= 24 && !metric.test(text) && /(?:医院|卫生院|学校|高校|院校|企业|机构|单位|园区|开发区|乡镇|街道|医共体|地区|[县市区省村州]|农村|城市|城镇|人群|群体|对象|区域|小学|初中|高中|幼儿园)$/.test(text);
}

/** A和B达到x sets two where both are measured. */
export function splitMetrics(subject: string): string[] {
  for (const separator of [/以及|和|与|及/, /以及|和|与|及|、/]) {
    const parts = splitOutside(subject, separator);
    if (parts.length > 1 && parts.length <= 8 && parts.every((part) => part.length >= 2 && metric.test(part))) return parts;
  }
  return [subject];
}

/** A、B率分别达到x和y: as many parts as values; what ends the last part belongs to all. */
export function splitRespective(subject: string, count: number): string[] {
  const parts = splitOutside(subject, /以及|和|与|及|、/);
  const last = parts[parts.length - 1] ?? "";
  if (parts.length !== count) return Array.from({ length: count }, () => subject);
  return parts.map((part) => (metric.test(part) || part === last ? part : part + last.slice(Math.min(part.length, 2))));
}

function splitOutside(text: string, separator: RegExp): string[] {
  let depth = 0;
  let masked = "";
  for (const character of text) {
    if ("（(“".includes(character)) depth += 1;
    masked += depth > 0 ? "\u0000".repeat(character.length) : character;
    if ("）)”".includes(character)) depth = Math.max(0, depth - 1);
  }
  const parts: string[] = [];
  let from = 0;
  for (const match of masked.matchAll(new RegExp(separator, "g"))) {
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}

const counted = /^[^，。；]{0,24}?(?:医院|卫生院|学校|高校|企业|机构|单位|园区|乡镇|街道|公司|基地|中心|项目|产品|学科|专科|人员|教师|医生|干部|村|县)(?=牵头|达到|进入|创建|创成|通过|获批|获评|入选|下沉|到|实现|完成|成为|纳入|上市|营业|年|电子|[^的、和及]{2,20}?(?:达到|超过|提高到|控制在))/;
const verb = /(?:达到|进入|创建|创成|通过|获批|获评|入选|下沉|成为|纳入|上市|挂牌|投入使用|投产|到[^，。]{0,8}(?:工作|帮扶|服务))/;

/** What a number of things counts, as the words behind it say: 3所|（以…的）示范学校|进入…. */
export function countedBehind(text: string): string {
  let phrase = /^[^，。；：:]*/.exec(text.trimStart())?.[0] ?? "";
  if (/^(?:以|由|具有|具备|能|可|符合|达到)/.test(phrase)) phrase = phrase.slice(phrase.lastIndexOf("的", phrase.length - 2) + 1);
  phrase = phrase.replace(/(?:以及|[和及与])(?=[0-9约近]).*$/, "");
  phrase = (/^(?:[^、（）()]|（[^（）]{0,4}）)*/.exec(phrase)?.[0] ?? "").replace(/^的(?!士)/, "");
  const body = counted.exec(phrase)?.[0];
  if (body !== undefined) return body;
  const at = phrase.search(verb);
  if (at > 1) phrase = phrase.slice(0, at);
  return trimTail(phrase);
}

function trimTail(phrase: string): string {
  return phrase.replace(/(?:[\s“、，]|力争|均|全部|等|以上)$/, "");
}
