import type { Text } from "../core/text";

export const help: Text = {
  zh: `清单核查：核查任务清单、责任分工表和指标表

  qingdan check <文件或文件夹>…  核查（--format text|json|html|sarif|xlsx|opinion|jsonl，--output 文件；html 为可打印的报告，xlsx 为问题清单工作簿，opinion 为审核意见）
  qingdan report <结果.jsonl>…  由 check --format jsonl 存下的结果生成任何一种报告，不再核查（--format、--output 同上）
  qingdan fix <文件> --output 新文件  修复稳妥的问题（--unsafe 连同建议的修复，--rule 规则 只修这一条）
  qingdan fill <文件> --output 新工作簿  把方案（.docx、.html、.txt，- 为标准输入）变成任务分工表（--template responsibility-division|task-list，--format json）
  qingdan flag <文件> --output 新文件  在清单旁标注状态、剩余天数，问题写成批注；不装插件也随日期变化（--clear 清除全部标注）
  qingdan compare <原文件> <新文件>  对比两个版本的清单：增删、改写、换牵头、时限变动（--output 新工作簿 并排列出，--format json）
  qingdan merge <总表> <返回的文件或文件夹>… --output 新文件  把各单位填好的文件并入总表，另附“合并情况”表；冲突和改动留给人定（--base 发出时的总表，--take 文件=工作表!单元格 采用该文件这一格，--take 文件=all 全部采用，--format json）
  qingdan summarise <文件> --output 新文件  生成汇总表：按牵头单位、按完成时限、按任务分类、单位×分类、指标完成情况、问题清单（--by lead-unit,deadline,category,unit-by-category,indicator,findings，--clear 删除汇总表）
  qingdan split <文件> --output 文件夹或.zip  按牵头单位拆成一个单位一个工作簿，供填进展（--with-taking-part 连同参与的任务，--reminders 附催办单，--calendar 附日历 .ics；--as tabs --output 新文件.xlsx 改为同一工作簿里一个单位一张表）
  qingdan rules  列出全部规则（--format text|json）

  --as-of 2022-11-18  按哪一天算（默认今天）
  --due-soon 30       提前几天算临期
  --lead-first        列第一位的为牵头单位
  --rules 文件        设置文件（JSON）；先看命令里写的，再看设置文件，再看工作簿里存的

成百上千个文件：
  --jobs 4            同时核查几个文件（默认处理器核数减一）
  --format jsonl --output 结果.jsonl  查完一个存一行
  --resume            接着上次的 --output 文件查，没有变的不再查
  --shard 2/4         分四份，只查第二份，可在几台机器上分头进行

结束状态：0 没有强制问题；1 有强制问题；2 用法有误或文件读不了；130 按 Ctrl-C 停止。原文件从不改写。
`,
  en: `qingdan: checks task lists, responsibility divisions and indicator sheets

  qingdan check <file or folder>…  check (--format text|json|html|sarif|xlsx|opinion|jsonl, --output FILE; html is a report to print, xlsx a workbook of findings, opinion a review to paste into a reply)
  qingdan report <results.jsonl>…  any report from what check --format jsonl has kept, without checking again (--format and --output as above)
  qingdan fix <file> --output FILE  apply the safe fixes (--unsafe the suggested ones too, --rule ID only that rule's)
  qingdan fill <document> --output FILE  turn a plan (.docx, .html, .txt, - for standard input) into its list of tasks (--template responsibility-division|task-list, --format json)
  qingdan flag <file> --output FILE  put states and days left beside the lists, and findings as notes; they go with the calendar without the add-in (--clear takes all flags off)
  qingdan compare <earlier> <later>  compare two versions of the lists: added, dropped, reworded, lead and deadline changed (--output FILE side by side in a new workbook, --format json)
  qingdan merge <master> <returned files or folders>… --output FILE  put what units have filled in into the master, with a sheet of what came from where; conflicts and alterations are left to a person (--base FILE the master as sent out, --take FILE=SHEET!CELL take that file's cell, --take FILE=all all of its, --format json)
  qingdan summarise <file> --output FILE  make summary sheets: by lead unit, deadline, category, units by category, indicators, findings (--by lead-unit,deadline,category,unit-by-category,indicator,findings, --clear takes them out)
  qingdan split <file> --output FOLDER or .zip  one workbook a lead unit, to fill its progress in (--with-taking-part its other tasks too, --reminders with a reminder, --calendar with an .ics; --as tabs --output FILE.xlsx one sheet a unit in one workbook instead)
  qingdan rules  list the rules (--format text|json)

  --as-of 2022-11-18  the day to check for (today)
  --due-soon 30       days before a deadline that count as soon
  --lead-first        the first of several units leads
  --rules FILE        settings (JSON); what the call says comes first, then this file, then what the workbook keeps

Hundreds and thousands of files:
  --jobs 4            files to check at a time (processor cores less one)
  --format jsonl --output results.jsonl  keep each file's results in a line as soon as it is checked
  --resume            go on with that --output file; what has not changed is not checked again
  --shard 2/4         check the second of four parts, so that several machines may share the work

Exit status: 0 no errors; 1 errors; 2 wrong words or an unreadable file; 130 stopped by Ctrl-C. The input is never written.
`,
};
