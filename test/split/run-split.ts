import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findTables } from "../../src/core/find-tables";
import { settingsInEffect } from "../../src/core/settings";
import type { Workbook } from "../../src/core/workbook";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { partedLists, type UnitShare, unitShares } from "../../src/split/shares";
import { templates } from "../../src/templates";
import { runCli, type CliAnswer } from "../support/run-cli";

export const asOf = "2026-07-10";

export const run = (words: readonly string[]): Promise<CliAnswer> => runCli(words, { today: asOf });

/** The files that a master is parted into, by name; nothing else may have been written. */
export async function split(master: Uint8Array, options: readonly string[] = []): Promise<{ files: Map<string, Uint8Array>; output: string }> {
  const folder = mkdtempSync(join(tmpdir(), "qingdan-split-"));
  try {
    const file = join(folder, "总表.xlsx");
    writeFileSync(file, master);
    const { status, output, complaint } = await run(["split", file, "--output", join(folder, "分发"), ...options]);
    expect({ status, complaint }).toEqual({ status: 0, complaint: "" });
    expect(readFileSync(file).equals(master)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["分发", "总表.xlsx"].sort());
    return { files: new Map(readdirSync(join(folder, "分发")).sort().map((name) => [name, new Uint8Array(readFileSync(join(folder, "分发", name)))])), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function open(bytes: Uint8Array | undefined): Promise<{ workbook: Workbook; host: Awaited<ReturnType<typeof createXlsxHost>> }> {
  if (bytes === undefined) throw new Error("no such file");
  const host = await createXlsxHost(bytes);
  return { workbook: await host.read(), host };
}

/** Who leads what in a workbook, as it is read. */
export function sharesOf(workbook: Workbook, withTakingPart = false): UnitShare[] {
  return unitShares(partedLists({ workbook, tables: findTables(workbook, templates), settings: settingsInEffect(asOf) }), withTakingPart);
}

/** Sheet, number, task, category and deadline of each task. */
export function tasksIn(workbook: Workbook): string[] {
  return partedLists({ workbook, tables: findTables(workbook, templates), settings: settingsInEffect(asOf) }).flatMap(({ table, facts }) => facts.map(({ row, category }) => [table.sheet, table.text(row, "number"), table.text(row, "task"), category, table.text(row, "deadline")].join("|")));
}

export function tasksOf({ lists, chosen }: UnitShare): string[] {
  return lists.flatMap((list) => chosen(list).map(({ row, category }) => [list.table.sheet, list.table.text(row, "number"), list.table.text(row, "task"), category, list.table.text(row, "deadline")].join("|")));
}
