import { compareWorkbooks } from "../../src/core/reread";
import { setCell, type Edit } from "../../src/core/edit";
import { cellRange, findWorksheet, type Range } from "../../src/core/workbook";
import type { HostUnderTest } from "./host-contract";
import { makeWorkbook } from "./make-workbook";

const list = [
  ["序号", "重点任务", "牵头部门", "完成时限"],
  [1, "建成停车信息平台", "市城管局", "2026年6月底前"],
  [2, "划定夜间泊位", null, "持续推进"],
  [3, "公布收费标准", "市发展改革委", "2026年3月底前"],
];

const place = (row: number, column: number): Range => cellRange("责任分工", row, column);

/** Reading again what has changed is reading everything, and less of it. */
export function describeReadingAgain({ open }: HostUnderTest): void {
  const opened = () => open(makeWorkbook([{ name: "责任分工", cells: list }, { name: "附表", cells: [["甲", 1], ["乙", 2]] }]));
  const set = (row: number, column: number, before: Parameters<typeof setCell>[3], after: Parameters<typeof setCell>[4]): Edit => setCell("责任分工", row, column, before, after);

  describe("read again", () => {
    test.each<[string, Edit[], Range[], Range[]]>([
      ["a cell filled in", [set(2, 2, null, "市公安局")], [place(2, 2)], [place(2, 2)]],
      ["a cell cleared at the very end", [set(3, 3, "2026年3月底前", null)], [place(3, 3)], [place(3, 3)]],
      ["a cell below the last", [set(4, 1, null, "建立台账")], [place(4, 1)], [place(4, 1)]],
      ["several, of which one is as it was", [set(1, 0, 1, 7), set(1, 2, "市城管局", "市住建局")], [{ sheet: "责任分工", top: 1, left: 0, bottom: 1, right: 2 }], [place(1, 0), place(1, 2)]],
      ["a cell that is as it was", [], [place(1, 1)], []],
    ])("%s", async (_, edits, told, changed) => {
      const host = await opened();
      const before = await host.read();
      if (edits.length > 0) await host.apply([{ title: { zh: "试改", en: "try" }, edits }]);
      const again = await host.readAgain(before, [{ sheet: "责任分工", ranges: told }]);
      expect(again.changed).toEqual(changed);
      expect(compareWorkbooks(again.workbook, await host.read()).changed).toEqual([]);
      expect(findWorksheet(again.workbook, "附表")).toBe(findWorksheet(before, "附表"));
    });

    test("without ranges, everything; what has not changed is the same object", async () => {
      const host = await opened();
      const before = await host.read();
      expect((await host.readAgain(before, [{}])).workbook).toBe(before);
      await host.apply([{ title: { zh: "试改", en: "try" }, edits: [set(2, 2, null, "市公安局")] }]);
      const again = await host.readAgain(before, [{ sheet: "责任分工" }]);
      expect(again.changed).toEqual([place(2, 2)]);
      expect(findWorksheet(again.workbook, "附表")).toBe(findWorksheet(before, "附表"));
    });

    test("what is kept beside the cells is seen", async () => {
      const host = await opened();
      const before = await host.read();
      await host.apply([{ title: { zh: "试改", en: "try" }, edits: [{ kind: "keep-text", key: "ignores", before: null, after: "{}" }] }]);
      expect((await host.readAgain(before, [{}])).workbook.kept?.get("ignores")).toBe("{}");
    });

    test("rows that came are no matter of cells", async () => {
      const host = await opened();
      const before = await host.read();
      await host.apply([{ title: { zh: "试改", en: "try" }, edits: [{ kind: "insert-rows", sheet: "责任分工", at: 2, cells: [[9, "新的任务"]] }] }]);
      const again = await host.readAgain(before, [{ sheet: "责任分工" }]);
      expect(again.changed).toBeUndefined();
      expect(compareWorkbooks(again.workbook, await host.read()).changed).toEqual([]);
    });
  });
}
