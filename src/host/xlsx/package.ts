import { unzipSync, zipSync, type Zippable } from "fflate";
import { HostError } from "../host-error";
import { checksum, checksumsOf } from "./checksums";

/** The parts of a workbook by name, in the order of the file; a part is never changed in place. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** Far beyond any workbook an office keeps; what a bomb unfolds to is not. */
const limits = { parts: 20_000, partBytes: 600 * 1024 ** 2, totalBytes: 1024 ** 3, ratio: 2000 };

const zipMark = [0x50, 0x4b];
const compoundMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Unpacks a workbook file; what is none, is encrypted, damaged or a bomb ends in a HostError. */
export function readPackage(bytes: Uint8Array): Parts {
  if (bytes.length === 0) throw new HostError("empty-file");
  if (startsWith(bytes, compoundMark)) throw new HostError(isEncrypted(bytes) ? "encrypted" : "old-format");
  if (!startsWith(bytes, zipMark)) throw new HostError("not-a-workbook");
  const parts = new Map<string, Uint8Array>();
  for (const [name, content] of Object.entries(unpack(bytes))) {
    // folders are no parts; some writers use backslashes
    if (!name.endsWith("/")) parts.set(name.replace(/\\/g, "/"), content);
  }
  return parts;
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let count = 0;
  let total = 0;
  const directory = checksumsOf(bytes);
  const expected = new Map<string, number | undefined>();
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        expected.set(name, directory[count]);
        count += 1;
        total += originalSize;
        if (count > limits.parts) throw new HostError("too-large", `${limits.parts}+`);
        if (originalSize > limits.partBytes || total > limits.totalBytes) throw new HostError("too-large", `${Math.round(Math.max(originalSize, total) / 1024 ** 2)} MB`);
        if (originalSize > 1024 ** 2 && originalSize > size * limits.ratio) throw new HostError("too-large", `${Math.round(originalSize / 1024 ** 2)} MB`);
        return true;
      },
    });
    for (const [name, content] of Object.entries(files)) {
      const sum = expected.get(name);
      // 0 is what careless writers leave
      if (sum !== undefined && sum !== 0 && sum !== checksum(content)) throw new HostError("damaged", name);
    }
    return files;
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError("damaged", undefined, { cause: error });
  }
}

export function writePackage(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of parts) {
    // what is packed already (pictures) gains nothing from being packed again
    files[name] = [content, { level: /\.(?:png|jpe?g|gif|zip|docx|xlsx|mp4)$/i.test(name) ? 0 : 6 }];
  }
  return zipSync(files);
}

export function withPart(parts: Parts, name: string, content: Uint8Array | undefined): Parts {
  const next = new Map(parts);
  if (content === undefined) next.delete(name);
  else next.set(name, content);
  return next;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** An encrypted workbook is a compound file with a stream of this name, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = Array.from("EncryptedPackage", (letter) => letter.charCodeAt(0));
  const last = Math.min(bytes.length - name.length * 2, 4 * 1024 ** 2);
  for (let start = 0; start <= last; start += 2) {
    if (bytes[start] === name[0] && name.every((code, index) => bytes[start + index * 2] === code && bytes[start + index * 2 + 1] === 0)) return true;
  }
  return false;
}
