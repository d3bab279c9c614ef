import { setCell, type Edit } from "../../src/core/edit";
import { changesOf } from "../../src/ui/own-changes";

const set = setCell("清单", 2, 1, null, "市水利局");
const insert: Edit = { kind: "insert-rows", sheet: "清单", at: 3, cells: [["新任务"]] };
const keep: Edit = { kind: "keep-text", key: "flags", before: null, after: "{}" };
const filter: Edit = { kind: "set-filter", sheet: "附表", before: null, after: { top: 0, left: 0, bottom: 3, right: 2 } };
const add: Edit = { kind: "add-sheet", sheet: "单位名录", cells: [["市水利局"]] };

test.each<readonly [string, readonly Edit[], unknown]>([
  ["cells are told one by one", [set], [{ sheet: "清单", ranges: [{ sheet: "清单", top: 2, left: 1, bottom: 2, right: 1 }] }]],
  ["rows by their worksheet", [insert], [{ sheet: "清单" }]],
  ["cells beside rows by their worksheet too, each worksheet once", [set, insert, filter, set], [{ sheet: "清单" }, { sheet: "附表" }]],
  ["a text that is kept goes with a worksheet", [filter, keep], [{ sheet: "附表" }]],
  ["alone it is the workbook's", [keep], [{}]],
  ["worksheets that come are the workbook's", [filter, add], [{}]],
  ["nothing at all is nothing", [], []],
])("what was written from here: %s", (_, edits, expected) => {
  expect(changesOf({ id: "1", applied: [{ title: { zh: "试改", en: "try" }, edits }], skipped: [], inverse: [], altered: [] })).toEqual(expected);
});
