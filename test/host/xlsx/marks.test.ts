import fc from "fast-check";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Change, Edit } from "../../../src/core/edit";
import { marksOf, type LightLook, type OwnFormat } from "../../../src/core/marks";
import { findWorksheet, type CellContent, type Workbook } from "../../../src/core/workbook";
import { colorsOf, lightLooks, lightSchemes, markedFormula, readMarked } from "../../../src/host/format-mark";
import { readPackage, writePackage } from "../../../src/host/xlsx/package";
import { createXlsxHost, type XlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { makeKitchen } from "../../support/make-kitchen";
import { makeXlsx } from "../../support/make-xlsx";

const sheet = "责任分工";
const kitchen = makeKitchen();
const change = (...edits: Edit[]): Change => ({ title: { zh: "改", en: "edit" }, edits });
const text = (bytes: Uint8Array, part: string): string => new TextDecoder().decode(readPackage(bytes).get(part));

/** Names of the parts in which two files differ. */
function differences(one: Uint8Array, other: Uint8Array): string[] {
  const [a, b] = [readPackage(one), readPackage(other)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => Buffer.compare(Buffer.from(a.get(name) ?? []), Buffer.from(b.get(name) ?? [])) !== 0 || a.has(name) !== b.has(name)).sort();
}

const overdue: OwnFormat = { id: "期限", range: { top: 2, left: 0, bottom: 5, right: 6 }, formula: '=AND($E3<>"",$E3<TODAY())', look: "overdue", lights: "green-yellow-red" };
const keep: Edit = { kind: "keep-text", key: "flags", before: null, after: "{}" };
const marks: Edit[] = [
  keep,
  { kind: "set-conditional-formats", sheet, before: [], after: [overdue, { ...overdue, id: "临期", look: "due-soon" }, { ...overdue, id: "再", range: { ...overdue.range, left: 4, right: 4 } }] },
  { kind: "set-filter", sheet, before: null, after: { top: 1, left: 0, bottom: 5, right: 6 } },
  { kind: "set-note", sheet, row: 2, column: 4, before: null, after: "已超期 3 天\n请更新" },
  { kind: "set-note", sheet: "数据", row: 1, column: 1, before: null, after: "别的表上的批注" },
  { kind: "set-list", range: { sheet, top: 2, left: 5, bottom: 5, right: 5 }, before: null, after: { sheet: "单位名录", top: 1, left: 0, bottom: 2, right: 0 } },
];

/** What takes marks away again, as a later session would say it: from what it reads. */
function clearing(workbook: Workbook, columns: readonly { readonly sheet: string; readonly at: number; readonly count: number }[] = []): Edit[] {
  const edits = workbook.worksheets.flatMap((worksheet): Edit[] => {
    const { name } = worksheet;
    const gone = columns.find((each) => each.sheet === name);
    const isGone = (column: number): boolean => gone !== undefined && column >= gone.at && column < gone.at + gone.count;
    const { filter, ownFormats, notes = [], validations = [] } = marksOf(worksheet);
    return [
      ...(ownFormats ? [{ kind: "set-conditional-formats", sheet: name, before: ownFormats, after: [] } as const] : []),
      ...(filter ? [{ kind: "set-filter", sheet: name, before: filter, after: null } as const] : []),
      ...notes.flatMap((note) => (note.isOwn && !isGone(note.column) ? [{ kind: "set-note", sheet: name, row: note.row, column: note.column, before: note.text, after: null } as const] : [])),
      ...validations.flatMap(({ range, source }) => (source?.sheet === "单位名录" ? [{ kind: "set-list", range: { sheet: name, ...range }, before: source, after: null } as const] : [])),
      ...(gone ? [{ kind: "delete-columns", sheet: name, at: gone.at, before: Array.from({ length: gone.count }, (_, index) => columnOf(workbook, name, gone.at + index)) } as const] : []),
    ];
  });
  return [...edits, ...[...(workbook.kept ?? [])].map(([key, before]): Edit => ({ kind: "keep-text", key, before, after: null }))];
}

function columnOf(workbook: Workbook, name: string, column: number): CellContent[] {
  const worksheet = findWorksheet(workbook, name);
  return Array.from({ length: worksheet?.rowCount ?? 0 }, (_, row) => {
    const formula = worksheet?.columns[column]?.formulas.get(row);
    return formula === undefined ? (worksheet?.columns[column]?.values[row] ?? null) : { formula };
  });
}

async function marked(bytes: Uint8Array, ...edits: Edit[]): Promise<XlsxHost> {
  const host = await createXlsxHost(bytes);
  expect((await host.apply([change(...edits)])).skipped).toEqual([]);
  return host;
}

async function cleared(bytes: Uint8Array, ...columns: Parameters<typeof clearing>[1] & object): Promise<XlsxHost> {
  const host = await createXlsxHost(bytes);
  const receipt = await host.apply([change(...clearing(await host.read(), columns))]);
  expect(receipt.skipped).toEqual([]);
  return host;
}

test("marks change only the parts that hold them, and leave what a person has there", async () => {
  const saved = await (await marked(kitchen, ...marks)).save();
  expect(differences(saved, kitchen)).toEqual([
    "[Content_Types].xml",
    "customXml/_rels/item2.xml.rels",
    "customXml/item2.xml",
    "customXml/itemProps1.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/comments1.xml",
    "xl/comments2.xml",
    "xl/drawings/vmlDrawing1.vml",
    "xl/drawings/vmlDrawing2.vml",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/worksheets/_rels/sheet2.xml.rels",
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
  ]);
  const xml = text(saved, "xl/worksheets/sheet1.xml");
  expect(xml).toContain('<conditionalFormatting sqref="D3:D6"><cfRule type="expression" priority="1"><formula>D3=""</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="A3:G6"><cfRule type="expression" dxfId="0" priority="2">');
  expect(xml).toContain('<dataValidations count="2"><dataValidation type="list" allowBlank="1" sqref="D3:D6"><formula1>单位</formula1></dataValidation>');
  expect(text(saved, "xl/comments1.xml")).toContain("请补牵头");
  const again = await (await createXlsxHost(saved)).read();
  expect(findWorksheet(again, sheet)?.notes).toEqual([
    { row: 2, column: 4, text: "已超期 3 天\n请更新", isOwn: true },
    { row: 3, column: 3, text: "请补牵头", isOwn: false },
  ]);
  expect(again.worksheets.map(({ columns }) => columns)).toEqual((await (await createXlsxHost(kitchen)).read()).worksheets.map(({ columns }) => columns));
});

test.each<readonly [string, Edit]>([
  ["a note of a person's own", { kind: "set-note", sheet, row: 3, column: 3, before: null, after: "盖掉" }],
  ["a person's own condition", { kind: "set-list", range: { sheet, top: 5, left: 3, bottom: 5, right: 3 }, before: null, after: { sheet: "单位名录", top: 1, left: 0, bottom: 2, right: 0 } }],
  ["the filter of an Excel table", { kind: "set-filter", sheet: "数据", before: null, after: { top: 0, left: 0, bottom: 3, right: 1 } }],
])("%s is left alone", async (_, edit) => {
  const host = await createXlsxHost(kitchen);
  expect(await host.apply([change(edit)])).toMatchObject({ applied: [], skipped: [{ reason: "not-ours" }] });
  expect(Buffer.compare(Buffer.from(await host.save()), Buffer.from(kitchen))).toBe(0);
});

test("cleared in the same session, it is the same file to the byte", async () => {
  const host = await marked(kitchen, ...marks);
  await host.apply([change(...clearing(await host.read()))]);
  expect(Buffer.compare(Buffer.from(await host.save()), Buffer.from(kitchen))).toBe(0);
});

/** A file as Excel writes it: spans, shared formulas, a chain of calculation, widths to the sheet's end, styles in use. */
function likeExcel(): Uint8Array {
  const cells: CellContent[][] = [["重点任务清单"], ["任务", "时限", "分", "累计"], ...Array.from({ length: 20 }, (_, index): CellContent[] => [`任务${index + 1}`, 46_000 + index, index, { formula: `=C${index + 3}*2` }])];
  const bytes = makeXlsx([{ name: "清单", cells, widths: [30, 14, 8, 8], styleOf: (row) => (row === 1 ? 2 : 3) }, { name: "单位名录", cells: [["标准名称"], ["市城管局"], ["市水利局"]] }], {
    workbookTail: '<calcPr calcId="191029"/>',
  });
  return rewritten(bytes, "xl/worksheets/sheet1.xml", (xml) =>
    xml
      .replace(/<row r="(\d+)"/g, (_, row: string) => `<row r="${row}" spans="1:4" ht="18"`)
      .replace(/<cols>[\s\S]*?<\/cols>/, '<cols><col min="1" max="1" width="30" customWidth="1"/><col min="2" max="16384" width="9" style="1"/></cols>')
      .replace(/<f>C3\*2<\/f>/, '<f t="shared" ref="D3:D22" si="0">C3*2</f>')
      .replace(/<f>C\d+\*2<\/f>/g, '<f t="shared" si="0"/>'),
  );
}

function rewritten(bytes: Uint8Array, part: string, rewrite: (xml: string) => string): Uint8Array {
  const parts = new Map(readPackage(bytes));
  parts.set(part, new TextEncoder().encode(rewrite(text(bytes, part))));
  return writePackage(parts);
}

/** Columns as flags bring them in: a word, days left, and a hidden date, all computing. */
const flagged = (name: string, at: number, rows: number): Edit[] => [
  {
    kind: "insert-columns",
    sheet: name,
    at,
    cells: [[null, "状态", ...Array.from({ length: rows }, (_, index): CellContent => ({ formula: `=IF(B${index + 3}<TODAY(),"● 超期","■ 正常")` }))], [null, "剩余天数", ...Array.from({ length: rows }, (_, index): CellContent => ({ formula: `=B${index + 3}-TODAY()` }))], [null, "时限", 46_000]],
    layout: [{ width: 12, formats: [{ first: 0, last: rows + 1, format: "General" }] }, { width: 10, formats: [{ first: 2, last: rows + 1, format: "0" }] }, { isHidden: true, formats: [{ first: 2, last: rows + 1, format: "yyyy-mm-dd" }] }],
  },
  keep,
  { kind: "set-conditional-formats", sheet: name, before: [], after: [{ ...overdue, range: { top: 2, left: 0, bottom: rows + 1, right: at } }] },
  { kind: "set-note", sheet: name, row: 2, column: at, before: null, after: "已超期" },
];

test.each<readonly [string, Uint8Array, string, number]>([
  ["at the right end", likeExcel(), "清单", 4],
  ["right after the deadline", likeExcel(), "清单", 2],
  ["in a workbook of everything, at the right end", kitchen, sheet, 7],
])("columns brought in %s, saved, opened again and taken away leave every part as it was", async (_, bytes, name, at) => {
  const host = await createXlsxHost(bytes);
  expect((await host.apply([change(...flagged(name, at, 4))])).skipped).toEqual([]);
  const saved = await host.save();
  const again = await cleared(saved, { sheet: name, at, count: 3 });
  expect(differences(await again.save(), bytes)).toEqual([]);
});
