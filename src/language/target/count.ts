import { isAttribute, makeTarget, timeUnits, withScope, type Part, type Target } from "./part";
import { countedBehind, isScopeOnly, trimSubject } from "./subject";
import { readBuilding, readLead, readLimit, type Comparator } from "./wording";

const notCounted: ReadonlySet<string> = new Set(["级", "", "%", "‰", "百分点", "等级", "比", "倍", "番", "分", "℃", "摄氏度", "位次"]);
const standing = /(?:现有|已有|共有|原有|目前|已建|已建成|拥有|第|前|后|近|过去|连续|不足|涉及|总投资)[^，。；]{0,4}$/;

/** 新建|3所|学校, 建成|学校|3所; in a list the word that says what is done holds on. */
export function readCount(part: Part): Target | undefined {
  const { left, right, quantity, context } = part;
  if (timeUnits.has(quantity.unit) || notCounted.has(quantity.unit) || (quantity.isWord === true && /^(?:[个项种类门条件]|位)$/.test(quantity.unit))) return undefined;
  const building = readBuilding(left);
  const goesOn = building === undefined && context.isBuilding === true && left.length <= 30;
  if (building === undefined && !goesOn) return undefined;
  const between = building === undefined ? left : left.slice(building.end);
  if (/^[的了]/.test(between) || (building !== undefined && /已经?$/.test(left.slice(0, building.start))) || /^或/.test(right) || standing.test(between) || standing.test(left.slice(-12))) return undefined;
  const soft = /(?:约|大约|近|不少于|不低于|至少|超过|达到?|[ ]){1,3}$/.exec(between)?.[0] ?? "";
  const limit = readLimit(right);
  const tail = limit?.length ?? 0;
  const behind = countedBehind(right.slice(tail));
  // 1亿元以上项目3个: the first number only says of which
  if (/[0-9](?:余|多)?[个家所名项座处件套]$/.test(behind) || (quantity.unit === "元" && limit !== undefined && behind !== "")) return undefined;
  const front = trimSubject(between.slice(0, between.length - soft.length));
  // 适老化改造3200户: what is done is named before the word
  const name = behind || front || (building !== undefined && building.start > 1 ? trimSubject(left) : "");
  const keeps = building !== undefined && /^(?:新增|增加)$/.test(building.verb) ? building.verb : "";
  if (name + keeps === "") return undefined;
  const says = limit?.says ?? (/不少于|不低于|至少|超过|达/.test(soft) ? "at-least" : /约|近/.test(soft) || quantity.isApproximate === true ? "about" : "equal");
  const comparator: Comparator = quantity.value2 === undefined ? says : "between";
  const actor = building === undefined ? "" : trimSubject(left.slice(0, building.start));
  const isActor = /^(?:每|各|全[市省县区国])/.test(actor) || isScopeOnly(actor);
  // 城镇新增就业 is one name
  const isNamed = keeps !== "" && /^(?:城镇|城市|农村)$/.test(actor);
  const scope = isActor && !isNamed ? actor.slice(0, 40) : "";
  const words = building === undefined ? "" : left.slice(Math.max(0, building.start - 8), building.end);
  return makeTarget(part, withScope({ scope, indicator: (isNamed ? actor : "") + keeps + name }, building === undefined ? context : {}), comparator, tail, words + soft);
}

/** 按1:2的比例|安排配套经费. */
export function readRatioRule(part: Part): Target | undefined {
  const { left, right, quantity } = part;
  if (quantity.isRatio !== true) return undefined;
  const rule = /(?:按照?|依照|以)(?<floor>不(?:少|低)于)?[ ]?$/.exec(left.slice(-12));
  const action = /^的?比例(?<action>[^，。；]{0,30})/.exec(right.slice(0, 40));
  if (rule === null || action === null) return undefined;
  const indicator = (action.groups?.["action"] ?? "").replace(/^(?:安排|落实|给予|进行|提供|分担|承担|配置|设置|予以|由)/, "");
  const scope = trimSubject(left.slice(0, left.length - rule[0].length));
  return { ...makeTarget(part, { scope, indicator }, rule.groups?.["floor"] === undefined ? "equal" : "at-least", action[0].length, ""), kind: "ratio-rule" };
}

/** 城市|15分钟|和农村30分钟|急救圈. */
export function readCircle(part: Part): Target | undefined {
  const { left, right, quantity } = part;
  if (!["分钟", "小时", "公里"].includes(quantity.unit) || isAttribute(right)) return undefined;
  const circle = /^(?:[和、及与][^，。；0-9]{0,8}[0-9]{1,3}(?:分钟|小时|公里))?(?<name>[^，。；、0-9]{1,14}圈)/.exec(right.slice(0, 40))?.groups?.["name"];
  if (circle === undefined) return undefined;
  const building = readBuilding(left);
  const place = trimSubject((building === undefined ? left : left.slice(building.end)).replace(/^.*圈[和、及与]|^(?:构建|完善)/, ""));
  return makeTarget(part, { scope: place.length > 12 ? "" : place, indicator: circle }, "at-most", 0, "");
}

/** 九成以上|行政村达到宜居标准: a share of those that the words behind name. */
export function readShare(part: Part): Target | undefined {
  const { left, right, quantity } = part;
  const limit = readLimit(right);
  if (quantity.unit !== "%" || limit === undefined) return undefined;
  const scope = trimSubject(left);
  const named = /^的?(?<name>[\u4e00-\u9fff][^，。；、]{3,40})$/.exec(right.slice(limit.length, 60))?.groups?.["name"];
  if (named === undefined || /^(?:目标|要求|标准|水平|任务)/.test(named) || !(scope === "" || /^全[市省县区国州]$/.test(scope))) return undefined;
  if (readLead(left)?.sets === "change" || !/(?:达到|实现|完成|通|建成|建有|开展|纳入|接入|使用|具备|享有|符合|覆盖|开设|配备|参加|成为|有)/.test(named)) return undefined;
  return { ...makeTarget(part, { scope, indicator: named }, limit.says, limit.length + (right.slice(limit.length).startsWith("的") ? 1 : 0) + named.length, left.slice(-8)), kind: "coverage" };
}
