// no alternative of a repeated group may be made of two others: time must stay linear
const lead = "(?:为|是|即|任|作|担任|作为|系)?(?:总)?(?:牵头|主办|主责|主要责任|第一责任)";
const first =
  "(?:第[一1]位|首位|第[一1][个家](?:(?:责任)?(?:单位|部门)|(?=[的为是即]))|首[个家](?:责任)?(?:单位|部门)|(?:排名?|排序|序|列|位列|居|名列|排列)(?:在|于)?(?:第[一1]|首|最前面?)|之首|为首|首列|(?:(?:排|列|写|放)在?|在)最?前(?:面|列)?(?=的)|最前面?|第[一1](?:单位|部门))";
const forwards = new RegExp(`${first}(?:的|者|名|位|之|单位|部门|责任|均|都|即|就|则|统一|，|、|:)*${lead}`);
const ahead = /(?:牵头|主办|主责)(?:责任)?(?:单位|部门)?(?:均|都|一律|统一)?(?:排|列|写|放)?在最?前(?:面|列)?(?:$|[，。；、)])/;
const backwards = new RegExp(
  `(?:牵头|主办|主责)(?:责任)?(?:单位|部门)?(?:均|都|一律|统一)?(?:为|是|即|指|应)?(?:排名?|列|位列|位于|居|放|写)?(?:在|于)?(?:各项?任务|责任单位|责任部门|名单|单位|中|的|栏|内|里)*${first}`,
);

/** Whether a line says that of several units the first leads: 列第一位的为牵头单位. */
export function declaresFirstUnitLeads(text: string): boolean {
  if (!text.includes("牵头") && !text.includes("主办") && !text.includes("主责") && !text.includes("责任")) return false;
  const plain = text.normalize("NFKC").replace(/[\s“”"'‘’]/g, "").replace(/,/g, "，");
  return forwards.test(plain) || backwards.test(plain) || ahead.test(plain);
}
