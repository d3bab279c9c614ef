import type { Deadline, DeadlineContext } from "../../src/language/deadline";

export type DeadlineExample = { readonly text: string; readonly context: DeadlineContext; readonly is: string; readonly lastDay: string };

export function examplesOf(table: string): DeadlineExample[] {
  let context: DeadlineContext = {};
  return table.split("\n").flatMap((line) => {
    const [, what, value = ""] = /^(year|issued) (.*):$/.exec(line) ?? [];
    if (what !== undefined) {
      context = what === "year" ? { year: Number(value) } : { issued: value };
      return [];
    }
    const [text = "", is = "", lastDay = ""] = line.split(" | ");
    return is === "" ? [] : [{ text: text.replace(/⏎/g, "\n"), context, is: is.replace(/ \|$/, "").trim(), lastDay: lastDay.trim() }];
  });
}

/** A deadline in the table's words. */
export function describeDeadline(deadline: Deadline): string {
  switch (deadline.kind) {
    case "by":
    case "range":
      return `${deadline.kind} ${deadline.granularity}`;
    case "periodic":
      return `periodic ${deadline.every}`;
    case "plan-period":
      return `plan-period ${deadline.plan}`;
    case "relative":
      return deadline.count === undefined ? "relative" : ["relative", deadline.unit, deadline.count, ...(deadline.anchor === undefined ? [] : [deadline.anchor])].join(" ");
    default:
      return deadline.kind;
  }
}

/** phrase | what it is | its last day; a context in front: "year 2024:" or "issued 2024-05-06:" for the lines below it. `⏎` is a line break. */
export const deadlinePhrases = `
2022年8月底前 | by month | 2022-08-31
2022年12月底前 | by month | 2022-12-31
2024年2月底前 | by month | 2024-02-29
2023年2月底 | by month | 2023-02-28
2023年2月末 | by month | 2023-02-28
2025年6月底之前 | by month | 2025-06-30
2025年6月底以前 | by month | 2025-06-30
2025年6月 | by month | 2025-06-30
2025年6月份 | by month | 2025-06-30
2025年6月份底前 | by month | 2025-06-30
2025年06月底前 | by month | 2025-06-30
2025年6月内 | by month | 2025-06-30
2025年6月前 | by month | 2025-05-31
2025年1月前 | by month | 2024-12-31
2025年6月之前 | by month | 2025-05-31
2025年6月以前 | by month | 2025-05-31
2025年11月底前完成 | by month | 2025-11-30
力争2025年11月底前完成 | by month | 2025-11-30
原则上于2025年11月底前完成主体工程 | by month | 2025-11-30
最迟不晚于2025年9月底 | by month | 2025-09-30
截至2025年9月底 | by month | 2025-09-30
截止到2025年9月30日 | by day | 2025-09-30
完成时限：2025年10月底 | by month | 2025-10-31
2025年 12月底前 | by month | 2025-12-31
2025 年 12 月底前 | by month | 2025-12-31
２０２５年１２月底前 | by month | 2025-12-31
2025年12月⏎底前 | by month | 2025-12-31
2025年⏎12月底前 | by month | 2025-12-31
　2025年12月底前　 | by month | 2025-12-31
2025年12月底前。 | by month | 2025-12-31
（2025年12月底前） | by month | 2025-12-31
2025年12月31日前 | by day | 2025-12-31
2025年12月31日 | by day | 2025-12-31
2025年12月31日之前 | by day | 2025-12-31
2025年12月31日以前 | by day | 2025-12-31
2025年12月31日止 | by day | 2025-12-31
2025年3月15号前 | by day | 2025-03-15
2025年3月15日17:00前 | by day | 2025-03-15
2025年3月15日18时前 | by day | 2025-03-15
2025年3月15日12点30分前 | by day | 2025-03-15
2025年3月14日（周五）前 | by day | 2025-03-14
2024年2月29日前 | by day | 2024-02-29
于2025年3月15日前报送 | by day | 2025-03-15
2025年3月上旬 | by ten-days | 2025-03-10
2025年3月中旬 | by ten-days | 2025-03-20
2025年3月下旬 | by ten-days | 2025-03-31
2025年2月下旬前 | by ten-days | 2025-02-28
2025年3月初 | by ten-days | 2025-03-10
2025年3月中 | by ten-days | 2025-03-20
2025年底前 | by year | 2025-12-31
2025年底 | by year | 2025-12-31
2025年末 | by year | 2025-12-31
2025年年底前 | by year | 2025-12-31
2025年年末 | by year | 2025-12-31
2025年度底 | by year | 2025-12-31
2025年内 | by year | 2025-12-31
2025年年内 | by year | 2025-12-31
2025年 | by year | 2025-12-31
2025年度 | by year | 2025-12-31
2025年全年 | by year | 2025-12-31
到2025年 | by year | 2025-12-31
至2025年 | by year | 2025-12-31
到2025年底 | by year | 2025-12-31
至2025年末 | by year | 2025-12-31
2025年底前基本完成 | by year | 2025-12-31
2025年前 | by year | 2024-12-31
2025年之前 | by year | 2024-12-31
力争在2026年前完成 | by year | 2025-12-31
2025年初 | by quarter | 2025-03-31
2025年年初 | by quarter | 2025-03-31
2025年中 | by half-year | 2025-06-30
2025年年中 | by half-year | 2025-06-30
2024年上半年 | by half-year | 2024-06-30
2024年上半年前 | by half-year | 2024-06-30
2024年上半年完成 | by half-year | 2024-06-30
2024年下半年 | by half-year | 2024-12-31
2024年下半年底前 | by half-year | 2024-12-31
2024年一季度 | by quarter | 2024-03-31
2024年一季度末 | by quarter | 2024-03-31
2024年第一季度 | by quarter | 2024-03-31
2024年第二季度末前 | by quarter | 2024-06-30
2024年第3季度 | by quarter | 2024-09-30
2024年3季度底前 | by quarter | 2024-09-30
2024年四季度 | by quarter | 2024-12-31
2024年第四季度完成 | by quarter | 2024-12-31
2024年第4个季度 | by quarter | 2024-12-31
2024年前三季度 | by quarter | 2024-09-30
2024年Q4 | by quarter | 2024-12-31
2024年Q1 | by quarter | 2024-03-31
2024年4季 | by quarter | 2024-12-31
2022.12 | by month | 2022-12-31
2022.6 | by month | 2022-06-30
2022.06 | by month | 2022-06-30
2022.12底前 | by month | 2022-12-31
2022.12月底 | by month | 2022-12-31
2022.12.31 | by day | 2022-12-31
2022.12.31前 | by day | 2022-12-31
2022.9.5 | by day | 2022-09-05
2022-12 | by month | 2022-12-31
2022-12-31 | by day | 2022-12-31
2022-12-31前 | by day | 2022-12-31
2022/12/31 | by day | 2022-12-31
2022/12 | by month | 2022-12-31
2022．12．31 | by day | 2022-12-31
20221231 | by day | 2022-12-31
202212 | by month | 2022-12-31
2022年12.31 | by day | 2022-12-31
2022年12月31 | by day | 2022-12-31
2022年12月31前 | by day | 2022-12-31
2025年2月30 | unreadable |
2024/6/30 0:00:00 | by day | 2024-06-30
2024-06-30 23:59 | by day | 2024-06-30
2024年12月中下旬 | by ten-days | 2024-12-31
2024年12月上中旬 | by ten-days | 2024-12-20
2024年H1 | by half-year | 2024-06-30
2024年第二、三季度 | by quarter | 2024-09-30
2024年一、二季度 | by quarter | 2024-06-30
2024年3、6、9月底前 | by month | 2024-09-30
2024年3月、9月底前 | several | 2024-09-30
立即整改 | open-ended |
22年12月 | by month | 2022-12-31
22年12月底前 | by month | 2022-12-31
22年底 | by year | 2022-12-31
25年6月30日前 | by day | 2025-06-30
二〇二二年十二月 | by month | 2022-12-31
二〇二二年十二月三十一日前 | by day | 2022-12-31
二零二五年六月底前 | by month | 2025-06-30
二○二五年底 | by year | 2025-12-31
二〇二五年二十五日 | by year | 2025-12-31
2025年十二月底前 | by month | 2025-12-31
2025年十月 | by month | 2025-10-31
2025年十一月底 | by month | 2025-11-30
2023—2025年 | range year | 2025-12-31
2023-2025年 | range year | 2025-12-31
2023－2025年 | range year | 2025-12-31
2023年—2025年 | range year | 2025-12-31
2023年至2025年 | range year | 2025-12-31
2023年到2025年底 | range year | 2025-12-31
2023~2025年 | range year | 2025-12-31
2023—2025年度 | range year | 2025-12-31
2023-2025 | range year | 2025-12-31
2023—25年 | range year | 2025-12-31
2023年1月—2025年6月 | range month | 2025-06-30
2023年1月至2025年6月底 | range month | 2025-06-30
2023年1月1日至2025年6月30日 | range day | 2025-06-30
2024年1月至6月 | range month | 2024-06-30
2024年1—6月 | range month | 2024-06-30
2024年1-6月份 | range month | 2024-06-30
2024年3月5日—10日 | range day | 2024-03-10
2024年3月5日至4月10日 | range day | 2024-04-10
2024年一至三季度 | range quarter | 2024-09-30
2024年第二季度至第四季度 | range quarter | 2024-12-31
2024年11月至次年2月 | range month | 2025-02-28
2024.6-2024.12 | range month | 2024-12-31
2024.6—2025.6 | range month | 2025-06-30
2024-06-01至2024-12-31 | range day | 2024-12-31
2024年3月起至2025年底 | range year | 2025-12-31
自2024年3月起至2025年6月止 | range month | 2025-06-30
从2024年到2026年 | range year | 2026-12-31
即日起至2024年底 | range year | 2024-12-31
即日起至2024年12月31日 | range day | 2024-12-31
即日起—2024年6月 | range month | 2024-06-30
印发之日起至2025年底 | range year | 2025-12-31
自即日起至2026年6月底前 | range month | 2026-06-30
2025—2023年 | unreadable |
2024年12—3月 | unreadable |
每年 | periodic year |
每年底 | periodic year |
每年底前 | periodic year |
每年12月底前 | periodic year |
每年12月31日前 | periodic year |
每年6月、12月底前 | periodic year |
每年6月和12月 | periodic year |
每年一季度末 | periodic year |
每年年初 | periodic year |
每年至少2次 | periodic year |
一年一次 | periodic year |
1年2次 | periodic year |
按年 | periodic year |
按年度 | periodic year |
逐年推进 | periodic year |
年度 | periodic year |
每半年 | periodic half-year |
每半年一次 | periodic half-year |
每季度 | periodic quarter |
每季度末 | periodic quarter |
每季度末前 | periodic quarter |
每季度首月10日前 | periodic quarter |
每季度结束后10日内 | periodic quarter |
每季度第一个月15日前 | periodic quarter |
每季末 | periodic quarter |
按季度 | periodic quarter |
按季 | periodic quarter |
逐季 | periodic quarter |
季度末 | periodic quarter |
每月 | periodic month |
每月25日前 | periodic month |
每月25日 | periodic month |
每月底前 | periodic month |
每月月底 | periodic month |
每月末 | periodic month |
每月5日前报送 | periodic month |
每个月10号前 | periodic month |
按月 | periodic month |
逐月 | periodic month |
次月10日前 | periodic month |
每周 | periodic week |
每周五前 | periodic week |
每周五 | periodic week |
按周 | periodic week |
每天 | periodic day |
每日17时前 | periodic day |
每个工作日 | periodic day |
每两年 | periodic other |
每3年 | periodic other |
每两个月 | periodic other |
每学期 | periodic other |
每学期末 | periodic other |
2024年每月25日前 | periodic month | 2024-12-31
2023—2025年每年12月底前 | periodic year | 2025-12-31
2025年每季度末 | periodic quarter | 2025-12-31
持续推进 | open-ended |
长期坚持 | open-ended |
长期 | open-ended |
长期推进 | open-ended |
长期任务 | open-ended |
长期实施 | open-ended |
常态化 | open-ended |
常态化推进 | open-ended |
常态化开展 | open-ended |
常态长效 | open-ended |
持续 | open-ended |
持续实施 | open-ended |
持续深化 | open-ended |
持续推进。 | open-ended |
持续推进，长期坚持 | open-ended |
并持续推进 | open-ended |
常抓不懈 | open-ended |
久久为功 | open-ended |
贯穿始终 | open-ended |
全程 | open-ended |
日常工作 | open-ended |
经常性 | open-ended |
定期开展 | open-ended |
不定期 | open-ended |
滚动实施 | open-ended |
动态管理 | open-ended |
随时 | open-ended |
立行立改 | open-ended |
立行立改、长期坚持 | open-ended |
即知即改 | open-ended |
有序推进 | open-ended |
逐步推进 | open-ended |
分年度实施 | open-ended |
按序时进度 | open-ended |
2023年1月起 | open-ended |
自2023年1月1日起 | open-ended |
2023年起持续推进 | open-ended |
2024年起每年 | periodic year |
持 续 推 进 | open-ended |
“十四五”末 | plan-period 14 | 2025-12-31
“十四五”期间 | plan-period 14 | 2025-12-31
“十四五”时期 | plan-period 14 | 2025-12-31
十四五末 | plan-period 14 | 2025-12-31
十四五期末 | plan-period 14 | 2025-12-31
“十五五”期间 | plan-period 15 | 2030-12-31
"十四五"期间 | plan-period 14 | 2025-12-31
“十四五”规划期内 | plan-period 14 | 2025-12-31
第十四个五年规划期间 | plan-period 14 | 2025-12-31
“十三五”末 | plan-period 13 | 2020-12-31
到“十四五”末 | plan-period 14 | 2025-12-31
印发后3个工作日内 | relative workday 3 印发 |
文件印发后15日内 | relative day 15 文件印发 |
自印发之日起30日内 | relative day 30 印发 |
收到通知之日起15日内 | relative day 15 收到通知 |
收到通知后5个工作日内 | relative workday 5 收到通知 |
接到交办单后2天内 | relative day 2 接到交办单 |
方案印发后一个月内 | relative month 1 方案印发 |
批复后三个月内 | relative month 3 批复 |
半年内 | relative month 6 |
半个月内 | relative day 15 |
3个月内 | relative month 3 |
三个月内 | relative month 3 |
1年内 | relative year 1 |
一年内完成 | relative year 1 |
一年半内 | relative month 18 |
3年内 | relative year 3 |
两周内 | relative week 2 |
7日内 | relative day 7 |
10个工作日内 | relative workday 10 |
十五个工作日内 | relative workday 15 |
24小时内 | relative hour 24 |
即日起一个月内 | relative month 1 即日 |
力争通过3年努力 | relative year 3 |
汛期前 | relative |
主汛期前 | relative |
2025年汛期前 | relative |
春节前 | relative |
国庆节前 | relative |
开学前 | relative |
供暖季前 | relative |
换届前 | relative |
项目竣工后 | relative |
党代会召开前 | relative |
市级方案出台后 | relative |
20__年10月底 | placeholder |
20__年12月底前 | placeholder |
20XX年底 | placeholder |
202X年6月 | placeholder |
〔20__〕 | placeholder |
待定 | placeholder |
XX月底前 | placeholder |
____年底 | placeholder |
××年6月底前 | placeholder |
年  月  日 | placeholder |
12月底前 | no-year |
12月31日前 | no-year |
3月 | no-year |
六月底前 | no-year |
年底前 | no-year |
年底 | no-year |
年内 | no-year |
年内完成 | no-year |
年末前 | no-year |
年终 | no-year |
全年 | no-year |
上半年 | no-year |
下半年 | no-year |
上半年完成 | no-year |
一季度末 | no-year |
第四季度 | no-year |
四季度完成 | no-year |
Q3 | no-year |
前三季度 | no-year |
今年底 | no-year |
今年内 | no-year |
本年度 | no-year |
当年12月底前 | no-year |
明年6月底前 | no-year |
1—6月 | no-year |
3月至5月 | no-year |
即日起至12月底 | no-year |
12.31前 | no-year |
6/30 | no-year |
月底前 | no-year |
本月底前 | no-year |
本周内 | no-year |
2月30日 | unreadable |
2025年2月30日前 | unreadable |
2023年2月29日前 | unreadable |
4月31日 | unreadable |
2025年13月底前 | unreadable |
2025年0月 | unreadable |
2025.13 | unreadable |
2025-02-30 | unreadable |
2025年6月31日 | unreadable |
2025年6月0日 | unreadable |
尽快 | unreadable |
适时 | unreadable |
及时 | unreadable |
按时完成 | unreadable |
按要求 | unreadable |
按上级要求 | unreadable |
根据工作进展 | unreadable |
同上 | unreadable |
无 | unreadable |
/ | unreadable |
— | unreadable |
张三 | unreadable |
市教育局 | unreadable |
已完成 | unreadable |
见附件 | unreadable |
第3项 | unreadable |
45657 | unreadable |
12345 | unreadable |
3 | unreadable |
完成率100% | unreadable |
1200万元 | unreadable |
按2023年方案执行 | unreadable |
2024年工作要点 | unreadable |
“八五”普法期间 | unreadable |
2024年6月底前完成方案，2024年底前完成建设 | several | 2024-12-31
第一阶段：2024年3月底前；第二阶段：2024年9月底前；第三阶段：2025年底前 | several | 2025-12-31
2024年3月底前出台方案，6月底前启动，12月底前完成 | several | 2024-12-31
2024年12月底前⏎2025年12月底前 | several | 2025-12-31
2024年6月、2024年12月 | several | 2024-12-31
2024年底前完成，并长期坚持 | several |
2024年底前⏎持续推进 | several |
1.2024年6月底前 2.2025年6月底前 | several | 2025-06-30
长期坚持，每年12月底前总结 | several |
2024年3月起试行，2024年12月底前推开 | by month | 2024-12-31
year 2024:
12月底前 | by month | 2024-12-31
12月31日前 | by day | 2024-12-31
2月29日前 | by day | 2024-02-29
年底前 | by year | 2024-12-31
年内 | by year | 2024-12-31
全年 | by year | 2024-12-31
今年底 | by year | 2024-12-31
本年度 | by year | 2024-12-31
当年12月底前 | by month | 2024-12-31
上半年 | by half-year | 2024-06-30
一季度末 | by quarter | 2024-03-31
四季度 | by quarter | 2024-12-31
前三季度 | by quarter | 2024-09-30
明年6月底前 | by month | 2025-06-30
次年3月 | by month | 2025-03-31
1—6月 | range month | 2024-06-30
3月5日至4月10日 | range day | 2024-04-10
即日起至12月底 | range month | 2024-12-31
11月至次年2月 | range month | 2025-02-28
12.31前 | by day | 2024-12-31
2月30日 | unreadable |
2025年底前 | by year | 2025-12-31
6月底前完成方案；9月底前完成建设 | several | 2024-09-30
2025年3月底前完成方案，6月底前完成建设 | several | 2025-06-30
月底前 | no-year |
20__年10月底 | placeholder |
year 2023:
2月29日前 | unreadable |
issued 2024-09-27:
印发后3个工作日内 | relative workday 3 印发 | 2024-10-08
印发之日起5个工作日内 | relative workday 5 印发 | 2024-10-10
方案印发后10日内 | relative day 10 方案印发 | 2024-10-07
印发后半年内 | relative month 6 印发 | 2025-03-27
收到通知之日起15日内 | relative day 15 收到通知 |
3个月内 | relative month 3 |
issued 2026-12-28:
印发后10个工作日内 | relative workday 10 印发 |
印发后10日内 | relative day 10 印发 | 2027-01-07
`;
