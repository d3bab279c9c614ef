import { zipSync, type Zippable } from "fflate";

/** Packs files under their names; the day is written on each, so that the same files make the same bytes. */
export function packFiles(files: ReadonlyMap<string, Uint8Array>, day: string): Uint8Array {
  const [year = 1980, month = 1, date = 1] = day.split("-").map(Number);
  const mtime = new Date(year, month - 1, date, 12);
  const entries: Zippable = {};
  // a workbook is packed already
  for (const [name, bytes] of files) entries[name] = [bytes, { level: /\.xlsx$/i.test(name) ? 0 : 6, mtime }];
  return zipSync(entries);
}
