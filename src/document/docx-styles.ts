import { childNamed, isOn, valueOf, type XmlElement } from "./xml-events";

/** What a style says of the paragraphs in it, with what it takes from the styles it is based on. */
export type DocxStyle = {
  readonly name: string;
  readonly numId: string | undefined;
  readonly level: number | undefined;
  /** The styles whose numbering it is: a list's level may be bound to one of them. */
  readonly lineage: readonly string[];
  readonly outline: number | undefined;
  readonly justification: string | undefined;
  readonly isHidden: boolean;
};

export type DocxStyles = { readonly styleOf: (id: string | undefined) => DocxStyle | undefined };

const noStyles: DocxStyles = { styleOf: () => undefined };

/** A chain of styles is no longer; a circle is. */
const longestChain = 50;

export function readStyles(root: XmlElement | undefined): DocxStyles {
  if (root === undefined) return noStyles;
  const elements = new Map<string, XmlElement>();
  let standard: string | undefined;
  for (const element of root.children) {
    const id = element.attribute("styleId");
    if (element.name !== "style" || id === undefined) continue;
    elements.set(id, element);
    if (element.attribute("type") === "paragraph" && element.attribute("default") !== undefined && isOn(element.attribute("default"))) standard ??= id;
  }
  const known = new Map<string, DocxStyle | undefined>();
  return {
    styleOf: (given) => {
      const id = given ?? standard;
      if (id === undefined) return undefined;
      if (!known.has(id)) known.set(id, resolve(id, elements));
      return known.get(id);
    },
  };
}

function resolve(id: string, elements: ReadonlyMap<string, XmlElement>): DocxStyle | undefined {
  const chain: XmlElement[] = [];
  const lineage: string[] = [];
  for (let next: string | undefined = id; next !== undefined && chain.length < longestChain; ) {
    const element = elements.get(next);
    if (element === undefined) break;
    lineage.push(next);
    chain.push(element);
    next = valueOf(element, "basedOn");
  }
  const [own] = chain;
  if (own === undefined) return undefined;
  const first = <T>(read: (properties: XmlElement) => T | undefined): T | undefined => {
    for (const element of chain) {
      const properties = childNamed(element, "pPr");
      const found = properties === undefined ? undefined : read(properties);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    name: valueOf(own, "name") ?? id,
    numId: first((properties) => valueOf(childNamed(properties, "numPr"), "numId")),
    level: integerOf(first((properties) => valueOf(childNamed(properties, "numPr"), "ilvl"))),
    lineage,
    outline: integerOf(first((properties) => valueOf(properties, "outlineLvl"))) ?? outlineOfName(chain),
    justification: first((properties) => valueOf(properties, "jc")),
    isHidden: chain.some((element) => childNamed(childNamed(element, "rPr"), "vanish") !== undefined && isOn(valueOf(childNamed(element, "rPr"), "vanish"))),
  };
}

/** heading 2, 标题 2: what Word knows of them needs not stand in the file. */
function outlineOfName(chain: readonly XmlElement[]): number | undefined {
  for (const element of chain) {
    const digit = /^(?:heading|标题)\s?([1-9])$/i.exec(valueOf(element, "name") ?? "")?.[1];
    if (digit !== undefined) return Number(digit) - 1;
  }
  return undefined;
}

export function integerOf(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : undefined;
}
