import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringifyAddress } from "../src/core/address";
import { check } from "../src/core/check";
import { setCell, type Change, type Edit } from "../src/core/edit";
import { defaultSettings } from "../src/core/settings";
import { formulaAt, textOf, valueAt, type Workbook, type Worksheet } from "../src/core/workbook";
import { keysOf } from "../src/formula/expression";
import { evaluate } from "../src/formula/quotient";
import { createMemoryHost } from "../src/host/memory-host";
import { newXlsx } from "../src/host/xlsx/new-workbook";
import { createXlsxHost } from "../src/host/xlsx/xlsx-host";
import { indicatorParts } from "../src/indicator-parts";
import { indicators } from "../src/indicators/dictionary/index";
import type { Indicator } from "../src/indicators/indicator";
import { rules } from "../src/rules";
import { templates } from "../src/templates";
import { soffice } from "./support/indicator-workbooks/recalculate";
import { makeWorkbook } from "./support/make-workbook";

const sheet = "指标监测表";
const counties = ["青石县", "白沙县", "临江区"];
const blank = makeWorkbook([{ name: "Sheet1", cells: [] }]);

type Form = { readonly title: string; readonly chosen: readonly Indicator[]; readonly entities: readonly string[]; readonly withTargets: boolean };

const categories = [...new Set(indicators.map(({ category }) => category))];
const sets: readonly (readonly [string, readonly Indicator[]])[] = [["all", indicators], ...categories.map((category) => [category ?? "no category", indicators.filter((one) => one.category === category)] as const), ...indicators.map((one) => [one.name, [one]] as const)];
const forms: readonly Form[] = sets.flatMap(([name, chosen]) => [[], counties].flatMap((entities) => [true, false].map((withTargets) => ({ title: `${name}, ${entities.length === 0 ? "by row" : "by county"}${withTargets ? ", with targets" : ""}`, chosen, entities, withTargets }))));

function changesFor({ chosen, entities, withTargets }: Form, workbook: Workbook): readonly Change[] {
  return indicatorParts.sheetChanges({ indicators: chosen.map(({ name }) => name), sheet, title: "云溪市指标监测表", entities, period: "2025年", withTargets }, workbook);
}

function found(workbook: Workbook): string[] {
  return check({ workbook, templates, rules, settings: defaultSettings("2026-07-01") }).diagnostics.map(({ severity, rule, range, message }) => `${severity} ${rule} ${stringifyAddress(range)} ${message.zh}`);
}

const isGrave = (line: string): boolean => !line.startsWith("info");

test("the dictionary is offered, the workbook's own indicators first", () => {
  const own = makeWorkbook([{ name: "指标字典", cells: [["指标名称", "分子", "分母", "计量单位"], ["泊位周转率", "停放车次", "泊位总数", "%"]] }]);
  expect(indicatorParts.offeredIn(blank).map(({ name }) => name)).toEqual(indicators.map(({ name }) => name));
  expect(indicatorParts.offeredIn(own)[0]).toMatchObject({ name: "泊位周转率", certainty: "workbook" });
  expect(indicatorParts.offeredIn(own)).toHaveLength(indicators.length + 1);
});

test("every sheet that can be made is recognised and clean while it is empty", async () => {
  const problems: string[] = [];
  for (const form of forms) {
    const host = createMemoryHost(blank);
    await host.apply(changesFor(form, blank));
    const workbook = await host.read();
    problems.push(...found(workbook).map((line) => `${form.title}: ${line}`));
    if (indicatorParts.entriesOf(check({ workbook, templates, rules, settings: defaultSettings("2026-07-01") }), workbook).length !== form.chosen.length) problems.push(`${form.title}: not all indicators are found again`);
  }
  expect(problems).toEqual([]);
}, 60_000);

test("written to a file it is the same as in memory", async () => {
  for (const entities of [[], counties]) {
    const form = { title: "", chosen: indicators, entities, withTargets: true };
    const host = await createXlsxHost(newXlsx());
    await host.apply(changesFor(form, await host.read()));
    expect(found(await (await createXlsxHost(await host.save())).read())).toEqual([]);
  }
}, 60_000);

/** Inputs by which an indicator has a value that nobody would wonder at. */
function inputsFor({ expression, soft, hard, unit }: Indicator): Map<string, number> {
  if (expression === undefined) return new Map();
  const values = new Map(keysOf(expression).map((key, index) => [key, 2000 - 300 * index]));
  const [first] = values.keys();
  const middle = ({ min, max }: { readonly min?: number; readonly max?: number }): number => (min !== undefined && max !== undefined ? (min + max) / 2 : (min ?? max ?? 1));
  const wanted = soft !== undefined ? middle(soft) : hard?.max !== undefined ? middle(hard) : unit === "%" ? 4 : 2;
  let [low, high] = [1e-3, 1e9];
  const at = (value: number): number => evaluate(expression, (key) => (key === first ? value : values.get(key))) ?? Number.NaN;
  const rises = at(high) > at(low);
  for (let step = 0; step < 200; step++) {
    const between = Math.sqrt(low * high);
    if (at(between) < wanted === rises) low = between;
    else high = between;
  }
  if (first !== undefined) values.set(first, Number(low.toPrecision(6)));
  return values;
}

/** What a person types into the form's empty input cells. */
function typed(worksheet: Worksheet, { chosen, entities }: Form): Change[] {
  const edits: Edit[] = [];
  const set = (row: number, column: number, value: number): number => edits.push(setCell(sheet, row, column, valueAt(worksheet, row, column), value));
  const at = (row: number, column: number): string => textOf(valueAt(worksheet, row, column));
  const columns = [...worksheet.columns.keys()];
  const rows = Array.from({ length: worksheet.rowCount }, (_, row) => row);
  const name = columns.find((column) => at(1, column) === "指标名称") ?? 0;
  const below = rows.find((row) => at(row, name) === "基础数据") ?? Infinity;
  const amount = columns.find((column) => at(below, column) === "数值") ?? 0;
  for (const indicator of chosen) {
    const inputs = [...inputsFor(indicator)];
    for (const [term, value] of inputs) {
      const column = columns.find((one) => at(1, one) === term);
      if (column !== undefined) for (const index of entities.keys()) set(2 + index, column, Number((value * (1 + index / 100)).toPrecision(6)));
      const row = rows.find((one) => one > below && at(one, name) === term);
      if (row !== undefined) set(row, amount, value);
    }
    if (entities.length > 0) {
      const value = columns.find((column) => at(1, column).startsWith(indicator.name));
      if (value !== undefined && inputs.length > 0) set(3 + entities.length, value, 2);
    }
    if (entities.length > 0) continue;
    const row = rows.find((one) => at(one, name) === indicator.name) ?? 0;
    const [over, under] = ["分子", "分母"].map((header) => columns.find((column) => at(1, column) === header));
    const formula = formulaAt(worksheet, row, columns.find((column) => at(1, column) === "指标值") ?? 0) ?? "";
    const [first, second] = inputs;
    // a ratio of two terms stands in 分子 and 分母, and its formula says so
    if (inputs.length === 2 && over !== undefined && under !== undefined && formula.includes(stringifyAddress({ top: row, bottom: row, left: under, right: under }))) {
      set(row, over, first?.[1] ?? 0);
      set(row, under, second?.[1] ?? 0);
    }
  }
  return [{ title: { zh: "填数", en: "fill in" }, edits }];
}

/** The first formula that computes an indicator and is judged for certain, ten times too much. */
function planted(worksheet: Worksheet, { chosen, entities }: Form): Change | undefined {
  const isJudged = ({ expression, certainty, unit }: Indicator): boolean => expression !== undefined && certainty !== "own" && unit !== "1:X";
  const indicator = chosen.find(isJudged);
  if (indicator === undefined) return undefined;
  for (let column = 0; column < worksheet.columnCount; column++) {
    for (let row = 2; row < worksheet.rowCount; row++) {
      const formula = formulaAt(worksheet, row, column);
      const isIts = entities.length > 0 ? textOf(valueAt(worksheet, 1, column)).startsWith(indicator.name) : Array.from({ length: column }, (_, left) => textOf(valueAt(worksheet, row, left))).includes(indicator.name);
      if (isIts && formula?.includes("ROUND(") === true) return { title: { zh: "写错", en: "a mistake" }, edits: [setCell(sheet, row, column, { formula }, { formula: formula.replace(/,2\)\)$/, "*10,2))") })] };
    }
  }
  return undefined;
}

(soffice === undefined ? test.skip : test)(`filled in, with LibreOffice's values, it has nothing grave, and a mistake in it is found${soffice === undefined ? " (skipped: no LibreOffice)" : ""}`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "forms-"));
  try {
    mkdirSync(join(folder, "out"));
    // several indicators of one list of counties share terms, and would need inputs that fit them all
    const filled = forms.filter(({ withTargets, entities, chosen }) => withTargets && (entities.length === 0 || chosen.length === 1) && chosen.some(({ expression }) => expression !== undefined));
    const files: { readonly title: string; readonly file: string; readonly isWrong: boolean }[] = [];
    for (const [index, form] of filled.entries()) {
      const host = await createXlsxHost(newXlsx());
      await host.apply(changesFor(form, await host.read()));
      const worksheet = (await host.read()).worksheets.find(({ name }) => name === sheet);
      if (worksheet === undefined) throw new Error(`${form.title} was not written`);
      await host.apply(typed(worksheet, form));
      files.push({ title: form.title, file: `sound${index}.xlsx`, isWrong: false });
      writeFileSync(join(folder, `sound${index}.xlsx`), await host.save());
      const mistake = planted(worksheet, form);
      if (mistake === undefined) continue;
      expect((await host.apply([mistake])).applied).toHaveLength(1);
      files.push({ title: form.title, file: `wrong${index}.xlsx`, isWrong: true });
      writeFileSync(join(folder, `wrong${index}.xlsx`), await host.save());
    }
    for (let from = 0; from < files.length; from += 80) execFileSync(soffice ?? "", ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out"), ...files.slice(from, from + 80).map(({ file }) => join(folder, file))], { stdio: "ignore", timeout: 240_000 });
    const problems: string[] = [];
    let values = 0;
    for (const { title, file, isWrong } of files) {
      const workbook = await (await createXlsxHost(new Uint8Array(readFileSync(join(folder, "out", file))))).read();
      const lines = found(workbook).filter(isGrave);
      if (!isWrong) problems.push(...lines.map((line) => `${title}: ${line}`));
      else if (!lines.some((line) => /valid-indicator-formula|valid-percent-scale/.test(line))) problems.push(`${title}: the mistake is not found; ${lines.join("; ")}`);
      for (const { columns } of workbook.worksheets) {
        for (const [index, column] of columns.entries()) {
          for (const row of column?.formulas.keys() ?? []) {
            if (typeof column?.values[row] === "number") values += 1;
            else if (!isWrong) problems.push(`${title}: no value at ${stringifyAddress({ top: row, bottom: row, left: index, right: index })}`);
          }
        }
      }
    }
    expect(problems).toEqual([]);
    expect(values).toBeGreaterThan(200);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);
