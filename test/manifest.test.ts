import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";
import { version } from "../package.json";
import { childNamed, parseXml, type XmlElement } from "../src/host/xlsx/xml";

const root = join(__dirname, "..");
const text = readFileSync(join(root, "manifest.xml"), "utf8");
const manifest = parseXml(text, "manifest.xml");

function all(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(all)];
}

test("Microsoft's own reader reads it", () => {
  // in a process of its own: the reader is partly ES modules, which jest cannot load
  const script = 'import("office-addin-manifest").then(({ OfficeAddinManifest }) => OfficeAddinManifest.readManifestFile("manifest.xml")).then((read) => console.log(JSON.stringify(read)))';
  const read = JSON.parse(execFileSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" })) as { version: string; hosts: string[] };
  expect(read).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, displayName: "清单核查", defaultLocale: "zh-CN", officeAppType: "TaskPaneApp", permissions: "ReadWriteDocument" });
  expect(read.version).toBe(`${version}.0`);
  expect(read.hosts).toEqual(["Workbook"]);
});

test("asks for ExcelApi 1.9 and no more", () => {
  expect(all(manifest).filter(({ name }) => name === "Set").map(({ attributes }) => [attributes.get("Name"), attributes.get("MinVersion")])).toEqual([["ExcelApi", "1.9"]]);
});

test("every resource that is named is there, once, under a short name", () => {
  const elements = all(manifest);
  const resources = elements.filter(({ attributes }) => attributes.has("id") && attributes.has("DefaultValue"));
  const ids = resources.map(({ attributes }) => attributes.get("id") ?? "");
  const used = new Set(elements.flatMap(({ attributes }) => attributes.get("resid") ?? []));
  expect(new Set(ids).size).toBe(ids.length);
  expect([...used].filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.filter((id) => !used.has(id))).toEqual([]);
  expect(ids.filter((id) => id.length > 32)).toEqual([]);
});

test("says everything in Chinese and in English, within Office's lengths", () => {
  for (const element of all(manifest).filter(({ name }) => name === "String" || name === "DisplayName" || (name === "Description" && childNamed(manifest, "Description") !== undefined))) {
    const chinese = element.attributes.get("DefaultValue");
    if (chinese === undefined) continue;
    // it stands in people's formulas, the same for all
    if (element.attributes.get("id") === "Functions.Namespace") continue;
    const english = element.children.find(({ attributes }) => attributes.get("Locale") === "en-US")?.attributes.get("Value") ?? "";
    expect(chinese).toMatch(/[\u4e00-\u9fff]/);
    expect(english).toMatch(/^[ -~]+$/);
    for (const value of [chinese, english]) expect(value.length).toBeLessThanOrEqual(element.name === "DisplayName" ? 125 : 250);
  }
});

test("every icon is a picture of the size it is for", () => {
  const images = all(manifest).filter(({ name, attributes }) => name === "Image" && attributes.has("DefaultValue"));
  expect(images.length).toBeGreaterThanOrEqual(8);
  for (const { attributes } of images) {
    const file = join(root, (attributes.get("DefaultValue") ?? "").replace("https://localhost:3000/", ""));
    const png = readFileSync(file);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(Array<number>(2).fill(Number(/-(\d+)\.png$/.exec(file)?.[1])));
  }
});

test("pane and functions share one runtime, which lives as long as the workbook is open", () => {
  const host = all(manifest).find(({ name, attributes }) => name === "Host" && [...attributes.values()].includes("Workbook") && !attributes.has("Name"));
  expect(host?.children.map(({ name }) => name)).toEqual(["Runtimes", "AllFormFactors", "DesktopFormFactor"]);
  const [runtime] = host === undefined ? [] : all(host).filter(({ name }) => name === "Runtime");
  expect(runtime?.attributes.get("lifetime")).toBe("long");
  const pages = all(manifest).filter(({ name }) => name === "Page" || name === "Action");
  const shared = pages.map((page) => childNamed(page, "SourceLocation")?.attributes.get("resid"));
  expect(shared).toEqual(pages.map(() => runtime?.attributes.get("resid")));
  // a host without shared runtimes leaves the functions out and opens the pane as ever: they are not asked for
  expect(all(manifest).filter(({ name }) => name === "Set").map(({ attributes }) => attributes.get("Name"))).not.toContain("SharedRuntime");
});

test("names scripts and descriptions of functions that are built", () => {
  const files = [...text.matchAll(/https:\/\/localhost:3000\/([\w.]+\.js(?:on)?)"/g)].map(([, file]) => file);
  expect(files).toEqual(["functions.js", "functions.json", "functions.en.json"]);
  for (const file of ["functions.ts", "functions/functions.json", "functions/functions.en.json"]) expect({ file, isThere: existsSync(join(root, "src", file)) }).toEqual({ file, isThere: true });
});

test("names pages that are built", () => {
  for (const [, page = ""] of text.matchAll(/https:\/\/localhost:3000\/(\w+)\.html/g)) expect(existsSync(join(root, `src/${page}.ts`)) || existsSync(join(root, `src/${page}.tsx`))).toBe(true);
});

const schemas = join(root, "../shared/manifest-xsd");

(existsSync(schemas) ? test : test.skip)("fits Microsoft's schemas (skipped where ../shared is not there)", async () => {
  const names = ["TaskPaneAppVersionOverridesV1_0.xsd", "OfficeAppManifestV1_1.xsd", "OfficeAppBasicTypesV1_0.xsd", "MailAppVersionOverridesV1_0.xsd", "MailAppVersionOverridesV1_1.xsd"];
  // the published files have three slips, which their README names
  const files = names.map((fileName) => ({ fileName, contents: readFileSync(join(schemas, fileName), "utf8").replace(/https:\/\/www\.w3\.org\/2001\/XMLSchema"/g, 'http://www.w3.org/2001/XMLSchema"').replace(/\{0,3\}\?/g, "{0,3}") }));
  const empty = { fileName: "ContentAppVersionOverridesV1_0.xsd", contents: '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://schemas.microsoft.com/office/contentappversionoverrides"><xs:element name="VersionOverrides"/></xs:schema>' };
  const schema = files.find(({ fileName }) => fileName === "OfficeAppManifestV1_1.xsd");
  if (schema === undefined) throw new Error("no schema");
  // they are of 2019 and do not know shared runtimes
  const known = text.replace(/<Runtimes>[\s\S]*?<\/Runtimes>/, "");
  const validate = (contents: string) => validateXML({ xml: [{ fileName: "manifest.xml", contents }], schema: [schema], preload: [...files.filter((file) => file !== schema), empty] });
  const { valid, errors } = await validate(known);
  expect(errors.map(({ message }) => message)).toEqual([]);
  expect(valid).toBe(true);
  // the schemas do look: a wrong permission is refused
  expect((await validate(known.replace("ReadWriteDocument", "Everything"))).valid).toBe(false);
}, 30_000);
