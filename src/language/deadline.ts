/** A date that begins something or names a paper is no deadline. */
const titles = /《[^》]*》|〔[^〕]*〕/g;
const dated =
  /(?<before>[到至自从]?)(?<year>(?:19|20)\d{2})年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号]|(?<end>[底末]))?|(?<yearEnd>年?[底末])|(?<part>上半年|下半年|第?[一二三四]季度))?(?<until>之前|以前|前)?(?<after>[起至到—-]|开始|以来)?/g;

/** What a text says of when it is to be done, as a deadline is written: 2022年8月底前, 到2025年 → 2025年底前. Each once. */
export function findDatedPhrases(text: string): string[] {
  if (!text.includes("年")) return [];
  const phrases = new Set<string>();
  for (const { groups } of text.replace(titles, "").matchAll(dated)) {
    const { before, year, month, day, end, yearEnd, part, until, after } = groups ?? {};
    if (before === "自" || before === "从" || after !== undefined) continue;
    if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) continue;
    if (day !== undefined) phrases.add(`${year}年${month}月${day}日前`);
    else if (month !== undefined) phrases.add(`${year}年${month}月${end === undefined && until !== undefined ? "" : "底"}前`);
    else if (part !== undefined) phrases.add(`${year}年${part}`);
    else if (yearEnd !== undefined || before === "到" || before === "至") phrases.add(`${year}年底前`);
    else if (until !== undefined) phrases.add(`${year}年前`);
  }
  return [...phrases];
}
