import fc from "fast-check";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applySteps, rowsOf } from "../../../src/core/apply-steps";
import { arrange } from "../../../src/core/arrange";
import { setCell, type Change, type Edit } from "../../../src/core/edit";
import { contentAt, findWorksheet, type CellContent, type Workbook } from "../../../src/core/workbook";
import { moveFormula } from "../../../src/formula/move-formula";
import { readPackage } from "../../../src/host/xlsx/package";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { makeKitchen } from "../../support/make-kitchen";
import { contentsOf } from "../../support/make-workbook";

const kitchen = makeKitchen();
const before = readPackage(kitchen);

/** Names of the parts that are not as they were, came or went. */
async function changedParts(edited: Uint8Array): Promise<string[]> {
  const after = readPackage(edited);
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => Buffer.compare(Buffer.from(before.get(name) ?? []), Buffer.from(after.get(name) ?? [])) !== 0 || before.has(name) !== after.has(name)).sort();
}

const change = (...edits: Edit[]): Change => ({ title: { zh: "改", en: "edit" }, edits });
const text = (bytes: Uint8Array, part: string): string => new TextDecoder().decode(readPackage(bytes).get(part));

test("unchanged, it is the same file to the byte", async () => {
  expect(Buffer.compare(Buffer.from(await (await createXlsxHost(kitchen)).save()), Buffer.from(kitchen))).toBe(0);
});

test("a text in a cell changes its sheet, and the workbook asks to be calculated", async () => {
  const host = await createXlsxHost(kitchen);
  await host.apply([change(setCell("责任分工", 3, 3, null, "市住建局"))]);
  const saved = await host.save();
  expect(await changedParts(saved)).toEqual(["xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
  expect(text(saved, "xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  // nothing but the one cell differs in the sheet
  const [old, now] = [text(kitchen, "xl/worksheets/sheet1.xml"), text(saved, "xl/worksheets/sheet1.xml")];
  expect(now.replace('<c r="D4" s="3" t="inlineStr"><is><t xml:space="preserve">市住建局</t></is></c>', '<c r="D4" s="3"/>')).toBe(old);
});

test("a formula that goes takes the chain of calculation with it, and its entries in the lists", async () => {
  const host = await createXlsxHost(kitchen);
  await host.apply([change(setCell("责任分工", 2, 6, { formula: "=F3+数据!B2" }, 11))]);
  const saved = await host.save();
  expect(await changedParts(saved)).toEqual(["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
  expect(text(saved, "[Content_Types].xml") + text(saved, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
});

test("a deleted row moves what stands below it, everywhere", async () => {
  const host = await createXlsxHost(kitchen);
  const sheet = findWorksheet(await host.read(), "责任分工");
  if (sheet === undefined) throw new Error("no sheet");
  const receipt = await host.apply([change({ kind: "delete-rows", sheet: "责任分工", at: 3, before: rowsOf(sheet, 3, 1) })]);
  expect(receipt.skipped).toEqual([]);
  const saved = await host.save();
  const xml = text(saved, "xl/worksheets/sheet1.xml");
  expect(xml).toContain('<mergeCell ref="A3:A4"/>');
  expect(xml).toContain('sqref="D3:D5"');
  expect(xml).toContain("<xm:f>责任分工!F3:F5</xm:f>");
  expect(xml).toContain("<f>SUM(F3:F4)</f>");
  expect(text(saved, "xl/workbook.xml")).toContain("责任分工!$F$3:$F$5");
  expect(text(saved, "xl/charts/chart1.xml")).toContain("责任分工!$F$3:$F$5");
  expect(text(saved, "xl/worksheets/sheet2.xml")).toContain("SUM(责任分工!F3:F5)");
  expect(text(saved, "xl/pivotCache/pivotCacheDefinition1.xml")).toContain('ref="C2:F5"');
  expect(await changedParts(saved)).not.toContain("xl/vbaProject.bin");
});

test("undone, it is the same file to the byte again", async () => {
  const host = await createXlsxHost(kitchen);
  const receipt = await host.apply([change(setCell("责任分工", 3, 3, null, "市住建局")), change({ kind: "insert-rows", sheet: "责任分工", at: 3, cells: [["新"]] })]);
  await host.undo(receipt);
  expect(Buffer.compare(Buffer.from(await host.save()), Buffer.from(kitchen))).toBe(0);
});

test.each<readonly [string, Edit]>([
  ["a header of an Excel table", setCell("数据", 0, 1, "数量", "个数")],
  ["a column inside an Excel table", { kind: "insert-columns", sheet: "数据", at: 1, cells: [[]] }],
])("leaves out what would tear %s", async (_, edit) => {
  const host = await createXlsxHost(kitchen);
  expect(await host.apply([change(edit)])).toMatchObject({ applied: [], skipped: [{ reason: "covered-cell" }] });
});

const content: fc.Arbitrary<CellContent> = fc.oneof(fc.constant(null), fc.constantFrom<CellContent>("市财政局", "=A1", " 两端空格 ", "a&b<c>\"d\"", "一\n二", "_x0041_", { formula: "=F3*2" }, true), fc.integer({ min: -999, max: 999 }));

function editsOf(workbook: Workbook): fc.Arbitrary<Edit> {
  const sheet = findWorksheet(workbook, "责任分工");
  if (sheet === undefined) throw new Error("no sheet");
  const row = fc.integer({ min: 2, max: 9 });
  const column = fc.integer({ min: 0, max: 8 });
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(row, column, content).map(([r, c, after]) => setCell("责任分工", r, c, contentAt(sheet, r, c), after)) },
    { weight: 1, arbitrary: row.map((at): Edit => ({ kind: "delete-rows", sheet: "责任分工", at, before: rowsOf(sheet, at, 1) })) },
    { weight: 1, arbitrary: fc.tuple(row, content).map(([at, value]): Edit => ({ kind: "insert-rows", sheet: "责任分工", at, cells: [[null, value]] })) },
    { weight: 1, arbitrary: fc.tuple(column, content).map(([at, value]): Edit => ({ kind: "insert-columns", sheet: "责任分工", at, cells: [[null, null, value]] })) },
  );
}

/** Parts that speak of cells of the edited sheet; all others stay whatever the edit. */
const mayChange = new Set(["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/charts/chart1.xml", "xl/comments1.xml", "xl/drawings/drawing1.xml", "xl/drawings/vmlDrawing1.vml", "xl/pivotCache/pivotCacheDefinition1.xml"]);

test("random edits change only the parts they must, and give what the model says", async () => {
  const workbook = await (await createXlsxHost(kitchen)).read();
  await fc.assert(
    fc.asyncProperty(fc.array(editsOf(workbook), { minLength: 1, maxLength: 4 }), async (edits) => {
      const changes = edits.map((edit) => change(edit));
      const host = await createXlsxHost(kitchen);
      const receipt = await host.apply(changes);
      const { steps, applied } = arrange(workbook, changes);
      expect(receipt.applied).toEqual(applied);
      const saved = await host.save();
      const parts = await changedParts(saved);
      expect(parts.filter((part) => !mayChange.has(part))).toEqual([]);
      if (!steps.some(({ kind }) => kind !== "set-cell")) expect(parts.filter((part) => /charts|comments|drawings|pivot|sheet2/.test(part))).toEqual([]);
      const read = await (await createXlsxHost(saved)).read();
      const model = applySteps(workbook, steps, moveFormula);
      expect(read.worksheets.map(contentsOf)).toEqual(model.worksheets.map(contentsOf));
      expect(read.worksheets.map(({ merges }) => merges)).toEqual(model.worksheets.map(({ merges }) => merges));
    }),
    { numRuns: 150 },
  );
}, 60_000);

const soffice = ["/usr/bin/soffice", "/usr/bin/libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"].find((path) => existsSync(path));

(soffice === undefined ? test.skip : test)(
  "LibreOffice opens the result with the expected values (skipped where there is none)",
  async () => {
    const host = await createXlsxHost(kitchen);
    const sheet = findWorksheet(await host.read(), "责任分工");
    if (sheet === undefined) throw new Error("no sheet");
    await host.apply([change(setCell("责任分工", 4, 3, "市发展改革委", "=市财政局")), change(setCell("责任分工", 5, 5, 40, 45)), change({ kind: "delete-rows", sheet: "责任分工", at: 3, before: rowsOf(sheet, 3, 1) })]);
    const folder = mkdtempSync(join(tmpdir(), "qingdan-office-"));
    try {
      writeFileSync(join(folder, "edited.xlsm"), await host.save());
      execFileSync(soffice ?? "", ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", folder, join(folder, "edited.xlsm")], { stdio: "ignore", timeout: 120_000 });
      expect(readFileSync(join(folder, "edited.csv"), "utf8").trim().split("\n").map((line) => line.replace(/,+$/, ""))).toEqual([
        "云溪市重点任务",
        "类别,序号,重点任务,牵头部门,完成时限,分数,合计",
        "停车,1,开展普查,市城管局,2026年6月底前,10,11",
        ",3,规范收费,=市财政局,持续推进,30,40",
        "秩序,4,清理地锁,市城管局,2026年8月底前,45,85",
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  150_000,
);
