import { describeHostContract } from "../../support/host-contract";
import { excelHostFactory } from "./excel-host-factory";

describe.each(["1.9", "1.14", "1.15"])("with ExcelApi %s", (excelApi) => {
  describeHostContract({ name: "Excel", open: (workbook) => excelHostFactory(workbook, { excelApi }), knowsMerges: excelApi !== "1.9", knowsLists: false, calculates: true, hasNotes: false });
});
