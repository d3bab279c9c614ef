import { quote, type Text } from "../core/text";
import { tasksOfCards, tasksOfCardTable } from "./cards";
import { readDeclarations } from "./declarations";
import type { DocumentTable, PlanDocument } from "./document";
import { indicatorsOfTable } from "./indicator-tables";
import { linesOf, type Line } from "./lines";
import { withNumberJumps } from "./number-jumps";
import { createOutline } from "./outline";
import { tasksOfOutline, titleOf } from "./plan-rows";
import { goesOnFrom, tasksOfTable } from "./plan-tables";
import type { PlanIndicator, PlanTask } from "./plan-task";
import { taskRow, type RawTask } from "./task-row";

export type { Doubt, DoubtCode, LeadBasis, PlanIndicator, PlanMilestone, PlanTask } from "./plan-task";

/** What a plan asks for: its tasks with who does them by when, and its indicators. */
export type Plan = {
  readonly title: string | null;
  readonly issued: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** The document, or the person who reads it, says that of several units the first leads. */
  readonly leadIsFirst: boolean;
  readonly tasks: readonly PlanTask[];
  readonly indicators: readonly PlanIndicator[];
  readonly notes: readonly Text[];
};

/** Reads a plan's tasks and indicators from what its document says. Never throws. */
export function readPlan(document: PlanDocument, options: { readonly leadFirst?: boolean } = {}): Plan {
  const declared = readDeclarations(document);
  const leadIsFirst = declared.leadIsFirst || options.leadFirst === true;
  const { raw, indicators, notes } = readBody(document, declared.title);
  const context = {
    leadIsFirst,
    responsibleLead: declared.responsibleLead,
    deadline: { ...(declared.year === undefined ? {} : { year: declared.year }), ...(declared.issued === undefined ? {} : { issued: declared.issued }) },
  };
  const tasks = withNumberJumps(raw.map((task) => taskRow(task, context)));
  return {
    title: declared.title ?? null,
    issued: declared.issued ?? null,
    validFrom: declared.validFrom ?? null,
    validTo: declared.validTo ?? null,
    leadIsFirst,
    tasks,
    indicators,
    notes: tasks.length > 0 || indicators.length > 0 ? notes : [...notes, { zh: "没有读到任务：文中没有责任单位，也没有任务表", en: "No tasks were found: the document names no responsible units and holds no table of tasks." }],
  };
}

type Body = { readonly raw: readonly RawTask[]; readonly indicators: readonly PlanIndicator[]; readonly notes: readonly Text[] };

function readBody(document: PlanDocument, title: string | undefined): Body {
  const lines = linesOf(document).map((line) => (line.kind === "line" && isPartOfTitle(line, title) ? { ...line, isTitle: true as const } : line));
  const cards = tasksOfCards(lines);
  if (cards !== undefined) return { raw: cards, indicators: [], notes: [] };
  const outline = createOutline();
  const fromTables: RawTask[] = [];
  const indicators: PlanIndicator[] = [];
  let unread = 0;
  let header: DocumentTable["rows"] | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.kind === "line") {
      const next = lines[index + 1];
      outline.add(line, next?.kind === "line" ? next : undefined);
      continue;
    }
    const above = outline.heading();
    const title = above === undefined ? null : titleOf(above);
    const cardTasks = tasksOfCardTable(line.table);
    const measures = cardTasks === undefined ? indicatorsOfTable(line.table) : undefined;
    const torn = header === undefined ? undefined : goesOnFrom(line.table, header);
    const found = cardTasks === undefined ? (tasksOfTable(line.table, title) ?? (measures === undefined && torn !== undefined ? tasksOfTable(torn, title) : undefined)) : undefined;
    header = found?.header;
    if (found !== undefined) fromTables.push(...found.tasks);
    else if (cardTasks !== undefined) fromTables.push(...cardTasks);
    else if (measures !== undefined) indicators.push(...measures);
    else unread += 1;
  }
  const { tasks, without } = tasksOfOutline(outline.root);
  const raw = [...tasks, ...fromTables].sort((one, other) => one.paragraph - other.paragraph);
  const passed = without.map((text): Text => ({ zh: `“${quote(text)}”没有责任单位，没有列为任务`, en: `“${quote(text)}” names no responsible unit and was not taken for a task.` }));
  return { raw, indicators, notes: unread === 0 ? passed : [...passed, { zh: `有${unread}个表格不是任务表或指标表，没有读取`, en: `${unread} tables are neither lists of tasks nor of indicators and were left out.` }] };
}

/** A title stands over the whole document and heads no list in it. */
function isPartOfTitle({ text, numbering, says }: Line, title: string | undefined): boolean {
  return title !== undefined && numbering === undefined && says === undefined && text.length > 3 && text.length <= title.length + 8 && title.includes(text.replace(/\s+/g, ""));
}
