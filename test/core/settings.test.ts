import { defaultSettings, parseGivenSettings, settingsInEffect, stringifySettings, type Settings } from "../../src/core/settings";

const changed: Settings = { ...defaultSettings("2026-03-01"), dueSoonDays: 15, lights: "blue-yellow-red", rules: { "no-vague-unit": "off" }, roster: [{ name: "市水利局", aliases: ["水利局"] }], issued: "2026-01-08" };

test("what a workbook keeps is what was changed, and never a day to check for", () => {
  expect(stringifySettings(defaultSettings("2026-03-01"))).toBeNull();
  const text = stringifySettings(changed) ?? "";
  expect(Object.keys(JSON.parse(text) as object).sort()).toEqual(["dueSoonDays", "issued", "lights", "roster", "rules"]);
  const { given, problems } = parseGivenSettings(text);
  expect(problems).toEqual([]);
  expect(settingsInEffect("2026-03-01", given)).toEqual(changed);
});

test.each([
  { name: "nothing", text: undefined, given: {}, problems: 0 },
  { name: "broken text", text: "{", given: {}, problems: 1 },
  { name: "a list", text: "[1]", given: {}, problems: 1 },
  { name: "a day to check for, which is passed over", text: '{"asOf":"2020-01-01","dueSoonDays":7}', given: { dueSoonDays: 7 }, problems: 0 },
  { name: "one wrong value among right ones", text: '{"dueSoonDays":-1,"leadFirst":true}', given: { leadFirst: true }, problems: 1 },
  { name: "something a newer version knows", text: '{"tone":"loud","lights":"blue-yellow-red"}', given: { lights: "blue-yellow-red" }, problems: 1 },
  { name: "a name that every object has", text: '{"constructor":1,"__proto__":{"leadFirst":true}}', given: {}, problems: 2 },
])("reads $name", ({ text, given, problems }) => {
  const read = parseGivenSettings(text);
  expect(read.given).toEqual(given);
  expect(read.problems).toHaveLength(problems);
});

test("the call stands over the file, the file over the workbook, all over what everybody starts with", () => {
  const call = { dueSoonDays: 7, leadFirst: undefined };
  const file = { dueSoonDays: 10, leadFirst: true, rules: { "no-vague-unit": "off" as const } };
  const workbook = { dueSoonDays: 20, leadFirst: false, documentYear: 2025, rules: { "no-vague-unit": "error" as const, "no-overdue": "error" as const } };
  expect(settingsInEffect("2026-03-01", call, file, workbook)).toEqual({ ...defaultSettings("2026-03-01"), dueSoonDays: 7, leadFirst: true, documentYear: 2025, rules: { "no-vague-unit": "off", "no-overdue": "error" } });
});
