import { readDeadlineCell, standardText } from "../../src/language/deadline/cell";

test.each([
  // 2024-12-31 is serial 45657 from 1900 and 44195 from 1904
  [45657, "yyyy-mm-dd", false, "date", "2024-12-31", "2024年12月31日前"],
  [44195, "yyyy/m/d", true, "date", "2024-12-31", "2024年12月31日前"],
  [45657, 'yyyy"年"m"月"d"日"', false, "date", "2024-12-31", "2024年12月31日前"],
  [45627, 'yyyy"年"m"月"', false, "date", "2024-12-31", "2024年12月底前"],
  [45657, "m/d/yy", false, "date", "2024-12-31", "2024年12月31日前"],
  [45657.75, "yyyy-mm-dd hh:mm", false, "date", "2024-12-31", "2024年12月31日前"],
  [45657, "[$-804]yyyy年m月d日;@", false, "date", "2024-12-31", "2024年12月31日前"],
  [45657, "General", false, "none", undefined, undefined],
  [45657, "0.00", false, "none", undefined, undefined],
  [45657, "#,##0", false, "none", undefined, undefined],
  [0.5, "[h]:mm", false, "none", undefined, undefined],
  [2025, "General", false, "loose", "2025-12-31", "2025年底前"],
  [202512, "General", false, "loose", "2025-12-31", "2025年12月底前"],
  [20251231, "0", false, "loose", "2025-12-31", "2025年12月31日前"],
  [2022.12, "General", false, "loose", "2022-12-31", "2022年12月底前"],
  [2022.1, "General", false, "none", undefined, undefined],
  ["2022年12月底前", "General", false, "standard", "2022-12-31", "2022年12月底前"],
  ["2025年底前", "@", false, "standard", "2025-12-31", "2025年底前"],
  ["2024年上半年", "@", false, "standard", "2024-06-30", "2024年上半年"],
  ["2022.12", "@", false, "loose", "2022-12-31", "2022年12月底前"],
  ["2022-12-31", "@", false, "loose", "2022-12-31", "2022年12月31日前"],
  ["22年12月", "@", false, "loose", "2022-12-31", "2022年12月底前"],
  ["2024年Q4", "@", false, "loose", "2024-12-31", "2024年第四季度"],
  ["二〇二四年底前", "@", false, "loose", "2024-12-31", "2024年底前"],
  ["２０２４年底前", "@", false, "loose", "2024-12-31", "2024年底前"],
  ["2023—2025年", "@", false, "standard", "2025-12-31", "2023—2025年"],
  ["2023年1月-2025年6月", "@", false, "standard", "2025-06-30", "2023年1月至2025年6月"],
  ["持续推进", "@", false, "none", undefined, undefined],
  ["每季度末", "@", false, "none", undefined, undefined],
  [true, "General", false, "none", undefined, undefined],
  [null, "General", false, "none", undefined, undefined],
])("%j shown as %s is %s", (value, format, uses1904Dates, form, lastDay, standard) => {
  const cell = readDeadlineCell(value, format, uses1904Dates);
  expect({ form: cell.form, lastDay: "lastDay" in cell.deadline ? cell.deadline.lastDay : undefined, standard: standardText(cell) }).toEqual({ form, lastDay, standard });
});
