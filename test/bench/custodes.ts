// npx tsx test/bench/custodes.ts FOLDER [--cells]: our generic formula rules against hand-labelled workbooks (workbooks/ and annotations-processed.json)
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { read as readWithSheetJs } from "@e965/xlsx";
import { stringifyAddress } from "../../src/core/address";
import { check } from "../../src/core/check";
import { defaultSettings } from "../../src/core/settings";
import type { Workbook } from "../../src/core/workbook";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import consistentFormula from "../../src/rules/consistent-formula";
import consistentTotal from "../../src/rules/consistent-total";
import noFormulaError from "../../src/rules/no-formula-error";

type Place = { readonly sheet: string; readonly row: number; readonly column: number };
type Labels = Readonly<Record<string, Readonly<Record<string, { readonly bugs: readonly (readonly [column: number, row: number, third: number])[] }>>>>;
type Note = { readonly Workbook: string; readonly Worksheet: string; readonly Address: string; readonly BugKind: string };

const rules = [consistentFormula, consistentTotal, noFormulaError];
const [folder = "", ...options] = process.argv.slice(2);
const labels = JSON.parse(readFileSync(join(folder, "annotations-processed.json"), "utf8")) as Labels;
const notesFile = join(folder, "annotations.json");
const notes = existsSync(notesFile) ? (JSON.parse(readFileSync(notesFile, "utf8")) as readonly Note[]) : [];

const evened = (name: string): string => name.trim().toLowerCase();
const keyOf = ({ sheet, row, column }: Place): string => `${evened(sheet)}\n${row}\n${column}`;
const kindOf = new Map(notes.map((note) => [`${evened(note.Workbook)}\n${evened(note.Worksheet)}\n${note.Address}`, note.BugKind]));

/** Maximal blocks of cells that touch side by side, on one worksheet. */
function blocksOf(places: readonly Place[]): Place[][] {
  const rest = new Map(places.map((place) => [keyOf(place), place]));
  const blocks: Place[][] = [];
  for (const start of places) {
    if (!rest.delete(keyOf(start))) continue;
    const block = [start];
    for (const { sheet, row, column } of block) {
      for (const [down, right] of [[1, 0], [-1, 0], [0, 1], [0, -1]] as const) {
        const key = keyOf({ sheet, row: row + down, column: column + right });
        const neighbour = rest.get(key);
        if (neighbour !== undefined && rest.delete(key)) block.push(neighbour);
      }
    }
    blocks.push(block);
  }
  return blocks;
}

type Score = { flagged: number; right: number; labelled: number; found: number };
const noScore = (): Score => ({ flagged: 0, right: 0, labelled: 0, found: 0 });

function add(score: Score, flags: readonly (readonly Place[])[], wanted: readonly (readonly Place[])[]): void {
  const isWanted = new Set(wanted.flat().map(keyOf));
  const isFlagged = new Set(flags.flat().map(keyOf));
  score.flagged += flags.length;
  score.right += flags.filter((block) => block.some((place) => isWanted.has(keyOf(place)))).length;
  score.labelled += wanted.length;
  score.found += wanted.filter((block) => block.some((place) => isFlagged.has(keyOf(place)))).length;
}

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((part / whole) * 100).toFixed(1)} %`);

function scoreOf({ flagged, right, labelled, found }: Score): { readonly f1: number } {
  const [precision, recall] = [flagged === 0 ? 0 : right / flagged, labelled === 0 ? 0 : found / labelled];
  return { f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function shown(score: Score): string {
  const { flagged, right, labelled, found } = score;
  const { f1 } = scoreOf(score);
  return `${right}/${flagged} right, ${found}/${labelled} found: precision ${percent(right, flagged)}, recall ${percent(found, labelled)}, F1 ${percent(f1, 1)}`;
}

async function main(): Promise<void> {
  const [cells, ranges, quiet] = [noScore(), noScore(), noScore()];
  const perFile: Score[] = [];
  const kinds = new Map<string, number>();
  const wantedKinds = new Map<string, { found: number; all: number }>();
  const perRule = new Map<string, Score>();
  const time = { sheetJs: 0, reading: 0, checking: 0 };
  const files = readdirSync(join(folder, "workbooks")).filter((file) => file.endsWith(".xlsx"));
  // the first file is read twice, so that neither reader pays for warming up
  for (const [index, file] of [files[0] ?? "", ...files].entries()) {
    const bytes = readFileSync(join(folder, "workbooks", file));
    const started = performance.now();
    readWithSheetJs(bytes);
    const opened = performance.now();
    const workbook: Workbook = await (await createXlsxHost(new Uint8Array(bytes))).read();
    const read = performance.now();
    const { diagnostics } = check({ workbook, templates: [], rules, settings: defaultSettings("2026-01-01") });
    const checked = performance.now();
    if (index === 0) continue;
    time.sheetJs += opened - started;
    time.reading += read - opened;
    time.checking += checked - read;
    const audited = Object.entries(labels).find(([name]) => evened(name) === evened(file))?.[1] ?? {};
    const wanted = Object.entries(audited).flatMap(([sheet, { bugs }]) => bugs.map(([column, row]) => ({ sheet, row: row - 1, column: column - 1 })));
    // one place once, however many rules name it
    const flags = [...new Map(diagnostics.map(({ range }) => ({ sheet: range.sheet, row: range.top, column: range.left })).map((place) => [keyOf(place), place])).values()];
    const single = (places: readonly Place[]): Place[][] => places.map((place) => [place]);
    const here = noScore();
    add(cells, single(flags), single(wanted));
    add(ranges, blocksOf(flags), blocksOf(wanted));
    add(here, blocksOf(flags), blocksOf(wanted));
    perFile.push(here);
    const unseen = diagnostics.filter(({ rule }) => rule !== noFormulaError.id).map(({ range }) => ({ sheet: range.sheet, row: range.top, column: range.left }));
    add(quiet, blocksOf(unseen), blocksOf(wanted));
    for (const { id } of rules) {
      const own = diagnostics.filter(({ rule }) => rule === id).map(({ range }) => ({ sheet: range.sheet, row: range.top, column: range.left }));
      perRule.set(id, perRule.get(id) ?? noScore());
      add(perRule.get(id) ?? noScore(), blocksOf(own), blocksOf(wanted));
    }
    const isWanted = new Set(wanted.map(keyOf));
    const isFlagged = new Set(flags.map(keyOf));
    const noteOf = ({ sheet, row, column }: Place): string => kindOf.get(`${evened(file)}\n${evened(sheet)}\n${stringifyAddress({ top: row, bottom: row, left: column, right: column })}`) ?? "not noted";
    for (const place of flags) kinds.set(noteOf(place), (kinds.get(noteOf(place)) ?? 0) + 1);
    for (const place of wanted) {
      const kind = wantedKinds.get(noteOf(place)) ?? { found: 0, all: 0 };
      wantedKinds.set(noteOf(place), { found: kind.found + (isFlagged.has(keyOf(place)) ? 1 : 0), all: kind.all + 1 });
    }
    if (here.flagged + here.labelled > 0) console.log(`${file}: ${shown(here)}`);
    if (options.includes("--cells")) {
      for (const { rule, range, message } of diagnostics) {
        const place = { sheet: range.sheet, row: range.top, column: range.left };
        console.log(`  ${isWanted.has(keyOf(place)) ? "right" : "WRONG"} ${range.sheet}!${stringifyAddress(range)} ${rule} (${noteOf(place)}) ${message.zh}`);
      }
      for (const place of wanted) if (!isFlagged.has(keyOf(place))) console.log(`  missed ${place.sheet}!${stringifyAddress({ top: place.row, bottom: place.row, left: place.column, right: place.column })} (${noteOf(place)})`);
    }
  }
  console.log(`\ncells:  ${shown(cells)}\nranges: ${shown(ranges)}`);
  console.log(`ranges without the visible errors of no-formula-error: ${shown(quiet)}`);
  const others = perFile.map((here) => scoreOf({ flagged: ranges.flagged - here.flagged, right: ranges.right - here.right, labelled: ranges.labelled - here.labelled, found: ranges.found - here.found }).f1);
  console.log(`ranges with one workbook left out, whichever: F1 ${percent(Math.min(...others), 1)} to ${percent(Math.max(...others), 1)}`);
  for (const [id, score] of perRule) console.log(`  ranges by ${id}: ${shown(score)}`);
  console.log(`flagged cells by their note: ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(", ")}`);
  console.log(`labelled cells found by kind: ${[...wantedKinds].map(([kind, { found, all }]) => `${kind} ${found}/${all}`).join(", ")}`);
  console.log(`time: @e965/xlsx reads in ${time.sheetJs.toFixed(0)} ms, we read in ${time.reading.toFixed(0)} ms and check in ${time.checking.toFixed(0)} ms`);
}

void main();
