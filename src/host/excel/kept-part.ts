import type { KeepText } from "../../core/edit";
import { keptNamespace, readKept, writeKept } from "../kept-xml";

export type KeptLoad = { readonly parts: Excel.CustomXmlPartScopedCollection; readonly known: { readonly id: string; readonly xml: OfficeExtension.ClientResult<string> } | undefined };

/** The custom XML part that keeps texts of ours: which it is, is remembered, so that it is read in one trip. */
export class KeptPart {
  private id: string | undefined;
  private texts: ReadonlyMap<string, string> = new Map();
  private added: Excel.CustomXmlPart | undefined;

  load({ workbook }: Excel.RequestContext, trustsMemory = true): KeptLoad {
    const parts = workbook.customXmlParts.getByNamespace(keptNamespace).load("items/id");
    const known = this.id === undefined || !trustsMemory ? undefined : { id: this.id, xml: workbook.customXmlParts.getItem(this.id).getXml() };
    return { parts, known };
  }

  /** Asks for what the part holds once it is known that it is there. */
  loadXml({ workbook }: Excel.RequestContext, { parts }: KeptLoad): OfficeExtension.ClientResult<string> | undefined {
    this.id = parts.items[0]?.id;
    return this.id === undefined ? undefined : workbook.customXmlParts.getItem(this.id).getXml();
  }

  remember(xml: OfficeExtension.ClientResult<string> | undefined): ReadonlyMap<string, string> {
    return (this.texts = xml === undefined ? new Map() : readKept(xml.value));
  }

  /** One trip more where the part is not the one that was remembered. */
  async read(context: Excel.RequestContext, { parts, known }: KeptLoad): Promise<ReadonlyMap<string, string>> {
    this.id = parts.items[0]?.id;
    this.texts = new Map();
    if (this.id === undefined) return this.texts;
    let xml = known?.xml;
    if (xml === undefined || known?.id !== this.id) {
      xml = context.workbook.customXmlParts.getItem(this.id).getXml();
      await context.sync();
    }
    return (this.texts = readKept(xml.value));
  }

  /** All texts of one request at once; the last one takes the part with it. */
  queue({ workbook }: Excel.RequestContext, steps: readonly KeepText[]): void {
    const texts = new Map(this.texts);
    for (const { key, after } of steps) {
      if (after === null) texts.delete(key);
      else texts.set(key, after);
    }
    this.texts = texts;
    const parts = workbook.customXmlParts;
    const old = this.id;
    if (texts.size === 0) this.id = undefined;
    if (old === undefined && texts.size > 0) this.added = parts.add(writeKept(texts)).load({ id: true });
    else if (old !== undefined && texts.size > 0) parts.getItem(old).setXml(writeKept(texts));
    else if (old !== undefined) parts.getItem(old).delete();
  }

  /** To be called once the request of `queue` has been answered. */
  settle(): void {
    this.id = this.added?.id ?? this.id;
    this.added = undefined;
  }
}
