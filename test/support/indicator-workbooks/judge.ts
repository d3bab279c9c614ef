import { stringifyAddress } from "../../../src/core/address";
import { check } from "../../../src/core/check";
import type { Diagnostic } from "../../../src/core/diagnostic";
import { parseAddress } from "../../../src/core/address";
import { defaultSettings } from "../../../src/core/settings";
import { contentAt, findWorksheet, isError, isFormula, type CellContent, type Workbook } from "../../../src/core/workbook";
import { rules } from "../../../src/rules";
import { templates } from "../../../src/templates";
import type { IndicatorWorkbook, Place, Planted } from "./draft";

/** The day all workbooks are checked on. */
const asOf = "2025-11-30";

export type Miss = Planted & { readonly workbook: string; readonly layout: string; readonly formula: string };
export type False = Place & { readonly rule: string; readonly workbook: string; readonly layout: string; readonly formula: string; readonly severity: string; readonly message: string; /** It stands at a cell that was meant to be sound. */ readonly isAtSound: boolean };

export type Verdict = { readonly found: readonly Miss[]; readonly missed: readonly Miss[]; readonly false: readonly False[]; readonly sound: number; readonly soundReported: number };

/** Holds what the rules say of a workbook against what was planted; nothing else may be said, at any severity. */
export function judge(made: IndicatorWorkbook, workbook: Workbook = made.workbook): Verdict {
  const { diagnostics } = check({ workbook, templates, rules, settings: defaultSettings(asOf) });
  const said = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) said.set(keyOf({ ...placeOf(diagnostic), rule: diagnostic.rule }), diagnostic);
  const planted = made.planted.map((defect): Miss => ({ ...defect, workbook: made.name, layout: made.layout, formula: formulaAt(workbook, defect) }));
  const expected = new Set([...made.planted, ...made.allowed].map(keyOf));
  const sound = new Set(made.sound.map(({ sheet, at }) => `${sheet}!${at}`));
  const wrong = [...said].filter(([key]) => !expected.has(key)).map(([, diagnostic]): False => {
    const place = placeOf(diagnostic);
    return { ...place, rule: diagnostic.rule, workbook: made.name, layout: made.layout, formula: formulaAt(workbook, place), severity: diagnostic.severity, message: diagnostic.message.zh, isAtSound: sound.has(`${place.sheet}!${place.at}`) };
  });
  return {
    found: planted.filter((defect) => said.has(keyOf(defect))),
    missed: planted.filter((defect) => !said.has(keyOf(defect))),
    false: wrong,
    sound: sound.size,
    soundReported: new Set(wrong.filter(({ isAtSound, severity }) => isAtSound && severity !== "info").map(({ sheet, at }) => `${sheet}!${at}`)).size,
  };
}

function keyOf({ rule, sheet, at }: Place & { readonly rule: string }): string {
  return `${rule} ${sheet}!${at}`;
}

function placeOf({ range }: Diagnostic): Place {
  return { sheet: range.sheet, at: stringifyAddress({ ...range, bottom: range.top, right: range.left }) };
}

function formulaAt(workbook: Workbook, { sheet, at }: Place): string {
  const worksheet = findWorksheet(workbook, sheet);
  const area = parseAddress(at);
  return worksheet === undefined || area === undefined ? "" : show(contentAt(worksheet, area.top, area.left));
}

function show(content: CellContent): string {
  if (isFormula(content)) return content.formula;
  return isError(content) ? content.error : content === null ? "(blank)" : JSON.stringify(content);
}
