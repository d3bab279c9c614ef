const scales: Readonly<Record<string, number>> = { 百: 1e2, 千: 1e3, 万: 1e4, 十万: 1e5, 百万: 1e6, 千万: 1e7, 亿: 1e8, 万亿: 1e12 };

/** 万, 亿 and their like behind digits; not the 千 of 千瓦. */
export function scaleOf(text: string, at: number): { readonly factor: number; readonly length: number } | undefined {
  const first = text.charAt(at);
  if (!"十百千万亿".includes(first) || first === "") return undefined;
  if (unitAt(text, at, false) !== undefined) return undefined;
  for (const length of [2, 1]) {
    const factor = scales[text.slice(at, at + length)];
    if (factor !== undefined && (length === 1 || !text.slice(at, at + length).endsWith("瓦"))) return { factor, length };
  }
  return undefined;
}

/** What stands behind a number written in digits. */
const names =
  "% ％ ‰ /10万 /十万 个百分点 百分点 个工作日 工作日 个自然日 个位次 位次 个月 个小时 个学时 个学分 个标准 个床位 个车位 个泊位 个学位 " +
  "平方公里 平方千米 平方米 立方米 万立方米 公顷 公里 千米 厘米 毫米 海里 米 亩 " +
  "千瓦时 兆瓦时 千瓦 兆瓦 吨标准煤 吨标煤 公斤 千克 毫克 微克 克 吨 升 毫升 斤 元 美元 欧元 " +
  "人次 人天 人 床次 户次 车次 架次 班次 场次 例次 标箱 标准箱 " +
  "个 家 所 名 位 项 件 套 台 辆 座 条 处 间 户 张 床 例 份 次 起 场 期 届 批 支 只 头 羽 株 棵 口 艘 架 部 本 册 篇 幅 段 片 块 种 类 门 科 班 节 组 队 站 点位 级 分 倍 番 周 天 日 小时 学时 课时 学分 分钟 秒 年 岁 成 对 " +
  "km² km m² m³ kWh kW MW GW kg mg/L mg μg GB TB PB ℃ 摄氏度";
const inDigits = byLength(names);

/** What counts when the number is a word; 三分, 五大 and their like say other things. */
const inWords = byLength("个百分点 百分点 个工作日 个月 个小时 平方米 公里 亩 人次 个 家 所 名 位 项 件 套 台 辆 座 条 处 间 户 张 份 次 场 期 批 支 只 头 株 种 门 级 分 倍 番 周 天 小时 分钟 年 成 人");
const per = /\/(?:[百千万]?(?:平方公里|平方米|立方米|公里|公斤|千克|分钟|小时|标准煤|吨|升|亩|公顷|人|元|户|年|月|日|天|周|次|床|家|个|辆|km|m³|L|kg))/y;

function byLength(list: string): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const name of list.split(" ").sort((one, other) => other.length - one.length)) {
    const key = name.charAt(0);
    map.set(key, [...(map.get(key) ?? []), name]);
  }
  return map;
}

export type UnitFound = { readonly name: string; readonly length: number };

/** The unit of measure that stands at a place: 个工作日, 元/年; undefined where what stands there is no measure. */
export function unitAt(text: string, at: number, isChinese: boolean): UnitFound | undefined {
  const from = text[at] === " " ? at + 1 : at;
  const name = ((isChinese ? inWords : inDigits).get(text.charAt(from)) ?? []).find((one) => text.startsWith(one, from) && !isOther(text, from, one));
  if (name === undefined) return undefined;
  per.lastIndex = from + name.length;
  const divisor = per.exec(text)?.[0] ?? "";
  return { name: standard(name) + divisor, length: from - at + name.length + divisor.length };
}

/** 8个工作日 are 8 工作日; 3个月 stay 个月, for 月 is a date's. */
function standard(name: string): string {
  if (name === "％") return "%";
  return name.length > 1 && name.startsWith("个") && name !== "个月" ? name.slice(1) : name;
}

/** What begins like a measure and is none: 3年级, 5级联动, 2人民币, 米 of 米粉. */
const others: Readonly<Record<string, RegExp>> = {
  年: /^年(?:级|代|版|期刊)/,
  日: /^日(?:报|常|间|照)/,
  成: /^成(?!以上|以下|左右|以内|[，。；、的）)]|$)/,
  对: /^对(?!夫妻|[，。；、）)以左]|$)/,
  分: /^分(?:之|级|类|别|布|项|步|期|公司|局|钟头)/,
  班: /^班(?:子|级|组|车)/,
  组: /^组(?:织|建|成)/,
  科: /^科(?:技|研|学|普)/,
  节: /^节(?:能|约|水|日)/,
  队: /^队(?:伍|员)/,
  站: /^站(?:式|所|点)/,
  部: /^部(?:门|委|署|分)/,
  段: /^段(?:落)/,
  条: /^条(?:件|例)/,
  场: /^场(?:所|地|景)/,
  期: /^期(?:间|限)/,
  次: /^次(?:产业|要|生)/,
  级: /^级(?:联动|以上(?:医|学|公|机|综|单|政|党|干|领|文|旅|景|河|道|公路|行政|的医|医疗))/,
  类: /^类(?:别|型)/,
  位: /^位(?:置|于|居)/,
  名: /^名(?:称|录|单|优|特|牌)/,
  人: /^人(?:民|才|大|社|事|力|均|口|工|群|居|参)/,
  元: /^元(?:旦|素|宇宙)/,
  米: /^米(?:粉|线)/,
  户: /^户(?:籍|型|外|均)/,
  张: /^张(?:家)/,
  口: /^口(?:岸|径|腔)/,
  克: /^克(?:服|隆)/,
  升: /^升(?:级|至|学)/,
  项: /^项(?:目)/,
};

function isOther(text: string, at: number, name: string): boolean {
  const pattern = others[name];
  return pattern !== undefined && pattern.test(text.slice(at, at + 6));
}
