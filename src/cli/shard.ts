import { createHash } from "node:crypto";

/** Which part of how many: 2/4 is { number: 2, count: 4 }. */
export type Shard = { readonly number: number; readonly count: number };

/** By the path alone, so that a file that comes later moves no other to another part, and every machine parts alike. */
export function isInShard(path: string, { number, count }: Shard): boolean {
  // a Mac spells the same name with other characters
  const name = path.replace(/\\/g, "/").replace(/^(?:\.\/+)+/, "").normalize("NFC");
  return createHash("sha256").update(name).digest().readUIntBE(0, 6) % count === number - 1;
}
