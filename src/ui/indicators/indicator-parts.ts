import type { CheckResult } from "../../core/check";
import type { Severity } from "../../core/diagnostic";
import type { Change } from "../../core/edit";
import type { Text } from "../../core/text";
import type { Range, Workbook } from "../../core/workbook";

/** How sure a definition is; the best first. */
export const certainties = ["workbook", "official", "similar", "read", "own"] as const;
export type EntryCertainty = (typeof certainties)[number];

export type PlaceFinding = { readonly severity: Severity; readonly message: Text; readonly rule: string };

/** One value of an indicator: whose it is, how it stands against what was wanted and what was before. */
export type IndicatorPlace = {
  readonly range: Range;
  /** Whose and when: 青溪县 · 2025年. */
  readonly label: string;
  /** In the indicator's own unit; undefined where the cell holds no number. */
  readonly value?: number;
  /** The value as the cell shows it. */
  readonly shown: string;
  readonly target?: { readonly text: string; readonly value?: number; readonly isMet?: boolean };
  readonly previous?: number;
  /** What the cell's formula computes, in words. */
  readonly computes?: string;
  readonly findings: readonly PlaceFinding[];
};

/**
 * The values of an indicator in workbook order, by their number: what is asked for is worked out then, so that a million
 * of them are no million objects before they are seen.
 */
export type PlaceList = {
  readonly count: number;
  /** The numbers of those with findings, ascending. */
  readonly flagged: readonly number[];
  at(index: number): IndicatorPlace;
  rangeAt(index: number): Range;
  labelAt(index: number): string;
  valueAt(index: number): number | undefined;
  targetAt(index: number): IndicatorPlace["target"];
  previousAt(index: number): number | undefined;
  findingsAt(index: number): readonly PlaceFinding[];
};

/** One indicator that stands in the workbook. */
export type IndicatorEntry = {
  readonly id: string;
  readonly name: string;
  readonly category?: string;
  readonly unit: string;
  /** The formula in words: A/B×100%. */
  readonly definition: string;
  readonly source: string;
  readonly certainty: EntryCertainty;
  readonly note?: string;
  readonly places: PlaceList;
};

/** An indicator that a new sheet can be made for. */
export type OfferedIndicator = Pick<IndicatorEntry, "id" | "name" | "category" | "unit" | "definition" | "certainty">;

/** What a person chose for a new sheet. */
export type IndicatorSheetChoice = {
  /** Their ids, in the order they are offered. */
  readonly indicators: readonly string[];
  readonly sheet: string;
  readonly title: string;
  /** One row each; none makes a sheet of one row an indicator. */
  readonly entities: readonly string[];
  readonly period: string;
  readonly withTargets: boolean;
};

/** What the views of 指标 call; every part is handed in. */
export type IndicatorParts = {
  /** The indicators of a workbook, in workbook order, with what its check found. */
  readonly entriesOf: (result: CheckResult, workbook: Workbook) => readonly IndicatorEntry[];
  /** The workbook's own indicators before those that are built in. */
  readonly offeredIn: (workbook: Workbook) => readonly OfferedIndicator[];
  /** Makes the changes that add the sheet. */
  readonly sheetChanges: (choice: IndicatorSheetChoice, workbook: Workbook) => readonly Change[];
};
