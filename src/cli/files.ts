import { randomUUID } from "node:crypto";
import { readdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, basename, resolve } from "node:path";
import { HostError } from "../host/host-error";

/** A workbook larger than this is not even read: nothing an office sends comes near it. */
const maxBytes = 1024 ** 3;

/** Files as they are; folders as every workbook in them and below, in name order. A path that is not there stays, to be told of. */
export async function expandFolders(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(notThere);
    if (found?.isDirectory() !== true) files.push(path);
    else files.push(...(await workbooksIn(path)));
  }
  return files;
}

async function workbooksIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    // ~$name.xlsx is Excel's mark of an open workbook, not a workbook
    .filter((entry) => entry.isFile() && /\.xls[xm]$/i.test(entry.name) && !entry.name.startsWith("~$"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function notThere(error: unknown): undefined {
  if (isSystemError(error) && (error.code === "ENOENT" || error.code === "ENOTDIR")) return undefined;
  throw error;
}

export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw new HostError("too-large", `${Math.round(size / 1024 ** 2)} MB`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError("unreadable-file", systemCode(error), { cause: error });
  }
}

/** Writes whole or not at all: a reader never sees half a file, and a failure leaves what was there. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const there = await stat(path).catch(notThere);
    if (there !== undefined && (!there.isFile() || (there.mode & 0o200) === 0)) throw new HostError("unwritable-file", path);
    await writeFile(beside, content, { flag: "wx" });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error instanceof HostError ? error : new HostError("unwritable-file", `${path}, ${systemCode(error)}`, { cause: error });
  }
}

export async function isSameFile(a: string, b: string): Promise<boolean> {
  const real = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
  return (await real(a)) === (await real(b));
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string";
}

function systemCode(error: unknown): string {
  return isSystemError(error) && error.code !== undefined ? error.code : String(error);
}
