import { makeDraft, type Draft, type IndicatorWorkbook, type Piece, type SheetPen } from "./draft";
import { total } from "./formulas";
import { counties, hospitals, townships } from "./places";
import { makeRandom } from "./random";

function sumOf(pen: SheetPen, top: number, left: number, bottom: number, right: number): Piece {
  const cells = Array.from({ length: bottom - top + 1 }, (_, row) => Array.from({ length: right - left + 1 }, (_, column) => pen.ref(top + row, left + column))).flat();
  return total(`SUM(${pen.range(top, left, bottom, right)})`, cells);
}

/** Quarters across, places down, totals at the end of both; some sums leave a part out. */
export function makeQuarters(name: string, seed: number): IndicatorWorkbook {
  const random = makeRandom(seed);
  const draft = makeDraft(name, "sums of quarters");
  const pen = draft.sheet("季度汇总");
  pen.put(0, 0, "停车设施新增泊位情况（个）");
  pen.line(1, ["镇街", "一季度", "二季度", "三季度", "四季度", "全年合计"]);
  const rows = 9;
  const places = random.shuffle(townships).slice(0, rows);
  const wrong = random.shuffle(places.map((_, index) => index)).slice(0, 2);
  for (const [index, place] of places.entries()) {
    const row = index + 2;
    pen.line(row, [place, ...Array.from({ length: 4 }, () => random.whole(12, 480))]);
    const isShort = wrong.includes(index);
    pen.put(row, 5, sumOf(pen, row, 1, row, isShort ? 3 : 4));
    mark(draft, pen, row, 5, isShort ? "last quarter left out" : undefined);
  }
  pen.put(rows + 2, 0, "合计");
  const short = random.whole(1, 4);
  for (let column = 1; column <= 5; column++) {
    pen.put(rows + 2, column, sumOf(pen, 2, column, rows + (column === short ? 0 : 1), column));
    mark(draft, pen, rows + 2, column, column === short ? "last row left out" : undefined);
  }
  return draft.done();
}

/** Districts in blocks, each with its 小计; the 合计 counts everything twice, or the subtotals alone. */
export function makeSubtotals(name: string, seed: number): IndicatorWorkbook {
  const random = makeRandom(seed);
  const draft = makeDraft(name, "subtotals");
  const pen = draft.sheet("分类汇总");
  pen.line(0, ["类别", "医疗机构", "床位数（张）", "出院人数（人）", "医疗收入（万元）"]);
  const groups: readonly (readonly [string, readonly string[]])[] = [["市级", hospitals.slice(0, 4)], ["县级", hospitals.slice(4, 9)]];
  let row = 1;
  const subtotals: number[] = [];
  for (const [category, members] of groups) {
    const top = row;
    for (const member of members) pen.line(row++, [category, member, random.whole(200, 1200), random.whole(5_000, 48_000), random.whole(900_000, 9_000_000) / 100]);
    pen.line(row, [category, "小计"]);
    for (let column = 2; column <= 4; column++) {
      pen.put(row, column, sumOf(pen, top, column, row - 1, column));
      mark(draft, pen, row, column, undefined);
    }
    subtotals.push(row++);
  }
  pen.line(row, ["总计", null]);
  const twice = 2 + (seed % 3);
  for (let column = 2; column <= 4; column++) {
    const [first = 0, second = 0] = subtotals;
    const parts = [pen.ref(first, column), pen.ref(second, column)] as const;
    const sum = { text: `${parts[0].text}+${parts[1].text}`, value: Number(parts[0].value) + Number(parts[1].value) };
    pen.put(row, column, column === twice ? sumOf(pen, 1, column, row - 1, column) : sum);
    mark(draft, pen, row, column, column === twice ? "subtotals counted twice" : undefined);
  }
  return draft.done();
}

function mark(draft: Draft, pen: SheetPen, row: number, column: number, kind: string | undefined): void {
  if (kind === undefined) draft.sound("sum", pen.place(row, column));
  else draft.plant(kind, "consistent-total", pen.place(row, column));
}

/** Columns that no dictionary knows: only the neighbours tell what is wrong. */
export function makeScores(name: string, seed: number): IndicatorWorkbook {
  const random = makeRandom(seed);
  const draft = makeDraft(name, "formulas without definition");
  const pen = draft.sheet("考评得分");
  pen.line(0, ["县区", "资料得分", "现场得分", "加分", "综合得分", "折算分"]);
  const rows = 11;
  const [oddScore = 0, oddFold = 0] = random.shuffle(Array.from({ length: rows - 2 }, (_, index) => index + 1));
  for (const [index, place] of random.shuffle(counties).slice(0, rows).entries()) {
    const row = index + 1;
    pen.line(row, [place, random.whole(70, 99), random.whole(65, 98), random.whole(0, 5)]);
    const [papers, site, bonus] = [1, 2, 3].map((column) => pen.ref(row, column)) as [Piece, Piece, Piece];
    const numbers = [papers, site, bonus].map(({ value }) => Number(value)) as [number, number, number];
    const isOdd = index === oddScore;
    pen.put(row, 4, isOdd ? { text: `${papers.text}*0.6+${site.text}*0.4+${bonus.text}`, value: numbers[0] * 0.6 + numbers[1] * 0.4 + numbers[2] } : { text: `${papers.text}*0.4+${site.text}*0.6+${bonus.text}`, value: numbers[0] * 0.4 + numbers[1] * 0.6 + numbers[2] });
    mean(4, isOdd ? "other weights than its neighbours" : undefined);
    const source = index === oddFold ? pen.ref(row - 1, 4) : pen.ref(row, 4);
    pen.put(row, 5, { text: `${source.text}*0.2`, value: Number(source.value) * 0.2 });
    mean(5, index === oddFold ? "another row than its neighbours" : undefined);
    function mean(column: number, kind: string | undefined): void {
      if (kind === undefined) draft.sound("as its neighbours", pen.place(row, column));
      else draft.plant(kind, "consistent-formula", pen.place(row, column));
    }
  }
  return draft.done();
}

/** An error that starts in one cell and spreads over others. */
export function makeErrors(name: string, seed: number): IndicatorWorkbook {
  const random = makeRandom(seed);
  const draft = makeDraft(name, "errors that spread");
  const pen = draft.sheet("测算");
  const prices = draft.sheet("单价");
  prices.line(0, ["项目", "单价（元）"]);
  const items = ["道闸", "地磁", "标牌", "监控", "充电桩"];
  for (const [index, item] of items.slice(0, 4).entries()) prices.line(index + 1, [item, random.whole(80, 4_000)]);
  pen.line(0, ["项目", "数量", "单价（元）", "金额（元）"]);
  for (const [index, item] of items.entries()) {
    const row = index + 1;
    pen.line(row, [item, random.whole(2, 60)]);
    const found = prices.valueAt(index + 1, 1);
    pen.put(row, 2, { text: `VLOOKUP(${pen.ref(row, 0).text},${prices.range(1, 0, 4, 1, "both", pen.name)},2,FALSE)`, value: found ?? { error: "#N/A" } });
    pen.put(row, 3, { text: `${pen.ref(row, 1).text}*${pen.ref(row, 2).text}`, value: found === null ? { error: "#N/A" } : Number(pen.valueAt(row, 1)) * Number(found) });
    if (found === null) draft.plant("price not found", "no-formula-error", pen.place(row, 2));
    else draft.sound("lookup", pen.place(row, 2));
    draft.sound("product", pen.place(row, 3));
  }
  pen.line(items.length + 1, ["合计"]);
  pen.put(items.length + 1, 3, { text: `SUM(${pen.range(1, 3, items.length, 3)})`, value: { error: "#N/A" } });
  draft.sound("error from elsewhere", pen.place(items.length + 1, 3));
  return draft.done();
}
