import { setCell, type Change, type Edit, type KeepText, type SetConditionalFormats, type SetFilter, type SetList, type SetNote } from "../../src/core/edit";
import { marksOf, sortedFormats, type Marks, type OwnFormat } from "../../src/core/marks";
import { findWorksheet, type Workbook } from "../../src/core/workbook";
import type { Host } from "../../src/host/host";
import type { HostUnderTest } from "./host-contract";
import { contentsOf, makeWorkbook } from "./make-workbook";

const sheet = "责任分工";
const workbook: Workbook = makeWorkbook([
  {
    name: sheet,
    cells: [
      ["云溪市智慧停车重点任务"],
      ["序号", "重点任务", "牵头部门", "完成时限"],
      [1, "建成停车信息平台", "市城管局", "2026年6月底前"],
      [2, "划定夜间泊位", null, "持续推进"],
      [3, "公布收费标准", "市发展改革委", "2026年3月底前"],
    ],
  },
  { name: "单位名录", cells: [["标准名称"], ["市城管局"], ["市发展改革委"]] },
]);

const overdue: OwnFormat = { id: "期限", range: { top: 2, left: 0, bottom: 4, right: 3 }, formula: '=AND($D3<>"",$E3<TODAY())', look: "overdue", lights: "green-yellow-red" };
const soon: OwnFormat = { id: '临期"30"天/甲', range: { top: 2, left: 3, bottom: 4, right: 3 }, formula: "=AND($E3>=TODAY(),$E3<=TODAY()+30)", look: "due-soon", lights: "blue-yellow-red" };
const filtered = { top: 1, left: 0, bottom: 4, right: 3 };
const units = { sheet: "单位名录", top: 1, left: 0, bottom: 2, right: 0 };
const leads = { sheet, top: 2, left: 2, bottom: 4, right: 2 };

const keep: KeepText = { kind: "keep-text", key: "设置", before: null, after: '{"asOf":"2026-03-01","名":"<甲>&乙\\r\\n"}\r\n第二行 ]]>' };
const formats: SetConditionalFormats = { kind: "set-conditional-formats", sheet, before: [], after: [overdue, soon] };
const filter: SetFilter = { kind: "set-filter", sheet, before: null, after: filtered };
const note: SetNote = { kind: "set-note", sheet, row: 3, column: 2, before: null, after: "没有牵头单位\n请填写 <一个> & 只填一个" };
const list: SetList = { kind: "set-list", range: leads, before: null, after: units };

async function marks(host: Host, name = sheet): Promise<Marks> {
  const worksheet = findWorksheet(await host.read(), name);
  if (worksheet === undefined) throw new Error(`no worksheet ${name}`);
  const found = marksOf(worksheet);
  return { ...found, ...(found.ownFormats && { ownFormats: sortedFormats(found.ownFormats) }) };
}

const all: Marks = {
  filter: filtered,
  ownFormats: sortedFormats([overdue, soon]),
  notes: [{ row: 3, column: 2, text: "没有牵头单位\n请填写 <一个> & 只填一个", isOwn: true }],
  validations: [{ range: { top: 2, left: 2, bottom: 4, right: 2 }, source: units }],
};

/** What every host promises of what lies on cells and of texts that are kept. */
export function describeMarks({ open, knowsLists = true, hasNotes = true }: HostUnderTest): void {
  const change = (...edits: Edit[]): Change => ({ title: { zh: "试改", en: "try" }, edits: hasNotes ? edits : edits.filter(({ kind }) => kind !== "set-note") });
  const withNotes = hasNotes ? test : test.skip;
  // a host that does not tell of conditions before it is asked about their places still keeps them
  const seen = (expected: Marks): Marks => {
    const { validations, notes, ...rest } = expected;
    return { ...rest, ...(hasNotes && notes && { notes }), ...(knowsLists && validations && { validations }) };
  };

  describe("marks", () => {
    test("are made together, read again and taken back", async () => {
      const host = await open(workbook);
      const receipt = await host.apply([change(keep, formats, filter, note, list)]);
      expect(receipt).toMatchObject({ skipped: [], altered: [] });
      expect(await marks(host)).toEqual(seen(all));
      const read = await host.read();
      expect([...(read.kept ?? [])]).toEqual([["设置", keep.after]]);
      expect(read.worksheets.map(contentsOf)).toEqual(workbook.worksheets.map(contentsOf));
      expect((await host.undo(receipt)).skipped).toEqual([]);
      expect(await marks(host)).toEqual({});
      expect([...((await host.read()).kept ?? [])]).toEqual([]);
    });

    test("are undone and made again", async () => {
      const host = await open(workbook);
      const undone = await host.undo(await host.apply([change(keep, formats, filter, note, list)]));
      expect((await host.undo(undone)).skipped).toEqual([]);
      expect(await marks(host)).toEqual(seen(all));
    });

    test("are changed into others", async () => {
      const host = await open(workbook);
      await host.apply([change(keep, formats, filter, note, list)]);
      const receipt = await host.apply([
        change(
          { kind: "keep-text", key: "说明", before: null, after: "" },
          { kind: "set-conditional-formats", sheet, before: [soon, overdue], after: [{ ...overdue, lights: "blue-yellow-red" }] },
          { kind: "set-filter", sheet, before: filtered, after: { ...filtered, bottom: 3 } },
          { kind: "set-note", sheet, row: 3, column: 2, before: "没有牵头单位\n请填写 <一个> & 只填一个", after: "改过" },
          { kind: "set-note", sheet, row: 2, column: 0, before: null, after: "另一条" },
          { kind: "set-list", range: leads, before: units, after: { ...units, bottom: 1 } },
        ),
      ]);
      expect(receipt.skipped).toEqual([]);
      expect(await marks(host)).toEqual(
        seen({
          filter: { ...filtered, bottom: 3 },
          ownFormats: [{ ...overdue, lights: "blue-yellow-red" }],
          notes: [
            { row: 2, column: 0, text: "另一条", isOwn: true },
            { row: 3, column: 2, text: "改过", isOwn: true },
          ],
          validations: [{ range: { top: 2, left: 2, bottom: 4, right: 2 }, source: { ...units, bottom: 1 } }],
        }),
      );
      expect([...((await host.read()).kept ?? [])].sort()).toEqual([["设置", keep.after], ["说明", ""]]);
      await host.undo(receipt);
      expect(await marks(host)).toEqual(seen(all));
    });

    test.each<readonly [string, Edit]>([
      ["a kept text", { ...keep, after: "别的" }],
      ["conditional formats", { ...formats, after: [soon] }],
      ...(hasNotes ? [["a note", { ...note, after: "别的" }] as const] : []),
    ])("that are there already make %s stale", async (_, edit) => {
      const host = await open(workbook);
      await host.apply([change(keep, formats, filter, note, list)]);
      expect(await host.apply([change(edit)])).toMatchObject({ applied: [], skipped: [{ reason: "stale" }] });
      expect(await marks(host)).toEqual(seen(all));
    });

    test("never replace a filter or a condition that is there", async () => {
      const host = await open(workbook);
      await host.apply([change(filter, list)]);
      expect(await host.apply([change({ ...filter, after: { ...filtered, top: 2 } }), change({ ...list, range: { ...leads, top: 4, bottom: 9 } })])).toMatchObject({ applied: [], skipped: [{ reason: "not-ours" }, { reason: "not-ours" }] });
      expect(await marks(host)).toEqual(seen({ filter: filtered, ...(all.validations && { validations: all.validations }) }));
    });

    test("do not filter inside an Excel table", async () => {
      const host = await open({ ...workbook, names: [], listObjects: [{ name: "任务表", range: { sheet, ...filtered }, columnNames: ["序号", "重点任务", "牵头部门", "完成时限"], hasHeaderRow: true, hasTotalRow: false }] });
      expect(await host.apply([change(filter)])).toMatchObject({ applied: [], skipped: [{ reason: "not-ours" }] });
    });

    test("skip a list from a worksheet that is not there", async () => {
      const host = await open(workbook);
      expect(await host.apply([change({ ...list, after: { ...units, sheet: "没有的表" } })])).toMatchObject({ applied: [], skipped: [{ reason: "missing-sheet" }] });
    });

    test(hasNotes ? "write notes" : "skip a note where the host has none", async () => {
      const host = await open(workbook);
      const receipt = await host.apply([{ title: { zh: "批注", en: "note" }, edits: [note] }]);
      expect(receipt.skipped.map(({ reason }) => reason)).toEqual(hasNotes ? [] : ["unsupported"]);
    });

    test("lie on a column that their own change brings in, and go with it", async () => {
      const host = await open(workbook);
      const wide = { ...overdue, range: { ...overdue.range, right: 4 }, formula: '=$E3="超期"' };
      const receipt = await host.apply([
        change(
          { kind: "insert-columns", sheet, at: 3, cells: [[null, "状态", { formula: '=IF(E3="","？","●")' }, "■", "▲"]], layout: [{ width: 10, formats: [{ first: 0, last: 4, format: "General" }] }] },
          { kind: "set-conditional-formats", sheet, before: [], after: [wide] },
          { kind: "set-filter", sheet, before: null, after: { ...filtered, right: 4 } },
          { kind: "set-note", sheet, row: 2, column: 3, before: null, after: "新列上的批注" },
        ),
      ]);
      expect(receipt.skipped).toEqual([]);
      expect(await marks(host)).toEqual(seen({ filter: { ...filtered, right: 4 }, ownFormats: [wide], notes: [{ row: 2, column: 3, text: "新列上的批注", isOwn: true }] }));
      expect((await host.undo(receipt)).skipped).toEqual([]);
      expect(await marks(host)).toEqual({});
      expect((await host.read()).worksheets.map(contentsOf)).toEqual(workbook.worksheets.map(contentsOf));
    });

    test.each<readonly [string, Edit, number, number]>([
      ["rows that come in above", { kind: "insert-rows", sheet, at: 1, cells: [["说明"], []] }, 2, 0],
      ["a column that comes in on the left", { kind: "insert-columns", sheet, at: 0, cells: [[]] }, 0, 1],
    ])("move with their cells: %s", async (_, edit, down, right) => {
      const host = await open(workbook);
      await host.apply([change(formats, filter, note, list)]);
      const receipt = await host.apply([change(edit)]);
      expect(receipt.skipped).toEqual([]);
      const found = await marks(host);
      expect(found.filter).toEqual({ top: 1 + down, left: right, bottom: 4 + down, right: 3 + right });
      if (hasNotes) expect(found.notes).toMatchObject([{ row: 3 + down, column: 2 + right, isOwn: true }]);
      expect(found.ownFormats?.map(({ range }) => range.top)).toEqual([2 + down, 2 + down]);
      expect(found.ownFormats?.map(({ formula }) => formula)).toContain(right === 0 ? "=AND($E5>=TODAY(),$E5<=TODAY()+30)" : "=AND($F3>=TODAY(),$F3<=TODAY()+30)");
      expect((await host.undo(receipt)).skipped).toEqual([]);
      expect(await marks(host)).toEqual(seen(all));
    });

    withNotes("come back with a row that went and took a note along", async () => {
      const host = await open(workbook);
      await host.apply([change(note)]);
      const receipt = await host.apply([change({ kind: "delete-rows", sheet, at: 3, before: [[2, "划定夜间泊位", null, "持续推进"]] })]);
      expect((await marks(host)).notes).toBeUndefined();
      expect((await host.undo(receipt)).skipped).toEqual([]);
      expect((await marks(host)).notes).toEqual(all.notes);
    });

    withNotes("of two changes to one place the second is left out; so is one that would shift them", async () => {
      const host = await open(workbook);
      const receipt = await host.apply([change(note, keep), change({ ...note, after: "别的" }), change(keep), change({ kind: "insert-rows", sheet, at: 0, cells: [[]] }), change(setCell(sheet, 3, 2, null, "市公安局"))]);
      expect(receipt.skipped.map(({ reason }) => reason)).toEqual(["conflict", "conflict", "conflict"]);
      expect(receipt.applied).toHaveLength(2);
    });

    withNotes("are undone where nobody changed them since, and kept where somebody did", async () => {
      const host = await open(workbook);
      const first = await host.apply([change(keep, note, filter)]);
      await host.apply([change({ kind: "set-note", sheet, row: 3, column: 2, before: "没有牵头单位\n请填写 <一个> & 只填一个", after: "改过" })]);
      expect((await host.undo(first)).skipped).toMatchObject([{ reason: "stale", at: { sheet, top: 3, left: 2 } }]);
      expect(await marks(host)).toEqual({ notes: [{ row: 3, column: 2, text: "改过", isOwn: true }] });
    });

    test("new columns are hidden and formatted as asked", async () => {
      const host = await open(workbook);
      const receipt = await host.apply([change({ kind: "insert-columns", sheet, at: 4, cells: [[null, "剩余天数", 12], [null, "时限", 46022]], layout: [{ width: 10 }, { isHidden: true, formats: [{ first: 2, last: 4, format: "yyyy-mm-dd" }] }] })]);
      const found = findWorksheet(await host.read(), sheet);
      expect(found?.hiddenColumns).toEqual([{ first: 5, last: 5 }]);
      expect(found?.columns[5]?.formats).toEqual([expect.objectContaining({ first: 2, format: "yyyy-mm-dd" })]);
      expect((await host.undo(receipt)).skipped).toEqual([]);
      expect(findWorksheet(await host.read(), sheet)?.hiddenColumns).toEqual([]);
    });
  });
}
