import type { Settings } from "../core/settings";
import type { Text } from "../core/text";

const names = {
  asOf: { zh: "核查日期", en: "As of" },
  dueSoonDays: { zh: "提前几天算临期", en: "Days before a deadline that count as soon" },
  dueSoonInWorkdays: { zh: "按工作日计算（含调休）", en: "Count working days" },
  lights: { zh: "亮灯", en: "Lights" },
  leadFirst: { zh: "列第一位的为牵头单位", en: "The first of several units leads" },
  roster: { zh: "单位名录", en: "Roster of units" },
  documentYear: { zh: "文件年份", en: "Year of the document" },
  issued: { zh: "文件印发日期", en: "Date of issue" },
  validTo: { zh: "文件有效期至", en: "Valid until" },
  abruptChange: { zh: "异常波动幅度", en: "Abrupt change" },
  rules: { zh: "规则", en: "Rules" },
} as const satisfies { readonly [K in keyof Settings]-?: Text };

/** As a person knows them and as they stand in the file; a few of many. */
function listed(fields: readonly string[], language: keyof Text): string {
  const shown = fields.slice(0, 5).map((field) => {
    const name = Object.hasOwn(names, field) ? names[field as keyof Settings] : undefined;
    const short = field.slice(0, 40);
    if (name === undefined) return `“${short}”`;
    return language === "zh" ? `“${name.zh}”（${short}）` : `“${name.en}” (${short})`;
  });
  return shown.join(language === "zh" ? "、" : ", ") + (fields.length > 5 ? "…" : "");
}

export const settingsTexts = {
  ...names,
  title: { zh: "设置", en: "Settings" },
  apply: { zh: "应用并核查", en: "Apply and check" },
  close: { zh: "返回", en: "Back" },
  wrong: { zh: "这里填得不对，请改正", en: "This is not right; please correct it" },
  someWrong: { zh: "有一项填得不对，改正后才能应用。", en: "Something is not right; correct it before applying." },
  live: { zh: "边改边查", en: "Check as I type" },
  liveHint: { zh: "勾选或取消后马上生效，只记在这台电脑上。", en: "Takes effect at once, on this machine only." },
  asOfHint: { zh: "按这一天判断是否超期、临期", en: "Overdue and due soon are judged on this day" },
  greenYellowRed: { zh: "绿 / 黄 / 红：正常、临期或滞后、超期", en: "Green, yellow, red: on track, near or behind, overdue" },
  blueYellowRed: { zh: "蓝 / 黄 / 红：临期、滞后、超期", en: "Blue, yellow, red: near, behind, overdue" },
  documentYearHint: { zh: "时限没写年份、标题里也没有时用它，如 2026", en: "For deadlines without a year where no title says it, such as 2026" },
  rosterHint: { zh: "一行一个：标准名称：简称、别名。工作簿里有“单位名录”表的会一并使用", en: "One a line, standard name：other names. A sheet called 单位名录 is used as well" },
  keep: { zh: "存入工作簿", en: "Keep in the workbook" },
  keepHint: { zh: "存入工作簿的设置随文件走，别人打开就按它核查；核查日期不存。", en: "What is kept goes with the file and holds for whoever opens it; the day of the check is not kept." },
  export: { zh: "导出设置", en: "Export settings" },
  import: { zh: "导入设置", en: "Import settings" },
  exportedHint: { zh: "设置已导出为 qingdan-settings.json。没有看到文件时，把下面的文字复制到记事本，存成这个名字的文件，同样能导入。", en: "The settings went out as qingdan-settings.json. If there is no such file, copy this text into a text editor and save it under that name; it can be imported all the same." },
  imported: { zh: "已读入文件里的设置，文件没写的保持不变；应用后生效。", en: "Read from the file; what it does not name stays. It takes effect once applied." },
  importedWithout: (rules: readonly string[]): Text => ({
    zh: `已读入文件里的设置，应用后生效。设置文件里的规则${listed(rules, "zh")}这里没有，已略过。`,
    en: `Read from the file; it takes effect once applied. There is no rule ${listed(rules, "en")} here, which was passed over.`,
  }),
  fileUnreadable: { zh: "这个文件不是设置文件，没有导入。请选“导出设置”存下的 JSON 文件。", en: "This is no file of settings; nothing was imported. Choose a JSON file that was exported here." },
  fileWrong: (fields: readonly string[]): Text => ({ zh: `文件里这几项不对，没有导入：${listed(fields, "zh")}`, en: `The file is wrong about ${listed(fields, "en")}; nothing was imported` }),
  keptUnreadable: { zh: "工作簿里存的设置读不懂，没有采用，也没有改动它。", en: "The settings kept in the workbook cannot be read; they are not used, and left as they are." },
  keptPartly: (fields: readonly string[]): Text => ({
    zh: `工作簿里存的设置有几项读不懂，没有采用，也没有改动：${listed(fields, "zh")}`,
    en: `Some settings kept in the workbook cannot be read; they are not used, and left as they are: ${listed(fields, "en")}`,
  }),
} as const;
