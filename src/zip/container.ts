const zipMark = [0x50, 0x4b];
const compoundMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What a file's first bytes say: a zip, the compound file of old and of encrypted Office files, or neither. */
export function containerOf(bytes: Uint8Array): "zip" | "compound" | undefined {
  if (startsWith(bytes, compoundMark)) return "compound";
  return startsWith(bytes, zipMark) ? "zip" : undefined;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Whether a compound file has a stream of this name; its directory keeps names in UTF-16. */
export function hasStream(bytes: Uint8Array, stream: string): boolean {
  const name = Array.from(stream, (letter) => letter.charCodeAt(0));
  const last = Math.min(bytes.length - name.length * 2, 4 * 1024 ** 2);
  for (let start = 0; start <= last; start += 2) {
    if (bytes[start] === name[0] && name.every((code, index) => bytes[start + index * 2] === code && bytes[start + index * 2 + 1] === 0)) return true;
  }
  return false;
}
