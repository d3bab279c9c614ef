export type DoubledWord = { readonly start: number; readonly end: number; readonly word: string; readonly fixed: string };

/** Words written twice by mistake: 区县市市 → 区县市, 省级省临床 → 省级临床, 的的, 进行进行. `fixed` is the whole text with this one mended. */
export function findDoubledWords(text: string): readonly DoubledWord[] {
  // nearly every text is clean, and this is asked of every cell
  let found: Found[] | undefined;
  startText(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const distance = index - (seenAt[code] ?? 0) + base;
    seenAt[code] = base + index;
    if (distance > longest) continue;
    // 省级省, 国家级国家
    const near = distance === 1 ? (readParticle(text, index - 1) ?? readLevel(text, index - 1)) : distance <= 3 && text[index - 1] === "级" ? readRank(text, index - 1) : undefined;
    const run = distance > 1 ? readRun(text, index, distance) : undefined;
    if (near === undefined && run === undefined) continue;
    found ??= [];
    if (near !== undefined) found.push(near);
    if (run !== undefined) found.push(run);
  }
  if (found === undefined) return none;
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  let reached = 0;
  return found.flatMap(({ start, end, word }) => {
    if (start < reached) return [];
    reached = end;
    return [{ start, end, word, fixed: text.slice(0, end - word.length) + text.slice(end) }];
  });
}

const none: readonly DoubledWord[] = [];

/** Where each character stood last, counted on from text to text: so none has to be forgotten before the next. */
const seenAt = new Int32Array(65536);
let base = 0;
let reach = 0;

function startText(length: number): void {
  base += reach + longest + 1;
  if (base > 2 ** 30) {
    seenAt.fill(0);
    base = longest + 1;
  }
  reach = length;
}

type Found = { readonly start: number; readonly end: number; readonly word: string };

/** A phrase that is longer is repeated by more than a slip of the hand. */
const longest = 16;

function isHan(character: string | undefined): boolean {
  return character !== undefined && character >= "\u4e00" && character <= "\u9fff";
}

/**
 * Each particle with the characters that make it the end of a word when they stand before it (目的|的, 碳中和|和)
 * and the beginning of one when they stand behind it (和|和谐, 在|在线).
 */
const particles: Readonly<Record<string, readonly [before: string, behind: string]>> = {
  的: ["目标打之", "确士"],
  了: ["不为完未得罢除", "解然却结之断悟无"],
  和: ["共饱缓温柔调中总祥平亲谦随附应呼违失讲议谐清暖人政宽掺醇太永熙雍元义仁泰敦嘉保", "美谐平睦气田龙县政顺静硕林善蔼解合颜盘声悦衷面约服暖风缓尚乐弦棋议洽讼布"],
  在: ["存现实内潜外旨所自正好健何安", "线职建校岗场押读编册逃途地榜位野案即世此乎于产研乡籍园库售网意家外任握手理役室营学前后先租港施沪京华村社制册用营行治住院孕天眼"],
  及: ["普涉危触波提遍埃惠顾累论企旁言推兼伤祸殃延", "时格早第至物笄"],
  与: ["参给赠授赋付予相施", "会时日国众其共虎狼民人世生"],
  对: ["应针面核校比绝相反查结配一双成派作敌答质", "口象外方接应策标联手账照话比立抗峙等称冲偶付白证内党待数决号味华台港澳半换公私岸开讲歌碰"],
  为: ["行作人所有无大难认", "民期人了何主己先政农善首时数学止重准商宜由官富什师国党公本您"],
  是: ["求国", "否非"],
  将: ["干大名强闯健主战虎麻即必行老小武良上中少将点骁猛神福悍败", "军来领官士要近才帅就至相士星门错"],
  由: ["自理事缘因案经来根", "于此来衷头着浅"],
};

function readParticle(text: string, start: number): Found | undefined {
  const word = text.charAt(start);
  const around = Object.hasOwn(particles, word) ? particles[word] : undefined;
  if (around === undefined) return undefined;
  const before = text[start - 1];
  const behind = text[start + 2];
  if (before === word || behind === word) return undefined;
  if ((before !== undefined && around[0].includes(before)) || (behind !== undefined && around[1].includes(behind))) return undefined;
  return { start, end: start + 2, word };
}

const levels = "省市州盟县区旗乡镇";

/** No list of levels is longer. */
const levelReach = 8;

/** 各区县市市人民政府; not 清源市市区 or 各县县城. */
function readLevel(text: string, start: number): Found | undefined {
  const word = text.charAt(start);
  if (!levels.includes(word)) return undefined;
  let first = start;
  let last = start + 2;
  while (first > 0 && start - first < levelReach && levels.includes(text.charAt(first - 1))) first -= 1;
  while (last < text.length && last - start < levelReach && levels.includes(text.charAt(last))) last += 1;
  const before = text[first - 1];
  const isEach = before === "各";
  // behind any other character the first level ends a place's name
  if (!isEach && isHan(before) && !"和及与由".includes(before ?? "")) return undefined;
  const rest = text.slice(last, last + 4);
  const isFull = rest.startsWith("人民政府");
  const isList = start - first >= 2;
  const isOpen = rest === "" || !isHan(rest[0]) || "和及与".includes(rest.charAt(0));
  if (!isFull && !isOpen && !(isList && rest.startsWith("政府"))) return undefined;
  if (last - first === 2) return isEach && isFull ? { start, end: start + 2, word } : undefined;
  // 市区 and 镇区 are words
  if (text[start + 2] === "区" && (word === "市" || word === "镇")) return undefined;
  return isEach || isFull || isList ? { start, end: start + 2, word } : undefined;
}

const ranked = ["国家", "省", "市", "州", "县", "区", "乡", "镇", "村"];
/** What a level in front of it already qualifies: 省级重点, so 省级省重点 says it twice. */
const qualified = /^(?:临床|重点|示范|试点|龙头|特色|优秀|先进|非物质文化|文物保护|高新技术|众创|专精特新|现代|绿色|文明|企业技术中心|工程(?:技术)?(?:研究|中心)|精品|名牌|标准化|领军|优势|骨干)/;
const unitBehind = /^[^，。；、！？,;.!?\s]{0,12}?[局委厅办署]/;

/** 省级省临床重点专科; not 市级市场监管部门 or 县级县城. */
function readRank(text: string, index: number): Found | undefined {
  for (const word of ranked) {
    const start = index - word.length;
    const end = index + 1 + word.length;
    if (start < 0 || !text.startsWith(word, start) || !text.startsWith(word, index + 1)) continue;
    const rest = text.slice(end, end + 16);
    return qualified.test(rest) && !unitBehind.test(rest) ? { start, end, word } : undefined;
  }
  return undefined;
}

/** Words that never stand twice side by side, whatever follows but the rest of a compound. */
const plainWords = new Set(
  (
    "进行 实行 推行 增加 减少 拓展 拓宽 畅通 加强 加快 加大 开展 推进 推动 促进 落实 完善 健全 建立 实现 实施 确保 提升 提高 强化 深化 优化 坚持 支持 鼓励 引导 贯彻 执行 积极 大力 全面 切实 认真 充分 不断 逐步 持续 着力 统筹 依托 通过 " +
    "对于 根据 按照 关于 以及 或者 并且 因此 因为 由于 其中 同时 已经 可以 应当 必须 需要 能够 负责 牵头 配合 严格 严肃 主要 相关 有关 各级 各类 全市 全省 全县 全国 全区 全州 省级 市级 县级 区级 乡级 镇级 村级 州级 " +
    "扎实 有效 及时 定期 基本 制定 出台 印发 完成 达到 做好 抓好 抓紧 形成 构建 打造 培育 扩大 降低 增强 巩固 保障 围绕 为了 如果 但是 而且 没有 成为 作为 属于 位于 包括 采取 按期 原则 予以 加以 得到 利用 参与 " +
    "我们 他们 这个 这些 一些 什么 结合 聚焦 深入 有序 稳步 率先 尽快 尽早 力争 争取 努力 严禁 严控 严查 压实 细化 明确 规范 督促 协调 指导 组织 " +
    "继续 不得 依法 合理 防止 推广 探索 改善 针对 维护 增加 禁止 优先 大幅 集中 部分 各地 我国 新建 不能 凡是 对照 参照 依据 经过 明显 显著 适时 适当 尽量 务必 随时 大量 各种 各项 各自 分别 共同 密切 始终 " +
    "任何 所有 全部 具有 具备 享有 享受 提供 给予 取得 获得 接受 承担 停止 取消 收取 办理 解决 纠正 查处 打击 掌握 拓展 激发 营造 筑牢 守住 盘活 畅通 夯实 补齐 突出 注重 立足 牢固 做大 做强 谋划 申报 争创 启动 上报 报送 汇总 牢牢 精准"
  ).split(" "),
);

/** Said twice of set purpose in easy speech: 研究研究, 一步一步, 逐个逐个. */
const easyWords = new Set(
  "研究 商量 讨论 学习 考虑 交流 了解 锻炼 休息 打扫 收拾 整理 关心 帮助 沟通 调研 走动 比较 反思 思考 参谋 体验 见识 熟悉 活动 意思 分析 准备 打听 观察 表示 琢磨 合计 掂量 盘算 放松 清静 热闹 高兴 历练 教育 照顾 介绍 评论 指点 摸索 尝试 动员 打磨 宣传 检查 加油 好好 很多 非常 永远 多次 哪里 十分 许多 千万".split(" "),
);
const counting = /^[一二三四五六七八九十百千万亿零〇两几半每逐挨第数]/;
const numerals = /^[一二三四五六七八九十百千万亿零〇两点年月日]+$/;

/** Characters and words that with the second of the two make a longer word: 推进|推进会, 教育部|教育部门, 农产品|农产|品牌. */
const compoundTail =
  /^(?:[会办部局委厅院区组站所率度期制型性化者员人家费金法量点力权业税社市门牌活态议室生商团队群网库卡码证书表单品器机厂店户村镇县学科系史论观感令函]|方案|细则|办法|意见|条例|计划|规划|行动|工程|情况|主体|体系|机制|指南|标准|清单|台账|责任|管委会|时限|进度|力量|能力|政策|项目|工作|章程|规定|规则|制度)/;

/** The same for words that seldom begin one: 推进会, 实施方案, 负责人. */
const plainTail = /^(?:[会率力者员性度期制人]|部(?!门)|办(?!理)|组(?!织)|小组|方案|细则|办法|情况|时限)/;

/** 委员会委员会议 and the names of bodies, where a comma was forgotten between two. */
const longTail = /^[会办部局委厅院区员门议]/;

/** What follows a word that stands for itself, and so heads no compound. */
const closed = /^(?:$|[^\u4e00-\u9fffA-Za-z0-9_“（(《〈<-]|[的和与及])/;

/** The phrase that is said again where the character at `index` stood `length` before; asked at the end of its second time. */
function readRun(text: string, index: number, length: number): Found | undefined {
  if (index + 1 < text.length && text.charCodeAt(index + 1) === text.charCodeAt(index + 1 - length)) return undefined;
  let run = 0;
  while (run <= 2 * length && index - run - length >= 0 && text.charCodeAt(index - run) === text.charCodeAt(index - run - length)) run += 1;
  // of a longer run the leftmost two; a run of twice the length or more is no slip but a pattern
  return run >= length && run < 2 * length ? readPhrase(text, index - run + 1 - length, length) : undefined;
}

function readPhrase(text: string, start: number, length: number): Found | undefined {
  const word = text.slice(start, start + length);
  if (!isPhrase(word) || numerals.test(word)) return undefined;
  const end = start + 2 * length;
  const rest = text.slice(end, end + 4);
  const one = { start, end, word };
  if (length === 2) {
    if (plainWords.has(word)) return plainTail.test(rest) ? undefined : one;
    if (word === "人民") return rest.startsWith("政府") ? one : undefined;
    return closed.test(rest) && !counting.test(word) && !easyWords.has(word) ? one : undefined;
  }
  // the longer the phrase, the less by chance it stands twice
  return /^[一两几每逐挨]/.test(word) || (length > 3 ? longTail : compoundTail).test(rest) ? undefined : one;
}

/** Letters may be part of a word, digits make a number of it; no word is one character over and over. */
function isPhrase(word: string): boolean {
  let han = 0;
  let isVaried = false;
  for (let index = 0; index < word.length; index++) {
    const character = word.charAt(index);
    if (isHan(character)) han += 1;
    else if (!/[A-Za-z]/.test(character)) return false;
    if (character !== word[0]) isVaried = true;
  }
  return han >= 2 && isVaried;
}
