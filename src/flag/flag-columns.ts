import { stringifyColumn } from "../core/address";
import type { ColumnLayout } from "../core/marks";
import { ownMark } from "../core/own-columns";
import { formulaAt, textOf, valueAt, type Worksheet } from "../core/workbook";
import { unclear } from "./due-formula";

/** Columns of ours beside a list, from left to right: the day it is due, out of sight; its state; the days left. */
export const flagKeys = ["due", "state", "days"] as const;
export type FlagKey = (typeof flagKeys)[number];
export type FlagColumns = { readonly [K in FlagKey]: number };

const names: { readonly [K in FlagKey]: string } = { due: "到期日", state: "状态", days: "剩余天数" };

export function flagHeader(key: FlagKey): string {
  return `${names[key]}${ownMark}`;
}

/** What the column is called once it is the person's own. */
export function bareHeader(key: FlagKey): string {
  return names[key];
}

const looks: { readonly [K in FlagKey]: { readonly width: number; readonly isHidden?: true; readonly format: string } } = {
  due: { width: 19, isHidden: true, format: "yyyy-mm-dd" },
  state: { width: 22, format: "General" },
  days: { width: 21, format: '0"天";"超"0"天";"今天"' },
};

/** How the columns look between two rows, both inside. */
export function flagLayout(first: number, last: number): readonly ColumnLayout[] {
  return flagKeys.map((key) => {
    const { format, ...look } = looks[key];
    return { ...look, formats: [{ first, last, format }] };
  });
}

export type FoundColumn = { readonly column: number; readonly key: FlagKey };

/** Our columns on a worksheet, known by their headers, from left to right. */
export function findFlagColumns(worksheet: Worksheet): FoundColumn[] {
  return worksheet.columns.flatMap((content, column): FoundColumn[] => {
    const key = content?.values.some((value) => typeof value === "string" && value.endsWith(ownMark)) === true ? flagKeys.find((each) => content.values.includes(flagHeader(each))) : undefined;
    return key === undefined ? [] : [{ column, key }];
  });
}

/** Whether what a cell of such a column holds is ours, and not what somebody has entered there since. */
export function isOurs(worksheet: Worksheet, row: number, column: number): boolean {
  const formula = formulaAt(worksheet, row, column);
  if (formula !== undefined) return formula.includes("TODAY()") || formula.includes(unclear.blank);
  const text = textOf(valueAt(worksheet, row, column));
  return text === "" || flagKeys.some((key) => flagHeader(key) === text);
}

/** $H3, rows from 0. */
export function cellName(row: number, column: number): string {
  return `$${stringifyColumn(column)}${row + 1}`;
}
