import { Zip, ZipDeflate, strToU8 } from "fflate";
import { stringifyColumn } from "../../src/core/address";
import { hospitals } from "../support/indicator-workbooks/places";
import { makeRandom } from "../support/indicator-workbooks/random";
import { draw, growthSubjects, headed, healthSubjects, type Subject } from "../support/indicator-workbooks/subjects";

const subjects: readonly Subject[] = [...healthSubjects, ...growthSubjects];
const firstInput = 2;
const firstValue = firstInput + subjects.length * 2;
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** One hospital a row: 24 inputs, 12 indicators computed from them with their values; every thousandth row has one formula upside down. */
export function makeIndicatorList(rows: number, { sharedFormulas = false }: { readonly sharedFormulas?: boolean } = {}): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  // a fixed date: the same rows must give the same bytes
  const add = (name: string, texts: Iterable<string>): void => {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = new Date(2026, 0, 1);
    zip.add(file);
    for (const text of texts) file.push(strToU8(text));
    file.push(new Uint8Array(), true);
  };
  const headers = ["序号", "医疗机构", ...subjects.flatMap(({ over, under, inputUnit }) => [headed(over[0] ?? "", inputUnit), headed(under[0] ?? "", inputUnit)]), ...subjects.map(({ name }) => name)];
  const last = stringifyColumn(headers.length - 1);
  add("[Content_Types].xml", [`${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[["workbook.xml", "sheet.main"], ["worksheets/sheet1.xml", "worksheet"], ["sharedStrings.xml", "sharedStrings"], ["styles.xml", "styles"]].map(([part, kind]) => `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`).join("")}</Types>`]);
  add("_rels/.rels", [`${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`]);
  add("xl/workbook.xml", [`${declaration}<workbook ${main} xmlns:r="${office}"><sheets><sheet name="指标监测" sheetId="1" r:id="rId1"/></sheets></workbook>`]);
  add("xl/_rels/workbook.xml.rels", [`${declaration}<Relationships xmlns="${packages}/relationships">${["worksheets/sheet1", "sharedStrings", "styles"].map((part, index) => `<Relationship Id="rId${index + 1}" Type="${office}/${part.startsWith("work") ? "worksheet" : part}" Target="${part}.xml"/>`).join("")}</Relationships>`]);
  add("xl/styles.xml", [`${declaration}<styleSheet ${main}><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`]);
  add("xl/worksheets/sheet1.xml", sheetTexts(rows, headers, last, sharedFormulas));
  add("xl/sharedStrings.xml", stringTexts(rows, headers));
  zip.end();
  return joined(chunks);
}

function* sheetTexts(rows: number, headers: readonly string[], last: string, sharedFormulas: boolean): Generator<string> {
  const random = makeRandom(20_250_101);
  yield `${declaration}<worksheet ${main}><dimension ref="A1:${last}${rows + 1}"/><sheetData><row r="1">${headers.map((_, column) => `<c r="${stringifyColumn(column)}1" t="s"><v>${column}</v></c>`).join("")}</row>`;
  let block = "";
  for (let index = 0; index < rows; index++) {
    const row = index + 2;
    const inputs = subjects.map((subject) => draw(subject, random));
    const isFaulty = index % 1000 === 999;
    const cells = [`<c r="A${row}"><v>${index + 1}</v></c>`, `<c r="B${row}" t="s"><v>${headers.length + index}</v></c>`];
    for (const [column, value] of inputs.flatMap(({ over, under }) => [over, under]).entries()) cells.push(`<c r="${stringifyColumn(firstInput + column)}${row}"><v>${value}</v></c>`);
    for (const [group, subject] of subjects.entries()) {
      const { over = 0, under = 1 } = inputs[group] ?? {};
      const isSwapped = isFaulty && group === 0;
      const value = isSwapped ? (under / over) * 100 : subject.form === "growth" ? ((over - under) / under) * 100 : (over / under) * subject.factor;
      cells.push(`<c r="${stringifyColumn(firstValue + group)}${row}" s="1">${writeFormula(subject, group, row, rows, isSwapped, sharedFormulas)}<v>${value}</v></c>`);
    }
    block += `<row r="${row}">${cells.join("")}</row>`;
    if (block.length > 1_000_000) {
      yield block;
      block = "";
    }
  }
  yield `${block}</sheetData></worksheet>`;
}

function writeFormula({ form, factor }: Subject, group: number, row: number, rows: number, isSwapped: boolean, isShared: boolean): string {
  const over = `${stringifyColumn(firstInput + group * 2)}${row}`;
  const under = `${stringifyColumn(firstInput + group * 2 + 1)}${row}`;
  if (isSwapped) return `<f>${under}/${over}*100</f>`;
  const text = form === "growth" ? `(${over}-${under})/${under}*100` : `${over}/${under}${factor === 1 ? "" : `*${factor}`}`;
  if (!isShared) return `<f>${text}</f>`;
  const column = stringifyColumn(firstValue + group);
  return row === 2 ? `<f t="shared" ref="${column}2:${column}${rows + 1}" si="${group}">${text}</f>` : `<f t="shared" si="${group}"/>`;
}

function* stringTexts(rows: number, headers: readonly string[]): Generator<string> {
  const count = rows + headers.length;
  yield `${declaration}<sst ${main} count="${count}" uniqueCount="${count}">${headers.map((header) => `<si><t>${header}</t></si>`).join("")}`;
  let block = "";
  for (let index = 0; index < rows; index++) {
    block += `<si><t>${hospitals[index % hospitals.length] ?? ""}第${Math.floor(index / hospitals.length) + 1}分院</t></si>`;
    if (block.length > 200_000) {
      yield block;
      block = "";
    }
  }
  yield `${block}</sst>`;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
