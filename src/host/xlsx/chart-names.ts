import type { OwnChart } from "../../core/chart";
import { chartMarks, isChartMark } from "../chart-mark";
import { withoutControls } from "./chart-xml";
import { insertBehind } from "./package-entries";
import { attributeOf, encodeElementText } from "./xml";

/** Elements that stand before <definedNames>, the last first (ECMA-376 part 1, 18.2.27). */
const beforeNames = ["externalReferences", "functionGroups", "sheets"];

/** The workbook's XML with hidden names that keep just these charts of a worksheet. */
export function setChartNames(workbook: string, sheet: string, charts: readonly OwnChart[]): string {
  // a local name counts all sheets, also those that hold no cells
  const place = [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].findIndex(([tag]) => attributeOf(tag, "name") === sheet);
  const bare = withoutChartNames(workbook, place);
  const marks = chartMarks(charts, sheet);
  if (place === -1 || marks.length === 0) return bare;
  const elements = (prefix: string): string => marks.map(({ name, formula }) => `<${prefix}definedName name="${name}" localSheetId="${place}" hidden="1">${encodeElementText(withoutControls(formula.slice(1)))}</${prefix}definedName>`).join("");
  const close = /<\/((?:\w+:)?)definedNames>/.exec(bare);
  if (close !== null) return `${bare.slice(0, close.index)}${elements(close[1] ?? "")}${bare.slice(close.index)}`;
  const without = bare.replace(/<(?:\w+:)?definedNames\s*\/>/, "");
  return insertBehind(without, beforeNames, (prefix) => `<${prefix}definedNames>${elements(prefix)}</${prefix}definedNames>`) ?? bare;
}

function withoutChartNames(workbook: string, place: number): string {
  const bare = workbook.replace(/<((?:\w+:)?)definedName\s[^>]*>[^<]*<\/\1definedName>/g, (element) => {
    const tag = element.slice(0, element.indexOf(">") + 1);
    return isChartMark(attributeOf(tag, "name") ?? "") && Number(attributeOf(tag, "localSheetId")) === place ? "" : element;
  });
  return bare === workbook ? workbook : bare.replace(/<((?:\w+:)?)definedNames>\s*<\/\1definedNames>/, "");
}
