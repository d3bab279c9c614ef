import { check } from "../../../src/core/check";
import { setCell, type Change, type Edit, type Receipt } from "../../../src/core/edit";
import type { OwnFormat } from "../../../src/core/marks";
import { defaultSettings } from "../../../src/core/settings";
import type { Workbook } from "../../../src/core/workbook";
import { describeHostError } from "../../../src/host/host-messages";
import type { WorkbookChange } from "../../../src/host/host";
import { keepParts } from "../../../src/keep-parts";
import { rules } from "../../../src/rules";
import { templates } from "../../../src/templates";
import { skipReasons } from "../../../src/ui/strings";
import type { SimulatedExcel } from "../../excel/simulated-excel";
import { laidOutTasks } from "../../support/laid-out";
import { makeWorkbook } from "../../support/make-workbook";
import { excelHostFactory, type ExcelHostUnderTest } from "./excel-host-factory";

const settings = defaultSettings("2026-03-01");
const sheet = "责任分工";
const book = (): Workbook =>
  makeWorkbook([
    {
      name: sheet,
      cells: [
        ["序号", "重点任务", "牵头部门", "责任部门", "完成时限", "完成状态"],
        [1, "疏浚河道", "市水利局", "市财政局、市城管局", "2026年9月底前", "推进中"],
        [2, "加固堤防", null, "市水利局", "2026年2月底前", null],
        [3, "巡查水库", "市水利局", "市应急管理局", "长期坚持", { formula: '=IF(A4>2,"推进中","")' }],
        [4, "清理排水口 ", "市城管局", null, "2026年1月底前", null],
        [null, null, null, null, null, null, "备注"],
      ],
      merges: ["G2:G3"],
    },
    { name: "说明", cells: [["填表说明"]] },
  ]);

/** Everything in the workbook that the host can leave traces in. */
function stateOf(excel: SimulatedExcel): unknown {
  return {
    workbook: excel.dump(),
    kept: [...excel.customXml.values()],
    marks: excel.sheets.map(({ Name, marks, validations, store, charts }) => ({ Name, charts: charts.map((chart) => chart.Name), filter: marks.filter, formats: marks.formats.map(({ area, formula }) => [area, formula]), validations: [...validations], widths: [...store.sizes.column] })),
  };
}

async function checked(host: ExcelHostUnderTest) {
  const workbook = await host.read();
  return { workbook, result: check({ workbook, templates, rules, settings }) };
}

const change = (...edits: Edit[]): Change => ({ title: { zh: "试改", en: "try" }, edits });
const format: OwnFormat = { id: "期限", range: { top: 1, left: 4, bottom: 4, right: 4 }, formula: '=$E2<>""', look: "overdue", lights: "green-yellow-red" };

/** One of every kind of edit. */
const edits: { readonly [K in Edit["kind"]]: Edit } = {
  "set-cell": setCell(sheet, 2, 2, null, "市水利局"),
  "insert-rows": { kind: "insert-rows", sheet, at: 2, cells: [[9, "新任务", "=不是公式"]] },
  "delete-rows": { kind: "delete-rows", sheet, at: 4, before: [[4, "清理排水口 ", "市城管局", null, "2026年1月底前"]] },
  "insert-columns": { kind: "insert-columns", sheet, at: 3, cells: [["配合部门", "市交通运输局"]], layout: [{ width: 20 }] },
  "delete-columns": { kind: "delete-columns", sheet, at: 2, before: [["牵头部门", "市水利局", null, "市水利局", "市城管局"]] },
  merge: { kind: "merge", range: { sheet, top: 4, left: 3, bottom: 5, right: 3 } },
  unmerge: { kind: "unmerge", range: { sheet, top: 1, left: 6, bottom: 2, right: 6 } },
  "add-sheet": laidOutTasks("任务分解表", 10, { lists: [{ range: { top: 2, left: 3, bottom: 11, right: 3 }, source: { sheet, top: 1, left: 2, bottom: 4, right: 2 } }] }),
  "delete-sheet": { kind: "delete-sheet", sheet: "说明", before: [["填表说明"]] },
  "keep-text": { kind: "keep-text", key: "settings", before: null, after: '{"dueSoonDays":15}' },
  "set-conditional-formats": { kind: "set-conditional-formats", sheet, before: [], after: [format] },
  "set-filter": { kind: "set-filter", sheet, before: null, after: { top: 0, left: 0, bottom: 4, right: 5 } },
  "set-note": { kind: "set-note", sheet, row: 2, column: 2, before: null, after: "没有牵头单位" },
  "set-charts": { kind: "set-charts", sheet, before: [], after: [{ id: "各单位", title: "各单位的任务", kind: "column", anchor: { top: 8, left: 0, bottom: 20, right: 5 }, categories: { top: 1, left: 2, bottom: 4, right: 2 }, series: [{ name: "任务", values: { top: 1, left: 0, bottom: 4, right: 0 } }] }] },
  "set-list": { kind: "set-list", range: { sheet, top: 1, left: 2, bottom: 4, right: 2 }, before: null, after: { sheet: "说明", top: 0, left: 0, bottom: 0, right: 0 } },
};

/** What the person is told where a version cannot do it; undefined where it was done whole. */
type Told = string | undefined;

async function tellOf(work: () => Promise<Receipt>): Promise<Told> {
  try {
    const { skipped } = await work();
    return skipped.length === 0 ? undefined : skipped.map(({ reason }) => skipReasons[reason].zh).join("；");
  } catch (error) {
    return describeHostError(error).zh;
  }
}

/** What somebody can do in the pane, and how it is seen that it was done. */
type Operation = { readonly does: (host: ExcelHostUnderTest) => Promise<Receipt>; readonly isDone?: (excel: SimulatedExcel) => boolean };

const byKind = Object.fromEntries(Object.entries(edits).map(([kind, edit]): [string, Operation] => [kind, { does: (host) => host.apply([change(edit)]) }]));

const operations: { readonly [name: string]: Operation } = {
  ...byKind,
  merge: { does: (host) => host.apply([change(edits.merge)]), isDone: (excel) => (excel.findSheet(sheet)?.store.merges.length ?? 0) === 2 },
  "every safe fix": {
    does: async (host) => host.apply((await checked(host)).result.diagnostics.flatMap(({ fixes }) => fixes.filter(({ safe }) => safe).slice(0, 1))),
  },
  "the flags, columns and colours": {
    does: async (host) => {
      const { workbook, result } = await checked(host);
      return host.apply(keepParts.flag(result, workbook, settings));
    },
    isDone: (excel) => (excel.findSheet(sheet)?.marks.formats.length ?? 0) > 0 && excel.findSheet(sheet)?.marks.filter !== undefined,
  },
  "a reason for a finding": {
    does: async (host) => {
      const { workbook, result } = await checked(host);
      const [first] = result.diagnostics;
      const kept = first && keepParts.explain(first, "finding", "已报备", settings.asOf, result, workbook);
      return host.apply(kept === undefined ? [] : [kept]);
    },
    isDone: ({ customXml }) => [...customXml.values()].some((xml) => xml.includes("已报备")),
  },
  "a roster of units": {
    does: async (host) => {
      const { workbook, result } = await checked(host);
      return host.apply(keepParts.makeRoster(result, workbook, settings));
    },
    isDone: (excel) => excel.sheets.length === 3,
  },
  dropdowns: {
    does: async (host) => {
      const { workbook, result } = await checked(host);
      return host.apply(keepParts.addDropdowns(result, workbook, settings));
    },
    isDone: (excel) => (excel.findSheet(sheet)?.validations.size ?? 0) > 1,
  },
};

/** What is told instead, where an Excel of this version cannot do it. */
const missing: { readonly [excelApi: string]: { readonly [operation: string]: RegExp } } = {
  "1.9": { merge: /合并单元格要 Office 2021/, unmerge: /合并单元格要 Office 2021/, "set-note": /批注要新版 Microsoft 365/ },
  "1.15": { "set-note": /批注要新版 Microsoft 365/ },
  // the newest Excel: its notes are not in the library that is published
  "1.20": { "set-note": /批注要新版 Microsoft 365/ },
};

describe.each(Object.keys(missing))("with ExcelApi %s", (excelApi) => {
  const open = (): Promise<ExcelHostUnderTest> => excelHostFactory(book(), { excelApi });

  test.each(Object.keys(operations))("%s: done whole and undone whole, or said why not with nothing written", async (name) => {
    const { does, isDone } = operations[name] ?? { does: () => Promise.reject(new Error(name)) };
    const host = await open();
    const before = stateOf(host.excel);
    let receipt: Receipt | undefined;
    const told = await tellOf(async () => (receipt = await does(host)));
    const expected = missing[excelApi]?.[name];
    if (expected !== undefined) {
      expect(told).toMatch(expected);
      expect(stateOf(host.excel)).toEqual(before);
      return;
    }
    expect(told).toBeUndefined();
    expect(stateOf(host.excel)).not.toEqual(before);
    if (isDone !== undefined) expect(isDone(host.excel)).toBe(true);
    if (receipt === undefined) throw new Error("no receipt");
    const done = receipt;
    expect(await tellOf(() => host.undo(done))).toBeUndefined();
    expect(stateOf(host.excel)).toEqual(before);
  });

  test("flags are taken off by one button, after somebody has filtered by them", async () => {
    const host = await open();
    const before = stateOf(host.excel);
    const { workbook, result } = await checked(host);
    await host.apply(keepParts.flag(result, workbook, settings));
    host.excel.userDoes((excel) => excel.findSheet(sheet)?.marks.filterBy(4, (text) => text !== "长期坚持"));
    expect(await tellOf(async () => host.apply(keepParts.clearFlags(await host.read())))).toBeUndefined();
    expect(stateOf(host.excel)).toEqual(before);
  });

  test("reading, reading again, jumping and watching", async () => {
    const host = await open();
    const before = await host.read();
    const changes: WorkbookChange[] = [];
    const stop = await host.watch((told) => void changes.push(told));
    await host.select({ sheet: "说明", top: 0, left: 0, bottom: 0, right: 0 });
    host.excel.userTypes(sheet, "C3", "市水利局");
    host.excel.userDoes((excel) => void excel.findSheet(sheet)?.GetRange("2:2").Insert("Down"));
    await new Promise((done) => setTimeout(done, 20));
    expect(changes.map(({ sheet: name, ranges }) => [name, ranges?.length])).toEqual([[sheet, 1], [sheet, undefined]]);
    const again = await host.readAgain(before, changes);
    expect(again.workbook).toEqual(await host.read());
    expect(again.workbook.worksheets[0]?.columns[2]?.values[3]).toBe("市水利局");
    await stop();
    expect(host.excel.events.registrations).toBe(0);
  });
});
