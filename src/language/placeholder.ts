/** Without one of these no text holds a blank to fill; asked of every cell, so no dear question. */
const suspicious = /[XxＸｘ×_＿待【〔［*＊ \u3000\u00a0]|某某|TB[DC]|tbd|击此处/;

const webAddress = /(?:https?:\/\/|www\.)[^\s\u3000-\uffef]+|(?<![\w.-])[\w.-]+@[\w.-]+/gi;

const blank = "[ \\u3000\\u00a0_＿]";
const cross = "[XＸ×xｘ]";
const wordEnd = "(?=$|[\\s，。、；：:,.;!！?？)）】〕\\]”’/])";

/** Each finds one way of leaving a blank; together they are tried from left to right. */
const patterns: readonly string[] = [
  // 20XX年, 202×年, 20__年, 20  年
  `(?<![\\d.])(?:19|20)\\d?(?:${cross}{1,2}|[_＿]+|[ \\u3000]{2,})(?=年|\\/|-|[)）〕\\]])`,
  // 〔20__〕, 〔 〕, 【 】
  `[〔［](?:19|20)?\\d?(?:${blank}|${cross})+[〕］]`,
  `[〔［][〕］]|〔20〕(?=\\d*号)`,
  `【${blank}*】`,
  `[（(](?:[ \\u00a0]{2,}|\\u3000+|[_＿]+)[)）]`,
  // 〔2022〕 号, 第 号
  `[〔［]\\d{4}[〕］]${blank}*号`,
  `第${blank}+(?=[号条期届批])`,
  // 年 月 日
  `年[ \\u3000]+月[ \\u3000]*(?=日|底|前|$)`,
  // XX县; not XXL, MAXX, 3×× or XX染色体
  `(?<![A-Za-z0-9_×XＸ.\\\\/])(?:[XＸ]{2,}|×{2,})(?![A-Za-wyz]|_[A-Za-z]|-?\\d(?!\\d{3}年)|\\/XY|性?染色体)`,
  `(?<![A-Za-z0-9_.ｘ\\\\/])[xｘ]{2,}(?![A-Za-z0-9_])`,
  // X月X日
  `(?<![A-Za-z0-9_×XＸ])[XＸ](?=[年月日省市县](?![轴线光]))`,
  `(?<=^|[，。、；：（(〔年月在于至到自从前 ])×(?=[年月日省市县])`,
  // ____; not a__b
  `(?<![A-Za-z_＿])(?:[_＿]{2,}|＿)(?![A-Za-z_]|\\d+[A-Za-z_])`,
  `(?<![*＊])[*＊]{2,}(?=[省市县区州局委办厅院年月日乡镇村])`,
  `某某(?=[省市县区州局委办厅处院校乡镇村单部公企同])`,
  // words that put it off; not 等待定价, 有待补充, 待定期
  `(?<![等有亟期招接对优看])待(?:定|补充|补|明确|确定|填写|填报|填)${wordEnd}`,
  `(?<![等有亟期])待(?:补充完善|进一步明确|另行确定)`,
  `(?<![A-Za-z])(?:TBD|tbd|TBC)(?![A-Za-z])`,
  `[单点]击此处(?:输入|填写|添加)`,
];

const placeholder = new RegExp(patterns.join("|"), "u");

/** The first blank that somebody has left to fill in: XX, 20__年, 〔20__〕, 待定; undefined where there is none. */
export function findPlaceholder(text: string): string | undefined {
  if (!suspicious.test(text)) return undefined;
  const prose = text.includes("/") || text.includes("www.") || text.includes("@") ? text.replace(webAddress, "。") : text;
  return placeholder.exec(prose)?.[0];
}
