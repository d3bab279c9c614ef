import rule, { messages } from "../../src/rules/valid-percent-scale";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "×100 under a header with (%)", sheet: "县区 | 县域内住院人次 | 住院总人次 | 县域内住院人次占比(%)\n 甲县 | 80 | 100 | =B2/C2*100 → 80\n 乙县 | 82 | 100 | 82" },
    { name: "a bare ratio under a percent format, the header with and without (%)", sheet: "县区 | 县域内住院人次 | 住院总人次 | 县域内住院人次占比(%)\n 甲县 | 80 | 100 | =B2/C2 → 0.8\n 乙县 | 82 | 100 | 0.82", formats: { "D2:D3": "0.00%" } },
    { name: "a sign that the format only writes behind the number", sheet: "县区 | 县域内住院人次 | 住院总人次 | 县域内住院人次占比\n 甲县 | 80 | 100 | =B2/C2*100 → 80", formats: { "D2:D2": '0.0"%"' } },
    { name: "a bare ratio where nothing says %", sheet: "县区 | 县域内住院人次 | 住院总人次 | 县域内住院人次占比\n 甲县 | 80 | 100 | =B2/C2 → 0.8\n 乙县 | 82 | 100 | 0.82" },
    { name: "shares that are small indeed", sheet: "医院 | 手术患者并发症发生率(%) | 医疗费用增长率(%)\n 甲院 | 0.31 | 0.8\n 乙院 | 0.52 | -0.5\n 丙院 | 1.2 | 5" },
    { name: "days, ratios and indices", sheet: "指标 | 计量单位 | 指标值\n 公立医院平均住院日 | 天 | 8.1\n 公立医院医护比 | 1:X | 0.7\n 医院病例组合指数(CMI)值 | | 0.98" },
    { name: "another factor, which another rule reports", sheet: "县区 | 县域内住院人次 | 住院总人次 | 县域内住院人次占比(%)\n 甲县 | 80 | 100 | =B2/C2*1000 → 800" },
    { name: "0 and 1, which may be either", sheet: "县区 | 县域内住院人次占比(%)\n 甲县 | 0\n 乙县 | 100\n 丙县 | 1" },
  ],
  invalid: [
    {
      name: "×100 under a percent format, as a formula, guarded, and typed in",
      sheet: `
        县区 | 县域内住院人次 | 住院总人次 | 县域内住院人次占比
        甲县 | 80 | 100 | =B2/C2 → 0.8
        乙县 | 81 | 100 | =B3/C3*100 → 81
        丙县 | 82 | 100 | =IFERROR(B4/C4*100,"") → 82
        丁县 | 83 | 100 | 83
      `,
      formats: { "D2:D5": "0.00%" },
      problems: [
        { at: "D3", message: messages.hundred("县域内住院人次占比", "显示为 8100%") },
        { at: "D4", message: messages.hundred("县域内住院人次占比", "显示为 8200%") },
        { at: "D5", message: messages.hundred("县域内住院人次占比", "显示为 8300%") },
      ],
      suggested: {
        fix: '改为 =IFERROR(B4/C4,"")',
        sheet: `
          县区 | 县域内住院人次 | 住院总人次 | 县域内住院人次占比
          甲县 | 80 | 100 | =B2/C2
          乙县 | 81 | 100 | =B3/C3*100
          丙县 | 82 | 100 | =IFERROR(B4/C4,"")
          丁县 | 83 | 100 | 83
        `,
      },
    },
    {
      name: "bare ratios under (%)",
      sheet: `
        县区 | 县域内住院人次 | 住院总人次 | 县域内住院人次占比（％）
        甲县 | 80 | 100 | =B2/C2*100 → 80
        乙县 | 81 | 100 | =IF(C3=0,"",B3/C3) → 0.81
        丙县 | 82 | 100 | 0.82
      `,
      problems: [
        { at: "D3", message: messages.bare("县域内住院人次占比（％）", " 0.81") },
        { at: "D4", message: messages.bare("县域内住院人次占比（％）", " 0.82") },
      ],
      suggested: `
        县区 | 县域内住院人次 | 住院总人次 | 县域内住院人次占比（％）
        甲县 | 80 | 100 | =B2/C2*100
        乙县 | 81 | 100 | =IF(C3=0,"",B3/C3*100)
        丙县 | 82 | 100 | 0.82
      `,
    },
    {
      name: "one indicator a row, its unit in a column of its own",
      sheet: "序号 | 指标名称 | 计量单位 | 分子 | 分母 | 指标值\n 1 | 公立医院资产负债率 | ％ | 45 | 100 | =D2/E2 → 0.45\n 2 | 县域就诊率 | % | 880 | 1000 | 0.88",
      problems: [
        { at: "F2", message: messages.bare("公立医院资产负债率", " 0.45") },
        { at: "F3", message: messages.bare("县域就诊率", " 0.88") },
      ],
      suggested: { fix: "改为 88", sheet: "序号 | 指标名称 | 计量单位 | 分子 | 分母 | 指标值\n 1 | 公立医院资产负债率 | ％ | 45 | 100 | =D2/E2\n 2 | 县域就诊率 | % | 880 | 1000 | 88" },
    },
    {
      name: "two scales in one column of numbers that nothing is computed from",
      sheet: "医院 | 资产负债率(%)\n 甲院 | 45.2\n 乙院 | 0.48\n 丙院 | 50",
      problems: [{ at: "B3", message: messages.mixed("资产负债率(%)", "0.48") }],
      suggested: "医院 | 资产负债率(%)\n 甲院 | 45.2\n 乙院 | 48\n 丙院 | 50",
    },
    {
      name: "two scales in one column that names no unit",
      sheet: "医院 | 资产负债率\n 甲院 | 45.2\n 乙院 | 0.48\n 丙院 | 50\n 丁院 | 47",
      problems: [{ at: "B3", message: messages.mixed("资产负债率", "0.48") }],
      suggested: "医院 | 资产负债率\n 甲院 | 45.2\n 乙院 | 48\n 丙院 | 50\n 丁院 | 47",
    },
    {
      name: "two scales among formulas, in a column that names no unit",
      sheet: `
        县区 | 县域内住院人次 | 住院总人次 | 县域内住院人次占比
        甲县 | 80 | 100 | =B2/C2*100 → 80
        乙县 | 81 | 100 | =ROUND(B3/C3,4) → 0.81
        丙县 | 82 | 100 | =B4/C4*100 → 82
      `,
      problems: [{ at: "D3", message: messages.mixed("县域内住院人次占比", "0.81") }],
      suggested: `
        县区 | 县域内住院人次 | 住院总人次 | 县域内住院人次占比
        甲县 | 80 | 100 | =B2/C2*100
        乙县 | 81 | 100 | =ROUND(B3/C3,4)*100
        丙县 | 82 | 100 | =B4/C4*100
      `,
    },
    {
      name: "80 among 0.8, as a formula, typed in beside its inputs, and typed in alone",
      sheet: `
        县区 | 县域内住院人次 | 住院总人次 | 县域内住院人次占比 | 县域就诊率
        甲县 | 80 | 100 | =B2/C2 → 0.8 | 0.91
        乙县 | 81 | 100 | =B3/C3*100 → 81 | 0.89
        丙县 | 82 | 100 | =B4/C4 → 0.82 | 90
        丁县 | 83 | 100 | =B5/C5 → 0.83 | 0.9
        戊县 | 84 | 100 | =B6/C6 → 0.84 | 0.9
        己县 | 85 | 100 | 85 | 0.9
      `,
      problems: [
        { at: "D3", message: messages.mixedHundred("县域内住院人次占比", "81") },
        { at: "E4", message: messages.mixedHundred("县域就诊率", "90") },
        { at: "D7", message: messages.mixedHundred("县域内住院人次占比", "85") },
      ],
      suggested: {
        fix: "改为 0.9",
        sheet: `
          县区 | 县域内住院人次 | 住院总人次 | 县域内住院人次占比 | 县域就诊率
          甲县 | 80 | 100 | =B2/C2 | 0.91
          乙县 | 81 | 100 | =B3/C3*100 | 0.89
          丙县 | 82 | 100 | =B4/C4 | 0.9
          丁县 | 83 | 100 | =B5/C5 | 0.9
          戊县 | 84 | 100 | =B6/C6 | 0.9
          己县 | 85 | 100 | 85 | 0.9
        `,
      },
    },
    {
      name: "×100 typed in under a percent format, with nothing to compute it from",
      sheet: "指标名称 | 指标值 | 目标值\n 县域就诊率 | 88 | 0.9",
      formats: { "B2:C2": "0%" },
      problems: [{ at: "B2", message: messages.hundred("县域就诊率", "显示为 8800%") }],
      suggested: "指标名称 | 指标值 | 目标值\n 县域就诊率 | 0.88 | 0.9",
    },
  ],
});
