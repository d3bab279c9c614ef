import { ServerCollection, ServerObject } from "../server-object";
import type { SimulatedExcel } from "../simulated-excel";
import { accessDenied, notFound } from "../wire";

export class CustomXmlPartCollectionNode extends ServerCollection {
  readonly className = "CustomXmlPartCollection";
  constructor(private readonly excel: SimulatedExcel) {
    super();
  }
  items() { return [...this.excel.customXml.keys()].map((id) => new CustomXmlPartNode(this.excel, id)); }
  GetCount() { return this.excel.customXml.size; }
  GetItem(id: string) {
    if (!this.excel.customXml.has(id)) throw notFound();
    return new CustomXmlPartNode(this.excel, id);
  }
  GetItemOrNullObject(id: string) { return this.excel.customXml.has(id) ? new CustomXmlPartNode(this.excel, id) : null; }
  GetByNamespace(namespace: string) {
    return new CustomXmlPartScopedCollectionNode(this.items().filter(({ NamespaceUri }) => NamespaceUri === namespace));
  }
  Add(xml: string) {
    if (this.excel.isReadOnly) throw accessDenied();
    let number = this.excel.customXml.size + 1;
    while (this.excel.customXml.has(`{part-${number}}`)) number += 1;
    this.excel.customXml.set(`{part-${number}}`, xml);
    return new CustomXmlPartNode(this.excel, `{part-${number}}`);
  }
}

export class CustomXmlPartScopedCollectionNode extends ServerCollection {
  readonly className = "CustomXmlPartScopedCollection";
  constructor(private readonly parts: readonly CustomXmlPartNode[]) {
    super();
  }
  items() { return this.parts; }
  GetCount() { return this.parts.length; }
}

export class CustomXmlPartNode extends ServerObject {
  readonly className = "CustomXmlPart";
  constructor(
    private readonly excel: SimulatedExcel,
    private readonly id: string,
  ) {
    super();
  }
  override identity() { return { Id: this.id }; }
  get Id() { return this.id; }
  /** That of the root. */
  get NamespaceUri() { return /<[^?!][^>]*?\sxmlns="([^"]*)"/.exec(this.GetXml())?.[1] ?? ""; }
  GetXml() { return this.excel.customXml.get(this.id) ?? ""; }
  SetXml(xml: string) { this.excel.customXml.set(this.id, xml); }
  Delete() { this.excel.customXml.delete(this.id); }
}
