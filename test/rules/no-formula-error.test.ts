import rule, { messages } from "../../src/rules/no-formula-error";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "formulas that give numbers and texts", sheet: "县区 | 完成 | 计划 | 比例\n 东溪区 | 3 | 4 | =B2/C2 → 0.75\n 西溪区 | 2 | 0 | =IF(C3=0,\"\",B3/C3)" },
    { name: "an error that a person typed as a text", sheet: '县区 | 比例\n 东溪区 | "#N/A"\n 西溪区 | =LEN(B2) → 4' },
    { name: "a formula that asks for an error by its text", sheet: '县区 | 说明\n 东溪区 | =IF(A2="#REF!",1,0) → 0' },
    { name: "an error that is caught", sheet: "县区 | 完成 | 计划 | 比例\n 东溪区 | 3 | 0 | =IFERROR(B2/C2,0) → 0" },
  ],
  invalid: [
    {
      name: "each row's own blank or zero denominator, and not the mean of them",
      sheet: "县区 | 完成 | 计划 | 比例\n 东溪区 | 3 | | =B2/C2 → #DIV/0!\n 西溪区 | 2 | 0 | =B3/C3*100 → #DIV/0!\n 平均 | | | =AVERAGE(D2:D3) → #DIV/0!",
      problems: [
        { at: "D2", message: messages.divisionByZero("=B2/C2", { at: "C2", isBlank: true }) },
        { at: "D3", message: messages.divisionByZero("=B3/C3*100", { at: "C3", isBlank: false }) },
      ],
    },
    {
      name: "a dead reference, also where the value still looks sound, and not what hangs on it on another sheet",
      sheet: "项目 | 金额\n 道路 | =#REF!+B3 → 8\n 桥梁 | 8\n 合计 | =#REF!*2 → #REF!",
      others: { 汇总: "合计 | =Sheet1!B4 → #REF!" },
      problems: [
        { at: "B2", message: messages.deadReference("=#REF!+B3") },
        { at: "B4", message: messages.deadReference("=#REF!*2") },
      ],
    },
    {
      name: "a text among numbers, a name that is not found, a misspelt function",
      sheet: "项目 | 金额 | 份数 | 合价\n 道路 | 三万 | 2 | =B2*C2 → #VALUE!\n 桥梁 | 5 | 1 | =VLOOKUP(A3,F2:G9,2,0) → #N/A\n 隧道 | 7 | 2 | =SUMM(B4:C4) → #NAME?",
      problems: [
        { at: "D2", message: messages.wrongKind("=B2*C2", { at: "B2", text: "三万" }) },
        { at: "D3", message: messages.notFound("=VLOOKUP(A3,F2:G9,2,0)") },
        { at: "D4", message: messages.unknownName("=SUMM(B4:C4)") },
      ],
    },
    {
      name: "the mean of nothing, the root of a negative number, ranges that do not meet",
      sheet: "甲 | 乙\n | =AVERAGE(A2:A9) → #DIV/0!\n -4 | =SQRT(A3) → #NUM!\n 1 | =SUM(A2:A3 C2:C3) → #NULL!",
      problems: [
        { at: "B2", message: messages.nothingToAverage("=AVERAGE(A2:A9)") },
        { at: "B3", message: messages.badNumber("=SQRT(A3)") },
        { at: "B4", message: messages.noIntersection("=SUM(A2:A3 C2:C3)") },
      ],
    },
  ],
});
