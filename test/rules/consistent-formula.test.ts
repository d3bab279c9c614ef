import rule, { messages } from "../../src/rules/consistent-formula";
import { testRule } from "../support/rule-tester";

/** Rows of 医院 | 门诊 | 住院 | 合计 or the like, with a formula for each row; `#` in it is the row. */
function rows(formulas: readonly string[], first = 2): string {
  return formulas.map((formula, index) => `医院${index + first} | ${40 + index * 7} | ${12 + index} | ${formula.replace(/#/g, String(first + index))}`).join("\n");
}

const share = "=B#/C#*100 → 1";

testRule(rule, {
  valid: [
    { name: "one pattern all the way down", sheet: `单位 | 完成 | 计划 | 比例\n${rows([share, share, share, share])}` },
    { name: "the same said in two ways", sheet: `单位 | 完成 | 计划 | 合计\n${rows(["=B#+C# → 1", "=SUM(B#:C#) → 1", "=C#+B# → 1", "=+B#+C# → 1", "=(B#+C#) → 1"])}` },
    {
      name: "a running balance with its own first row",
      sheet: `日期 | 收入 | 支出 | 余额\n 1月 | 30 | 10 | =B2-C2 → 20\n 2月 | 20 | 5 | =D2+B3-C3 → 35\n 3月 | 20 | 5 | =D3+B4-C4 → 50\n 4月 | 20 | 5 | =D4+B5-C5 → 65`,
    },
    {
      name: "a year to date",
      sheet: `月份 | 当月 | 累计\n 1月 | 3 | =SUM(B$2:B2) → 3\n 2月 | 4 | =SUM(B$2:B3) → 7\n 3月 | 5 | =SUM(B$2:B4) → 12\n 4月 | 6 | =SUM(B$2:B5) → 18`,
    },
    {
      name: "subtotal rows among the rows they add up",
      sheet: `类别 | 门诊 | 住院 | 合计
        县级 | 3 | 4 | =B2+C2 → 7
        乡级 | 5 | 4 | =B3+C3 → 9
        小计 | =SUM(B2:B3) → 8 | =SUM(C2:C3) → 8 | =SUM(D2:D3) → 16
        村级 | 1 | 2 | =B5+C5 → 3
        民办 | 1 | 2 | =B6+C6 → 3
        小计 | =SUM(B5:B6) → 2 | =SUM(C5:C6) → 4 | =SUM(D5:D6) → 6`,
    },
    { name: "rates written into the formulas", sheet: `项目 | 基数 | 人数 | 经费\n${rows(["=B#*0.3 → 1", "=B#*0.3 → 1", "=B#*0.45 → 1", "=B#*0.3 → 1", "=B#*0.3+5 → 1", "=B#*0.3 → 1"])}` },
    {
      name: "another table below with another layout",
      sheet: `单位 | 一 | 二 | 三 | 计\n${[2, 3, 4, 5].map((row) => `院${row} | 1 | 2 | 3 | =SUM(B${row}:D${row}) → 6`).join("\n")}\n\n\n\n\n\n\n\n\n\n\n\n\n单位 | 一 | 二 | 三 | 前两项\n 甲 | 1 | 2 | 3 | =SUM(B19:C19) → 3`,
    },
    { name: "a typed-in number that is what the formula gives", sheet: `单位 | 完成 | 计划 | 合计\n${rows(["=B#+C# → 52", "=B#+C# → 60", "68", "=B#+C# → 76", "=B#+C# → 84"])}` },
    { name: "a typed-in 0, which says that there is none", sheet: `单位 | 完成 | 计划 | 合计\n${rows(["=B#+C# → 52", "=B#+C# → 60", "0", "=B#+C# → 76", "=B#+C# → 84"])}` },
    { name: "a typed-in opening balance", sheet: "月份 | 收入 | 支出 | 结余\n 上年 | 0 | 0 | 500\n 1月 | 30 | 10 | =D2+B3-C3 → 520\n 2月 | 20 | 5 | =D3+B4-C4 → 535\n 3月 | 20 | 5 | =D4+B5-C5 → 550" },
    { name: "a typed-in number where the formula would have nothing to read", sheet: `单位 | 完成 | 计划 | 比例\n 甲 | 1 | 2 | =B2/C2 → 0.5\n 乙 | 1 | 2 | =B3/C3 → 0.5\n 丙 | | | 0.6\n 丁 | 1 | 2 | =B5/C5 → 0.5\n 戊 | 1 | 2 | =B6/C6 → 0.5` },
    {
      name: "sums of the rows above in a row that holds numbers too",
      sheet: `单位 | 一 | 二 | 一加二 | 三 | 二加三\n${[2, 3, 4].map((row) => `院${row} | 1 | 2 | =B${row}+C${row} → 3 | 3 | =C${row}+E${row} → 5`).join("\n")}\n 前三 | 7 | 8 | =SUM(D2:D4) → 9 | 9 | =SUM(F2:F4) → 15\n${[6, 7, 8].map((row) => `院${row} | 1 | 2 | =B${row}+C${row} → 3 | 3 | =C${row}+E${row} → 5`).join("\n")}`,
    },
    { name: "dates that alternate", sheet: "周一 | 周日 | 周一 | 周日 | 周一 | 周日\n 45000 | =A2+6 | =B2+1 | =C2+6 | =D2+1 | =E2+6" },
  ],
  invalid: [
    {
      name: "the row above by mistake, between rows that read their own",
      sheet: `单位 | 完成 | 计划 | 比例\n${rows([share, share, "=B#/C3*100 → 1", share, share])}`,
      problems: [{ at: "D4", message: messages.differs("=B4/C3*100", "=B4/C4*100", { line: "column", count: 4, at: "D2", formula: "=B2/C2*100" }) }],
      suggested: `单位 | 完成 | 计划 | 比例\n${rows([share, share, share, share, share])}`.replace("=B4/C4*100 → 1", "=B4/C4*100"),
    },
    {
      name: "numerator and denominator the other way round, and a factor ten times too small",
      sheet: `单位 | 完成 | 计划 | 比例\n${rows([share, share, "=C#/B#*100 → 1", share, share, "=B#/C#*10 → 1", share, share])}`,
      problems: [
        { at: "D4", message: messages.differs("=C4/B4*100", "=B4/C4*100", { line: "column", count: 6, at: "D2", formula: "=B2/C2*100" }) },
        { at: "D7", message: messages.differs("=B7/C7*10", "=B7/C7*100", { line: "column", count: 6, at: "D5", formula: "=B5/C5*100" }) },
      ],
    },
    {
      name: "a fixed reference that should move",
      sheet: `单位 | 完成 | 计划 | 比例\n${rows([share, share, share, "=B#/$C$2*100 → 1", share])}`,
      problems: [{ at: "D5", message: messages.differs("=B5/$C$2*100", "=B5/C5*100", { line: "column", count: 4, at: "D2", formula: "=B2/C2*100" }) }],
    },
    {
      name: "a cell of another worksheet that is the wrong row",
      sheet: `单位 | 比例\n${["2", "3", "3", "5", "6"].map((from, index) => `院${index} | =门诊!B${from}/门诊!C${index + 2}*100 → 1`).join("\n")}`,
      problems: [{ at: "B4", message: messages.differs("=门诊!B3/门诊!C4*100", "=门诊!B4/门诊!C4*100", { line: "column", count: 4, at: "B2", formula: "=门诊!B2/门诊!C2*100" }) }],
    },
    {
      name: "a slip among formulas that read formulas",
      sheet: `单位 | 甲 | 乙 | 计 | 占比\n${[2, 3, 4, 5, 6].map((row) => `院${row} | 1 | 2 | =B${row}+C${row} → 3 | =B${row}/${row === 5 ? "C" : "D"}${row} → 0.3`).join("\n")}`,
      problems: [{ at: "E5", message: messages.differs("=B5/C5", "=B5/D5", { line: "column", count: 4, at: "E2", formula: "=B2/D2" }) }],
    },
    {
      name: "one month of a row, where every month reads its own column",
      sheet: "项目 | 一月 | 二月 | 三月 | 四月 | 五月\n 完成 | 3 | 4 | 5 | 6 | 7\n 计划 | 4 | 5 | 6 | 7 | 8\n 比例 | =B2/B3 → 0.75 | =C2/C3 → 0.8 | =D2/C3 → 1 | =E2/E3 → 0.86 | =F2/F3 → 0.9",
      problems: [{ at: "D4", message: messages.differs("=D2/C3", "=D2/D3", { line: "row", count: 4, at: "B4", formula: "=B2/B3" }) }],
    },
    {
      name: "the first row without the factor that all the others have, with the very same cells",
      sheet: `单位 | 完成 | 计划 | 比例\n${rows(["=B#/C# → 1", share, share, share, share])}`,
      problems: [{ at: "D2", message: messages.differs("=B2/C2", "=B2/C2*100", { line: "column", count: 4, at: "D3", formula: "=B3/C3*100" }) }],
    },
    {
      name: "a number typed over a formula",
      sheet: `单位 | 完成 | 计划 | 合计\n${rows(["=B#+C# → 52", "=B#+C# → 60", "90", "=B#+C# → 76", "=B#+C# → 84"])}`,
      problems: [{ at: "D4", message: messages.typedOver(90, "=B4+C4", 68) }],
    },
    {
      name: "a total of three groups that forgets one",
      sheet: "类别 | 甲 | 乙 | 丙\n 县级 | 3 | 4 | 5\n 乡级 | 1 | 2 | 3\n 村级 | 2 | 2 | 2\n 其他 | 1 | 1 | 1\n 县乡村 | =B2+B3+B4 → 6 | =C2+C4 → 6 | =D2+D3+D4 → 10",
      problems: [{ at: "C6", message: messages.differs("=C2+C4", "=C2+C3+C4", { line: "row", count: 2, at: "B6", formula: "=B2+B3+B4" }) }],
    },
    {
      name: "numbers typed over the first and the last formula",
      sheet: `单位 | 完成 | 计划 | 合计\n${rows(["50", "=B#+C# → 60", "=B#+C# → 68", "=B#+C# → 76", "85"])}`,
      problems: [
        { at: "D2", message: messages.typedOver(50, "=B2+C2", 52) },
        { at: "D6", message: messages.typedOver(85, "=B6+C6", 84) },
      ],
    },
    {
      name: "a total that would miss what is not filled in yet",
      sheet: "科室 | 甲 | 乙 | 丙\n 内科 | 3 | 4 | \n 外科 | 5 | 1 | 2\n 儿科 | 2 | 2 | 2\n 合计 | =SUM(B2:B4) → 10 | =SUM(C2:C4) → 7 | =SUM(D3:D4) → 4",
      problems: [{ at: "D5", message: messages.shortSum("=SUM(D3:D4)", "D2", { line: "row", count: 2, at: "B5", formula: "=SUM(B2:B4)" }) }],
      suggested: "科室 | 甲 | 乙 | 丙\n 内科 | 3 | 4 | \n 外科 | 5 | 1 | 2\n 儿科 | 2 | 2 | 2\n 合计 | =SUM(B2:B4) → 10 | =SUM(C2:C4) → 7 | =SUM(D2:D4)",
    },
  ],
});
