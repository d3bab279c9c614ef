import * as fc from "fast-check";
import { stringifyAddress, stringifyColumn } from "../../src/core/address";
import { check } from "../../src/core/check";
import { findTables } from "../../src/core/find-tables";
import { setCell, type Edit } from "../../src/core/edit";
import { defaultSettings, type Settings } from "../../src/core/settings";
import { contentAt, formulaAt, valueAt, type CellContent, type Workbook, type Worksheet } from "../../src/core/workbook";
import { clearFlags } from "../../src/flag/clear-flags";
import { protectedLists } from "../../src/flag/flagged-lists";
import { createMemoryHost, type MemoryHost } from "../../src/host/memory-host";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { readPackage } from "../../src/host/xlsx/package";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { contentsOf, sheet, workbook } from "../support/sheet";
import { workbookFile } from "../support/workbook-file";
import { flagUntilSettled } from "./flag-until-settled";

const list = `
  序号 | 重点任务     | 牵头部门 | 完成时限      | 完成状态
  1    | 疏浚河道     | 市水利局 | 2026年9月底前 | 推进中
  2    | 加固堤防     |          | 2026年2月底前 |
`;

async function flagged(book: Workbook, settings: Partial<Settings> = {}): Promise<MemoryHost> {
  const host = createMemoryHost(book);
  await flagUntilSettled(host, "2026-03-01", settings);
  return host;
}

async function sheetAfter(host: MemoryHost, index = 0): Promise<Worksheet> {
  const worksheet = (await host.read()).worksheets[index];
  if (worksheet === undefined) throw new Error("no worksheet");
  return worksheet;
}

/** Where our columns stand: 到期日 F, 状态 G, 剩余天数 H. */
function ownColumns(worksheet: Worksheet): string {
  return worksheet.columns.flatMap((column, index) => (column?.values.some((value) => typeof value === "string" && value.endsWith("（清单核查）")) === true ? [stringifyColumn(index)] : [])).join("");
}

const change = (...edits: Edit[]) => [{ title: { zh: "改", en: "Edit" }, edits }];

describe("flags", () => {
  test("stand beside the list, with a filter, colours and notes, and change nothing that is the person's", async () => {
    const worksheet = await sheetAfter(await flagged(workbook(list)));
    expect(ownColumns(worksheet)).toBe("FGH");
    expect(worksheet.hiddenColumns).toEqual([{ first: 5, last: 5 }]);
    expect(stringifyAddress(worksheet.filter ?? { top: 9, left: 9, bottom: 9, right: 9 })).toBe("A1:H3");
    expect(worksheet.ownFormats?.map(({ look, range, formula }) => `${look} ${stringifyAddress(range)} ${formula}`)).toContain('overdue G2:H3 =LEFT($G2,1)="●"');
    expect(worksheet.notes?.map(({ row, column, text }) => `${stringifyAddress({ top: row, left: column, bottom: row, right: column })} ${text}`)).toEqual([
      "C3 清单核查（按2026-03-01）\n【强制】任务“加固堤防”没有填写牵头单位，请填写一个单位",
      "D3 清单核查（按2026-03-01）\n【核实】时限“2026年2月底前”已过1天，状态未注明完成；请核实进展，已完成的请注明，未完成的请说明原因",
    ]);
    const own = sheet(list);
    for (let column = 0; column < 5; column++) for (let row = 0; row < 3; row++) expect(contentAt(worksheet, row, column)).toEqual(contentAt(own, row, column));
  });

  test("are the same lists to rules and templates", async () => {
    const before = workbook(list, "指标名称 | 分子 | 分母 | 指标值\n 就诊率 | 3 | 4 | 75");
    const after = await (await flagged(before)).read();
    const judge = (book: Workbook) => check({ workbook: book, templates, rules, settings: defaultSettings("2026-03-01") });
    expect(judge(after).diagnostics).toEqual(judge(before).diagnostics);
    expect(judge(after).tables.map(({ bounds }) => bounds)).toEqual(judge(before).tables.map(({ bounds }) => bounds));
  });

  test.each([
    { name: "a list without deadlines", drawing: "主要任务 | 责任单位\n 疏浚河道 | 市水利局", own: "" },
    { name: "a sheet that is no list", drawing: "收入 | 支出\n 1 | 2", own: "" },
    { name: "lists one above the other share the columns beside the wider", drawing: `${list}\n\n\n\n  重点任务 | 牵头部门 | 完成时限 | 责任部门 | 备注 | 进展情况\n  巡查 | 市水利局 | 长期坚持 | 市应急局 | 无 | 完成`, own: "GHI" },
    { name: "lists side by side have their own each", drawing: "重点任务 | 牵头部门 | 完成时限 | | 重点任务 | 牵头部门 | 完成时限\n 甲工程 | 市水利局 | 2026年6月底前 | | 乙工程 | 市水利局 | 2026年7月底前", own: "DEFKLM" },
  ])("$name", async ({ drawing, own }) => {
    expect(ownColumns(await sheetAfter(await flagged(workbook(drawing))))).toBe(own);
  });

  test("formulas name the cells where they end up, also of a list that moved aside", async () => {
    const worksheet = await sheetAfter(await flagged(workbook("重点任务 | 牵头部门 | 完成时限 | | 重点任务 | 牵头部门 | 完成时限\n 甲工程 | 市水利局 | 2026年6月底前 | | 乙工程 | 市水利局 | 2026年7月底前")));
    expect(formulaAt(worksheet, 1, 3)).toContain('$C2="2026年6月底前",DATE(2026,6,30)');
    expect(formulaAt(worksheet, 1, 10)).toContain('$J2="2026年7月底前",DATE(2026,7,31)');
    expect(formulaAt(worksheet, 1, 11)).toMatch(/^=IF\(\$H2="","",.*\$K2<TODAY\(\).*TRIM\(\$I2\)/);
  });

  test("merged cells are asked where they show", async () => {
    const worksheet = await sheetAfter(await flagged(workbook("重点任务 | 牵头部门 | 完成时限\n 甲工程 | 市水利局 | 2026年6月底前\n 乙工程 | ^ | ^")));
    expect(formulaAt(worksheet, 2, 3)).toContain("$C2=");
    expect(formulaAt(worksheet, 2, 4)).toContain("TRIM($B2)");
  });

  test("a finding under a merged area has its note where it is seen", async () => {
    const worksheet = await sheetAfter(await flagged(workbook("类别 | 重点任务 | 牵头部门 | 完成时限\n 防洪 | 疏浚河道 | 市水利局 | 2026年9月底前\n ^ | | |\n ^ | 加固堤防 | 市水利局 | 2026年8月底前")));
    expect(worksheet.notes?.map(({ row, column }) => [row, column])).toEqual([[1, 0]]);
  });

  test.each([
    { name: "so many days", settings: { dueSoonDays: 15 }, expected: "$F2-TODAY()<=15" },
    // 25 September 2026 is a holiday
    { name: "so many working days", settings: { dueSoonDays: 5, dueSoonInWorkdays: true }, expected: "IF($F2=DATE(2026,9,30),TODAY()>=DATE(2026,9,22),$F2-TODAY()<=5)" },
  ])("are near by the settings: $name", async ({ settings, expected }) => {
    expect(formulaAt(await sheetAfter(await flagged(workbook(list), settings)), 1, 6)).toContain(expected);
  });

  test("show what they compute as of the day, and nothing where somebody's own formula has not been computed", async () => {
    const worksheet = await sheetAfter(await flagged(workbook("重点任务 | 牵头部门 | 完成时限\n 疏浚河道 | 市水利局 | 2026年3月31日\n 加固堤防 | | 长期坚持\n 更新泵站 | 市水利局 | =DATE(2026,9,30)\n 巡查水库 | =C2 | 2026年2月1日")));
    const shown = [1, 2, 3, 4].map((row) => [3, 4, 5].map((column) => valueAt(worksheet, row, column)));
    expect(shown).toEqual([
      [46112, "▲ 临期", 30],
      ["◆ 持续推进", "◆ 持续推进（缺牵头单位）", ""],
      [null, null, null],
      [null, null, null],
    ]);
  });

  test("leave a person's filter and a protected sheet alone", async () => {
    const own = { ...sheet(list, { name: "表一" }), filter: { top: 0, left: 0, bottom: 2, right: 4 } };
    const guarded = sheet(list, { name: "表二", isProtected: true });
    const book = workbook(own, guarded);
    const after = await (await flagged(book)).read();
    expect(after.worksheets[0]?.filter).toEqual(own.filter);
    expect(after.worksheets[1]).toEqual(guarded);
    expect(protectedLists(book, findTables(book, templates))).toEqual(["表二"]);
  });
});

describe("flagging again", () => {
  test("changes nothing where nothing has changed", async () => {
    const host = await flagged(workbook(list));
    expect(await flagUntilSettled(host, "2026-03-01")).toEqual([]);
  });

  test("on another day only notes say something else", async () => {
    const host = await flagged(workbook(list));
    const [receipt, ...more] = await flagUntilSettled(host, "2026-03-02");
    expect(more).toEqual([]);
    expect(receipt?.applied.flatMap(({ edits }) => edits.map(({ kind }) => kind))).toEqual(["set-note", "set-note"]);
  });

  test.each<{ name: string; edits: (cells: CellContent[][]) => Edit[] }>([
    { name: "a row put in", edits: () => [{ kind: "insert-rows", sheet: "Sheet1", at: 2, cells: [[3, "新建泵站", "市水利局", "2026年8月底前"]] }] },
    { name: "a row taken out", edits: (cells) => [{ kind: "delete-rows", sheet: "Sheet1", at: 2, before: [cells[2] ?? []] }] },
    { name: "a deadline put off", edits: () => [setCell("Sheet1", 2, 3, "2026年2月底前", "2026年12月底前")] },
    { name: "a row emptied", edits: (cells) => [0, 1, 2, 3, 4].map((column) => setCell("Sheet1", 1, column, cells[1]?.[column] ?? null, null)) },
    { name: "a column put in before", edits: () => [{ kind: "insert-columns", sheet: "Sheet1", at: 0, cells: [["类别", "防洪", "防洪"]] }] },
    { name: "a column put in behind our own", edits: () => [{ kind: "insert-columns", sheet: "Sheet1", at: 8, cells: [["备注", "无", "无"]] }] },
    { name: "one of our columns taken out", edits: (cells) => [{ kind: "delete-columns", sheet: "Sheet1", at: 6, before: [cells.map((line) => line[6] ?? null)] }] },
    { name: "a second list put in below", edits: () => [{ kind: "insert-rows", sheet: "Sheet1", at: 3, cells: [[], [], [], ["重点任务", "牵头部门", "完成时限"], ["巡查水库", "市水利局", "2026年3月20日前"]] }] },
  ])("brings flags up to date: $name", async ({ edits }) => {
    const host = await flagged(workbook(list));
    expect((await host.apply(change(...edits(contentsOf(await sheetAfter(host)).cells)))).skipped).toEqual([]);
    await flagUntilSettled(host, "2026-03-01");
    // as if the list had never been flagged before
    const fresh = createMemoryHost(await host.read());
    await fresh.apply(clearFlags(await fresh.read()));
    await flagUntilSettled(fresh, "2026-03-01");
    const strip = ({ cells }: { cells: unknown[][] }): unknown[] => cells.map((line) => line.filter((content) => JSON.stringify(content).includes("TODAY") || JSON.stringify(content).includes("清单核查")).length);
    expect(strip(contentsOf(await sheetAfter(host)))).toEqual(strip(contentsOf(await sheetAfter(fresh))));
    expect((await sheetAfter(host)).notes?.length).toBe((await sheetAfter(fresh)).notes?.length);
    expect((await sheetAfter(host)).ownFormats?.length).toBe((await sheetAfter(fresh)).ownFormats?.length);
    expect(await flagUntilSettled(host, "2026-03-01")).toEqual([]);
  });

  test("leaves what somebody has typed over a flag, and says no less of the others", async () => {
    const host = await flagged(workbook(list));
    const state = contentAt(await sheetAfter(host), 2, 6);
    await host.apply(change(setCell("Sheet1", 2, 6, state, "已完成，待验收")));
    expect(await flagUntilSettled(host, "2026-03-01")).toEqual([]);
    expect(contentAt(await sheetAfter(host), 2, 6)).toBe("已完成，待验收");
  });
});

describe("clearing", () => {
  test("takes every trace away", async () => {
    const host = await flagged(workbook(list));
    await host.apply(clearFlags(await host.read()));
    expect((await host.read()).worksheets).toEqual([sheet(list)]);
    expect(clearFlags(await host.read())).toEqual([]);
  });

  test("leaves what somebody has typed into a column of ours, which then is theirs", async () => {
    const host = await flagged(workbook(list));
    await host.apply(change(setCell("Sheet1", 2, 6, contentAt(await sheetAfter(host), 2, 6), "已完成，待验收")));
    await host.apply(clearFlags(await host.read()));
    expect(contentsOf(await sheetAfter(host)).cells.map((line) => line[5] ?? null)).toEqual(["状态", null, "已完成，待验收"]);
    expect((await sheetAfter(host)).columnCount).toBe(6);
  });

  test("can be undone, and undone again", async () => {
    const host = await flagged(workbook(list));
    const before = await host.read();
    const receipt = await host.apply(clearFlags(before));
    await host.undo(receipt);
    expect(await host.read()).toEqual(before);
  });
});

const texts = fc.constantFrom("2026年9月底前", "2026年2月底前", "长期坚持", "尽快", "", "2025.12", "印发后3个月内", '2026年"十一"前', "2026年6月底前；\\n2026年12月底前");
const statuses = fc.constantFrom("", "已完成", "推进中", "未完成", "进度滞后", "完成率80%", "√");
const row = fc.record({ task: fc.constantFrom("疏浚河道", "加固堤防", "更新泵站", "巡查水库"), lead: fc.constantFrom("", "市水利局", "市应急局、市水利局"), deadline: texts, status: statuses });
const drawings = fc.record({ hasTitle: fc.boolean(), rows: fc.array(row, { minLength: 1, maxLength: 6 }), beside: fc.constantFrom("", " | | 合计 | =SUM(A1:A3)"), isSecond: fc.boolean() });

describe("through a file (property)", () => {
  test("flag and clear, undo, or save, open and clear: the parts are those of before", async () => {
    await fc.assert(
      fc.asyncProperty(drawings, async ({ hasTitle, rows, beside, isSecond }) => {
        const lines = ["序号 | 重点任务 | 牵头部门 | 完成时限 | 完成状态", ...rows.map(({ task, lead, deadline, status }, index) => `${index + 1} | ${task} | ${lead} | "${deadline}" | ${status}${beside}`)];
        const drawn = sheet([...(hasTitle ? ["水利任务清单（2026年） | < | < | < | <"] : []), ...lines].join("\n"), { name: "清单" });
        const book = { worksheets: [...(isSecond ? [sheet("封面")] : []), drawn], uses1904Dates: false };
        const bytes = workbookFile(book);
        const host = await createXlsxHost(bytes);
        const receipts = await flagUntilSettled(host, "2026-03-01");
        expect(receipts.flatMap(({ skipped }) => skipped)).toEqual([]);
        expect(await flagUntilSettled(host, "2026-03-01")).toEqual([]);
        const saved = await host.save();

        for (const receipt of receipts.reverse()) expect((await host.undo(receipt)).skipped).toEqual([]);
        expect(Buffer.compare(await host.save(), bytes)).toBe(0);

        const again = await createXlsxHost(saved);
        expect(await flagUntilSettled(again, "2026-03-01")).toEqual([]);
        expect((await again.apply(clearFlags(await again.read()))).skipped).toEqual([]);
        expect(textsOf(await again.save())).toEqual(textsOf(bytes));
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

function textsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries([...readPackage(bytes)].map(([name, part]) => [name, Buffer.from(part).toString("utf8")]));
}
