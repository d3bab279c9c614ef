import { normaliseHeader } from "../core/match-header";
import { mergeOver } from "../core/merged-areas";
import { columnsOfTemplate, type Derivation, type Table } from "../core/table";
import { textOf, valueAt } from "../core/workbook";
import { readHeader } from "../indicators/header";
import type { IndicatorKey } from "../templates/indicator-kind";

/** What heads a column of an indicator table. */
export type Heading = {
  readonly column: number;
  /** The header's lines from top to bottom, each once; a merged one in every column it lies over. */
  readonly lines: readonly string[];
  /** The last line, which is the column's own. */
  readonly text: string;
  /** The column of the template that the own line names: 分子, 指标值. */
  readonly key?: IndicatorKey;
  readonly period?: string;
};

const headingsOfTable: Derivation<readonly Heading[], IndicatorKey> = { make: readHeadings, forget: () => undefined };

/** The headings of all columns of a table, from left to right. */
export function headingsOf(table: Table<IndicatorKey>): readonly Heading[] {
  return table.derived(headingsOfTable);
}

function readHeadings(table: Table<IndicatorKey>): Heading[] {
  const { bounds } = table;
  const taken = new Map([...table.columns].map(([key, column]) => [column, key]));
  return Array.from({ length: bounds.right - bounds.left + 1 }, (_, index) => {
    const column = bounds.left + index;
    const lines = linesOf(table, column);
    const text = lines.at(-1) ?? "";
    const key = taken.get(column) ?? keyOf(table, lines);
    const period = lines.flatMap((line) => readHeader(line).period ?? []).at(-1);
    return { column, lines, text, ...(key === undefined ? {} : { key }), ...(period === undefined ? {} : { period }) };
  });
}

function linesOf({ worksheet, bounds, headerBottom }: Table<IndicatorKey>, column: number): string[] {
  const lines: string[] = [];
  for (let row = bounds.top; row <= headerBottom; row++) {
    const merge = mergeOver(worksheet, row, column);
    const text = textOf(valueAt(worksheet, merge?.top ?? row, merge?.left ?? column));
    if (text !== "" && text !== lines.at(-1)) lines.push(text);
  }
  return lines;
}

/** 2024年 | 分子 and 2025年 | 分子: the template takes one of them, both are numerators. */
function keyOf({ template }: Table<IndicatorKey>, lines: readonly string[]): IndicatorKey | undefined {
  const names = [lines.at(-1) ?? "", lines.join("")].map(normaliseHeader).filter((name) => name !== "");
  for (const fits of [(headers: readonly string[], _pattern: { test(header: string): boolean } | undefined, name: string) => headers.includes(name), (_headers: readonly string[], pattern: { test(header: string): boolean } | undefined, name: string) => pattern?.test(name) === true]) {
    for (const name of names) {
      for (const [key, { headers, pattern }] of columnsOfTemplate(template)) if (fits(headers, pattern, name)) return key as IndicatorKey;
    }
  }
  return undefined;
}
