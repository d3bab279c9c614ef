import { lexicon, type Form } from "./lexicon";
import type { KnownName } from "./name";
import { readPrefix, type Prefix } from "./place";

/** How a body is named whose place stands inside its name. */
type Pattern = {
  readonly trigger: string;
  readonly pattern: RegExp;
  readonly form: (match: RegExpExecArray) => Form;
};

function institution(id: string, standard: string): Form {
  return { id, standard, kind: "institution", ending: standard.slice(-1) };
}

const han = "[\\u4e00-\\u9fffX×○]";
const place = `(${han}{0,14}?)`;
const named = `(${han}{1,14}?)`;
const taxes = (): Form => lexicon().forms.get("税务局") ?? institution("税务", "税务局");

function afterPlace(match: RegExpExecArray): Form {
  const name = match[0].slice(match[1]?.length ?? 0);
  return institution(name, name);
}

const patterns: readonly Pattern[] = [
  { trigger: "共青团", pattern: new RegExp(`^共青团${named}委(?:员会)?$`), form: () => institution("团委", "团委") },
  { trigger: "团", pattern: new RegExp(`^${place}团([省市县区州盟旗]|自治区|自治州)委(?:员会|机关)?$`), form: () => institution("团委", "团委") },
  { trigger: "税务总局", pattern: new RegExp(`^国家税务总局${named}税务局$`), form: taxes },
  {
    trigger: "金融监督管理总局",
    pattern: new RegExp(`^国家金融监督管理总局${named}监管(?:局|分局|支局)$`),
    form: () => institution("金融监管", "金融监管局"),
  },
  { trigger: "金融监管", pattern: new RegExp(`^${place}金融监管(?:局|分局|支局)$`), form: () => institution("金融监管", "金融监管局") },
  {
    trigger: "银保监",
    pattern: new RegExp(`^(?:中国)?${place}(?:银保监|银行保险监督管理|银行保险监管)(?:局|分局)$`),
    form: () => institution("金融监管", "银保监局"),
  },
  { trigger: "银保监会", pattern: new RegExp(`^(?:中国)?银保监会${named}监管(?:局|分局)$`), form: () => institution("金融监管", "银保监局") },
  { trigger: "监", pattern: new RegExp(`^${place}(?:银监|保监)(?:局|分局)$`), form: () => institution("银监", "银监局") },
  { trigger: "证监会", pattern: new RegExp(`^(?:中国)?证监会${named}监管局$`), form: () => institution("证监局", "证监局") },
  { trigger: "人民银行", pattern: new RegExp(`^(?:中国)?人民银行${named}(?:分行|支行|中心支行|分行营业管理部|营业管理部)$`), form: () => institution("人民银行", "人民银行") },
  { trigger: "人行", pattern: new RegExp(`^人行${named}(?:分行|支行|中心支行|中支)$`), form: () => institution("人民银行", "人民银行") },
  { trigger: "外汇", pattern: new RegExp(`^国家外汇(?:管理)?局${named}(?:分局|支局|中心支局)$`), form: () => institution("外汇局", "外汇局") },
  { trigger: "统计局", pattern: new RegExp(`^国家统计局${named}调查(?:总)?队$`), form: () => institution("调查队", "调查队") },
  { trigger: "国家", pattern: new RegExp(`^国家(?:能源局|矿山安全监察局|矿山安监局|粮食和物资储备局|粮食和储备局|移民管理局|邮政局)${named}(?:监管办公室|监管办|监管局|局|垂管局)$`), form: (match) => institution(match[0], match[0]) },
  { trigger: "纪", pattern: new RegExp(`^${place}(?:纪委监委|纪委|监委|纪委市监委|纪委县监委)(?:派驻|派出|驻)[^、，]{0,24}(?:组|室)$`), form: afterPlace },
  { trigger: "驻", pattern: new RegExp(`^(?:派)?驻[^、，]{0,24}纪检监察(?:组|室)$`), form: (match) => institution(match[0], match[0]) },
  { trigger: "民", pattern: new RegExp(`^(民革|民盟|民建|民进|台盟)${place}委(?:会|员会)?$`), form: (match) => institution(match[1] ?? "", match[1] ?? "") },
  { trigger: "党", pattern: new RegExp(`^(农工党|农工民主党|致公党)${place}委(?:会|员会)?$`), form: (match) => institution((match[1] ?? "").replace("民主", ""), match[1] ?? "") },
  { trigger: "九三", pattern: new RegExp(`^(九三学社)${place}(?:委(?:会|员会)?|支社)$`), form: () => institution("九三学社", "九三学社") },
  { trigger: "国共产党", pattern: new RegExp(`^中国共产党${named}委员会$`), form: () => lexicon().forms.get("委") ?? institution("委", "委") },
  { trigger: "人大", pattern: new RegExp(`^${place}人大(?:常委会)?(?![省市县区州国])[\\u4e00-\\u9fff]{2,14}(?:委|委员会|室|工作委员会|工委)$`), form: afterPlace },
  { trigger: "政协", pattern: new RegExp(`^${place}政协(?![省市县区州国])[\\u4e00-\\u9fff]{2,14}(?:委|委员会|室)$`), form: afterPlace },
];

/** Names that hold their place inside: 国家税务总局荆门市税务局, 团市委, 湖南银保监局. */
export function specialName(text: string): KnownName | undefined {
  for (const { trigger, pattern, form } of patterns) {
    if (!text.includes(trigger)) continue;
    const match = pattern.exec(text);
    if (match === null) continue;
    const prefix = prefixOf(match, trigger);
    if (prefix !== undefined) return { prefix, form: form(match) };
  }
  return undefined;
}

function prefixOf(match: RegExpExecArray, trigger: string): Prefix | undefined {
  const isParty = trigger === "民" || trigger === "党" || trigger === "九三";
  const words = trigger === "团" ? `${match[1] ?? ""}${match[2] ?? ""}` : ((isParty ? match[2] : match[1]) ?? "");
  return readPrefix(words);
}
