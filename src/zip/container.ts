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

const megabyte = 1024 ** 2;

/** Whether a compound file has a stream of this name; its directory, wherever it stands, keeps names in UTF-16. */
export function hasStream(bytes: Uint8Array, stream: string): boolean {
  const name = Array.from(stream, (letter) => letter.charCodeAt(0));
  return isWithin(bytes, name, directoryOf(bytes), megabyte) || isWithin(bytes, name, 0, 4 * megabyte);
}

/** Where the header says that the directory begins. */
function directoryOf(bytes: Uint8Array): number {
  if (bytes.length < 512) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorBytes = 2 ** Math.min(view.getUint16(30, true), 12);
  return (view.getUint32(48, true) + 1) * sectorBytes;
}

function isWithin(bytes: Uint8Array, name: readonly number[], from: number, length: number): boolean {
  const last = Math.min(bytes.length - name.length * 2, from + length);
  for (let start = from; start <= last; start += 2) {
    if (bytes[start] === name[0] && name.every((code, index) => bytes[start + index * 2] === code && bytes[start + index * 2 + 1] === 0)) return true;
  }
  return false;
}
