import { checkName } from "../../src/indicators/check-name";
import { parseDefinition } from "../../src/indicators/definition";
import { makeDictionary } from "../../src/indicators/dictionary";
import { workbook } from "../support/sheet";

const dictionary = makeDictionary(workbook("甲"));

test.each<[name: string, written: string, found: readonly object[]]>([
  ["基金县域内支出率(不含药店)(%)", "基金县域内支出率(不含药品)(%)=县域内支出额/支出总额×100%", [{ kind: "exclusion", name: ["药店"], definition: ["药品"], by: "written" }]],
  ["基金县域内支出率(不含药店)(%)", "县域内支出额（不含药品支出）/支出总额（不含药品支出）×100%", [{ kind: "exclusion", name: ["药店"], definition: ["药品"], by: "written" }]],
  ["基金县域内支出率(不含药店)(%)", "县域内支出额（不含药店）/支出总额×100%", []],
  ["基金县域内支出率(不含药店)(%)", "县域内支出额/支出总额×100%", []],
  ["基金县域内支出率(%)", "基金县域内支出率(不含药店)(%)=县域内支出额/支出总额×100%", []],
  ["医保基金县域内支出率(不含药品)(%)", "", [{ kind: "exclusion", name: ["药品"], definition: ["药店"], by: "dictionary" }]],
  ["医保基金县域内支出率(不含药店)(%)", "", []],
  ["医疗服务收入（不含药品、耗材、检查检验收入）占医疗收入比例", "", []],
  ["公立医院医护比(%)", "", [{ kind: "unit", name: "%", definition: "1:X" }]],
  ["公立医院医护比", "", []],
  ["医护比(%)", "医护比(%)=医师数/护士数×100%", []],
  ["门诊人次数与出院人次数比(%)", "", [{ kind: "unit", name: "%", definition: "" }]],
  ["平均住院日(%)", "", [{ kind: "unit", name: "%", definition: "天" }]],
  ["平均住院日（日）", "", []],
  ["资产负债率（元）", "", [{ kind: "unit", name: "元", definition: "%" }]],
  ["门诊患者满意度（分）", "", []],
  ["手术患者并发症发生率(‰)", "", []],
  ["床护比(%)", "床护比(1:X)=床位数/护士数", [{ kind: "unit", name: "%", definition: "1:X" }]],
])("%s beside %j", (name, written, found) => {
  expect(checkName(name, dictionary.find(name), written === "" ? undefined : parseDefinition(written))).toEqual(found);
});
