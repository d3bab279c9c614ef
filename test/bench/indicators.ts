// npx tsx test/bench/indicators.ts [SEED …]: planted defects and sound cells in invented indicator workbooks, what the rules say of them, and LibreOffice's values; written to indicators.md beside this file when run without seeds
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { indicatorWorkbooks } from "../support/indicator-workbooks";
import { judge, type Verdict } from "../support/indicator-workbooks/judge";
import { recalculate, soffice } from "../support/indicator-workbooks/recalculate";
import { toXlsx } from "../support/indicator-workbooks/to-xlsx";

type Tally = { planted: number; found: number; wrong: number };

function tally(verdicts: readonly Verdict[], keyOf: (of: { readonly rule: string; readonly layout: string; readonly kind?: string }) => string): Map<string, Tally> {
  const counts = new Map<string, Tally>();
  const at = (key: string): Tally => {
    const count = counts.get(key) ?? { planted: 0, found: 0, wrong: 0 };
    counts.set(key, count);
    return count;
  };
  for (const { found, missed, false: wrong } of verdicts) {
    for (const defect of found) at(keyOf(defect)).found += 1;
    for (const defect of [...found, ...missed]) at(keyOf(defect)).planted += 1;
    for (const report of wrong) at(keyOf(report)).wrong += 1;
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function table(title: string, counts: Map<string, Tally>): string {
  return [`| ${title} | planted | found | false |`, "| --- | ---: | ---: | ---: |", ...[...counts].map(([key, { planted, found, wrong }]) => `| ${key} | ${planted} | ${found} | ${wrong} |`)].join("\n");
}

async function run(seeds: readonly number[]): Promise<string> {
  const workbooks = seeds.flatMap((seed) => indicatorWorkbooks(seed).map((made) => (seeds.length === 1 ? made : { ...made, name: `${made.name}@${seed}` })));
  const verdicts = workbooks.map((made) => judge(made));
  const sum = (what: (verdict: Verdict) => number): number => verdicts.reduce((all, verdict) => all + what(verdict), 0);
  const [found, missed, wrong, sound, reported] = [sum((v) => v.found.length), sum((v) => v.missed.length), sum((v) => v.false.length), sum((v) => v.sound), sum((v) => v.soundReported)];
  const share = (part: number, whole: number): string => (whole === 0 ? "–" : (part / whole).toFixed(3));
  const lines = [
    "# Indicators: planted defects and sound cells",
    "",
    `${workbooks.length} invented workbooks, ${found + missed} planted defects, ${sound} sound cells.`,
    `Recall ${share(found, found + missed)} (${found} of ${found + missed}), precision ${share(found, found + wrong)} (${wrong} false reports, at any severity); ${reported} of the sound cells reported at error or warning.`,
    "",
    table("rule", tally(verdicts, ({ rule }) => rule)),
    "",
    table("layout", tally(verdicts, ({ layout }) => layout)),
    "",
    table("defect", tally(verdicts, ({ kind, rule }) => (kind === undefined ? `(false) ${rule}` : kind))),
    "",
    `## Missed: ${missed}`,
    "",
    ...verdicts.flatMap((verdict) => verdict.missed.map(({ workbook, sheet, at, formula, rule, kind }) => `- ${workbook} ${sheet}!${at} \`${formula}\` ${rule}: ${kind}`)),
    "",
    `## False: ${wrong}`,
    "",
    ...verdicts.flatMap((verdict) => verdict.false.map(({ workbook, sheet, at, formula, rule, severity, message, isAtSound }) => `- ${workbook} ${sheet}!${at} \`${formula}\` ${rule} (${severity}${isAtSound ? ", at a sound cell" : ""}): ${message}`)),
    "",
    "## The same from files",
    "",
    ...(await fromFiles(workbooks)),
    "",
    "## LibreOffice",
    "",
    ...(await values(workbooks)),
  ];
  return lines.join("\n").replace(/\n{3,}/g, "\n\n") + "\n";
}

/** What the rules find must not depend on whether a workbook was drawn or read from a file. */
async function fromFiles(workbooks: ReturnType<typeof indicatorWorkbooks>): Promise<string[]> {
  const differing: string[] = [];
  for (const made of workbooks) {
    const read = await (await createXlsxHost(toXlsx(made))).read();
    const [drawn, filed] = [judge(made), judge(made, read)].map((verdict) => JSON.stringify([verdict.missed.map(({ rule, at }) => `${rule} ${at}`), verdict.false.map(({ rule, at }) => `${rule} ${at}`)]));
    if (drawn !== filed) differing.push(`- ${made.name}: misses and false reports ${filed} from the file, ${drawn} as drawn`);
  }
  return differing.length === 0 ? ["All workbooks give the same."] : differing;
}

async function values(workbooks: ReturnType<typeof indicatorWorkbooks>): Promise<string[]> {
  if (soffice === undefined) return ["Not there: values were not compared."];
  const { compared, foreign, differences } = await recalculate(workbooks, soffice);
  return [`${compared} formulas recalculated, ${differences.length} differ; ${foreign} not compared (XLOOKUP, texts that only Excel reads as numbers).`, ...differences.map((line) => `- ${line}`)];
}

const seeds = process.argv.slice(2).map(Number);
void run(seeds.length === 0 ? [1] : seeds).then((report) => {
  process.stdout.write(report);
  if (seeds.length === 0) writeFileSync(join(__dirname, "indicators.md"), report);
});
