import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { describeCharts } from "../../support/charts-contract";
import { workbookFile } from "../../support/workbook-file";

describeCharts((workbook) => createXlsxHost(workbookFile(workbook)));
