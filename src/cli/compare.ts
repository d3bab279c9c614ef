import { basename } from "node:path";
import { quote } from "../core/text";
import type { Workbook } from "../core/workbook";
import type { CellDifference } from "../merge/compare-cells";
import type { Comparison, TaskAt } from "../merge/compare-lists";
import type { DifferenceEntry } from "../merge/difference-groups";
import type { Command } from "./arguments";
import type { CommandLine, ExitStatus } from "./command-line";
import { complainOf, describeError } from "./complain";
import { readBytes, refuseInputs, writeWhole } from "./files";
import { settingsFor } from "./judge";

export async function runCompare({ before, after, output, format }: Command & { name: "compare" }, line: CommandLine): Promise<ExitStatus> {
  if (output !== undefined) await refuseInputs(output, [before, after]);
  const [old, fresh] = [await openOrComplain(before, line), await openOrComplain(after, line)];
  if (old === undefined || fresh === undefined) return 2;
  const settings = settingsFor(fresh, after, { asOf: line.today, call: {}, fromFile: {} }, line);
  const comparison = line.merge.compare(old, fresh, { templates: line.templates, settings });
  if (output !== undefined) await writeWhole(output, await line.merge.comparisonFile(comparison, { before: basename(before), after: basename(after) }));
  line.write(format === "json" ? stringifyJson(comparison, { before, after }, line) : stringifyText(comparison, { before, after, output }, line));
  return 0;
}

/** Both files are told of where neither can be read. */
async function openOrComplain(file: string, line: CommandLine): Promise<Workbook | undefined> {
  try {
    return await (await line.openWorkbook(await readBytes(file), file)).read();
  } catch (error) {
    complainOf(file, describeError(error), line);
    return undefined;
  }
}

const words = {
  none: { zh: "没有认出任务清单，或两个工作簿里没有同一份清单", en: "No task list was recognised, or the two workbooks have none in common" },
  written: (file: string) => ({ zh: `已写入 ${file}`, en: `Written to ${file}` }),
};

function stringifyText(comparison: Comparison, { before, after, output }: { readonly before: string; readonly after: string; readonly output: string | undefined }, { language, merge }: CommandLine): string {
  const lists = comparison.lists.flatMap((list) => {
    const entries = merge.entriesOf(list);
    const lines = entries.flatMap((entry, index) => [
      ...(entries[index - 1]?.group === entry.group ? [] : [`    ${merge.groupNames[entry.group][language]}`]),
      `      ${taskText(entry)}  ${merge.describeEntry(entry)[language]}`,
    ]);
    return [`  ${list.before.sheet}!${list.before.address} → ${list.after.sheet}!${list.after.address}  ${merge.describeList(list)[language]}`, ...lines];
  });
  const layout = merge.describeLayout(comparison).map((text) => `  ${text[language]}`);
  const found = lists.length === 0 ? [`  ${words.none[language]}`] : lists;
  return `${[`${before} → ${after}`, ...found, ...layout, ...(output === undefined ? [] : [`  ${words.written(output)[language]}`])].join("\n")}\n`;
}

function taskText({ before, after }: DifferenceEntry): string {
  const { number, task } = after[0] ?? before[0] ?? { number: "", task: "" };
  return quote(number === "" ? task : `${number}．${task}`);
}

/** `compare --format json`: one entry a task, with what changed in each of its columns. */
function stringifyJson({ lists, droppedLists, addedLists }: Comparison, { before, after }: { readonly before: string; readonly after: string }, { language, merge }: CommandLine): string {
  const told = lists.map((list) => {
    const entries = merge.entriesOf(list);
    const groups = [...new Set(entries.map(({ group }) => group))];
    const messages = new Map(entries.map((entry) => [entry.cell, entry]));
    return {
      before: list.before,
      after: list.after,
      counts: Object.fromEntries(groups.map((group) => [group, entries.filter((entry) => entry.group === group).length])),
      same: list.same,
      differences: list.differences.map((difference) => ({
        kind: difference.kind,
        before: "before" in difference ? [difference.before].flat().map(taskJson) : [],
        after: "after" in difference ? [difference.after].flat().map(taskJson) : [],
        changes: difference.kind !== "changed" ? [] : difference.cells.map((cell) => ({ ...cellJson(cell), message: messageOf(messages.get(cell)) })),
      })),
      droppedColumns: list.droppedColumns,
      addedColumns: list.addedColumns,
    };
  });
  return `${JSON.stringify({ version: 1, before, after, lists: told, droppedLists, addedLists }, undefined, 2)}\n`;

  function messageOf(entry: DifferenceEntry | undefined): string {
    return entry === undefined ? "" : merge.describeEntry(entry)[language];
  }
}

function taskJson({ sheet, row, number, task, category, lead, responsible, deadline }: TaskAt) {
  return { sheet, row: row + 1, number, category, task, lead, responsible, deadline };
}

function cellJson({ key, header, ...rest }: CellDifference) {
  return { column: key ?? null, header, ...rest, ...("days" in rest ? { days: rest.days ?? null } : {}) };
}
