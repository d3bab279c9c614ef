export type Level = "national" | "province" | "city" | "county" | "town";

/** What stands before a body's name: 省, 荆门市, 国家, XX, nothing. */
export type Prefix = { readonly text: string; readonly level?: Level; /** Several levels at once: 县市区. */ readonly isCollective: boolean; /** A place without its level: 湖南. */ readonly isBare: boolean };

const levels: ReadonlyMap<string, Level> = new Map<string, Level>([
  ...["国家", "中央", "全国", "中国", "国务院", "中华人民共和国", "中华"].map((word) => [word, "national"] as const),
  ...["省", "自治区", "兵团", "直辖市"].map((word) => [word, "province"] as const),
  ...["市", "州", "盟", "自治州", "地区", "行署"].map((word) => [word, "city"] as const),
  ...["县", "区", "旗", "自治县", "自治旗", "新区", "开发区", "高新区", "经开区", "管理区", "林区", "矿区", "度假区", "园区", "示范区", "保税区", "综保区", "风景区", "农场"].map((word) => [word, "county"] as const),
  ...["镇", "乡", "街道", "街"].map((word) => [word, "town"] as const),
]);
const longest = 5;

const provinces = new Set(
  "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门".split(" "),
);
const municipalities = new Set(["北京市", "天津市", "上海市", "重庆市"]);

/** No place bears these: they end the name of a body. */
const neverInPlace = "联协局厅委办院署厂司部处室队所、，,；;等级各全和与及由请该其每本我将对的关会站（(）)";
const placesWithThem = /新会|会[宁理泽昌同东]|和[平田硕静顺县林政布龙]|呼和|[人泰永太兴政云清祥平仁义]和|[韶潼城阳郎]关|[东南西北城门里]关|关岭|山海关|嘉峪关|全[州椒南]|本溪|站前|会城|雁门关|将乐/g;
/** 市北区 is a place, 市妇联市 none; 市高新区 is one, too. */
const levelAhead = /^[省市县区州盟旗](?![北南中]区$|.{0,6}(?:新区|开发区|高新区|经开区|管理区|度假区|园区|示范区|林区|保税区|风景区)$)/;

/** Undefined where the words are no place and no level. */
export function readPrefix(text: string): Prefix | undefined {
  if (text === "") return { text, isCollective: false, isBare: false };
  const exact = levels.get(text);
  if (exact !== undefined) return { text, level: exact, isCollective: false, isBare: false };
  const place = withoutFrame(text);
  if (place === "" || place.length > 22) return place === "" ? { text, isCollective: false, isBare: false } : undefined;
  if (!isPlace(place)) return undefined;
  if (collective.test(place) && !/(.)\1/.test(place)) return { text, level: "county", isCollective: true, isBare: false };
  const level = municipalities.has(place) ? "province" : levelAtEnd(place);
  if (level !== undefined) return { text, level, isCollective: false, isBare: false };
  if (provinces.has(place)) return { text, level: "province", isCollective: false, isBare: true };
  if (isBlank(place)) return { text, isCollective: false, isBare: false };
  return place.length >= 2 && place.length <= 5 && !/[省市县区盟旗乡镇国]/.test(place) ? { text, isCollective: false, isBare: true } : undefined;
}

/** 中共荆门市 → 荆门市; 市人民政府 → 市. */
function withoutFrame(text: string): string {
  let place = text;
  if (place.startsWith("中")) place = place.replace(/^(?:中共|中国共产党|中华人民共和国)/, "");
  if (place.endsWith("政府")) place = place.slice(0, place.endsWith("人民政府") ? -4 : -2);
  return place;
}

function isPlace(place: string): boolean {
  if (place.length > 1 && levelAhead.test(place) && (!collective.test(place) || /(.)\1/.test(place))) return false;
  if (hasForeign(place)) return !hasForeign(place.replace(placesWithThem, ""));
  return true;
}

function hasForeign(place: string): boolean {
  for (let index = 0; index < place.length; index++) {
    const code = place.charCodeAt(index);
    const isHan = code >= 0x4e00 && code <= 0x9fff;
    if (!isHan && !isBlankCode(code)) return true;
    if (neverInPlace.includes(place.charAt(index))) return true;
  }
  return false;
}

/** 县市区 */
const collective = /^[省市县区州盟旗乡镇]{2,}$/;

const noCounty = /[社小校院片病辖库景厂街地老灾牧]区$/;

function levelAtEnd(place: string): Level | undefined {
  if (noCounty.test(place)) return undefined;
  for (let length = Math.min(longest, place.length); length > 0; length--) {
    const level = levels.get(place.slice(-length));
    if (level !== undefined) return level;
  }
  return undefined;
}

/** X, ×, ○, *, _ */
function isBlankCode(code: number): boolean {
  return code === 0x58 || code === 0x78 || code === 0xd7 || code === 0x25cb || code === 0x2a || code === 0x5f || code === 0x3007;
}

function isBlank(place: string): boolean {
  if (place === "某" || place === "某某") return true;
  for (let index = 0; index < place.length; index++) if (!isBlankCode(place.charCodeAt(index))) return false;
  return true;
}
