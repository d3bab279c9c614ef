import { unzipSync } from "fflate";
import { checksum, checksumsOf } from "./checksums";

/** What a packed file may unfold to; `ratio` counts for parts beyond a megabyte. */
export type UnpackLimits = { readonly parts: number; readonly partBytes: number; readonly totalBytes: number; readonly ratio: number };

/** A zip file that is damaged, or a bomb; `detail` is a part's name or a size. */
export class UnpackError extends Error {
  readonly code: "damaged" | "too-large";
  readonly detail: string | undefined;

  constructor(code: "damaged" | "too-large", detail?: string, options?: { cause?: unknown }) {
    super(detail === undefined ? code : `${code}: ${detail}`, options);
    this.name = "UnpackError";
    this.code = code;
    this.detail = detail;
  }
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 ** 2)} MB`;

/** Unpacks the parts that are wanted, in the order of the file, and compares each with its checksum. Throws UnpackError. */
export function unpack(bytes: Uint8Array, limits: UnpackLimits, isWanted: (name: string) => boolean = () => true): Map<string, Uint8Array> {
  let count = 0;
  let total = 0;
  const directory = checksumsOf(bytes);
  const expected = new Map<string, number | undefined>();
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        expected.set(name, directory[count]);
        count += 1;
        if (count > limits.parts) throw new UnpackError("too-large", `${limits.parts}+`);
        if (!isWanted(name.replace(/\\/g, "/"))) return false;
        total += originalSize;
        if (originalSize > limits.partBytes || total > limits.totalBytes) throw new UnpackError("too-large", megabytes(Math.max(originalSize, total)));
        if (originalSize > 1024 ** 2 && originalSize > size * limits.ratio) throw new UnpackError("too-large", megabytes(originalSize));
        return true;
      },
    });
    const parts = new Map<string, Uint8Array>();
    for (const [name, content] of Object.entries(files)) {
      const sum = expected.get(name);
      // 0 is what careless writers leave
      if (sum !== undefined && sum !== 0 && sum !== checksum(content)) throw new UnpackError("damaged", name);
      // folders are no parts; some writers use backslashes
      if (!name.endsWith("/")) parts.set(name.replace(/\\/g, "/"), content);
    }
    return parts;
  } catch (error) {
    if (error instanceof UnpackError) throw error;
    throw new UnpackError("damaged", undefined, { cause: error });
  }
}
