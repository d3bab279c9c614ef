import { applySteps, arrangeUndo, invertSteps } from "../../src/core/apply-steps";
import { arrange } from "../../src/core/arrange";
import type { AddSheet, Edit } from "../../src/core/edit";
import { mergeInTheWay, mergesOf, type SheetLayout } from "../../src/core/sheet-layout";
import { parseAddress } from "../../src/core/address";
import type { Rectangle } from "../../src/core/workbook";
import { contentsOf, makeWorkbook } from "../support/make-workbook";

const area = (address: string): Rectangle => parseAddress(address) ?? { top: 0, left: 0, bottom: 0, right: 0 };
const merged = (...addresses: string[]): SheetLayout => ({ widths: [], looks: [], merges: addresses.map(area) });

const cells = [["停车整治任务表"], ["类别", "任务"], ["路内", "划定夜间泊位"], [null, "公布收费标准"], ["路外", null, "另行安排"]];

test.each<readonly [string, readonly string[], string | undefined]>([
  ["a title and a category", ["A1:C1", "A3:A4"], undefined],
  ["a single cell, and one behind the contents", ["B2", "A6:C8"], undefined],
  ["contents to the right", ["A1:C1", "A2:B2"], "A2:B2"],
  ["contents below, behind a hole", ["A3:A5"], "A3:A5"],
  ["contents in a later column of a shorter line", ["B5:C5"], "B5:C5"],
  ["an area that covers the first cell of another", ["A1:C1", "C1:D1"], "C1:D1"],
  ["the same area twice", ["A3:A4", "A3:A4"], "A3:A4"],
])("merged areas of a layout: %s", (_, addresses, inTheWay) => {
  expect(mergeInTheWay(merged(...addresses), cells)).toEqual(inTheWay === undefined ? undefined : area(inTheWay));
});

test("one cell is no merged area", () => {
  expect(mergesOf(merged("B2", "A1:B1"))).toEqual([area("A1:B1")]);
  expect(mergesOf(undefined)).toEqual([]);
});

const add = (layout: SheetLayout): AddSheet => ({ kind: "add-sheet", sheet: "任务表", cells, layout });
const before = makeWorkbook([{ name: "名录", cells: [["单位"], ["市城管局"]] }]);

test("undo and redo bring the layout along, also where a merged area reaches beyond the contents", () => {
  const steps: Edit[] = [add(merged("A1:C1", "A3:A4", "B7:C9"))];
  const after = applySteps(before, steps);
  expect(after.worksheets[1]).toMatchObject({ rowCount: 9, merges: [area("A1:C1"), area("A3:A4"), area("B7:C9")] });
  const undo = arrangeUndo(after, { title: { zh: "撤销", en: "undo" }, edits: invertSteps(before, steps) });
  expect(undo.skipped).toEqual([]);
  const undone = applySteps(after, undo.steps);
  expect(undone.worksheets).toEqual(before.worksheets);
  const redo = arrangeUndo(undone, { title: { zh: "重做", en: "redo" }, edits: invertSteps(after, undo.steps) });
  expect(redo.skipped).toEqual([]);
  expect(redo.steps[0]).toMatchObject({ kind: "add-sheet", layout: steps[0]?.kind === "add-sheet" ? steps[0].layout : undefined });
  const redone = applySteps(undone, redo.steps).worksheets[1];
  expect(redone && contentsOf(redone)).toEqual(after.worksheets[1] && contentsOf(after.worksheets[1]));
  expect(redone?.merges).toEqual(after.worksheets[1]?.merges);
});

describe("a list", () => {
  const from = (sheet: string): AddSheet => add({ ...merged(), lists: [{ range: area("B3:B5"), source: { sheet, ...area("A2:A9") } }] });
  const roster: Edit = { kind: "add-sheet", sheet: "新名录", cells: [["单位"]] };
  const reasons = (...edits: Edit[]) => arrange(before, [{ title: { zh: "添表", en: "add" }, edits }]).skipped.map(({ reason }) => reason);

  test.each<readonly [string, readonly Edit[], readonly string[]]>([
    ["a worksheet that is there", [from("名录")], []],
    ["its own worksheet", [from("任务表")], []],
    ["one that comes with it, before or behind", [from("新名录"), roster], []],
    ["one that is not there", [from("新名录")], ["missing-sheet"]],
    ["one that goes with the same change", [from("名录"), { kind: "delete-sheet", sheet: "名录", before: [["单位"], ["市城管局"]] }], ["missing-sheet"]],
  ])("may be from %s", (_, edits, expected) => {
    expect(reasons(...edits)).toEqual(expected);
  });
});

test.each<readonly [string, readonly (readonly string[])[], readonly string[]]>([
  ["an empty worksheet holds nothing", [], []],
  ["one with something in it is not deleted as empty", [["甲"]], ["stale"]],
])("%s", (_, rows, expected) => {
  const { skipped } = arrange(makeWorkbook([{ name: "表", cells: rows }]), [{ title: { zh: "删表", en: "delete" }, edits: [{ kind: "delete-sheet", sheet: "表", before: [] }] }]);
  expect(skipped.map(({ reason }) => reason)).toEqual(expected);
});
