import type { IsoDay } from "../language/calendar";
import { declaresFirstUnitLeads } from "../language/declaration";
import { readDocumentDates } from "../language/document-dates";
import { readUnits } from "../language/unit";
import { readNumbering } from "../language/numbering";
import type { PlanDocument } from "./document";
import type { NamedUnit } from "./responsibility";

/** What a document says of all its tasks at once. */
export type Declarations = {
  readonly title?: string;
  readonly year?: number;
  readonly issued?: IsoDay;
  readonly validFrom?: IsoDay;
  readonly validTo?: IsoDay;
  readonly leadIsFirst: boolean;
  /** 无牵头单位的，责任单位即为牵头单位. */
  readonly responsibleLead: boolean;
};

const noLead = /(?:无|没有|未(?:列|标注|注明|明确|列出|设))(?:明确)?牵头(?:责任)?(?:单位|部门)的?.{0,12}?责任(?:单位|部门)(?:均|都|即|就|则|视)?(?:为|是)?(?:同时为)?牵头(?:单位|部门)/;
/** Lines that may say when a paper was issued and how long it holds. */
const dated = /(?:印发|发布|公布)$|^.{0,60}(?:印发|发布|成文|发文)|(?:本|此|该)(?:方案|意见|办法|通知|规定|措施|计划|文件|政策|细则|清单|行动)[^。]{0,40}(?:施行|实施|执行|有效)|有效期/;
const soleDate = /^(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日|[一二][〇○零][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/;

export function readDeclarations(document: PlanDocument): Declarations {
  const lines: string[] = [];
  for (const block of document.blocks) {
    if (block.kind === "paragraph") lines.push(...block.text.split("\n").map((line) => line.trim()).filter((line) => line !== ""));
    // headers and the notes in a table's first and last rows
    else for (const row of [...block.rows.slice(0, 3), ...block.rows.slice(3).slice(-1)]) for (const cell of row) if (cell !== undefined && cell.text.length < 200) lines.push(cell.text);
  }
  const title = titleOf(document);
  const stated = lines.filter((line) => line.length < 400 && dated.test(line));
  const dates = readDocumentDates(title === undefined ? [] : [title], stated);
  const signed = lines.find((line) => line.length < 24 && soleDate.test(line.replace(/\s+/g, "")));
  const issued = dates.issued ?? (signed === undefined ? undefined : readDocumentDates([], [`${signed.replace(/\s+/g, "")}印发`]).issued);
  return {
    ...(title === undefined ? {} : { title }),
    ...(dates.year === undefined ? (issued === undefined ? {} : { year: Number(issued.slice(0, 4)) }) : { year: dates.year }),
    ...(issued === undefined ? {} : { issued }),
    ...(dates.validFrom === undefined ? {} : { validFrom: dates.validFrom }),
    ...(dates.validTo === undefined ? {} : { validTo: dates.validTo }),
    leadIsFirst: lines.some(declaresFirst),
    responsibleLead: lines.some((line) => line.includes("牵头") && line.includes("责任") && noLead.test(line)),
  };
}

/** Said anywhere in the line, clause by clause, so that a long task around it does not hide it. */
function declaresFirst(line: string): boolean {
  return /第[一1]|首|最?前/.test(line) && /牵头|主办|主责/.test(line) && declaresFirstUnitLeads(line);
}

const titleWord = /(?:方案|计划|意见|通知|清单|分工|分解|要点|规划|办法|措施|规定|决定|安排|[分任]?[工务]表|体系|细则|纲要|行动|报告|表)(?:[（(][^（）()]{1,12}[）)])?$/;
const paperNumber = /^[^\s]{1,16}[〔[（(]\d{2,4}[^〕\])）]{0,4}[〕\])）].{0,8}号$/;
const noTitle = /^(?:附件|附表|各|（|\(|来源|文章来源|发布|索引|主题|发文|成文|抄送|目录|编制)|文件$|办公[室厅]$|人民政府$|号$/;
const notice = /^(?:.{0,60}?)关于(?:印发|转发|下发|公布)[\s\u3000]*(?:《(.{4,120}?)》|(.{4,80}?))(?:的通知|的函)$/;

/** The plan's own title, rather than that of the notice that brings it. */
function titleOf({ blocks }: PlanDocument): string | undefined {
  let best: string | undefined;
  let noticed: string | undefined;
  let before: string[] = [];
  let isTitled = false;
  let seen = 0;
  for (const block of blocks) {
    if (block.kind === "table" || seen++ > 60) break;
    const text = block.text.split("\n").map((line) => line.trim()).join("");
    const marked = block.isTitle === true;
    if (!marked && /^[一1][、.．]|^[（(]一[）)]|^第一[章部]/.test(text) && readNumbering(text) !== undefined) break;
    const isShort = text.length >= 2 && text.length <= 60 && !/[。：:；;，,]$/.test(text) && !noTitle.test(text) && !paperNumber.test(text.replace(/\s+/g, "")) && !soleDate.test(text);
    if (!isShort) {
      [before, isTitled] = [[], false];
      continue;
    }
    if (marked !== isTitled) before = [];
    isTitled = marked;
    const whole = plainTitle([...before, text].join(""));
    const brought = notice.exec(whole);
    // a title set as one goes on in the next line set so
    before = !marked && titleWord.test(text) ? [] : [...before.slice(-2), text];
    if (brought !== null) {
      [noticed, before] = [noticed ?? brought[1] ?? brought[2], []];
      if (best !== undefined && whole.startsWith(best)) best = undefined;
    }
    if (brought === null && (titleWord.test(text) || (marked && best === undefined))) best = whole;
  }
  return best ?? noticed;
}

function plainTitle(text: string): string {
  return text.replace(/\[bookmark:[^\]]*\]/g, "").replace(/(?<=[^\u0000-\u00ff])[\s\u3000]+(?=[^\u0000-\u00ff])/g, "").trim();
}

/** Units that take part in all that follows: 以下均需各区县政府落实，不再列出. */
const forAll = /以下(?:各项|所有|任务|工作|事项|各条|内容)*(?:任务|工作|事项)?[，,]?(?:均|都|一律|皆)(?:需|须|由|要|应|请)*(?<units>[^。；，,（）()]{2,60}?)(?:共同|分别|按职责|具体)?(?<verb>负责|落实|配合|参与|牵头|承担|组织实施)/;

export function readDefault(text: string): readonly NamedUnit[] {
  if (!text.includes("以下")) return [];
  const groups = forAll.exec(text)?.groups;
  if (groups === undefined) return [];
  const role = groups["verb"] === "牵头" ? "lead" : "responsible";
  return readUnits(groups["units"] ?? "").units.flatMap(({ text: name, kind, hasPlaceholder }) => (kind === "unknown" ? [] : [{ text: name, kind, hasPlaceholder, role }]));
}
