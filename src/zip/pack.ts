import { deflateSync } from "fflate";
import { checksum } from "./checksums";

/** A part as it goes in; what is packed already (pictures) gains nothing from being packed again. */
export type PartToPack = { readonly name: string; readonly content: Uint8Array; readonly isPacked: boolean };

const method = { stored: 0, deflated: 8 };
/** Names in UTF-8. */
const flags = 0x0800;
/** The first day that a zip file knows: the same parts make the same file. */
const date = 0x21;

/** Smaller parts are packed before another thread has begun. */
const worthHandingOver = 100_000;

/** A zip file of these parts in their order, packed by the machine's own code where the browser lets us. */
export async function pack(parts: readonly PartToPack[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content, isPacked } of parts) {
    const data = isPacked ? content : await deflate(content);
    const label = new TextEncoder().encode(name);
    const facts = [flags, isPacked ? method.stored : method.deflated, 0, date] as const;
    const sizes = [checksum(content), data.length, content.length] as const;
    const head = record(30, label, (put) => put(4, 0x04034b50).put(2, 20).put(2, ...facts).put(4, ...sizes).put(2, label.length, 0));
    directory.push(record(46, label, (put) => put(4, 0x02014b50).put(2, 20, 20, ...facts).put(4, ...sizes).put(2, label.length, 0, 0, 0, 0).put(4, 0, offset)));
    pieces.push(head, data);
    offset += head.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = record(22, new Uint8Array(), (put) => put(4, 0x06054b50).put(2, 0, 0, parts.length, parts.length).put(4, size, offset).put(2, 0));
  return joined([...pieces, ...directory, end]);
}

type Put = (bytes: 2 | 4, ...numbers: readonly number[]) => { readonly put: Put };

/** A record of `length` bytes with numbers put in one behind the other, and a name at its end. */
function record(length: number, name: Uint8Array, write: (put: Put) => unknown): Uint8Array {
  const bytes = new Uint8Array(length + name.length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const put: Put = (width, ...numbers) => {
    for (const number of numbers) {
      if (width === 2) view.setUint16(at, number, true);
      else view.setUint32(at, number, true);
      at += width;
    }
    return { put };
  };
  write(put);
  bytes.set(name, length);
  return bytes;
}

async function deflate(content: Uint8Array): Promise<Uint8Array> {
  if (content.length < worthHandingOver || typeof CompressionStream === "undefined") return deflateSync(content, { level: 6 });
  const stream = new CompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  const written = writer.write(content as Uint8Array<ArrayBuffer>).then(() => writer.close());
  const pieces: Uint8Array[] = [];
  const reader = stream.readable.getReader();
  for (let next = await reader.read(); next.value !== undefined; next = await reader.read()) pieces.push(next.value);
  await written;
  return joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
