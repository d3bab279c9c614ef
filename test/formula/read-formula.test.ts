import type { DefinedName, ListObject, Workbook } from "../../src/core/workbook";
import { keysOf } from "../../src/formula/expression";
import { isSameQuotient, toQuotient, type Quotient } from "../../src/formula/quotient";
import { readFormula, type ReadFormula } from "../../src/formula/read-formula";
import { expectLinearTime } from "../support/linear-time";
import { sheet, workbook } from "../support/sheet";

const names: readonly DefinedName[] = [
  { name: "分母合计", formula: "=监测!$C$6" },
  { name: "换算", formula: "=100" },
  { name: "就诊率", formula: "=监测!$B$3/监测!$C$3*100" },
  { name: "绕回", formula: "=绕回+1" },
  { name: "会动", formula: "=监测!B3" },
  { name: "各县分子", formula: "=监测!$B$3:$B$5" },
  { name: "分母合计", sheet: "名录", formula: "=监测!$C$3" },
  { name: "别处", formula: "=[预算.xlsx]表!$A$1" },
];

const listObjects: readonly ListObject[] = [{ name: "费用表", range: { sheet: "2025 年", top: 0, left: 0, bottom: 3, right: 2 }, columnNames: ["医院", "本年 收入", "上年收入"], hasHeaderRow: true, hasTotalRow: true }];

const book: Workbook = {
  ...workbook(
    sheet(
      `
        各县就诊情况
        县区   | 县域内人次 | 总人次 | 就诊率      | 上年
        望城区 | 80         | 100    | =B3/C3      | 70
        浏阳市 | 90         | 120    | =B4/C4      | 85
        宁乡市 | 60         | 75     | =B5/C5      |
        合计   | 230        | 295    | =D3         | 155
      `,
      { name: "监测" },
    ),
    sheet(
      `
        医院   | 本年 收入 | 上年收入
        一医院 | 500       | 400
        二医院 | 300       | 320
        合计   | 800       | 720
      `,
      { name: "2025 年" },
    ),
    sheet("望城区 | 1\n望城区 | 2\n缺数 | 未报", { name: "名录" }),
  ),
  names,
  listObjects,
};

const place = { sheet: "监测", row: 2, column: 5 };

function read(formula: string, at = place): ReadFormula {
  const result = readFormula(formula, at, book);
  if ("unreadable" in result) throw new Error(`${formula}: ${result.unreadable.zh}`);
  return result;
}

function quotientOf(formula: string, at = place): Quotient {
  const result = toQuotient(read(formula, at).expression);
  if (result === undefined) throw new Error(`no quotient: ${formula}`);
  return result;
}

describe("the same arithmetic", () => {
  test.each([
    ["=B3/C3*100", "=100*B3/C3"],
    ["=B3/C3*100", "=$B$3/监测!C$3*100"],
    ["=B3/C3*100", "=(B3)/(C3/100)"],
    ["=B3/C3*100", "=b3/c3/1%"],
    ["=B3/C3*100%", "=B3/C3"],
    ["=B3/C3", "=+B3/+C3"],
    ["=B3/C3", "=B3*C3^-1"],
    ["=(B3-E3)/E3", "=B3/E3-1"],
    ["=(B3-E3)/E3*100", "=(B3/E3-100%)*100"],
    ["=B3/C3", "=ROUND(B3/C3,4)"],
    ["=B3/C3*100", "=ROUNDUP(B3/C3*100,2)"],
    ["=B3/C3", '=IF(C3=0,"",B3/C3)'],
    ["=B3/C3", '=IF(C3<>0,B3/C3,"")'],
    ["=B3/C3", "=IF(C3>0,B3/C3,0)"],
    ["=B3/C3", "=IF(C3,B3/C3,NA())"],
    ["=B3/C3", '=IF(ISBLANK(C3),"—",B3/C3)'],
    ["=B3/C3", '=IF(OR(B3="",C3=""),"",B3/C3)'],
    ["=B3/C3", '=IF(AND(ISNUMBER(B3),ISNUMBER(C3)),IF(C3=0,"",B3/C3),"")'],
    ["=B3/C3", '=IF(NOT(ISBLANK(C3)),B3/C3)'],
    ["=B3/C3", "=IF(C3=0,,B3/C3)"],
    ["=B3/C3", "=IF(C3=0,100%,B3/C3)"],
    ["=B3/C3", '=IF(COUNT(B3:C3)=2,B3/C3,"")'],
    ["=B3/C3", '=IF(B3="",B3/C3,B3/C3)'],
    ["=B3/C3", "=IFERROR(B3/C3,0)"],
    ["=B3/C3", '=_xlfn.IFNA(B3/C3,"-")'],
    ["=B3/C3", '=_xlfn.IFS(C3=0,"",TRUE,B3/C3)'],
    ["=B3/C3", "=N(B3)/VALUE(C3)"],
    ["=B3+B4+B5", "=SUM(B3:B5)"],
    ["=B3+B4+B5", "=SUM(B5:B3)"],
    ["=B3+B4+B5", "=SUM(B3,$B$4:$B$5)"],
    ["=B3+B4+B5", "=SUBTOTAL(9,B3:B5)"],
    ["=B3+B4+B5", "=SUBTOTAL(109,B3:B5)"],
    ["=B3+B4+B5", "=AGGREGATE(9,6,B3:B5)"],
  ["=B3+B4+B5", "=SUM(INDEX(B:B,3):B5)"],
    ["=B3+B4+B5", "=SUM(各县分子)"],
    ["=B3+B4+B5+B6", "=SUM(B:B)"],
    ["=B3+C3+D3+E3", "=SUM(3:3)"],
    ["=B3+C3+B4+C4", "=SUM(B3:C4)"],
    ["=B3+2*B4", "=SUM(B3:B4,B4)"],
    ["=(B3+B4+B5)/3", "=AVERAGE(B3:B5)"],
    ["=(E3+E4)/2", "=AVERAGE(E3:E5)"],
    ["=B3*C3", "=PRODUCT(B3,C3)"],
    ["=B3*B3*B3", "=POWER(B3,3)"],
    ["=B3*C3+B4*C4", "=SUMPRODUCT(B3:B4,C3:C4)"],
    ["=B3*C3+B4*C4", "=SUMPRODUCT(B3:B4*C3:C4)"],
    ["=B3/C3+B4/C4", "=SUMPRODUCT(B3:B4/C3:C4)"],
    ["=B3+B4", "=SUMPRODUCT(B3:B4)"],
    ["=SUMIF(A3:A5,A3,B3:B5)", "=SUMIF($A$3:$A$5,$A$3,$B$3:$B$5)"],
    ["=SUMIF(A3:A5,A3,B3:B5)", "=SUMIFS(B3:B5,A3:A5,A3)"],
    ["=SUMIF(A3:A5,A3,B3:B5)", "=SUMIF(A3:A5,A3,B3)"],
    ['=SUMIFS(B3:B5,A3:A5,"望城区",C3:C5,">90")', '=SUMIFS(B3:B5,C3:C5,">90",A3:A5,"=望城区")'],
    ['=SUMIF(A3:A5,"望城区",B3:B5)', '=SUMPRODUCT((A3:A5="望城区")*B3:B5)'],
    ['=SUMIF(A3:A5,"望城区",B3:B5)', '=SUMPRODUCT(--(A3:A5="望城区"),B3:B5)'],
    ['=COUNTIF(A3:A5,"望城区")', '=SUMPRODUCT((A3:A5="望城区")*1)'],
    ["=AVERAGEIF(A3:A5,A3,B3:B5)", "=SUMIF(A3:A5,A3,B3:B5)/COUNTIF(A3:A5,A3)"],
    ["=B4", '=INDEX(B3:B5,2)'],
    ["=C4", '=INDEX(A3:C5,2,3)'],
    ["=C3", '=INDEX(A3:E3,3)'],
    ["=B5", '=INDEX(B:B,MATCH("宁乡市",A:A,0))'],
    ["=B5", '=INDEX($A$2:$C$6,MATCH(A5,$A$2:$A$6,0),MATCH("县域内人次",$A$2:$C$2,0))'],
    ["=C4", "=VLOOKUP(A4,$A$2:$E$6,3,FALSE)"],
    ["=C4", "=VLOOKUP(\"浏阳\"&\"市\",A:E,3,0)"],
    ["=B5", '=HLOOKUP("县域内人次",A2:C6,4,FALSE)'],
    ["=C4", '=_xlfn.XLOOKUP(A4,A3:A6,C3:C6,"")'],
    ["=B3/C6", "=B3/分母合计"],
    ["=B3*100", "=B3*换算"],
    ["=B3/C3*100", "=就诊率"],
    ["='2025 年'!B2/'2025 年'!C2-1", "=('2025 年'!$B2-'2025 年'!$C2)/'2025 年'!$C2"],
    ["='2025 年'!B2+'2025 年'!B3", "=SUM(费用表[本年 收入])"],
    ["='2025 年'!B4", "=费用表[[#Totals],[本年 收入]]"],
    ["=SUM('2025 年'!B2:C3)", "=SUM(费用表[[本年 收入]:[上年收入]])"],
    ["=SUM('2025 年'!B2:B4)", "=SUM(费用表[[#Data],[#Totals],[本年 收入]])"],
    ["=B3/C3", "=_xlfn.LET(_xlpm.x,B3,_xlpm.y,C3,_xlpm.x/_xlpm.y)"],
    ["=B3-C3", "=B3+C3*-1"],
    ["=B3/(C3*D3)", "=B3/C3/D3"],
    ["=B3/C3", "=@B:B/@C:C"],
    ["=B3^2", "=-B3^2"],
  ])("%s is %s", (left, right) => {
    expect(isSameQuotient(quotientOf(left), quotientOf(right))).toBe(true);
  });

  test("a table's own row", () => {
    const at = { sheet: "2025 年", row: 1, column: 5 };
    expect(isSameQuotient(quotientOf("=费用表[[#This Row],[本年 收入]]/费用表[[#This Row],[上年收入]]-1", at), quotientOf("=B2/C2-1", at))).toBe(true);
    const inside = { sheet: "2025 年", row: 2, column: 2 };
    expect(isSameQuotient(quotientOf("=[@[本年 收入]]/[@上年收入]", inside), quotientOf("=B3/C3", inside))).toBe(true);
  });

  test("a sheet's own name goes before the workbook's", () => {
    expect(keysOf(read("=分母合计", { sheet: "名录", row: 0, column: 4 }).expression)).toEqual(["监测!C3"]);
    expect(keysOf(read("=分母合计").expression)).toEqual(["监测!C6"]);
  });
});

test.each([
  ["=B3/C3", "=C3/B3"],
  ["=B3/C3", "=B3/C4"],
  ["=B3/C3", "=B3/C3*100"],
  ["=B3/C3", "=B3/名录!C3"],
  ["=B3+B4/C3", "=(B3+B4)/C3"],
  ["=(B3-E3)/E3", "=(B3-E3)/B3"],
  ["=SUM(B3:B5)", "=SUM(B3:B4)"],
  ["=SUM(B3:B5)", "=SUM(B3:B5,B5)"],
  ["=AVERAGE(B3:B5)", "=SUM(B3:B5)/4"],
  ["=-(B3^2)", "=-B3^2"],
  ["=SUMIF(A3:A5,A3,B3:B5)", "=SUMIF(A3:A5,A4,B3:B5)"],
  ["=SUMIF(A3:A5,A3,B3:B5)", "=SUMIF(A3:A5,A3,C3:C5)"],
  ["=COUNTA(A3:A5)", "=COUNT(A3:A5)"],
])("%s is not %s", (left, right) => {
  expect(isSameQuotient(quotientOf(left), quotientOf(right))).toBe(false);
});

test.each([
  ["=ROUND(B3/C3,2)", { rounding: 2 }],
  ["=ROUND(B3/C3,4)*100", { rounding: 2 }],
  ["=100%*ROUND(B3/C3,2)", { rounding: 2 }],
  ["=ROUND(B3,-2)", { rounding: -2 }],
  ["=TRUNC(B3/C3)", { rounding: 0 }],
  ['=IF(C3=0,"",ROUND(B3/C3,1))', { rounding: 1, guard: "if" }],
  ["=ROUND(IFERROR(B3/C3,0),1)", { rounding: 1, guard: "iferror" }],
  ["=IFERROR(B3/C3,0)", { guard: "iferror" }],
  ["=ROUND(B3,2)+ROUND(C3,2)", {}],
  ["=B3/C3", {}],
])("%s: what is around the arithmetic", (formula, expected) => {
  const { rounding, guard } = read(formula);
  expect({ ...(rounding === undefined ? {} : { rounding }), ...(guard === undefined ? {} : { guard }) }).toEqual(expected);
});

test.each([
  ["=F3÷G3", "F3÷G3"],
  ["=SUM（B3:B5）", "全角"],
  ["=B3/", "B3/"],
  ["=B3:B5/C3", "B3:B5"],
  ["=B:B/C:C", "B:B"],
  ["=#REF!/C3", "#REF!"],
  ["=名录!#REF!/C3", "失效"],
  ["=[1]汇总!B3/C3", "别的工作簿"],
  ["=SUM(一季度:四季度!B3)", "几张工作表"],
  ["=未建的表!B3", "不存在"],
  ["=B3/没有的名称", "没有的名称"],
  ["=绕回", "绕回"],
  ["=会动/C3", "$"],
  ["=别处", "别的工作簿"],
  ["=A1#", "#"],
  ["=SUM((B3,B4))", "合并"],
  ["=B3:B5 B4:C4", "交集"],
  ["=QUOTIENT(B3,C3)", "QUOTIENT"],
  ["=OFFSET(B3,1,0)", "OFFSET"],
  ['=INDIRECT("B3")', "INDIRECT"],
  ["=MAX(B3,C3)", "MAX"],
  ["=ABS(B3)", "ABS"],
  ['=TEXT(B3/C3,"0.0%")', "TEXT"],
  ['=B3/C3&"%"', "&"],
  ["=B3>C3", ">"],
  ['="甲"', "甲"],
  ["=B3^C3", "^"],
  ["=B3^0.5", "^"],
  ["=IF(C3=0,B3/C3,0)", "写反"],
  ['=IF(C3<>0,"",B3/C3)', "写反"],
  ["=IF(B3>100,100,B3/C3)", "IF"],
  ["=IF(A3=1,B3/C3,B3/D3)", "IF"],
  ["=IFERROR(B3/C3,B3/D3)", "IFERROR"],
  ["=VLOOKUP(A3,A3:C6,2)", "VLOOKUP"],
  ["=VLOOKUP(A3,A3:C6,2,TRUE)", "VLOOKUP"],
  ['=VLOOKUP("长沙县",A3:C6,2,0)', "长沙县"],
  ['=VLOOKUP("望*",A3:C6,2,0)', "通配符"],
  ["=VLOOKUP(A3,A3:C6,4,0)", "区域之外"],
  ["=INDEX(B3:B5,9)", "区域之外"],
  ["=INDEX(B3:B5,MATCH(A3,A3:A5))", "MATCH"],
  ["=SUMIFS(B3:B6,A3:A5,A3)", "大小不同"],
  ["=SUMPRODUCT(B3:B5,C3:C4)", "大小不同"],
  ["=SUBTOTAL(1,B3:B5)", "求和"],
  ["=SUM(IF(A3:A5=A3,B3:B5))", "IF"],
  ["=SUM(IF(A3:A5=A3,B3))", "逐格"],
  ["=SUMPRODUCT(IF(ISNUMBER(B3:B5),C3,0))", "逐格"],
  ["=费用表[不存在]", "不存在"],
  ["=费用表[@上年收入]", "本行"],
  ["=AVERAGE(E5:E5)", "AVERAGE"],
  ["=LAMBDA(x,x+1)(B3)", "LAMBDA"],
  ["={1,2}", "数组"],
  ["=B3*TRUE", "TRUE"],
])("%s cannot be read", (formula, words) => {
  const result = readFormula(formula, place, book);
  expect("unreadable" in result ? result.unreadable.zh : keysOf(result.expression)).toContain(words);
});

test("a cell with a formula is an operand as it stands, or is read through", () => {
  expect(keysOf(read("=D3*100").expression)).toEqual(["监测!D3"]);
  const followed = readFormula("=D6*100", place, book, { follow: true });
  expect("unreadable" in followed ? followed : [...followed.operands.keys()]).toEqual(["监测!B3", "监测!C3"]);
});

test("operands say what they are", () => {
  expect([...read("=SUMIF(A3:A5,\"望城区\",B3:B5)/VLOOKUP(A4,A3:C6,3,0)").operands.values()]).toEqual([
    { kind: "sum-where", range: { sheet: "监测", top: 2, left: 1, bottom: 4, right: 1 }, conditions: [{ range: { sheet: "监测", top: 2, left: 0, bottom: 4, right: 0 }, criterion: "望城区" }] },
    { kind: "cell", range: { sheet: "监测", top: 3, left: 2, bottom: 3, right: 2 }, isLookedUp: true },
  ]);
  expect([...read("=SUM(B3:B9999)").operands.keys()]).toEqual(["sum(监测!B3:B9999)"]);
});

test("long averages and subtotals of long lists do not add up to quadratic time", () => {
  const count = 100_000;
  const column = { values: Array.from({ length: count }, (_, row) => row), formulas: new Map([[50_000, "=SUBTOTAL(9,A1:A50000)"]]), formats: [] };
  const long: Workbook = { worksheets: [{ ...sheet("1", { name: "长表" }), rowCount: count, columns: [column] }], uses1904Dates: false };
  expectLinearTime(() => {
    for (let row = 0; row < 5000; row++) {
      readFormula("=A1/AVERAGE(A:A)", { sheet: "长表", row, column: 3 }, long);
      readFormula(`=VLOOKUP(${count - row - 1},A:A,1,0)`, { sheet: "长表", row, column: 3 }, long);
      readFormula("=SUBTOTAL(9,A1:A99999)", { sheet: "长表", row, column: 3 }, long);
    }
  });
  expect(readFormula("=SUBTOTAL(9,A1:A99999)", place, long)).toHaveProperty("unreadable");
});

test.each([
  ["brackets", `=${"(".repeat(4000)}B3${")".repeat(4000)}`],
  ["signs", `=${"-".repeat(8000)}B3`],
  ["percent signs", `=B3${"%".repeat(8000)}`],
  ["a long sum", `=${"B3+".repeat(2700)}B3`],
  ["a long row of divisions", `=${"B3/".repeat(2700)}B3`],
  ["a row of powers", `=B3${"^2".repeat(4000)}`],
  ["nested IF", `=${"IF(C3=0,0,".repeat(800)}B3${")".repeat(800)}`],
  ["open brackets", `=${"SUM(".repeat(2000)}`],
  ["quotes", `=${'"'.repeat(8000)}`],
  ["a chain of LET", `=LET(${Array.from({ length: 300 }, (_, index) => `v${index}_,${index === 0 ? "B3" : `v${index - 1}_+v${index - 1}_`}`).join(",")},v299_)`],
  ["sums of sums", `=${"SUM(A1:Z70)*".repeat(600)}1`],
  ["brackets that are names", `=${"[".repeat(8000)}`],
  ["sheets", `=${"'".repeat(8000)}!B3`],
  ["spaces", `=B3${" ".repeat(8000)}C3`],
  ["100,000 characters", `=${"B3+".repeat(33_000)}B3`],
])("never hangs: %s", (_, formula) => {
  expectLinearTime(() => {
    const result = readFormula(formula, place, book);
    if (!("unreadable" in result)) toQuotient(result.expression);
  });
});
