import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Frame, type Page } from "playwright-core";
import { officeJsAddress, officeJsFolder } from "./jsdom-loader";
import { browserPath } from "../support/browser";
import type { SimulatedExcel } from "./simulated-excel";
import { contextValues } from "./transports/desktop";
import { createWebHost, webFrameName } from "./transports/web";

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/**
 * Makes a page believe it is a task pane of Excel on Windows; call it before `page.goto`.
 * office.js must be named by its address on Microsoft's CDN, which is answered from node_modules.
 */
export async function attachSimulatedExcel(page: Page, excel: SimulatedExcel): Promise<void> {
  await routeOfficeJs(page);
  await page.exposeBinding("__askExcel", async (_source, request: string) => {
    if (excel.latency > 0) await new Promise((resolve) => setTimeout(resolve, excel.latency));
    return excel.answer(request);
  });
  await page.exposeBinding("__saveSettings", (_source, settings: SimulatedExcel["documentSettings"]) => {
    excel.documentSettings = settings;
  });
  excel.events.onEvent((entry) => {
    if (page.isClosed()) return;
    page.evaluate((sent) => (window as unknown as DesktopWindow).__excelEvent?.(sent), entry).catch(unlessGone);
  });
  await page.addInitScript(installExternal, { hostInfo: `Excel|Win32|16.01|${excel.locale}`, values: contextValues(excel), settings: excel.documentSettings });
}

type DesktopWindow = {
  __askExcel(request: string): Promise<string | number>;
  __saveSettings(settings: readonly (readonly [string, string])[]): Promise<void>;
  __excelEvent?: (entry: unknown) => void;
};
type External = { readonly hostInfo: string; readonly values: Readonly<Record<string, string | number>>; readonly settings: readonly (readonly [string, string])[] };

/** Runs in the page, so it names nothing outside itself; the counterpart of `createExternal`. */
function installExternal({ hostInfo, values, settings }: External): void {
  const page = window as unknown as DesktopWindow;
  const safeArray = (items: readonly unknown[]): object => ({ toArray: () => items, dimensions: () => 1 });
  const handlers = new Map<number, (id: number, payload: unknown) => void>();
  page.__excelEvent = (entry) => handlers.get(33)?.(33, safeArray([safeArray(entry as readonly unknown[])]));
  const context: Record<string, () => unknown> = {};
  for (const [name, value] of Object.entries(values)) context[name] = () => value;
  context["GetSettings"] = () => ({
    Read(keys: string[], texts: string[]): void {
      for (const [key, text] of settings) {
        keys.push(key);
        texts.push(text);
      }
    },
    WriteAsync(keys: readonly string[], texts: readonly string[], done: (code: number) => void): void {
      void page.__saveSettings(keys.map((key, index) => [key, texts[index] ?? ""])).then(() => done(0));
    },
  });
  Object.defineProperty(window, "external", {
    configurable: true,
    value: {
      GetHostInfo: () => hostInfo,
      GetContext: () => context,
      GetLoggingAllowed: () => false,
      Execute(id: number, parameters: readonly (readonly unknown[])[], callback: (result: unknown) => void): void {
        if (id !== 93) return void setTimeout(() => callback(safeArray([5000])));
        void page.__askExcel(String(parameters[0]?.[4])).then((answer) => callback(typeof answer === "number" ? answer : safeArray([0, safeArray([200, [], answer])])));
      },
      RegisterEvent(id: number, _target: unknown, handler: (id: number, payload: unknown) => void, callback: (code: number) => void): void {
        handlers.set(id, handler);
        setTimeout(() => callback(0));
      },
      UnregisterEvent(id: number, _target: unknown, callback: (code: number) => void): void {
        handlers.delete(id);
        setTimeout(() => callback(0));
      },
    },
  });
}

/** Opens a page of Excel on the web with the add-in in its frame; both under the https origin of `addinAddress`. */
export async function openInExcelOnTheWeb(page: Page, excel: SimulatedExcel, addinAddress: string): Promise<Frame> {
  const { origin } = new URL(addinAddress);
  await routeOfficeJs(page);
  await page.route(`${origin}/excel-on-the-web.html`, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Excel</title><body></body>" }));
  const host = createWebHost(excel, origin, (text) => {
    if (!page.isClosed()) page.evaluate((sent) => (window as unknown as WebWindow).__toAddin(sent), text).catch(unlessGone);
  });
  await page.exposeBinding("__fromAddin", (_source, text: string) => host.receive(text));
  await page.goto(`${origin}/excel-on-the-web.html`);
  const frame = page.waitForEvent("framenavigated", (one) => one.url() === addinAddress);
  await page.evaluate(installFrame, { name: webFrameName(excel, origin), address: addinAddress });
  return frame;
}

type WebWindow = { __toAddin(text: string): void; __fromAddin(text: string): Promise<void> };

function installFrame({ name, address }: { readonly name: string; readonly address: string }): void {
  const page = window as unknown as WebWindow;
  const frame = document.createElement("iframe");
  frame.width = "350";
  frame.height = "600";
  window.addEventListener("message", (event) => {
    if (event.source === frame.contentWindow) void page.__fromAddin(String(event.data));
  });
  page.__toAddin = (text) => frame.contentWindow?.postMessage(text, "*");
  // the name must be there before the frame is: office.js reads it as it starts
  frame.name = name;
  frame.src = address;
  document.body.append(frame);
}

/** What is sent to a page that goes away meanwhile reaches nobody, in Excel too. */
function unlessGone(error: unknown): void {
  if (!/closed|navigation|destroyed/i.test(String(error))) throw error;
}

async function routeOfficeJs(page: Page): Promise<void> {
  await page.route(`${officeJsAddress}**`, (route) => {
    const file = join(officeJsFolder, new URL(route.request().url()).pathname.replace("/lib/1/hosted/", ""));
    const contentType = file.endsWith(".js") ? "application/javascript" : "text/html";
    return existsSync(file) ? route.fulfill({ path: file, contentType }) : route.fulfill({ status: 404, body: "" });
  });
}
