/** Invented places and institutions: one a row of a table. */
export const counties = ["云溪县", "临岚县", "青岭区", "河阳市", "松塘县", "宁浦县", "石桥区", "东浦区", "望岭县", "桃湾区", "白鹭区", "长坪县"];

export const hospitals = ["市第一人民医院", "市中心医院", "市中医医院", "市妇幼保健院", "云溪县人民医院", "临岚县人民医院", "河阳市人民医院", "松塘县中医医院", "宁浦县人民医院", "望岭县人民医院", "青岭区人民医院", "东浦区医院"];

export const townships = ["城关镇", "柳林镇", "河东镇", "石井乡", "南屏街道", "新桥街道", "高岗镇", "双塘乡", "北坡镇", "西川镇", "龙泉街道", "茶亭镇"];

export const rowHeads: ReadonlyMap<readonly string[], readonly string[]> = new Map([
  [counties, ["县（市、区）", "县区", "地区", "统筹区"]],
  [hospitals, ["医院名称", "医疗机构", "单位", "机构名称"]],
  [townships, ["乡镇（街道）", "乡镇", "镇街"]],
]);
