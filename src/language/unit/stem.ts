import { independent } from "./departments";
import { lexicon } from "./lexicon";

const words = new Set(
  (
    "发展 改革 教育 体育 科技 科学 技术 工业 信息化 信息 经济 贸易 商务 民族 宗教 事务 公安 民政 司法 财政 财务 金融 人力 资源 社会 保障 自然 规划 生态 环境 保护 住房 城乡 城市 城镇 建设 交通 运输 " +
    "水利 水务 湖泊 农业 农村 林业 草原 园林 绿化 文化 旅游 广电 广播 电视 新闻 出版 卫生 健康 医疗 退役 军人 应急 管理 审计 国有 资产 监督 市场 监管 统计 信访 工作 机关 乡村 振兴 政务 服务 数据 大数据 " +
    "行政 审批 营商 执法 综合 国防 动员 粮食 物资 储备 能源 气象 邮政 通信 知识产权 药品 食品 投资 促进 招商 合作 口岸 公共 交易 移民 安全 生产 法治 人才 创新 产业 企业 开发 项目 国土 房产 房屋 房地产 征收 " +
    "拆迁 社区 治理 民生 党建 组织 党群 宣传 国际 外事 航空 航运 铁路 公路 港口 海洋 渔业 畜牧 兽医 水产 中医药 电子 制造 装备 数字 智能 开放 物流 文物 电影 价格 计划 生育 环卫 市政 公用 事业 住建 城管 土地 矿产 " +
    "地质 勘查 景区 风景 名胜 湿地 自然保护 防汛 抗旱 消防 救援 应急救援 信用 老龄 养老 就业 创业 劳动 监察 社保 医保 人社 工信 经信 科经 文旅 卫健 农水 商贸 经贸 文体 文广 教体 民宗 外侨 国资 统战 侨务 台湾 港澳 战略 " +
    "推进 优化 高新 热电 电力 煤炭 燃气 供水 供热 供销 储备 林草 水库 河湖 水土 保持 防治 疾病 预防 控制 妇幼 职业 学前 民办 督导 资助 考试 招生 语言 文字 档案 史志 保密 机要 印刷 采购 国库 会计 支付 评审 票据 彩票 " +
    "房管 外经贸 外贸 出入境 检验 检疫 消费 科普 军民 融合 民航 森林 水文 和 与 及"
  ).split(" "),
);
const longest = 4;
/** Single characters that clerks build short names from: 科经局, 文广局, 建交委. */
const letters = new Set("教体科文卫健旅广工信商经发改住建交水农林牧渔城环金贸统招投服执资规数审药监应统民宗外侨港航".split(""));

/** Whether a stem is made of the words that departments are named after: 工业信息和商务, 科经. */
export function isComposed(stem: string): boolean {
  if (stem.length < 2 || stem.length > 24) return false;
  if (stem.length <= 4 && [...stem].every((letter) => letters.has(letter))) return true;
  const reached = new Array<boolean>(stem.length + 1).fill(false);
  reached[0] = true;
  for (let at = 0; at < stem.length; at++) {
    if (reached[at] !== true) continue;
    for (let length = 1; length <= longest && at + length <= stem.length; length++) {
      if (words.has(stem.slice(at, at + length))) reached[at + length] = true;
    }
  }
  return reached[stem.length] === true;
}

/** Characters that other short names have: 茶业局, 棚改办. */
const plausible = "茶果烟花蚕盐矿桑竹酒糖胶棚储气热供铁航港桥隧长江河湖海山新老少青联";

type Slips = { /** Each form with one character left open: 财*局. */ readonly open: ReadonlyMap<string, string>; readonly characters: ReadonlySet<string> };
let slips: Slips | undefined;

function knownSlips(): Slips {
  if (slips !== undefined) return slips;
  const open = new Map<string, string>();
  const characters = new Set(plausible);
  for (const [key, form] of lexicon().forms) {
    if (form.kind === "organisation" || form.kind === "institution" || key.length < 3) continue;
    for (const character of key) characters.add(character);
    // the neighbours of a short name are many: only those of the bodies that every place has count as slips
    if (key.length === 3 && !(form.kind === "department" && independent.has(form.id))) continue;
    for (let at = 0; at < key.length - 1; at++) open.set(`${key.slice(0, at)}*${key.slice(at + 1)}`, key);
  }
  return (slips = { open, characters });
}

/** The known form that a name without its place misses by one slip: 财整局, 教玉局, 卫生健委; undefined where there is none. */
export function slipOf(name: string): string | undefined {
  if (name.length < 3 || name.length > 16) return undefined;
  const { open, characters } = knownSlips();
  const { forms } = lexicon();
  for (let at = 0; at < name.length; at++) {
    const [before, character, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
    const missing = name.length < 4 ? undefined : open.get(`${before}*${character}${after}`);
    if (missing !== undefined && !/[和与及]/.test(missing)) return missing;
    if (at === name.length - 1) break;
    const near = open.get(`${before}*${after}`);
    // a short name may be another body's: 城建局 beside 住建局
    if (near !== undefined && (name.length > 4 || !characters.has(character))) return near;
    const next = after.charAt(0);
    if (character === next) {
      if (forms.has(before + after)) return before + after;
    } else if (at < name.length - 2 && forms.has(`${before}${next}${character}${after.slice(1)}`)) return `${before}${next}${character}${after.slice(1)}`;
  }
  return undefined;
}
