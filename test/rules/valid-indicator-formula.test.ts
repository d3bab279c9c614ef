import rule, { messages } from "../../src/rules/valid-indicator-formula";
import { testRule } from "../support/rule-tester";

const visits = "参保人员县域内门急诊人次 ÷ 参保人员门急诊总人次 × 100";

testRule(rule, {
  valid: [
    {
      name: "the same in many ways of writing",
      sheet: `
        县区   | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)
        云溪县 | 880 | 1000 | =B2/C2*100 → 88
        青石县 | 870 | 1000 | =100*B3/C3 → 87
        白沙县 | 860 | 1000 | =ROUND(B4/C4*100,2) → 86
        柳河县 | 850 | 1000 | =IF(C5=0,"",B5/C5*100) → 85
        石门县 | 840 | 1000 | =IFERROR(B6/(C6/100),"—") → 84
        安乡县 | 830 | 1000 | =($B7/$C7)*100 → 83
      `,
    },
    { name: "a ratio under a percent format", sheet: "医院 | 负债合计 | 资产合计 | 资产负债率\n 甲院 | 45 | 100 | =B2/C2 → 0.45\n 乙院 | 52 | 100 | =B3/C3 → 0.52", formats: { "D2:D3": "0.0%" } },
    { name: "a total that divides totals", sheet: "县区 | 县域内住院人次 | 住院总人次 | 县域内住院人次占比(%)\n 甲县 | 80 | 100 | =B2/C2*100 → 80\n 乙县 | 150 | 200 | =B3/C3*100 → 75\n 合计 | =SUM(B2:B3) → 230 | =SUM(C2:C3) → 300 | =SUM(B2:B3)/SUM(C2:C3)*100 → 76.67" },
    { name: "units that the formula evens out", sheet: "县区 | 县域内门急诊人次（万人次） | 门急诊总人次（人次） | 县域就诊率(%)\n 甲县 | 8.8 | 100000 | =B2*10000/C2*100 → 88\n 乙县 | 8.6 | 100000 | =B3*1000000/C3 → 86" },
    { name: "growth, also as a quotient less one", sheet: "医院 | 本年医疗收入 | 上年医疗收入 | 医疗费用增长率(%)\n 甲院 | 110 | 100 | =(B2-C2)/C2*100 → 10\n 乙院 | 105 | 100 | =(B3/C3-1)*100 → 5" },
    { name: "a ratio 1:X either way round", sheet: "医院 | 注册医师数 | 注册护士数 | 医护比\n 甲院 | 500 | 700 | =B2/C2 → 0.714\n 乙院 | 500 | 650 | =C3/B3 → 1.3" },
    // 口径待确认 never gives an error
    { name: "an indicator whose definition is only our reading of its name", sheet: "医院 | 管理费用 | 业务总费用 | 管理费用率(%)\n 甲院 | 9 | 100 | =C2/B2*100 → 1111" },
    { name: "a formula that cannot be read", sheet: '县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 880 | 1000 | =INDIRECT("C2")/B2*100 → 113.6' },
    { name: "inputs of another sheet", sheet: "指标名称 | 计量单位 | 指标值\n 公立医院平均住院日 | 天 | =台账!C2/台账!C3 → 8\n 县域就诊率 | % | =ROUND(台账!C4/台账!C5*100,1) → 88", others: { 台账: "项目 | 单位 | 数值\n 出院者占用总床日数 | 床日 | 8000\n 出院人数 | 人 | 1000\n 县域内门急诊人次 | 人次 | 880\n 门急诊总人次 | 人次 | 1000" } },
    { name: "a column that nobody defines", sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%) | 人均门急诊次数\n 甲县 | 880 | 1000 | =B2/C2*100 → 88 | =C2/B2 → 1.136" },
    { name: "what the row's own remark defines, though the dictionary says otherwise", sheet: "指标名称 | 分子 | 分母 | 完成值 | 备注\n 泊位周转率 | 300 | 100 | =B2/C2 → 3 | 泊位周转率=停放车次/泊位数" },
    { name: "an empty form", sheet: '序号 | 指标名称 | 分子 | 分母 | 指标值\n 1 | 县域就诊率(%) | | | =IFERROR(C2/D2*100,"") →' },
    { name: "quantities of the sheet that are nobody's input here", sheet: "街道 | 户数 | 人口 | 垃圾分类覆盖率(%)\n 甲 | 100 | 300 | =C2/B2*100 → 300", others: { 指标字典: "指标名称 | 计量单位 | 计算公式\n 垃圾分类覆盖率 | % | 已分类小区数/小区总数×100%" } },
  ],
  invalid: [
    {
      name: "swapped, a wrong column, a wrong row and a wrong factor",
      sheet: `
        2024年各县（市、区）医共体监测 | < | < | < | <
        县区   | 县域内门急诊人次 | 门急诊总人次 | 县域内住院人次 | 县域就诊率（%）
        云溪县 | 880 | 1000 | 70 | =B3/C3*100 → 88
        青石县 | 900 | 1000 | 80 | =C4/B4*100 → 111.1
        白沙县 | 850 | 1000 | 90 | =D5/C5*100 → 9
        柳河县 | 860 | 1000 | 91 | =B6/C5*100 → 86
        石门县 | 870 | 1000 | 92 | =B7/C7*1000 → 870
      `,
      problems: [
        { at: "E4", message: messages.swapped("县域就诊率（%）", "门急诊总人次 ÷ 县域内门急诊人次 × 100", visits) },
        { at: "E5", message: messages.column("县域就诊率（%）", "D5", "县域内住院人次", "B5", "县域内门急诊人次") },
        { at: "E6", message: messages.row("县域就诊率（%）", "C5", "白沙县的门急诊总人次", "C6", "柳河县的门急诊总人次") },
        { at: "E7", message: messages.factor("县域就诊率（%）", "县域内门急诊人次 ÷ 门急诊总人次 × 1000", visits, "10") },
      ],
      suggested: {
        fix: "改为 =B5/C5*100",
        sheet: `
          2024年各县（市、区）医共体监测 | < | < | < | <
          县区   | 县域内门急诊人次 | 门急诊总人次 | 县域内住院人次 | 县域就诊率（%）
          云溪县 | 880 | 1000 | 70 | =B3/C3*100
          青石县 | 900 | 1000 | 80 | =C4/B4*100
          白沙县 | 850 | 1000 | 90 | =B5/C5*100
          柳河县 | 860 | 1000 | 91 | =B6/C5*100
          石门县 | 870 | 1000 | 92 | =B7/C7*1000
        `,
      },
    },
    {
      name: "one indicator a row; the fix keeps guard and rounding",
      sheet: `
        序号 | 指标名称 | 计量单位 | 分子 | 分母 | 指标值
        1 | 县域就诊率 | % | 880 | 1000 | =D2/E2*100 → 88
        2 | 公立医院资产负债率 | % | 45 | 100 | =IF(D3=0,"",ROUND(E3/D3*100,1)) → 222.2
        3 | 公立医院平均住院日 | 天 | 8000 | 1000 | =D4/E4*100 → 800
      `,
      problems: [
        { at: "F3", message: messages.swapped("公立医院资产负债率", "资产合计 ÷ 负债合计 × 100", "负债合计 ÷ 资产合计 × 100") },
        { at: "F4", message: messages.factor("公立医院平均住院日", "出院者占用总床日数 ÷ 出院人数 × 100", "出院者占用总床日数 ÷ 出院人数", "100") },
      ],
      suggested: `
        序号 | 指标名称 | 计量单位 | 分子 | 分母 | 指标值
        1 | 县域就诊率 | % | 880 | 1000 | =D2/E2*100
        2 | 公立医院资产负债率 | % | 45 | 100 | =IF(E3=0,"",ROUND(D3/E3*100,1))
        3 | 公立医院平均住院日 | 天 | 8000 | 1000 | =D4/E4*100
      `,
    },
    {
      name: "last year's denominator beside this year's numerator",
      sheet: `
        指标名称 | 2023年 | < | < | 2024年 | < | <
        ^ | 分子 | 分母 | 指标值 | 分子 | 分母 | 指标值
        县域就诊率(%) | 860 | 1000 | =B3/C3*100 → 86 | 880 | 1010 | =E3/C3*100 → 88
      `,
      problems: [{ at: "G3", message: messages.column("县域就诊率(%)", "C3", "县域就诊率(%)的2023年分母", "F3", "2024年 分母") }],
      suggested: `
        指标名称 | 2023年 | < | < | 2024年 | < | <
        ^ | 分子 | 分母 | 指标值 | 分子 | 分母 | 指标值
        县域就诊率(%) | 860 | 1000 | =B3/C3*100 | 880 | 1010 | =E3/F3*100
      `,
    },
    {
      name: "indicators over their numerators and denominators",
      sheet: `
        县区 | 县域就诊率 | < | < | 县域内住院人次占比 | < | <
        ^ | 分子 | 分母 | 指标值(%) | 分子 | 分母 | 指标值(%)
        甲县 | 880 | 1000 | =B3/C3*100 → 88 | 80 | 100 | =E3/F3*100 → 80
        乙县 | 870 | 1000 | =B4/C4*100 → 87 | 82 | 100 | =F4/E4*100 → 122
      `,
      problems: [{ at: "G4", message: messages.swapped("县域内住院人次占比", "参保人员住院总人次 ÷ 参保人员县域内住院人次 × 100", "参保人员县域内住院人次 ÷ 参保人员住院总人次 × 100") }],
      suggested: `
        县区 | 县域就诊率 | < | < | 县域内住院人次占比 | < | <
        ^ | 分子 | 分母 | 指标值(%) | 分子 | 分母 | 指标值(%)
        甲县 | 880 | 1000 | =B3/C3*100 | 80 | 100 | =E3/F3*100
        乙县 | 870 | 1000 | =B4/C4*100 | 82 | 100 | =E4/F4*100
      `,
    },
    {
      name: "growth over the wrong year, and a quotient that forgets to take one off",
      sheet: `
        医院 | 本年医疗收入 | 上年医疗收入 | 医疗费用增长率(%)
        甲院 | 120 | 100 | =(B2-C2)/B2*100 → 16.7
        乙院 | 105 | 100 | =B3/C3*100 → 105
      `,
      problems: [
        { at: "D2", message: messages.other("医疗费用增长率(%)", "（本年医疗收入 − 上年医疗收入） ÷ 本年医疗收入 × 100", "（本年医疗收入 − 上年医疗收入） ÷ 上年医疗收入 × 100") },
        { at: "D3", message: messages.other("医疗费用增长率(%)", "本年医疗收入 ÷ 上年医疗收入 × 100", "（本年医疗收入 − 上年医疗收入） ÷ 上年医疗收入 × 100") },
      ],
      suggested: `
        医院 | 本年医疗收入 | 上年医疗收入 | 医疗费用增长率(%)
        甲院 | 120 | 100 | =(B2-C2)/C2*100
        乙院 | 105 | 100 | =B3/C3*100
      `,
    },
    {
      name: "units that the formula forgets",
      sheet: `
        县区 | 县域内门急诊人次（万人次） | 门急诊总人次（人次） | 县域就诊率(%)
        甲县 | 8.8 | 100000 | =B2*10000/C2*100 → 88
        乙县 | 8.9 | 100000 | =B3/C3*100 → 0.0089
      `,
      problems: [{ at: "D3", message: messages.factor("县域就诊率(%)", "县域内门急诊人次 ÷ 门急诊总人次 × 100", visits, "0.0001") }],
      suggested: `
        县区 | 县域内门急诊人次（万人次） | 门急诊总人次（人次） | 县域就诊率(%)
        甲县 | 8.8 | 100000 | =B2*10000/C2*100
        乙县 | 8.9 | 100000 | =B3*10000/C3*100
      `,
    },
    {
      name: "swapped cells of another sheet",
      sheet: "指标名称 | 计量单位 | 指标值\n 公立医院资产负债率 | % | =财务!B3/财务!B2*100 → 222",
      others: { 财务: "科目 | 金额\n 负债合计 | 45\n 资产合计 | 100" },
      problems: [{ at: "C2", message: messages.swapped("公立医院资产负债率", "资产合计 ÷ 负债合计 × 100", "负债合计 ÷ 资产合计 × 100") }],
      suggested: "指标名称 | 计量单位 | 指标值\n 公立医院资产负债率 | % | =财务!B2/财务!B3*100",
    },
    {
      name: "an item of another sheet taken for the one beside it",
      sheet: "指标名称 | 计量单位 | 指标值\n 县域就诊率 | % | =台账!C2/台账!C4*100 → 110",
      others: { 台账: "项目 | 单位 | 数值\n 县域内门急诊人次 | 人次 | 880\n 门急诊总人次 | 人次 | 1000\n 住院总人次 | 人次 | 800" },
      problems: [{ at: "C2", message: messages.row("县域就诊率", "台账!C4", "住院总人次", "台账!C3", "门急诊总人次") }],
      suggested: "指标名称 | 计量单位 | 指标值\n 县域就诊率 | % | =台账!C2/台账!C3*100",
    },
    {
      name: "what the workbook's own dictionary defines",
      sheet: `
        街道 | 可回收物回收量（吨） | 生活垃圾产生量（吨） | 回收利用率(%)
        城关街道 | 30 | 90 | =B2/C2*100 → 33.3
        河西街道 | 40 | 100 | =C3/B3*100 → 250
      `,
      others: { 指标字典: "指标名称 | 计量单位 | 计算公式\n 回收利用率 | % | 可回收物回收量/生活垃圾产生量×100%" },
      problems: [{ at: "D3", message: messages.swapped("回收利用率(%)", "生活垃圾产生量 ÷ 可回收物回收量 × 100", "可回收物回收量 ÷ 生活垃圾产生量 × 100") }],
      suggested: `
        街道 | 可回收物回收量（吨） | 生活垃圾产生量（吨） | 回收利用率(%)
        城关街道 | 30 | 90 | =B2/C2*100
        河西街道 | 40 | 100 | =B3/C3*100
      `,
    },
    {
      name: "what a line under the table defines",
      sheet: `
        镇街 | 接入泊位数 | 泊位总数 | 泊位接入率（%）
        东湖街道 | 30 | 90 | =C2/B2*100 → 300
        注：泊位接入率=接入泊位数/泊位总数×100% | | |
      `,
      others: { 指标字典: "指标名称 | 计量单位\n 泊位接入率 | %" },
      problems: [{ at: "D2", message: messages.swapped("泊位接入率（%）", "泊位总数 ÷ 接入泊位数 × 100", "接入泊位数 ÷ 泊位总数 × 100") }],
      suggested: `
        镇街 | 接入泊位数 | 泊位总数 | 泊位接入率（%）
        东湖街道 | 30 | 90 | =B2/C2*100
        注：泊位接入率=接入泊位数/泊位总数×100% | | |
      `,
    },
    {
      name: "what the row's own formula column defines, over 分子 and 分母",
      sheet: "指标 | 计算公式 | 分子 | 分母 | 完成值\n 亮灯率（%） | 亮灯盏数/路灯总盏数×100% | 95 | 100 | =D2/C2*100 → 105.3",
      problems: [{ at: "E2", message: messages.swapped("亮灯率（%）", "路灯总盏数 ÷ 亮灯盏数 × 100", "亮灯盏数 ÷ 路灯总盏数 × 100") }],
      suggested: "指标 | 计算公式 | 分子 | 分母 | 完成值\n 亮灯率（%） | 亮灯盏数/路灯总盏数×100% | 95 | 100 | =C2/D2*100",
    },
  ],
});
