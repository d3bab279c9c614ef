import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { pack, type PartToPack } from "../../src/zip/pack";
import { unpack } from "../../src/zip/unpack";

const limits = { parts: 100, partBytes: 10_000_000, totalBytes: 20_000_000, ratio: 1_000_000 };
const name = fc.stringMatching(/^[a-z表单]{1,12}\.(?:xml|png)$/);
const part = fc.record({ name, content: fc.uint8Array({ maxLength: 3_000 }), isPacked: fc.boolean() });

test("what is packed is unpacked as it was, in its order (property)", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(part, { selector: (one) => one.name, maxLength: 8 }), async (parts) => {
      const unpacked = [...unpack(await pack(parts), limits)];
      expect(unpacked.map(([own, content]) => [own, [...content]])).toEqual(parts.map(({ name: own, content }) => [own, [...content]]));
    }),
  );
});

const sheet: PartToPack = { name: "xl/worksheets/sheet1.xml", content: new TextEncoder().encode("<c><f>IF($C2=\"\",\"\",1)</f></c>".repeat(100_000)), isPacked: false };

test("a large part is packed by the machine's own code, and by ours where there is none, alike", async () => {
  const own = await pack([sheet]);
  const { CompressionStream } = globalThis;
  expect(typeof CompressionStream).toBe("function");
  try {
    Reflect.deleteProperty(globalThis, "CompressionStream");
    for (const bytes of [own, await pack([sheet])]) {
      expect(bytes.length).toBeLessThan(sheet.content.length / 50);
      expect(strFromU8(unzipSync(bytes)[sheet.name] ?? new Uint8Array())).toBe(strFromU8(sheet.content));
    }
  } finally {
    globalThis.CompressionStream = CompressionStream;
  }
});

test("the same parts make the same file", async () => {
  expect(await pack([sheet])).toEqual(await pack([sheet]));
});
