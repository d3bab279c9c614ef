import type { Text } from "../core/text";
import type { Plan } from "../document/plan";
import { UsageError, type Command } from "./arguments";
import { isSameFile, readBytes, writeWhole } from "./files";
import type { CommandLine, ExitStatus } from "./command-line";
import { complainOf, describeError } from "./complain";

export async function runFill({ document, output, template, format, leadFirst }: Command & { name: "fill" }, line: CommandLine): Promise<ExitStatus> {
  if (output !== undefined && document !== "-" && (await isSameFile(output, document))) {
    throw new UsageError({ zh: `--output 不能是原文件“${document}”：原文件从不改写，请换一个文件名`, en: `--output must not be the input “${document}”: the input is never written; choose another name` });
  }
  let plan: Plan;
  try {
    const bytes = document === "-" ? await line.fill.readStandardInput() : await readBytes(document);
    plan = line.fill.readPlan(bytes, document === "-" ? "" : document, { leadFirst });
  } catch (error) {
    complainOf(document, describeError(error), line);
    return 2;
  }
  const isEmpty = plan.tasks.length === 0 && plan.indicators.length === 0;
  if (format === "json") line.write(stringifyPlan(plan, line));
  if (isEmpty && output !== undefined) {
    complainOf(document, nothing, line);
    return 2;
  }
  if (output !== undefined) await writeWhole(output, await line.fill.makeWorkbook(plan, template));
  if (format === "text" && output !== undefined) line.write(`${summary(plan, output)[line.language]}\n${doubtLines(plan, line)}`);
  return 0;
}

const nothing: Text = {
  zh: "没有读到任务，没有生成工作簿。文中要有责任单位（如“（责任单位：市教育局）”“牵头单位：市教育局”）或任务表",
  en: "no tasks were read and no workbook was made. The document must name responsible units (责任单位：…, 牵头单位：…) or hold a table of tasks",
};

function summary({ tasks, indicators }: Plan, output: string): Text {
  const more = indicators.length === 0 ? { zh: "", en: "" } : { zh: `、${indicators.length} 项指标`, en: ` and ${indicators.length} indicators` };
  return { zh: `读到 ${tasks.length} 项任务${more.zh}，写入 ${output}`, en: `${tasks.length} tasks${more.en} read, written to ${output}` };
}

/** The rows that a person should look at, with why. */
function doubtLines({ tasks }: Plan, { language }: CommandLine): string {
  return tasks.flatMap(({ doubts, source, task }) => doubts.map(({ text }) => `  ${source.paragraph}  ${task.slice(0, 20).replace(/\s+/g, " ")}  ${text[language]}\n`)).join("");
}

/** `fill --format json`: the shape is a contract. */
function stringifyPlan({ title, issued, validFrom, validTo, leadIsFirst, tasks, indicators, notes }: Plan, { language }: CommandLine): string {
  const list = tasks.map(({ category, number, task, lead, leads, leadBasis, responsible, etc, deadlineText, deadlineDate, milestones, source }) => ({ category, number, task, lead, leads, leadBasis, responsible, etc, deadlineText, deadlineDate, milestones, source }));
  const doubts = tasks.flatMap((task) => task.doubts.map(({ text }) => `${task.task.slice(0, 20)}：${text[language]}`));
  return `${JSON.stringify({ version: 1, document: { title, issued, validFrom, validTo, leadIsFirst }, tasks: list, indicators, notes: [...notes.map((note) => note[language]), ...doubts] }, undefined, 2)}\n`;
}
