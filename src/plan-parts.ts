import { findTables } from "./core/find-tables";
import type { Change } from "./core/edit";
import type { Text } from "./core/text";
import { tablesOfKind } from "./core/table";
import type { Range } from "./core/workbook";
import type { Plan } from "./document/plan";
import { changeTable } from "./fill/existing-table";
import { newIndicatorSheet } from "./fill/indicator-sheet";
import { newTaskSheet } from "./fill/new-sheet";
import { deadlineContext, sheetNames, sourceNote, titleOfIndicators, titleOfTasks } from "./fill/plan-sheets";
import { HostError } from "./host/host-error";
import { describeHostError } from "./host/host-messages";
import type { PlanAnswer, PlanQuestion } from "./plan-questions";
import { rosterNames } from "./tasks/unit-roster";
import { templates } from "./templates";
import { taskListKind } from "./templates/task-list-kind";
import type { FillParts, PlanChanges, PlanSource } from "./ui/fill/fill-parts";
import { freeSheetName } from "./ui/fill/sheet-name";

/** What a document's reader says of it, already in words. */
class PlanError extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.name = "PlanError";
    this.text = text;
  }
}

export function describeError(error: unknown): Text {
  return error instanceof PlanError ? error.text : describeHostError(error);
}

/** Reads in a worker, so that the pane stays at hand and a long document can be given up. */
function readPlan(source: PlanSource, signal: AbortSignal): Promise<Plan> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./plan-worker.ts", import.meta.url));
    const end = (): void => {
      worker.terminate();
      signal.removeEventListener("abort", giveUp);
    };
    const giveUp = (): void => {
      end();
      reject(new DOMException("given up", "AbortError"));
    };
    worker.onmessage = ({ data }: MessageEvent<PlanAnswer>) => {
      end();
      if (data.plan !== undefined) resolve(data.plan);
      else reject(new PlanError(data.problem));
    };
    worker.onerror = (event) => {
      end();
      reject(new Error(event.message));
    };
    signal.addEventListener("abort", giveUp);
    const question: PlanQuestion = { source };
    worker.postMessage(question);
  });
}

const samplePlan = "云溪市智慧停车三年行动方案.txt";

async function loadSample(): Promise<PlanSource> {
  const response = await fetch(`assets/samples/${encodeURIComponent(samplePlan)}`);
  if (!response.ok) throw new HostError("unreadable-file", `${samplePlan} ${response.status}`);
  return { kind: "file", name: samplePlan, bytes: new Uint8Array(await response.arrayBuffer()) };
}

const planChanges: PlanChanges = (rows, choice, workbook, plan) => {
  const tables = tablesOfKind(findTables(workbook, templates), taskListKind);
  const tableAt = (place: Range) => tables.find(({ sheet, bounds }) => sheet === place.sheet && bounds.top === place.top && bounds.left === place.left);
  const deadline = deadlineContext(plan);
  if (choice.kind === "table") {
    const table = tableAt(choice.table);
    return table === undefined ? [] : changeTable(rows, table, { fillsGaps: choice.how === "fill-gaps", deadline });
  }
  const { name, title, form, extras, indicators } = choice;
  const like = form.kind === "like-table" ? tableAt(form.table) : form.id;
  if (like === undefined) return [];
  const [units, note] = [rosterNames(workbook), sourceNote(plan)];
  const tasks = newTaskSheet(rows, { name, title, form: like, extras, deadline, ...(units === undefined ? {} : { units }), ...(note === undefined ? {} : { note }) });
  const tasksChange: Change[] = rows.length === 0 ? [] : [{ title: { zh: `新建工作表“${name}”，填入 ${rows.length} 项任务`, en: `Add the worksheet “${name}” with ${rows.length} tasks` }, edits: [tasks] }];
  if (!indicators || plan.indicators.length === 0) return tasksChange;
  // without tasks the sheet that the person named is that of the indicators
  const [free, heading] = rows.length === 0 ? [name, title] : [freeSheetName(sheetNames.indicators, [name, ...workbook.worksheets.map((worksheet) => worksheet.name)]), titleOfIndicators(plan)];
  return [...tasksChange, { title: { zh: `新建工作表“${free}”，填入 ${plan.indicators.length} 项指标`, en: `Add the worksheet “${free}” with ${plan.indicators.length} indicators` }, edits: [newIndicatorSheet(plan.indicators, free, heading)] }];
};

/** What 填报 is made of, in either pane. */
export const fillParts: FillParts = { readPlan, loadSample, findTables: (workbook) => tablesOfKind(findTables(workbook, templates), taskListKind), planChanges, namesFor: (plan, of) => ({ sheet: sheetNames[of], title: of === "indicators" ? titleOfIndicators(plan) : titleOfTasks(plan, of) }) };
