import { strToU8, zipSync } from "fflate";

export type DocxParts = {
  /** Children of w:abstractNum and w:num, or other content of numbering.xml. */
  readonly numbering?: string;
  readonly styles?: string;
  /** Further or other parts of the package. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
};

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"`;

/** A .docx of this body, written by hand so that every part of it is known. */
export function makeDocx(body: string, { numbering, styles, parts = {} }: DocxParts = {}): Uint8Array {
  const files: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": relationships([["officeDocument", "word/document.xml"]]),
    "word/_rels/document.xml.rels": relationships([["styles", "styles.xml"], ["numbering", "numbering.xml"]]),
    "word/document.xml": documentXml(body),
    ...(numbering === undefined ? {} : { "word/numbering.xml": `${declaration}<w:numbering ${namespaces}>${numbering}</w:numbering>` }),
    ...(styles === undefined ? {} : { "word/styles.xml": `${declaration}<w:styles ${namespaces}>${styles}</w:styles>` }),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content])));
}

export function documentXml(body: string): string {
  return `${declaration}<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`;
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`).join("")}</Relationships>`;
}

export function paragraph(text: string, properties = ""): string {
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;
}

export function run(text: string, properties = ""): string {
  return `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function inList(numId: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
}

/** A list definition of these levels: format, text and more of each. */
export function abstractList(id: number, levels: readonly (readonly [format: string, text: string, more?: string])[]): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels.map(([format, text, more = ""], level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`).join("")}</w:abstractNum>`;
}

export function list(numId: number, abstract: number, overrides = ""): string {
  return `<w:num w:numId="${numId}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
}

export function table(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join("")}</w:tbl>`;
}

export function row(cells: readonly string[], properties = ""): string {
  return `<w:tr>${properties === "" ? "" : `<w:trPr>${properties}</w:trPr>`}${cells.join("")}</w:tr>`;
}

/** A cell of paragraphs given as texts, or of XML as it is. */
export function cell(content: string, properties = ""): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<") ? content : content.split("\n").map((text) => paragraph(text)).join("")}</w:tc>`;
}
