import { basename } from "node:path";
import type { Change, Skipped } from "../core/edit";
import type { Text } from "../core/text";
import type { Workbook } from "../core/workbook";
import { describeHostError } from "../host/host-messages";
import type { Conflict, Merge, MergeInput, Reply, UnreadableReply, Version } from "../merge/merge-replies";
import type { Choice } from "../merge/resolve-merge";
import { UsageError, type Command } from "./arguments";
import type { CommandLine, ExitStatus, FileHost } from "./command-line";
import { complainOf } from "./complain";
import { expandFolders, pathOf, readBytes, realPath, refuseInputs, writeWhole, type Unreadable } from "./files";
import { notMade } from "./flag";
import { settingsFor } from "./judge";
import { stringifyMerge } from "./merge-report";

/** A reply with the name it goes by: its file's, or the whole path where two files have one name. */
type NamedFile = { readonly name: string; readonly input: string | Unreadable };

export type Decided = { readonly cell: Conflict; readonly version: Version; readonly choice: Choice };

export async function runMerge({ master, replies, base, output, format, takes }: Command & { name: "merge" }, line: CommandLine): Promise<ExitStatus> {
  const files = named(await withoutDoubles((await expandFolders(replies)).map(({ input }) => input), [master, ...(base === undefined ? [] : [base])]));
  await refuseInputs(output, [master, ...(base === undefined ? [] : [base]), ...files.map(({ input }) => pathOf(input))]);
  let file = master;
  let merge: Merge;
  let decided: Decided[];
  let skipped: readonly Skipped[];
  try {
    const host = await line.openWorkbook(await readBytes(master), master);
    file = base ?? master;
    const sent = base === undefined ? undefined : await line.openWorkbook(await readBytes(base), base);
    file = master;
    const settings = settingsFor(await host.read(), master, { asOf: line.today, call: {}, fromFile: {} }, line);
    const shared = { replies: await readReplies(files, line), templates: line.templates, settings };
    const workbook = await withColumns(host, shared, line);
    merge = line.merge.merge({ ...shared, master: workbook, ...(sent === undefined ? {} : { base: await withColumns(sent, shared, line) }) });
    decided = decide(merge, takes, files, line);
    const changes = [...merge.changes, ...line.merge.resolve(merge, decided.map(({ choice }) => choice))];
    skipped = changes.length === 0 ? [] : (await host.apply(changes)).skipped;
    const sheet = line.merge.mergeSheet(merge, workbook, { decided, unwritten: placesOf(skipped, line) });
    await host.apply([{ title: { zh: "合并情况", en: "What was merged" }, edits: [sheet] }]);
    await writeWhole(output, await host.save());
  } catch (error) {
    if (error instanceof UsageError) throw error;
    complainOf(file, describeHostError(error), line);
    return 2;
  }
  line.write(stringifyMerge(merge, { master, output, format, decided, notWritten: skipped.map(({ change, reason }): Text => notMade(change, reason)) }, line));
  if (merge.unreadable.length > 0) return 2;
  return merge.conflicts.some((conflict) => !decided.some(({ cell }) => cell === conflict)) || skipped.length > 0 ? 1 : 0;
}

/** What was sent out may lack the columns that the replies have been given. */
async function withColumns(host: FileHost, shared: Omit<MergeInput, "master">, line: CommandLine): Promise<Workbook> {
  const master = await host.read();
  const changes = line.merge.columns({ ...shared, master });
  if (changes.length === 0) return master;
  await host.apply(changes);
  return host.read();
}

/** The master among the files of a folder is no reply, and a file named twice is one. */
async function withoutDoubles(inputs: readonly (string | Unreadable)[], known: readonly string[]): Promise<(string | Unreadable)[]> {
  const seen = new Set<string>();
  for (const path of known) seen.add(await realPath(path));
  const found: (string | Unreadable)[] = [];
  for (const input of inputs) {
    const path = await realPath(pathOf(input));
    if (!seen.has(path)) found.push(input);
    seen.add(path);
  }
  return found;
}

function named(inputs: readonly (string | Unreadable)[]): NamedFile[] {
  const names = inputs.map((input) => basename(pathOf(input)));
  return inputs.map((input, index) => {
    const name = names[index] ?? "";
    return { name: names.filter((other) => other === name).length > 1 ? pathOf(input) : name, input };
  });
}

async function readReplies(files: readonly NamedFile[], line: CommandLine): Promise<(Reply | UnreadableReply)[]> {
  const read: (Reply | UnreadableReply)[] = [];
  for (const [index, { name, input }] of files.entries()) {
    line.showProgress?.(`${index + 1}/${files.length} ${pathOf(input)}`);
    try {
      if (typeof input !== "string") throw input.error;
      read.push({ file: name, workbook: await (await line.openWorkbook(await readBytes(input), input)).read() });
    } catch (error) {
      const problem = describeHostError(error);
      complainOf(pathOf(input), problem, line);
      read.push({ file: name, problem });
    }
  }
  line.showProgress?.("");
  return read;
}

/** What --take says, cell by cell; in words that fit nothing the call is wrong and nothing is written. */
function decide(merge: Merge, takes: readonly string[], files: readonly NamedFile[], line: CommandLine): Decided[] {
  const open = line.merge.undecided(merge);
  const decided = new Map<Conflict, Decided>();
  for (const take of takes) {
    const file = files.find(({ name, input }) => take.startsWith(`${name}=`) || take.startsWith(`${pathOf(input)}=`));
    const path = file === undefined ? "" : pathOf(file.input);
    if (file === undefined) throw new UsageError({ zh: `--take “${take}”里没有哪个返回文件的名字。写法：--take 教育局.xlsx=责任分工!G5`, en: `--take “${take}” names none of the returned files. Write --take education.xlsx=Tasks!G5` });
    const wanted = take.slice((take.startsWith(`${file.name}=`) ? file.name : path).length + 1);
    for (const found of cellsOf(wanted, file.name, open, line)) {
      const before = decided.get(found.cell);
      if (before !== undefined && before.version !== found.version) throw new UsageError({ zh: `--take 对 ${line.merge.placeText(found.cell)} 选了两个文件，请只选一个`, en: `--take chooses two files for ${line.merge.placeText(found.cell)}; choose one` });
      decided.set(found.cell, found);
    }
  }
  return open.flatMap((cell) => decided.get(cell) ?? []);
}

function cellsOf(wanted: string, file: string, open: readonly Conflict[], line: CommandLine): Decided[] {
  const own = open.flatMap((cell): Decided[] => {
    const index = cell.versions.findIndex(({ sources }) => sources.some((source) => source.file === file));
    const version = cell.versions[index];
    return version === undefined ? [] : [{ cell, version, choice: { sheet: cell.sheet, row: cell.row, column: cell.column, version: index } }];
  });
  if (wanted === "all") return own;
  return (own.some(({ cell }) => line.merge.placeText(cell) === wanted) ? [wanted] : wanted.split(",")).map((place) => {
    const found = own.find(({ cell }) => line.merge.placeText(cell) === place.trim());
    if (found === undefined) throw new UsageError({ zh: `--take：“${file}”在“${place}”没有待定的内容。待定的格见合并结果`, en: `--take: “${file}” has nothing to choose at “${place}”. See the cells left open` });
    return found;
  });
}

function placesOf(skipped: readonly { readonly change: Change }[], line: CommandLine): Set<string> {
  return new Set(skipped.flatMap(({ change }) => change.edits.flatMap((edit) => (edit.kind === "set-cell" ? [line.merge.placeText(edit)] : []))));
}
