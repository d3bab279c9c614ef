import type { AddSheet } from "../core/edit";
import { ownMark } from "../core/own-columns";
import type { CheckContext } from "../core/rule";
import type { CellLook, SheetLayout } from "../core/sheet-layout";
import type { CellContent } from "../core/workbook";
import { stateText } from "../tasks/lights";
import { daysText, type DueTask } from "./due-tasks";

export const reminderTitle = "催办单";

export type Reminder = { readonly unit: string; readonly sheet: string; /** Where the tasks come from. */ readonly source: string; readonly tasks: readonly (DueTask & { readonly lastDay: string })[] };

const columns = [
  { header: "序号", width: 6, look: "body-centred" },
  { header: "清单编号", width: 9, look: "body-centred" },
  { header: "工作任务", width: 40, look: "body" },
  { header: "完成时限", width: 17, look: "body-centred" },
  { header: "时间", width: 13, look: "body-centred" },
  { header: "状态", width: 11, look: "body-centred" },
] as const;

const right = columns.length - 1;

/** One printed page or more for one unit: what is over its time, what soon will be, what is asked for. Undefined where there is nothing to remind of. */
export function reminderSheet({ unit, sheet, source, tasks }: Reminder, { settings }: CheckContext): AddSheet | undefined {
  const overdue = tasks.filter(({ facts }) => facts.dueState === "overdue");
  const soon = tasks.filter(({ facts }) => facts.dueState === "due-soon");
  if (overdue.length === 0 && soon.length === 0) return undefined;
  const page = new Page();
  // our mark in the first cell: whoever reads the workbook must not take this for a list
  page.line([`${reminderTitle}${ownMark}`], "note");
  page.line([reminderTitle], "title");
  page.line([`单位：${unit}`]);
  page.line([`截至日期：${dayText(settings.asOf)}    依据：${source}`]);
  page.line(opening(overdue.length, soon.length, settings));
  page.header(columns.map(({ header }) => header));
  page.section(`一、已过完成时限（${overdue.length} 项）`, overdue, settings.asOf, 1);
  page.section(`二、临近完成时限（${soon.length} 项）`, soon, settings.asOf, overdue.length + 1);
  page.line([null]);
  page.line(["反馈要求："]);
  page.line(["1. 请核对以上任务，在本工作簿“进展情况”“完成状态”两列填写最新情况；"]);
  page.line(["2. 尚未完成的，请写明原因、下一步措施和预计完成时间；已经完成的，请附说明或佐证材料；"]);
  page.line(["3. 请于收到本单之日起 3 个工作日内反馈。"]);
  page.line([null]);
  page.line(["签收人：                        签收日期：          年      月      日"]);
  page.line(["经办人：                        联系电话："]);
  return page.sheet(sheet);
}

function opening(overdue: number, soon: number, { dueSoonDays, dueSoonInWorkdays }: CheckContext["settings"]): CellContent[] {
  const over = overdue === 0 ? [] : [`已过完成时限 ${overdue} 项`];
  const near = soon === 0 ? [] : [`${dueSoonDays} ${dueSoonInWorkdays ? "个工作日" : "天"}内到期 ${soon} 项`];
  return [`你单位牵头的任务中，${[...over, ...near].join("，")}，请抓紧推进并反馈。`];
}

function dayText(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${year}年${Number(month)}月${Number(date)}日`;
}

class Page {
  private readonly cells: CellContent[][] = [];
  private readonly looks: { range: SheetLayout["looks"][number]["range"]; look: CellLook }[] = [];
  private readonly merges: SheetLayout["merges"][number][] = [];
  private headerRow = 0;

  /** One text over the whole width. */
  line(cells: CellContent[], look?: CellLook): void {
    const row = this.cells.push(cells) - 1;
    if (look !== undefined) this.looks.push({ range: { top: row, left: 0, bottom: row, right }, look });
    this.merges.push({ top: row, left: 0, bottom: row, right });
  }

  header(cells: CellContent[]): void {
    this.headerRow = this.cells.push(cells) - 1;
    this.looks.push({ range: { top: this.headerRow, left: 0, bottom: this.headerRow, right }, look: "header" });
  }

  section(heading: string, tasks: Reminder["tasks"], asOf: string, from: number): void {
    if (tasks.length === 0) return;
    this.line([heading], "total");
    const top = this.cells.length;
    for (const [index, { number, task, deadline, lastDay, facts }] of tasks.entries()) this.cells.push([from + index, number, task, deadline, daysText(lastDay, asOf), stateText(facts.state)]);
    for (const [column, { look }] of columns.entries()) this.looks.push({ range: { top, left: column, bottom: this.cells.length - 1, right: column }, look });
  }

  sheet(name: string): AddSheet {
    return {
      kind: "add-sheet",
      sheet: name,
      cells: this.cells,
      layout: { widths: columns.map(({ width }) => width), looks: this.looks, merges: this.merges, print: { landscape: false, repeatRows: { first: this.headerRow, last: this.headerRow } } },
    };
  }
}
