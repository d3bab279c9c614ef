import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringifyAddress } from "../../../src/core/address";
import { findWorksheet, isError, valueAt, type CellValue } from "../../../src/core/workbook";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import type { IndicatorWorkbook } from "./draft";
import { toXlsx } from "./to-xlsx";

export const soffice = [process.env["SOFFICE"] ?? "", "/usr/bin/soffice", "/usr/bin/libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"].find((path) => path !== "" && existsSync(path));

export type Recalculation = { readonly compared: number; /** Formulas that LibreOffice cannot be asked about. */ readonly foreign: number; readonly differences: readonly string[] };

/** Has LibreOffice compute every formula anew and holds its values against ours. */
export async function recalculate(workbooks: readonly IndicatorWorkbook[], program: string): Promise<Recalculation> {
  const folder = mkdtempSync(join(tmpdir(), "indicators-"));
  try {
    mkdirSync(join(folder, "out"));
    const files = workbooks.map(({ name }) => join(folder, `${name}.xlsx`));
    for (const [index, workbook] of workbooks.entries()) writeFileSync(files[index] ?? "", toXlsx(workbook, { withValues: false }));
    // one start for many files; it gives up on several hundred
    for (let from = 0; from < files.length; from += 100) {
      execFileSync(program, ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out"), ...files.slice(from, from + 100)], { stdio: "ignore", timeout: 240_000 });
    }
    let compared = 0;
    let foreign = 0;
    const differences: string[] = [];
    for (const { name, sheets } of workbooks) {
      const computed = await (await createXlsxHost(new Uint8Array(readFileSync(join(folder, "out", `${name}.xlsx`))))).read();
      for (const sheet of sheets) {
        const worksheet = findWorksheet(computed, sheet.name);
        for (const [key, { content, value, isForeign }] of sheet.cells) {
          if (typeof content !== "object" || content === null || !("formula" in content)) continue;
          const [row = 0, column = 0] = key.split(",").map(Number);
          const theirs = worksheet === undefined ? null : valueAt(worksheet, row, column);
          if (isForeign) foreign += 1;
          else {
            compared += 1;
            if (!agrees(value, theirs)) differences.push(`${name} ${sheet.name}!${stringifyAddress({ top: row, left: column, bottom: row, right: column })} ${content.formula}: ${show(value)} here, ${show(theirs)} in LibreOffice`);
          }
        }
      }
    }
    return { compared, foreign, differences };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function agrees(ours: CellValue, theirs: CellValue): boolean {
  if (typeof ours === "number" && typeof theirs === "number") return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours));
  if (isError(ours)) return isError(theirs) && ours.error === theirs.error;
  return (ours ?? "") === (theirs ?? "");
}

function show(value: CellValue): string {
  return isError(value) ? value.error : JSON.stringify(value);
}
