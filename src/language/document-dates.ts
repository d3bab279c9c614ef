import { addDays, addMonths, type IsoDay } from "./calendar";
import { daysOf, matchPoint, numberOf, type Point } from "./deadline/date-point";
import { fold } from "./fold";

/** What a document says of its own time. */
export type DocumentDates = {
  /** The one year its title names. */
  readonly year?: number;
  readonly issued?: IsoDay;
  readonly validFrom?: IsoDay;
  readonly validTo?: IsoDay;
};

const day = "(?:19|20)\\d\\d[年.-]\\d{1,2}[月.-]\\d{1,2}日?|[一二][〇零][〇零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日";
const issuedBehind = new RegExp(`(${day})(?:正式)?(?:印发|发布|公布|颁布|下发|发文|成文)`, "u");
const issuedBefore = new RegExp(`(?:印发|发布|公布|颁布|下发|发文|成文)(?:日期|时间|之日)?[:为于]?(${day})`, "u");
const effective = new RegExp(`自?(${day})起(?:正式)?(?:施行|实施|执行|生效|试行)`, "u");
const validUntil = new RegExp(`(?:有效期(?:至|到|截至|截止到?)|执行至|施行至|有效至)(${day}|(?:19|20)\\d\\d年(?:\\d{1,2}月)?底?)`, "u");
const validFor = /有效期(?:限)?(?:为|:)?(\d{1,2}|[一二两三四五六七八九十]{1,2})(年|个月)/u;
const titleYear = /(?<!\d)((?:19|20)\d\d|[二][〇零][〇零一二三四五六七八九]{2})(?=年)(?!年(?:\d|[—–~-]))/gu;
const span = /(?:19|20)\d\d年?(?:[—–~-]|至|到)(?:19|20)?\d\d年?/u;

/** Reads the lines around a table, the document's head and its end; titles are those above the table. */
export function readDocumentDates(titles: readonly string[], lines: readonly string[]): DocumentDates {
  const year = yearOfTitles(titles);
  let dates: DocumentDates = year === undefined ? {} : { year };
  for (const line of [...titles, ...lines]) {
    if (/[日印发施效执]/.test(line)) dates = { ...datesOf(line), ...dates };
  }
  return dates;
}

/** Exactly one year, no span of years and no number of a paper. */
function yearOfTitles(titles: readonly string[]): number | undefined {
  const years = new Set<number>();
  for (const title of titles) {
    const { plain } = fold(title.slice(0, 300));
    // a colophon's date is no title
    if (span.test(plain)) return undefined;
    if (issuedBehind.test(plain) || effective.test(plain)) continue;
    for (const [, year = ""] of plain.replace(/〔[^〕]*〕|\[[^\]]*\]/g, "").matchAll(titleYear)) years.add(numberOf(year));
  }
  return years.size === 1 ? [...years][0] : undefined;
}

function datesOf(line: string): DocumentDates {
  const { plain } = fold(line.slice(0, 2000));
  const issued = dayIn(issuedBehind.exec(plain)?.[1] ?? issuedBefore.exec(plain)?.[1]);
  const validFrom = dayIn(effective.exec(plain)?.[1]);
  const until = validUntil.exec(plain)?.[1];
  const length = validFor.exec(plain);
  const months = length === null ? undefined : numberOf(length[1] ?? "") * (length[2] === "年" ? 12 : 1);
  const start = validFrom ?? issued;
  const validTo = dayIn(until) ?? (months === undefined || start === undefined ? undefined : addDays(addMonths(start, months), -1));
  return { ...(issued === undefined ? {} : { issued }), ...(validFrom === undefined ? {} : { validFrom }), ...(validTo === undefined ? {} : { validTo }) };
}

function dayIn(text: string | undefined): IsoDay | undefined {
  const point: Point | undefined = text === undefined ? undefined : matchPoint(text, 0)?.point;
  return point?.year === undefined ? undefined : daysOf(point, point.year).last;
}
