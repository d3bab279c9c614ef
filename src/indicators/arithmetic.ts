import { atom, numberOf, product, quotient, sum, type Expression } from "../formula/expression";
import { withoutUnit } from "./header";
import { isPeriod } from "./period";
import { level } from "./plain-text";
import { readUnit } from "./unit";

/** What a line of arithmetic in words says, and by what signs it is known to be arithmetic. */
export type Arithmetic = { readonly expression: Expression; readonly names: readonly string[]; /** ÷, ×100, 100%: nobody writes them between words. */ readonly isEvident: boolean };

/** No definition is longer, none nests deeper. */
const longest = 600;
const deepest = 20;

const signs: Readonly<Record<string, string>> = { "÷": "/", "∕": "/", "⁄": "/", "×": "*", "✕": "*", "✖": "*", "⋅": "*", "·": "*", "−": "-", "–": "-", "—": "-", "﹣": "-", "[": "(", "]": ")", "{": "(", "}": ")", "∑": "Σ" };

/** One sign for each operation, one character for one. */
export function levelSigns(text: string): string {
  const plain = level(text).replace(/[÷∕⁄×✕✖⋅·−–—﹣[\]{}∑]/g, (sign) => signs[sign] ?? sign);
  return plain.replace(/(?<![A-Za-z])[xX](?=\s?\d)/g, "*");
}

/** `A/B×100%` over names as they are written; undefined where it is no arithmetic. White space is out already. */
export function readArithmetic(text: string): Arithmetic | undefined {
  if (text.length > longest) return undefined;
  const plain = levelSigns(text);
  if (!/[/*+-]/.test(plain)) return undefined;
  const closes = closesOf(plain);
  if (closes === undefined) return undefined;
  return new Reader(text, plain, closes).read();
}

/** Open bracket → its close. */
export function closesOf(plain: string): ReadonlyMap<number, number> | undefined {
  const closes = new Map<number, number>();
  const open: number[] = [];
  for (let index = 0; index < plain.length; index++) {
    const character = plain.charAt(index);
    if (character === "(") open.push(index);
    else if (character === ")") {
      const from = open.pop();
      if (from === undefined) return undefined;
      closes.set(from, index);
    }
  }
  return open.length === 0 ? closes : undefined;
}

class NoArithmetic extends Error {}

const operators = "/*+-";
const number = /\d[\d,]*(?:\.\d+)?/y;
const scales: Readonly<Record<string, number>> = { 百: 100, 千: 1e3, 万: 1e4, 十万: 1e5, 百万: 1e6, 亿: 1e8 };

class Reader {
  private at = 0;
  private isEvident: boolean;
  private readonly names = new Set<string>();

  constructor(private readonly text: string, private readonly plain: string, private readonly closes: ReadonlyMap<number, number>) {
    this.isEvident = text.includes("÷");
  }

  read(): Arithmetic | undefined {
    try {
      const expression = this.sum(0, this.plain.length, "");
      return this.names.size === 0 || expression.kind === "atom" ? undefined : { expression, names: [...this.names], isEvident: this.isEvident };
    } catch (error) {
      if (error instanceof NoArithmetic) return undefined;
      throw error;
    }
  }

  /** `suffix` is what stands behind the bracket for all of its parts: （三级+四级）手术台次数. */
  private sum(depth: number, end: number, suffix: string): Expression {
    if (depth > deepest) throw new NoArithmetic();
    const parts = [this.product(depth, end, suffix)];
    while (this.at < end && "+-".includes(this.plain.charAt(this.at))) {
      const isMinus = this.plain.charAt(this.at) === "-";
      this.at += 1;
      const part = this.product(depth, end, suffix);
      parts.push(isMinus ? product(numberOf(-1), part) : part);
    }
    if (this.at !== end) throw new NoArithmetic();
    const [first] = parts;
    return parts.length === 1 && first !== undefined ? first : sum(...parts);
  }

  private product(depth: number, end: number, suffix: string): Expression {
    let result = this.operand(depth, end, suffix);
    while (this.at < end && "*/".includes(this.plain.charAt(this.at))) {
      const isOver = this.plain.charAt(this.at) === "/";
      this.at += 1;
      const next = this.operand(depth, end, suffix);
      if (next.kind === "number" && result.kind !== "number" && [100, 1e3, 1e4, 1e5].includes(next.value)) this.isEvident = true;
      result = isOver ? quotient(result, next) : product(result, next);
    }
    return result;
  }

  private operand(depth: number, end: number, suffix: string): Expression {
    if (this.at >= end) throw new NoArithmetic();
    const read = this.number(end) ?? this.group(depth, end, suffix) ?? this.name(end, suffix);
    // （A/B）%: a share in hundredths
    if (this.at < end && "%‰".includes(this.plain.charAt(this.at)) && read.kind !== "number") {
      const factor = this.plain.charAt(this.at) === "%" ? 100 : 1000;
      this.at += 1;
      this.isEvident = true;
      return product(read, numberOf(factor));
    }
    return read;
  }

  private endsOperand(at: number, end: number): boolean {
    return at >= end || operators.includes(this.plain.charAt(at));
  }

  private number(end: number): Expression | undefined {
    number.lastIndex = this.at;
    const written = number.exec(this.plain)?.[0];
    if (written === undefined) return undefined;
    let at = this.at + written.length;
    const scale = /^(?:[十百]?万|[百千亿])/.exec(this.plain.slice(at, at + 2))?.[0] ?? "";
    at += scale.length;
    const mark = this.plain.charAt(at);
    if (mark === "%" || mark === "‰") at += 1;
    // 1-6月 is a name's beginning
    if (!this.endsOperand(at, end) || /^-\d{1,2}月/.test(this.plain.slice(at, at + 4))) return undefined;
    this.at = at;
    const value = Number(written.replace(/,/g, "")) * (scales[scale] ?? 1);
    if (mark === "%" || mark === "‰") this.isEvident = true;
    return numberOf(value);
  }

  private group(depth: number, end: number, suffix: string): Expression | undefined {
    const close = this.closes.get(this.at);
    if (close === undefined || close >= end) return undefined;
    const after = this.plain.charAt(close + 1);
    const isWhole = this.endsOperand(close + 1, end) || after === "%" || after === "‰";
    const from = this.at + 1;
    let tail = suffix;
    let next = close + 1;
    if (!isWhole) {
      // （县域内）基层医疗卫生机构 is a name that begins with a bracket
      if (!/[+-]/.test(this.plain.slice(from, close))) return undefined;
      next = this.nameEnd(close + 1, end);
      tail = this.text.slice(close + 1, next) + suffix;
    }
    this.at = from;
    const inside = this.sum(depth + 1, close, tail);
    this.at = next;
    return inside;
  }

  private name(end: number, suffix: string): Expression {
    const from = this.at;
    const to = this.plain.charAt(from) === "Σ" ? this.seriesEnd(from, end) : this.nameEnd(from, end);
    const written = this.text.slice(from, to);
    const name = withoutUnit(this.levelTail(written, to, end) + suffix).replace(/[%‰]$/, "");
    if (!isName(name)) throw new NoArithmetic();
    this.at = to - (/[%‰％]$/.test(written) ? 1 : 0);
    this.names.add(name);
    return atom(name);
  }

  /** 三级+四级手术台次数: what follows the second level belongs to the first too. */
  private levelTail(written: string, to: number, end: number): string {
    if (!/^[一二三四五]级$/.test(written) || this.plain.charAt(to) !== "+") return written;
    const next = this.text.slice(to + 1, this.nameEnd(to + 1, end));
    return /^[一二三四五]级./.test(next) ? written + next.slice(2) : written;
  }

  private nameEnd(from: number, end: number): number {
    let at = from;
    while (at < end) {
      const character = this.plain.charAt(at);
      if (character === "(") {
        at = (this.closes.get(at) ?? end) + 1;
        continue;
      }
      if ("/*+".includes(character) || (character === "-" && this.isMinus(from, at))) break;
      at += 1;
    }
    return Math.min(at, end);
  }

  /** Σ（权重×病例数）, or without brackets up to the stroke. */
  private seriesEnd(from: number, end: number): number {
    const close = this.closes.get(from + 1);
    if (close !== undefined) return this.nameEnd(close + 1, end);
    const stroke = this.plain.indexOf("/", from);
    return stroke === -1 || stroke > end ? end : stroke;
  }

  /** No minus: 1-6月, DIP-DRG. */
  private isMinus(from: number, at: number): boolean {
    const [before, after] = [this.plain.charAt(at - 1), this.plain.charAt(at + 1)];
    if (/\d/.test(before) && /\d/.test(after)) return false;
    if (/[月日]/.test(before) && /^\d{1,2}[月日]/.test(this.plain.slice(at + 1, at + 4))) return false;
    if (/[A-Za-z]/.test(before) && /[A-Za-z]/.test(after)) return at - from === 1 && !/[A-Za-z]/.test(this.plain.charAt(at + 2));
    return true;
  }
}

const symbol = /^(?:[A-Za-z]|[①-⑳]|[甲乙丙丁])$/;

export function isSymbol(name: string): boolean {
  return symbol.test(name);
}

function isName(name: string): boolean {
  if (isSymbol(name)) return true;
  if (name.length < 2 || name.length > 80) return false;
  if (!/[一-龥A-Za-z]/.test(name) || /^\d[\d.,]*[%‰％]/.test(name)) return false;
  if (/^([XxYyZz×])\1+$/.test(name)) return false;
  if (/^\$?[A-Za-z]{1,3}\$?\d{1,7}$/.test(name)) return false;
  if (/^(?:或|和|及|与|等|以及|并)|(?:和|或|及|与|以及|并)$/.test(name)) return false;
  const plain = level(name);
  const bare = plain.replace(/\([^()]*\)/g, "");
  if (/[,，。;；:!?！？"“”=<>≥≤]/.test(bare)) return false;
  if (readUnit(plain) !== undefined) return false;
  return isPeriod(plain) || !/^\d[\d.年月日季度第]*$/.test(plain);
}

const quantity = /(?:[数量额值次人户家例日床费税耗]|费用|支出|收入|合计|成本|负债|资产|人口|面积|薪酬|工资|经费|资金|得分|权重|人员|产值|GDP|补助|投资|基金|床位|医师|护士|里程|[本上去当]年|[本上基]期|债务|余额|利润|台次|患者)$/;

/** Whether a name is of something that can be counted or measured, as far as its last word tells. */
export function isQuantity(name: string): boolean {
  const plain = level(name).replace(/\([^()]*\)/g, "");
  return /^总./.test(plain) || plain.startsWith("Σ") || plain.startsWith("∑") || quantity.test(plain);
}
