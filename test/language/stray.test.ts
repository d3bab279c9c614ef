import { findStray } from "../../src/language/stray";
import { expectLinearTime } from "../support/linear-time";

test.each([
  [" 督查考核", ["space"], "督查考核"],
  ["督查考核\u3000", ["space"], "督查考核"],
  ["督查考核\n", ["space"], "督查考核"],
  ["\u00a0督查考核", ["space"], "督查考核"],
  ["督查\u200b考核", ["invisible"], "督查考核"],
  ["督查\u0007考核", ["invisible"], "督查考核"],
  ["\ufeff督查考核", ["invisible"], "督查考核"],
  ["实行`差别化", ["backtick"], "实行差别化"],
  ["[bookmark: _GoBack]重点任务分工", ["bookmark"], "重点任务分工"],
  [" [bookmark: a] `督\u200b查", ["bookmark", "invisible", "backtick", "space"], "督查"],
] as const)("%j holds %j", (text, kinds, cleaned) => {
  expect(findStray(text, false)).toEqual({ kinds, cleaned });
});

test.each([
  ["市 财政局", "市财政局"],
  ["市财政 局", "市财政局"],
  ["市人民\u3000政府", "市人民政府"],
  ["市教育局、市 财政局", "市教育局、市财政局"],
  ["县市区 人民政府", "县市区人民政府"],
  ["清源市 教育局", "清源市教育局"],
  ["市科技局 （外专局）", "市科技局（外专局）"],
])("inside a unit's name: %j → %j", (text, cleaned) => {
  expect(findStray(text, true)).toEqual({ kinds: ["space"], cleaned });
});

test.each(["市教育局 市财政局", "市教育局  市财政局", "云岭区 清水区 白塔区", "各县市区 市教育局", "市教育局\n市财政局", "IBM China", "市教育局"])("%j is clean in a unit column", (text) => {
  expect(findStray(text, true)).toBeUndefined();
});

test.each(["", " ", "\u3000\n", "建设 5G 基站", "第一行\n第二行", "序\u3000号", "👨\u200d👩\u200d👧", "“引号”"])("%j is clean", (text) => {
  expect(findStray(text, false)).toBeUndefined();
});

test.each([" ".repeat(30000) + "督", "督" + " ".repeat(30000) + "查", "市 ".repeat(15000), "[bookmark: ".repeat(3000)])("a long cell takes no time", (text) => {
  expectLinearTime(() => findStray(text, true));
});
