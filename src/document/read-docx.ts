import type { PlanDocument } from "./document";
import { DocumentError } from "./document-error";
import { readBody } from "./docx-body";
import { readNumbering } from "./docx-numbering";
import { readStyles } from "./docx-styles";
import { mendBlocks } from "./mend-blocks";
import { readXmlTree, type XmlElement } from "./xml-events";
import { unpack, UnpackError } from "../zip/unpack";

/** Far beyond any paper: pictures are never unpacked. */
const limits = { parts: 20_000, partBytes: 200 * 1024 ** 2, totalBytes: 200 * 1024 ** 2, ratio: 2000 };

/** The blocks of a Word document (.docx, .docm, .dotx), as it reads with all changes accepted. Throws DocumentError. */
export function readDocx(bytes: Uint8Array): PlanDocument {
  const parts = unpackParts(bytes);
  const named = targetsOf(parts, "").find(({ type }) => type.endsWith("/officeDocument"))?.target;
  const main = named ?? "word/document.xml";
  const content = parts.get(main);
  if (content === undefined) throw named === undefined ? new DocumentError("not-a-document") : new DocumentError("damaged", main);
  const treeOf = (name: string): XmlElement | undefined => {
    const part = relatedPart(parts, main, name);
    const found = parts.get(part);
    return found === undefined ? undefined : readXmlTree(found, part);
  };
  const styles = readStyles(treeOf("styles"));
  const { blocks, listed, isCut, hasChunks } = readBody(content, main, styles, readNumbering(treeOf("numbering"), styles));
  const notes = [...(isCut ? ["有一个表格太大，只读了前面的部分"] : []), ...(hasChunks ? ["文档里嵌入了另一个文件，其中的内容没有读"] : [])];
  return { blocks: mendBlocks(blocks, ({ source }) => listed.has(source)), notes };
}

function unpackParts(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    return unpack(bytes, limits, (name) => /\.(?:xml|rels)$/i.test(name) && !/(?:^|\/)(?:media|embeddings|charts|theme|customXml)\//i.test(name));
  } catch (error) {
    if (error instanceof UnpackError) throw new DocumentError(error.code, error.detail, { cause: error });
    throw error;
  }
}

function relatedPart(parts: ReadonlyMap<string, Uint8Array>, main: string, name: string): string {
  return targetsOf(parts, main).find(({ type }) => type.endsWith(`/${name}`))?.target ?? `word/${name}.xml`;
}

type Target = { readonly type: string; readonly target: string };

function targetsOf(parts: ReadonlyMap<string, Uint8Array>, owner: string): Target[] {
  const slash = owner.lastIndexOf("/") + 1;
  const folder = owner.slice(0, slash);
  const name = `${folder}_rels/${owner.slice(slash)}.rels`;
  const content = parts.get(name);
  if (content === undefined) return [];
  return readXmlTree(content, name).children.flatMap(({ attribute }): Target[] => {
    const target = attribute("Target");
    if (target === undefined || attribute("TargetMode") === "External") return [];
    return [{ type: attribute("Type") ?? "", target: resolvePath(target.startsWith("/") ? target : folder + target) }];
  });
}

function resolvePath(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
