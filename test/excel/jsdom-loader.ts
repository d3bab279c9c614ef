import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Script, type Context } from "node:vm";

/** Where office.js comes from in a page, and where its files lie on this machine. */
export const officeJsAddress = "https://appsforoffice.microsoft.com/lib/1/hosted/";
export const officeJsFolder = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

const compiled = new Map<string, Script>();

type OfficeWindow = { readonly document: Document; readonly Event: typeof Event };
type Page = { readonly window: OfficeWindow; getInternalVMContext(): Context };

/** Runs the unmodified office.js in a jsdom window; the scripts it adds for the host come from node_modules. */
export async function loadOfficeJs(page: Page, file = "office.js"): Promise<void> {
  const { document, Event } = page.window;
  const context = page.getInternalVMContext();
  const append = document.head.appendChild.bind(document.head);
  const appendScript = <T extends Node>(node: T): T => {
    const element = node as unknown as HTMLScriptElement;
    if (element.tagName !== "SCRIPT" || !element.src.startsWith(officeJsAddress)) return append(node);
    const name = element.src.slice(officeJsAddress.length).split("?")[0] ?? "";
    // without its address, so that jsdom does not go looking for it
    element.removeAttribute("src");
    element.type = "text/from-node-modules";
    append(node);
    setTimeout(() => {
      const isThere = existsSync(join(officeJsFolder, name));
      if (isThere) compile(name).runInContext(context);
      const event = new Event(isThere ? "load" : "error");
      if (isThere) element.onload?.(event);
      else element.onerror?.(event);
    }, 0);
    return node;
  };
  document.head.appendChild = appendScript;
  const tag = document.createElement("script");
  tag.type = "text/from-node-modules";
  // office.js finds its own folder by the address of its script element
  Object.defineProperty(tag, "src", { value: officeJsAddress + file });
  append(tag);
  compile(file).runInContext(context);
  await new Script("Office.onReady()").runInContext(context);
}

function compile(file: string): Script {
  const script = compiled.get(file) ?? new Script(readFileSync(join(officeJsFolder, file), "utf8"), { filename: file });
  compiled.set(file, script);
  return script;
}
