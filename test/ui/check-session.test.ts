import fc from "fast-check";
import { applySteps } from "../../src/core/apply-steps";
import { check } from "../../src/core/check";
import { setCell, type Edit } from "../../src/core/edit";
import { defaultSettings } from "../../src/core/settings";
import { contentAt, findWorksheet, type CellValue, type Range, type Workbook } from "../../src/core/workbook";
import { createMemoryHost } from "../../src/host/memory-host";
import { checkAgain, prepareCheck } from "../../src/product";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { CheckSession } from "../../src/ui/check-session";
import { sheet, workbook } from "../support/sheet";

const settings = defaultSettings("2024-06-30");
const running = { signal: new AbortController().signal };

function book(): Workbook {
  const rows = Array.from({ length: 18 }, (_, index) => `${index % 7 === 0 ? `第${index}类` : ""} | ${index + 1} | 推进第${index + 1}项治理任务，泊位接入率达到${80 + index}% | 市教育局 | 市财政局、市人社局 | 2025年底前 |`);
  return workbook(
    sheet(`云溪市任务分工表 |\n任务分类 | 序号 | 重点任务 | 牵头部门 | 责任部门 | 完成时限 | 备注\n${rows.join("\n")}\n\n\n\n\n注：2024年1月5日印发`, { name: "分工" }),
    sheet(`序号 | 指标名称 | 分子 | 分母 | 指标值（%） | 目标值\n 1 | 床位使用率 | 90 | 100 | 90 | 85\n 2 | 药占比 | 30 | 100 | 31 | 30\n 3 | 泊位接入率 | 70 | 100 | 70 | 90`, { name: "指标" }),
    sheet(`标准名称 | 简称\n 市水利局 | 水利局`, { name: "单位名录" }),
  );
}

const texts: readonly CellValue[] = [null, 1, 7, "3", "市教育局", "市卫健委", "市财政局、市财政局", "水利局", "市财整局", "推进推进治理工作", "2023年底前", "尽快", "注：以上均为重点", "牵头部门", "市水务局", 45657, "第1类", " 备注 ", 250];

type Act = { readonly kind: "set" | "paste" | "insert" | "delete" | "sort"; readonly sheet: string; readonly row: number; readonly column: number; readonly picks: readonly number[] };

const acts = fc.array(
  fc.record({
    kind: fc.constantFrom("set", "set", "set", "paste", "insert", "delete", "sort"),
    sheet: fc.constantFrom("分工", "分工", "分工", "指标", "单位名录"),
    row: fc.nat({ max: 21 }),
    column: fc.nat({ max: 6 }),
    picks: fc.array(fc.nat({ max: texts.length - 1 }), { minLength: 6, maxLength: 6 }),
  }),
  { minLength: 10, maxLength: 10 },
) as fc.Arbitrary<Act[]>;

/** What a person does, and what a host would tell of it. */
function stepsOf({ kind, sheet: name, row, column, picks }: Act, current: Workbook): { readonly steps: Edit[]; readonly ranges?: Range[] } {
  const worksheet = findWorksheet(current, name);
  if (worksheet === undefined) throw new Error(`no worksheet ${name}`);
  const pick = (index: number): CellValue => texts[picks[index % picks.length] ?? 0] ?? null;
  const put = (at: number, line: number, after: CellValue): Edit => setCell(name, at, line, contentAt(worksheet, at, line), after);
  switch (kind) {
    case "set":
      return { steps: [put(row, column, pick(0))], ranges: [{ sheet: name, top: row, left: column, bottom: row, right: column }] };
    case "paste":
      return {
        steps: [0, 1, 2].flatMap((down) => [0, 1].map((right) => put(row + down, column + right, pick(down * 2 + right)))),
        ranges: [{ sheet: name, top: row, left: column, bottom: row + 2, right: column + 1 }],
      };
    case "insert":
      return { steps: [{ kind: "insert-rows", sheet: name, at: row, cells: [picks.map((_, index) => (index === 1 ? 5 : pick(index)))] }] };
    case "delete":
      return { steps: [{ kind: "delete-rows", sheet: name, at: row, before: [Array.from({ length: worksheet.columnCount }, (_, line) => contentAt(worksheet, row, line))] }] };
    case "sort": {
      const last = Math.min(row + 4, worksheet.rowCount - 1);
      const rows = Array.from({ length: Math.max(last - row + 1, 0) }, (_, index) => last - index);
      const steps = rows.flatMap((from, index) => Array.from({ length: worksheet.columnCount }, (_, line) => setCell(name, row + index, line, contentAt(worksheet, row + index, line), contentAt(worksheet, from, line))));
      return { steps, ranges: [{ sheet: name, top: row, left: 0, bottom: Math.max(last, row), right: worksheet.columnCount - 1 }] };
    }
  }
}

test("after each of a thousand edits the list is what a whole check would say", async () => {
  let quick = 0;
  let all = 0;
  await fc.assert(
    fc.asyncProperty(acts, async (list) => {
      let current = book();
      const host = createMemoryHost(current);
      const session = new CheckSession(host, {
        prepare: prepareCheck,
        checkAgain: (...parts) => {
          const result = checkAgain(...parts);
          if (result !== undefined) quick += 1;
          return result;
        },
      });
      await session.checkWhole(() => settings, running);
      for (const act of list) {
        const { steps, ranges } = stepsOf(act, current);
        current = applySteps(current, steps);
        host.replace(current);
        session.miss({ sheet: act.sheet, ...(ranges === undefined ? {} : { ranges }) });
        const checked = await session.catchUp(() => settings, running);
        all += 1;
        expect(checked?.result.diagnostics).toEqual(check({ workbook: current, templates, rules, settings }).diagnostics);
      }
    }),
    { numRuns: 100 },
  );
  expect(all).toBeGreaterThanOrEqual(1000);
  // most cells of a list are records' cells: those must not fall back to a whole check
  expect(quick).toBeGreaterThan(150);
}, 120_000);

test("what comes while it is stopped is made up for", async () => {
  const host = createMemoryHost(book());
  const session = new CheckSession(host, { prepare: prepareCheck, checkAgain });
  await session.checkWhole(() => settings, running);
  const changed = applySteps(book(), [setCell("分工", 3, 3, "市教育局", null)]);
  host.replace(changed);
  session.miss({ sheet: "分工", ranges: [{ sheet: "分工", top: 3, left: 3, bottom: 3, right: 3 }] });
  const stopped = new AbortController();
  const waiting = session.catchUp(() => settings, { signal: stopped.signal });
  stopped.abort();
  expect(await waiting.catch(() => undefined)).toBeUndefined();
  expect(session.isBehind).toBe(true);
  expect((await session.catchUp(() => settings, running))?.result.diagnostics).toEqual(check({ workbook: changed, templates, rules, settings }).diagnostics);
});

test("an edit that changes nothing asks no rule", async () => {
  const host = createMemoryHost(book());
  const again = jest.fn(checkAgain);
  const session = new CheckSession(host, { prepare: prepareCheck, checkAgain: again });
  const first = await session.checkWhole(() => settings, running);
  session.miss({ sheet: "分工" });
  expect(await session.catchUp(() => settings, running)).toBe(first);
  expect(again).not.toHaveBeenCalled();
});
