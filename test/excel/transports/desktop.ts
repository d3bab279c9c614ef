import type { SimulatedExcel } from "../simulated-excel";

const richApiRequest = 93;
const richApiEvent = 33;
const settingsRead = 75;

type Handler = (id: number, payload: unknown) => void;
type SafeArray = { readonly toArray: () => readonly unknown[]; readonly dimensions: () => number };

/** How Excel on Windows hands arrays to a script. */
const safeArray = (items: readonly unknown[]): SafeArray => ({ toArray: () => items, dimensions: () => 1 });

/** `window.external` as Excel on Windows gives it to a task pane. */
export function createExternal(excel: SimulatedExcel): object {
  const handlers = new Map<number, Handler>();
  excel.events.onEvent((entry) => handlers.get(richApiEvent)?.(richApiEvent, safeArray([safeArray(entry)])));
  const context = contextMembers(excel);
  return {
    GetHostInfo: () => `Excel|Win32|16.01|${excel.locale}`,
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    Execute(id: number, parameters: readonly (readonly unknown[])[], callback: (result: unknown) => void): void {
      setTimeout(() => {
        if (id !== richApiRequest) return callback(id === settingsRead ? safeArray([0]) : safeArray([5000]));
        const answer = excel.answer(String(parameters[0]?.[4]));
        callback(typeof answer === "number" ? answer : safeArray([0, safeArray([200, [], answer])]));
      }, excel.latency);
    },
    RegisterEvent(id: number, _target: unknown, handler: Handler, callback: (code: number) => void): void {
      handlers.set(id, handler);
      setTimeout(() => callback(0), 0);
    },
    UnregisterEvent(id: number, _target: unknown, callback: (code: number) => void): void {
      handlers.delete(id);
      setTimeout(() => callback(0), 0);
    },
  };
}

/** What `GetContext` answers; each value is asked by a function of that name. */
export function contextValues(excel: SimulatedExcel): Readonly<Record<string, string | number>> {
  return {
    GetAppType: 1,
    GetSolutionRef: "qingdan",
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 1,
    GetAppUILocale: excel.locale === "zh-CN" ? 0x804 : 0x409,
    GetAppDataLocale: excel.locale === "zh-CN" ? 0x804 : 0x409,
    GetDocUrl: "C:\\清单.xlsx",
    GetAppCapabilities: 0,
    GetActivationMode: 2,
    GetControlIntegrationLevel: 0,
    GetSolutionToken: "",
    GetCorrelationId: "correlation",
    GetInstanceId: "instance",
    GetSupportedMatrix: JSON.stringify(excel.requirementSets),
    GetHostFullVersion: "16.0.17628.20000",
    GetOfficeThemeInfo: "{}",
    GetInitialDisplayMode: 2,
    GetHostCustomMessage: "",
  };
}

function contextMembers(excel: SimulatedExcel): Record<string, () => unknown> {
  const members: Record<string, () => unknown> = {};
  for (const [name, value] of Object.entries(contextValues(excel))) members[name] = () => value;
  members["GetSettings"] = () => ({
    Read(keys: string[], values: string[]): void {
      for (const [key, value] of excel.documentSettings) {
        keys.push(key);
        values.push(value);
      }
    },
    WriteAsync(keys: readonly string[], values: readonly string[], done: (code: number) => void): void {
      excel.documentSettings = keys.map((key, index) => [key, values[index] ?? ""]);
      done(0);
    },
  });
  return members;
}
