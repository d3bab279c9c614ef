import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { indicators } from "../src/indicators/dictionary/index";
import { rules } from "../src/rules";
import { templates } from "../src/templates";

const src = join(__dirname, "../src");

type Wall = { readonly folders: readonly string[]; readonly packages: readonly string[]; readonly why: string };

const views = ["react", "react-dom", "@fluentui/react-components", "@tanstack/react-virtual", "numfmt"];

/** Folder → what it may import: folders of src (`host/host` is one file), then packages. */
const walls: Readonly<Record<string, Wall>> = {
  core: { folders: ["core"], packages: ["zod"], why: "pure and general: no domain words, no host, no clock" },
  language: { folders: ["core", "language"], packages: ["chinese-days", "fastest-levenshtein"], why: "reads text and knows nothing of tables" },
  indicators: { folders: ["core", "language", "formula", "indicators"], packages: ["fastest-levenshtein"], why: "what indicators are, and definitions as they are written; it knows no table" },
  templates: { folders: ["core", "indicators", "templates"], packages: [], why: "data that recognition reads; an indicator's column is headed by its name" },
  measurements: { folders: ["core", "language", "templates", "indicators", "formula", "tasks", "measurements"], packages: [], why: "what an indicator sheet's cells say, read once for the rules and whoever else asks" },
  zip: { folders: ["zip"], packages: ["fflate"], why: "packed files, whatever is packed in them" },
  document: { folders: ["core", "language", "templates", "zip", "document"], packages: ["saxes"], why: "what a document says, whatever file it came in; its tables are headed as the templates know" },
  tasks: { folders: ["core", "language", "templates", "tasks"], packages: [], why: "what a task's cells say, read once for the rules and whoever else asks" },
  split: { folders: ["core", "language", "templates", "tasks", "formula", "split"], packages: [], why: "which rows go to whom, as edits and texts; it asks of formulas only what they look at, and calls no host" },
  flag: { folders: ["core", "language", "templates", "tasks", "formula", "flag"], packages: [], why: "findings and states become edits; it calls no host, and has no clock: the formulas have theirs" },
  summary: { folders: ["core", "language", "templates", "tasks", "formula", "measurements", "summary"], packages: [], why: "lists and indicators become sheets that sum them up; it calls no host, and its formulas have their own clock" },
  merge: { folders: ["core", "language", "templates", "tasks", "merge"], packages: [], why: "two versions of a list become data, edits and texts; it reads no file and calls no host" },
  ignore: { folders: ["core", "ignore"], packages: ["zod"], why: "why a finding may stand, whatever the finding is about" },
  ranges: { folders: ["core", "language", "formula", "ranges"], packages: [], why: "how the formulas of a worksheet go together, whatever its tables are about" },
  rules: { folders: ["core", "language", "templates", "tasks", "indicators", "formula", "ranges", "measurements", "rules"], packages: [], why: "a rule calls no host and no view" },
  host: { folders: ["core", "formula", "zip", "host"], packages: ["fflate", "saxes", "@borgar/fx"], why: "a host decides nothing about content" },
  formula: { folders: ["core", "formula"], packages: ["@borgar/fx"], why: "formulas as mathematics, wherever they stand" },
  fill: { folders: ["core", "language", "templates", "tasks", "indicators", "formula", "document", "fill"], packages: [], why: "rows become edits; it reads no file and calls no host" },
  functions: { folders: ["core", "language", "functions"], packages: [], why: "what a formula asks of a text; it knows no workbook and no clock" },
  report: { folders: ["core", "ignore", "tasks", "report"], packages: ["zod"], why: "what is told of files that were checked; it checks none itself, so that reports may come from anywhere" },
  cli: { folders: ["core", "ignore", "host", "report", "cli"], packages: ["node:util", "node:fs", "node:fs/promises", "node:path", "node:crypto", "node:os", "piscina"], why: "rules and templates are handed in, so that a test can hand in its own" },
  ui: { folders: ["core", "ui"], packages: views, why: "data in, callbacks out: every view runs with made-up data" },
};

/** The files at the top of src: entry points that pick the host and hand the parts in. */
const entryPoints = ["check-worker.ts", "cli.ts", "functions.ts", "indicator-parts.ts", "keep-parts.ts", "merge-tools.ts", "plan-parts.ts", "plan-questions.ts", "plan-tools.ts", "plan-worker.ts", "product.ts", "report-tools.ts", "sample-list.ts", "split-tools.ts", "summary-tools.ts", "taskpane.tsx", "today.ts", "when-shown.ts", "workbench.tsx"];

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"));
const textOf = (file: string): string => readFileSync(join(src, file), "utf8");
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");

function importsOf(file: string): { specifier: string; isType: boolean }[] {
  return [...withoutComments(textOf(file)).matchAll(/(?:^|\n)\s*(import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"|(?:import|require)\s*\(\s*"([^"]+)"|(?:^|\n)import\s+"([^"]+)"/g)].map((match) => ({
    specifier: match[3] ?? match[4] ?? match[5] ?? "",
    isType: match[2] !== undefined,
  }));
}

test.each(Object.keys(walls).filter((folder) => folder !== "formula" && folder !== "measurements"))("%s exists, so its wall guards something", (folder) => {
  expect(existsSync(join(src, folder))).toBe(true);
});

test("every folder and entry point is known here", () => {
  const tops = [...new Set(files.map((file) => (file.includes("/") ? (file.split("/")[0] ?? "") : file)))];
  expect(tops.filter((top) => walls[top] === undefined && !entryPoints.includes(top))).toEqual([]);
});

test.each(files.filter((file) => file.includes("/")))("%s imports only what its folder may", (file) => {
  const folder = file.split("/")[0] ?? "";
  const wall = walls[folder];
  if (wall === undefined) throw new Error(`no wall for ${folder}`);
  for (const { specifier, isType } of importsOf(file)) {
    if (specifier.startsWith(".")) {
      const target = relative(src, resolve(src, dirname(file), specifier)).split("/")[0] ?? "";
      // a view, or the command line, may know the shape of a host, a plan or a row that is handed in, never who makes it
      const isShape = isType && ((folder === "ui" && ["host", "fill"].includes(target)) || (["ui", "cli"].includes(folder) && target === "document") || (folder === "cli" && ["merge", "tasks"].includes(target)));
      if (!isShape) expect({ file, why: wall.why, imports: wall.folders.includes(target) ? "allowed" : specifier }).toEqual({ file, why: wall.why, imports: "allowed" });
    } else expect({ file, imports: wall.packages.includes(specifier) ? "allowed" : specifier }).toEqual({ file, imports: "allowed" });
  }
});

test("only the Excel host and the entry points speak Office.js", () => {
  const speakers = files.filter((file) => /\b(?:Excel|Office|OfficeExtension)\.\w/.test(withoutComments(textOf(file))));
  expect(speakers.filter((file) => !file.startsWith("host/excel/") && !entryPoints.includes(file))).toEqual([]);
});

test("nothing in the core asks the clock", () => {
  const clocks = files.filter((file) => /^(?:core|language|templates|zip|document|tasks|formula|ranges|indicators|measurements|rules|flag|ignore|report|functions|merge|split)\//.test(file) && /\bnew Date\(\)|Date\.now|performance\.now|Math\.random/.test(withoutComments(textOf(file))));
  expect(clocks).toEqual([]);
});

test("no dialogue that a pane blocks, no call home", () => {
  const callers = files.filter((file) => /\b(?:alert|confirm|prompt)\(|XMLHttpRequest|sendBeacon|WebSocket|https?:\/\/(?!localhost|schemas\.|www\.w3\.org|purl\.oclc\.org|appsforoffice)/.test(withoutComments(textOf(file)).replace(/"http[^"]*"/g, (url) => (/schemas|w3\.org|purl|appsforoffice|localhost/.test(url) ? '""' : url))));
  expect(callers).toEqual([]);
});

function idsIn(folder: string, leaveOut: RegExp): string[] {
  return readdirSync(join(src, folder))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.replace(/\.ts$/, ""))
    .filter((name) => !leaveOut.test(name));
}

test("every rule file is listed in order under its own name, with a test", () => {
  const names = idsIn("rules", /^index$/).filter((name) => /export default/.test(textOf(`rules/${name}.ts`)));
  expect(names).toHaveLength(idsIn("rules", /^index$/).length);
  expect(rules.map(({ id }) => id)).toEqual([...names].sort());
  for (const name of names) expect({ name, tested: existsSync(join(__dirname, `rules/${name}.test.ts`)) }).toEqual({ name, tested: true });
});

test("every template file is listed under its own name, with a test", () => {
  const names = idsIn("templates", /^index$/).filter((name) => /export default/.test(textOf(`templates/${name}.ts`)));
  expect(templates.map(({ id }) => id).sort()).toEqual([...names].sort());
  const tests = readFileSync(join(__dirname, "core/find-tables.test.ts"), "utf8");
  for (const name of names) expect({ name, tested: tests.includes(name) }).toEqual({ name, tested: true });
});

test("every indicator file is listed and tested under its own name", () => {
  const names = idsIn("indicators/dictionary", /^index$/);
  const list = textOf("indicators/dictionary/index.ts");
  const tests = readFileSync(join(__dirname, "indicators/dictionary-entries.test.ts"), "utf8");
  expect(indicators).toHaveLength(names.length);
  for (const name of names) expect({ name, listed: list.includes(`from "./${name}"`), tested: new RegExp(`^ {2}"?${name}"?: \\[`, "m").test(tests) }).toEqual({ name, listed: true, tested: true });
});
