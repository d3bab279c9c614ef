import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { makeXlsx } from "../../support/make-xlsx";

test("names for formulas are read, Excel's own and macros are not", async () => {
  const bytes = makeXlsx([{ name: "Sheet1", cells: [["甲"]] }, { name: "数据", cells: [["乙"]] }], {
    workbookTail:
      "<definedNames>" +
      '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Sheet1!$A$1:$A$9</definedName>' +
      '<definedName name="_xlnm.Print_Area" localSheetId="1">数据!$A$1:$C$9</definedName>' +
      '<definedName name="_xlfn.IFERROR" hidden="1">#NAME?</definedName>' +
      '<definedName name="清理" function="1" vbProcedure="1">清理</definedName>' +
      '<definedName name="期末数" localSheetId="1">数据!$B$2</definedName>' +
      '<definedName name="隐藏系数" hidden="1">0.85</definedName>' +
      '<definedName name="名称&amp;拼接">Sheet1!$A$1&amp;数据!$A$1</definedName>' +
      '<definedName name="失联" localSheetId="7">数据!$B$2</definedName>' +
      '<definedName name="空"></definedName>' +
      "</definedNames>",
  });
  expect((await (await createXlsxHost(bytes)).read()).names).toEqual([
    { name: "期末数", sheet: "数据", formula: "=数据!$B$2" },
    { name: "隐藏系数", formula: "=0.85" },
    { name: "名称&拼接", formula: "=Sheet1!$A$1&数据!$A$1" },
  ]);
});
