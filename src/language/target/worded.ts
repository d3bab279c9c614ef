import { withScope, type Context, type Target } from "./part";
import { splitSubject, trimSubject } from "./subject";
import { hedgesIn, readLead, readLimit, readReference } from "./wording";

/** A clause with what goes before it, to look for targets that have no number. */
export type Worded = { readonly text: string; readonly start: number; readonly year: string | undefined; readonly context: Context };

/** All covered, all done, or what others reach. */
export function readWorded(worded: Worded): Target | undefined {
  const { text } = worded;
  if (text.includes("全覆盖")) return readCoverage(worded);
  if (text.includes("全部")) return readAllDone(worded);
  if (/每[个家所]/.test(text)) return readEachDone(worded);
  return /平均|均值|中位|[上去]年/.test(text) ? readReferred(worded) : undefined;
}

function make({ start, year, context }: Worded, scope: string, indicator: string, words: string, end: number, rest: Pick<Target, "kind" | "comparator" | "value" | "unit">): Target {
  return { ...withScope({ scope, indicator }, context), ...rest, ...(year === undefined ? {} : { year }), hedge: hedgesIn(words), start, end };
}

const whole = { kind: "coverage", comparator: "equal", value: 100, unit: "%" } as const;

/** 开展全覆盖检查 covers nothing by a day: the words must end the clause. */
function readCoverage(worded: Worded): Target | undefined {
  const { text, start } = worded;
  const at = text.lastIndexOf("全覆盖");
  if (!/^全覆盖(?:的?目标)?[）)”]?\s*$/.test(text.slice(at))) return undefined;
  const before = text.slice(0, at).replace(/(?:100|百分之百)[%％]?$/, "");
  const verb = /(?:(?:基本|全面|总体|逐步)*(?:实现|达到|做到))(?<what>[^，。；]{0,40})$/.exec(before.slice(-60));
  const subject = trimSubject(verb === null ? before : before.slice(0, before.length - verb[0].length));
  const what = trimSubject(verb?.groups?.["what"] ?? "");
  const split = what === "" ? splitSubject(subject) : { scope: subject, indicator: what };
  if (split.indicator === "" && split.scope === "") return undefined;
  return make(worded, split.scope, `${split.indicator}覆盖`, text.slice(Math.max(0, at - 12), at), start + at + 3, whole);
}

const done = /^(?:按[时期]|如期|高质量)?(?:验收|达标|完成|建成|投入|投用|投产|上线|开通|落实|到位|整改|办结|销号|纳入|接入|合格|清零|入网|脱贫|开工|竣工|实现|取得|通过|联网|消除|覆盖|兑付|发放|公开|配齐|配备|开展|设立|建立|成立|推行|推广|实行)[^，。；的]{0,16}$/;

function readAllDone(worded: Worded): Target | undefined {
  const { text, start } = worded;
  const at = text.lastIndexOf("全部");
  const result = text.slice(at + 2).trimEnd();
  if (!done.test(result)) return undefined;
  const scope = trimSubject(text.slice(0, at));
  if (scope === "") return undefined;
  return make(worded, scope, result, text.slice(Math.max(0, at - 6), at), start + at + 2 + result.length, whole);
}

const each = /(?:^|[，、])[^，。；0-9]{0,8}?(?<scope>每[个家所][^，。；0-9]{0,16}?(?:[县市区村镇乡]|乡镇|街道|社区|医院|学校|企业|单位|机构|部门))(?:均|都|要|至少|全部)*(?<what>(?:完成|建成|建立|建有|配备|实现|达到|设立|成立|开展|制定)[^，。；0-9一二两三四五六七八九十]{2,40})$/;

function readEachDone(worded: Worded): Target | undefined {
  const { text, start } = worded;
  const groups = each.exec(text.trimEnd())?.groups;
  const [scope, what] = [groups?.["scope"], groups?.["what"]];
  if (scope === undefined || what === undefined) return undefined;
  return make(worded, scope, what, "", start + text.trimEnd().length, whole);
}

/** 降至|全省中位值|以下. */
function readReferred(worded: Worded): Target | undefined {
  const { text, start } = worded;
  for (const match of text.matchAll(/[到至于过在]|达(?!到)/g)) {
    const from = match.index + match[0].length;
    const named = readReference(text.slice(from, from + 40));
    if (named === undefined) continue;
    const lead = readLead(text.slice(0, from));
    if (lead === undefined || lead.sets === "change") continue;
    const behind = text.slice(from + named.length);
    const limit = readLimit(behind);
    if (!/^(?:的?水平|标准)?(?:$|[、（(”\s])/.test(behind.slice(limit?.length ?? 0))) continue;
    const subject = splitSubject(trimSubject(text.slice(0, lead.start)));
    if (subject.indicator === "") continue;
    const comparator = limit?.says ?? (lead.sets === "limit" ? "at-most" : lead.isAbout ? "about" : "at-least");
    const value = named.replace(/^(?:当年度?|同期|当期)/, "");
    const words = text.slice(lead.start, from) + behind.slice(0, limit?.length ?? 0);
    return make(worded, subject.scope, subject.indicator, words, start + from + named.length + (limit?.length ?? 0), { kind: "reference", comparator, value, unit: "" });
  }
  return undefined;
}
