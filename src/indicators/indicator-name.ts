import { readHeader } from "./header";
import { level } from "./plain-text";

const endings = /(?:率|占比|比重|比例|百分比|比值|之比|[数量额]比|护比|医护床比|生师比|床护比|增幅|降幅|增速|增长|指数|满意度|集中度|覆盖面|系数|密度|强度|平均住院日|住院日|CMI值?)$/;
const beginnings = /^(?:公立医院)?(?:(?:[次人户件床]均|平均|每[百千万]|每[一-龥]{1,2}(?:平均)?|百元|万元|千人|万人).{2,}|.{0,8}[次人户]均.{2,})/;
const others = /(?:效率|利率|税率|汇率|频率|功率|速率|概率|同比|环比)$/;

/** Whether a header looks like an indicator: 率, 占比, 增幅, 指数, 满意度, （%）. */
export function isIndicatorName(text: string): boolean {
  if (text.length < 2 || text.length > 80) return false;
  const plain = level(text);
  if (/[。；;!?！？\n]./.test(plain)) return false;
  if (/[\u4e00-\u9fff].*\((?:%|‰)\)/.test(plain) || /[\u4e00-\u9fff][%‰]$/.test(plain)) return true;
  const bare = plain.replace(/\([^()]*\)/g, "").replace(/[:\s]+$/, "");
  if (bare.length < 2 || others.test(bare)) return false;
  return endings.test(bare) || beginnings.test(bare) || /\(CMI\)|指数\(/.test(plain);
}

const whole = /(?:之比|比值|之差|之和|[数量额]比)$/;

/** The indicators that one name holds: 手术占比和三、四级手术比例 are two, 门诊人次数与出院人次数比 is one. */
export function splitIndicators(name: string): string[] {
  const single = [name];
  if (name.length > 120 || !/[和与及、/／;；]/.test(name)) return single;
  const plain = level(name);
  if (whole.test(plain.replace(/\([^()]*\)/g, ""))) return single;
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (let index = 0; index < plain.length; index++) {
    const character = plain.charAt(index);
    if (character === "(") depth += 1;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0 && "和与及、/;".includes(character) && isWhole(plain.slice(from, index)) && isWhole(plain.slice(index + 1))) {
      parts.push(name.slice(from, index));
      from = index + 1;
    }
  }
  if (parts.length === 0) return single;
  const last = name.slice(from);
  const unit = /[（(][%％‰][）)]$/.exec(last)?.[0] ?? "";
  return [...parts.map((part) => (readHeader(part).unit === undefined ? `${part}${unit}` : part)), last];
}

const complete = /(?:率|占比|比重|比例|增幅|降幅|增速|满意度|指数|住院日|[次人]均[一-龥]{2,6}费用)$/;

function isWhole(text: string): boolean {
  const bare = text.replace(/\([^()]*\)/g, "");
  // 率和 of 增长率和下降率: a bare ending is no name of its own
  return bare.length >= 3 && complete.test(bare) && !others.test(bare);
}
