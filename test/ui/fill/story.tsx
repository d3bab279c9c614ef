import { createRoot } from "react-dom/client";
import { defaultSettings } from "../../../src/core/settings";
import { createMemoryHost } from "../../../src/host/memory-host";
import { countLights, describeRule, prepareCheck } from "../../../src/product";
import { Pane } from "../../../src/ui/Pane";
import { useTheme } from "../../../src/ui/theme";
import { makeWorkbook } from "../../support/make-workbook";
import { fillParts } from "./made-up-parts";

/** The pane beside a workbook in memory, with a made-up plan of as many tasks as the address says. */
const query = new URLSearchParams(window.location.search);
const host = createMemoryHost(makeWorkbook([{ name: "责任分工", cells: [["序号", "重点任务", "牵头部门", "责任部门", "完成时限"], [1, "开展停车资源普查", "市城管局", "市公安局", "2030年12月底前"]] }]));
const parts = fillParts(Number(query.get("tasks")), Number(query.get("delay") ?? 0));
const describeError = (error: unknown) => ({ zh: `读不了：${String(error)}`, en: `Cannot be read: ${String(error)}` });

function Story() {
  return <Pane host={host} prepare={prepareCheck} countLights={countLights} initialSettings={defaultSettings("2026-07-01")} describeError={describeError} describeRule={describeRule} fill={parts} language={query.get("lang") === "en" ? "en" : "zh"} theme={useTheme()} startsAtOnce />;
}

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<Story />);
