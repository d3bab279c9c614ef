import type { CheckContext } from "../core/rule";
import { tablesOfKind } from "../core/table";
import { findDoubledWords } from "../language/doubled-word";
import { readUnits, type Unit } from "../language/unit";
import { taskListKind } from "../templates/task-list-kind";
import { countUnitContents } from "./unit-cells";

/** A unit with each of its writings and how often it occurs. */
export type UnitWritings = { readonly sample: Unit; readonly counts: Map<string, number> };

/** The units that all task lists of the workbook name, by identity; those whose name is a finding of its own are left out. */
export function unitWritings(context: CheckContext, isLeftOut: (unit: Unit) => boolean = isFormer): Map<string, UnitWritings> {
  const found = new Map<string, UnitWritings>();
  for (const table of tablesOfKind(context.tables, taskListKind)) {
    for (const [{ reading }, count] of countUnitContents(table, context)) {
      for (const unit of reading.units) {
        // a word written twice (各区县市市人民政府) is reported as that
        if (unit.kind === "unknown" || unit.kind === "vague" || isLeftOut(unit) || findDoubledWords(unit.text).length > 0) continue;
        let writings = found.get(unit.identity);
        if (writings === undefined) found.set(unit.identity, (writings = { sample: unit, counts: new Map() }));
        writings.counts.set(unit.text, (writings.counts.get(unit.text) ?? 0) + count);
      }
    }
  }
  return found;
}

function isFormer({ renamed }: Unit): boolean {
  return renamed !== undefined;
}

/** The writings without those that a list only shortens: 工业和信息化厅 behind 省科技厅 lets 省 drop. */
export function wholeForms(identity: string, counts: ReadonlyMap<string, number>): string[] {
  const forms = [...counts.keys()];
  return forms.filter((form) => readUnits(form).units[0]?.identity === identity || !forms.some((other) => other !== form && other.endsWith(form)));
}

/** Of forms equally common the standard short form, else the first. */
export function commonestForm(forms: readonly string[], { sample, counts }: UnitWritings): string {
  let [usual, most] = ["", 0];
  for (const form of forms) {
    const count = counts.get(form) ?? 0;
    if (count > most || (count === most && form === sample.standard)) [usual, most] = [form, count];
  }
  return usual;
}
