import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { decodeText } from "../../src/document/decode-text";
import { DocumentError, type DocumentErrorCode } from "../../src/document/document-error";
import { readDocument, readPasted } from "../../src/document/read-document";
import { drawDocument } from "../support/draw-document";
import { documentXml, makeDocx, namespaces, paragraph } from "../support/make-docx";
import { makeXlsx } from "../support/make-xlsx";

const docx = makeDocx(paragraph("一、总体要求") + paragraph("推进城市更新。"), { styles: "", numbering: "" });

/** The head of a compound file, with the name of a stream somewhere in its directory. */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [index, letter] of Array.from(stream).entries()) bytes[1024 + index * 2] = letter.charCodeAt(0);
  return bytes;
}

function largeCompound(stream: string): Uint8Array {
  const bytes = new Uint8Array(6 * 1024 ** 2);
  bytes.set(compound(""));
  const sector = 10_000;
  new DataView(bytes.buffer).setUint16(30, 9, true);
  new DataView(bytes.buffer).setUint32(48, sector, true);
  for (const [index, letter] of Array.from(stream).entries()) bytes[(sector + 1) * 512 + 128 + index * 2] = letter.charCodeAt(0);
  return bytes;
}

function codeOf(bytes: Uint8Array, name: string): DocumentErrorCode | "read" {
  try {
    readDocument(bytes, name);
    return "read";
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    expect(error.text.zh).toMatch(/[\u4e00-\u9fff]{4}/);
    expect(`${error.text.zh}${error.text.en}`).not.toMatch(/undefined|\[object|Error:|\n/);
    return error.code;
  }
}

const without = (part: string): Uint8Array => zipSync(Object.fromEntries(Object.entries(unzipSync(docx)).filter(([name]) => name !== part)));
const withParts = (parts: Record<string, Uint8Array | string>): Uint8Array => makeDocx("", { parts });
const entities = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "甲甲甲甲甲甲甲甲甲甲"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ${namespaces}><w:body>${paragraph("&b;&x;")}</w:body></w:document>`;

test.each<readonly [string, Uint8Array | (() => Uint8Array), string, DocumentErrorCode | "read"]>([
  ["a Word document", docx, "方案.docx", "read"],
  ["one under another name", docx, "方案.doc", "read"],
  ["one with macros", withParts({ "word/document.xml": documentXml(paragraph("任务。")), "word/vbaProject.bin": new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]) }), "方案.docm", "read"],
  ["one without content types, styles and numbering", without("[Content_Types].xml"), "方案.docx", "read"],
  ["one in UTF-16", withParts({ "word/document.xml": Buffer.from(`\ufeff${documentXml(paragraph("任务。"))}`, "utf16le") }), "方案.docx", "read"],
  ["an empty file", new Uint8Array(), "方案.docx", "empty"],
  ["a document without text", makeDocx(paragraph("　 ")), "方案.docx", "empty"],
  ["a text without text", strToU8("\ufeff \n\n- 1 -\n"), "方案.txt", "empty"],
  ["an old .doc", compound("WordDocument"), "方案.doc", "old-word"],
  ["an old .doc called .docx", compound("WordDocument"), "方案.docx", "old-word"],
  ["an old .wps", compound("Contents"), "方案.wps", "old-word"],
  ["rich text", strToU8("{\\rtf1\\ansi text}"), "方案.doc", "old-word"],
  ["a document as one XML file", strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'), "方案.doc", "old-word"],
  ["an encrypted document", compound("EncryptionInfo"), "方案.docx", "encrypted"],
  ["a large encrypted document, its directory at its end", () => largeCompound("EncryptionInfo"), "方案.docx", "encrypted"],
  ["another compound file", compound("Workbook"), "清单.xls", "not-a-document"],
  ["a workbook", makeXlsx([{ name: "表", cells: [["任务"]] }]), "清单.xlsx", "not-a-document"],
  ["a zip of something else", zipSync({ "说明.txt": strToU8("你好") }), "文件.zip", "not-a-document"],
  ["a PDF", strToU8("%PDF-1.7\n%âãÏÓ"), "方案.pdf", "not-a-document"],
  ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), "扫描.png", "not-a-document"],
  ["bytes of no kind", Uint8Array.from({ length: 5000 }, (_, index) => (index * index * 31 + index) % 256), "文件.bin", "not-a-document"],
  ["half a document", docx.slice(0, Math.floor(docx.length / 2)), "方案.docx", "damaged"],
  ["a document without its end", docx.slice(0, -30), "方案.docx", "damaged"],
  ["a document without its main part", without("word/document.xml"), "方案.docx", "damaged"],
  ["a main part that breaks off", withParts({ "word/document.xml": documentXml(paragraph("任务。")).slice(0, -40) }), "方案.docx", "damaged"],
  ["a document type with entities", withParts({ "word/document.xml": entities }), "方案.docx", "damaged"],
  ["a document type in the styles", withParts({ "word/document.xml": documentXml(paragraph("任务。")), "word/styles.xml": "<!DOCTYPE s><s/>" }), "方案.docx", "damaged"],
  ["nesting a hundred thousand deep", () => withParts({ "word/document.xml": documentXml(`${"<w:sdt>".repeat(100_000)}${"</w:sdt>".repeat(100_000)}`) }), "方案.docx", "damaged"],
  ["tables a hundred thousand deep", () => withParts({ "word/document.xml": documentXml(`${"<w:tbl><w:tr><w:tc>".repeat(100_000)}${"</w:tc></w:tr></w:tbl>".repeat(100_000)}`) }), "方案.docx", "damaged"],
  ["a bomb", () => zipSync({ "_rels/.rels": unzipSync(docx)["_rels/.rels"] ?? new Uint8Array(), "word/document.xml": new Uint8Array(300 * 1024 ** 2) }, { level: 9 }), "方案.docx", "too-large"],
  ["a bomb that nobody asks for", () => zipSync({ ...unzipSync(docx), "word/media/image1.xml": new Uint8Array(50 * 1024 ** 2) }, { level: 9 }), "方案.docx", "read"],
])("%s", (_, bytes, name, code) => {
  expect(codeOf(typeof bytes === "function" ? bytes() : bytes, name)).toBe(code);
});

test("nothing is run and nothing is fetched", () => {
  const html = '<p onclick="alert(1)">甲。</p><script>throw new Error()</script><img src=x onerror="throw 1"><iframe src="http://localhost/x"></iframe><a href="javascript:alert(1)">乙。</a>';
  expect(drawDocument(readPasted({ html, text: "" }))).toEqual(["1: 甲。", "2: 乙。"]);
});

const sample = "关于印发《临河市城市更新行动方案》的通知\n一、总体要求\n责任单位：市财政局";
/** 任务责任单位 and a line end, as GBK keeps them. */
const gbk = Uint8Array.from([0xc8, 0xce, 0xce, 0xf1, 0xd4, 0xf0, 0xc8, 0xce, 0xb5, 0xa5, 0xce, 0xbb, 0x0a]);
const bigEndian = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le").swap16());

test.each<readonly [string, Uint8Array, string]>([
  ["UTF-8", strToU8(sample), sample],
  ["UTF-8 with its mark", strToU8(`\ufeff${sample}`), sample],
  ["UTF-8 cut inside a character", strToU8(sample).slice(0, -1), `${sample.slice(0, -1)}\ufffd`],
  ["UTF-16 little-endian with its mark", new Uint8Array(Buffer.from(`\ufeff${sample}`, "utf16le")), sample],
  ["UTF-16 big-endian with its mark", bigEndian(`\ufeff${sample}`), sample],
  ["UTF-16 little-endian without", new Uint8Array(Buffer.from(sample, "utf16le")), sample],
  ["UTF-16 big-endian without", bigEndian(sample), sample],
  ["GB18030", gbk, "任务责任单位\n"],
  ["plain ASCII", strToU8("1. plan\n"), "1. plan\n"],
])("encodings: %s", (_, bytes, expected) => {
  expect(decodeText(bytes)).toBe(expected);
});

test("UTF-8 with one bad byte is still UTF-8", () => {
  const bytes = strToU8(sample.repeat(20));
  bytes[200] = 0xff;
  expect(decodeText(bytes)).toContain("临河市城市更新行动方案");
});

test("any bytes give a document or a DocumentError", () => {
  const name = fc.constantFrom("a.docx", "a.txt", "a.html", "a.doc", "");
  fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: "binary", maxLength: 300 }).map((text) => strToU8(text))), name, (bytes, file) => void codeOf(bytes, file)), { numRuns: 500 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(docx.length - 1), fc.nat(255)), { maxLength: 5 }), fc.nat(docx.length), name, (changes, length, file) => {
      const bytes = docx.slice(0, length === 0 ? docx.length : length);
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      codeOf(bytes, file);
    }),
    { numRuns: 500 },
  );
});

test("any markup and any lines give a document", () => {
  const tags = fc.array(fc.constantFrom("<table>", "<tr>", "<td rowspan=2>", "<td colspan=3>", "</td>", "</tr>", "</table>", "<p>", "</p>", "<ol>", "<li>", "</ol>", "<br>", "<pre>", "<div style='display:none'>", "</div>", "<span style='mso-list:Ignore'>", "</span>", "甲", "1.", "\n", "<h1>", "</h1>", "<!--", "-->", "<center>"), { maxLength: 60 });
  fc.assert(fc.property(tags, (pieces) => void readPasted({ html: `${pieces.join("")}<p>尾</p>`, text: "尾" })), { numRuns: 1000 });
  const lines = fc.array(fc.constantFrom("\t", "\t甲", "甲\t乙", "甲\t\"乙", "丙", "", "一、甲", "│甲│乙│", "├──┼──┤", "│  ├──┤", "+--+--+", "|甲|乙|", "责任单位：甲局、", "（责任单位：甲", "- 3 -", "加强统筹，健全机制，切实提升治理能力和服务水平，努力"), { maxLength: 40 });
  fc.assert(fc.property(lines, (pieces) => void readPasted({ text: `尾\n${pieces.join("\n")}` })), { numRuns: 1000 });
});

test("every grid is full: as wide in every row, each cell within it, nothing but spans undefined", () => {
  const cell = fc.record({ rowSpan: fc.integer({ min: 0, max: 4 }), columnSpan: fc.integer({ min: 1, max: 4 }) });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 }), (rows) => {
      const html = `<table>${rows.map((row) => `<tr>${row.map(({ rowSpan, columnSpan }) => `<td rowspan=${rowSpan} colspan=${columnSpan}>甲`).join("")}`).join("")}</table><p>乙`;
      for (const block of readPasted({ html, text: "" }).blocks) {
        if (block.kind === "paragraph") continue;
        const width = block.rows[0]?.length ?? 0;
        const covered = new Set<string>();
        block.rows.forEach((row, top) => {
          expect(row).toHaveLength(width);
          row.forEach((place, left) => {
            if (place === undefined) return;
            for (let line = top; line < top + place.rowSpan; line++) for (let column = left; column < left + place.columnSpan; column++) covered.add(`${line},${column}`);
            expect([top + place.rowSpan <= block.rows.length, left + place.columnSpan <= width]).toEqual([true, true]);
          });
        });
        expect(covered.size).toBe(block.rows.length * width);
      }
    }),
    { numRuns: 500 },
  );
});
