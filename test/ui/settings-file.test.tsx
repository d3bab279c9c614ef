/** @jest-environment jsdom */
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { defaultSettings, parseSettings, type Settings } from "../../src/core/settings";
import { rules } from "../../src/rules";
import { download } from "../../src/ui/download";
import { SettingsPanel } from "../../src/ui/SettingsPanel";

jest.mock("../../src/ui/download", () => ({ download: jest.fn() }));

afterEach(() => {
  cleanup();
  jest.mocked(download).mockClear();
});

function show(settings: Settings): { applied: Settings[] } {
  const applied: Settings[] = [];
  render(
    <FluentProvider theme={webLightTheme}>
      <SettingsPanel settings={settings} isRule={(id) => rules.some((rule) => rule.id === id)} onApply={(changed) => applied.push(changed)} onClose={() => undefined} />
    </FluentProvider>,
  );
  return { applied };
}

const press = (name: string): void => void fireEvent.click(screen.getByRole("button", { name }));

/** jsdom's files cannot be read as text. */
function fileOf(text: string): File {
  const file = new File([text], "设置.json", { type: "application/json" });
  return Object.defineProperty(file, "text", { value: async () => text });
}

const choose = (file: File): void => void fireEvent.change(screen.getByLabelText("导入设置", { selector: "input" }), { target: { files: [file] } });

async function exported(): Promise<string> {
  const [content, name] = jest.mocked(download).mock.calls[0] ?? [];
  if (content === undefined) throw new Error("nothing was exported");
  expect(name).toBe("qingdan-settings.json");
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsText(content);
  });
}

test("what is exported is what --rules reads, as the form stands and without the day", async () => {
  const settings: Settings = { ...defaultSettings("2026-07-10"), lights: "blue-yellow-red", abruptChange: 0.5, rules: { "no-overdue": "info" } };
  show(settings);
  fireEvent.change(screen.getByLabelText("提前几天算临期"), { target: { value: "15" } });
  press("导出设置");
  const value = JSON.parse(await exported()) as object;
  expect(value).not.toHaveProperty("asOf");
  expect(parseSettings({ asOf: "2026-07-10", ...value })).toEqual({ settings: { ...settings, dueSoonDays: 15 } });
});

test("a form that nobody changed is exported as an empty object, a wrong one not at all", async () => {
  show(defaultSettings("2026-07-10"));
  press("导出设置");
  expect(JSON.parse(await exported())).toEqual({});
  jest.mocked(download).mockClear();
  fireEvent.change(screen.getByLabelText("提前几天算临期"), { target: { value: "-1" } });
  press("导出设置");
  expect(download).not.toHaveBeenCalled();
});

test("a file fills the form and leaves what it does not name; nothing holds before it is applied", async () => {
  const { applied } = show({ ...defaultSettings("2026-07-10"), leadFirst: true, rules: { "no-overdue": "info" } });
  fireEvent.change(screen.getByLabelText("文件年份"), { target: { value: "2025" } });
  choose(fileOf('{"asOf":"2020-01-01","dueSoonDays":10,"abruptChange":0.2,"rules":{"no-vague-unit":"off"},"roster":[{"name":"市水利局","level":"市级"}]}'));
  await screen.findByText(/已读入文件里的设置/);
  expect(applied).toEqual([]);
  press("应用并核查");
  expect(applied).toEqual([{ ...defaultSettings("2026-07-10"), dueSoonDays: 10, abruptChange: 0.2, leadFirst: true, documentYear: 2025, rules: { "no-overdue": "info", "no-vague-unit": "off" }, roster: [{ name: "市水利局", aliases: [], level: "市级" }] }]);
});

test("rules that there are not are named and passed over, the others hold", async () => {
  const { applied } = show(defaultSettings("2026-07-10"));
  choose(fileOf('{"dueSoonDays":10,"rules":{"no-such-rule":"off","no-overdue":"info","toString":"off"}}'));
  await screen.findByText("已读入文件里的设置，应用后生效。设置文件里的规则“no-such-rule”、“toString”这里没有，已略过。");
  press("应用并核查");
  expect(applied).toEqual([{ ...defaultSettings("2026-07-10"), dueSoonDays: 10, rules: { "no-overdue": "info" } }]);
});

test.each([
  ["text that is no JSON", "提前几天算临期：10", "这个文件不是设置文件，没有导入。请选“导出设置”存下的 JSON 文件。"],
  ["a list", "[10]", "这个文件不是设置文件，没有导入。请选“导出设置”存下的 JSON 文件。"],
  ["nothing", "", "这个文件不是设置文件，没有导入。请选“导出设置”存下的 JSON 文件。"],
  ["one wrong value", '{"leadFirst":true,"dueSoonDays":"十天"}', "文件里这几项不对，没有导入：“提前几天算临期”（dueSoonDays）"],
  ["a name nobody knows", '{"dueSoonDay":10}', "文件里这几项不对，没有导入：“dueSoonDay”"],
  ["a severity that there is not", '{"rules":{"no-overdue":"loud"},"lights":"red"}', "文件里这几项不对，没有导入：“规则”（rules）、“亮灯”（lights）"],
])("%s is told of and imports nothing", async (_, text, sentence) => {
  const { applied } = show(defaultSettings("2026-07-10"));
  choose(fileOf(text));
  await waitFor(() => expect(screen.getByText(sentence)).toBeTruthy());
  press("应用并核查");
  expect(applied).toEqual([defaultSettings("2026-07-10")]);
});
