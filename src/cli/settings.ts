import { parseSettings, type GivenSettings, type Settings } from "../core/settings";
import { describeHostError } from "../host/host-messages";
import { UsageError, type SettingsOptions } from "./arguments";
import type { CommandLine } from "./command-line";
import { readBytes } from "./files";

/** What a call says, by itself and by its settings file; a workbook's own settings come after both. */
export type CallSettings = { readonly asOf: string; readonly call: GivenSettings; readonly fromFile: GivenSettings };

/** What is wrong in the settings file is an error: somebody has just named it. */
export async function readSettings({ file, asOf, ...call }: SettingsOptions, line: CommandLine): Promise<CallSettings> {
  const read = file === undefined ? {} : await readJson(file);
  const parsed = parseSettings({ asOf: line.today, ...read });
  if (!("settings" in parsed)) throw new UsageError({ zh: `设置文件“${file ?? ""}”有误：${parsed.problems.join("；")}`, en: `The settings file “${file ?? ""}” is wrong: ${parsed.problems.join("; ")}` });
  const unknown = Object.keys(parsed.settings.rules).find((id) => !line.rules.some((rule) => rule.id === id));
  if (unknown !== undefined) throw new UsageError({ zh: `设置文件“${file ?? ""}”里没有“${unknown}”这条规则。全部规则见 qingdan rules`, en: `The settings file “${file ?? ""}” names a rule “${unknown}” that does not exist. See qingdan rules` });
  const named = Object.keys(read).filter((name): name is keyof GivenSettings => name !== "asOf");
  return { asOf: asOf ?? parsed.settings.asOf, call, fromFile: pick(parsed.settings, named) };
}

function pick(settings: Settings, names: readonly (keyof GivenSettings)[]): GivenSettings {
  return Object.fromEntries(names.map((name) => [name, settings[name]]));
}

async function readJson(file: string): Promise<object> {
  let text: string;
  try {
    text = new TextDecoder().decode(await readBytes(file));
  } catch (error) {
    const { zh, en } = describeHostError(error);
    throw new UsageError({ zh: `设置文件“${file}”：${zh}`, en: `The settings file “${file}”: ${en}` });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError({ zh: `设置文件“${file}”不是有效的 JSON：${String(error)}`, en: `The settings file “${file}” is not valid JSON: ${String(error)}` });
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new UsageError({ zh: `设置文件“${file}”里应当是一个 JSON 对象`, en: `The settings file “${file}” must hold a JSON object` });
}
