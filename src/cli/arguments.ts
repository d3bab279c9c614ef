import { parseArgs } from "node:util";
import type { Text } from "../core/text";
import type { Shard } from "./shard";

export type Command =
  | { readonly name: "check"; readonly files: readonly string[]; readonly format: CheckFormat; readonly output: string | undefined; readonly settings: SettingsOptions; readonly run: RunOptions }
  | { readonly name: "report"; readonly files: readonly string[]; readonly format: ReportFormat; readonly output: string | undefined }
  | { readonly name: "fix"; readonly file: string; readonly output: string; readonly includesUnsafe: boolean; readonly rules: readonly string[]; readonly settings: SettingsOptions }
  | { readonly name: "fill"; readonly document: string; readonly output: string | undefined; readonly template: FillTemplate; readonly format: "text" | "json"; readonly leadFirst: boolean }
  | { readonly name: "flag"; readonly file: string; readonly output: string; readonly clears: boolean; readonly settings: SettingsOptions }
  | { readonly name: "compare"; readonly before: string; readonly after: string; readonly output: string | undefined; readonly format: "text" | "json" }
  | { readonly name: "merge"; readonly master: string; readonly replies: readonly string[]; readonly base: string | undefined; readonly output: string; readonly format: "text" | "json"; /** FILE=cells, as written. */ readonly takes: readonly string[] }
  | { readonly name: "summarise"; readonly file: string; readonly output: string; readonly by: readonly SummaryName[]; readonly clears: boolean; readonly settings: SettingsOptions }
  | ({ readonly name: "split"; readonly file: string; readonly output: string; readonly as: SplitForm; readonly settings: SettingsOptions } & SplitChoices)
  | { readonly name: "rules"; readonly format: "text" | "json" }
  | { readonly name: "help" }
  | { readonly name: "version" };

const reportFormats = ["text", "json", "html", "sarif", "xlsx", "opinion"] as const;
export type ReportFormat = (typeof reportFormats)[number];

const checkFormats = [...reportFormats, "jsonl"] as const;
export type CheckFormat = (typeof checkFormats)[number];

const listFormats = ["text", "json"] as const;

/** What a list can be summed up by; all of it where nothing is said. */
export const summaryNames = ["lead-unit", "deadline", "category", "unit-by-category", "indicator", "findings"] as const;
export type SummaryName = (typeof summaryNames)[number];

export const fillTemplates = ["responsibility-division", "task-list"] as const;
export type FillTemplate = (typeof fillTemplates)[number];

/** A file a unit, or a sheet a unit in one file. */
export const splitForms = ["files", "tabs"] as const;
export type SplitForm = (typeof splitForms)[number];

export type SplitChoices = { readonly withTakingPart: boolean; readonly reminders: boolean; readonly calendar: boolean };

export type SettingsOptions = { readonly asOf?: string; readonly dueSoonDays?: number; readonly leadFirst?: true; readonly file?: string };

/** How a run over many files goes: how many at a time, which part of them, and whether it goes on with an earlier one. */
export type RunOptions = { readonly jobs?: number; readonly shard?: Shard; readonly resumes?: true };

/** The words of a call are wrong: told in one sentence, exit status 2. */
export class UsageError extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.name = "UsageError";
    this.text = text;
  }
}

const options = {
  "as-of": { type: "string" },
  "due-soon": { type: "string" },
  "lead-first": { type: "boolean" },
  format: { type: "string" },
  output: { type: "string" },
  rules: { type: "string" },
  rule: { type: "string", multiple: true },
  unsafe: { type: "boolean" },
  clear: { type: "boolean" },
  by: { type: "string" },
  jobs: { type: "string" },
  resume: { type: "boolean" },
  shard: { type: "string" },
  template: { type: "string" },
  base: { type: "string" },
  take: { type: "string", multiple: true },
  as: { type: "string" },
  "with-taking-part": { type: "boolean" },
  reminders: { type: "boolean" },
  calendar: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

type OptionName = keyof typeof options;

const names = ["check", "report", "fix", "fill", "flag", "compare", "merge", "summarise", "split", "rules"] as const;

const known: { readonly [C in (typeof names)[number]]: readonly OptionName[] } = {
  check: ["as-of", "due-soon", "lead-first", "format", "output", "rules", "jobs", "resume", "shard"],
  report: ["format", "output"],
  fix: ["as-of", "due-soon", "lead-first", "output", "rules", "rule", "unsafe"],
  fill: ["output", "template", "format", "lead-first"],
  flag: ["as-of", "due-soon", "lead-first", "output", "rules", "clear"],
  compare: ["output", "format"],
  merge: ["base", "output", "format", "take"],
  summarise: ["as-of", "due-soon", "lead-first", "output", "rules", "by", "clear"],
  split: ["as-of", "due-soon", "lead-first", "output", "rules", "by", "as", "with-taking-part", "reminders", "calendar"],
  rules: ["format"],
};

/** @param words The words after the program's name. */
export function parseCommand(words: readonly string[]): Command {
  const { values, positionals } = parseWords(words);
  if (values.version === true) return { name: "version" };
  const [word, ...files] = positionals;
  if (values.help === true || word === "help" || word === undefined) return { name: "help" };
  const name = names.find((each) => each === word);
  if (name === undefined) throw new UsageError({ zh: `没有“${word}”这个命令。可用的命令：${names.join("、")}；用法见 qingdan --help`, en: `There is no command “${word}”. The commands are ${names.join(", ")}; see qingdan --help` });
  for (const option of Object.keys(values) as OptionName[]) {
    if (!known[name].includes(option)) throw new UsageError({ zh: `${name} 命令没有 --${option} 这个选项。用法见 qingdan --help`, en: `The command ${name} has no option --${option}. See qingdan --help` });
  }
  switch (name) {
    case "rules":
      if (files.length > 0) throw new UsageError({ zh: `rules 只列出规则，不读文件；“${files[0] ?? ""}”是多余的`, en: `rules lists the rules and reads no file; “${files[0] ?? ""}” is one word too many` });
      return { name, format: formatOf(values.format, listFormats) };
    case "check":
      if (files.length === 0) throw new UsageError({ zh: "请写上要核查的工作簿或文件夹，例如：qingdan check 责任分工表.xlsx", en: "Name the workbooks or folders to check, for example: qingdan check list.xlsx" });
      return { name, files, ...reportOf(values, checkFormats), settings: settingsOf(values), run: runOf(values) };
    case "report":
      if (files.length === 0) throw new UsageError({ zh: "请写上核查结果文件，例如：qingdan report 结果.jsonl --format xlsx --output 汇总.xlsx", en: "Name the files of results, for example: qingdan report results.jsonl --format xlsx --output summary.xlsx" });
      return { name, files, ...reportOf(values, reportFormats) };
    case "fill": {
      const [document, ...more] = files;
      if (document === undefined || more.length > 0) throw new UsageError({ zh: "fill 一次读一个文件，例如：qingdan fill 方案.docx --output 责任分工表.xlsx；“-”读标准输入", en: "fill takes one document, for example: qingdan fill plan.docx --output list.xlsx; “-” reads standard input" });
      const format = formatOf(values.format, listFormats);
      if (values.output === undefined && format === "text") throw new UsageError({ zh: "请用 --output 写上要生成的工作簿，或用 --format json 只看读到的内容", en: "Name the workbook to make with --output, or use --format json to see what was read" });
      return { name, document, output: values.output, template: templateOf(values.template), format, leadFirst: values["lead-first"] === true };
    }
    case "flag": {
      const [file, ...more] = files;
      if (file === undefined || more.length > 0) throw new UsageError({ zh: "flag 一次标注一个工作簿，例如：qingdan flag 责任分工表.xlsx --output 已标注.xlsx", en: "flag takes one workbook, for example: qingdan flag list.xlsx --output flagged.xlsx" });
      if (values.output === undefined) throw new UsageError({ zh: "flag 不改原文件，请用 --output 写上新文件名", en: "flag leaves the input as it is; name the new file with --output" });
      return { name, file, output: values.output, clears: values.clear === true, settings: settingsOf(values) };
    }
    case "summarise": {
      const [file, ...more] = files;
      if (file === undefined || more.length > 0) throw new UsageError({ zh: "summarise 一次汇总一个工作簿，例如：qingdan summarise 责任分工表.xlsx --output 已汇总.xlsx", en: "summarise takes one workbook, for example: qingdan summarise list.xlsx --output summed-up.xlsx" });
      if (values.output === undefined) throw new UsageError({ zh: "summarise 不改原文件，请用 --output 写上新文件名", en: "summarise leaves the input as it is; name the new file with --output" });
      return { name, file, output: values.output, by: summariesOf(values.by), clears: values.clear === true, settings: settingsOf(values) };
    }
    case "compare": {
      const [before, after, ...more] = files;
      if (before === undefined || after === undefined || more.length > 0) throw new UsageError({ zh: "compare 要写两个工作簿，先写原来的，例如：qingdan compare 二月.xlsx 三月.xlsx", en: "compare takes two workbooks, the earlier one first, for example: qingdan compare february.xlsx march.xlsx" });
      return { name, before, after, output: values.output, format: formatOf(values.format, listFormats) };
    }
    case "merge": {
      const [master, ...replies] = files;
      if (master === undefined || replies.length === 0) throw new UsageError({ zh: "merge 先写总表，再写各单位返回的文件或文件夹，例如：qingdan merge 总表.xlsx 返回 --output 合并.xlsx", en: "merge takes the master, then the returned files or folders, for example: qingdan merge master.xlsx returned --output merged.xlsx" });
      if (values.output === undefined) throw new UsageError({ zh: "merge 不改总表原文件，请用 --output 写上新文件名", en: "merge leaves the master as it is; name the new file with --output" });
      return { name, master, replies, base: values.base, output: values.output, format: formatOf(values.format, listFormats), takes: values.take ?? [] };
    }
    case "split": {
      const [file, ...more] = files;
      if (file === undefined || more.length > 0) throw new UsageError({ zh: "split 一次拆分一个工作簿，例如：qingdan split 责任分工表.xlsx --output 分发", en: "split takes one workbook, for example: qingdan split list.xlsx --output parts" });
      if (values.output === undefined) throw new UsageError({ zh: "split 不改原文件，请用 --output 写上新文件夹（或 .zip 文件）的名字", en: "split leaves the input as it is; name a new folder (or a .zip file) with --output" });
      if (values.by !== undefined && values.by !== "lead-unit") throw new UsageError({ zh: `split 只能按牵头单位拆分（--by lead-unit），没有“${values.by}”`, en: `split parts by lead unit only (--by lead-unit); there is no “${values.by}”` });
      return { name, file, output: values.output, as: splitFormOf(values), withTakingPart: values["with-taking-part"] === true, reminders: values.reminders === true, calendar: values.calendar === true, settings: settingsOf(values) };
    }
    case "fix": {
      const [file, ...more] = files;
      if (file === undefined || more.length > 0) throw new UsageError({ zh: "fix 一次修一个工作簿，例如：qingdan fix 责任分工表.xlsx --output 已修.xlsx", en: "fix takes one workbook, for example: qingdan fix list.xlsx --output fixed.xlsx" });
      if (values.output === undefined) throw new UsageError({ zh: "fix 不改原文件，请用 --output 写上新文件名", en: "fix leaves the input as it is; name the new file with --output" });
      return { name, file, output: values.output, includesUnsafe: values.unsafe === true, rules: values.rule ?? [], settings: settingsOf(values) };
    }
  }
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node says it in English and at length; the option it quotes is what a person needs
    const detail = /'(-[^' ]*)/.exec(String(error))?.[1] ?? words.join(" ");
    throw new UsageError({ zh: `看不懂选项 ${detail}。用法见 qingdan --help`, en: `The option ${detail} is not understood. See qingdan --help` });
  }
}

function reportOf<Format extends CheckFormat>({ format: word, output }: Values, formats: readonly Format[]): { readonly format: Format; readonly output: string | undefined } {
  const format = formatOf(word, formats);
  if (format === "xlsx" && output === undefined) throw new UsageError({ zh: "工作簿不能显示在屏幕上，请用 --output 写上要生成的文件，例如：--format xlsx --output 问题清单.xlsx", en: "A workbook cannot be shown on the screen; name the file to make with --output, for example: --format xlsx --output findings.xlsx" });
  return { format, output };
}

function runOf({ jobs, shard, resume, format, output }: Values): RunOptions {
  if (resume === true && (format !== "jsonl" || output === undefined)) throw new UsageError({ zh: "--resume 接着上次查，要同时写 --format jsonl 和上次的 --output 文件", en: "--resume goes on with an earlier check: it needs --format jsonl and the --output file of that check" });
  return {
    ...(jobs === undefined ? {} : { jobs: jobsOf(jobs) }),
    ...(shard === undefined ? {} : { shard: shardOf(shard) }),
    ...(resume === true ? { resumes: true as const } : {}),
  };
}

function jobsOf(jobs: string): number {
  if (/^[1-9]\d{0,2}$/.test(jobs)) return Number(jobs);
  throw new UsageError({ zh: `--jobs 要写同时核查几个文件，例如 4；“${jobs}”不是`, en: `--jobs takes how many files to check at a time, such as 4; “${jobs}” is none` });
}

function shardOf(shard: string): Shard {
  const [, number, count] = (/^(\d{1,4})\/(\d{1,4})$/.exec(shard) ?? []).map(Number);
  if (number !== undefined && count !== undefined && number >= 1 && number <= count) return { number, count };
  throw new UsageError({ zh: `--shard 要写“第几份/共几份”，例如 2/4；“${shard}”不是`, en: `--shard takes which part of how many, such as 2/4; “${shard}” is none` });
}

function formatOf<Format extends string>(format: string | undefined, formats: readonly Format[]): Format {
  const known = formats.find((each) => each === (format ?? "text"));
  if (known !== undefined) return known;
  throw new UsageError({ zh: `没有“${format}”这种输出格式。可用：${formats.join("、")}`, en: `There is no output format “${format}”. Use ${formats.join(", ")}` });
}

function summariesOf(words: string | undefined): readonly SummaryName[] {
  if (words === undefined) return summaryNames;
  return words.split(",").map((word) => {
    const known = summaryNames.find((name) => name === word.trim());
    if (known !== undefined) return known;
    throw new UsageError({ zh: `没有“${word}”这种汇总。可用：${summaryNames.join("、")}，用逗号隔开`, en: `There is no summary “${word}”. Use ${summaryNames.join(", ")}, with commas between` });
  });
}

function templateOf(template: string | undefined): FillTemplate {
  if (template === undefined) return "responsibility-division";
  const known = fillTemplates.find((id) => id === template);
  if (known !== undefined) return known;
  throw new UsageError({ zh: `没有“${template}”这种模板。可用：${fillTemplates.join("、")}`, en: `There is no template “${template}”. Use ${fillTemplates.join(" or ")}` });
}

function splitFormOf({ as, output = "", calendar }: Values): SplitForm {
  const form = as === undefined ? "files" : splitForms.find((each) => each === as);
  if (form === undefined) throw new UsageError({ zh: `没有“${as ?? ""}”这种拆分方式。可用：${splitForms.join("、")}`, en: `There is no way to split “${as ?? ""}”. Use ${splitForms.join(" or ")}` });
  if (form === "files" && /\.xls[xm]?$/i.test(output)) throw new UsageError({ zh: `一个单位一个文件，--output 要写文件夹或 .zip 文件的名字，“${output}”是工作簿；要在一个工作簿里分表，请加 --as tabs`, en: `A file a unit goes into a folder or a .zip file; “${output}” is a workbook. For sheets in one workbook add --as tabs` });
  if (form === "tabs" && !/\.xls[xm]$/i.test(output)) throw new UsageError({ zh: `--as tabs 写一个工作簿，--output 要以 .xlsx 结尾，“${output}”不是`, en: `--as tabs writes one workbook; --output must end in .xlsx, and “${output}” does not` });
  if (form === "tabs" && calendar === true) throw new UsageError({ zh: "--calendar 与分开的文件一起生成，不能和 --as tabs 同用", en: "--calendar goes with files and not with --as tabs" });
  return form;
}

type Values = ReturnType<typeof parseWords>["values"];

function settingsOf(values: Values): SettingsOptions {
  const asOf = values["as-of"];
  if (asOf !== undefined && !isDay(asOf)) throw new UsageError({ zh: `--as-of 要写成 2022-11-18 这样的日期，“${asOf}”不是`, en: `--as-of takes a date such as 2022-11-18; “${asOf}” is none` });
  const days = values["due-soon"];
  if (days !== undefined && !/^\d{1,4}$/.test(days)) throw new UsageError({ zh: `--due-soon 要写天数，例如 30；“${days}”不是`, en: `--due-soon takes a number of days such as 30; “${days}” is none` });
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...(days === undefined ? {} : { dueSoonDays: Number(days) }),
    ...(values["lead-first"] === true ? { leadFirst: true as const } : {}),
    ...(values.rules === undefined ? {} : { file: values.rules }),
  };
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
