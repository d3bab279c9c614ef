import fc from "fast-check";
import { setCell, type Change, type Edit } from "../../src/core/edit";
import { contentAt, type CellContent, type Workbook, type Worksheet } from "../../src/core/workbook";
import { createMemoryHost } from "../../src/host/memory-host";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { mergeReplies, type Reply } from "../../src/merge/merge-replies";
import { contentsOf, makeWorkbook } from "../support/make-workbook";
import { workbookFile } from "../support/workbook-file";
import { options } from "./lists";

const unitCount = 40;
const perUnit = 3;
const header = ["序号", "重点任务", "牵头部门", "责任部门", "完成时限", "进展情况", "完成状态", "备注"];
const first = 2;
const fillColumns = [5, 6, 7];
const work = ["新建", "改建", "扩建", "拆除"];
const places = ["泵站", "农贸市场", "停车场"];
const unitName = (unit: number): string => `第${unit + 1}管理处`;

type Row = { readonly lead: number; readonly joined: number };

/** Tasks that look much alike; some say already how they stand, and one column is computed. */
function masterOf(rows: readonly Row[]): Workbook {
  const lines = rows.map(({ lead, joined }, index): CellContent[] => {
    const status = index % 5 === 0 ? "推进中" : null;
    return [index + 1, `第${Math.floor(index / 12) + 1}片区${work[index % 4] ?? ""}${places[index % 3] ?? ""}`, unitName(lead), unitName(joined), `2026年${(index % 12) + 1}月底前`, index % 7 === 0 ? "已立项" : null, status, null];
  });
  return makeWorkbook([{ name: "责任分工", cells: [["云溪市片区改造任务分解表"], header, ...lines, ["合计", { formula: `=COUNTA(B3:B${rows.length + 2})` }, null, null, null, { formula: `=COUNTA(F3:F${rows.length + 2})` }]], merges: ["A1:H1"] }]);
}

/** What somebody does to the file that a unit was sent. */
type Deed = { readonly unit: number; readonly row: number; readonly column: number; readonly value: string };
type Story = { readonly rows: readonly Row[]; readonly deeds: readonly Deed[]; /** Units that send two files, their deeds shared out. */ readonly twice: readonly number[]; readonly sorted: readonly number[]; readonly renumbered: readonly number[]; readonly order: readonly number[] };

const unit = fc.nat(unitCount - 1);
const story: fc.Arbitrary<Story> = fc.record({
  rows: fc.array(fc.nat(unitCount - 1), { minLength: unitCount * perUnit, maxLength: unitCount * perUnit }).map((others) => others.map((joined, index) => ({ lead: index % unitCount, joined: joined === index % unitCount ? (joined + 1) % unitCount : joined }))),
  deeds: fc.array(fc.record({ unit, row: fc.nat(7), column: fc.constantFrom(...fillColumns), value: fc.constantFrom("", "已完成", "推进中", "=未开工", "完成60%") }), { minLength: 60, maxLength: 140 }),
  twice: fc.uniqueArray(unit, { maxLength: 8 }),
  sorted: fc.uniqueArray(unit, { maxLength: 12 }),
  renumbered: fc.uniqueArray(unit, { maxLength: 12 }),
  order: fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
});

/** The rows that a unit is sent: those it leads or takes part in, by their place among all. */
function rowsOf({ rows }: Story, of: number): number[] {
  return rows.flatMap(({ lead, joined }, index) => (lead === of || joined === of ? [index] : []));
}

type Written = { readonly row: number; readonly column: number; readonly after: CellContent };
type File = { readonly name: string; readonly unit: number; readonly written: readonly Written[] };

/** What each file holds in the end; of two deeds on one cell of one file the later one. */
function filesOf(all: Story): File[] {
  return Array.from({ length: unitCount }, (_, of) => {
    const own = rowsOf(all, of);
    const deeds = all.deeds.filter((deed) => deed.unit === of);
    const parts = all.twice.includes(of) ? [deeds.filter((__, index) => index % 2 === 0), deeds.filter((__, index) => index % 2 === 1)] : [deeds];
    return parts.map((part, number): File => {
      const cells = new Map<string, Written>();
      for (const { row, column, value } of part) {
        const place = own[row % own.length] ?? 0;
        cells.set(`${place},${column}`, { row: place, column, after: value === "" ? null : value });
      }
      return { name: `${unitName(of)}${number === 0 ? "" : "（补报）"}.xlsx`, unit: of, written: [...cells.values()] };
    });
  }).flat();
}

/** The file as the unit sends it back: the others' rows deleted, its cells filled in, its rows sorted or counted anew. */
function editsOf(all: Story, { unit: of, written }: File, [worksheet]: readonly Worksheet[]): Edit[][] {
  if (worksheet === undefined) throw new Error("no worksheet");
  const own = rowsOf(all, of);
  const sheet = worksheet.name;
  const line = (index: number): CellContent[] => header.map((_, column) => contentAt(worksheet, index + first, column));
  const gaps = [-1, ...own].map((before, index) => ({ from: before + 1, to: own[index] ?? all.rows.length }));
  const deletes = gaps.flatMap(({ from, to }): Edit[] => (to > from ? [{ kind: "delete-rows", sheet, at: from + first, before: Array.from({ length: to - from }, (_, index) => line(from + index)) }] : []));
  const contents = own.map((index) => header.map((__, column): CellContent => {
    const deed = written.find((each) => each.row === index && each.column === column);
    return deed === undefined ? contentAt(worksheet, index + first, column) : deed.after;
  }));
  const lines = all.sorted.includes(of) ? [...contents].reverse() : contents;
  const after = all.renumbered.includes(of) ? lines.map((cells, index): CellContent[] => [index + 1, ...cells.slice(1)]) : lines;
  const sets = after.flatMap((cells, index) => cells.flatMap((content, column): Edit[] => (content === (contentAt(worksheet, (own[index] ?? 0) + first, column)) ? [] : [setCell(sheet, index + first, column, contentAt(worksheet, (own[index] ?? 0) + first, column), content)])));
  return [deletes, sets];
}

const title = { zh: "改", en: "edit" };

async function repliesOf(all: Story, master: Workbook, open: (workbook: Workbook) => Promise<{ apply(changes: readonly Change[]): Promise<{ skipped: readonly unknown[] }>; finish(): Promise<Workbook> }>): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const file of filesOf(all)) {
    const host = await open(master);
    for (const edits of editsOf(all, file, master.worksheets)) {
      if (edits.length > 0 && (await host.apply([{ title, edits }])).skipped.length > 0) throw new Error("the unit's edits were not made");
    }
    replies.push({ file: file.name, workbook: await host.finish() });
  }
  return all.order.reduce<Reply[]>((shuffled, at, index) => {
    const reply = replies[index];
    if (reply !== undefined) shuffled.splice(at % (shuffled.length + 1), 0, reply);
    return shuffled;
  }, []);
}

/** What applying the edits directly comes to, cell by cell, and where files differ. */
function expected(all: Story, [worksheet]: readonly Worksheet[]): { cells: Map<string, CellContent>; conflicts: string[] } {
  if (worksheet === undefined) throw new Error("no worksheet");
  const said = new Map<string, Set<CellContent>>();
  for (const { written } of filesOf(all)) {
    for (const { row, column, after } of written) {
      if (after === contentAt(worksheet, row + first, column)) continue;
      const key = `${row + first},${column}`;
      said.set(key, (said.get(key) ?? new Set()).add(after));
    }
  }
  return { cells: new Map([...said].flatMap(([key, values]) => (values.size === 1 ? [[key, [...values][0] ?? null] as const] : []))), conflicts: [...said].filter(([, values]) => values.size > 1).map(([key]) => key).sort() };
}

async function holds(all: Story, replies: readonly Reply[], master: Workbook): Promise<void> {
  const merge = mergeReplies({ master, replies, ...options });
  const { cells, conflicts } = expected(all, master.worksheets);
  expect(merge.conflicts.map(({ row, column }) => `${row},${column}`).sort()).toEqual(conflicts);
  expect([merge.proposals, merge.reworded, merge.missing, merge.added, merge.unplaced, merge.strangers]).toEqual([[], [], [], [], [], []]);
  const host = createMemoryHost(master);
  const receipt = await host.apply(merge.changes);
  expect(receipt.skipped).toEqual([]);
  const direct = createMemoryHost(master);
  const edits = [...cells].map(([key, after]): Edit => {
    const [row = 0, column = 0] = key.split(",").map(Number);
    const worksheet = master.worksheets[0];
    return setCell("责任分工", row, column, worksheet === undefined ? null : contentAt(worksheet, row, column), after);
  });
  await direct.apply([{ title, edits }]);
  expect((await host.read()).worksheets.map(contentsOf)).toEqual((await direct.read()).worksheets.map(contentsOf));
}

test("split into forty files, edited at random and merged in random order: as if edited directly, every conflict told once", async () => {
  let conflicts = 0;
  await fc.assert(
    fc.asyncProperty(story, async (all) => {
      const master = masterOf(all.rows);
      const replies = await repliesOf(all, master, async (workbook) => {
        const host = createMemoryHost(workbook);
        return { apply: (changes) => host.apply(changes), finish: () => host.read() };
      });
      conflicts += expected(all, master.worksheets).conflicts.length;
      await holds(all, replies, master);
    }),
    { numRuns: 15, endOnFailure: true },
  );
  expect(conflicts).toBeGreaterThan(15);
}, 120_000);

test("the same through real .xlsx files", async () => {
  await fc.assert(
    fc.asyncProperty(story, async (all) => {
      const master = await (await createXlsxHost(workbookFile(masterOf(all.rows)))).read();
      const replies = await repliesOf(all, master, async () => {
        const host = await createXlsxHost(workbookFile(masterOf(all.rows)));
        return { apply: (changes) => host.apply(changes), finish: async () => (await createXlsxHost(await host.save())).read() };
      });
      await holds(all, replies, master);
    }),
    { numRuns: 1, endOnFailure: true },
  );
}, 120_000);

test("the order of the files makes no difference", async () => {
  await fc.assert(
    fc.asyncProperty(story, async (all) => {
      const master = masterOf(all.rows);
      const replies = await repliesOf(all, master, async (workbook) => {
        const host = createMemoryHost(workbook);
        return { apply: (changes) => host.apply(changes), finish: () => host.read() };
      });
      expect(mergeReplies({ master, replies: [...replies].reverse(), ...options })).toEqual(mergeReplies({ master, replies, ...options }));
    }),
    { numRuns: 5, endOnFailure: true },
  );
}, 60_000);
