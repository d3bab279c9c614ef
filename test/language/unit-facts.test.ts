import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readUnits, splitUnits } from "../../src/language/unit";

const shared = join(__dirname, "../../../shared");
const isThere = existsSync(join(shared, "domain/units.json"));
// the facts lie beside the project, not in it
const withFacts = isThere ? test : test.skip;

type NamedUnit = { readonly name: string; readonly kind: "department" | "group"; readonly aliases: readonly string[]; readonly placeholder?: boolean };
type Row = { readonly lead?: string | null; readonly leads?: readonly string[]; readonly cooperating?: readonly string[]; readonly responsible?: readonly string[] };

const named = (): NamedUnit[] => (JSON.parse(readFileSync(join(shared, "domain/units.json"), "utf8")) as { units: NamedUnit[] }).units;

function lists(): string[][] {
  const rows = Object.values(JSON.parse(readFileSync(join(shared, "domain/seed-rows.json"), "utf8")) as Record<string, unknown>).filter((value): value is Row[] => Array.isArray(value)).flat();
  const plans = readdirSync(join(shared, "plans"))
    .filter((file) => file.endsWith(".expected.json"))
    .flatMap((file) => (JSON.parse(readFileSync(join(shared, "plans", file), "utf8")) as { tasks: Row[] }).tasks);
  const seeds = rows.map((row) => [...(row.lead === null || row.lead === undefined ? [] : [row.lead]), ...(row.cooperating ?? [])]);
  return [...seeds, ...plans.map((row) => [...(row.leads ?? []), ...(row.responsible ?? [])]), ...plans.map((row) => [...(row.responsible ?? [])])].filter((list) => list.length > 0);
}

withFacts("every unit of the facts is one unit of its kind", () => {
  for (const { name, kind, placeholder } of named()) {
    const { units } = readUnits(name);
    expect(units.map((unit) => unit.text)).toEqual([name]);
    expect({ name, isKind: (kind === "department" ? ["body"] : ["group", "vague"]).includes(units[0]?.kind ?? "") }).toEqual({ name, isKind: true });
    expect({ name, blank: units[0]?.hasPlaceholder }).toEqual({ name, blank: placeholder === true });
  }
});

withFacts("other writings of one level are the same unit", () => {
  for (const { name, kind, aliases } of named()) {
    // a body with a second name in brackets is one of its own
    if (kind !== "department" || name.includes("（")) continue;
    for (const alias of aliases.filter((other) => !other.includes("（") && other.charAt(0) === name.charAt(0) && readUnits(other).units[0]?.level === readUnits(name).units[0]?.level)) {
      expect({ alias, identity: readUnits(alias).units[0]?.identity }).toEqual({ alias, identity: readUnits(name).units[0]?.identity });
    }
  }
});

withFacts.each(["、", "\n", "，", " ", "；", "、\n"])("every list joined with %j is read back", (separator) => {
  const all = lists();
  const wrong = all.filter((list) => splitUnits(list.join(separator)).join("|") !== list.join("|"));
  expect(wrong.map((list) => list.join(separator))).toEqual([]);
  expect(all.length).toBeGreaterThan(300);
});
