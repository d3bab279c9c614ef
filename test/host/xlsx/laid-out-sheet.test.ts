import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setCell, type AddSheet, type Change, type Edit } from "../../../src/core/edit";
import { findWorksheet, numberFormatAt } from "../../../src/core/workbook";
import { headerText } from "../../../src/host/header-text";
import { blankSheet, dropBlankSheet, newXlsx } from "../../../src/host/xlsx/new-workbook";
import { readPackage } from "../../../src/host/xlsx/package";
import { createXlsxHost, type XlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { laidOutTasks } from "../../support/laid-out";
import { makeKitchen } from "../../support/make-kitchen";
import { contentsOf } from "../../support/make-workbook";
import { makeXlsx } from "../../support/make-xlsx";

const change = (...edits: Edit[]): Change => ({ title: { zh: "改", en: "edit" }, edits });
const text = (bytes: Uint8Array, part: string): string => new TextDecoder().decode(readPackage(bytes).get(part));
const partsOf = (bytes: Uint8Array): string[] => [...readPackage(bytes).keys()].sort();
const roster: AddSheet = { kind: "add-sheet", sheet: "成员单位", cells: [["单位名称"], ["市住建局"], ["市水务局"], ["市城管局"], ["市财政局"]] };
const lead = [{ range: { top: 2, left: 3, bottom: 61, right: 3 }, source: { sheet: "成员单位", top: 1, left: 0, bottom: 4, right: 0 } }];

async function openedWith(bytes: Uint8Array, ...edits: Edit[]): Promise<XlsxHost> {
  const host = await createXlsxHost(bytes);
  expect((await host.apply([change(...edits)])).skipped).toEqual([]);
  return host;
}

/** The names of the elements right below the root. */
function topElements(xml: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [tag, close, name] of xml.matchAll(/<(\/?)([A-Za-z]\w*)[^>]*>/g)) {
    if (close === "" && depth === 1) names.push(name ?? "");
    if (close === "/") depth -= 1;
    else if (!tag.endsWith("/>")) depth += 1;
  }
  return names;
}

describe("a laid-out sheet in a workbook with one of everything", () => {
  const kitchen = makeKitchen();
  const before = readPackage(kitchen);

  test("changes only the lists of parts, the styles and, for the formulas that are there, the calculation", async () => {
    const saved = await (await openedWith(kitchen, laidOutTasks("任务分解表", 10))).save();
    const after = readPackage(saved);
    const names = new Set([...before.keys(), ...after.keys()]);
    const changed = [...names].filter((name) => Buffer.compare(Buffer.from(before.get(name) ?? []), Buffer.from(after.get(name) ?? [])) !== 0 || before.has(name) !== after.has(name));
    expect(changed.sort()).toEqual(["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet4.xml"]);
  });

  test("has its elements in the order of the schema", async () => {
    const saved = await (await openedWith(kitchen, laidOutTasks("任务分解表", 60, { lists: [{ range: { top: 2, left: 3, bottom: 61, right: 3 }, source: { sheet: "单位名录", top: 1, left: 0, bottom: 2, right: 0 } }] }))).save();
    const xml = text(saved, "xl/worksheets/sheet4.xml");
    expect(topElements(xml)).toEqual(["sheetPr", "sheetViews", "cols", "sheetData", "mergeCells", "dataValidations", "printOptions", "pageMargins", "pageSetup", "headerFooter"]);
    expect(xml).toContain('<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="D3:D62"><formula1>单位名录!$A$2:$A$3</formula1></dataValidation>');
    expect(xml).not.toContain("customHeight");
    expect(text(saved, "xl/workbook.xml")).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="3">任务分解表!$2:$2</definedName></definedNames>');
  });

  test("leaves every style its number, and uses equal ones again", async () => {
    const host = await openedWith(kitchen, laidOutTasks("任务分解表", 10));
    const [old, now] = [text(kitchen, "xl/styles.xml"), text(await host.save(), "xl/styles.xml")];
    const styleList = (xml: string): string => /<cellXfs[^>]*>([\s\S]*)<\/cellXfs>/.exec(xml)?.[1] ?? "";
    expect(styleList(now).startsWith(styleList(old))).toBe(true);
    // header and body of the fixture have a border that ours equals; its Song font is the workbook's own
    expect(now).toContain('<borders count="2">');
    expect(now).toContain('<fonts count="5">');
    await host.apply([change(laidOutTasks("又一张", 10))]);
    expect(text(await host.save(), "xl/styles.xml")).toBe(now);
  });

  test("undone, it is the same file to the byte again", async () => {
    const host = await createXlsxHost(kitchen);
    await host.undo(await host.apply([change(laidOutTasks("任务分解表", 10))]));
    expect(Buffer.compare(Buffer.from(await host.save()), Buffer.from(kitchen))).toBe(0);
  });

  test("undone later, the sheet goes with its names and lists, and other sheets keep theirs", async () => {
    const host = await createXlsxHost(kitchen);
    const receipt = await host.apply([change(laidOutTasks("任务分解表", 10))]);
    await host.apply([change(setCell("责任分工", 3, 3, null, "市住建局"))]);
    expect((await host.undo(receipt)).skipped).toEqual([]);
    const workbook = text(await host.save(), "xl/workbook.xml");
    expect(workbook).toContain('localSheetId="0">责任分工!$2:$2');
    expect(workbook).not.toContain("任务分解表");
    expect(partsOf(await host.save())).toEqual(partsOf(kitchen).filter((part) => part !== "xl/calcChain.xml"));
  });

  test("has the look that is shown of it", async () => {
    const appearance = (await openedWith(kitchen, laidOutTasks("任务分解表", 10))).appearance("任务分解表");
    expect(appearance).toMatchObject({ frozenRows: 2, frozenColumns: 0 });
    expect(appearance.lookAt(0, 0)).toMatchObject({ bold: true, fontSize: 16, horizontal: "center", fontName: "宋体" });
    expect(appearance.lookAt(1, 3)).toMatchObject({ bold: true, fontSize: 11, horizontal: "center", wrap: true, fill: "#ddebf7", border: { top: "1px solid #000000" } });
    expect(appearance.lookAt(2, 1)).toMatchObject({ horizontal: "center", wrap: true });
    expect(appearance.lookAt(11, 4)).toMatchObject({ vertical: "center", wrap: true, border: { left: "1px solid #000000" } });
    expect(appearance.lookAt(12, 0)).toEqual({ fontSize: 11, fontName: "宋体" });
    expect(appearance.columnWidths.get(2)).toBe(360);
  });
});

test.each<readonly [string, string]>([
  ["with a prefix", '<x:styleSheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:fonts count="1"><x:font><x:sz val="12"/><x:name val="仿宋_GB2312"/></x:font></x:fonts><x:fills count="2"><x:fill><x:patternFill patternType="none"/></x:fill><x:fill><x:patternFill patternType="gray125"/></x:fill></x:fills><x:borders count="1"><x:border/></x:borders><x:cellXfs count="1"><x:xf/></x:cellXfs></x:styleSheet>'],
  ["with nothing in it", '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'],
  ["with empty lists and others behind them", '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="0"/><fills/><borders></borders><dxfs count="0"/></styleSheet>'],
])("styles %s are added to", async (_, styles) => {
  const host = await openedWith(makeXlsx([{ name: "表", cells: [["甲"]] }], { parts: { "xl/styles.xml": styles } }), laidOutTasks("任务分解表", 5));
  const again = await createXlsxHost(await host.save());
  expect(again.appearance("任务分解表").lookAt(1, 0)).toMatchObject({ bold: true, wrap: true, fill: "#ddebf7" });
  expect(again.appearance("任务分解表").lookAt(3, 2)).toMatchObject({ wrap: true, border: { bottom: "1px solid #000000" } });
  const xml = text(await host.save(), "xl/styles.xml");
  const lists = topElements(xml.replaceAll("x:", ""));
  expect(lists.filter((name) => name !== "dxfs")).toEqual(["fonts", "fills", "borders", "cellXfs"]);
  for (const [, list, count, inside] of xml.replaceAll("x:", "").matchAll(/<(fonts|fills|borders|cellXfs) count="(\d+)">([\s\S]*?)<\/\1>/g)) {
    const entry = { fonts: "font", fills: "fill", borders: "border", cellXfs: "xf" }[list ?? ""] ?? "";
    expect({ list, count: Number(count) }).toEqual({ list, count: (inside ?? "").match(new RegExp(`<${entry}[\\s/>]`, "g"))?.length });
  }
});

describe("number formats", () => {
  const figures = (sheet: string): AddSheet => ({
    kind: "add-sheet",
    sheet,
    cells: [[0.873, 46000, 1.5, 12]],
    layout: {
      widths: [],
      looks: [{ range: { top: 0, left: 0, bottom: 0, right: 1 }, look: "body" }],
      merges: [],
      formats: ["0.00%", 'yyyy"年"m"月"', '0.0"万人次"', "General"].map((format, left) => ({ range: { top: 0, left, bottom: 0, right: left }, format })),
    },
  });
  const codesOf = (xml: string): string[] => [...xml.matchAll(/<(?:x:)?numFmt numFmtId=["'](\d+)["'] formatCode="([^"]*)"/g)].map(([, id, code]) => `${id ?? ""} ${code ?? ""}`);

  test("are used again where the workbook has them, by whatever number", async () => {
    const host = await openedWith(makeXlsx([{ name: "表", cells: [["甲"]] }]), figures("一"));
    const xml = text(await host.save(), "xl/styles.xml");
    expect(codesOf(xml)).toEqual(["164 yyyy&quot;年&quot;m&quot;月&quot;", "165 0.0&quot;万人次&quot;"]);
    expect(xml).toContain('<numFmts count="2">');
    await host.apply([change(figures("二"))]);
    expect(text(await host.save(), "xl/styles.xml")).toBe(xml);
  });

  test.each<readonly [string, Uint8Array]>([
    ["no styles", newXlsx()],
    ["styles with a prefix", makeXlsx([{ name: "表", cells: [["甲"]] }], { parts: { "xl/styles.xml": '<x:styleSheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:fonts count="1"><x:font/></x:fonts><x:cellXfs count="1"><x:xf/></x:cellXfs></x:styleSheet>' } })],
    ["empty styles", makeXlsx([{ name: "表", cells: [["甲"]] }], { parts: { "xl/styles.xml": '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>' } })],
  ])("stand before the fonts in a workbook with %s", async (_, bytes) => {
    const saved = await (await openedWith(bytes, figures("一"))).save();
    expect(topElements(text(saved, "xl/styles.xml").replaceAll("x:", "")).slice(0, 2)).toEqual(["numFmts", "fonts"]);
    const sheet = findWorksheet(await (await createXlsxHost(saved)).read(), "一");
    expect([0, 1, 2, 3].map((column) => sheet && numberFormatAt(sheet, 0, column))).toEqual(["0.00%", 'yyyy"年"m"月"', '0.0"万人次"', "General"]);
  });
});

test("row heights follow the text: one line, several, and a merged area that needs more than its rows", async () => {
  const cells = [["序号", "工作内容"], ["一", "短"], ["二", "字".repeat(49)], ["三", "甲\n乙\n丙"], ["长".repeat(30), "短"], [null, "短"]];
  const host = await openedWith(newXlsx(), { kind: "add-sheet", sheet: "高度", cells, layout: { widths: [6, 30], looks: [{ range: { top: 0, left: 0, bottom: 5, right: 1 }, look: "body" }], merges: [{ top: 4, left: 0, bottom: 5, right: 0 }] } });
  const heights = [...text(await host.save(), "xl/worksheets/sheet2.xml").matchAll(/<row r="\d+" ht="([\d.]+)">/g)].map((match) => Number(match[1]));
  const [header = 0, one = 0, four = 0, three = 0, ...merged] = heights;
  expect(header).toBe(one);
  expect(four).toBeGreaterThan(one * 3);
  expect(three).toBeGreaterThan(one * 2);
  expect(three).toBeLessThan(four);
  expect((merged[0] ?? 0) + (merged[1] ?? 0)).toBeGreaterThan(one * 8);
});

describe("a new workbook", () => {
  test("is one empty sheet", async () => {
    const host = await createXlsxHost(newXlsx());
    expect((await host.read()).worksheets).toMatchObject([{ name: blankSheet, rowCount: 0, columnCount: 0 }]);
  });

  test("holds just the first real sheets once they are there, and can be taken back", async () => {
    const host = await createXlsxHost(newXlsx());
    const receipt = await host.apply([change(dropBlankSheet, laidOutTasks("任务分解表", 60, { lists: lead }), roster)]);
    expect(receipt.skipped).toEqual([]);
    const saved = await host.save();
    expect(partsOf(saved)).toEqual(["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"]);
    expect(text(saved, "xl/workbook.xml")).toContain('localSheetId="0">任务分解表!$2:$2<');
    const read = await (await createXlsxHost(saved)).read();
    expect(read.worksheets.map(({ name }) => name)).toEqual(["任务分解表", "成员单位"]);
    const sheet = findWorksheet(read, "任务分解表");
    expect(sheet && contentsOf(sheet).length).toBe(62);
    expect(sheet?.merges).toHaveLength(13);
    await host.undo(receipt);
    expect(Buffer.compare(Buffer.from(await host.save()), Buffer.from(newXlsx()))).toBe(0);
  });
});

describe("the looks of a summary", () => {
  const row = (at: number): { top: number; left: number; bottom: number; right: number } => ({ top: at, left: 0, bottom: at, right: 2 });
  const summary: AddSheet = {
    kind: "add-sheet",
    sheet: "汇总",
    cells: [[1, 2, 3], ["合计", 2, 3], ["市城管局"], ["注：截至三月底"]],
    layout: { widths: [20, 8, 8], looks: [{ range: row(0), look: "number" }, { range: row(1), look: "total" }, { range: row(2), look: "link" }, { range: row(3), look: "note" }], merges: [], print: { landscape: false, title: "水电&燃气 <2026>\n汇总", onePage: true } },
  };

  test("are right-aligned numbers, bold totals under a stronger line, underlined links and small grey notes", async () => {
    const looks = (await openedWith(makeKitchen(), summary)).appearance("汇总");
    expect(looks.lookAt(0, 1)).toMatchObject({ horizontal: "right", wrap: true, border: { top: "1px solid #000000" } });
    expect(looks.lookAt(1, 0)).toMatchObject({ bold: true, border: { top: "2px solid #000000", bottom: "1px solid #000000" } });
    expect(looks.lookAt(1, 1)).toMatchObject({ horizontal: "center" });
    expect(looks.lookAt(2, 0)).toMatchObject({ underline: true, color: "#0563c1", border: {} });
    expect(looks.lookAt(3, 0)).toMatchObject({ color: "#595959", fontSize: 9 });
    expect(looks.lookAt(3, 0)).not.toHaveProperty("border");
  });

  test("have the title at the head of every page, & for &", async () => {
    const xml = text(await (await openedWith(makeKitchen(), summary)).save(), "xl/worksheets/sheet4.xml");
    expect(xml).toContain('orientation="portrait" fitToWidth="1" fitToHeight="1"/>');
    expect(xml).toContain("<headerFooter><oddHeader>&amp;C水电&amp;&amp;燃气 &lt;2026&gt; 汇总</oddHeader><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>");
  });

  test.each<readonly [string, string]>([
    ["  两\t行\r\n标题 ", "两 行 标题"],
    ["&P&&", "&&P&&&&"],
    ["长".repeat(300), "长".repeat(253)],
    [`${"a".repeat(252)}&b`, "a".repeat(252)],
  ])("a header of %s", (title, expected) => {
    expect(headerText(title)).toBe(expected);
  });
});

/** Pairs of words on a page of which each covers a part of the other. */
function overlappingWords(boxes: string): string[] {
  return boxes.split("<page ").flatMap((page) => {
    const words = [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(([, left, top, right, bottom, word]) => ({ left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom), word: word ?? "" }));
    return words.flatMap((a, index) => words.slice(index + 1).filter((b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3).map((b) => `${a.word} / ${b.word}`));
  });
}

const soffice = ["/usr/bin/soffice", "/usr/bin/libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"].find((path) => existsSync(path));
const hasPoppler = existsSync("/usr/bin/pdftotext");

(soffice === undefined ? test.skip : test)(
  "LibreOffice prints it on A4 landscape with the header on every page, and keeps the list (skipped where there is none)",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "qingdan-layout-"));
    const convert = (format: string, out: string): void => void execFileSync(soffice ?? "", ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", format, "--outdir", join(folder, out), join(folder, "table.xlsx")], { stdio: "ignore", timeout: 120_000 });
    try {
      const host = await openedWith(newXlsx(), dropBlankSheet, laidOutTasks("任务分解表", 60, { lists: lead }), roster);
      writeFileSync(join(folder, "table.xlsx"), await host.save());
      convert("pdf", "pdf");
      const pdf = readFileSync(join(folder, "pdf/table.pdf")).toString("latin1");
      const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf) ?? [];
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
      if (hasPoppler) {
        const pages = execFileSync("pdftotext", ["-layout", join(folder, "pdf/table.pdf"), "-"], { encoding: "utf8" }).split("\f");
        expect(pages[0]).toContain("云溪市老旧小区改造任务分解表");
        for (const page of pages.filter((_, index) => index < 3)) expect(page.split("\n").map((line) => line.replace(/\s+/g, " ").trim())).toContain("类别 序号 重点任务 牵头部门 配合部门 完成时限");
        expect(pages[1]).toMatch(/第 ?2 ?页，共 ?\d+ ?页/);
        // where a row is too low, its lines lie over those of the next
        expect(overlappingWords(execFileSync("pdftotext", ["-bbox", join(folder, "pdf/table.pdf"), "-"], { encoding: "utf8" }))).toEqual([]);
      }
      convert("xlsx", "again");
      const again = await createXlsxHost(new Uint8Array(readFileSync(join(folder, "again/table.xlsx"))));
      expect((await again.read()).worksheets[0]?.merges).toHaveLength(13);
      const sheet = text(new Uint8Array(readFileSync(join(folder, "again/table.xlsx"))), "xl/worksheets/sheet1.xml");
      expect(/<dataValidation [^>]*sqref="D3:D62"[^>]*><formula1>([^<]*)</.exec(sheet)?.[1]).toBe("成员单位!$A$2:$A$5");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  150_000,
);
