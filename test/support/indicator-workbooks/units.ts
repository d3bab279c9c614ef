import { makeDraft, type IndicatorWorkbook } from "./draft";
import { counties } from "./places";
import { makeRandom } from "./random";
import { draw, healthSubjects, type Subject } from "./subjects";

/** Numerator and denominator in different units: 万人次 and 人次; some formulas forget it. */
export function makeUnits(name: string, seed: number, subject: Subject = healthSubjects[0] as Subject): IndicatorWorkbook {
  const random = makeRandom(seed);
  const draft = makeDraft(name, "inputs in different units");
  const pen = draft.sheet("指标监测");
  const isOverScaled = seed % 2 === 0;
  const scaled = `万${subject.inputUnit}`;
  const units = subject.inputUnit === "万元" ? ["亿元", "万元"] : [scaled, subject.inputUnit];
  const [overUnit = "", underUnit = ""] = isOverScaled ? units : [units[1], units[0]];
  pen.line(0, ["县区", `${subject.over[0]}（${overUnit}）`, `${subject.under[0]}（${underUnit}）`, subject.name]);
  const rows = 8;
  const wrong = random.shuffle(Array.from({ length: rows }, (_, index) => index)).slice(0, 2);
  for (const [index, place] of random.shuffle(counties).slice(0, rows).entries()) {
    const row = index + 1;
    const { over, under } = draw(subject, random);
    pen.line(row, [place, isOverScaled ? over / 10_000 : over, isOverScaled ? under : under / 10_000]);
    const [a, b] = [pen.ref(row, 1), pen.ref(row, 2)];
    const [x, y] = [Number(a.value), Number(b.value)];
    const isWrong = wrong.includes(index);
    const right = isOverScaled ? { text: index % 3 === 0 ? `${a.text}/(${b.text}/10000)*100` : `${a.text}*10000/${b.text}*100`, value: ((x * 10_000) / y) * 100 } : { text: index % 3 === 0 ? `${a.text}/10000/${b.text}*100` : `${a.text}/(${b.text}*10000)*100`, value: (x / (y * 10_000)) * 100 };
    pen.put(row, 3, isWrong ? { text: `${a.text}/${b.text}*100`, value: (x / y) * 100 } : right, "0.00");
    if (isWrong) draft.plant("unit not converted", "valid-indicator-formula", pen.place(row, 3));
    else draft.sound("unit converted", pen.place(row, 3));
  }
  return draft.done();
}
