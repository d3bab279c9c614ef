import { readHeader } from "./header";
import { periodAtStart } from "./period";

/** A name taken apart for comparing with another. */
export type Wording = {
  /** Levelled and without brackets, period and unit, else as written. */
  readonly plain: string;
  /** What is left without words that say nothing of their own. */
  readonly core: string;
  /** The letters of the core in order: 次均门诊费用 is 门诊次均费用. */
  readonly sorted: string;
  readonly isTotal: boolean;
  /** What is counted, where it is said last: 人次, 人数, 台次; "" where nothing is. */
  readonly measure: string;
  /** 药店 of （不含药店）, several in order joined by a comma. */
  readonly excluded: string;
  readonly hasRemark: boolean;
  readonly period: string | undefined;
};

/** No quantity's name is longer. */
const longest = 120;

export function readWording(text: string): Wording | undefined {
  if (text.length > longest) return undefined;
  const header = readHeader(text);
  const { name, excluded, hasRemark } = withoutRemarks(header.name.normalize("NFKC"));
  const bare = withoutMarks(name).toLowerCase();
  // a period inside, as in 参保人员2024年住院人次, is told by its place
  const inner = header.period === undefined ? innerPeriod(bare) : undefined;
  const plain = inner?.rest ?? bare;
  const said = levelWords(plain);
  const count = said.replace(totals, "");
  const measure = measures.exec(count)?.[0] ?? "";
  const uncounted = measure.length < count.length ? count.slice(0, count.length - measure.length) : count;
  const core = uncounted.replace(neutral, "");
  return {
    plain: said,
    core: core === "" ? uncounted : core,
    sorted: [...core].sort().join(""),
    isTotal: count !== said,
    measure,
    excluded: excluded.join(","),
    hasRemark,
    period: header.period ?? inner?.period,
  };
}

function innerPeriod(text: string): { period: string; rest: string } | undefined {
  const at = text.search(/(?:19|20)\d{2}年|[本上]年(?![初末底])/);
  if (at <= 0) return undefined;
  const length = periodAtStart(text.slice(at));
  return length === 0 ? undefined : { period: text.slice(at, at + length), rest: text.slice(0, at) + text.slice(at + length) };
}

const exclusion = /(?:不含|不包括|不包含|不计|不纳入|扣除|剔除|除外)/;
const bracket = /[([{<〈《]([^()[\]{}<>〈〉《》]*)[)\]}>〉》]/g;

type WithoutRemarks = { readonly name: string; readonly excluded: readonly string[]; readonly hasRemark: boolean };

/** Sets aside what brackets say; what they exclude is kept. */
function withoutRemarks(text: string): WithoutRemarks {
  const excluded: string[] = [];
  let hasRemark = false;
  const name = text.replace(bracket, (_, content: string) => {
    const words = excludedWords(content);
    if (words.length > 0) excluded.push(...words);
    else hasRemark = true;
    return "";
  });
  return { name: name === "" ? text : name, excluded: [...new Set(excluded)].sort(), hasRemark };
}

/** 药品, 耗材 of 不含药品、耗材收入. */
export function excludedWords(text: string): string[] {
  const match = exclusion.exec(text);
  if (match === null) return [];
  const said = match[0] === "除外" ? text.slice(0, match.index) : text.slice(match.index + match[0].length);
  return said
    .split(/[、,，;；和与及]/)
    .map((word) => word.replace(/^(?:的|各类|所有)/, "").replace(/(?:收入|支出|费用|费|部分|的|等)+$/, ""))
    .filter((word) => word !== "");
}

/** What a name excludes, in its brackets: 药店 of 支出率（不含药店）. */
export function exclusionsOf(name: string): readonly string[] {
  return name.length > longest || !/[含括计扣剔除]/.test(name) ? [] : withoutRemarks(name.normalize("NFKC")).excluded;
}

function withoutMarks(text: string): string {
  return text.replace(/[\s\p{P}\p{Cf}]/gu, "");
}

const synonyms: readonly (readonly [RegExp, string])[] = [
  [/([县市省区州旗镇乡])域?(?:范围)?([内外])/g, "$1域$2"],
  [/([县市省])域(?![内外])/g, "$1域内"],
  [/([一二三四五])级?[和及与]?([二三四五])级/g, "$1$2级"],
  [/人次数|人次量|诊次/g, "人次"],
  [/台次数|台数|例次数?/g, "台次"],
  [/(?:人员|人)(?:总数|数量?)/g, "人数"],
  [/医生|医师/g, "医师"],
  [/护理人员/g, "护士"],
  [/医药费用|医疗费用|费用/g, "费用"],
  [/开支/g, "支出"],
  [/出院(?:患者|病人|者)/g, "出院"],
  [/门诊急诊|急门诊|门诊及急诊|门诊和急诊/g, "门急诊"],
  [/薪资|工资薪酬/g, "薪酬"],
  [/比重|占比/g, "比例"],
  [/所得/g, "收入"],
  [/规上/g, "规模以上"],
  [/(?:地区)?生产总值/g, "gdp"],
];

/** Different words for one thing, said alike. */
export function levelWords(text: string): string {
  return synonyms.reduce((said, [pattern, word]) => said.replace(pattern, word), text);
}

const totals = /总(?:数量?|额|量|计|和|共)?(?![部队站会院理工局行监编书参])|合计数?|累计|全部/g;
const measures = /(?:人次|台次|床日数?|天数|人数|(?<!病)例数?|批次数?|[件项条所户家个次张台辆起宗篇座处]数|数量|数目|金额|数额|[数额量值人例])$/;
const neutral = /参保(?:人员|人|患者|者)|在?(?:就诊|诊疗)(?!率)|患者|病人|同期|全[县市省区院州]|[该本]院|公立医院|医疗(?:卫生)?机构|医院|机构|发生|报告期|统计期|年度|(?<![一-龥])年|[在的之各]|所有/g;
