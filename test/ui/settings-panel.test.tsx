/** @jest-environment jsdom */
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import fc from "fast-check";
import { defaultSettings, type Settings } from "../../src/core/settings";
import { parseRoster, stringifyRoster } from "../../src/ui/roster-text";
import { SettingsPanel } from "../../src/ui/SettingsPanel";

function show(settings: Settings): { applied: Settings[] } {
  const applied: Settings[] = [];
  render(
    <FluentProvider theme={webLightTheme}>
      <SettingsPanel settings={settings} isRule={() => true} onApply={(changed) => applied.push(changed)} onClose={() => undefined} />
    </FluentProvider>,
  );
  return { applied };
}

afterEach(cleanup);

test("what nobody touches comes back as it was", () => {
  const settings: Settings = { ...defaultSettings("2024-06-30"), documentYear: 2024, issued: "2024-01-05", validTo: "2026-12-31", roster: [{ name: "市教育局", aliases: ["教育局", "市教委"] }], rules: { "no-hidden-row": "off" } };
  const { applied } = show(settings);
  fireEvent.click(screen.getByRole("button", { name: "应用并核查" }));
  expect(applied).toEqual([settings]);
});

test("what is typed is applied", () => {
  const { applied } = show(defaultSettings("2024-06-30"));
  fireEvent.change(screen.getByLabelText("核查日期"), { target: { value: "2025-01-01" } });
  fireEvent.change(screen.getByLabelText("提前几天算临期"), { target: { value: "10" } });
  fireEvent.click(screen.getByLabelText("按工作日计算（含调休）"));
  fireEvent.click(screen.getByLabelText("列第一位的为牵头单位"));
  fireEvent.change(screen.getByLabelText("亮灯"), { target: { value: "blue-yellow-red" } });
  fireEvent.change(screen.getByLabelText("单位名录"), { target: { value: "市卫生健康委：市卫健委、卫健委\n\n市财政局" } });
  fireEvent.click(screen.getByRole("button", { name: "应用并核查" }));
  expect(applied).toEqual([
    {
      ...defaultSettings("2025-01-01"),
      dueSoonDays: 10,
      dueSoonInWorkdays: true,
      leadFirst: true,
      lights: "blue-yellow-red",
      roster: [
        { name: "市卫生健康委", aliases: ["市卫健委", "卫健委"] },
        { name: "市财政局", aliases: [] },
      ],
    },
  ]);
});

test.each([
  ["提前几天算临期", "-3"],
  ["提前几天算临期", ""],
  ["核查日期", ""],
  ["文件年份", "明年"],
])("%s: %j is told to be wrong and nothing is applied", (label, value) => {
  const { applied } = show(defaultSettings("2024-06-30"));
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
  fireEvent.click(screen.getByRole("button", { name: "应用并核查" }));
  expect(applied).toEqual([]);
  expect(screen.getByText("有一项填得不对，改正后才能应用。")).toBeTruthy();
});

test("a roster reads and writes as itself", () => {
  const names = fc.stringMatching(/^[\u4e00-\u9fff（）]{1,12}$/);
  fc.assert(
    fc.property(fc.array(fc.record({ name: names, aliases: fc.array(names, { maxLength: 3 }) })), (roster) => {
      expect(parseRoster(stringifyRoster(roster))).toEqual(roster);
    }),
  );
});
