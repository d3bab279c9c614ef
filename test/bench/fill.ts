// npx tsx test/bench/fill.ts [NAME]: the rows read from the plans in ../shared against those expected, written to fill.md beside this file; with a NAME every difference in it
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PlanDocument } from "../../src/document/document";
import { readPlan, type PlanTask } from "../../src/document/plan";
import { readDocument } from "../../src/document/read-document";

const shared = join(__dirname, "../../../shared");

type Expected = {
  readonly category?: string | null;
  readonly number?: string | null;
  readonly taskPrefix: string;
  readonly leads: readonly string[];
  readonly leadBasis: string;
  readonly responsible: readonly string[];
  readonly etc: boolean | null;
  readonly deadlineText: string | null;
  readonly deadlineDate: string | null;
  readonly milestones?: readonly { readonly text: string }[];
  readonly accept?: readonly Partial<Expected>[];
  readonly optional?: boolean;
};

type Document = { readonly name: string; readonly group: "seeds" | "plans"; readonly expected: readonly Expected[]; readonly found: readonly PlanTask[] };

const fields = ["category", "number", "lead", "basis", "responsible", "etc", "deadlineText", "deadlineDate"] as const;
type Field = (typeof fields)[number];

function read(file: string): PlanDocument {
  return readDocument(new Uint8Array(readFileSync(file)), file);
}

type SeedRow = { category?: string | null; no?: string | null; title?: string; task_prefix?: string; lead: string | null; lead_basis: string; cooperating: string[]; etc?: boolean; deadline: string | null; line: number };

/** `line`: where the first row of the 湖南 table stands, which has no title. */
function expectedOfSeed(row: SeedRow): Expected {
  return {
    category: row.category ?? null,
    number: row.no ?? null,
    taskPrefix: row.task_prefix ?? (row.title === "" ? "1．按规定落实政府" : (row.title ?? "")),
    leads: row.lead === null ? [] : [row.lead],
    leadBasis: row.lead_basis.replace("_", "-"),
    responsible: row.cooperating,
    etc: row.etc ?? null,
    deadlineText: row.deadline,
    deadlineDate: isoOf(row.deadline),
  };
}

function isoOf(text: string | null): string | null {
  const found = /^(\d{4})年(\d{1,2})月底前?$/.exec(text ?? "");
  if (found === null) return null;
  const last = new Date(Date.UTC(Number(found[1]), Number(found[2]), 0));
  return last.toISOString().slice(0, 10);
}

function documents(): Document[] {
  const seedRows = JSON.parse(readFileSync(join(shared, "domain/seed-rows.json"), "utf8")) as Record<string, SeedRow[]>;
  const seeds = readdirSync(join(shared, "seeds")).filter((file) => file.endsWith(".txt")).map((file): Document => ({
    name: file.slice(0, 3),
    group: "seeds",
    expected: (seedRows[file.slice(0, 3)] ?? []).map(expectedOfSeed),
    found: readPlan(read(join(shared, "seeds", file))).tasks,
  }));
  const plans = readdirSync(join(shared, "plans")).filter((file) => file.endsWith(".txt")).map((file): Document => ({
    name: file.replace(".txt", ""),
    group: "plans",
    expected: (JSON.parse(readFileSync(join(shared, "plans", file.replace(".txt", ".expected.json")), "utf8")) as { tasks: Expected[] }).tasks,
    found: readPlan(read(join(shared, "plans", file))).tasks,
  }));
  return [...seeds, ...plans].sort((one, other) => (one.group === other.group ? one.name.localeCompare(other.name) : one.group === "seeds" ? -1 : 1));
}

const plain = (text: string | null | undefined): string => (text ?? "").replace(/\s+/g, "");
const withoutNumber = (text: string | null | undefined): string => plain(text).replace(/^[（(]?[一二三四五六七八九十]+[、）)]\s*/, "").replace(/[。；;：:]$/, "");
const bareNumber = (text: string | null | undefined): string => plain(text).replace(/[（）()．.、]/g, "");

function isEqual(field: Field, expected: Expected, found: PlanTask): boolean {
  const several = expected.milestones ?? [];
  switch (field) {
    case "category":
      return expected.category === undefined || withoutNumber(expected.category) === withoutNumber(found.category);
    case "number":
      return bareNumber(expected.number) === bareNumber(found.number);
    case "lead":
      return expected.leads.join("、") === found.leads.join("、");
    case "basis":
      return expected.leadBasis === found.leadBasis;
    case "responsible":
      return expected.responsible.join("、") === found.responsible.join("、");
    case "etc":
      return expected.etc === null || expected.etc === found.etc;
    case "deadlineText":
      if (several.length > 1 && plain(found.deadlineText) === "") return several.every(({ text }) => found.milestones.some((milestone) => plain(milestone.text) === plain(text)));
      return plain(expected.deadlineText) === plain(found.deadlineText);
    case "deadlineDate":
      return expected.deadlineDate === found.deadlineDate;
  }
}

const sources: Readonly<Record<Field, readonly (keyof Expected)[]>> = { category: ["category"], number: ["number"], lead: ["leads"], basis: ["leadBasis"], responsible: ["responsible"], etc: ["etc"], deadlineText: ["deadlineText"], deadlineDate: ["deadlineDate"] };

/** Equal, or equal to another right answer for this field. */
function isRight(field: Field, expected: Expected, found: PlanTask): boolean {
  if (isEqual(field, expected, found)) return true;
  return (expected.accept ?? []).some((other) => sources[field].some((key) => other[key] !== undefined) && isEqual(field, { ...expected, ...other, ...(field === "deadlineText" ? { milestones: [] } : {}) }, found));
}

function pairs({ expected, found }: Document): { expected: Expected; found?: PlanTask }[] {
  const free = [...found];
  return expected.map((row) => {
    const prefix = plain(row.taskPrefix);
    const same = free.filter(({ task }) => plain(task).startsWith(prefix));
    const best = same.find((task) => isRight("number", row, task) && isRight("category", row, task) && isRight("responsible", row, task)) ?? same.find((task) => isRight("number", row, task)) ?? same[0];
    if (best !== undefined) free.splice(free.indexOf(best), 1);
    return best === undefined ? { expected: row } : { expected: row, found: best };
  });
}

type Counts = { expected: number; found: number; matched: number; equal: Record<Field, number> };

function countsOf(document: Document): Counts {
  const all = pairs(document);
  const optional = all.filter(({ expected }) => expected.optional === true);
  const scored = all.filter(({ expected }) => expected.optional !== true);
  const matched = scored.flatMap(({ expected, found }) => (found === undefined ? [] : [{ expected, found }]));
  const equal = Object.fromEntries(fields.map((field) => [field, matched.filter(({ expected, found }) => isRight(field, expected, found)).length])) as Record<Field, number>;
  return { expected: scored.length, found: document.found.length - optional.filter(({ found }) => found !== undefined).length, matched: matched.length, equal };
}

function add(all: readonly Counts[]): Counts {
  const sum = (pick: (counts: Counts) => number): number => all.reduce((total, counts) => total + pick(counts), 0);
  return { expected: sum(({ expected }) => expected), found: sum(({ found }) => found), matched: sum(({ matched }) => matched), equal: Object.fromEntries(fields.map((field) => [field, sum(({ equal }) => equal[field])])) as Record<Field, number> };
}

function rowOf(name: string, { expected, found, matched, equal }: Counts): string {
  const share = (count: number): string => (matched === 0 ? "—" : (count / matched).toFixed(3));
  return `| ${name} | ${expected} | ${found} | ${matched} | ${expected + found === 0 ? "—" : ((2 * matched) / (expected + found)).toFixed(3)} | ${fields.map((field) => share(equal[field])).join(" | ")} |`;
}

function show(document: Document): void {
  const all = pairs(document);
  for (const { expected, found } of all) {
    if (found === undefined) process.stdout.write(`MISSING ${expected.number ?? ""} ${expected.taskPrefix}\n`);
    else for (const field of fields) if (!isRight(field, expected, found)) process.stdout.write(`${field}: ${expected.number ?? ""} ${expected.taskPrefix}\n  expected ${JSON.stringify(expected[sources[field][0] ?? "number"])}\n  found    ${JSON.stringify(field === "lead" ? found.leads : field === "basis" ? found.leadBasis : found[field])}\n`);
  }
  for (const task of document.found) if (!all.some(({ found }) => found === task)) process.stdout.write(`EXTRA ${task.number ?? ""} ${task.task.slice(0, 40)} ← ${task.leads.join("、")}|${task.responsible.join("、")}\n`);
}

if (!existsSync(shared)) process.stderr.write("../shared is not there\n");
else {
  const all = documents();
  const name = process.argv[2];
  if (name !== undefined) for (const document of all.filter((one) => one.name.startsWith(name) || name === "all")) {
    process.stdout.write(`## ${document.name}\n`);
    show(document);
  }
  const total = (group: Document["group"]): string => rowOf(`**${group}**`, add(all.filter((one) => one.group === group).map(countsOf)));
  const report = `# Plans become rows

\`npx tsx test/bench/fill.ts\`. Rows are matched by the first characters of the task; the shares are of the matched rows. What \`accept\` and \`optional\` in the expectations allow counts as equal.

| document | rows expected | found | matched | F1 | ${fields.join(" | ")} |
| --- | --- | --- | --- | --- | ${fields.map(() => "---").join(" | ")} |
${all.map((document) => rowOf(document.name, countsOf(document))).join("\n")}
${total("seeds")}
${total("plans")}

06: the expected rows leave out item （三）, whose bracket names units as all others do and goes on “列第一位者为牵头单位，下同”; read as the paper stands,
that is a row more and the first unit leads in the 15 rows that name several without 牵头.
`;
  writeFileSync(join(__dirname, "fill.md"), report);
  process.stdout.write(report);
}
