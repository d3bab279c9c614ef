export type Comparator = "at-least" | "at-most" | "about" | "equal" | "between";

/** How the words in front of a quantity set it: a floor (达到), a limit (控制在), a change (减少), a count to build (建成). */
export type Lead = {
  readonly sets: "floor" | "limit" | "equal" | "change";
  /** Where in the text in front of the quantity the words begin. */
  readonly start: number;
  readonly verb: string;
  readonly isAbout: boolean;
  /** A和B分别达到x和y. */
  readonly isRespective: boolean;
  readonly words: string;
};

const to = "(?:到|至|为)";
const limit =
  `控制(?:在|到|至)|限制在|限定在|压(?:到|至)|降${to}|(?:下降|降低|减少|压缩|压减|缩短|缩小|缩减|精简|回落|精确|削减)${to}|压缩在|不(?:得|能|应)?(?:超过|高于|大于|多于)|(?<!不)(?<!不[得能应])(?:低于|少于|小于)|最多|≤|<=|＜|<`;
const floor =
  `达到?|(?:提高|提升|增加|增长|扩大|上升|增强|扩容|拓展)${to}|[升增提](?:到|至)|(?:保持|稳定|维持)在|突破|超过?|超出|不(?:得|能|应)?(?:低于|少于|小于)|高于|大于|多于|至少|≥|>=|＞|>`;
const equal = "目标值?为|[应须]为|确?定为";
const change = "增长|提高|提升|增加|扩大|上升|降低|下降|减少|压缩|压减|缩短|缩减|精简|削减|递增|递减|下浮|上浮|提速|翻";
const adverb = "逐步|逐年|稳步|力争|争取|总体|基本|原则上|全部|均|都|分别|年均|平均|每年|同比|累计|预计|确保|保证|至少|最多|[应须要将能可]|普遍|持续|不断|努力|始终";
const soft = "约|大约|大致|接近|近|超过|至少|不少于|不低于|每[0-9]{0,3}[百千万]?(?:人口|人|户|平方公里)|[ ]";

const lead = new RegExp(`(?<adverbs>(?:${adverb}){0,4})(?:(?<limit>${limit})|(?<floor>${floor})|(?<equal>${equal})|(?<change>${change}))(?<soft>(?:${soft}){0,3})$`);
/** Longer than any of these phrases. */
const leadReach = 30;

/** The words directly in front of a quantity. */
export function readLead(before: string): Lead | undefined {
  const from = Math.max(0, before.length - leadReach);
  const match = lead.exec(before.slice(from));
  if (match?.groups === undefined) return undefined;
  const { adverbs = "", soft: softly = "", ...verbs } = match.groups;
  const sets = (["limit", "floor", "equal", "change"] as const).find((kind) => verbs[kind] !== undefined);
  if (sets === undefined) return undefined;
  return {
    sets: /不(?:少|低)于|至少|超过/.test(softly) && sets === "change" ? "change" : sets,
    start: from + match.index,
    verb: verbs[sets] ?? "",
    isAbout: /约|大致|近/.test(softly),
    isRespective: adverbs.includes("分别"),
    words: match[0],
  };
}

export type Limit = { readonly says: "at-least" | "at-most" | "about"; readonly length: number };

const suffix = /^[ ]?(?:(?<least>及?以上|以上水平)|(?<most>及?以[下内]|之内|内(?=$|[，。；、）)]))|(?<about>左右|上下))/;

/** 以上, 以内, 左右 directly behind a quantity. */
export function readLimit(after: string): Limit | undefined {
  const match = suffix.exec(after.slice(0, 8));
  if (match?.groups === undefined) return undefined;
  const says = match.groups["least"] !== undefined ? "at-least" : match.groups["most"] !== undefined ? "at-most" : "about";
  return { says, length: match[0].length };
}

const reference = /^[^，,。；;、（(]{0,20}?(?:平均水平|平均增[速幅]|平均值|平均数|平均工资|平均线|均值|中位值|中位数|中位水平|[上去]年(?:同期)?水平|[上去]年同期)/;

/** 达到|全国平均水平: a value that other places or times give. */
export function readReference(after: string): string | undefined {
  return reference.exec(after.slice(0, 40))?.[0];
}

const building =
  /新?(?:建成|改建|扩建)|[新创共筹续]建|建设|建立|打造|培育|培养|引进|引育|招引|组建|选拔|选派|选聘|选树|遴选|新增|增加|增设|完成(?!率)|改造|设立|安排|招聘|招录|扶持|支持|举办|开展|评选|评定|认定|发展(?!改革)|布局|布设|争创|争取|承担|培训(?!基地|机构|中心)|推广|实施|开工|投放|配备(?!率)|配置(?!率)|购置|创成|建(?=[0-9])|形成|孵化|落地|签约|储备|谋划|推动|推进(?!会)|整治|治理(?!体系|能力)|清理|淘汰|发放|提供|制定|修订|出台|取消|压减|精简|种植|栽植|造林|修复|新开|开通|开设|开发(?!区)|组织(?!部|机构)|力争|入选|获批|获评|列入|化解|消除|解决|帮扶|资助|救助|转移|吸纳|带动|惠及|筹集|供应|覆盖(?!率|面)/g;

const between = /^(?:再|重点|并|和|、|及|或|新|高标准|规范化)?$/;

export type Building = { readonly verb: string; readonly start: number; readonly end: number };

/** The words in a clause that say that something is to be built or done: the first, with those that follow it at once. */
export function readBuilding(before: string): Building | undefined {
  let found: Building | undefined;
  for (const match of before.matchAll(building)) {
    if (found !== undefined && !between.test(before.slice(found.end, match.index))) break;
    const verb = match[0];
    // what is new is named so: 新增床位
    if (found !== undefined && /^(?:新增|增加)$/.test(found.verb)) break;
    found = { verb, start: found?.start ?? match.index, end: match.index + verb.length };
  }
  return found;
}

const hedges = /力争|争取|逐步|逐年|稳步|原则上|基本|左右|上下|大约|约(?=\d)|接近|努力/g;

/** The softening words of a phrase: 逐步/左右. */
export function hedgesIn(phrase: string): string {
  return [...new Set(Array.from(phrase.matchAll(hedges), ([word]) => word))].join("/");
}

/** What is measured ends so: 率, 占比, 收入. */
export const metric =
  /(?:率|比|占比|比例|比重|数|量|值|指数|水平|收入|支出|费用|成本|面积|规模|能力|住院日|时间|时长|时限|得分|评分|满意度|浓度|强度|密度|里程|总额|金额|投资|余额|库存|年限|寿命|等级|级别|评价|评级|测评|等次|程度|增速|增幅|降幅|销售额|税收|进出口|消费|贷款)(?:（[^（）]{0,16}）|\([^()]{0,16}\))?$/;
