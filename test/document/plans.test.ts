import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Block, DocumentTable, PlanDocument } from "../../src/document/document";
import { readPlan } from "../../src/document/plan";
import { readDocument } from "../../src/document/read-document";
import { readNumbering } from "../../src/language/numbering";

const plans = ["brackets", "labels", "tables"];
const read = (path: string): PlanDocument => readDocument(new Uint8Array(readFileSync(path)), path);
const planOf = (name: string): PlanDocument => read(join(__dirname, "plans", `${name}.txt`));

test.each([
  ["brackets", 22, 0],
  ["labels", 22, 0],
  ["tables", 4, 2],
])("%s reads as paragraphs and tables", (name, paragraphs, tables) => {
  const { blocks, notes } = planOf(name);
  expect([blocks.filter(({ kind }) => kind === "paragraph").length, blocks.filter(({ kind }) => kind === "table").length, notes]).toEqual([paragraphs, tables, []]);
});

test("the tables have all their cells", () => {
  expect(planOf("tables").blocks.flatMap((block) => (block.kind === "table" ? [[block.rows.length, block.rows[0]?.length]] : []))).toEqual([[6, 6], [5, 5]]);
});

/** Categories, written once, become cells over several rows; paragraphs with numbers of the levels given become lists. */
function toHtml({ blocks }: PlanDocument, asLists: boolean): string {
  const escape = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const body = blocks.map((block, index) => (block.kind === "table" ? tableHtml(block, escape) : paragraphHtml(block.text, index === 0, asLists, escape)));
  return `<html><head><meta charset="utf-8"></head><body>${body.join("\n")}</body></html>`;
}

function paragraphHtml(text: string, isFirst: boolean, asLists: boolean, escape: (text: string) => string): string {
  const numbering = readNumbering(text);
  if (isFirst) return `<p align="center">${escape(text)}</p>`;
  if (asLists && numbering?.style === "digit-dot") return `<ol start="${numbering.value}"><li><p>${escape(text.slice(numbering.length))}</p></li></ol>`;
  return numbering?.level === 1 ? `<h1>${escape(text)}</h1>` : `<p>${escape(text)}</p>`;
}

function tableHtml({ rows }: DocumentTable, escape: (text: string) => string): string {
  const lines = rows.map((row, index) => {
    const cells = row.flatMap((cell, column) => {
      if (column === 0 && cell?.text === "") return [];
      let span = 1;
      while (column === 0 && rows[index + span]?.[0]?.text === "") span += 1;
      return [`<td rowspan="${span}"><p>${escape(cell?.text ?? "")}</p></td>`];
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table border="1">${lines.join("")}</table>`;
}

/** What the blocks say: a number's style and white space do not count, a cell spanned from above counts as blank. */
function textsOf(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => (block.kind === "paragraph" ? plain(block.text) : block.rows.map((row) => row.map((cell) => plain(cell?.text ?? "")))));
}

const plain = (text: string): string => text.replace(/[\s\u00a0]/g, "");

/** What a clerk sees of the rows; where in the document they stood differs by its kind. */
function rowsOf(document: PlanDocument) {
  return readPlan(document).tasks.map(({ category, number, task, leads, leadBasis, responsible, etc, deadlineText, deadlineDate, milestones }) => ({ category, number, task: plain(task), leads, leadBasis, responsible, etc, deadlineText, deadlineDate, milestones }));
}

/** LibreOffice may be there without its Writer; SOFFICE names another one. */
const soffice = [process.env["SOFFICE"] ?? "", "/usr/bin/soffice", "/usr/bin/libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"].find((path) => {
  const folder = existsSync(path) ? dirname(realpathSync(path)) : "";
  return [join(folder, "libswlo.so"), join(folder, "../Frameworks/libswlo.dylib")].some((file) => folder !== "" && existsSync(file));
});

(soffice === undefined ? test.skip : test)(
  "LibreOffice's .docx and .html of the plans say the same",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "plans-"));
    try {
      const convert = (filter: string, outdir: string, files: readonly string[], more: readonly string[] = []): void => {
        execFileSync(soffice ?? "", ["--headless", `-env:UserInstallation=file://${folder}/profile`, ...more, "--convert-to", filter, "--outdir", join(folder, outdir), ...files], { stdio: "ignore", timeout: 120_000 });
      };
      const variants = plans.flatMap((name) => [false, true].map((asLists) => ({ name, file: `${name}${asLists ? "-lists" : ""}`, asLists })));
      for (const { name, file, asLists } of variants) writeFileSync(join(folder, `${file}.html`), toHtml(planOf(name), asLists));
      convert("docx:MS Word 2007 XML", "word", variants.map(({ file }) => join(folder, `${file}.html`)), ["--infilter=HTML (StarWriter)"]);
      convert("html:HTML (StarWriter)", "page", variants.map(({ file }) => join(folder, "word", `${file}.docx`)));
      for (const { name, file } of variants) {
        const expected = textsOf(planOf(name).blocks);
        for (const path of [`${file}.html`, `word/${file}.docx`, `page/${file}.html`]) expect({ path, texts: textsOf(read(join(folder, path)).blocks) }).toEqual({ path, texts: expected });
        // and become the same rows
        const rows = rowsOf(planOf(name));
        expect(rows.length).toBeGreaterThan(3);
        for (const path of [`${file}.html`, `word/${file}.docx`, `page/${file}.html`]) expect({ path, rows: rowsOf(read(join(folder, path))) }).toEqual({ path, rows });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  180_000,
);
