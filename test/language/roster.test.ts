import { makeRoster, nearestNames, type RosterEntry } from "../../src/language/roster";
import { readUnits } from "../../src/language/unit";

const entries: RosterEntry[] = [
  { name: "市卫生健康委", aliases: ["卫健委", "市卫健委员会"] },
  { name: "市教育局", aliases: ["教育局"] },
  { name: "市财政局", aliases: [] },
  { name: "市民政局", aliases: [] },
  { name: "市农业农村局", aliases: [] },
  { name: "市人力资源和社会保障局", aliases: ["市人社局"] },
  { name: "城北片区、城南片区指挥部", aliases: [], level: "市" },
  { name: "花海办", aliases: ["花海项目专班"], level: "县级" },
  { name: "各县市区", aliases: [] },
  { name: "老李工作室", aliases: ["张三"] },
];
const roster = makeRoster(entries);

test.each([
  ["市教育局", "市教育局"],
  ["教育局", "市教育局"],
  [" 市 教育局", "市教育局"],
  ["卫健委", "市卫生健康委"],
  ["花海项目专班", "花海办"],
  ["市体育局", undefined],
])("%j stands in the roster as %s", (name, entry) => {
  expect(roster.find(name)?.name).toBe(entry);
});

test("a name outranks the alias of another entry", () => {
  const two = makeRoster([
    { name: "市数据局", aliases: ["市大数据局"] },
    { name: "市大数据局", aliases: [] },
  ]);
  expect(two.find("市大数据局")?.name).toBe("市大数据局");
});

test.each([
  ["市卫健委", "body", "市卫生健康委"],
  ["卫健委", "body", "市卫生健康委"],
  ["市人社局", "body", "市人力资源和社会保障局"],
  ["市人力资源社会保障局", "body", "市人力资源和社会保障局"],
  ["花海项目专班", "organisation", "花海办"],
  ["张三", "organisation", "老李工作室"],
  ["李四", "unknown", undefined],
  ["市体育局", "body", "市体育局"],
] as const)("%s is %s, in short %s", (name, kind, standard) => {
  expect(readUnits(name, roster).units).toMatchObject([standard === undefined ? { kind } : { kind, standard }]);
});

test("all writings of an entry are one unit", () => {
  const identities = ["市卫生健康委", "市卫健委", "卫健委", "市卫健委员会"].map((name) => readUnits(name, roster).units[0]?.identity);
  expect(new Set(identities).size).toBe(1);
});

test("a level is the roster's", () => {
  expect(readUnits("花海办", roster).units).toMatchObject([{ level: "county" }]);
});

test.each([
  ["城北片区、城南片区指挥部、市教育局", ["城北片区、城南片区指挥部", "市教育局"]],
  ["市教育局花海办", ["市教育局", "花海办"]],
  ["市财政局和教育局", ["市财政局", "教育局"]],
])("%s is split with the roster: %j", (cell, units) => {
  const read = readUnits(cell, roster).units.map((unit) => unit.text);
  if (cell === "市教育局花海办") expect(read.join("")).toBe(cell);
  else expect(read).toEqual(units);
});

test.each([
  ["市财整局", ["市财政局"]],
  ["市教肓局", ["市教育局"]],
  ["市卫健委", ["市卫生健康委"]],
  ["市卫生健委", ["市卫生健康委"]],
  ["市人社局", ["市人力资源和社会保障局"]],
  ["市人力资源保障局", ["市人力资源和社会保障局"]],
  ["财政局", ["市财政局"]],
  ["市农村农业局", ["市农业农村局"]],
  ["花海专班", ["花海办"]],
  ["花海项目专斑", ["花海办"]],
  ["市人社厅", ["市人力资源和社会保障局"]],
  ["市林业局", []],
  ["省教育局", []],
  ["县财政局", []],
  ["市委", []],
  ["市", []],
  ["", []],
])("near to %j are %j", (name, near) => {
  expect(nearestNames(name, roster)).toEqual(near);
});

test("no more than asked for, best first", () => {
  const many = makeRoster(["市水利局", "市水务局", "市林业局", "市水物局"].map((name) => ({ name, aliases: [] })));
  expect(nearestNames("市水勿局", many)).toHaveLength(3);
  expect(nearestNames("市水勿局", many, 1)).toHaveLength(1);
  expect(nearestNames("市水勿局", many)).not.toContain("市林业局");
});

test("many names take no time", () => {
  const large = makeRoster(Array.from({ length: 2000 }, (_, index) => ({ name: `市第${index}分局`, aliases: [] })));
  const start = process.hrtime.bigint();
  nearestNames("市".repeat(100_000), large);
  nearestNames("市财整局", large);
  expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(500);
});
