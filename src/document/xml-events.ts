import { SaxesParser } from "saxes";
import { DocumentError } from "./document-error";

/** What of an element a reader asks for: names without prefixes, and which family the element is of. */
export type XmlEvents = {
  readonly open: (name: string, family: XmlFamily, attribute: (name: string) => string | undefined) => void;
  readonly close: (name: string) => void;
  readonly text?: (text: string) => void;
};

export type XmlFamily = "word" | "math" | "compatibility" | "other";

/** Namespaces by the words all their versions share: transitional, strict, 2006, 2010 and later. */
function familyOf(namespace: string): XmlFamily {
  if (namespace.includes("wordprocessingml") || namespace.includes("/word/")) return "word";
  if (namespace.includes("officeDocument") && namespace.endsWith("/math")) return "math";
  return namespace.includes("markup-compatibility") ? "compatibility" : "other";
}

/** No word processor nests deeper; a hostile document might, to exhaust whoever reads it. */
const maxDepth = 2000;

/** Reads a part of a package as events; a document type, which only a hostile one has, is refused. Throws DocumentError. */
export function readXml(bytes: Uint8Array, part: string, { open, close, text }: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: true });
  const families = new Map<string, XmlFamily>();
  let depth = 0;
  let failure: Error | undefined;
  parser.on("error", (error) => {
    failure ??= error;
  });
  parser.on("doctype", () => {
    throw new DocumentError("damaged", `${part}: DOCTYPE`);
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    if (++depth > maxDepth || failure !== undefined) throw new DocumentError("damaged", part, { cause: failure });
    let family = families.get(uri);
    if (family === undefined) families.set(uri, (family = familyOf(uri)));
    open(local, family, (name) => {
      for (const key in attributes) if (attributes[key]?.local === name) return attributes[key].value;
      return undefined;
    });
  });
  parser.on("closetag", ({ local }) => {
    depth -= 1;
    close(local);
  });
  if (text !== undefined) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  try {
    parser.write(decodeXml(bytes)).close();
  } catch (error) {
    throw error instanceof DocumentError ? error : new DocumentError("damaged", part, { cause: error });
  }
  if (failure !== undefined) throw new DocumentError("damaged", part, { cause: failure });
}

function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  return new TextDecoder(isLittle ? "utf-16le" : isBig ? "utf-16be" : "utf-8").decode(bytes);
}

/** An element of a small part as a tree; what stands only for other programs' sake is lifted out of its wrapping. */
export type XmlElement = { readonly name: string; readonly attribute: (name: string) => string | undefined; readonly children: XmlElement[] };

export function readXmlTree(bytes: Uint8Array, part: string): XmlElement {
  const root: XmlElement = { name: "", attribute: () => undefined, children: [] };
  const stack: XmlElement[] = [root];
  readXml(bytes, part, {
    open: (name, family, attribute) => {
      const parent = stack[stack.length - 1] ?? root;
      const element: XmlElement = { name, attribute, children: family === "compatibility" ? parent.children : [] };
      if (family !== "compatibility") parent.children.push(element);
      stack.push(element);
    },
    close: () => {
      stack.pop();
    },
  });
  return root.children[0] ?? root;
}

export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The w:val of a child. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childNamed(element, name)?.attribute("val");
}

/** A property that is there and not switched off. */
export function isOn(value: string | undefined): boolean {
  return value !== "0" && value !== "false" && value !== "off";
}
