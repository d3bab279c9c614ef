import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readDocument } from "../../src/document/read-document";
import { readDocx } from "../../src/document/read-docx";
import { drawDocument } from "../support/draw-document";
import { abstractList, cell, inList, list, makeDocx, paragraph, row, run, table, type DocxParts } from "../support/make-docx";
import { expectLinearTime } from "../support/linear-time";

const read = (body: string, parts: DocxParts = {}): string[] => drawDocument(readDocx(makeDocx(body, parts)));

test.each<readonly [string, string, readonly string[]]>([
  ["runs and paragraphs", `<w:p>${run("加强")}${run("河道")}${run("管护。")}</w:p>${paragraph("")}${paragraph("　　二、保障措施　")}`, ["1: 加强河道管护。", "3: 二、保障措施"]],
  ["tabs, breaks and hyphens", `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr><w:r><w:t>附件</w:t><w:tab/><w:t>清单</w:t><w:br/><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/><w:br w:type="page"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`, ["1: 附件\t清单⏎A-1"]],
  ["a field shows its result", `<w:p>${run("截至")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:t>指令</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("2025年")}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="PAGE">${run("底")}</w:fldSimple></w:p>${paragraph("后文。")}`, ["1: 截至2025年底", "2: 后文。"]],
  ["a field that never ends swallows its paragraph only", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${run("指令")}</w:p>${paragraph("后文。")}`, ["2: 后文。"]],
  ["links, tags and content controls are no walls", `<w:p><w:hyperlink r:id="x">${run("链接")}</w:hyperlink><w:smartTag w:element="x">${run("标记")}</w:smartTag><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${run("控件")}</w:sdtContent></w:sdt></w:p><w:sdt><w:sdtContent>${paragraph("块控件。")}</w:sdtContent></w:sdt>`, ["1: 链接标记控件", "2: 块控件。"]],
  ["changes are accepted", `<w:p>${run("完成")}<w:del><w:r><w:delText>三</w:delText></w:r></w:del><w:ins>${run("五")}</w:ins>${run("项。")}<w:moveFrom>${run("移走")}</w:moveFrom><w:moveTo>${run("移来。")}</w:moveTo></w:p>`, ["1: 完成五项。移来。"]],
  ["a deleted paragraph mark joins two paragraphs", `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("建设水库，")}</w:p>${paragraph("改造泵站。")}`, ["2: 建设水库，改造泵站。"]],
  ["former properties are no properties", `<w:p><w:pPr><w:pPrChange><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange></w:pPr>${run("正文。")}</w:p>`, ["1: 正文。"]],
  ["hidden text is dropped", `<w:p>${run("可见")}${run("隐藏", "<w:vanish/>")}${run("也可见。", '<w:vanish w:val="0"/>')}</w:p>`, ["1: 可见也可见。"]],
  ["notes leave nothing behind", `<w:p>${run("任务")}<w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${run("。")}</w:p>`, ["1: 任务。"]],
  ["a text box stands behind its paragraph, once", `<w:p>${run("正文前")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph("框内。")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph("框内。")}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run("正文后。")}</w:p>`, ["1: 正文前正文后。", "2: 框内。"]],
  ["a text box of old drawings", `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph("框内。")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`, ["2: 框内。"]],
  ["formulas keep their letters", `<w:p>${run("比率＝")}<m:oMath><m:f><m:num><m:r><m:t>分子</m:t></m:r></m:num><m:den><m:r><m:t>分母</m:t></m:r></m:den></m:f></m:oMath></w:p>`, ["1: 比率＝分子/分母"]],
  ["line breaks that part paragraphs", `<w:p><w:r><w:t>一、总体要求</w:t><w:br/><w:t>推进改革。</w:t><w:br/><w:t>二、重点任务</w:t></w:r></w:p>`, ["1: 一、总体要求", "1: 推进改革。", "1: 二、重点任务"]],
  ["what a page's end has broken", `${paragraph("1.建设口袋公园。利用街角空地见缝插绿，")}${paragraph("方便居民休憩。")}`, ["1: 1.建设口袋公园。利用街角空地见缝插绿，方便居民休憩。"]],
])("text: %s", (_, body, expected) => {
  expect(read(body)).toEqual(expected);
});

const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="公文二级"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="x"><w:name w:val="圈一"/><w:basedOn w:val="y"/></w:style>
<w:style w:type="paragraph" w:styleId="y"><w:name w:val="圈二"/><w:basedOn w:val="x"/></w:style>
<w:style w:type="character" w:styleId="h"><w:name w:val="隐"/><w:rPr><w:vanish/></w:rPr></w:style>`;
const headings = `${abstractList(0, [["chineseCounting", "%1、"], ["chineseCounting", "（%2）"], ["decimal", "%3."], ["decimalEnclosedCircle", "%4"]])}${list(1, 0)}`;

test.each<readonly [string, string, string, readonly string[]]>([
  ["levels count and start again", `${paragraph("总体要求", inList(1))}${paragraph("甲", inList(1, 1))}${paragraph("乙", inList(1, 1))}${paragraph("任务", inList(1, 2))}${paragraph("细目", inList(1, 3))}${paragraph("重点任务", inList(1))}${paragraph("丙", inList(1, 1))}`, headings, ["1: 一、总体要求", "2: （一）甲", "3: （二）乙", "4: 1.任务", "5: ①细目", "6: 二、重点任务", "7: （一）丙"]],
  ["a style's numbering and the styles based on it", `${paragraph("总体要求", '<w:pStyle w:val="1"/>')}${paragraph("指导思想", '<w:pStyle w:val="2"/>')}${paragraph("主要目标", '<w:pStyle w:val="own"/>')}${paragraph("不编号", '<w:pStyle w:val="2"/><w:numPr><w:numId w:val="0"/></w:numPr>')}`, headings, ["1: h1 一、总体要求", "2: h2 （一）指导思想", "3: h2 （二）主要目标", "4: h2 不编号"]],
  ["an empty numbered line counts and says nothing", `${paragraph("甲", inList(1))}${paragraph("", inList(1))}${paragraph("丙", inList(1))}`, headings, ["1: 一、甲", "3: 三、丙"]],
  ["lists of one definition count together, another start begins again", `${paragraph("甲", inList(1))}${paragraph("乙", inList(2))}${paragraph("丙", inList(3))}${paragraph("丁", inList(3))}${paragraph("戊", inList(1))}`, `${abstractList(0, [["decimal", "%1."]])}${list(1, 0)}${list(2, 0)}${list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')}`, ["1: 1.甲", "2: 2.乙", "3: 1.丙", "4: 2.丁", "5: 3.戊"]],
  ["an overriding level", paragraph("甲", inList(1)), `${abstractList(0, [["decimal", "%1."]])}${list(1, 0, '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="7"/><w:numFmt w:val="decimal"/><w:lvlText w:val="第%1项"/></w:lvl></w:lvlOverride>')}`, ["1: 第7项 甲"]],
  ["several numbers in one", `${paragraph("甲", inList(1))}${paragraph("乙", inList(1, 1))}${paragraph("丙", inList(1, 2))}`, `${abstractList(0, [["chineseCounting", "第%1章"], ["decimal", "%1.%2", "<w:isLgl/>"], ["decimal", "%1.%2.%3", "<w:isLgl/>"]])}${list(1, 0)}`, ["1: 第一章 甲", "2: 1.1 乙", "3: 1.1.1 丙"]],
  ["a level that never starts again", `${paragraph("甲", inList(1))}${paragraph("乙", inList(1, 1))}${paragraph("丙", inList(1))}${paragraph("丁", inList(1, 1))}`, `${abstractList(0, [["chineseCounting", "（%1）"], ["decimal", "%2.", '<w:lvlRestart w:val="0"/>']])}${list(1, 0)}`, ["1: （一）甲", "2: 1.乙", "3: （二）丙", "4: 2.丁"]],
  ["bullets and empty formats leave the text alone", `${paragraph("甲", inList(1))}${paragraph("乙", inList(1, 1))}${paragraph("丙", inList(9))}`, `${abstractList(0, [["bullet", ""], ["none", ""]])}${list(1, 0)}`, ["1: 甲", "2: 乙", "3: 丙"]],
  ["bulleted lines are not joined", `${paragraph("推进老旧小区改造，统筹实施水电气热等管线更新，", inList(1))}${paragraph("完善配套设施。", inList(1))}`, `${abstractList(0, [["bullet", ""]])}${list(1, 0)}`, ["1: 推进老旧小区改造，统筹实施水电气热等管线更新，", "2: 完善配套设施。"]],
  ["titles, centred lines, contents and outline levels", `${paragraph("临河市行动方案", '<w:pStyle w:val="t"/>')}${paragraph("（2024—2026年）", '<w:jc w:val="center"/>')}${paragraph("总体要求1", '<w:pStyle w:val="toc1"/>')}${paragraph("要点", '<w:outlineLvl w:val="2"/>')}${paragraph("正文", '<w:outlineLvl w:val="9"/>')}`, headings, ["1: title 临河市行动方案", "2: title （2024—2026年）", "4: h3 要点", "5: 正文"]],
  ["styles in a circle, hidden by a style", `${paragraph("甲", '<w:pStyle w:val="x"/>')}<w:p>${run("乙")}${run("隐", '<w:rStyle w:val="h"/>')}</w:p>`, headings, ["1: 甲", "2: 乙"]],
])("numbering and styles: %s", (_, body, numbering, expected) => {
  expect(read(body, { numbering, styles })).toEqual(expected);
});

test("a list may be defined by a style, and a level be bound to one", () => {
  const numbering = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="ls"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="ls"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="sub"/><w:lvlText w:val="%2、"/></w:lvl></w:abstractNum>${list(1, 0)}${list(2, 1)}`;
  const more = `<w:style w:type="numbering" w:styleId="ls"><w:name w:val="ls"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="sub"><w:name w:val="sub"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`;
  expect(read(`${paragraph("甲", inList(1))}${paragraph("乙", '<w:pStyle w:val="sub"/>')}${paragraph("丙", inList(1))}`, { numbering, styles: more })).toEqual(["1: 一、甲", "2: 1、乙", "3: 二、丙"]);
});

const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const down = (kind?: "restart"): string => (kind === undefined ? "<w:vMerge/>" : '<w:vMerge w:val="restart"/>');

test.each<readonly [string, string, readonly string[]]>([
  ["rows of paragraphs", table(row([cell("任务"), cell("责任单位")]), row([cell("修桥"), cell("交通局\n\n公路局")])), ["| 任务 | 责任单位 |", "| 修桥 | 交通局⏎公路局 |"]],
  ["merged cells", table(row([cell("类别", down("restart")), cell("任务", span(2))]), row([cell("", down()), cell("内容"), cell("单位")]), row([cell("交通", down("restart")), cell("修桥"), cell("甲局")]), row([cell("", down()), cell("铺路"), cell("乙局")])), ["| 类别 | 任务 | ^ |", "| ^ | 内容 | 单位 |", "| 交通 | 修桥 | 甲局 |", "| ^ | 铺路 | 乙局 |"]],
  ["columns of the layout only", table(row([cell("甲", span(2)), cell("乙", span(3))]), row([cell("丙", span(2)), cell("丁", span(3))])), ["| 甲 | 乙 |", "| 丙 | 丁 |"]],
  ["rows that begin or end inside", table(row([cell("甲"), cell("乙"), cell("丙")]), row([cell("丁"), cell("戊")], '<w:gridBefore w:val="1"/>'), row([cell("己")], '<w:gridAfter w:val="2"/>')), ["| 甲 | 乙 | 丙 |", "| | 丁 | 戊 |", "| 己 | | ^ |"]],
  ["a table in a cell", table(row([cell("甲"), cell(`${paragraph("前")}${table(row([cell("一"), cell("二")]), row([cell("三"), cell("四")]))}${paragraph("后")}`)]), row([cell("乙"), cell("丙")])), ["| 甲 | 前⏎一\t二⏎三\t四⏎后 |", "| 乙 | 丙 |"]],
  ["a frame of one cell", table(row([cell("特急\n临政发〔2024〕1号")])), ["1: 特急", "2: 临政发〔2024〕1号"]],
  ["a frame of one column", table(row([cell("特急")]), row([cell("临政发〔2024〕1号")])), ["1: 特急", "2: 临政发〔2024〕1号"]],
  ["a deleted row", table(row([cell("甲"), cell("乙")]), row([cell("删"), cell("除")], "<w:del/>"), row([cell("丙"), cell("丁")])), ["| 甲 | 乙 |", "| 丙 | 丁 |"]],
  ["numbers that the list computes", table(row([cell(paragraph("", inList(1))), cell("修桥")]), row([cell(paragraph("", inList(1))), cell("铺路")])), ["| 1 | 修桥 |", "| 2 | 铺路 |"]],
  ["a cell in a content control", table(`<w:tr><w:sdt><w:sdtContent>${cell("甲")}</w:sdtContent></w:sdt>${cell("乙")}</w:tr>`, row([cell("丙"), cell("丁")])), ["| 甲 | 乙 |", "| 丙 | 丁 |"]],
  ["a column that is merged without a beginning", table(row([cell("甲", down()), cell("乙")]), row([cell("", down()), cell("丙")])), ["| 甲 | 乙 |", "| ^ | 丙 |"]],
])("tables: %s", (_, body, expected) => {
  expect(read(body, { numbering: `${abstractList(0, [["decimal", "%1"]])}${list(1, 0)}` })).toEqual(expected);
});

test("a cell says how far it reaches and where it stands", () => {
  const [block] = readDocx(makeDocx(`${paragraph("表")}${table(row([cell("甲", down("restart")), cell("乙", span(2))]), row([cell("", down()), cell("丙"), cell("丁")]))}`)).blocks.slice(1);
  expect(block).toMatchObject({ kind: "table", source: 2, rows: [[{ text: "甲", rowSpan: 2, columnSpan: 1, source: 2 }, { text: "乙", rowSpan: 1, columnSpan: 2, source: 3 }, undefined], [undefined, { text: "丙", source: 5 }, { text: "丁", source: 6 }]] });
});

test("strict documents, other prefixes and other parts read alike", () => {
  const parts = unzipSync(makeDocx(paragraph("总体要求", inList(1)), { numbering: headings }));
  const change = (text: string): string => text.replace(/http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main/g, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(/http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships/g, "http://purl.oclc.org/ooxml/officeDocument/relationships").replace(/(<\/?|\s|xmlns:)w:/g, "$1文:").replace("xmlns:w=", "xmlns:文=").replace(/word\/document\.xml/g, "word/document2.xml");
  const strict = Object.fromEntries(Object.entries(parts).map(([name, content]) => [name.replace("word/document", "word/document2").replace("_rels/document.", "_rels/document2."), strToU8(change(strFromU8(content)))]));
  expect(drawDocument(readDocx(zipSync({ ...strict, "word/_rels/document2.xml.rels": strict["word/_rels/document.xml.rels"] ?? strict["word/_rels/document2.xml.rels"] ?? new Uint8Array() })))).toEqual(["1: 一、总体要求"]);
});

test("three hundred pages read in well under a second", () => {
  const sentence = "加快推进城乡供水一体化，完善应急备用水源，健全水质监测体系，切实保障供水安全。";
  const body = Array.from({ length: 6000 }, (_, index) => `<w:p w:rsidR="00A1"><w:pPr>${index % 3 === 0 ? inList(1, index % 2) : ""}<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640"/><w:rPr><w:rFonts w:ascii="仿宋" w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr></w:pPr>${[sentence, "（责任单位：市水务局）"].map((text) => run(text, '<w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hint="eastAsia"/><w:color w:val="000000"/><w:sz w:val="32"/>')).join("")}</w:p>`).join("");
  const bytes = makeDocx(body, { numbering: headings });
  const before = process.cpuUsage();
  expect(readDocument(bytes, "规划.docx").blocks).toHaveLength(6000);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(1500);
});

test.each<readonly [string, () => string]>([
  ["a table of a million cells", () => table(`<w:tr>${"<w:tc><w:p/></w:tc>".repeat(10)}</w:tr>`.repeat(100_000))],
  ["spans beyond measure", () => table(...Array.from({ length: 1000 }, () => row([cell("甲", span(1_000_000_000)), cell("乙", `${down("restart")}${span(999_999)}`)])))],
  ["many paragraphs that go on", () => paragraph("加强统筹协调，强化要素保障、").repeat(50_000)],
])("hostile documents do no harm: %s", (_, body) => {
  const bytes = makeDocx(body());
  const before = process.cpuUsage();
  try {
    readDocx(bytes);
  } catch (error) {
    expect(error).toMatchObject({ name: "DocumentError" });
  }
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(6000);
});

test("a document of one long paragraph takes linear time", () => {
  const bytes = makeDocx(`<w:p>${run("甲").repeat(100_000)}</w:p>`);
  expectLinearTime(() => readDocx(bytes));
});
