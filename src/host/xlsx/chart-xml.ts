import { stringifyReference } from "../../core/address";
import type { ChartSeries, OwnChart } from "../../core/chart";
import { cellRange, isError, textOf, valueAt, type CellValue, type Rectangle, type Worksheet } from "../../core/workbook";
import { chartLine, chartText, fillOf, hasLegend, hasLevelNames, isOfParts, isRound, labelFormat, textOn } from "../chart-colors";
import { encodeElementText, encodeEntities } from "./xml";

/** Names of the drawing languages; strict workbooks have their own. */
export type DrawingNamespaces = { readonly sheetDrawing: string; readonly main: string; readonly chart: string; readonly relation: string };

export function drawingNamespaces(relation: string): DrawingNamespaces {
  const base = relation.includes("purl.oclc.org") ? "http://purl.oclc.org/ooxml/drawingml/" : "http://schemas.openxmlformats.org/drawingml/2006/";
  return { sheetDrawing: `${base}spreadsheetDrawing`, main: `${base}main`, chart: `${base}chart`, relation };
}

const titleSize = 1200;
const textSize = 900;
/** In the order in which they appear; any two will do. */
const categoryAxis = 111111111;
const valueAxis = 222222222;

/** A chart's XML, with the values its worksheet has now, so that a viewer that computes nothing shows it too. */
export function writeChart(chart: OwnChart, worksheet: Worksheet, font: string | undefined, { main, chart: namespace }: DrawingNamespaces): string {
  const { title, kind } = chart;
  const plot = isRound(kind) ? round(chart, worksheet) : `${kind === "line" ? lines(chart, worksheet) : bars(chart, worksheet)}${axes(chart)}`;
  const legend = hasLegend(chart) ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>` : "";
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="${namespace}" xmlns:a="${main}"><c:roundedCorners val="0"/>`,
    `<c:chart>${titled(title)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}</c:plotArea>${legend}<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>`,
    `<c:spPr>${solid("FFFFFF")}<a:ln w="9525">${solid(chartLine)}</a:ln></c:spPr>`,
    `<c:txPr><a:bodyPr/><a:p><a:pPr>${run("defRPr", textSize, chartText, false, font)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`,
    "</c:chartSpace>",
  ].join("");
}

function titled(title: string): string {
  const lines = title.split(/\r\n|\r|\n/).map((line) => `<a:p><a:pPr>${run("defRPr", titleSize, chartText, true)}</a:pPr><a:r>${run('rPr lang="zh-CN"', titleSize, chartText, true)}<a:t>${encodeElementText(withoutControls(line))}</a:t></a:r></a:p>`);
  return `<c:title><c:tx><c:rich><a:bodyPr/>${lines.join("")}</c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** What XML cannot hold shows nothing anyway. */
export function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
}

function run(tag: string, size: number, color: string, isBold: boolean, font?: string): string {
  const face = font === undefined ? "" : ["latin", "ea"].map((name) => `<a:${name} typeface="${encodeEntities(font)}"/>`).join("");
  return `<a:${tag} sz="${size}" b="${isBold ? 1 : 0}">${solid(color)}${face}</a:${tag.split(" ")[0] ?? ""}>`;
}

function solid(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
}

/** A thin white line keeps areas of like brightness apart. */
function area(color: string): string {
  return `<c:spPr>${solid(color)}<a:ln w="9525">${solid("FFFFFF")}</a:ln></c:spPr>`;
}

function bars(chart: OwnChart, worksheet: Worksheet): string {
  const isStacked = isOfParts(chart.kind);
  const series = chart.series.map((one, index) => {
    const fill = fillOf(one.color, index, chart);
    return serieses(one, index, chart, worksheet, { look: `${area(fill)}<c:invertIfNegative val="0"/>`, labels: labels(chart, isStacked ? "ctr" : "outEnd", isStacked ? textOn(fill) : chartText) });
  });
  const direction = chart.kind.endsWith("bar") ? "bar" : "col";
  return `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${isStacked ? "stacked" : "clustered"}"/><c:varyColors val="0"/>${series.join("")}<c:gapWidth val="60"/>${isStacked ? '<c:overlap val="100"/>' : ""}${axisIds}</c:barChart>`;
}

function lines(chart: OwnChart, worksheet: Worksheet): string {
  const series = chart.series.map((one, index) => {
    const color = fillOf(one.color, index, chart);
    const look = `<c:spPr><a:ln w="28575" cap="rnd">${solid(color)}<a:round/></a:ln></c:spPr><c:marker><c:symbol val="${symbols[index % symbols.length] ?? "circle"}"/><c:size val="6"/>${area(color)}</c:marker>`;
    return serieses(one, index, chart, worksheet, { look, labels: labels(chart, "t", chartText), tail: '<c:smooth val="0"/>' });
  });
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join("")}<c:marker val="1"/>${axisIds}</c:lineChart>`;
}

/** Lines are told apart in grey print by their points. */
const symbols = ["circle", "square", "triangle", "diamond"];

function round(chart: OwnChart, worksheet: Worksheet): string {
  const series = chart.series.map((one, index) => {
    const count = cellsOf(one.values).length;
    const points = Array.from({ length: count }, (_, point) => fillOf(one.pointColors?.[point], point, chart));
    const look = points.map((fill, point) => `<c:dPt><c:idx val="${point}"/><c:bubble3D val="0"/>${area(fill)}</c:dPt>`).join("");
    const own = points.map((fill, point) => `<c:dLbl><c:idx val="${point}"/>${labelLook(chart, undefined, textOn(fill))}</c:dLbl>`).join("");
    return serieses(one, index, chart, worksheet, { look, labels: `<c:dLbls>${own}${labelLook(chart, undefined, chartText)}<c:showLeaderLines val="0"/></c:dLbls>` });
  });
  const name = chart.kind === "pie" ? "pieChart" : "doughnutChart";
  return `<c:${name}><c:varyColors val="1"/>${series.join("")}<c:firstSliceAng val="0"/>${chart.kind === "pie" ? "" : '<c:holeSize val="55"/>'}</c:${name}>`;
}

type SeriesParts = { readonly look: string; readonly labels: string; readonly tail?: string };

function serieses({ name, values }: ChartSeries, index: number, { categories }: OwnChart, worksheet: Worksheet, { look, labels: labelled, tail = "" }: SeriesParts): string {
  const text = typeof name === "string" ? `<c:v>${encodeElementText(withoutControls(name))}</c:v>` : texts(cellRange(worksheet.name, name.row, name.column), worksheet);
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${text}</c:tx>${look}${labelled}<c:cat>${texts(categories, worksheet)}</c:cat><c:val>${numbers(values, worksheet)}</c:val>${tail}</c:ser>`;
}

function labels(chart: OwnChart, position: string, color: string): string {
  return `<c:dLbls>${labelLook(chart, position, color)}</c:dLbls>`;
}

function labelLook(chart: OwnChart, position: string | undefined, color: string): string {
  const format = labelFormat(chart);
  const numbered = format === undefined ? "" : `<c:numFmt formatCode="${encodeEntities(format)}" sourceLinked="0"/>`;
  const text = `<c:txPr><a:bodyPr/><a:p><a:pPr>${run("defRPr", textSize, color, false)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
  const shown = ["LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"].map((name) => `<c:show${name} val="${name === "Val" ? 1 : 0}"/>`).join("");
  return `${numbered}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${text}${position === undefined ? "" : `<c:dLblPos val="${position}"/>`}${shown}`;
}

const axisIds = `<c:axId val="${categoryAxis}"/><c:axId val="${valueAxis}"/>`;

/** Values stand at their bars, so only lines have an axis to read them off. */
function axes(chart: OwnChart): string {
  const { kind, mayBeNegative } = chart;
  const isLying = kind.endsWith("bar");
  const line = `<c:spPr><a:ln w="9525">${solid(chartLine)}</a:ln></c:spPr>`;
  const least = kind === "line" || mayBeNegative === true ? "" : '<c:min val="0"/>';
  const hasScale = kind === "line";
  const grid = hasScale ? `<c:majorGridlines>${line.replace("9525", "6350").replace(chartLine, "E0E0E0")}</c:majorGridlines>` : "";
  const level = hasLevelNames(chart) ? `<c:txPr><a:bodyPr rot="0" vert="horz"/><a:p><a:pPr>${run("defRPr", textSize, chartText, false)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>` : "";
  const marks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>';
  return [
    // bars are read from the top down
    `<c:catAx><c:axId val="${categoryAxis}"/><c:scaling><c:orientation val="${isLying ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/><c:axPos val="${isLying ? "l" : "b"}"/><c:numFmt formatCode="General" sourceLinked="1"/>${marks}<c:tickLblPos val="low"/>${line}${level}<c:crossAx val="${valueAxis}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="${valueAxis}"/><c:scaling><c:orientation val="minMax"/>${least}</c:scaling><c:delete val="${hasScale ? 0 : 1}"/><c:axPos val="${isLying ? "b" : "l"}"/>${grid}<c:numFmt formatCode="General" sourceLinked="1"/>${marks}<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="${categoryAxis}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
  ].join("");
}

function cellsOf({ top, left, bottom, right }: Rectangle): { row: number; column: number }[] {
  const cells: { row: number; column: number }[] = [];
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) cells.push({ row, column });
  return cells;
}

function texts(place: Rectangle, worksheet: Worksheet): string {
  const points = cached(place, worksheet, (value) => (value === null ? undefined : textOf(value)));
  return `<c:strRef><c:f>${formula(place, worksheet)}</c:f><c:strCache>${points}</c:strCache></c:strRef>`;
}

function numbers(place: Rectangle, worksheet: Worksheet): string {
  const points = cached(place, worksheet, (value) => (typeof value === "number" && !isError(value) ? String(value) : undefined));
  return `<c:numRef><c:f>${formula(place, worksheet)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points}</c:numCache></c:numRef>`;
}

function formula({ top, left, bottom, right }: Rectangle, { name }: Worksheet): string {
  return encodeElementText(stringifyReference({ sheet: name, top, left, bottom, right }));
}

function cached(place: Rectangle, worksheet: Worksheet, write: (value: CellValue) => string | undefined): string {
  const cells = cellsOf(place);
  const points = cells.map(({ row, column }, index) => {
    const text = write(valueAt(worksheet, row, column));
    return text === undefined ? "" : `<c:pt idx="${index}"><c:v>${encodeElementText(withoutControls(text))}</c:v></c:pt>`;
  });
  return `<c:ptCount val="${cells.length}"/>${points.join("")}`;
}
