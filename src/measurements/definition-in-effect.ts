import { isOwnSheet } from "../core/own-columns";
import type { Table } from "../core/table";
import { textOf, type Workbook } from "../core/workbook";
import { stringifyDefinition, type WrittenDefinition } from "../indicators/definition";
import { definitionsIn } from "../indicators/definitions-in-text";
import type { Dictionary } from "../indicators/dictionary";
import { readHeader } from "../indicators/header";
import { matchTerm } from "../indicators/match-term";
import type { Indicator, Term } from "../indicators/indicator";
import { isNotes } from "../tasks/document-lines";
import type { IndicatorKey } from "../templates/indicator-kind";
import { looksLikeShare, splitFactor } from "./share";

/** Definitions written around a table, by the indicator's name folded: 注：泊位接入率=…/…×100%. */
export type Notes = ReadonlyMap<string, WrittenDefinition>;

/** What the lines above and below a table and the notes of the workbook define. */
export function notesOf(table: Table<IndicatorKey>, workbook: Workbook, fold: (name: string) => string): Notes {
  const notes = workbook.worksheets.filter((worksheet) => isNotes(worksheet.name) && !isOwnSheet(worksheet)).flatMap(({ columns }) => columns.flatMap((column) => column?.values.flatMap((value) => textOf(value ?? null) || []) ?? []));
  const found = new Map<string, WrittenDefinition>();
  for (const text of [...table.captions.map((caption) => caption.text), ...notes]) {
    for (const written of definitionsIn(text)) found.set(fold(written.name), written);
  }
  return found;
}

/** The definition that holds for a name: what is written with it overrules the workbook's dictionary, that the built-in one. Undefined where nobody defines it. */
export function indicatorInEffect(name: string, written: WrittenDefinition | undefined, dictionary: Dictionary, source: string): Indicator | undefined {
  const found = dictionary.find(name);
  const known = found?.isShare === undefined && found?.certainty === "workbook" && isBoundedShare(found) ? { ...found, isShare: true } : found;
  if (written === undefined) return known;
  const unit = written.unit ?? readHeader(name).unit ?? known?.unit ?? (splitFactor(written.expression).factor === 100 ? "%" : "");
  const terms = written.terms.map((term) => withKnownAliases(term, known));
  return {
    ...(known === undefined ? { direction: "monitor" as const, ...(looksLikeShare(name, written) ? { isShare: true, hard: { min: 0, max: 100 } } : {}) } : withoutAlternatives(known)),
    name,
    unit,
    formula: stringifyDefinition({ unit, expression: written.expression }),
    expression: written.expression,
    terms,
    certainty: "workbook",
    source,
  };
}

/** A workbook that says 下限 0, 上限 100 of a plain quotient says that it is a share. */
function isBoundedShare({ expression, hard, unit }: Indicator): boolean {
  const { over, under } = expression === undefined ? {} : splitFactor(expression);
  return over?.kind === "atom" && under?.kind === "atom" && unit === "%" && hard?.max === 100;
}

/** What the sheet itself defines is computed so and no other way. */
function withoutAlternatives(known: Indicator): Indicator {
  return { ...known, alternatives: [] };
}

/** A written term is found in headers under the words the dictionary knows for it too. */
function withKnownAliases(term: Term, known: Indicator | undefined): Term {
  const same = known === undefined ? undefined : matchTerm(term.name, known.terms);
  return same === undefined ? term : { ...term, aliases: [...(term.aliases ?? []), same.name, ...(same.aliases ?? [])] };
}
