import { setCell, type Change, type Edit } from "../../src/core/edit";
import type { DefinedName, ListObject, Workbook } from "../../src/core/workbook";
import type { HostUnderTest } from "./host-contract";
import { contentsOf, makeWorkbook } from "./make-workbook";

const names: readonly DefinedName[] = [
  { name: "参保人数", formula: "=指标!$B$3:$B$5" },
  { name: "换算系数", formula: "=10000" },
  { name: "本表合计", sheet: "指标", formula: "=SUM(指标!$C$3:$C$5)" },
];
const list: ListObject = { name: "就诊表", range: { sheet: "指标", top: 1, left: 0, bottom: 5, right: 2 }, columnNames: ["区县", "参保人数\n（人）", "就诊人次"], hasHeaderRow: true, hasTotalRow: true };
const bare: ListObject = { name: "单位表", range: { sheet: "名录", top: 0, left: 0, bottom: 1, right: 0 }, columnNames: ["列1"], hasHeaderRow: false, hasTotalRow: false };

const workbook: Workbook = {
  ...makeWorkbook([
    { name: "指标", cells: [["云溪市就诊情况"], ["区县", "参保人数\n（人）", "就诊人次"], ["东岭县", 1200, 300], ["西塘县", 800, 260], ["北湾县", 900, 310], ["合计", 2900, 870]] },
    { name: "名录", cells: [["市医保局"], ["市卫健委"]] },
  ]),
  names,
  listObjects: [list, bare],
};

const change = (...edits: Edit[]): Change => ({ title: { zh: "试改", en: "try" }, edits });
const sorted = ({ names: found, listObjects }: Workbook): unknown => ({ names: [...(found ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1)), listObjects: [...(listObjects ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1)) });

/** What every host promises of names and list objects. */
export function describeNamedPlaces({ open }: HostUnderTest): void {
  describe("names and list objects", () => {
    test("are read", async () => {
      expect(sorted(await (await open(workbook)).read())).toEqual(sorted(workbook));
    });

    test("are empty, not unknown, where there are none", async () => {
      expect(await (await open({ ...makeWorkbook([{ name: "表", cells: [["甲"]] }]), names: [], listObjects: [] })).read()).toMatchObject({ names: [], listObjects: [] });
    });

    test.each<readonly [string, Edit, readonly [string, string], Partial<ListObject>]>([
      ["rows that come in above", { kind: "insert-rows", sheet: "指标", at: 0, cells: [["说明"], []] }, ["=指标!$B$5:$B$7", "=SUM(指标!$C$5:$C$7)"], { range: { sheet: "指标", top: 3, left: 0, bottom: 7, right: 2 } }],
      ["a row that comes in inside", { kind: "insert-rows", sheet: "指标", at: 3, cells: [["南屏县", 500, 90]] }, ["=指标!$B$3:$B$6", "=SUM(指标!$C$3:$C$6)"], { range: { sheet: "指标", top: 1, left: 0, bottom: 6, right: 2 } }],
      ["a row that goes from inside", { kind: "delete-rows", sheet: "指标", at: 3, before: [["西塘县", 800, 260]] }, ["=指标!$B$3:$B$4", "=SUM(指标!$C$3:$C$4)"], { range: { sheet: "指标", top: 1, left: 0, bottom: 4, right: 2 } }],
      ["a column that comes in on the left", { kind: "insert-columns", sheet: "指标", at: 0, cells: [[]] }, ["=指标!$C$3:$C$5", "=SUM(指标!$D$3:$D$5)"], { range: { sheet: "指标", top: 1, left: 1, bottom: 5, right: 3 } }],
      ["a row on another sheet", { kind: "insert-rows", sheet: "名录", at: 2, cells: [["市统计局"]] }, ["=指标!$B$3:$B$5", "=SUM(指标!$C$3:$C$5)"], {}],
    ])("follow %s, and come back", async (_, edit, [wide, local], moved) => {
      const host = await open(workbook);
      const before = await host.read();
      const receipt = await host.apply([change(edit)]);
      expect(receipt.skipped).toEqual([]);
      const after = { ...workbook, names: names.map((name) => ({ ...name, formula: name.name === "参保人数" ? wide : name.name === "本表合计" ? local : name.formula })), listObjects: [{ ...list, ...moved }, bare] };
      expect(sorted(await host.read())).toEqual(sorted(after));
      expect((await host.undo(receipt)).skipped).toEqual([]);
      const undone = await host.read();
      expect(sorted(undone)).toEqual(sorted(workbook));
      expect(undone.worksheets.map(contentsOf)).toEqual(before.worksheets.map(contentsOf));
    });

    test("stay where cells are only written", async () => {
      const host = await open(workbook);
      await host.apply([change(setCell("指标", 2, 1, 1200, 1250))]);
      expect(sorted(await host.read())).toEqual(sorted(workbook));
    });

    test("of a worksheet go with it", async () => {
      const host = await open(workbook);
      const receipt = await host.apply([change({ kind: "delete-sheet", sheet: "名录", before: [["市医保局"], ["市卫健委"]] })]);
      expect(receipt.skipped).toEqual([]);
      expect(sorted(await host.read())).toEqual(sorted({ ...workbook, listObjects: [list] }));
    });
  });
}
