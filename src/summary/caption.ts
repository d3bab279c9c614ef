import type { CellContent } from "../core/workbook";
import { quoteText } from "../formula/literals";
import type { SummaryContext } from "./summary-context";

/** Whose numbers these are, and of which day: today's where formulas count. */
export function captionOf({ listTitle, map }: Pick<SummaryContext, "listTitle" | "map">, note: string, asOf: string): CellContent {
  const [head, tail] = [`${listTitle === "" ? "" : `来源：${listTitle.slice(0, 80)}；`}截至`, `；${note}`];
  const shows = `${head}${dayText(asOf)}${tail}`;
  return map === undefined ? shows : { formula: `=${quoteText(head)}&YEAR(TODAY())&"年"&MONTH(TODAY())&"月"&DAY(TODAY())&"日"&${quoteText(tail)}`, shows };
}

/** What a reader must know of the numbers. */
export function numberNote({ map }: SummaryContext): string {
  return map === undefined ? "数字为生成时的数，清单改动后请重新生成" : "数字随清单和日期自动更新，新增的单位、分类和时限写法请重新生成";
}

function dayText(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year ?? ""}年${month ?? ""}月${date ?? ""}日`;
}
