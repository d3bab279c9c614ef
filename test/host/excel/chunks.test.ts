import fc from "fast-check";
import { planChunks, restOf } from "../../../src/host/excel/chunks";

const size = fc.record({ rows: fc.integer({ min: 1, max: 300 }), columns: fc.integer({ min: 1, max: 60 }) });

test("a window and the chunks of what it leaves hold every cell once", () => {
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 4 }), size, fc.integer({ min: 200, max: 20_000 }), fc.integer({ min: 1, max: 90 }), (sheets, window, payloadLimit, bytesPerCell) => {
      const chunks = planChunks(sheets.flatMap((one, index) => restOf(index, one, window)), payloadLimit, bytesPerCell);
      const seen = sheets.map(({ rows, columns }) => new Uint8Array(rows * columns));
      const mark = (sheet: number, row: number, column: number): void => {
        const place = row * (sheets[sheet]?.columns ?? 0) + column;
        const cells = seen[sheet];
        if (cells !== undefined) cells[place] = (cells[place] ?? 0) + 1;
      };
      for (const [sheet, { rows, columns }] of sheets.entries()) {
        for (let row = 0; row < Math.min(rows, window.rows); row++) for (let column = 0; column < Math.min(columns, window.columns); column++) mark(sheet, row, column);
      }
      for (const { sheet, area } of chunks.flat()) {
        for (let row = area.top; row <= area.bottom; row++) for (let column = area.left; column <= area.right; column++) mark(sheet, row, column);
      }
      expect(seen.every((cells) => cells.every((times) => times === 1))).toBe(true);
    }),
  );
});

test("a chunk is no larger than the limit, unless one row alone is", () => {
  const chunks = planChunks([{ sheet: 0, area: { top: 0, left: 0, bottom: 999, right: 9 } }], 10_000, 50);
  const cells = chunks.map((chunk) => chunk.reduce((sum, { area }) => sum + (area.bottom - area.top + 1) * 10, 0));
  expect(Math.max(...cells) * 50).toBeLessThanOrEqual(10_000);
  expect(planChunks([{ sheet: 0, area: { top: 0, left: 0, bottom: 2, right: 9_999 } }], 1_000, 50)).toHaveLength(3);
});

test("5,000,000 cells are never asked for at once", () => {
  const chunks = planChunks([{ sheet: 0, area: { top: 0, left: 0, bottom: 1_000_000, right: 9 } }], 1e12, 8);
  expect(chunks).toHaveLength(3);
});
