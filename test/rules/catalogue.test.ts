import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../src/rules";

const shared = join(__dirname, "../../../shared/rules.md");
const contract = existsSync(shared) ? test : test.skip;

type Line = { readonly id: string; readonly severity: string; readonly fix: string };

/** Every line of the catalogue's two tables. */
function catalogue(): Line[] {
  return [...readFileSync(shared, "utf8").matchAll(/^\| `([a-z-]+)` \| (error|warning|info) \|.*\|([^|\n]*)\|$/gm)].map(([, id = "", severity = "", fix = ""]) => ({ id, severity, fix: fix.trim() }));
}

contract("every rule of ../shared/rules.md is there, with its severity, and no other", () => {
  expect(catalogue()).toHaveLength(46);
  expect(Object.fromEntries(rules.map(({ id, severity }) => [id, severity]))).toEqual(Object.fromEntries(catalogue().map(({ id, severity }) => [id, severity])));
});

contract("the rules that the catalogue gives a fix have one, and no others", () => {
  const fixing = rules.filter(({ id }) => readFileSync(join(__dirname, `../../src/rules/${id}.ts`), "utf8").includes("fixes"));
  const due = catalogue().filter(({ fix }) => fix !== "");
  expect(fixing.map(({ id }) => id).sort()).toEqual(due.map(({ id }) => id).sort());
});

test.each(rules)("$id says why it is there, in both languages", ({ description }) => {
  expect(description.zh).toMatch(/[一-龥]/);
  expect(description.zh.length).toBeGreaterThan(10);
  expect(description.en).toMatch(/^[A-Z“\d一-龥]/);
  expect(description.en.length).toBeGreaterThan(20);
});
