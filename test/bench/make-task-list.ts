import { strToU8, zipSync } from "fflate";

const units = ["市城管局", "市住建局", "市公安局", "市财政局", "市发展改革委", "市自然资源局", "市市场监管局", "市教育局"];
const deadlines = ["2026年3月底前", "2026年6月底前", "2026年12月底前", "2027年12月底前", "持续推进"];
const tasks = ["完善停车设施布局，新增公共泊位", "推进老旧小区周边错时共享停车", "健全收费标准动态调整机制", "整治占用消防通道停放行为", "建设统一的信息服务平台"];

/** A responsibility division of `rows` tasks as .xlsx bytes: eight columns, shared strings, one formula a row, a planted problem every thousand rows. */
export function makeTaskList(rows: number): Uint8Array {
  const strings = new Map<string, number>();
  const shared = (text: string): string => {
    let index = strings.get(text);
    if (index === undefined) strings.set(text, (index = strings.size));
    return `t="s"><v>${index}</v></c>`;
  };
  const lines: string[] = [];
  const headers = ["任务分类", "序号", "重点任务", "牵头部门", "责任部门", "完成时限", "备注", "字数"];
  lines.push(`<row r="1">${headers.map((header, column) => `<c r="${String.fromCharCode(65 + column)}1" ${shared(header)}`).join("")}</row>`);
  for (let index = 0; index < rows; index++) {
    const row = index + 2;
    const isFaulty = index % 1000 === 999;
    const cells = [
      index % 50 === 0 ? `<c r="A${row}" ${shared(`第${Math.floor(index / 50) + 1}类任务`)}` : "",
      `<c r="B${row}"><v>${index + 1}</v></c>`,
      `<c r="C${row}" ${shared(`${tasks[index % tasks.length] ?? ""}（第${index + 1}项）。`)}`,
      isFaulty ? "" : `<c r="D${row}" ${shared(units[index % units.length] ?? "")}`,
      `<c r="E${row}" ${shared(units[(index * 3 + 1) % units.length] ?? "")}`,
      `<c r="F${row}" ${shared(deadlines[index % deadlines.length] ?? "")}`,
      "",
      `<c r="H${row}"><f>LEN(C${row})</f><v>20</v></c>`,
    ];
    lines.push(`<row r="${row}">${cells.join("")}</row>`);
  }
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const parts = {
    "[Content_Types].xml": `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    "_rels/.rels": `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${declaration}<workbook ${main} xmlns:r="${rel}"><sheets><sheet name="责任分工" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `${declaration}<worksheet ${main}><dimension ref="A1:H${rows + 1}"/><sheetData>${lines.join("")}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": `${declaration}<sst ${main} count="${strings.size}" uniqueCount="${strings.size}">${[...strings.keys()].map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
