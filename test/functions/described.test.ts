import { readFileSync } from "node:fs";
import { join } from "node:path";
import { functions } from "../../src/functions/index";

type Described = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly result: { readonly type: string; readonly dimensionality: string };
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly type: string; readonly dimensionality: string; readonly optional?: boolean }[];
  readonly options?: Readonly<Record<string, boolean>>;
};

function read(file: string): readonly Described[] {
  return (JSON.parse(readFileSync(join(__dirname, "../../src/functions", file), "utf8")) as { functions: readonly Described[] }).functions;
}

const [chinese, english] = [read("functions.json"), read("functions.en.json")];

test("what Excel is told of is what is there", () => {
  for (const described of [chinese, english]) expect(described.map(({ id, name }) => [id, name])).toEqual(Object.keys(functions).map((id) => [id, id]));
});

test("both languages tell of the same functions in other words", () => {
  const withoutWords = (described: readonly Described[]) => described.map((one) => ({ ...one, description: "", parameters: one.parameters.map((parameter) => ({ ...parameter, name: "", description: "" })) }));
  expect(withoutWords(english)).toEqual(withoutWords(chinese));
  const words = (described: readonly Described[]) => described.flatMap(({ description, parameters }) => [description, ...parameters.flatMap((parameter) => [parameter.name, parameter.description])]);
  for (const text of words(chinese)) expect(text).toMatch(/[\u4e00-\u9fff]/);
  // an example of a deadline stays as it is
  for (const text of words(english)) expect(text.replace(/\d+年\d+月底前/, "")).toMatch(/^[ -~]+$/);
});

test("a call may leave out only what comes last, and what hangs on the day is computed again", () => {
  for (const { parameters } of chinese) expect(parameters.map(({ optional }) => optional === true)).toEqual([...parameters.map(({ optional }) => optional === true)].sort());
  expect(chinese.filter(({ options }) => options?.["volatile"] === true).map(({ id }) => id)).toEqual(["DAYSLEFT"]);
  expect(chinese.filter(({ result }) => result.dimensionality === "matrix").map(({ id }) => id)).toEqual(["UNITS"]);
});
