import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { HostError } from "../../../src/host/host-error";
import { describeHostError } from "../../../src/host/host-messages";
import { checksum, checksumsOf } from "../../../src/zip/checksums";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { check } from "../../../src/core/check";
import { stringifyAddress } from "../../../src/core/address";
import { setCell } from "../../../src/core/edit";
import { defaultSettings } from "../../../src/core/settings";
import { valueAt } from "../../../src/core/workbook";
import { rules } from "../../../src/rules";
import { templates } from "../../../src/templates";
import { makeKitchen } from "../../support/make-kitchen";
import { makeXlsx } from "../../support/make-xlsx";

const plain = makeXlsx([{ name: "责任分工", cells: [["重点任务", "牵头部门", "完成时限"], ["开展普查", "市城管局", "2026年底前"]] }]);

/** The head of a compound file, with the name of a stream somewhere in its directory. */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [index, letter] of Array.from(stream).entries()) bytes[1024 + index * 2] = letter.charCodeAt(0);
  return bytes;
}

const sheetPart = "xl/worksheets/sheet1.xml";

/** The plain workbook with its sheet's XML changed. */
function withSheet(change: (xml: string) => string, encode: (xml: string) => Uint8Array = (xml) => strToU8(xml)): Uint8Array {
  const parts = unzipSync(plain);
  return zipSync({ ...parts, [sheetPart]: encode(change(strFromU8(parts[sheetPart] ?? new Uint8Array()))) });
}

function without(part: string): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(unzipSync(plain)).filter(([name]) => name !== part)));
}

/** 普 becomes another character: what is packed is not what was packed. */
function changedByte(): Uint8Array {
  const stored = zipSync(unzipSync(plain), { level: 0 });
  const at = Buffer.from(stored).indexOf("普查");
  stored[at + 2] = 0xad;
  return stored;
}

const utf16 = (text: string, isBig = false): Uint8Array => {
  const bytes = Buffer.from(text, "utf16le");
  return new Uint8Array(isBig ? bytes.swap16() : bytes);
};

const zip = (parts: Record<string, string>): Uint8Array => zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const rels = (target: string): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    const host = await createXlsxHost(bytes);
    check({ workbook: await host.read(), templates, rules, settings: defaultSettings("2026-01-01") });
    return "opened";
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const { zh, en } = describeHostError(error);
    expect(zh).toMatch(/[\u4e00-\u9fff]{4}/);
    expect(`${zh}${en}`).not.toMatch(/undefined|\[object|Error:|\n/);
    return error.code;
  }
}

test.each<readonly [string, Uint8Array, string]>([
  ["an empty file", new Uint8Array(0), "empty-file"],
  ["a text file", strToU8("任务,单位\n修桥,市交通局"), "not-a-workbook"],
  ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "not-a-workbook"],
  ["an old .xls", compound("Workbook"), "old-format"],
  ["an encrypted workbook", compound("EncryptedPackage"), "encrypted"],
  ["a Word document", zip({ "_rels/.rels": rels("word/document.xml"), "word/document.xml": "<w:document xmlns:w='urn:w'/>" }), "not-a-workbook"],
  ["a zip of something else", zip({ "说明.txt": "你好" }), "not-a-workbook"],
  ["half a workbook", plain.slice(0, Math.floor(plain.length / 2)), "damaged"],
  ["a workbook without its end", plain.slice(0, -30), "damaged"],
  ["a workbook part that is no XML", zip({ "_rels/.rels": rels("xl/workbook.xml"), "xl/workbook.xml": "<workbook><sheets>" }), "damaged"],
  ["a bomb", zipSync({ "_rels/.rels": strToU8(rels("xl/workbook.xml")), "xl/big.xml": new Uint8Array(700 * 1024 * 1024) }, { level: 1 }), "too-large"],
  ["a byte that changed on the way", changedByte(), "damaged"],
  ["a sheet that breaks off in a cell", withSheet((xml) => xml.slice(0, xml.indexOf("开展普查") + 2)), "damaged"],
  ["a sheet that breaks off after a row", withSheet((xml) => xml.slice(0, xml.indexOf("</row>") + 6)), "damaged"],
  ["a sheet that breaks off after the cells", withSheet((xml) => xml.slice(0, xml.indexOf("</sheetData>") + 12)), "damaged"],
  ["a sheet that is no XML", withSheet(() => "这不是工作表"), "damaged"],
  ["a sheet without a byte", withSheet(() => ""), "damaged"],
  ["a sheet that is listed and not there", without("xl/worksheets/sheet1.xml"), "damaged"],
  ["sheets whose parts nothing names", without("xl/_rels/workbook.xml.rels"), "damaged"],
  ["texts that are not in the list of texts", withSheet((xml) => xml.replace(/<c r="A1"[\s\S]*?<\/c>/, '<c r="A1" t="s"><v>7</v></c>')), "damaged"],
  ["a document type with entities", zip({ "_rels/.rels": rels("xl/workbook.xml"), "xl/workbook.xml": '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx">]><workbook><sheets>&x;</sheets></workbook>' }), "damaged"],
])("%s ends in a clear sentence", async (_, bytes, code) => {
  expect(await codeOf(bytes)).toBe(code);
}, 60_000);

test("checksums are those of the directory", () => {
  expect(checksumsOf(plain)).toEqual(Object.values(unzipSync(plain)).map(checksum));
  expect(checksum(strToU8("123456789"))).toBe(0xcbf43926);
});

test("backslashes in the names are no reason to refuse", async () => {
  const parts = makeXlsx([{ name: "表", cells: [["甲"]] }]);
  const text = Buffer.from(parts).toString("latin1").replace(/xl\/worksheets\/sheet1\.xml/g, "xl\\worksheets\\sheet1.xml");
  expect(await codeOf(new Uint8Array(Buffer.from(text, "latin1")))).toBe("opened");
});

test.each<readonly [string, (xml: string) => Uint8Array]>([
  ["UTF-16 with a mark", (xml) => utf16(`\ufeff${xml.replace("UTF-8", "UTF-16")}`)],
  ["UTF-16 without one", (xml) => utf16(xml.replace("UTF-8", "UTF-16"), true)],
  ["UTF-8 with a mark", (xml) => strToU8(`\ufeff${xml}`)],
  ["UTF-8 that calls itself UTF-16", (xml) => strToU8(xml.replace("UTF-8", "UTF-16"))],
  ["another encoding that it declares", (xml) => Uint8Array.from(Buffer.from(xml.replace("UTF-8", "ISO-8859-1").replace(/[\u0100-\uffff]/g, (letter) => `&#${letter.charCodeAt(0)};`).replace("任务", "caf\u00e9"), "latin1"))],
])("a sheet in %s is read, and what is written to it says that it is UTF-8", async (_, encode) => {
  const host = await createXlsxHost(withSheet((xml) => xml, encode));
  expect((await host.read()).worksheets[0]?.columns.map((column) => column?.values[0])).toEqual(["重点任务", "牵头部门", "完成时限"]);
  await host.apply([{ title: { zh: "改", en: "edit" }, edits: [setCell("责任分工", 1, 0, "开展普查", "开展统计")] }]);
  const xml = strFromU8(unzipSync(await host.save())[sheetPart] ?? new Uint8Array());
  expect(xml).toMatch(/^<\?xml [^>]*encoding="UTF-8"/);
  expect((await (await createXlsxHost(await host.save())).read()).worksheets[0]?.columns[0]?.values[1]).toBe("开展统计");
});

test("any broken byte ends in a sentence or in a workbook, never in a crash", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(plain, makeKitchen()), fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 }), async (source, changes) => {
      const bytes = source.slice();
      for (const [place, byte] of changes) bytes[place % bytes.length] = byte;
      await codeOf(bytes);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test("any broken byte inside a part, packed again as if it belonged there, ends so too", async () => {
  const sources = [unzipSync(plain), unzipSync(makeKitchen())];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...sources), fc.nat(), fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 }), async (parts, which, changes) => {
      const names = Object.keys(parts);
      const name = names[which % names.length] ?? "";
      const bytes = (parts[name] ?? new Uint8Array()).slice();
      for (const [place, byte] of changes) if (bytes.length > 0) bytes[place % bytes.length] = byte;
      await codeOf(zipSync({ ...parts, [name]: bytes }, { level: 0 }));
    }),
    { numRuns: 300 },
  );
}, 60_000);

test("any cut ends so too", async () => {
  await fc.assert(fc.asyncProperty(fc.nat({ max: plain.length - 1 }), async (length) => void (await codeOf(plain.slice(0, length)))), { numRuns: 100 });
});

describe("odd but honest workbooks", () => {
  test("no rows at all", async () => {
    expect(await codeOf(makeXlsx([{ name: "表", cells: [] }]))).toBe("opened");
  });

  test("formulas only", async () => {
    expect(await codeOf(makeXlsx([{ name: "表", cells: [[{ formula: "=1+1" }, { formula: "=A1" }]] }]))).toBe("opened");
  });

  test("16,384 columns, and one more cell in the last corner", async () => {
    const wide = Array.from({ length: 16_384 }, (_, column) => (column % 2 === 0 ? "任务" : "责任单位"));
    const bytes = makeXlsx([{ name: "宽表", cells: [wide, ["修桥", "市交通局"]] }, { name: "角", cells: [], tail: "" }]);
    const host = await createXlsxHost(bytes);
    await host.apply([{ title: { zh: "改", en: "edit" }, edits: [setCell("角", 1_048_575, 16_383, null, "末")] }]);
    const workbook = await host.read();
    expect(workbook.worksheets.map(({ rowCount, columnCount }) => [rowCount, columnCount])).toEqual([[2, 16_384], [1_048_576, 16_384]]);
    check({ workbook, templates, rules, settings: defaultSettings("2026-01-01") });
  }, 30_000);

  test("merged areas that overlap, as no Excel writes them", async () => {
    const list = makeXlsx([{ name: "表", cells: [["序号", "重点任务", "牵头部门", "完成时限"], [1, "开展普查", "市城管局", "2026年底前"]], merges: ["B2:B1048576", ...Array.from({ length: 20_000 }, () => "B2:B1048576"), "A2:C3", "A4:A5"] }]);
    const host = await createXlsxHost(list);
    const workbook = await host.read();
    expect(workbook.worksheets[0]?.merges.map(stringifyAddress)).toEqual(["A2:C3", "A4:A5"]);
    check({ workbook, templates, rules, settings: defaultSettings("2026-01-01") });
  }, 30_000);

  test("sixty thousand merged rows take no longer than as many plain ones would many times over", async () => {
    const rows = Array.from({ length: 60_000 }, (_, row) => [`第${row + 1}类`]);
    const workbook = await (await createXlsxHost(makeXlsx([{ name: "表", cells: [["序号", "重点任务", "牵头部门", "完成时限"], ...rows], merges: rows.map((_, row) => `A${row + 2}:D${row + 2}`) }]))).read();
    const start = performance.now();
    check({ workbook, templates, rules, settings: defaultSettings("2026-01-01") });
    expect(performance.now() - start).toBeLessThan(1500);
  }, 30_000);

  test("a cell of a million characters is read whole and quoted short", async () => {
    const long = "XX".repeat(500_000);
    const host = await createXlsxHost(makeXlsx([{ name: "表", cells: [["重点任务", "牵头部门", "完成时限"], [long, "市城管局", "2026年底前"]] }]));
    const workbook = await host.read();
    const sheet = workbook.worksheets[0];
    expect(sheet === undefined ? "" : valueAt(sheet, 1, 0)).toBe(long);
    const { diagnostics } = check({ workbook, templates, rules, settings: defaultSettings("2026-01-01") });
    expect(Math.max(...diagnostics.map(({ message }) => message.zh.length))).toBeLessThan(300);
  }, 30_000);

  test("a formula of more than a thousand terms", async () => {
    const formula = `=${Array.from({ length: 2000 }, (_, index) => `A${index + 1}`).join("+")}`;
    const host = await createXlsxHost(makeXlsx([{ name: "表", cells: [["甲", { formula }]] }]));
    const receipt = await host.apply([{ title: { zh: "改", en: "edit" }, edits: [{ kind: "insert-rows", sheet: "表", at: 0, cells: [[]] }] }]);
    expect(receipt.skipped).toEqual([]);
    expect((await host.read()).worksheets[0]?.columns[1]?.formulas.get(1)).toMatch(/^=A2\+A3.*A2001$/);
  });
});
