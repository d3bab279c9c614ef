import { readUnits, type Unit, type UnitKind } from "../../src/language/unit";

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

function only(text: string): Unit {
  const { units } = readUnits(text);
  expect(units.map((unit) => unit.text)).toEqual([text]);
  const [unit] = units;
  if (unit === undefined) throw new Error(text);
  return unit;
}

const kinds: Readonly<Record<UnitKind, string>> = {
  body: `
    市教育局 省财政厅 县卫健局 区教委 国家发展改革委 发展改革委 教育部 财政部 海关总署 市场监管总局 审计署 人民银行 中国人民银行 证监会 国务院办公厅 中央网信办 中央宣传部 全国妇联
    市委 市政府 市人民政府 县委 市委办公室 市政府办 市委组织部 市委编办 市编办 市委政法委 市直机关工委 市委党校 市委巡察办 市人大常委会 市政协 市纪委监委 市监委 市法院 市检察院
    市总工会 团市委 市妇联 市残联 市科协 市文联 市工商联 市红十字会 市侨联 市供销社 军分区 县人武部 市消防救援支队 武警支队 市税务局 市气象局 市烟草专卖局 市邮政管理局 市海事局
    市公安局交警支队 市生态环境局高新分局 市教育局基教科 高新区管委会 经济开发区管委会 荆门高新区管委会 沙洋县人民政府 钟祥市政府 望城区 钟祥市 子陵铺镇 子陵铺镇人民政府 泉口街道 泉口街道办事处
    区科技和经信局 县教体局 县工业信息和商务局 区文体旅局 县住房城乡建设和交通局 市建交委 区应急管理和消防局 县自然资源和林业局 市农业局 市国土资源局 市卫计委 湖南银保监局 银保监会
    民盟市委 九三学社市委 驻市纪检监察组 市扶贫办 市城管委 市医改办 市防汛办 市河长办 市双拥办 市信访局 市数据局 市大数据局 市政务服务局 国家税务总局沙洋县税务局 荆门市教育局 湖南省财政厅 北京市教委`,
  group: `
    各县市区人民政府 各市州、县市区人民政府 各乡镇（街道） 各县（市、区）政府 各区县人民政府 各乡镇 各街道 各地区 各省级人民政府 各区、县级市 各开发区管委会 县市区人民政府 乡镇（街道） 各级人民政府
    各县区教育局 各县市区卫健局 各公立医院 各医疗机构 各学校 各科室 各市州 各乡镇人民政府 各街道办事处 各镇（街道） 全市各中小学 各XX区政府 各盟市`,
  vague: `
    相关单位 有关部门 市直各相关单位 各项目主体单位 各有关单位 各成员单位 各责任单位 各部门 区直各部门 国务院有关部门 县政府有关部门 有关直属单位 市直有关部门 各有关部门和单位 各相关部门 相关地区 责任单位
    各项目牵头单位 行业主管部门 各行业主管部门 项目业主单位 市医改领导小组成员单位 同上 相关企业 各有关县市区 其他有关单位 职能部门 社会各界`,
  organisation: `
    市人民医院 市第一人民医院 县中医院 荆门职业学院 华中大学 市第一中学 市城投公司 国网荆门供电公司 中国电信荆门分公司 荆门市农业发展集团有限公司 湖北银行荆门分行 市疾病预防研究院 市物流协会 市留交办
    白石村 城南社区 清源小学 市图书馆 市殡仪馆 市救助站 明德律师事务所 县域医共体 医政科 财务科 项目建设专班 市新奇局 各界联合会 IBM`.replace("各界联合会", ""),
  unknown: `
    张三 李四光 市 区 县 局 全市 全县 市财整局 市教玉局 市卫生建康委 市发展该革委 市人力资原社会保障局 市生态环镜局 市住访城乡建设局 市自然资资源局 市市场监局 市文化和旅游游局 市财政厅 省教育部 县公安厅
    做好宣传工作 按要求推进 加强督促检查 市委组只部 市审记局 市育教局 2025年底前 持续推进 待定`,
};

for (const kind of Object.keys(kinds) as UnitKind[]) {
  test.each(words(kinds[kind]))(`%s is of the kind ${kind}`, (name) => {
    expect(only(name).kind).toBe(kind);
  });
}

test.each(words("XX卫生健康局 XX县教育局 XX市财政局 ××县政府 某某市教育局 X县财政局 XXXX政府 各XX区政府 XX委编办 ○○县财政局 某县教育局 待定"))("%s has a blank in it", (name) => {
  expect(only(name).hasPlaceholder).toBe(true);
});

test.each(words("市教育局 各县市区 IBM 相关单位 张三"))("%s has no blank in it", (name) => {
  expect(only(name).hasPlaceholder).toBe(false);
});

test.each([
  ["国家发展改革委", "national"],
  ["教育部", "national"],
  ["中央网信办", "national"],
  ["省教育厅", "province"],
  ["湖南省财政厅", "province"],
  ["自治区教育厅", "province"],
  ["北京市教委", "province"],
  ["湖南银保监局", "province"],
  ["市教育局", "city"],
  ["州教育局", "city"],
  ["盟行署", "city"],
  ["荆门市教育局", "city"],
  ["团市委", "city"],
  ["县教育局", "county"],
  ["区教育局", "county"],
  ["旗教育局", "county"],
  ["长沙市望城区教育局", "county"],
  ["高新区管委会", "county"],
  ["子陵铺镇人民政府", "town"],
  ["各乡镇人民政府", "town"],
  ["各县市区人民政府", "county"],
  ["各市州", "city"],
  ["教育局", undefined],
  ["XX教育局", undefined],
  ["张三", undefined],
] as const)("%s stands on the level %s", (name, level) => {
  expect(only(name).level).toBe(level);
});

test.each(
  `市卫健委 市卫生健康委
   市卫健委 市卫生健康委员会
   市发改委 市发展改革委
   市发改委 市发展和改革委员会
   县发改局 县发展和改革局
   市人社局 市人力资源社会保障局
   市人社局 市人力资源和社会保障局
   市住建局 市住房城乡建设局
   市住建局 市住房和城乡建设局
   市自然资源局 市自然资源和规划局
   市市场监管局 市市场监督管理局
   市医保局 市医疗保障局
   市文旅局 市文化和旅游局
   市城管局 市城市管理局
   市城管委 市城市管理委员会
   市应急局 市应急管理局
   市科技局 市科学技术局
   市工信局 市工业和信息化局
   市交通局 市交通运输局
   省药监局 省药品监督管理局
   市国资委 市国有资产监督管理委员会
   市委编办 市编办
   市委编办 市委机构编制委员会办公室
   市委网信办 市网信办
   市政府办 市人民政府办公室
   市委办 市委办公室
   市委统战部 市委统一战线工作部
   市政府 市人民政府
   沙洋县政府 沙洋县人民政府
   市法院 市中级人民法院
   市检察院 市人民检察院
   市妇联 市妇女联合会
   市残联 市残疾人联合会
   市科协 市科学技术协会
   市供销社 市供销合作社联合社
   市大数据局 市数据局
   市卫计委 市卫生健康委
   国家发展改革委 国家发展和改革委员会
   教育部 中华人民共和国教育部
   人民银行 中国人民银行
   国家卫健委 国家卫生健康委
   国家网信办 中央网信办
   荆门市税务局 国家税务总局荆门市税务局
   团市委 共青团市委
   各区县人民政府 各区县市人民政府
   各县（市、区）政府 各县市区人民政府
   各县市区 各县、市、区人民政府
   各乡镇 各乡镇人民政府
   各乡镇（街道） 各乡镇、街道
   区科技和经信局 区科技经信局
   市退役军人局 市退役军人事务局`
    .split("\n")
    .map((line) => line.trim().split(" ") as [string, string]),
)("%s and %s are one unit", (left, right) => {
  expect(only(left).identity).toBe(only(right).identity);
});

test.each(
  `市财政局 省财政厅
   市财政局 市财政局（国资委）
   市财政局 县财政局
   荆门市财政局 钟祥市财政局
   市教育局 市体育局
   市疾控局 市疾控中心
   市医保局 市医保中心
   市工商局 市质监局
   市水利局 市水务局
   市委办公室 市政府办公室
   市委 市政府
   市纪委 市委
   各乡镇 各乡镇（街道）
   各县市区 各市州
   各区 各县区
   市公安局 市公安局交警支队
   市人民医院 市中医院
   荆门高新区管委会 漳河新区管委会
   市林业局 市园林局
   市审计局 市统计局
   XX教育局 XX财政局
   省委组织部 市委组织部
   国资委 国家药监局`
    .split("\n")
    .map((line) => line.trim().split(" ") as [string, string]),
)("%s and %s are two units", (left, right) => {
  expect(only(left).identity).not.toBe(only(right).identity);
});

test.each([
  ["市卫健委", "市卫生健康委"],
  ["县卫健局", "县卫生健康局"],
  ["市发改委", "市发展改革委"],
  ["市发展和改革委员会", "市发展改革委"],
  ["荆门市人社局", "荆门市人力资源社会保障局"],
  ["省人社厅", "省人力资源社会保障厅"],
  ["XX医保局", "XX医保局"],
  ["市编办", "市委编办"],
  ["市政府办", "市政府办公室"],
  ["市住建局", "市住房城乡建设局"],
  ["市自然资源和规划局", "市自然资源和规划局"],
  ["市财政局（国资委）", "市财政局（国资委）"],
  ["省工信厅", "省工业和信息化厅"],
  ["国家卫健委", "国家卫生健康委"],
  ["国家税务总局荆门市税务局", "国家税务总局荆门市税务局"],
  ["团市委", "团市委"],
  ["市人民医院", "市人民医院"],
  ["张三", undefined],
  ["各县市区", undefined],
] as const)("%s is %s in short", (name, standard) => {
  expect(only(name).standard).toBe(standard);
});

test.each([
  ["湖南银保监局", "2023-05-18", "国家金融监督管理总局湖南监管局"],
  ["荆门银保监分局", "2023-05-18", "国家金融监督管理总局荆门监管分局"],
  ["中国银保监会湖南监管局", "2023-05-18", "国家金融监督管理总局湖南监管局"],
  ["银保监会", "2023-05-18", "国家金融监督管理总局"],
  ["市大数据局", "2023-10-25", "市数据局"],
  ["市数据资源局", "2023-10-25", "市数据局"],
  ["市卫计委", "2018-03-21", "市卫生健康委"],
  ["县卫计局", "2018-03-21", "县卫生健康局"],
  ["市工商局", "2018-03-21", "市市场监管局"],
  ["县食药监局", "2018-03-21", "县市场监管局"],
  ["省国土资源厅", "2018-03-21", "省自然资源厅"],
  ["市环保局", "2018-03-21", "市生态环境局"],
  ["环境保护部", "2018-03-21", "生态环境部"],
  ["市农业局", "2018-03-21", "市农业农村局"],
  ["市旅游局", "2018-03-21", "市文化和旅游局"],
  ["省旅游局", "2018-03-21", "省文化和旅游厅"],
  ["省安监局", "2018-03-21", "省应急管理厅"],
  ["市安监局", "2018-03-21", "市应急管理局"],
  ["市国税局", "2018-07-05", "市税务局"],
  ["县地税局", "2018-07-20", "县税务局"],
  ["县扶贫办", "2021-02-25", "县乡村振兴局"],
  ["国务院扶贫办", "2021-02-25", "国家乡村振兴局"],
  ["县乡村振兴局", "2023-03-16", "县农业农村局"],
  ["中国人民银行荆门市中心支行", "2023-08-18", "中国人民银行荆门市分行"],
] as const)("%s is from %s on %s", (name, since, successor) => {
  expect(only(name)).toMatchObject({ kind: "body", renamed: { since, successor } });
});

test.each(words("市教育局 市市场监管局 市数据局 湖南证监局 市林业局 市粮食和物资储备局 市文化和旅游局 市司法局 国家金融监督管理总局湖南监管局 市水利局 市文物局 市气象局"))("%s bears its name still", (name) => {
  expect(only(name).renamed).toBeUndefined();
});

const role = (cell: string): string[] => readUnits(cell.replace(/⏎/g, "\n")).units.map((unit) => `${unit.text} ${unit.role ?? "-"}`);

test.each([
  ["牵头单位：市教育局；配合单位：市财政局、市人社局", ["市教育局 lead", "市财政局 support", "市人社局 support"]],
  ["责任单位：市教育局、市财政局", ["市教育局 responsible", "市财政局 responsible"]],
  ["市教育局牵头，市财政局配合", ["市教育局 lead", "市财政局 support"]],
  ["市教育局、市财政局牵头，市人社局、市水利局配合", ["市教育局 lead", "市财政局 lead", "市人社局 support", "市水利局 support"]],
  ["市教育局（牵头）、市财政局", ["市教育局 lead", "市财政局 -"]],
  ["市教育局、市财政局（牵头）、市人社局", ["市教育局 -", "市财政局 lead", "市人社局 -"]],
  ["市教育局（牵头单位）⏎市财政局（配合单位）", ["市教育局 lead", "市财政局 support"]],
  ["市教育局⏎（牵头）⏎市财政局", ["市教育局 lead", "市财政局 -"]],
  ["由市发改委会同市财政局负责", ["市发改委 lead", "市财政局 support"]],
  ["市教育局、市财政局按职责分工负责", ["市教育局 responsible", "市财政局 responsible"]],
  ["市教育局等部门按职责分工负责", ["市教育局 responsible"]],
  ["人民银行牵头，财政部及各地区按职责分工负责", ["人民银行 lead", "财政部 responsible", "各地区 responsible"]],
  ["市教育局主办、市财政局协办", ["市教育局 lead", "市财政局 support"]],
  ["牵头单位⏎市教育局⏎配合单位⏎市财政局", ["市教育局 lead", "市财政局 support"]],
  ["主办：市教育局⏎协办：市财政局", ["市教育局 lead", "市财政局 support"]],
  ["牵头责任单位：市教育局，主要协作单位：市财政局", ["市教育局 lead", "市财政局 support"]],
  ["市教育局负责制定方案，市财政局负责资金保障", ["市教育局 responsible", "市财政局 responsible"]],
  ["市教育局、市财政局", ["市教育局 -", "市财政局 -"]],
] as const)("%j: %j", (cell, roles) => {
  expect(role(cell)).toEqual(roles);
});

test.each([
  ["市教育局、市财政局等", true, "等"],
  ["市教育局等有关部门", true, "等有关部门"],
  ["市教育局、市财政局等部门按职责分工负责", true, "等部门"],
  ["商务部等国务院相关部门及各地区按职责分工负责", true, "等国务院相关部门"],
  ["市水利局市林业局等", true, "等"],
  ["市教育局", false, undefined],
  ["各高等院校", false, undefined],
] as const)("%j ends in 等: %s", (cell, hasEtc, words) => {
  const reading = readUnits(cell);
  expect(reading.hasEtc).toBe(hasEtc);
  expect(reading.etc === undefined ? undefined : cell.slice(reading.etc.start, reading.etc.end)).toBe(words);
});

test.each([
  ["市教育局、市财政局，列第一位的为牵头单位，下同", true],
  ["市教育局、市财政局（排在第一位的为牵头单位）", true],
  ["市第一人民医院、市教育局牵头", false],
  ["市教育局、市财政局", false],
] as const)("%j says who leads: %s", (cell, declares) => {
  const reading = readUnits(cell);
  expect(reading.declaresFirstLeads).toBe(declares);
  expect(reading.units).toHaveLength(2);
});

test.each([
  ["市教育局、市财政局", ["", "、"]],
  ["市教育局，市财政局\n市水利局", ["", "，", "\n"]],
  ["市教育局 市财政局/市水利局", ["", " ", "/"]],
  ["市水利局市林业局", ["", ""]],
  ["市教育局及市财政局", ["", "及"]],
  ["市教育局和市财政局", ["", "和"]],
  ["市教育局以及市财政局", ["", "及"]],
  ["市发改委会同市财政局", ["", "会同"]],
  ["市教育局、\n市财政局", ["", "、"]],
  ["市教育局（牵头）、市财政局", ["", "、"]],
  ["市教育局（牵头）市财政局", ["", "（"]],
  ["市教育局牵头市财政局配合", ["", "牵头"]],
] as const)("%j is separated by %j", (cell, separators) => {
  expect(readUnits(cell).units.map((unit) => unit.separator)).toEqual(separators);
});

test.each([
  ["省科技厅、工业和信息化厅、财政厅", ["省科技厅", "省工业和信息化厅", "省财政厅"]],
  ["市教育局、财政局、人社局", ["市教育局", "市财政局", "市人力资源社会保障局"]],
  ["市教育局、市场监管局", ["市教育局", "市市场监管局"]],
  ["荆门市教育局、财政局", ["荆门市教育局", "荆门市财政局"]],
  ["县教育局、各乡镇、财政局", ["县教育局", undefined, "县财政局"]],
  ["国家卫生健康委、医保局", ["国家卫生健康委", "国家医保局"]],
  ["教育部、发展改革委", ["教育部", "发展改革委"]],
  ["教育局、财政局", ["教育局", "财政局"]],
  ["省教育厅、市财政局、公安局", ["省教育厅", "市财政局", "市公安局"]],
  ["省教育厅、财政部", ["省教育厅", "财政部"]],
] as const)("%j lets drop what all share: %j", (cell, standards) => {
  expect(readUnits(cell).units.map((unit) => unit.standard)).toEqual(standards);
});

test("a dropped level counts in the identity", () => {
  const identity = (cell: string, index: number): string | undefined => readUnits(cell).units[index]?.identity;
  expect(identity("省科技厅、财政厅", 1)).toBe(identity("省财政厅", 0));
  expect(identity("教育部、发展改革委", 1)).toBe(identity("国家发展改革委", 0));
  expect(identity("教育局、财政局", 1)).not.toBe(identity("市财政局", 0));
});

test("a unit says where it stands", () => {
  const cell = "牵头：市教育局、\n市住房和\n城乡建设局等";
  const [first, second] = readUnits(cell).units;
  expect(first === undefined ? undefined : cell.slice(first.start, first.end)).toBe("市教育局");
  expect(second?.text).toBe("市住房和城乡建设局");
  expect(second === undefined ? undefined : cell.slice(second.start, second.end)).toBe("市住房和\n城乡建设局");
});
