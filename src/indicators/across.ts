/** Who owns or delivers a row is no column of numbers: 责任县区, 数据来源单位. */
const ofWhom = "(?!.*(?:责任|牵头|所属|来源|提供|填报|报送|负责|配合|协办|主管|实施|名称|考核|评价|单位|类|目标|计划|上年|去年|同期))";
const places = "(?:[\\u4e00-\\u9fff]{1,8}(?:县|市|区|旗|镇|乡|街道)|.{1,20}(?:院|院区|卫生院|服务中心|学校|小学|中学|幼儿园|分局|监测站|公司))";
const months = "(?:(?:(?:19|20)\\d{2}年)?(?:(?:1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})月份?|(?:1|一)[-—~至](?:1[0-2]|[2-9]|[二三四五六七八九十]{1,2})月|第?[1-4一二三四]季度|[上下]半年|全年))";
const sums = "(?:合计|总计|小计|累计|全[市县区省州国镇院校]|(?:全[市县区省州国镇院校])?(?:合计|平均))";

/** Heads of columns that stand side by side, a county, hospital or month each, in a table of one indicator a row. */
export const acrossHeading = new RegExp(`^${ofWhom}(?:${places}|${months}|${sums})$`);

const sumHeading = /^(?:.{0,6}(?:合计|总计|小计|累计|平均)|全[市县区省州国镇院校年]|.{0,7}季度|.{0,5}[上下]半年|.{1,7}[-—~至].{1,3}月)$/;

/** Whether a column among such adds up or averages the others. */
export function isSumHeading(text: string): boolean {
  return text.length <= 12 && sumHeading.test(text.replace(/\s/g, ""));
}
