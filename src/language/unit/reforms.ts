/** What a reform made of a body. */
export type Reform = {
  /** As in a department: stems, then endings. */
  readonly stems: readonly string[];
  readonly endings: readonly string[];
  /** ISO date from which the name is a former one. */
  readonly since: string;
  /** Stem of the successor. */
  readonly successor: string;
  /** The successor's ending: as the former one's, or by level where several are named (province, below). */
  readonly ending: "same" | readonly [province: string, below: string];
  /** One body went on under another name; undefined where several were merged, which stood side by side before. */
  readonly goesOn?: true;
};

function reform(stems: string, endings: string, since: string, successor: string, ending: Reform["ending"], goesOn?: true): Reform {
  const parts = { stems: stems.split(" "), endings: endings.split(" "), since, successor, ending };
  return goesOn ? { ...parts, goesOn } : parts;
}

const plan2018 = "2018-03-21";
const plan2023 = "2023-03-16";
const dataBureau = "2023-10-25";
const bureau: Reform["ending"] = ["厅", "局"];

export const reforms: readonly Reform[] = [
  reform("卫生计生 卫计 卫生和计划生育", "委 局", plan2018, "卫生健康", "same", true),
  reform("卫生", "局 厅", plan2018, "卫生健康", "same"),
  reform("人口计生 计划生育 人口和计划生育 计生", "委 局", plan2018, "卫生健康", "same"),
  reform("工商 工商行政管理", "局 总局", plan2018, "市场监管", "same"),
  reform("质监 质量技术监督 质检 质量监督检验检疫", "局 总局", plan2018, "市场监管", "same"),
  reform("食品药品监管 食药监 食品药品监督管理 食药", "局 总局", plan2018, "市场监管", "same"),
  reform("工商质监 工商和质量监督管理 工商质检", "局", plan2018, "市场监管", "same"),
  reform("国土资源 国土", "局 厅 部", plan2018, "自然资源", "same"),
  reform("规划 城乡规划", "局", plan2018, "自然资源", "same"),
  reform("环保 环境保护", "局 厅 部", plan2018, "生态环境", "same", true),
  reform("农业", "局 厅 部", plan2018, "农业农村", "same"),
  reform("农", "委", plan2018, "农业农村", ["委", "局"]),
  reform("旅游 旅游发展 旅发", "局 委", plan2018, "文化和旅游", bureau),
  reform("文化", "局 厅 部", plan2018, "文化和旅游", "same"),
  reform("文化广电新闻出版 文广新 文化广电 文广", "局", plan2018, "文化和旅游", "same"),
  reform("安监 安全生产监督管理 安全监管", "局 总局", plan2018, "应急管理", bureau),
  reform("监察", "局 厅 部", plan2018, "监", ["委", "委"]),
  reform("粮食", "局", plan2018, "粮食和物资储备", "same", true),
  reform("国税 国家税务", "局", "2018-06-15", "税务", "same"),
  reform("地税 地方税务", "局", "2018-06-15", "税务", "same"),
  reform("扶贫 扶贫开发 扶贫开发工作", "办 局", "2021-02-25", "乡村振兴", ["局", "局"], true),
  reform("大数据 数据资源 大数据管理 大数据发展 数据资源管理 大数据发展管理 大数据发展应用", "局", dataBureau, "数据", "same", true),
  reform("政务服务数据管理", "局", dataBureau, "政务服务和数据管理", "same", true),
  reform("乡村振兴", "局", plan2023, "农业农村", bureau),
  reform("公安消防", "支队 大队 总队", "2018-11-09", "消防救援", "same", true),
  reform("人事", "局 厅", "2008-03-11", "人力资源社会保障", "same"),
  reform("劳动保障 劳动和社会保障 劳动", "局 厅", "2008-03-11", "人力资源社会保障", "same"),
];

/** Central names of old with a successor of their own. */
export const centralReforms: readonly { readonly names: readonly string[]; readonly since: string; readonly successor: string }[] = [
  { names: ["银保监会", "中国银保监会", "中国银行保险监督管理委员会"], since: "2023-05-18", successor: "国家金融监督管理总局" },
  { names: ["银监会", "中国银监会"], since: "2018-04-08", successor: "国家金融监督管理总局" },
  { names: ["保监会", "中国保监会"], since: "2018-04-08", successor: "国家金融监督管理总局" },
  { names: ["国家林业局"], since: plan2018, successor: "国家林业和草原局" },
  { names: ["国家海洋局"], since: plan2018, successor: "自然资源部" },
  { names: ["国务院法制办", "国务院法制办公室"], since: plan2018, successor: "司法部" },
  { names: ["国家旅游局"], since: plan2018, successor: "文化和旅游部" },
];

/** The offices of the banking regulator went over when the new administration was set up. */
export const bankingReform = { since: "2023-05-18", successor: "国家金融监督管理总局" } as const;
export const oldBankingReform = { since: "2018-12-17", successor: "国家金融监督管理总局" } as const;
/** 市中心支行 became 市分行. */
export const centralBankReform = { since: "2023-08-18" } as const;
