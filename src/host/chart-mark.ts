import { parseAddress, stringifyReference } from "../core/address";
import type { ChartColor, ChartKind, ChartSeries, OwnChart } from "../core/chart";
import type { DefinedName, Rectangle } from "../core/workbook";
import { lightLooks, lightSchemes } from "./format-mark";

/**
 * What a chart of ours shows is kept in hidden names of its worksheet, whose references every program moves with the
 * cells: CHOOSE(1,"…",references). The chart itself is known by its name.
 */
export const chartMarkOpening = "_qd.chart.";
const chartOpening = "qingdan:";

export const chartKinds: readonly ChartKind[] = ["column", "stacked-column", "bar", "stacked-bar", "pie", "doughnut", "line"];

export function chartName({ id }: Pick<OwnChart, "id">): string {
  return `${chartOpening}${id}`;
}

export function isOwnChartName(name: string): boolean {
  return name.startsWith(chartOpening);
}

/** A name of ours about a chart; other names are none of our business. */
export function isChartMark(name: string): boolean {
  return name.startsWith(chartMarkOpening);
}

/** The names that keep the charts of a worksheet: of each one for itself and one for each of its series. */
export function chartMarks(charts: readonly OwnChart[], sheet: string): (DefinedName & { readonly sheet: string })[] {
  return charts.flatMap(({ id, title, kind, anchor, categories, series, lights, valueFormat, mayBeNegative }, index) => {
    const name = `${chartMarkOpening}${index + 1}`;
    return [
      { name, sheet, formula: choose({ id, title, kind, lights, valueFormat, mayBeNegative }, [anchor, categories], sheet) },
      ...series.map((one, place) => ({ name: `${name}.${place + 1}`, sheet, formula: seriesFormula(one, sheet) })),
    ];
  });
}

function seriesFormula({ name, values, color, pointColors }: ChartSeries, sheet: string): string {
  if (typeof name === "string") return choose({ name, color, pointColors }, [values], sheet);
  return choose({ color, pointColors }, [values, { top: name.row, left: name.column, bottom: name.row, right: name.column }], sheet);
}

/** Excel takes no longer text in a formula. */
const longestText = 250;

function choose(what: object, places: readonly Rectangle[], sheet: string): string {
  const texts: string[] = [];
  let text = "";
  // by whole characters: half a one is no text
  for (const letter of JSON.stringify(what)) {
    if (text.length + letter.length > longestText) {
      texts.push(text);
      text = "";
    }
    text += letter;
  }
  const quoted = [...texts, text].map((one) => `"${one.replace(/"/g, '""')}"`);
  return `=CHOOSE(1,${[...quoted, ...places.map((place) => stringifyReference({ sheet, ...place }))].join(",")})`;
}

/** The charts that these names of one worksheet keep; one that has lost its cells, its categories or all its values is none. */
export function readChartMarks(names: readonly Pick<DefinedName, "name" | "formula">[]): OwnChart[] {
  const byPlace = new Map(names.flatMap(({ name, formula }) => (isChartMark(name) ? [[name.slice(chartMarkOpening.length), formula] as const] : [])));
  const numbers = [...byPlace.keys()].filter((key) => /^\d+$/.test(key)).map(Number).sort((a, b) => a - b);
  return numbers.flatMap((number): OwnChart[] => {
    const head = readChosen(byPlace.get(String(number)) ?? "");
    const series: ChartSeries[] = [];
    for (let place = 1; byPlace.has(`${number}.${place}`); place++) series.push(...readSeries(byPlace.get(`${number}.${place}`) ?? ""));
    const [anchor, categories] = head?.places ?? [];
    const { id, title, kind, lights, valueFormat, mayBeNegative } = head?.what ?? {};
    const known = chartKinds.find((one) => one === kind);
    if (anchor === undefined || categories === undefined || series.length === 0 || typeof id !== "string" || typeof title !== "string" || known === undefined) return [];
    const scheme = lightSchemes.find((one) => one === lights);
    return [{ id, title, kind: known, anchor, categories, series, ...(scheme && { lights: scheme }), ...(typeof valueFormat === "string" && { valueFormat }), ...(mayBeNegative === true && { mayBeNegative }) }];
  });
}

function readSeries(formula: string): ChartSeries[] {
  const { what, places } = readChosen(formula) ?? {};
  const [values, cell] = places ?? [];
  const color = colorFrom(what?.color);
  const pointColors = Array.isArray(what?.pointColors) ? what.pointColors.flatMap((one: unknown) => colorFrom(one) ?? []) : undefined;
  const name = typeof what?.name === "string" ? what.name : cell && { row: cell.top, column: cell.left };
  return values === undefined || name === undefined ? [] : [{ name, values, ...(color && { color }), ...(pointColors && { pointColors }) }];
}

function colorFrom(value: unknown): ChartColor | undefined {
  if (typeof value !== "string") return undefined;
  return lightLooks.find((look) => look === value) ?? (/^#[0-9A-Fa-f]{6}$/.test(value) ? `#${value.slice(1)}` : undefined);
}

type Chosen = { readonly what: Readonly<Record<string, unknown>>; /** A hole where what it refers to is gone. */ readonly places: readonly (Rectangle | undefined)[] };

function readChosen(formula: string): Chosen | undefined {
  const inside = /^=?\s*CHOOSE\(\s*1\s*,/i.exec(formula);
  if (inside === null || !formula.endsWith(")")) return undefined;
  const values = splitArguments(formula.slice(inside[0].length, -1));
  const texts = values.filter((value) => value.startsWith('"'));
  const places = values.slice(texts.length).map((value) => parseAddress(value.slice(value.lastIndexOf("!") + 1)));
  const what = parsed(texts.map((text) => text.slice(1, -1).replace(/""/g, '"')).join(""));
  return what === undefined ? undefined : { what, places };
}

/** At the commas that stand in no text and in no name of a worksheet. */
function splitArguments(text: string): string[] {
  const values: string[] = [];
  let [start, quote] = [0, ""];
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quote !== "") {
      if (letter === quote) quote = "";
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === ",") {
      values.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...values, text.slice(start).trim()];
}

/** Somebody may have changed the name by hand. */
function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
