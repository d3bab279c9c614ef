import rule, { messages } from "../../src/rules/consistent-total";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "shares that make up the whole, rounded, as ratios, or parts of parts", sheet: "项目 | 金额 | 构成比(%)\n 甲 | 1 | 33.3\n 乙 | 1 | 33.3\n 丙 | 1 | 33.3\n 合计 | =SUM(B2:B4) → 3 | 100", others: { 比: "项目 | 构成\n 甲 | 0.3\n 乙 | 0.5\n 丙 | 0.2\n 合计 | 1", 其: "项目 | 构成比\n 甲 | 60\n 其中：乙 | 20\n 丙 | 40\n 合计 | 100" } },
    { name: "a share of each county's own whole", sheet: "县区 | 财政补助收入 | 总支出 | 公立医院财政补助收入占总支出的比重(%)\n 甲县 | 20 | 100 | =B2/C2*100 → 20\n 乙县 | 30 | 100 | =B3/C3*100 → 30\n 丙县 | 10 | 100 | =B4/C4*100 → 10\n 合计 | =SUM(B2:B4) → 60 | =SUM(C2:C4) → 300 | =B5/C5*100 → 20" },
    { name: "sums of all that stands above", sheet: "科室 | 门诊 | 住院\n 内科 | 3 | 4\n 外科 | 5 | 1\n 儿科 | 2 | 2\n 合计 | =SUM(B2:B4) → 10 | =SUM(C2:C4) → 7" },
    { name: "years in the header", sheet: "科室 | 2023 | 2024\n 内科 | 3 | 4\n 外科 | 5 | 1\n 合计 | =SUM(B2:B3) → 8 | =SUM(C2:C3) → 5" },
    { name: "sums with a blank row more, or the header in them", sheet: "科室 | 门诊 | 住院 | 体检\n 内科 | 3 | 4 | 1\n 外科 | 5 | 1 | 2\n\n 合计 | =SUM(B2:B3) → 8 | =SUM(C2:C4) → 5 | =SUM(D1:D4) → 3" },
    {
      name: "groups with subtotals, and a total of the subtotals",
      sheet: "县区 | 数\n 甲 | 3\n 乙 | 5\n 小计 | =SUM(B2:B3) → 8\n 丙 | 2\n 丁 | 6\n 小计 | =SUM(B5:B6) → 8\n 总计 | =B4+B7 → 16",
    },
    { name: "a total that takes its subtotals off again", sheet: "县区 | 数\n 甲 | 3\n 乙 | 5\n 小计 | =SUM(B2:B3) → 8\n 丙 | 2\n 总计 | =SUM(B2:B5)-B4 → 10" },
    { name: "totals over their parts, group after group", sheet: "类别 | 数 | 比例\n 县级 | =SUM(B3:B4) → 8 | =SUM(C3:C4) → 80\n 甲 | 3 | =B3/B$7*100 → 30\n 乙 | 5 | =B4/B$7*100 → 50\n 乡级 | 2 | =B5/B$7*100 → 20\n\n 总计 | 10" },
    { name: "the sum of the first five, below the table", sheet: `单位 | 比例 | 数\n${[2, 3, 4, 5, 6, 7, 8].map((row) => `院${row} | =C${row}/C$9 → 0.1 | ${20 - row}`).join("\n")}\n 合计 | | 100\n\n 前五 | =SUM(B2:B6) → 0.5 | ` },
    { name: "quarters of a row of months", sheet: `项目 | ${"一二三四五六".split("").map((month) => `${month}月`).join(" | ")} | 一季度 | 二季度\n 收入 | 1 | =B2+1 → 2 | =C2+1 → 3 | =D2+1 → 4 | =E2+1 → 5 | =F2+1 → 6 | =SUM(B2:D2) → 6 | =SUM(E2:G2) → 15` },
    { name: "a price and a rounded share in a row of totals", sheet: "品种 | 数量 | 单价 | 金额\n 甲 | 3 | 10 | 30\n 乙 | 5 | 20 | 100\n 合计 | =SUM(B2:B3) → 8 | 16.25 | =SUM(D2:D3) → 130" },
    { name: "a typed-in total that differs by the rounding of its parts", sheet: "地区 | 甲 | 乙 | 丙\n 东 | 30413 | 5 | 1\n 西 | 20518 | 6 | 1\n 合计 | 50932 | =SUM(C2:C3) → 11 | =SUM(D2:D3) → 2" },
    { name: "a sum that moves on from row to row", sheet: "月份 | 数 | 近三月\n 1月 | 3\n 2月 | 4\n 3月 | 5 | =SUM(B2:B4) → 12\n 4月 | 6 | =SUM(B3:B5) → 15\n 5月 | 7 | =SUM(B4:B6) → 18" },
  ],
  invalid: [
    {
      name: "a last row that came in after the sum was made",
      sheet: "乡镇 | 户数\n 青石镇 | 312\n 白沙镇 | 205\n 柳河乡 | 98\n 合计 | =SUM(B2:B3) → 517",
      problems: [{ at: "B5", message: messages.leavesOut("=SUM(B2:B3)", "B4") }],
      suggested: "乡镇 | 户数\n 青石镇 | 312\n 白沙镇 | 205\n 柳河乡 | 98\n 合计 | =SUM(B2:B4)",
    },
    {
      name: "a first row that one of the totals leaves out",
      sheet: "Grant | Federal | State | Local\n Arts | 40 | 7 | 3\n Health | 12 | 9 | 1\n Roads | 25 | 4 | 6\n Total | =SUM(B2:B4) → 77 | =SUM(C3:C4) → 13 | =SUM(D2:D4) → 10",
      problems: [{ at: "C5", message: messages.unlike("=SUM(C3:C4)", "C2", "", "B5", "=SUM(B2:B4)") }],
      suggested: "Grant | Federal | State | Local\n Arts | 40 | 7 | 3\n Health | 12 | 9 | 1\n Roads | 25 | 4 | 6\n Total | =SUM(B2:B4) → 77 | =SUM(C2:C4) | =SUM(D2:D4) → 10",
    },
    {
      name: "the many that leave a row out, not the one that has it",
      sheet: "处室 | 甲 | 乙 | 丙\n 综合 | 4 | 7 | 3\n 规划 | 1 | 9 | 1\n 财务 | 2 | 4 | 6\n 合计 | =SUM(B3:B4) → 3 | =SUM(C3:C4) → 13 | =SUM(D2:D4) → 10",
      problems: [
        { at: "B5", message: messages.unlike("=SUM(B3:B4)", "B2", "", "D5", "=SUM(D2:D4)") },
        { at: "C5", message: messages.unlike("=SUM(C3:C4)", "C2", "", "D5", "=SUM(D2:D4)") },
      ],
    },
    {
      name: "the sum of another group",
      sheet: "类别 | 甲 | 乙 | 丙\n 一组 | =SUM(B3:B4) → 3 | =SUM(C3:C4) → 13 | =SUM(D3:D4) → 7\n 规划 | 1 | 9 | 1\n 财务 | 2 | 4 | 6\n 二组 | =SUM(B6:B7) → 9 | =SUM(C3:C4) → 13 | =SUM(D6:D7) → 5\n 建设 | 4 | 5 | 2\n 环保 | 5 | 6 | 3",
      problems: [{ at: "C5", message: messages.unlike("=SUM(C3:C4)", "C6:C7", "C3:C4", "B5", "=SUM(B6:B7)") }],
    },
    {
      name: "subtotals counted twice",
      sheet: "县区 | 数\n 甲 | 3\n 乙 | 5\n 小计 | =SUM(B2:B3) → 8\n 丙 | 2\n 丁 | 6\n 小计 | =SUM(B5:B6) → 8\n 总计 | =SUM(B2:B7) → 32",
      problems: [{ at: "B8", message: messages.countsTwice("=SUM(B2:B7)", "B4") }],
      suggested: "县区 | 数\n 甲 | 3\n 乙 | 5\n 小计 | =SUM(B2:B3) → 8\n 丙 | 2\n 丁 | 6\n 小计 | =SUM(B5:B6) → 8\n 总计 | =SUM(B2:B7)-B4-B7",
    },
    {
      name: "a row's sum that leaves its first column out, among rows that do not",
      sheet: `单位 | 一季度 | 二季度 | 三季度 | 合计\n${[2, 3, 4, 5, 6].map((row) => `院${row} | 4 | 2 | 3 | =SUM(${row === 4 ? "C" : "B"}${row}:D${row}) → 9`).join("\n")}`,
      problems: [{ at: "E4", message: messages.unlike("=SUM(C4:D4)", "B4", "", "E2", "=SUM(B2:D2)") }],
    },
    {
      name: "a total of the totals that stops one short",
      sheet: "项目 | 一月 | 二月 | 三月\n 甲 | 3 | 4 | 5\n 乙 | 1 | 2 | 3\n 合计 | =SUM(B2:B3) → 4 | =SUM(C2:C3) → 6 | =SUM(D2:D3) → 8\n\n 总计 | =SUM(B4:C4) → 10",
      problems: [{ at: "B6", message: messages.leavesOut("=SUM(B4:C4)", "D4") }],
    },
    {
      name: "typed-in totals that are not the sum, one of them beside a single formula",
      sheet: "县区 | 新建 | 续建 | 完工\n 甲 | 3 | 4 | 5\n 乙 | 5 | 2 | 3\n 合计 | =SUM(B2:B3) → 8 | 7 | 8",
      problems: [{ at: "C4", message: messages.typedTotal(7, 6, "=SUM(C2:C3)") }],
      suggested: "县区 | 新建 | 续建 | 完工\n 甲 | 3 | 4 | 5\n 乙 | 5 | 2 | 3\n 合计 | =SUM(B2:B3) → 8 | =SUM(C2:C3) | 8",
    },
    {
      name: "shares of one whole that do not make it up",
      sheet: "项目 | 人数 | 构成比(%)\n 甲 | 40 | 40\n 乙 | 35 | 35\n 丙 | 25 | 15\n 合计 | =SUM(B2:B4) → 100 | =SUM(C2:C4) → 90",
      problems: [{ at: "C5", message: messages.notWhole(90, 3) }],
    },
    {
      name: "a typed-in sum among the sums of a column",
      sheet: `单位 | 一季度 | 二季度 | 合计\n${[2, 3, 4, 5, 6].map((row) => `院${row} | ${row * 10} | 7 | ${row === 4 ? "57" : `=SUM(B${row}:C${row}) → ${row * 10 + 7}`}`).join("\n")}`,
      problems: [{ at: "D4", message: messages.typedTotal(57, 47, "=SUM(B4:C4)") }],
    },
  ],
});
