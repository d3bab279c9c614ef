import fc from "fast-check";
import { applySteps, arrangeUndo, invertSteps, rowsOf } from "../../src/core/apply-steps";
import { arrange } from "../../src/core/arrange";
import { setCell, type Change, type Edit } from "../../src/core/edit";
import { contentAt, type CellContent, type Workbook } from "../../src/core/workbook";
import { contentsOf, makeWorkbook } from "../support/make-workbook";

const content: fc.Arbitrary<CellContent> = fc.oneof(
  fc.constant(null),
  fc.constantFrom("市教育局", "=1+1", "持续推进", "2026年底前", ""),
  fc.integer({ min: 0, max: 99 }),
  fc.boolean(),
  fc.constantFrom({ formula: "=A1+1" }, { formula: "=SUM(B2:B9)" }),
).map((value) => (value === "" ? null : value));

const sheet = fc.array(fc.array(content, { maxLength: 6 }), { maxLength: 10 });

/** Changes as rules make them: each says what it found in the workbook. */
function changesFor(workbook: Workbook): fc.Arbitrary<Change[]> {
  const row = fc.integer({ min: 0, max: 11 });
  const column = fc.integer({ min: 0, max: 7 });
  const worksheet = workbook.worksheets[0];
  if (worksheet === undefined) throw new Error("a worksheet is needed");
  const name = worksheet.name;
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.tuple(row, column, content).map(([r, c, after]) => setCell(name, r, c, contentAt(worksheet, r, c), after)),
    fc.tuple(row, fc.array(fc.array(content, { maxLength: 4 }), { minLength: 1, maxLength: 2 })).map(([at, cells]): Edit => ({ kind: "insert-rows", sheet: name, at, cells })),
    fc.tuple(row, fc.integer({ min: 1, max: 2 })).map(([at, count]): Edit => ({ kind: "delete-rows", sheet: name, at, before: rowsOf(worksheet, at, count) })),
    fc.tuple(column, fc.array(fc.array(content, { maxLength: 4 }), { minLength: 1, maxLength: 2 })).map(([at, cells]): Edit => ({ kind: "insert-columns", sheet: name, at, cells })),
    fc.tuple(row, column).map(([top, left]): Edit => ({ kind: "merge", range: { sheet: name, top, left, bottom: top + 1, right: left } })),
  );
  return fc.array(fc.array(edit, { minLength: 1, maxLength: 2 }).map((edits) => ({ title: { zh: "改", en: "edit" }, edits })), { maxLength: 5 });
}

const cellsOf = (workbook: Workbook) => workbook.worksheets.map((worksheet) => ({ cells: contentsOf(worksheet), merges: worksheet.merges }));

test("what is applied can be taken back exactly", () => {
  fc.assert(
    fc.property(
      sheet.chain((cells) => {
        const workbook = makeWorkbook([{ name: "表", cells }]);
        return fc.tuple(fc.constant(workbook), changesFor(workbook));
      }),
      ([workbook, changes]) => {
        const { steps, applied, skipped } = arrange(workbook, changes);
        expect(applied.length + skipped.length).toBe(changes.length);
        const after = applySteps(workbook, steps);
        const inverse = invertSteps(workbook, steps);
        const undo = arrangeUndo(after, { title: { zh: "撤销", en: "undo" }, edits: inverse });
        expect(undo.skipped).toEqual([]);
        expect(cellsOf(applySteps(after, undo.steps))).toEqual(cellsOf(workbook));
      },
    ),
    { numRuns: 300 },
  );
});

test("the snapshot stays as it was", () => {
  const workbook = makeWorkbook([{ name: "表", cells: [["甲", 1], ["乙", 2]], merges: ["A1:A2"] }]);
  const before = JSON.stringify(cellsOf(workbook));
  applySteps(workbook, [setCell("表", 0, 1, 1, 9), { kind: "delete-rows", sheet: "表", at: 1, before: [["乙", 2]] }, { kind: "insert-columns", sheet: "表", at: 0, cells: [["新"]] }]);
  expect(JSON.stringify(cellsOf(workbook))).toBe(before);
});

test("a merged area shrinks with the rows that go and grows with those that come", () => {
  const workbook = makeWorkbook([{ name: "表", cells: [["甲"], [], [], []], merges: ["A1:A4"] }]);
  const less = applySteps(workbook, [{ kind: "delete-rows", sheet: "表", at: 1, before: [[]] }]);
  expect(less.worksheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 2, right: 0 }]);
  const more = applySteps(less, [{ kind: "insert-rows", sheet: "表", at: 1, cells: [[], []] }]);
  expect(more.worksheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 4, right: 0 }]);
});
