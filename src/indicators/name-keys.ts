import { readHeader } from "./header";

const words: readonly (readonly [RegExp, string])[] = [
  [/^[X×*]{2,}(?=域)/gi, "县"],
  [/([县市省区])域?(?:范围)?内/g, "$1域"],
  [/所?占比[重例]?|所占比例|所占比重|比重|百分比|比率/g, "比例"],
  [/数量?(?=占)/g, ""],
  [/(?:之比|的?比值)$/g, "比"],
  [/增长比例|增长幅度|增幅|增速/g, "增长率"],
  [/下降幅度|降幅/g, "下降率"],
  [/([人台])次数/g, "$1次"],
  [/([一二三四])级?([二三四])级/g, "$1$2级"],
  [/病人|病员/g, "患者"],
  [/医药费用|医疗费用(?!增长率)/g, "费用"],
];
const marks = /[\s\p{P}\p{Cf}的]/gu;
const brackets = /[([{][^()[\]{}]*[)\]}]/g;

/** What a name may be looked up by, the closest to its letters first. */
export function keysOfName(name: string): string[] {
  const plain = readHeader(name).name.normalize("NFKC").toLowerCase();
  const bare = plain.replace(brackets, "");
  const keys: string[] = [];
  for (const text of bare === "" || bare === plain ? [plain] : [plain, bare]) {
    const key = words.reduce((said, [pattern, word]) => said.replace(pattern, word), text.replace(marks, "").replace(/%$/, ""));
    for (const one of [key, ...withoutScope(key)]) if (one !== "" && !keys.includes(one)) keys.push(one);
  }
  return keys;
}

const scope =
  /^(?:(?:[一二三]级)?(?:及以上)?(?:公立)?(?:综合|中医|专科)?医院|[全各我本该][县市省区院州地](?:域)?|[全我本]|各(?:地|级|类|医院)|[x×*]{2,}(?:[县市省区州](?!域))?|县级|市级|省级|县域(?=基层)|医共体(?:内)?|参保人员?|[一-龥]{1,4}(?:自治州|[县市区省州])(?![域级外内属直城]))/;

/** 全市公立医院资产负债率 is 资产负债率: whose it is, is left out step by step. */
function withoutScope(key: string): string[] {
  const keys: string[] = [];
  let rest = key;
  for (let step = 0; step < 3; step++) {
    const found = scope.exec(rest)?.[0] ?? "";
    if (found === "" || rest.length - found.length < 3) break;
    rest = rest.slice(found.length);
    keys.push(rest);
  }
  // inside, too: 占公立医院医疗收入的比例
  const inner = (keys.at(-1) ?? key).replace(/公立医院(?!数|总)/g, "");
  return inner.length >= 3 ? [...keys, inner] : keys;
}
