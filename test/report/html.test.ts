import fc from "fast-check";
import { JSDOM, VirtualConsole } from "jsdom";
import type { FileReport } from "../../src/report/file-report";
import { findingTables } from "../../src/report/html/findings";
import { stringifyHtml } from "../../src/report/html/page";
import { toldText } from "../../src/report/told-text";
import { checked, explained, facts, finding, hostileTexts, inEnglish, unread } from "./example-reports";

function pageOf(reports: readonly FileReport[], by = facts): Document {
  return parse(stringifyHtml(reports, by));
}

/** What jsdom says of a page's margins, which it does not know, is kept quiet. */
function parse(html: string): Document {
  return new JSDOM(html, { virtualConsole: new VirtualConsole() }).window.document;
}

function textsOf(page: Document | Element, selector: string): string[] {
  return [...page.querySelectorAll(selector)].map(({ textContent }) => (textContent ?? "").replace(/\s+/g, " ").trim());
}

const report = checked(
  "报送/灌区任务.xlsx",
  [
    finding({ at: "任务!E36", fix: "将“市水利局”填为牵头单位" }),
    finding({ rule: "no-overdue", severity: "warning", at: "任务!D4", zh: "时限“2026年6月底前”已过10天" }),
    finding({ rule: "no-vague-unit", severity: "info", at: "任务!E5", zh: "“各相关单位”没有指明具体单位" }),
    finding({ at: "附表!B2", zh: "任务“清淤”没有填写牵头单位" }),
  ],
  [explained({ rule: "no-overdue", severity: "warning", at: "任务!D9", zh: "时限“2026年5月底前”已过40天" }, "汛期停工，已报延期")],
);

test("says what it is about, of which day, and that it needs nothing else", () => {
  const html = stringifyHtml([report], facts);
  const page = pageOf([report]);
  expect([page.documentElement.lang, page.title, textsOf(page, "h1")[0]]).toEqual(["zh-CN", "清单核查报告：灌区任务", "清单核查报告：灌区任务"]);
  expect(page.body.textContent).toContain("核查日期：2026年7月10日");
  expect(page.querySelectorAll("script, link, img, iframe, object, [src], [style], [onclick]")).toHaveLength(0);
  expect(html).not.toMatch(/https?:|url\(|@import/);
  expect(page.querySelector("meta[http-equiv]")?.getAttribute("content")).toMatch(/^default-src 'none'/);
  for (const link of page.querySelectorAll("a")) expect(page.getElementById(link.getAttribute("href")?.slice(1) ?? "")).not.toBeNull();
});

test("findings stand by severity, then by sheet, each with its cell, what, what to do and why", () => {
  const page = pageOf([report]);
  expect(textsOf(page, "h3")).toEqual(["● 强制 2 处", "▲ 核实 1 处", "◆ 提示 1 处", "已作情况说明 1 处", "审核意见"]);
  expect(textsOf(page, "caption")).toEqual(["任务 1 处", "附表 1 处", "任务 1 处", "任务 1 处", "任务 1 处"]);
  expect(textsOf(page, "tbody th")).toEqual(["E36", "B2", "D4", "E5", "D9"]);
  expect(textsOf(page, "tbody td")[0]).toBe("任务“整修渠道”没有填写牵头单位规则：每项任务须有单位负责，有牵头一列的须有牵头单位，否则无法督办");
  expect(textsOf(page, "td.fix")).toEqual(["将“市水利局”填为牵头单位（可自动修改）", "汛期停工，已报延期 2026-07-01"]);
  expect(textsOf(page, "dt code")).toEqual(["no-overdue", "no-vague-unit", "require-lead-unit"]);
});

test("the charts say in words what they show", () => {
  const page = pageOf([report]);
  expect(textsOf(page, "figure")).toEqual(["问题 4 处● 强制 2▲ 核实 1◆ 提示 1", "任务 11 项● 超期 2▲ 临期 1■ 正常 4◆ 持续推进 1✔ 已完成 3"]);
  const [findings, tasks] = [...page.querySelectorAll("svg")];
  expect([findings?.querySelectorAll("rect").length, tasks?.querySelectorAll("rect").length]).toEqual([3, 5]);
  const last = [...(tasks?.querySelectorAll("rect") ?? [])].at(-1);
  expect(Number(last?.getAttribute("x")) + Number(last?.getAttribute("width"))).toBeCloseTo(99.4, 1);
});

test("several files are counted together and each for itself; those that could not be read come first", () => {
  const page = pageOf([report, unread, checked("空.xlsx", [])]);
  expect(page.title).toBe("清单核查报告：3 个文件");
  expect(textsOf(page, "h2")).toEqual(["未能核查的文件 1", "各文件情况", "灌区任务.xlsx", "空.xlsx", "规则说明"]);
  expect(textsOf(page, ".unread li")).toEqual([`报送/坏的.xlsx ${unread.error.zh}`]);
  expect(textsOf(page, "main > section:nth-of-type(2) tbody tr").map((line) => line.split(" ").join(""))).toEqual(["报送/灌区任务.xlsx2111", "空.xlsx0000"]);
  expect(textsOf(page, "figure")[1]).toContain("任务 22 项");
  expect(textsOf(page, ".opinion h4")).toEqual(["关于《灌区任务》的审核意见", "关于《空》的审核意见"]);
});

test.each([
  ["nothing found", [checked("空.xlsx", [])], "没有发现问题。"],
  ["no table", [{ ...checked("别的.xlsx", []), tables: [], lights: [] }], "没有认出任务清单或指标表"],
  ["one file that cannot be read", [unread], "这个文件是空的"],
  ["no file at all", [], "0 个文件"],
])("%s", (_, reports, said) => {
  expect(pageOf(reports).body.textContent).toContain(said);
});

test("English where the machine speaks it", () => {
  const page = pageOf([checked("a.xlsx", [finding({ at: "List!C3" })]), { ...unread, file: "b.xlsx" }], inEnglish);
  expect(page.documentElement.lang).toBe("en");
  expect((page.body.textContent ?? "").replace(/整修渠道|清单核查|责任分工表|任务!/g, "")).not.toMatch(/[\u4e00-\u9fff]{2}/);
});

function elements(page: Document | DocumentFragment): string[] {
  return [...page.querySelectorAll("*")].map(({ tagName }) => tagName);
}

test.each(hostileTexts.map((text) => [text.slice(0, 20), text] as const))("%s is shown and does nothing, wherever it stands", (_, text) => {
  const reportsOf = (told: string): FileReport[] => [checked(`夹/${told.slice(0, 80)}.xlsx`, [finding({ at: `${told.slice(0, 30)}!A1`, zh: told, fix: told })], [explained({ zh: told }, told)]), { file: told, error: { zh: told, en: told } }];
  const reports = reportsOf(text);
  const html = stringifyHtml(reports, facts);
  expect(html.length).toBeLessThan(40_000);
  const page = pageOf(reports);
  const plain = pageOf(reportsOf("甲"));
  expect(elements(page)).toEqual(elements(plain));
  expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000]/);
});

test("whatever a cell says, a table has the same elements and shows what was said", () => {
  const pieces = fc.constantFrom("<", ">", "&", '"', "'", "</td>", "<!--", "]]>", "&#39;", "${", "`", "\\", "\n", "甲", "a", "=", "{0}");
  // the table alone: jsdom takes its time over the styles of a page
  const one = (text: string): DocumentFragment => JSDOM.fragment(findingTables([finding({ zh: `“${text}”`, fix: text })], 10, facts).markup);
  const plain = elements(one("乙"));
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(pieces, fc.string({ unit: "binary", minLength: 1, maxLength: 1 })), maxLength: 30 }), (text) => {
      const table = one(text);
      expect(elements(table)).toEqual(plain);
      const shown = table.querySelector("tbody td")?.firstChild?.textContent;
      expect(shown).toBe(toldText(`“${text}”`, 300, "zh").replace(/\r\n?/g, "\n"));
    }),
  );
});

test("what is long is cut, and says how long it was", () => {
  expect(textsOf(pageOf([checked("甲.xlsx", [finding({ zh: "字".repeat(1_000_000) })])]), "tbody td")[0]).toMatch(/^字{300}…（共 1000000 字）/);
});

test.each([3000, 100_000])("%i findings in one file stay a page that opens at once", (count) => {
  const many = Array.from({ length: count }, (_, index) => finding({ severity: index % 2 === 0 ? "warning" : "error", at: `任务!C${index + 3}` }));
  const began = performance.now();
  const html = stringifyHtml([checked("大.xlsx", many)], facts);
  expect(performance.now() - began).toBeLessThan(3000);
  expect(html.length).toBeLessThan(1_500_000);
  const page = parse(html);
  expect(page.querySelectorAll(".findings tbody tr")).toHaveLength(3000);
  if (count === 3000) expect(page.querySelector(".notice")).toBeNull();
  else {
    // the gravest, and an honest sentence on the others
    expect(textsOf(page, "h3")[0]).toBe("● 强制 50000 处");
    expect(textsOf(page, ".notice")[0]).toMatch(/只列出最要紧的 3000 处，另有 97000 处没有列出.*--format xlsx/);
  }
});

test("files with few findings leave their room to those with many", () => {
  const many = (file: string, count: number): FileReport => checked(file, Array.from({ length: count }, (_, index) => finding({ at: `任务!C${index + 3}` })));
  const shownOf = (reports: readonly FileReport[]): number[] => [...pageOf(reports).querySelectorAll(".file")].map((file) => file.querySelectorAll(".findings tbody tr").length);
  expect(shownOf([many("甲.xlsx", 10), many("乙.xlsx", 5000), many("丙.xlsx", 500)])).toEqual([10, 2490, 500]);
});

test("of thousands of files the gravest are told of in full, all of them in the table", () => {
  const reports = Array.from({ length: 2000 }, (_, index) => checked(`报送/单位${index}.xlsx`, Array.from({ length: index % 20 }, (__, row) => finding({ severity: index % 2 === 0 ? "info" : "error", at: `任务!C${row + 3}` }))));
  const html = stringifyHtml(reports, facts);
  expect(html.length).toBeLessThan(3_000_000);
  const titles = [...html.matchAll(/<section class="file" id="([^"]*)"><h2>([^<]*)</g)].map(([, id, name]) => `${id ?? ""} ${name ?? ""}`);
  // 19 and 17 errors each: every twentieth file of both
  expect(titles).toEqual(reports.flatMap(({ file }, index) => (index % 20 === 19 || index % 20 === 17 ? [`file-${index + 1} ${file.replace("报送/", "")}`] : [])));
  expect(html.match(/<tr><td>(?:<a href="#file-\d+">)?报送\/单位\d+\.xlsx/g)).toHaveLength(2000);
  expect(html.match(/<a href="#file-/g)).toHaveLength(200);
  expect(html).toContain("只详列问题最要紧的 200 个文件，另有 1800 个只列在上表");
});
