import { zipSync, type Zippable } from "fflate";
import { containerOf, hasStream } from "../../zip/container";
import { pack } from "../../zip/pack";
import { unpack, UnpackError } from "../../zip/unpack";
import { HostError } from "../host-error";

/** The parts of a workbook by name, in the order of the file; a part is never changed in place. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** Far beyond any workbook an office keeps; what a bomb unfolds to is not. */
const limits = { parts: 20_000, partBytes: 600 * 1024 ** 2, totalBytes: 1024 ** 3, ratio: 2000 };

/** Unpacks a workbook file; what is none, is encrypted, damaged or a bomb ends in a HostError. */
export function readPackage(bytes: Uint8Array): Parts {
  if (bytes.length === 0) throw new HostError("empty-file");
  const container = containerOf(bytes);
  if (container === "compound") throw new HostError(hasStream(bytes, "EncryptedPackage") ? "encrypted" : "old-format");
  if (container === undefined) throw new HostError("not-a-workbook");
  try {
    return unpack(bytes, limits);
  } catch (error) {
    if (error instanceof UnpackError) throw new HostError(error.code, error.detail, error.cause === undefined ? undefined : { cause: error.cause });
    throw error;
  }
}

/** What is packed already gains nothing from being packed again. */
const packed = /\.(?:png|jpe?g|gif|zip|docx|xlsx|mp4)$/i;

export function writePackage(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of parts) {
    files[name] = [content, { level: packed.test(name) ? 0 : 6 }];
  }
  return zipSync(files);
}

/** The same without holding up the page. */
export function packPackage(parts: Parts): Promise<Uint8Array> {
  return pack([...parts].map(([name, content]) => ({ name, content, isPacked: packed.test(name) })));
}

export function withPart(parts: Parts, name: string, content: Uint8Array | undefined): Parts {
  const next = new Map(parts);
  if (content === undefined) next.delete(name);
  else next.set(name, content);
  return next;
}

export function areSameParts(a: Parts, b: Parts): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([name, content]) => {
    const other = b.get(name);
    return other === content || (other?.length === content.length && content.every((byte, index) => byte === other[index]));
  });
}
