import { readDocument, readPasted } from "../../src/document/read-document";
import { readHtml } from "../../src/document/read-html";
import { drawDocument } from "../support/draw-document";
import { expectLinearTime } from "../support/linear-time";

const read = (html: string): string[] => drawDocument(readHtml(html));

test.each<readonly [string, string, readonly string[]]>([
  ["paragraphs and headings", "<html><head><title>标题栏</title><style>p{}</style></head><body><h1>临河市行动计划</h1><h2>一、总体要求</h2><p>推进<b>城市</b>更新。</p>\n<div>散句。<div>内句。</div>尾句。</div></body></html>", ["1: h1 临河市行动计划", "2: h2 一、总体要求", "3: 推进城市更新。", "4: 散句。", "5: 内句。", "6: 尾句。"]],
  ["scripts, templates and hidden parts", "<p>甲。</p><script>document.write('<p>乙')</script><noscript><p>丙</p></noscript><template><p>丁</p></template><div style='DISPLAY: none'><p>戊</p></div><p hidden>己</p><del>删</del><p>庚。</p>", ["1: 甲。", "2: 庚。"]],
  ["white space of the source", "<p>加强\n  领导，落实\n责任 到人 in\nthe city</p>", ["1: 加强领导，落实责任 到人 in the city"]],
  ["references", "<p>&ldquo;双减&rdquo;&nbsp;&#8212;&#x3000;A&amp;B &lt;5% &#150; &unknown; &copy</p>", ["1: “双减”\u00a0—　A&B <5% – &unknown; &copy"]],
  ["tags that nobody closes", "<p>甲。<p>乙。<ul><li>丙。<li>丁。</ul>戊。</b></p></div>己。", ["1: 甲。", "2: 乙。", "3: 丙。", "4: 丁。", "5: 戊。", "6: 己。"]],
  ["lonely signs", "<p>增长<5%，比1 < 2</p>", ["1: 增长<5%，比1 < 2"]],
  ["centred lines", "<p align=center>实施方案</p><p style='text-align: center'><span>（试行）</span></p><center>附件</center><p class=MsoTitle>题目</p>", ["1: title 实施方案", "2: title （试行）", "3: title 附件", "4: title 题目"]],
  ["line breaks that part paragraphs", "<div>　　一、总体要求<br>　　提升能力。<br>责任单位：市水务局<br><br>二、重点任务<br/></div>", ["1: 一、总体要求", "1: 提升能力。", "1: 责任单位：市水务局", "1: 二、重点任务"]],
  ["line breaks inside a title", "<h1>临河市人民政府<br>关于推进城市更新的意见</h1>", ["1: h1 临河市人民政府⏎关于推进城市更新的意见"]],
  ["a line break inside a sentence", "<p>健全防汛抗旱责任体系，完善预案，<br>提升应急处置能力。</p>", ["1: 健全防汛抗旱责任体系，完善预案，提升应急处置能力。"]],
  ["numbered lists", "<ol><li>修桥。<li value=5>铺路。<li><p>种树。</p><p>续段。</p></ol><ol start=3 type=A><li>甲</ol><ol style='list-style-type:cjk-ideographic'><li>总则</ol><ol style='list-style:none'><li>无号。</ol><ol><li>1.自带编号。</ol>", ["1: 1.修桥。", "2: 5.铺路。", "3: 6.种树。", "4: 续段。", "5: C.甲", "6: 一、总则", "7: 无号。", "8: 1.自带编号。"]],
  ["lists in lists", "<ol><li>甲<ol><li>子</li></ol></li><li>乙</li></ol>", ["1: 1.甲", "2: 1.子", "3: 2.乙"]],
  ["preformatted text", "<pre>一、总体要求\n推进改革。\n序号\t任务\n1\t修桥\n</pre>", ["1: 一、总体要求", "2: 推进改革。", "| 序号 | 任务 |", "| 1 | 修桥 |"]],
  ["what a page's end has broken", "<p>1.完善城市排水设施。改造易涝点，健全</p><p>应急联动机制。</p>", ["1: 1.完善城市排水设施。改造易涝点，健全应急联动机制。"]],
])("text: %s", (_, html, expected) => {
  expect(read(html)).toEqual(expected);
});

test.each<readonly [string, string, readonly string[]]>([
  ["rows and cells", "<table><thead><tr><th>任务<th>单位</thead><tbody><tr><td>修桥<td>交通局<br>公路局<tr><td>铺路</td><td><p>甲局</p><p>乙局</p></td></tr></table>后文。", ["| 任务 | 单位 |", "| 修桥 | 交通局⏎公路局 |", "| 铺路 | 甲局⏎乙局 |", "8: 后文。"]],
  ["spans", "<table><tr><td rowspan=2>类别<td colspan=2>任务</tr><tr><td>内容<td>单位</tr><tr><td rowspan=0>交通<td>修桥<td>甲</tr><tr><td>铺路<td>乙</tr></table>", ["| 类别 | 任务 | ^ |", "| ^ | 内容 | 单位 |", "| 交通 | 修桥 | 甲 |", "| ^ | 铺路 | 乙 |"]],
  ["a table of one cell is none", "<table><tr><td><p>甲。</p><table><tr><td>任务<td>单位<tr><td>修桥<td>交通局</table><p>乙。</p></td></tr></table>", ["1: 甲。", "| 任务 | 单位 |", "| 修桥 | 交通局 |", "6: 乙。"]],
  ["a page laid out in a table", `<table><tr><td><h2>导读</h2></td><td>${"<p>段落。</p>".repeat(20)}</td></tr></table>`, ["1: h2 导读", ...Array.from({ length: 20 }, (_, index) => `${index + 2}: 段落。`)]],
  ["a table in a cell", "<table><tr><td>甲<td>前<table><tr><td>一<td>二<tr><td>三<td>四</table></tr><tr><td>乙<td>丙</table>", ["| 甲 | 前⏎一\t二⏎三\t四 |", "| 乙 | 丙 |"]],
  ["hidden rows and cells", "<table><tr><td>甲<td>乙</tr><tr style='display:none'><td>丙<td>丁</tr><tr><td>戊<td style='display:none'>隐</td><td>己</tr></table>", ["| 甲 | 乙 |", "| 戊 | 己 |"]],
  ["what stands between cells stands before the table", "<table>漏网<tr>之鱼<td>甲<td>乙<tr><td>丙<td>丁</table>", ["1: 漏网", "2: 之鱼", "| 甲 | 乙 |", "| 丙 | 丁 |"]],
  ["a caption", "<table><caption>表一</caption><tr><td>甲<td>乙<tr><td>丙<td>丁</table>", ["1: 表一", "| 甲 | 乙 |", "| 丙 | 丁 |"]],
])("tables: %s", (_, html, expected) => {
  expect(read(html)).toEqual(expected);
});

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><!--[if gte mso 9]><xml><o:OfficeDocumentSettings>垃圾</o:OfficeDocumentSettings></xml><![endif]--></head><body lang=ZH-CN><!--StartFragment-->
<p class=MsoTitle align=center><span lang=EN-US>2025</span><span>年重点
工作</span><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]><span>改善民生</span></p>
<p style='mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span style='font-family:Wingdings;mso-list:Ignore'>l<span>&nbsp; </span></span><!--[endif]-->新建学校。<span style='mso-hide:all'>隐</span><a style='mso-footnote-id:ftn1'>[1]</a></p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>任务<o:p></o:p></p></td><td><p>单位</p></td></tr><tr><td><p>修桥</p></td><td><p>交通局</p></td></tr></table>
<div style='mso-element:footnote-list'><p>脚注</p></div><!--EndFragment--></body></html>`;

test("Word's clipboard", () => {
  expect(read(word)).toEqual(["1: title 2025年重点工作", "2: 一、改善民生", "3: 新建学校。", "| 任务 | 单位 |", "| 修桥 | 交通局 |"]);
  expect(read(`Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000300\r\nStartFragment:00000133\r\nEndFragment:00000250\r\n${word}`)[0]).toBe("1: title 2025年重点工作");
});

test("pasted HTML goes before text, unless it says nothing", () => {
  expect(drawDocument(readPasted({ html: "<p>甲。</p>", text: "乙。" }))).toEqual(["1: 甲。"]);
  expect(drawDocument(readPasted({ html: "<img src=x>", text: "乙。" }))).toEqual(["1: 乙。"]);
  expect(drawDocument(readPasted({ text: "乙。" }))).toEqual(["1: 乙。"]);
});

test.each<readonly [string, string, string]>([
  ["a declared GB charset", '<html><head><meta charset="gb2312"></head><body><p>任务清单</p></body></html>', "page.html"],
  ["a page that is called a document", "<html><body><p>任务清单</p></body></html>", "方案.doc"],
  ["a page that begins with its type", "<!DOCTYPE html>\n<html><body><p>任务清单</p></body></html>", "download"],
])("%s", (_, html, name) => {
  // 任务清单 as GBK keeps it
  const bytes = html.includes("gb2312") ? Buffer.from(html.replace("任务清单", "\u00c8\u00ce\u00ce\u00f1\u00c7\u00e5\u00b5\u00a5"), "latin1") : Buffer.from(html);
  expect(drawDocument(readDocument(bytes, name))).toEqual(["1: 任务清单"]);
});

test.each<readonly [string, () => string]>([
  ["nesting", () => `${"<div>".repeat(100_000)}甲${"</div>".repeat(100_000)}`],
  ["tables in tables", () => `${"<table><tr><td>甲".repeat(20_000)}乙`],
  ["tags that close nothing", () => `${"<b>".repeat(500)}${"</i></u></span>".repeat(100_000)}`],
  ["comments without an end", () => "<!--".repeat(200_000)],
  ["tags without an end", () => '<a b="'.repeat(100_000)],
  ["attributes", () => `<p ${"a ".repeat(300_000)}>甲`],
  ["spaces", () => `<p>${" ".repeat(1_000_000)}甲${"<b> </b>".repeat(50_000)}`],
  ["spans of a billion", () => `<table>${'<tr><td colspan=1000000000 rowspan=1000000000>甲<td colspan="1000000000">乙'.repeat(2000)}</table>`],
  ["a table of a million cells", () => `<table>${"<tr><td><td><td><td>".repeat(100_000)}</table>`],
  ["scripts", () => "<script>".repeat(100_000)],
  ["references", () => `<p>${"&".repeat(500_000)}${"&#".repeat(200_000)}`],
  ["breaks", () => `<p>${"甲<br>".repeat(100_000)}`],
  ["one line", () => `<p>${"加快推进项目建设，".repeat(600_000)}`],
])("hostile pages take linear time: %s", (_, html) => {
  const page = html();
  expectLinearTime(() => readHtml(page));
});
