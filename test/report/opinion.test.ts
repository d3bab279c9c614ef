import { opinionOn, stringifyOpinions } from "../../src/report/opinion";
import { checked, explained, facts, finding, hostileTexts, inEnglish, unread } from "./example-reports";

const opinion = (...args: Parameters<typeof checked>): string[] => stringifyOpinions([checked(...args)], facts).trimEnd().split("\n");

test("reads as an office writes it", () => {
  const text = opinion(
    "报送/灌区任务.xlsx",
    [
      finding({ at: "任务!C3", zh: "任务“整修渠道”没有填写牵头单位，请填写一个单位", fix: "将“市水利局”填为牵头单位" }),
      finding({ rule: "no-overdue", severity: "warning", at: "任务!D4", zh: "时限“2026年6月底前”已过10天，请核实进展。" }),
      finding({ rule: "no-vague-unit", severity: "info", at: "任务!E5", zh: "“各相关单位”没有指明具体单位" }),
    ],
    [explained({ rule: "no-overdue", severity: "warning", at: "任务!D9", zh: "时限“2026年5月底前”已过40天" }, "汛期停工，已报延期")],
  );
  expect(text).toEqual([
    "关于《灌区任务》的审核意见",
    "",
    "经核查（按2026年7月10日计），《灌区任务》共11项任务，发现须修改的问题1处、需核实的问题1处，另有提示1处。",
    "一、须修改的问题（1处）",
    "1.任务“整修渠道”没有填写牵头单位，请填写一个单位（任务!C3）。建议：将“市水利局”填为牵头单位。",
    "二、需核实的问题（1处，属实的请附情况说明）",
    "1.时限“2026年6月底前”已过10天，请核实进展（任务!D4）。",
    "三、提示（1处，供修改时参考）",
    "1.“各相关单位”没有指明具体单位（任务!E5）。",
    "四、已作情况说明的问题（1处）",
    "1.时限“2026年5月底前”已过40天（任务!D9）。说明（2026年7月1日）：汛期停工，已报延期。",
    "请按上述意见修改后重新报送。",
  ]);
});

test.each([
  ["nothing", [], "共11项任务，未发现问题。", undefined],
  ["notes alone", [finding({ severity: "info" })], "共11项任务，未发现须修改或需核实的问题，有提示1处。", undefined],
  ["what is to confirm", [finding({ severity: "warning" })], "发现需核实的问题1处。", "请对上述问题逐一核实，属实的附情况说明。"],
  ["what is to mend", [finding(), finding({ at: "任务!C9" })], "发现须修改的问题2处。", "请按上述意见修改后重新报送。"],
])("%s is said in the lead and at the close", (_, findings, lead, close) => {
  const text = opinion("灌区任务.xlsx", findings);
  expect(text[2]).toContain(lead);
  if (close === undefined) expect(text.join("")).not.toMatch(/请按上述|请对上述/);
  else expect(text.at(-1)).toBe(close);
});

test("three of a rule are told one by one, of four the places of the others", () => {
  const at = ["任务!C3", "任务!C4", "任务!C8", "附表!B2"];
  const findings = at.map((place) => finding({ at: place }));
  expect(opinion("甲.xlsx", findings.slice(0, 3)).filter((line) => /^\d\./.test(line))).toHaveLength(3);
  expect(opinion("甲.xlsx", findings).filter((line) => /^\d\./.test(line))).toEqual(["1.任务“整修渠道”没有填写牵头单位（任务!C3）。另有同类问题3处（任务!C4、C8、附表!B2）。"]);
});

test("however many there are, it stays a page", () => {
  const findings = Array.from({ length: 100_000 }, (_, index) => finding({ at: `任务!C${index + 3}` }));
  const text = opinion("甲.xlsx", findings);
  expect(text.join("\n").length).toBeLessThan(1000);
  expect(text[4]).toContain("另有同类问题99999处（任务!C4、C5、");
  expect(text[4]).toMatch(/C23等）。$/);
});

test("several kinds of table are counted each for itself, and of a kind together", () => {
  const { tables: [list], ...rest } = checked("甲.xlsx", []);
  if (list === undefined) throw new Error("the example has a table");
  const indicators = { ...list, kind: "indicators", template: "indicators", subject: "indicator", rows: 4 };
  expect(opinionOn({ ...rest, tables: [list, list, indicators] }, facts).lead).toContain("共22项任务、4个指标，");
  expect(opinionOn({ ...rest, tables: [] }, facts).lead).toContain("没有认出任务清单或指标表");
});

test("a file that cannot be read is told of with its sentence", () => {
  expect(stringifyOpinions([unread], facts)).toBe("关于《坏的》的审核意见\n\n《坏的》未能核查：这个文件是空的（0 字节），可能没有传完。请重新取一份。\n");
});

test("English where the machine speaks it", () => {
  const text = stringifyOpinions([checked("a.xlsx", [finding({ en: "No lead unit is named" })]), unread], inEnglish).replace(/坏的/g, "");
  expect(text).toContain("I. To mend (1)\n1. No lead unit is named (任务!C3).");
  expect(text.replace(/任务!C3/g, "")).not.toMatch(/[\u4e00-\u9fff]/);
});

test.each(hostileTexts.map((text) => [text.slice(0, 20), text] as const))("%s stays one line of text", (_, text) => {
  const lines = opinion(`${text.slice(0, 40)}.xlsx`, [finding({ zh: `“${text}”有误\n请改`, fix: text })]);
  expect(lines).toHaveLength(6);
  expect(lines.join("").length).toBeLessThan(3000);
  expect(lines.join("")).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000]/);
});
