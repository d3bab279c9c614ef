import fc from "fast-check";
import { matchTasks } from "../../src/merge/match-tasks";
import { recordsOf } from "../../src/merge/list-records";
import { listOf } from "./lists";

const places = ["城东", "城西", "老街", "开发区", "高铁片区", "滨河"];
const verbs = ["新建", "改建", "扩建", "提升"];
const things = ["农贸市场", "公共停车场", "社区服务中心", "污水泵站", "口袋公园"];
const units = ["市商务局", "市城管局", "市民政局", "市水务局", "市园林局"];
const extras = ["，同步完善标识", "，建成后移交属地管护", "（含配套管网）"];

/** Every one of these differs from another in one word. */
const all = places.flatMap((place) => verbs.flatMap((verb) => things.map((thing, index) => ({ task: `${verb}${place}${thing}`, unit: units[index] ?? "" }))));

type Line = { readonly id: number; readonly task: string; readonly unit: string };

const draw = (lines: readonly Line[]): string => `序号 | 重点任务 | 牵头部门 | 完成时限\n${lines.map(({ task, unit }, index) => `${index + 1} | ${task} | ${unit} | 2026年底前`).join("\n")}`;

const story = fc.record({
  before: fc.uniqueArray(fc.nat(all.length - 1), { minLength: 3, maxLength: 60 }),
  dropped: fc.array(fc.nat(59), { maxLength: 8 }),
  reworded: fc.array(fc.record({ at: fc.nat(59), extra: fc.constantFrom(...extras) }), { maxLength: 6 }),
  order: fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
});

test("reordered, renumbered, dropped and reworded: no row is taken twice, nothing is lost, and words that are the same are never parted", () => {
  fc.assert(
    fc.property(story, ({ before, dropped, reworded, order }) => {
      const old = before.map((id): Line => ({ id, ...(all[id] ?? { task: "", unit: "" }) }));
      const kept = old.filter((_, index) => !dropped.includes(index));
      const changed = kept.map((line, index) => ({ ...line, task: `${line.task}${reworded.find(({ at }) => at === index)?.extra ?? ""}` }));
      const fresh = changed.reduce<Line[]>((shuffled, line, index) => {
        shuffled.splice((order[index] ?? 0) % (shuffled.length + 1), 0, line);
        return shuffled;
      }, []);
      if (fresh.length === 0) return;
      const [one, other] = [listOf(draw(old)), listOf(draw(fresh))];
      const { matches, divided, unclear, dropped: gone, added } = matchTasks(one, other);
      const sides = {
        before: [...matches.map((match) => match.before), ...[...divided, ...unclear].flatMap((group) => group.before), ...gone],
        after: [...matches.map((match) => match.after), ...[...divided, ...unclear].flatMap((group) => group.after), ...added],
      };
      const sorted = (rows: readonly number[]): number[] => [...rows].sort((a, b) => a - b);
      expect([sorted(sides.before), sorted(sides.after)]).toEqual([recordsOf(one).rows, recordsOf(other).rows]);
      const pairs = new Set(matches.map((match) => `${match.before - 1} ${match.after - 1}`));
      for (const [index, line] of old.entries()) {
        const place = fresh.findIndex(({ id, task }) => id === line.id && task === line.task);
        if (place !== -1) expect(pairs).toContain(`${index} ${place}`);
      }
    }),
  );
});

test("long tasks that were reworded are found again, wherever they have gone", () => {
  const long = (index: number): string => `${things[index % 5] ?? ""}${"建设管理运行维护监督考核评价".slice(index % 7)}第${index}批，由${places[index % 6] ?? ""}${index * 37}号地块起步，${verbs[index % 4] ?? ""}面积${index * 113}平方米，落实${units[index % 5] ?? ""}第${index * 7}号会议纪要`;
  const old = Array.from({ length: 300 }, (_, id): Line => ({ id, task: long(id), unit: "市住建局" }));
  const fresh = [...old].reverse().map((line) => (line.id % 3 === 0 ? { ...line, task: line.task.replace("起步", "先行启动，分期实施") } : line));
  const { matches } = matchTasks(listOf(draw(old)), listOf(draw(fresh)));
  expect(matches.filter((match) => old[match.before - 1]?.id !== fresh[match.after - 1]?.id)).toEqual([]);
  expect(matches.length).toBeGreaterThanOrEqual(295);
});
