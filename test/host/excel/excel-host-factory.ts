import type { Workbook } from "../../../src/core/workbook";
import { createExcelHost, type ExcelHostOptions } from "../../../src/host/excel/excel-host";
import type { Host } from "../../../src/host/host";
import type { SimulatedExcel, SimulatedExcelOptions } from "../../excel/simulated-excel";
import { closeExcel, makeCurrent, startExcel, type StartedExcel } from "../../excel/start-excel";

export type ExcelHostUnderTest = Host & { dump(): Workbook; readonly excel: SimulatedExcel };

const started = new Map<string, Promise<StartedExcel>>();

afterAll(async () => {
  for (const one of started.values()) closeExcel(await one);
});

/** An Excel host on a simulated Excel that holds just this workbook; the library is started once for each version. */
export async function excelHostFactory(workbook: Workbook, options: SimulatedExcelOptions & ExcelHostOptions = {}): Promise<ExcelHostUnderTest> {
  const version = options.excelApi ?? "1.15";
  const one = started.get(version) ?? startExcel({ excelApi: version });
  started.set(version, one);
  const { excel, globals } = await one;
  makeCurrent({ globals });
  excel.reset();
  if (options.payloadLimit !== undefined) excel.payloadLimit = options.payloadLimit;
  excel.load(workbook);
  const host = createExcelHost(options);
  return { ...host, dump: () => excel.dump(), excel };
}
