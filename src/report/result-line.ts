import * as z from "zod";
import { severities } from "../core/diagnostic";
import type { Language, Text } from "../core/text";
import { isUnread, type FileReport } from "./file-report";
import { fileOf } from "./json";

/** The first line of a file of results: under what these were made. */
const headerSchema = z.object({
  qingdan: z.literal("results"),
  version: z.literal(1),
  program: z.string(),
  asOf: z.iso.date(),
  language: z.enum(["zh", "en"]),
  /** A fingerprint of the settings of the call. */
  settings: z.string(),
});

export type ResultsHeader = z.output<typeof headerSchema>;

/** By what a file is known to be as it was when it was checked. */
export type FileStamp = { readonly size: number; readonly mtime: string };

const said = z.string().transform((text): Text => ({ zh: text, en: text }));

const severity = z.enum(severities as [(typeof severities)[number], ...(typeof severities)[number][]]);

const finding = z.object({ rule: z.string(), severity, sheet: z.string(), address: z.string(), message: said, fixes: z.array(z.object({ title: said, safe: z.boolean() })).default([]) });

const resultSchema = z.object({
  file: z.string(),
  tables: z.array(z.object({ sheet: z.string(), address: z.string(), kind: z.string(), template: z.string(), subject: z.string(), title: said, rows: z.int() })),
  diagnostics: z.array(finding),
  ignored: z.array(finding.extend({ reason: z.string(), asOf: z.string(), scope: z.enum(["finding", "column", "workbook"]) })).default([]),
  error: said.nullable(),
  lights: z.array(z.object({ key: z.enum(["overdue", "behind", "due-soon", "on-track", "standing", "done", "unclear"]), label: said, shape: z.string(), color: z.enum(["red", "yellow", "green", "blue", "grey"]), count: z.int() })).default([]),
  size: z.number().nullable(),
  mtime: z.string().nullable(),
});

export function stringifyHeader(header: ResultsHeader): string {
  return `${JSON.stringify(header)}\n`;
}

/** The file object of `check --format json` in one line, with what a later run and any other report need besides. */
export function stringifyResult(report: FileReport, stamp: FileStamp | undefined, language: Language): string {
  const told = isUnread(report)
    ? {}
    : {
        tables: report.tables.map((table) => ({ ...table, title: table.title[language] })),
        lights: report.lights.map((light) => ({ ...light, label: light.label[language] })),
      };
  return `${JSON.stringify({ ...fileOf(report, language), ...told, size: stamp?.size ?? null, mtime: stamp?.mtime ?? null })}\n`;
}

export type ResultLine = { readonly header: ResultsHeader } | { readonly report: FileReport; readonly stamp: FileStamp | undefined };

/** Undefined where the line is none of ours, or not whole. */
export function parseResultLine(line: string): ResultLine | undefined {
  const value = jsonOf(line);
  const header = headerSchema.safeParse(value);
  if (header.success) return { header: header.data };
  const result = resultSchema.safeParse(value);
  if (!result.success) return undefined;
  const { file, tables, diagnostics, ignored, error, lights, size, mtime } = result.data;
  const stamp = size === null || mtime === null ? undefined : { size, mtime };
  return { report: error === null ? { file, tables, findings: diagnostics, explained: ignored, lights } : { file, error }, stamp };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
