import { writeOrdinal } from "../language/ordinal";

const stems = "甲乙丙丁戊己庚辛壬癸";
const branches = "子丑寅卯辰巳午未申酉戌亥";
const formal: Readonly<Record<string, string>> = { 零: "零", 一: "壹", 二: "贰", 三: "叁", 四: "肆", 五: "伍", 六: "陆", 七: "柒", 八: "捌", 九: "玖", 十: "拾", 百: "佰" };

const chinese = (value: number): string => writeOrdinal("一", value);
const spelled = (value: number): string => Array.from(String(value), (digit) => "〇一二三四五六七八九".charAt(Number(digit))).join("");
const signOf = (first: string, count: number, value: number): string | undefined => (value >= 1 && value <= count ? String.fromCharCode(first.charCodeAt(0) + value - 1) : undefined);

/** A number as a word processor shows it; `format` is named as WordprocessingML names it (ST_NumberFormat). */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case "chineseCounting":
    case "chineseCountingThousand":
    case "japaneseCounting":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
    case "koreanCounting":
      return chinese(value);
    case "ideographDigital":
    case "japaneseDigitalTenThousand":
    case "taiwaneseDigital":
    case "koreanDigital2":
      return value <= 10 ? chinese(value) : spelled(value);
    case "chineseLegalSimplified":
    case "ideographLegalTraditional":
    case "japaneseLegal":
      return Array.from(value === 10 ? "十" : value > 10 && value < 20 ? `一${chinese(value)}` : chinese(value), (character) => formal[character] ?? character).join("");
    case "ideographTraditional":
      return stems.charAt((value - 1) % stems.length) || String(value);
    case "ideographZodiac":
      return branches.charAt((value - 1) % branches.length) || String(value);
    case "ideographEnclosedCircle":
      return signOf("㊀", 10, value) ?? chinese(value);
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return value >= 1 ? writeOrdinal("①", value) : String(value);
    case "decimalEnclosedFullstop":
      return signOf("⒈", 20, value) ?? `${value}.`;
    case "decimalEnclosedParen":
      return signOf("⑴", 20, value) ?? `(${value})`;
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return Array.from(String(value), (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "numberInDash":
      return `- ${value} -`;
    case "upperLetter":
    case "lowerLetter":
      return letters(value, format === "upperLetter" ? "A" : "a");
    case "upperRoman":
      return roman(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "none":
    case "bullet":
      return "";
    default:
      return String(value);
  }
}

/** A … Z, AA, BB: a word processor repeats the letter. */
function letters(value: number, first: string): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const romans: readonly (readonly [number, string])[] = [[1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = "";
  for (const [worth, sign] of romans) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
}

/** Puts a computed number in front of a text; a space where the number itself does not part them. */
export function withNumber(number: string, text: string, isApart = true): string {
  if (number === "" || text === "") return `${number}${text}`;
  return isApart && /[\p{L}\p{Nd}]/u.test(number.slice(-1)) ? `${number} ${text}` : `${number}${text}`;
}
