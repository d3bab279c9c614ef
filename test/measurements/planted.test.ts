import { rules } from "../../src/rules";
import { indicatorWorkbooks } from "../support/indicator-workbooks";
import { judge } from "../support/indicator-workbooks/judge";
import { recalculate, soffice } from "../support/indicator-workbooks/recalculate";

const workbooks = indicatorWorkbooks();
const planted = workbooks.flatMap((made) => made.planted);
const sound = workbooks.flatMap((made) => made.sound);

/** Rules that defects are planted for and that are not written yet. */
const missing = [...new Set(planted.map(({ rule }) => rule))].filter((id) => !rules.some((rule) => rule.id === id));

test("there are enough of both, and the same every time", () => {
  expect(planted.length).toBeGreaterThanOrEqual(150);
  expect(sound.length).toBeGreaterThanOrEqual(150);
  expect(indicatorWorkbooks()).toEqual(workbooks);
});

test.each(workbooks)("$name: no cell is planted and sound", ({ planted: defects, sound: cells }) => {
  const wrong = new Set(defects.map(({ sheet, at }) => `${sheet}!${at}`));
  expect(cells.filter(({ sheet, at }) => wrong.has(`${sheet}!${at}`))).toEqual([]);
});

(missing.length === 0 ? test : test.skip)("the rules find what is planted and leave the sound cells alone", () => {
  const verdicts = workbooks.map((made) => judge(made));
  const found = verdicts.flatMap((verdict) => verdict.found).length;
  const missed = verdicts.flatMap((verdict) => verdict.missed);
  const wrong = verdicts.flatMap((verdict) => verdict.false);
  // the lists are there to be read when the figures fall short
  expect({ recall: found / planted.length >= 0.98 ? "enough" : missed }).toEqual({ recall: "enough" });
  expect({ precision: found / (found + wrong.length) >= 0.98 ? "enough" : wrong }).toEqual({ precision: "enough" });
});

(soffice === undefined ? test.skip : test)(
  "LibreOffice computes the same values",
  async () => {
    const { compared, differences } = await recalculate(workbooks, soffice ?? "");
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(400);
  },
  300_000,
);
