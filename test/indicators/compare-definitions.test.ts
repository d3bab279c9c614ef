import { compareDefinitions, type Comparable } from "../../src/indicators/compare-definitions";
import { parseDefinition } from "../../src/indicators/definition";

function written(text: string): Comparable {
  const found = parseDefinition(text);
  if (found === undefined) throw new Error(`no definition: ${text}`);
  return found;
}

test.each([
  ["就业人数/毕业生人数×100%", "就业人数÷毕业生总数×100%", "same"],
  ["就业人数×100%/毕业生人数", "就业人数/毕业生人数×100%", "same"],
  ["本年收入/上年收入×100%-100%", "（本年收入−上年收入）/上年收入×100%", "same"],
  ["（本年−上年）/上年×100%", "（本年收入−上年收入）/上年收入×100%", "same"],
  ["分子：就业人数；分母：毕业生人数", "就业人数/毕业生人数×100%", "same"],
  ["毕业生人数/就业人数×100%", "就业人数/毕业生人数×100%", "swapped"],
  ["分子：毕业生人数；分母：就业人数", "就业人数/毕业生人数×100%", "swapped"],
  ["就业人数/毕业生人数", "就业人数/毕业生人数×100%", "factor"],
  ["就业人数/毕业生人数×1000‰", "就业人数/毕业生人数×100%", "factor"],
  ["就业人数/招生人数×100%", "就业人数/毕业生人数×100%", "terms"],
  ["（就业人数+升学人数）/毕业生人数×100%", "就业人数/毕业生人数×100%", "terms"],
  ["（本年收入−上年收入）/本年收入×100%", "（本年收入−上年收入）/上年收入×100%", "form"],
  ["A/B×100%", "就业人数/毕业生人数×100%", undefined],
] as const)("%s beside %s: %s", (a, b, difference) => {
  expect(compareDefinitions(written(a), written(b))).toBe(difference);
});

test("another computation of the same indicator will do", () => {
  const known = { ...written("三、四级手术台次数/手术总台次数×100%"), alternatives: [{ expression: written("（三级手术台次数+四级手术台次数）/手术总台次数×100%").expression ?? { kind: "number", value: 0 }, terms: written("（三级手术台次数+四级手术台次数）/手术总台次数×100%").terms }] };
  expect(compareDefinitions(written("（三级+四级手术台次数）/手术总台次数×100%"), known)).toBe("same");
  expect(compareDefinitions(written("手术总台次数/（三级+四级手术台次数）×100%"), known)).toBe("swapped");
});

test("nothing is said of what is not computed", () => {
  expect(compareDefinitions({ terms: [] }, written("就业人数/毕业生人数×100%"))).toBeUndefined();
});
