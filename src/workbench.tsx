import { createRoot } from "react-dom/client";
import type { Change } from "./core/edit";
import type { Language } from "./core/text";
import type { Workbook } from "./core/workbook";
import { HostError } from "./host/host-error";
import { blankSheet, dropBlankSheet, newXlsx } from "./host/xlsx/new-workbook";
import { createXlsxHost } from "./host/xlsx/xlsx-host";
import { indicatorParts } from "./indicator-parts";
import { keepParts } from "./keep-parts";
import { describeError, fillParts } from "./plan-parts";
import { checkAgain, countLights, describeRule, prepareCheck, settingsOfToday } from "./product";
import { useTheme } from "./ui/theme";
import { Workbench, type WorkbenchProps } from "./ui/workbench/Workbench";

const query = new URLSearchParams(window.location.search);
const language: Language = (query.get("lang") ?? navigator.language).toLowerCase().startsWith("en") ? "en" : "zh";
document.documentElement.lang = language === "zh" ? "zh-CN" : "en";

const openWorkbook: WorkbenchProps["openWorkbook"] = (bytes, name, onSelect) => createXlsxHost(bytes, { name, onSelect });

const settings = settingsOfToday();

/** A workbook that was begun here gives up its empty sheet for the first one that is written. */
function withoutBlankSheet(changes: readonly Change[], { worksheets }: Workbook): readonly Change[] {
  const [only, ...others] = worksheets;
  const isBegun = only?.name === blankSheet && only.rowCount === 0 && others.length === 0;
  return isBegun ? changes.map((change, index) => (index > 0 ? change : { ...change, edits: [...change.edits, dropBlankSheet] })) : changes;
}

const planChanges: typeof fillParts.planChanges = (rows, choice, workbook, plan) => {
  const changes = fillParts.planChanges(rows, choice, workbook, plan);
  return choice.kind === "new-sheet" ? withoutBlankSheet(changes, workbook) : changes;
};

const fill = { ...fillParts, planChanges };

const indicators: typeof indicatorParts = { ...indicatorParts, sheetChanges: (choice, workbook) => withoutBlankSheet(indicatorParts.sheetChanges(choice, workbook), workbook) };

const sample = "assets/samples/sample-task-list.xlsx";

const loadSample: WorkbenchProps["loadSample"] = async () => {
  const response = await fetch(sample);
  if (!response.ok) throw new HostError("unreadable-file", `${sample} ${response.status}`);
  return { name: language === "zh" ? "云溪市智慧停车任务分工.xlsx" : "sample-task-list.xlsx", bytes: new Uint8Array(await response.arrayBuffer()), asOf: "2026-07-10" };
};

function Page() {
  return <Workbench openWorkbook={openWorkbook} loadSample={loadSample} prepare={prepareCheck} checkAgain={checkAgain} keep={keepParts} countLights={countLights} initialSettings={settings} describeError={describeError} fill={fill} indicators={indicators} newWorkbook={newXlsx} describeRule={describeRule} language={language} theme={useTheme()} startsWithSample={query.get("sample") === "1"} />;
}

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<Page />);
