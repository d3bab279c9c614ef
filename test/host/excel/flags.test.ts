import { clearFlags } from "../../../src/flag/clear-flags";
import { writeKept } from "../../../src/host/kept-xml";
import { createMemoryHost } from "../../../src/host/memory-host";
import { flagUntilSettled } from "../../flag/flag-until-settled";
import { contentsOf, sheet } from "../../support/sheet";
import { excelHostFactory } from "./excel-host-factory";

const list = sheet(
  `
  水利任务清单（2026年） | < | < | < | <
  序号 | 重点任务 | 牵头部门 | 完成时限 | 完成状态
  1    | 疏浚河道 | 市水利局 | 2026年9月底前 | 推进中
  2    | 加固堤防 |          | 2026年2月底前 |
  3    | 巡查水库 | 市水利局 | 长期坚持 | 已完成
`,
  { name: "清单" },
);

describe.each(["1.9", "1.14", "1.15"])("flags in Excel, with ExcelApi %s", (excelApi) => {
  test("come, and go without a trace", async () => {
    const host = await excelHostFactory({ worksheets: [list], uses1904Dates: false }, { excelApi });
    const before = host.dump();
    const receipts = await flagUntilSettled(host, "2026-03-01");
    // an Excel without notes is not asked for any
    expect(receipts.map(({ applied, skipped }) => [applied.length, skipped])).toEqual([[1, []]]);
    expect((await host.read()).worksheets[0]?.columnCount).toBe(8);
    const { result, cost } = await host.excel.meter.during("clear", async () => host.apply(clearFlags(await host.read())));
    expect(result.skipped).toEqual([]);
    // a workbook with formats is read in three, and written to in two
    expect(cost.trips).toBeLessThanOrEqual(5);
    expect(host.dump().worksheets.map(contentsOf)).toEqual(before.worksheets.map(contentsOf));
  });

  test("that another door made with notes: that these stay is said, each time, until somebody takes them away", async () => {
    const door = createMemoryHost({ worksheets: [list], uses1904Dates: false });
    await flagUntilSettled(door, "2026-03-01");
    const flagged = await door.read();
    expect(flagged.worksheets[0]?.notes).toHaveLength(2);
    const host = await excelHostFactory(flagged, { excelApi });
    host.excel.customXml.set("{kept}", writeKept(flagged.kept ?? new Map()));
    const first = await host.apply(clearFlags(await host.read()));
    expect([first.applied.length, first.skipped.map(({ reason }) => reason)]).toEqual([1, ["unsupported"]]);
    expect([...((await host.read()).kept?.keys() ?? [])]).toEqual(["flag-notes"]);
    const again = await host.apply(clearFlags(await host.read()));
    expect([again.applied.length, again.skipped.map(({ reason }) => reason)]).toEqual([0, ["unsupported"]]);
    // back at the other door they go, and what was kept of them
    const kept = (await host.read()).kept;
    door.replace({ ...flagged, ...(kept && { kept }) });
    await door.apply(clearFlags(await door.read()));
    expect((await door.read()).worksheets[0]?.notes).toBeUndefined();
    expect([...((await door.read()).kept ?? [])]).toEqual([]);
  });
});
