import { makeXlsx } from "./make-xlsx";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument";
const relationships = (...entries: readonly (readonly [type: string, target: string])[]): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type.includes(":") ? type : `${office}/${type}`}" Target="${target}"/>`).join("")}</Relationships>`;

/** One pixel. */
const picture = Uint8Array.from(atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), (letter) => letter.charCodeAt(0));

const anchor = (row: number, content: string): string =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row + 6}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${content}<xdr:clientData/></xdr:twoCellAnchor>`;

const chartFrame = `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
const pictureFrame = `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`;

/** A macro workbook with one of everything that an edit must leave alone; what must move says so by its place. */
export function makeKitchen(): Uint8Array {
  const tail =
    '<conditionalFormatting sqref="D3:D6"><cfRule type="expression" priority="1"><formula>D3=""</formula></cfRule></conditionalFormatting>' +
    '<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="D3:D6"><formula1>单位</formula1></dataValidation></dataValidations>' +
    '<hyperlinks><hyperlink ref="C3" location="\'单位名录\'!A1" display="见名录"/></hyperlinks>' +
    '<pageSetup paperSize="9" orientation="landscape" r:id="rId4"/>' +
    '<rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks>' +
    '<drawing r:id="rId1"/><legacyDrawing r:id="rId3"/>' +
    '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>责任分工!F3:F6</xm:f><xm:sqref>H3</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>';
  return makeXlsx(
    [
      {
        name: "责任分工",
        cells: [
          ["云溪市重点任务"],
          ["类别", "序号", "重点任务", "牵头部门", "完成时限", "分数", "合计"],
          ["停车", 1, "开展普查", "市城管局", "2026年6月底前", 10, { formula: "=F3+数据!B2" }],
          [null, 2, "新建车库", null, "2027年12月底前", 20, { formula: "=F4+数据!B3" }],
          [null, 3, "规范收费", "市发展改革委", "持续推进", 30, { formula: "=SUM(F3:F5)" }],
          ["秩序", 4, "清理地锁", "市城管局", "2026年8月底前", 40, { formula: "=SUM(F$3:F6)" }],
        ],
        merges: ["A1:G1", "A3:A5"],
        widths: [12, 6, 30, 14, 18, 8, 8],
        styleOf: (row) => (row === 0 ? 1 : row === 1 ? 2 : 3),
        tail,
      },
      { name: "数据", cells: [["名称", "数量"], ["甲", 1], ["乙", 2], ["丙", { formula: "=SUM(责任分工!F3:F6)" }]], tail: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' },
      { name: "单位名录", cells: [["标准名称"], ["市城管局"], ["市发展改革委"]], state: "hidden" },
    ],
    {
      workbookTail:
        '<externalReferences><externalReference r:id="rId10"/></externalReferences><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">责任分工!$2:$2</definedName><definedName name="单位">单位名录!$A$2:$A$3</definedName><definedName name="得分">责任分工!$F$3:$F$6</definedName></definedNames><calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="1" r:id="rId11"/></pivotCaches>',
      workbookRelationships: `<Relationship Id="rId10" Type="${office}/externalLink" Target="externalLinks/externalLink1.xml"/><Relationship Id="rId11" Type="${office}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/><Relationship Id="rId12" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/><Relationship Id="rId13" Type="${office}/calcChain" Target="calcChain.xml"/>`,
      contentTypes: [
        ["xl/drawings/drawing1.xml", `${types}.drawing+xml`],
        ["xl/charts/chart1.xml", `${types}.drawingml.chart+xml`],
        ["xl/comments1.xml", `${types}.spreadsheetml.comments+xml`],
        ["xl/tables/table1.xml", `${types}.spreadsheetml.table+xml`],
        ["xl/externalLinks/externalLink1.xml", `${types}.spreadsheetml.externalLink+xml`],
        ["xl/pivotCache/pivotCacheDefinition1.xml", `${types}.spreadsheetml.pivotCacheDefinition+xml`],
        ["xl/pivotTables/pivotTable1.xml", `${types}.spreadsheetml.pivotTable+xml`],
        ["xl/calcChain.xml", `${types}.spreadsheetml.calcChain+xml`],
        ["xl/printerSettings/printerSettings1.bin", `${types}.spreadsheetml.printerSettings`],
        ["customXml/item1.xml", "application/xml"],
      ]
        .map(([part, type]) => `<Override PartName="/${part ?? ""}" ContentType="${type ?? ""}"/>`)
        .join(""),
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(["drawing", "../drawings/drawing1.xml"], ["comments", "../comments1.xml"], ["vmlDrawing", "../drawings/vmlDrawing1.vml"], ["printerSettings", "../printerSettings/printerSettings1.bin"]),
        "xl/worksheets/_rels/sheet2.xml.rels": relationships(["table", "../tables/table1.xml"], ["pivotTable", "../pivotTables/pivotTable1.xml"]),
        "xl/tables/table1.xml": `${declaration}<table ${main} id="1" name="表1" displayName="表1" ref="A1:B4" totalsRowShown="0"><autoFilter ref="A1:B4"/><tableColumns count="2"><tableColumn id="1" name="名称"/><tableColumn id="2" name="数量"/></tableColumns></table>`,
        "xl/drawings/drawing1.xml": `${declaration}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${office}">${anchor(2, chartFrame)}${anchor(10, pictureFrame)}</xdr:wsDr>`,
        "xl/drawings/_rels/drawing1.xml.rels": relationships(["chart", "../charts/chart1.xml"], ["image", "../media/image1.png"]),
        "xl/charts/chart1.xml": `${declaration}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:cat><c:strRef><c:f>责任分工!$C$3:$C$6</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>责任分工!$F$3:$F$6</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`,
        "xl/media/image1.png": picture,
        "xl/comments1.xml": `${declaration}<comments ${main}><authors><author>某单位</author></authors><commentList><comment ref="D4" authorId="0"><text><t>请补牵头</t></text></comment></commentList></comments>`,
        "xl/drawings/vmlDrawing1.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Anchor>4, 15, 3, 2, 6, 15, 7, 4</x:Anchor><x:Row>3</x:Row><x:Column>3</x:Column></x:ClientData></v:shape></xml>',
        "xl/externalLinks/externalLink1.xml": `${declaration}<externalLink ${main} xmlns:r="${office}"><externalBook r:id="rId1"><sheetNames><sheetName val="外表"/></sheetNames></externalBook></externalLink>`,
        "xl/externalLinks/_rels/externalLink1.xml.rels": `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/externalLinkPath" Target="%E5%A4%96.xlsx" TargetMode="External"/></Relationships>`,
        "xl/pivotCache/pivotCacheDefinition1.xml": `${declaration}<pivotCacheDefinition ${main} refreshOnLoad="1" recordCount="0"><cacheSource type="worksheet"><worksheetSource ref="C2:F6" sheet="责任分工"/></cacheSource><cacheFields count="4"><cacheField name="重点任务"><sharedItems/></cacheField><cacheField name="牵头部门"><sharedItems/></cacheField><cacheField name="完成时限"><sharedItems/></cacheField><cacheField name="分数"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>`,
        "xl/pivotTables/pivotTable1.xml": `${declaration}<pivotTableDefinition ${main} name="透视1" cacheId="1" dataCaption="值"><location ref="E1:F3" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="4"><pivotField showAll="0"/><pivotField showAll="0"/><pivotField showAll="0"/><pivotField showAll="0"/></pivotFields></pivotTableDefinition>`,
        "xl/pivotTables/_rels/pivotTable1.xml.rels": relationships(["pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"]),
        "xl/calcChain.xml": `${declaration}<calcChain ${main}><c r="G3" i="1"/><c r="G4" i="1"/><c r="G5" i="1"/><c r="G6" i="1"/><c r="B4" i="2"/></calcChain>`,
        "xl/vbaProject.bin": new Uint8Array(2048).map((_, index) => (index * 7919) % 256),
        "xl/printerSettings/printerSettings1.bin": new Uint8Array(64).fill(3),
        "customXml/item1.xml": `${declaration}<备案 xmlns="urn:yunxi"><编号>2026-1</编号></备案>`,
      },
    },
  );
}
