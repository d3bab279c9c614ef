import type { KnownName } from "./name";
import type { Form } from "./lexicon";
import type { Reform } from "./reforms";
import { bankingReform, centralBankReform, oldBankingReform } from "./reforms";

export type Renamed = { readonly since: string; readonly successor: string };

/** What became of a body that a reform renamed or merged; undefined for one that bears its name still. */
export function renamedFrom(text: string, { prefix, form }: KnownName): Renamed | undefined {
  if (form.central !== undefined) return form.central;
  if (form.reform !== undefined) return { since: sinceOf(form.reform, prefix.level), successor: successorOf(prefix.text, prefix.level, form, form.reform) };
  if (form.standard === "银保监局" || form.standard === "银监局") return banking(text, prefix.text, form.standard);
  if (form.id === "人民银行" && text.endsWith("市中心支行")) return { ...centralBankReform, successor: `中国人民银行${prefix.text}分行` };
  return undefined;
}

/** The tax offices opened by levels: in June the provinces', in July the cities' and counties'. */
function sinceOf({ since, successor }: Reform, level: string | undefined): string {
  if (successor !== "税务" || level === "province" || level === "national") return since;
  return level === "city" ? "2018-07-05" : "2018-07-20";
}

const ministries: Readonly<Record<string, string>> = {
  市场监管: "国家市场监督管理总局",
  卫生健康: "国家卫生健康委员会",
  乡村振兴: "国家乡村振兴局",
  数据: "国家数据局",
  粮食和物资储备: "国家粮食和物资储备局",
  税务: "国家税务总局",
  监: "国家监察委员会",
  消防救援: "国家消防救援局",
};

function successorOf(prefix: string, level: string | undefined, form: Form, { successor, ending }: Reform): string {
  if (level === "national" || form.ending === "部" || form.ending === "总局") return ministries[successor] ?? `${successor}部`;
  const isUpper = level === "province" && !/^(?:北京|天津|上海|重庆)/.test(prefix);
  return prefix + successor + (ending === "same" ? sameEnding(form.ending, successor, isUpper) : ending[isUpper ? 0 : 1]);
}

/** The market regulators are bureaus everywhere, the health commissions commissions in province and city. */
function sameEnding(ending: string, successor: string, isUpper: boolean): string {
  if (successor === "卫生健康") return ending === "局" && !isUpper ? "局" : "委";
  if (ending === "局" && isUpper && (successor === "自然资源" || successor === "生态环境" || successor === "农业农村" || successor === "文化和旅游" || successor === "人力资源社会保障")) return "厅";
  return ending === "厅" && successor === "税务" ? "局" : ending;
}

function banking(text: string, place: string, standard: string): Renamed {
  const { since, successor } = standard === "银保监局" ? bankingReform : oldBankingReform;
  const name = place.length > 2 ? place.replace(/[省市]$/, "") : place;
  return { since, successor: `${successor}${name}监管${text.endsWith("分局") ? "分局" : "局"}` };
}
