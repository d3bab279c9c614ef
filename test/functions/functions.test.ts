import { functions } from "../../src/functions/index";
import { isRefusal, type Answer } from "../../src/functions/answer";
import { dayOfSerial, serialOfDay } from "../../src/language/calendar";

const surroundings = { uses1904Dates: false, today: "2025-11-25" };

/** A date as a day, an error as its code and the first words of what is said. */
function shown(answer: Answer): unknown {
  return isRefusal(answer) ? `${answer.error} ${answer.message.zh}` : answer;
}

const asDay = (answer: Answer): unknown => (typeof answer === "number" ? dayOfSerial(answer, false) : shown(answer));

test.each<[unknown, string]>([
  ["2025年6月底前", "2025-06-30"],
  ["2026年2月", "2026-02-28"],
  ["2025年第三季度", "2025-09-30"],
  ["2025年底前", "2025-12-31"],
  ["2025年上半年", "2025-06-30"],
  ["2025.6.30", "2025-06-30"],
  ["2025年3月至10月", "2025-10-31"],
  ["2025年6月底前出台方案，12月底前全面落实", "2025-12-31"],
  ["“十五五”末", "2030-12-31"],
  ["2026-2028年每年12月底前", "2028-12-31"],
  // numbers: a date cell, a year, and what was typed without points
  [46022, "2025-12-31"],
  [46022.75, "2025-12-31"],
  [2025, "2025-12-31"],
  [202511, "2025-11-30"],
  [20251115, "2025-11-15"],
  [2025.12, "2025-12-31"],
])("QD.DEADLINE(%j) is %s", (text, day) => {
  expect(asDay(functions.DEADLINE(text, null, surroundings))).toBe(day);
});

test.each<[unknown, string]>([
  ["", ""],
  [null, ""],
  ["　", ""],
  ["持续推进", "#N/A “持续推进”没有到期日"],
  ["长期坚持", "#N/A “长期坚持”没有到期日"],
  ["每季度末", "#N/A “每季度末”没有到期日"],
  ["印发后20个工作日内", "#N/A “印发后20个工作日内”要知道从哪天算起"],
  ["待定", "#N/A “待定”还没有填定"],
  ["20__年10月底", "#N/A “20__年10月底”还没有填定"],
  ["12月底前", "#VALUE! “12月底前”没有写年份"],
  ["6月30日", "#VALUE! “6月30日”没有写年份"],
  ["年底前", "#VALUE! “年底前”没有写年份"],
  ["2025年6月31日前", "#VALUE! “2025年6月31日前”里有日历上没有的日子"],
  ["按合同执行", "#VALUE! “按合同执行”读不出完成时限"],
  [12, "#VALUE! “12”读不出完成时限"],
  // January or October: the zero is lost
  [2025.1, "#VALUE! “2025.1”读不出完成时限"],
  [true, "#VALUE! “TRUE”读不出完成时限"],
])("QD.DEADLINE(%j) has no date: %s", (text, begins) => {
  const answer = shown(functions.DEADLINE(text, null, surroundings));
  expect(typeof answer === "string" ? answer.slice(0, begins.length) : answer).toBe(begins);
  if (begins === "") expect(answer).toBe("");
});

test.each<[string, unknown, string]>([
  ["12月底前", 2025, "2025-12-31"],
  ["6月30日", "2026", "2026-06-30"],
  ["年底前", "2026年", "2026-12-31"],
  // what is written stands over what is given
  ["2024年6月底前", 2026, "2024-06-30"],
  ["6月底前", 25, "#VALUE! “25”不是年份；第二个参数要是四位数的年份"],
  ["6月底前", "今年", "#VALUE! “今年”不是年份；第二个参数要是四位数的年份"],
  // where Excel hands in fewer arguments something else stands in their place
  ["2024年6月底前", { address: "Sheet1!A1" }, "2024-06-30"],
])("QD.DEADLINE(%j, %j) is %s", (text, year, day) => {
  expect(asDay(functions.DEADLINE(text, year, surroundings))).toBe(day);
});

test("in a workbook with 1904 dates dates are dates still", () => {
  const old = { ...surroundings, uses1904Dates: true };
  const serial = functions.DEADLINE("2025年12月31日前", null, old);
  expect(serial).toBe(46022 - 1462);
  expect(functions.DAYSLEFT(serial, null, old)).toBe(36);
  expect(functions.DEADLINE(serial, null, old)).toBe(serial);
});

test.each(["1900-01-01", "1900-02-28", "1900-03-01", "1904-01-01", "2000-02-29", "2025-12-31", "9999-12-31"])("the serial of %s is that day's", (day) => {
  for (const uses1904Dates of [false, true]) {
    const serial = serialOfDay(day, uses1904Dates);
    if (uses1904Dates && day < "1904") expect(serial).toBeUndefined();
    else expect(dayOfSerial(serial ?? -1, uses1904Dates)).toBe(day);
  }
});

test.each<[unknown, unknown, unknown]>([
  ["2025年11月底前", null, 5],
  ["2025年11月25日", null, 0],
  ["2025年6月底前", undefined, -148],
  ["2025年底前", 46000, 22],
  ["2025年底前", "2025-12-01", 30],
  ["2025年底前", "2025年12月1日", 30],
  ["2025年底前", 20251201, 30],
  [46022, null, 36],
  ["", null, ""],
  ["持续推进", null, "#N/A “持续推进”没有到期日"],
  ["2025年底前", "2025年12月", "#VALUE! “2025年12月”不是一个日期"],
  ["2025年底前", "明天", "#VALUE! “明天”不是一个日期"],
])("QD.DAYSLEFT(%j, %j) is %j", (text, date, answer) => {
  expect(shown(functions.DAYSLEFT(text, date, surroundings))).toEqual(answer);
});

test.each<[unknown, unknown]>([
  ["市发展改革委、市财政局，市住房城乡建设局", [["市发展改革委", "市财政局", "市住房城乡建设局"]]],
  ["市教育局", [["市教育局"]]],
  ["牵头单位：市民政局\n配合单位：市人力资源社会保障局", [["市民政局", "市人力资源社会保障局"]]],
  ["市水利局等有关单位", [["市水利局"]]],
  ["各县（市、区）人民政府，市交通运输局", [["各县（市、区）人民政府", "市交通运输局"]]],
  ["市公安局、梁工", [["市公安局", "梁工"]]],
  ["", ""],
  [null, ""],
  ["待定", "#N/A “待定”还没有填定"],
  ["另行通知", "#VALUE! “另行通知”读不出单位"],
  [3, "#VALUE! “3”读不出单位"],
])("QD.UNITS(%j) is %j", (text, answer) => {
  expect(shown(functions.UNITS(text))).toEqual(answer);
});

test.each<[unknown, string]>([
  ["市民政局牵头，市财政局配合", "市民政局"],
  ["市发展改革委会同市统计局", "市发展改革委"],
  ["牵头单位：市商务局；责任单位：市市场监管局、市税务局", "市商务局"],
  ["市水利局、市农业农村局（列第一位的为牵头单位）", "市水利局"],
  ["市司法局", "市司法局"],
  ["市司法局，市司法局", "市司法局"],
  ["市应急管理局负责，市气象局配合", "市应急管理局"],
  ["市自然资源局、市林业局共同牵头", "市自然资源局、市林业局"],
  ["", ""],
  ["市水利局、市农业农村局", "#N/A 写了 2 个单位，没有写明哪个牵头"],
  ["配合单位：市气象局", "#N/A “配合单位：市气象局”只写了配合的单位"],
  ["市卫生健康委等部门", "#N/A “市卫生健康委等部门”没有写全单位"],
  ["待定", "#N/A “待定”还没有填定"],
  ["做好迎检准备", "#VALUE! “做好迎检准备”读不出单位"],
])("QD.LEAD(%j) is %s", (text, begins) => {
  const answer = shown(functions.LEAD(text));
  expect(typeof answer === "string" ? answer.slice(0, Math.max(begins.length, isErrorText(begins) ? 0 : answer.length)) : answer).toBe(begins);
});

function isErrorText(text: string): boolean {
  return text.startsWith("#");
}
