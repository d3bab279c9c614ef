import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { zipSync } from "fflate";
import { read as readWithSheetJs } from "@e965/xlsx";
import type { OwnChart } from "../../../src/core/chart";
import { columnsOf, rowsOf } from "../../../src/core/apply-steps";
import type { AddSheet, Change, Edit, Receipt, SetCharts } from "../../../src/core/edit";
import { findWorksheet } from "../../../src/core/workbook";
import { chartMarks, readChartMarks } from "../../../src/host/chart-mark";
import { createMemoryHost } from "../../../src/host/memory-host";
import { newXlsx } from "../../../src/host/xlsx/new-workbook";
import { readPackage } from "../../../src/host/xlsx/package";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { parseXml } from "../../../src/host/xlsx/xml";
import { ring, setCharts, stacked } from "../../support/charts-contract";
import { soffice } from "../../support/indicator-workbooks/recalculate";
import { makeKitchen } from "../../support/make-kitchen";
import { makeWorkbook } from "../../support/make-workbook";
import { workbookFile } from "../../support/workbook-file";

const kitchen = makeKitchen();
const sheet = "责任分工";
const change = (...edits: Edit[]): Change => ({ title: { zh: "图表", en: "charts" }, edits });
const text = (bytes: Uint8Array, part: string): string => new TextDecoder().decode(readPackage(bytes).get(part));

function differences(one: Uint8Array, other: Uint8Array): string[] {
  const [a, b] = [readPackage(one), readPackage(other)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => Buffer.compare(Buffer.from(a.get(name) ?? []), Buffer.from(b.get(name) ?? [])) !== 0 || a.has(name) !== b.has(name)).sort();
}

const scores: OwnChart = {
  id: "分数",
  title: "各项任务分数",
  kind: "column",
  anchor: { top: 8, left: 0, bottom: 20, right: 5 },
  categories: { top: 2, left: 2, bottom: 5, right: 2 },
  series: [{ name: { row: 1, column: 5 }, values: { top: 2, left: 5, bottom: 5, right: 5 } }],
};
const inKitchen: SetCharts = { kind: "set-charts", sheet, before: [], after: [scores, { ...scores, id: "另一张", kind: "pie" }] };
const elsewhere: SetCharts = { kind: "set-charts", sheet: "数据", before: [], after: [{ ...scores, categories: { top: 1, left: 0, bottom: 3, right: 0 }, series: [{ name: "数量", values: { top: 1, left: 1, bottom: 3, right: 1 } }] }] };

async function made(bytes: Uint8Array, ...edits: Edit[]): Promise<Uint8Array> {
  const host = await createXlsxHost(bytes);
  expect((await host.apply([change(...edits)])).skipped).toEqual([]);
  return host.save();
}

/** As a later session would: from what it reads. */
async function cleared(bytes: Uint8Array): Promise<Uint8Array> {
  const { worksheets } = await (await createXlsxHost(bytes)).read();
  return made(bytes, ...worksheets.flatMap(({ name, ownCharts }): Edit[] => (ownCharts === undefined ? [] : [{ kind: "set-charts", sheet: name, before: ownCharts, after: [] }])));
}

test("beside a person's own chart, picture and note, only what must changes", async () => {
  const saved = await made(kitchen, inKitchen);
  expect(differences(saved, kitchen)).toEqual(["[Content_Types].xml", "xl/charts/chart2.xml", "xl/charts/chart3.xml", "xl/drawings/_rels/drawing1.xml.rels", "xl/drawings/drawing1.xml", "xl/workbook.xml"]);
  expect(text(saved, "xl/drawings/drawing1.xml")).toContain(text(kitchen, "xl/drawings/drawing1.xml").replace("</xdr:wsDr>", ""));
});

test.each<readonly [string, Uint8Array, readonly Edit[]]>([
  ["beside a person's own", kitchen, [inKitchen]],
  ["on a worksheet that has no drawing", kitchen, [elsewhere]],
  ["on both", kitchen, [inKitchen, elsewhere]],
  ["in a bare workbook", newXlsx(), [{ ...elsewhere, sheet: "Sheet1" }]],
  ["in a workbook of texts and numbers", workbookFile(makeWorkbook([{ name: "按牵头单位", cells: [["单位", "超期"], ["市城管局", 2]] }])), [setCharts]],
])("made and taken out by another session, the workbook is as it was to the byte: %s", async (_, bytes, edits) => {
  const saved = await made(bytes, ...edits);
  expect(differences(saved, bytes)).not.toEqual([]);
  expect(differences(await cleared(saved), bytes)).toEqual([]);
});

test("made twenty times over, there is one set of them", async () => {
  let bytes = await made(kitchen, inKitchen);
  const parts = [...readPackage(bytes).keys()];
  for (let time = 1; time < 20; time++) {
    const before = findWorksheet(await (await createXlsxHost(bytes)).read(), sheet)?.ownCharts ?? [];
    bytes = await made(bytes, { ...inKitchen, before, after: inKitchen.after.map((chart) => ({ ...chart, title: `第${time}版` })) });
  }
  expect([...readPackage(bytes).keys()].sort()).toEqual(parts.sort());
  expect(differences(await cleared(bytes), kitchen)).toEqual([]);
});

test("what stays among them stays to the letter, with what a person has done to its looks", async () => {
  const saved = await made(kitchen, { ...inKitchen, after: [scores, { ...scores, id: "另一张", kind: "pie" }] });
  const parts = new Map(readPackage(saved));
  parts.set("xl/charts/chart2.xml", new TextEncoder().encode(text(saved, "xl/charts/chart2.xml").replace("1F4E79", "00B050")));
  const later = await made(zipped(parts), { ...inKitchen, before: inKitchen.after, after: [{ ...scores, id: "另一张", kind: "bar" }, scores] });
  expect(text(later, "xl/charts/chart2.xml")).toBe(new TextDecoder().decode(parts.get("xl/charts/chart2.xml")));
  expect(findWorksheet(await (await createXlsxHost(later)).read(), sheet)?.ownCharts?.map(({ id, kind }) => [id, kind])).toEqual([["另一张", "bar"], ["分数", "column"]]);
  expect(differences(await cleared(later), kitchen)).toEqual([]);
});

test("a worksheet that goes takes them along, and what belongs to them", async () => {
  const add: AddSheet = { kind: "add-sheet", sheet: "汇总", cells: [["单位", "超期"], ["市城管局", 2]], layout: { widths: [], looks: [], merges: [], charts: [ring] } };
  const saved = await made(kitchen, add);
  const gone = await made(saved, { kind: "delete-sheet", sheet: "汇总", before: add.cells });
  expect([...readPackage(gone).keys()].sort()).toEqual([...readPackage(kitchen).keys()].filter((name) => name !== "xl/calcChain.xml").sort());
  expect(text(gone, "[Content_Types].xml")).not.toMatch(/chart2|drawing2/);
  expect(text(gone, "xl/workbook.xml")).not.toContain("_qd");
});

test("another program's colours and styles beside a chart of ours go with it", async () => {
  const saved = await made(kitchen, { ...inKitchen, after: [scores] });
  const parts = new Map(readPackage(saved));
  const list = (inside: string): Uint8Array => new TextEncoder().encode(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`);
  parts.set("xl/charts/_rels/chart2.xml.rels", list('<Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2011/relationships/chartColorStyle" Target="colors1.xml"/>'));
  parts.set("xl/charts/colors1.xml", new TextEncoder().encode("<cs:colorStyle/>"));
  parts.set("[Content_Types].xml", new TextEncoder().encode(text(saved, "[Content_Types].xml").replace("</Types>", '<Override PartName="/xl/charts/colors1.xml" ContentType="application/vnd.ms-office.chartcolorstyle+xml"/></Types>')));
  expect(differences(await cleared(zipped(parts)), kitchen)).toEqual([]);
});

function zipped(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(parts));
}

test("one that a person has deleted is none of ours any more; its leftovers go with the next ones", async () => {
  const saved = await made(kitchen, inKitchen);
  const parts = new Map(readPackage(saved));
  parts.set("xl/drawings/drawing1.xml", readPackage(kitchen).get("xl/drawings/drawing1.xml") ?? new Uint8Array());
  const host = await createXlsxHost(zipped(parts));
  expect(findWorksheet(await host.read(), sheet)?.ownCharts).toBeUndefined();
  expect((await host.read()).names?.map(({ name }) => name)).toEqual(["单位", "得分"]);
  expect((await host.apply([change({ ...inKitchen, after: [scores] })])).skipped).toEqual([]);
  expect(text(await host.save(), "xl/workbook.xml").match(/_qd\.chart/g)).toHaveLength(2);
});

test("references of a person's chart and of ours move with the cells", async () => {
  const saved = await made(kitchen, inKitchen);
  const moved = await made(saved, { kind: "insert-rows", sheet, at: 2, cells: [[], []] });
  for (const part of ["chart1", "chart2", "chart3"]) expect(text(moved, `xl/charts/${part}.xml`)).toContain("责任分工!$F$5:$F$8");
  expect(text(moved, "xl/workbook.xml")).toContain("CHOOSE(1,\"{}\",责任分工!$F$5:$F$8,责任分工!$F$2)");
  const wide = await made(saved, { kind: "insert-columns", sheet, at: 3, cells: [[]] });
  for (const part of ["chart1", "chart2", "chart3"]) expect(text(wide, `xl/charts/${part}.xml`)).toContain("责任分工!$G$3:$G$6");
});

test("hold the values of their cells, and are well-formed whatever their texts", async () => {
  const odd: OwnChart = { ...scores, id: 'a"<&>\u0007\nb', title: `<b>"&'\u0000\ud800 ${"长".repeat(300)}`, series: [{ name: "]]>&\u0001", values: { top: 2, left: 5, bottom: 5, right: 5 }, color: "#00ff00" }] };
  const saved = await made(kitchen, { ...inKitchen, after: [scores, odd] });
  for (const part of ["xl/charts/chart2.xml", "xl/charts/chart3.xml", "xl/drawings/drawing1.xml", "xl/workbook.xml"]) expect(parseXml(text(saved, part), part).name).not.toBe("");
  expect(text(saved, "xl/charts/chart2.xml")).toContain('<c:pt idx="3"><c:v>40</c:v></c:pt>');
  expect(text(saved, "xl/charts/chart2.xml")).toContain("<c:v>新建车库</c:v>");
  expect(differences(await cleared(saved), kitchen)).toEqual([]);
});

test("the names that keep them are short enough for Excel, whatever the title", () => {
  const names = chartMarks([{ ...stacked, title: `"${"题".repeat(600)}"` }, ring], "O'明细, (2)");
  expect(names.map(({ name }) => name)).toEqual(["_qd.chart.1", "_qd.chart.1.1", "_qd.chart.1.2", "_qd.chart.1.3", "_qd.chart.2", "_qd.chart.2.1"]);
  for (const { formula } of names) for (const [, inside = ""] of formula.matchAll(/"((?:[^"]|"")*)"/g)) expect(inside.replace(/""/g, '"').length).toBeLessThanOrEqual(255);
  expect(readChartMarks(names)).toEqual([{ ...stacked, title: `"${"题".repeat(600)}"` }, ring]);
});

test.each<readonly [string, string]>([
  ["a name changed by hand", '=CHOOSE(1,"{oops",Sheet1!$A$1)'],
  ["a number", "=1"],
  ["an unknown kind", '=CHOOSE(1,"{""id"":""a"",""title"":""b"",""kind"":""radar""}",Sheet1!$A$1,Sheet1!$A$1)'],
  ["lost cells", '=CHOOSE(1,"{""id"":""a"",""title"":""b"",""kind"":""bar""}",#REF!,Sheet1!$A$1)'],
  ["a text without its end", `=CHOOSE(1,"${"a".repeat(100_000)})`],
])("%s is no chart of ours", (_, formula) => {
  expect(readChartMarks([{ name: "_qd.chart.1", formula }, { name: "_qd.chart.1.1", formula: '=CHOOSE(1,"{""name"":""甲""}",Sheet1!$A$1)' }])).toEqual([]);
});

test("whatever lines come and go, they are where the core says, and undone they are as they were", async () => {
  const start = makeWorkbook([{ name: "按牵头单位", cells: Array.from({ length: 12 }, (_, row) => Array.from({ length: 6 }, (__, column) => (column === 0 ? `第${row}项` : row * column))) }]);
  const line = fc.record({ kind: fc.constantFrom("insert-rows" as const, "delete-rows" as const, "insert-columns" as const, "delete-columns" as const), at: fc.nat({ max: 8 }), count: fc.integer({ min: 1, max: 3 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), async (moves) => {
      const hosts = [createMemoryHost(start), await createXlsxHost(workbookFile(start))];
      const ends = await Promise.all(
        hosts.map(async (host) => {
          await host.apply([change(setCharts)]);
          const receipts: Receipt[] = [];
          for (const { kind, at, count } of moves) {
            const worksheet = findWorksheet(await host.read(), "按牵头单位");
            if (worksheet === undefined) throw new Error("no worksheet");
            const empty = Array.from({ length: count }, () => []);
            const before = kind === "delete-rows" ? rowsOf(worksheet, at, count) : columnsOf(worksheet, at, count);
            receipts.push(await host.apply([change(kind === "insert-rows" || kind === "insert-columns" ? { kind, sheet: "按牵头单位", at, cells: empty } : { kind, sheet: "按牵头单位", at, before })]));
          }
          const after = findWorksheet(await host.read(), "按牵头单位")?.ownCharts;
          // a step in between, so that undoing is not merely a look back
          await host.apply([change({ kind: "keep-text", key: "别的", before: null, after: "" })]);
          for (const receipt of receipts.reverse()) expect((await host.undo(receipt)).skipped).toEqual([]);
          expect([...(findWorksheet(await host.read(), "按牵头单位")?.ownCharts ?? [])].sort((a, b) => (a.id < b.id ? 1 : -1))).toEqual([...setCharts.after].sort((a, b) => (a.id < b.id ? 1 : -1)));
          return after;
        }),
      );
      expect(ends[1]).toEqual(ends[0]);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("a strict workbook has them in its own languages", async () => {
  const strict = (xml: string): string =>
    xml
      .replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
      .replaceAll("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships");
  const bytes = zipped(new Map([...readPackage(newXlsx())].map(([name, part]) => [name, new TextEncoder().encode(strict(new TextDecoder().decode(part)))])));
  const saved = await made(bytes, { ...elsewhere, sheet: "Sheet1" });
  for (const part of ["xl/charts/chart1.xml", "xl/drawings/drawing1.xml", "xl/drawings/_rels/drawing1.xml.rels", "xl/worksheets/_rels/sheet1.xml.rels"]) expect(text(saved, part).replace("http://schemas.openxmlformats.org/package/2006/relationships", "")).not.toContain("schemas.openxmlformats.org");
  expect(differences(await cleared(saved), bytes)).toEqual([]);
});

test("SheetJS opens the file", async () => {
  const workbook = readWithSheetJs(await made(kitchen, inKitchen, elsewhere));
  expect(workbook.SheetNames).toEqual(["责任分工", "数据", "单位名录"]);
});

(soffice === undefined ? test.skip : test)("LibreOffice draws them, keeps them through a save, and they are ours again", async () => {
  const folder = mkdtempSync(join(tmpdir(), "charts-"));
  try {
    const add: AddSheet = {
      kind: "add-sheet",
      sheet: "汇总 2026",
      cells: [["汇总"], ["单位", "超期", "临期", "正常"], ["市城管局", 2, 1, 5], ["市公安局", 0, 3, 4], ["市发展改革委", 1, 0, 2], ["市财政局", null, 2, 6]],
      layout: { widths: [16, 8, 8, 8], looks: [], merges: [], charts: [stacked, ring] },
    };
    const file = join(folder, "charts.xlsx");
    writeFileSync(file, await made(kitchen, add));
    const out = join(folder, "out");
    const convert = (format: string): void => void execFileSync(soffice ?? "", ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", format, "--outdir", out, file], { stdio: "ignore", timeout: 120_000 });
    convert("xlsx:Calc MS Excel 2007 XML");
    convert("pdf");
    if (existsSync("/usr/bin/pdftotext")) {
      // drawn, with titles, names and values: the table itself says each name once
      const drawn = execFileSync("pdftotext", [join(out, "charts.pdf"), "-"], { encoding: "utf8" });
      expect(drawn).toContain("状态占比");
      expect(drawn.split("市发展改革委").length).toBeGreaterThan(2);
      expect(drawn.split("临期").length).toBeGreaterThan(2);
    }
    const bytes = new Uint8Array(readFileSync(join(out, "charts.xlsx")));
    const host = await createXlsxHost(bytes);
    expect(findWorksheet(await host.read(), "汇总 2026")?.ownCharts).toEqual([stacked, ring]);
    const receipt = await host.apply([change({ kind: "insert-rows", sheet: "汇总 2026", at: 0, cells: [[]] })]);
    expect(receipt.skipped).toEqual([]);
    const again = await cleared(await host.save());
    expect(text(again, "xl/workbook.xml")).not.toContain("_qd");
    expect([...readPackage(again).keys()].filter((name) => name.startsWith("xl/charts/"))).toHaveLength([...readPackage(bytes).keys()].filter((name) => name.startsWith("xl/charts/")).length - 2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
