import { knownName } from "./name";
import type { Level } from "./place";

/** Many at once: addressed by their level (各县市区人民政府), or so loosely that nobody can be held to it (有关部门). */
export type Collective = { readonly kind: "group" | "vague"; readonly identity: string; readonly level?: Level };

const loose = /有关|相关|相应|其[他它余]/;
/** Names that end so say what somebody is, not who: 各责任单位, 主管部门, 项目主体. */
const role = /(?:单位|部门|主体|方面|各方|各界|责任人|成员)$/;
const sameAsAbove = /^(?:同上|同前|同左|下同|以上单位|上述单位)$/;
const several = /[各每]|^(?:所有|全体)/;
const brackets = /[（）()〔〕]/g;
const development = /经济技术开发区|高新技术产业开发区|经济开发区|开发区|高新区|新区|园区|功能区|管理区|工业园|示范区|林区/g;
const connecting = /[、和及与]|以及/g;
const rule = /^(?:省直管|直管|县级|地级|设区的|副省级|市辖)/;

/** Undefined for a single body. */
export function readCollective(name: string): Collective | undefined {
  if (name.length > 60) return undefined;
  if (sameAsAbove.test(name)) return { kind: "vague", identity: name };
  if (role.test(name) || (loose.test(name) && !knownName(name))) return { kind: "vague", identity: name };
  if (several.test(name)) return followsName(name) ? undefined : groupOf(name);
  return isLevels(name) ? groupOf(name) : undefined;
}

/** 市教育局各乡镇 are two, 市教育局各科室 is one. */
function followsName(name: string): boolean {
  const at = name.search(/各(?:有关|相关)?[省市县区州旗乡镇街]/);
  return at > 2 && !/(?:政府|委)$/.test(name.slice(0, at)) && knownName(name.slice(0, at)) !== undefined;
}

/** 县市区人民政府, 乡镇（街道）: two levels or more, no name. */
function isLevels(name: string): boolean {
  if (/^[省市县区州乡镇]级?(?:、[省市县区州乡镇]级?)+/.test(name)) return true;
  if (!/^[省市县区州盟旗乡镇村街（(]/.test(name)) return false;
  const plain = name.replace(brackets, "").replace(connecting, "");
  return /^(?:[省市县区州盟旗乡镇村]|街道|社区){2,12}(?:级)?(?:人民政府|政府|办事处|党委|党工委|党委政府)?$/.test(plain) && /[省市县区州盟旗乡镇村道].*[市县区州盟旗镇道]/.test(plain) && !knownPlain(plain);
}

/** 区市场…: no. 镇村, 县市: yes; but 市区 is a place. */
function knownPlain(plain: string): boolean {
  return plain === "市区" || plain === "省市";
}

function groupOf(name: string): Collective {
  const plain = name.replace(brackets, "").replace(/^(?:全[省市县区州]|所有|全体)/, "").replace(/[各每个]/g, "").replace(rule, "");
  const parts = plain.replace(/人民政府|政府/g, "").replace(/街道办事处|街道办|街办/g, "街道");
  const hasDevelopment = parts.search(development) >= 0;
  const rest = parts.replace(development, "").replace(/管委会|管理委员会/g, "").replace(connecting, "").replace(/县级市/g, "市");
  if (!/^(?:[省市县区州盟旗乡镇村街]|街道|社区|自治)*级?$/.test(rest) || (rest === "" && !hasDevelopment)) return { kind: "group", identity: `各${plain}` };
  const levels = levelsIn(rest);
  if (hasDevelopment) levels.push("开发区");
  const level = levelOf(levels);
  return level === undefined ? { kind: "group", identity: `各${levels.join()}` } : { kind: "group", identity: `各${levels.join()}`, level };
}

/** 市 beside 县 or 区 is the county-level city, so that 各区县 and 各区县市 are the same ones. */
function levelsIn(rest: string): string[] {
  const has = (letters: string): boolean => [...letters].some((letter) => rest.includes(letter));
  const found: string[] = [];
  if (has("省")) found.push("省");
  const hasCounty = has("县区旗");
  if (has("州盟") || (has("市") && (!hasCounty || /^市.*市/.test(rest) && rest.startsWith("市县")))) found.push("市州");
  for (const letter of "县区旗") if (rest.includes(letter)) found.push(letter);
  if (has("乡镇")) found.push("乡镇");
  if (has("街")) found.push("街道");
  if (has("村")) found.push("村");
  return found;
}

function levelOf(levels: readonly string[]): Level | undefined {
  const last = levels.filter((level) => level !== "开发区").at(-1);
  if (last === undefined) return levels.includes("开发区") ? "county" : undefined;
  if (last === "省") return "province";
  if (last === "市州") return "city";
  return last === "县" || last === "区" || last === "旗" ? "county" : "town";
}
