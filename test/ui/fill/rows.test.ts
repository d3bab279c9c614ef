import fc from "fast-check";
import type { Doubt, DoubtCode } from "../../../src/document/plan";
import { arrangeRows, openDoubts } from "../../../src/ui/fill/arrange-rows";
import { noCorrections, reduceCorrections, type CorrectionAction, type Corrections } from "../../../src/ui/fill/corrections";
import { correct, fieldText, nextOf, rowFields, rowsOf, type DraftRow } from "../../../src/ui/fill/rows";
import { freeSheetName, wrongSheetName } from "../../../src/ui/fill/sheet-name";
import { parseUnits, stringifyUnits } from "../../../src/ui/fill/unit-text";
import { planTask } from "./made-up-plan";

const doubt = (code: DoubtCode, zh: string = code): Doubt => ({ code, text: { zh, en: zh } });
const row = (parts: Partial<DraftRow> = {}): DraftRow => ({ ...rowsOf([planTask({})])[0]!, ...parts });
const three = rowsOf([planTask({ number: "1", task: "甲" }), planTask({ number: "2", task: "乙" }), planTask({ number: "3", task: "丙" })]);

describe("what a task becomes", () => {
  test("nothing said is an empty cell", () => {
    const [made] = rowsOf([planTask({ category: null, number: null, lead: null, leads: [], responsible: [], deadlineText: null })]);
    expect(rowFields.map((field) => fieldText(made!, field))).toEqual(["", "", planTask({}).task, "", "", ""]);
  });

  test("several leads stay until somebody chooses", () => {
    const [made] = rowsOf([planTask({ lead: "市民政局", leads: ["市民政局", "市残联"], responsible: ["各县政府"], etc: true })]);
    expect([fieldText(made!, "leads"), fieldText(made!, "responsible")]).toEqual(["市民政局、市残联", "各县政府等"]);
  });
});

test.each([
  ["市城管局、市公安局", ["市城管局", "市公安局"], false],
  ["市城管局，市公安局；市财政局\n市教育局", ["市城管局", "市公安局", "市财政局", "市教育局"], false],
  ["各县（市、区）政府、市财政局等", ["各县（市、区）政府", "市财政局"], true],
  ["市财政局、等", ["市财政局"], true],
  ["市公安局等有关部门", ["市公安局等有关部门"], false],
  ["各县(市、区", ["各县(市、区"], false],
  ["、 ；", [], false],
])("the units typed as %j", (text, units, etc) => {
  expect(parseUnits(text)).toEqual({ units, etc });
});

test("units read as they are written", () => {
  const unit = fc.constantFrom("市城管局", "各县（市、区）政府", "市委网信办（市大数据局）", "平等社区居委会");
  fc.assert(fc.property(fc.uniqueArray(unit, { minLength: 1 }), fc.boolean(), (units, etc) => expect(parseUnits(stringifyUnits({ units, etc }))).toEqual({ units, etc })));
});

describe("corrections", () => {
  test.each([
    ["category", "一、摸清底数"],
    ["number", "12"],
    ["task", "另一句话\n再一句"],
    ["leads", "市残联"],
    ["responsible", "市残联、市民政局等"],
    ["deadlineText", "2027年6月底前"],
  ] as const)("the cell %s takes %j", (field, text) => {
    const [edited] = correct(three, { type: "edit", id: 0, field, text });
    expect(fieldText(edited!, field)).toBe(text);
  });

  test("what is typed as it was changes nothing", () => {
    for (const field of rowFields) expect(correct(three, { type: "edit", id: 1, field, text: fieldText(three[1]!, field) })).toBe(three);
  });

  test("a corrected deadline is no longer the document's day", () => {
    const [edited] = correct([row({ deadlineDate: "2026-06-30", milestones: [{ text: "2026年6月底前", date: "2026-06-30" }] })], { type: "edit", id: 0, field: "deadlineText", text: "2026年8月底前" });
    expect(edited).toMatchObject({ deadlineDate: null, milestones: [] });
  });

  test("correcting a cell settles the doubts about it, not the others", () => {
    const doubts = [doubt("no-lead"), doubt("no-year")];
    const after = correct([row({ leads: [], doubts, openDoubts: doubts })], { type: "set-lead", id: 0, unit: "市财政局" });
    expect(after[0]?.openDoubts.map(({ code }) => code)).toEqual(["no-year"]);
    expect(openDoubts(after)).toBe(1);
    expect(openDoubts(correct(after, { type: "settle", id: 0 }))).toBe(0);
  });

  test("one kind of doubt is settled for all rows at once, but for deleted ones", () => {
    const doubts = [doubt("deadline-from-text"), doubt("no-lead")];
    const rows = [row({ id: 0, doubts, openDoubts: doubts }), row({ id: 1 }), row({ id: 2, doubts, openDoubts: doubts, isDeleted: true })];
    const after = correct(rows, { type: "settle-all", code: "deadline-from-text" });
    expect(after.map(({ openDoubts: open }) => open.map(({ code }) => code))).toEqual([["no-lead"], [], ["deadline-from-text", "no-lead"]]);
    expect(correct(after, { type: "settle-all", code: "deadline-from-text" })).toBe(after);
  });

  test.each([
    [[], ["甲局", "乙局", "丙局"], "乙局", ["乙局"], ["甲局", "丙局"]],
    [["甲局"], ["乙局", "丙局"], "丙局", ["丙局"], ["甲局", "乙局"]],
    [["甲局", "乙局"], ["丙局"], "乙局", ["乙局"], ["甲局", "丙局"]],
    [["甲局"], ["乙局"], "", [], ["甲局", "乙局"]],
    [["甲局"], ["乙局"], "甲局", ["甲局"], ["乙局"]],
  ])("of the leads %j and units %j, %j leads", (leads, responsible, unit, newLeads, others) => {
    expect(correct([row({ leads, responsible })], { type: "set-lead", id: 0, unit })[0]).toMatchObject({ leads: newLeads, responsible: others });
  });

  test("the first unit leads where nobody does", () => {
    const rows = [row({ id: 0, leads: [], responsible: ["甲局", "乙局"] }), row({ id: 1, leads: ["丙局"], responsible: ["丁局"] }), row({ id: 2, leads: [], responsible: [] }), row({ id: 3, leads: [], responsible: ["戊局"], isDeleted: true })];
    expect(correct(rows, { type: "first-leads" }).map(({ leads }) => leads)).toEqual([["甲局"], ["丙局"], [], []]);
    expect(correct(three, { type: "first-leads" })).toBe(three);
  });

  test("merging joins texts by a line break and unites units; a deleted row is passed over", () => {
    const rows = [
      row({ id: 0, number: "", task: "甲", leads: [], responsible: ["一局", "二局"], deadlineText: "", deadlineDate: null, sourceText: "甲。" }),
      row({ id: 1, task: "删去的", isDeleted: true }),
      row({ id: 2, number: "7", task: "乙", leads: ["二局"], responsible: ["三局"], deadlineText: "年底前", deadlineDate: "2026-12-31", sourceText: "乙。" }),
    ];
    expect(nextOf(rows, 0)?.id).toBe(2);
    expect(correct(rows, { type: "merge-next", id: 0 }).map(({ id }) => id)).toEqual([0, 1]);
    expect(correct(rows, { type: "merge-next", id: 0 })[0]).toMatchObject({ number: "7", task: "甲\n乙", leads: ["二局"], responsible: ["一局", "三局"], deadlineText: "年底前", deadlineDate: "2026-12-31", sourceText: "甲。\n乙。" });
    expect(correct(rows, { type: "merge-next", id: 2 })).toBe(rows);
  });

  test("two deadlines stand side by side and are no single day", () => {
    const merged = correct([row({ id: 0, deadlineText: "6月底前", deadlineDate: "2026-06-30" }), row({ id: 1, deadlineText: "年底前", deadlineDate: "2026-12-31" })], { type: "merge-next", id: 0 });
    expect(merged[0]).toMatchObject({ deadlineText: "6月底前；年底前", deadlineDate: null });
  });

  test.each([
    ["甲做完。乙接着。", 4, ["甲做完。", "乙接着。"]],
    ["甲\n乙", 1, ["甲", "乙"]],
    ["甲\n乙", 2, ["甲", "乙"]],
    ["甲乙", 0, ["甲乙"]],
    ["甲乙", 2, ["甲乙"]],
    ["甲 ", 1, ["甲 "]],
  ])("%j split at %i", (task, offset, parts) => {
    expect(correct([row({ task })], { type: "split", id: 0, offset }).map((one) => one.task)).toEqual(parts);
  });

  test("parts keep units and deadline, only the first the number", () => {
    const parts = correct([row({ number: "5", task: "甲\n\n乙\n丙" }), row({ id: 9 })], { type: "split-lines", id: 0 });
    expect(parts.map(({ id, number, task }) => `${id} ${number} ${task}`)).toEqual(["0 5 甲", "10  乙", "11  丙", `9 ${row().number} ${row().task}`]);
    expect(new Set(parts.map(({ responsible }) => responsible.join())).size).toBe(1);
  });
});

const text = fc.array(fc.constantFrom("甲", "乙。", "\n", " ", "丙丁"), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));
const units = fc.uniqueArray(fc.constantFrom("一局", "二局", "三局", "四局"), { maxLength: 4 });
const anyRow = fc.record({ number: fc.constantFrom("", "1"), task: text, leads: units, responsible: units, etc: fc.boolean(), deadlineText: fc.constantFrom("", "年底前", "6月底前"), sourceText: text }).map((parts) => row(parts));
const anyRows = fc.array(anyRow, { minLength: 1, maxLength: 6 }).map((rows) => rows.map((one, id) => ({ ...one, id })));
const anyAction: fc.Arbitrary<CorrectionAction> = fc.oneof(
  fc.record({ type: fc.constant("edit" as const), id: fc.nat(8), field: fc.constantFrom(...rowFields), text }),
  fc.record({ type: fc.constant("set-lead" as const), id: fc.nat(8), unit: fc.constantFrom("", "一局", "二局") }),
  fc.record({ type: fc.constant("split" as const), id: fc.nat(8), offset: fc.nat(12) }),
  fc.record({ type: fc.constantFrom("settle" as const, "merge-next" as const, "split-lines" as const, "delete" as const, "restore" as const), id: fc.nat(8) }),
  fc.constant({ type: "first-leads" as const }),
  fc.constant({ type: "settle-all" as const, code: "no-lead" as const }),
);
const run = (from: Corrections, actions: readonly CorrectionAction[]): Corrections => actions.reduce(reduceCorrections, from);

describe("always", () => {
  test("merging what was split at a line break gives the row again", () => {
    fc.assert(
      fc.property(anyRow, (one) => {
        const at = one.task.indexOf("\n");
        fc.pre(at >= 0);
        const parts = correct([one], { type: "split", id: 0, offset: at });
        fc.pre(parts.length === 2);
        // a unit that both leads and is responsible is named once after a merge
        fc.pre(one.responsible.every((unit) => !one.leads.includes(unit)));
        expect(correct(parts, { type: "merge-next", id: 0 })).toEqual([one]);
      }),
    );
  });

  test("splitting what was merged gives the two texts again", () => {
    fc.assert(
      fc.property(anyRow, anyRow, (one, other) => {
        const [first, second] = [{ ...one, id: 0 }, { ...other, id: 1 }];
        fc.pre(first.task.trim() !== "" && second.task.trim() !== "" && !first.task.endsWith("\n"));
        const merged = correct([first, second], { type: "merge-next", id: 0 });
        expect(correct(merged, { type: "split", id: 0, offset: first.task.length }).map(({ task }) => task)).toEqual([first.task, second.task]);
      }),
    );
  });

  test("a merge loses no unit, a choice of the lead none either", () => {
    fc.assert(
      fc.property(anyRow, anyRow, fc.constantFrom("", "一局"), (one, other, unit) => {
        const named = (rows: readonly DraftRow[]): string[] => [...new Set(rows.flatMap(({ leads, responsible }) => [...leads, ...responsible]))].sort();
        const rows = [{ ...one, id: 0 }, { ...other, id: 1 }];
        expect(named(correct(rows, { type: "merge-next", id: 0 }))).toEqual(named(rows));
        fc.pre(unit === "" || named([one]).includes(unit));
        expect(named(correct([one], { type: "set-lead", id: 0, unit }))).toEqual(named([one]));
      }),
    );
  });

  test("ids stay apart", () => {
    fc.assert(
      fc.property(anyRows, fc.array(anyAction, { maxLength: 12 }), (rows, actions) => {
        const ids = run({ ...noCorrections, rows }, actions).rows.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test("undoing every step gives back what was loaded, redoing every step what was corrected", () => {
    fc.assert(
      fc.property(anyRows, fc.array(anyAction, { maxLength: 12 }), (rows, actions) => {
        const loaded = reduceCorrections(noCorrections, { type: "load", rows });
        const corrected = run(loaded, actions);
        const undone = run(corrected, corrected.past.map(() => ({ type: "undo" })));
        expect(undone.rows).toBe(rows);
        expect(run(undone, undone.future.map(() => ({ type: "redo" }))).rows).toBe(corrected.rows);
      }),
    );
  });
});

describe("the order of the rows", () => {
  const rows = [row({ id: 0 }), row({ id: 1, doubts: [doubt("no-lead")], openDoubts: [doubt("no-lead")] }), row({ id: 2 })];
  test.each([
    ["doubtful-first", ["doubtful", "row 1", "rest", "row 0", "row 2"]],
    ["doubtful", ["doubtful", "row 1"]],
    ["document", ["row 0", "row 1", "row 2"]],
  ] as const)("%s", (order, keys) => {
    expect(arrangeRows(rows, order).map(({ key }) => key)).toEqual(keys);
    // a row that is settled does not jump away under the hand
    expect(arrangeRows(correct(rows, { type: "settle", id: 1 }), order).map(({ key }) => key)).toEqual(keys);
  });

  test("without doubts there is nothing to head", () => {
    expect(arrangeRows(three, "doubtful-first").map(({ kind }) => kind)).toEqual(["row", "row", "row"]);
    expect(arrangeRows(three, "doubtful")).toEqual([]);
  });
});

describe("the name of a new sheet", () => {
  test.each(["责任分工表", "2026年（一季度）", "a'b", "一".repeat(31)])("%j will do", (name) => {
    expect(wrongSheetName(name, ["指标"])).toBeUndefined();
  });

  test.each(["", "  ", "一".repeat(32), "分工/任务", "甲:乙", "[1]", "表\n二", "'表", "表'", "History", "HISTORY", "指标", "sheet1"])("%j will not", (name) => {
    expect(wrongSheetName(name, ["指标", "Sheet1"])).toBeDefined();
  });

  test("a taken name gets a number", () => {
    expect(freeSheetName("分工", ["分工", "分工(2)"])).toBe("分工(3)");
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥]{1,40}$/), (wished) => {
        const first = freeSheetName(wished, []);
        expect(wrongSheetName(freeSheetName(wished, [first]), [first])).toBeUndefined();
      }),
    );
  });
});
