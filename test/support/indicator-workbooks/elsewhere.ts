import { textOf } from "../../../src/core/workbook";
import { plantIn, type Dealer, type Scene } from "./defects";
import { makeDraft, type IndicatorWorkbook, type Piece, type SheetPen } from "./draft";
import { stylesFor } from "./formulas";
import { counties } from "./places";
import { makeRandom } from "./random";
import { draw, headed, type Subject } from "./subjects";

export type ItemOptions = { readonly name: string; readonly layout: string; readonly seed: number; readonly subjects: readonly Subject[]; /** Where the inputs stand. */ readonly inputs: "other sheet" | "above" | "below" | "names" };

/** Inputs an item a row, indicators in another table, on another sheet or by defined names. */
export function makeItems({ name, layout, seed, subjects, inputs }: ItemOptions, deal: Dealer): IndicatorWorkbook {
  const random = makeRandom(seed);
  const draft = makeDraft(name, layout);
  const isSameSheet = inputs === "above" || inputs === "below";
  const sheet = draft.sheet(isSameSheet ? "指标" : "指标计算");
  const data = isSameSheet ? sheet : draft.sheet(random.pick(["基础数据", "数据表 1", "原始数据"]));
  const items = subjects.flatMap((subject) => ["over", "under", "decoy"].map((part) => ({ subject, part: part as "over" | "under" | "decoy" })));
  const dataTop = inputs === "below" ? subjects.length + 5 : 0;
  data.put(dataTop, 0, "基础数据");
  data.line(dataTop + 1, ["序号", "项目", "计量单位", "数值"]);
  const rowOf = new Map<string, number>();
  const drawn = new Map(subjects.map((subject) => [subject, draw(subject, random)]));
  for (const [index, { subject, part }] of random.shuffle(items).entries()) {
    const row = dataTop + 2 + index;
    const term = part === "decoy" ? subject.decoy : (subject[part][0] ?? "");
    rowOf.set(`${subject.name} ${part}`, row);
    data.line(row, [index + 1, term, subject.inputUnit === "" ? "—" : subject.inputUnit, drawn.get(subject)?.[part] ?? null]);
    if (inputs === "names") draft.name(term, `=${data.ref(row, 3, "both", "").text}`);
  }
  const top = inputs === "above" ? dataTop + 2 + items.length + 2 : 2;
  sheet.put(top - 2, 0, "指标计算结果");
  sheet.line(top - 1, ["序号", "指标名称", "指标值", "备注"]);
  const hold = random.pick(["", "both", "row"] as const);
  const scenes = subjects.map((subject, index): Scene => {
    const row = top + index;
    sheet.line(row, [index + 1, subject.name]);
    const spot = (part: "over" | "under" | "decoy", of = subject): { pen: SheetPen; row: number; column: number } => ({ pen: data, row: rowOf.get(`${of.name} ${part}`) ?? -1, column: 3 });
    const refTo = (part: "over" | "under" | "decoy", of = subject) => (): Piece => {
      const { row: at, column } = spot(part, of);
      const piece = data.ref(at, column, hold, sheet.name);
      return inputs === "names" ? { ...piece, text: textOf(data.valueAt(at, 1)) } : piece;
    };
    const other = subjects[(index + 1) % subjects.length] ?? subject;
    return { subject, style: random.pick(stylesFor(subject)), value: { pen: sheet, row, column: 2 }, over: spot("over"), under: spot("under"), refOver: refTo("over"), refUnder: refTo("under"), refDecoy: refTo("decoy"), refOtherOver: refTo("over", other), refOtherUnder: refTo("under", other), isFar: !isSameSheet };
  });
  plantIn(scenes, 0.5, draft, deal, random);
  return draft.done();
}

export type LookupOptions = { readonly name: string; readonly layout: string; readonly seed: number; readonly subjects: readonly Subject[]; readonly how: "INDEX" | "VLOOKUP" | "XLOOKUP" | "SUMIFS" | "direct" };

const lookupStyles = ["a/b*100", "ROUND", "IFERROR", "percent format", "(a*100)/b", "(a-b)/b*100", "(a/b-1)*100"];

/** The same places in another order on another sheet, fetched by their names. */
export function makeLookups({ name, layout, seed, subjects, how }: LookupOptions, deal: Dealer): IndicatorWorkbook {
  const random = makeRandom(seed);
  const draft = makeDraft(name, layout);
  const sheet = draft.sheet("指标汇总");
  const data = draft.sheet("数据");
  const rows = 9;
  const places = random.shuffle(counties).slice(0, rows);
  data.line(0, ["县区", ...subjects.flatMap((subject) => [headed(subject.over[0] ?? "", subject.inputUnit), headed(subject.decoy, subject.inputUnit), headed(subject.under[0] ?? "", subject.inputUnit)])]);
  const shuffled = random.shuffle(places);
  for (const [index, place] of shuffled.entries()) data.line(1 + index, [place, ...subjects.flatMap((subject) => {
    const { over, decoy, under } = draw(subject, random);
    return [over, decoy, under];
  })]);
  sheet.put(0, 0, "各县区指标汇总表");
  sheet.line(1, ["县区", ...subjects.map((subject) => subject.name)]);
  const lookUp = (row: number, column: number): Piece => fetch({ how, key: sheet.ref(row, 0, "column"), data, rows, width: subjects.length * 3, column, sheet });
  const scenes = subjects.flatMap((subject, group) => {
    const style = random.pick(stylesFor(subject).filter(({ name: title }) => lookupStyles.includes(title)));
    return places.map((place, index): Scene => {
      const row = 2 + index;
      if (group === 0) sheet.put(row, 0, place);
      const dataRow = shuffled.indexOf(place) + 1;
      const [over, decoy, under] = [1, 2, 3].map((offset) => group * 3 + offset) as [number, number, number];
      const other = index === rows - 1 ? row - 1 : row + 1;
      const at = (column: number) => ({ pen: data, row: dataRow, column });
      return { subject, style, value: { pen: sheet, row, column: group + 1 }, over: at(over), under: at(under), refOver: () => lookUp(row, over), refUnder: () => lookUp(row, under), refDecoy: () => lookUp(row, decoy), refOtherOver: () => lookUp(other, over), refOtherUnder: () => lookUp(other, under), isFar: true };
    });
  });
  plantIn(scenes, 0.34, draft, deal, random);
  return draft.done();
}

type Fetch = { readonly how: LookupOptions["how"]; readonly key: Piece; readonly data: SheetPen; readonly rows: number; readonly width: number; readonly column: number; readonly sheet: SheetPen };

function fetch({ how, key, data, rows, width, column, sheet }: Fetch): Piece {
  const keys = data.range(1, 0, rows, 0, "both", sheet.name);
  const values = data.range(1, column, rows, column, "both", sheet.name);
  const row = Array.from({ length: rows }, (_, index) => index + 1).find((index) => data.valueAt(index, 0) === key.value) ?? -1;
  const found = data.ref(row, column, "", sheet.name);
  switch (how) {
    case "INDEX":
      return { ...found, text: `INDEX(${values},MATCH(${key.text},${keys},0))` };
    case "VLOOKUP":
      return { ...found, text: `VLOOKUP(${key.text},${data.range(1, 0, rows, width, "both", sheet.name)},${column + 1},FALSE)` };
    case "XLOOKUP":
      return { ...found, text: `XLOOKUP(${key.text},${keys},${values})`, isForeign: true };
    case "SUMIFS":
      // texts are no part of a sum
      return { text: `SUMIFS(${values},${keys},${key.text})`, value: typeof found.value === "number" ? found.value : 0 };
    case "direct":
      return found;
  }
}
