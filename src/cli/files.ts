import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, realpath, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { dirname, join, basename, relative, resolve } from "node:path";
import { HostError } from "../host/host-error";
import type { FileStamp } from "../report/result-line";
import { UsageError } from "./arguments";

/** A workbook larger than this is not even read: nothing an office sends comes near it. */
const maxBytes = 1024 ** 3;

/** A folder that cannot be looked into, or one without a workbook, told of like a file that cannot be read. */
export type Unreadable = { readonly path: string; readonly error: HostError };

/** Something to check. `within`: its path inside the folder that was named, the same on whatever machine that lies; a file that was named itself as it was named. */
export type FoundFile = { readonly input: string | Unreadable; readonly within: string };

/** Files as they are; folders as every workbook in them and below, in name order. A path that is not there stays, to be told of. */
export async function expandFolders(paths: readonly string[]): Promise<FoundFile[]> {
  const files: FoundFile[] = [];
  for (const path of paths) {
    // what goes wrong here is told when the file is read
    const isFolder = await stat(path).then((found) => found.isDirectory(), () => false);
    if (!isFolder) files.push({ input: path, within: path });
    else {
      let isEmpty = true;
      for await (const input of workbooksIn(path)) {
        isEmpty = false;
        files.push({ input, within: relative(path, pathOf(input)) });
      }
      if (isEmpty) files.push({ input: { path, error: new HostError("empty-folder") }, within: "" });
    }
  }
  return files;
}

/** Links to folders are not followed: they may lead in a circle, or to what is in the folder anyway. */
async function* workbooksIn(folder: string): AsyncGenerator<string | Unreadable> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => new HostError("unreadable-file", systemCode(error), { cause: error }));
  if (entries instanceof HostError) {
    yield { path: folder, error: entries };
    return;
  }
  for (const { path, isFolder } of entries.map((entry) => ({ path: join(folder, entry.name), isFolder: entry.isDirectory() })).sort(byPath)) {
    if (isFolder) yield* workbooksIn(path);
    else if (isWorkbookName(basename(path))) yield path;
  }
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

/** ~$name.xlsx is Excel's mark of an open workbook, ._name.xlsx a Mac's note on one: neither is a workbook. */
function isWorkbookName(name: string): boolean {
  return /\.xls[xm]$/i.test(name) && !name.startsWith("~$") && !name.startsWith("._");
}

export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.size > maxBytes) throw new HostError("too-large", `${Math.round(found.size / 1024 ** 2)} MB`);
    // a pipe ends, a device such as /dev/zero does not
    if (!found.isFile() && !found.isFIFO()) throw new HostError("unreadable-file");
    return await readFile(path);
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError("unreadable-file", systemCode(error), { cause: error });
  }
}

function notThere(error: unknown): undefined {
  if (isSystemError(error) && (error.code === "ENOENT" || error.code === "ENOTDIR")) return undefined;
  throw error;
}

/** Writes whole or not at all: a reader never sees half a file, and a failure leaves what was there. */
export async function writeWhole(path: string, content: Uint8Array | string | AsyncIterable<Uint8Array | string>): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const there = await stat(path).catch(notThere);
    if (there !== undefined && (!there.isFile() || (there.mode & 0o200) === 0)) throw new HostError("unwritable-file", path);
    await writeFile(beside, content, { flag: "wx" });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw isSystemError(error) ? new HostError("unwritable-file", `${path}, ${systemCode(error)}`, { cause: error }) : error;
  }
}

/** Refuses a folder that holds something: nothing in it may be written over. */
export async function refuseFilled(folder: string): Promise<void> {
  const found = await stat(folder).catch(notThere);
  if (found === undefined) return;
  if (!found.isDirectory()) throw new UsageError({ zh: `“${folder}”是一个文件，不是文件夹；请换一个名字`, en: `“${folder}” is a file and no folder; choose another name` });
  if ((await readdir(folder)).length > 0) throw new UsageError({ zh: `文件夹“${folder}”里已有内容，为免覆盖没有写入；请换一个新文件夹`, en: `The folder “${folder}” is not empty and was left as it is; choose a new one` });
}

/** A new folder with these files, all of them or none: they are written beside it first. */
export async function writeFolder(folder: string, files: AsyncIterable<readonly [name: string, content: Uint8Array | string]>): Promise<void> {
  const path = resolve(folder);
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    await mkdir(beside, { recursive: true });
    for await (const [name, content] of files) await writeFile(join(beside, name), content, { flag: "wx" });
    // an empty folder makes room, one that has been filled meanwhile does not
    await rmdir(path).catch(notThere);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => undefined);
    if (!isSystemError(error)) throw error;
    throw new HostError("unwritable-file", `${folder}, ${systemCode(error)}`, { cause: error });
  }
}

export async function isSameFile(a: string, b: string): Promise<boolean> {
  return (await realPath(a)) === (await realPath(b));
}

/** Where a path leads in the end; one that is not there, where it would. */
export function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

/** Of a file as it is now; undefined where it cannot be said. */
export async function stampOf(path: string): Promise<FileStamp | undefined> {
  try {
    const { size, mtime } = await stat(path);
    return { size, mtime: mtime.toISOString() };
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

export function pathOf(input: string | Unreadable): string {
  return typeof input === "string" ? input : input.path;
}

/** Everything that is only read: the workbooks and the settings. */
export function inputsOf(settings: string | undefined, inputs: readonly (string | Unreadable)[]): string[] {
  return [...inputs.map(pathOf), ...(settings === undefined ? [] : [settings])];
}

export async function refuseInputs(output: string, inputs: readonly string[]): Promise<void> {
  const written = await realPath(output);
  for (const input of inputs) {
    if ((await realPath(input)) === written) {
      throw new UsageError({ zh: `--output 不能是原文件“${input}”：原文件从不改写，请换一个文件名`, en: `--output must not be the input “${input}”: the input is never written; choose another name` });
    }
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string";
}

export function systemCode(error: unknown): string {
  return isSystemError(error) && error.code !== undefined ? error.code : String(error);
}
