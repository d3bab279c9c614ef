import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { HostError } from "../host/host-error";

/** None of ours comes near it; a file without line ends is none of ours. */
const longestLine = 256 * 1024 ** 2;

/** Where a line stands in a file, in bytes. */
export type LinePlace = { readonly path: string; readonly offset: number; readonly length: number };

export type FileLine = { readonly text: string; readonly place: LinePlace; /** The last of a file that was broken off has no end. */ readonly isEnded: boolean };

const lineFeed = 10;

/** Line by line, whatever the size of the file. */
export async function* linesOf(path: string): AsyncGenerator<FileLine> {
  let offset = 0;
  let rest: Buffer[] = [];
  const line = (pieces: readonly Buffer[], isEnded: boolean): FileLine => {
    const bytes = Buffer.concat(pieces);
    const place = { path, offset, length: bytes.length };
    offset += bytes.length + (isEnded ? 1 : 0);
    return { text: textOf(bytes), place, isEnded };
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 ** 2 })) {
    let piece = chunk as Buffer;
    for (let end = piece.indexOf(lineFeed); end >= 0; end = piece.indexOf(lineFeed)) {
      yield line([...rest, piece.subarray(0, end)], true);
      rest = [];
      piece = piece.subarray(end + 1);
    }
    if (piece.length > 0) rest.push(piece);
    if (rest.reduce((sum, { length }) => sum + length, 0) > longestLine) throw new HostError("too-large", path);
  }
  if (rest.length > 0) yield line(rest, false);
}

/** The lines that stand at these places, in this order. */
export async function* readPlaces(places: readonly LinePlace[]): AsyncGenerator<string> {
  const handles = new Map<string, Awaited<ReturnType<typeof open>>>();
  try {
    for (const { path, offset, length } of places) {
      let handle = handles.get(path);
      if (handle === undefined) handles.set(path, (handle = await open(path)));
      const bytes = Buffer.alloc(length);
      await handle.read(bytes, 0, length, offset);
      yield textOf(bytes);
    }
  } finally {
    for (const handle of handles.values()) await handle.close();
  }
}

/** Windows programs put a mark before the first line. */
function textOf(bytes: Buffer): string {
  return bytes.toString("utf8").replace(/^\ufeff/, "");
}
