import { createRoot } from "react-dom/client";
import { defaultSettings } from "../../../src/core/settings";
import { createMemoryHost } from "../../../src/host/memory-host";
import { countLights, describeRule, prepareCheck } from "../../../src/product";
import { Pane } from "../../../src/ui/Pane";
import { useTheme } from "../../../src/ui/theme";
import { makeWorkbook } from "../../support/make-workbook";
import { fillParts } from "../fill/made-up-parts";
import { indicatorParts } from "./made-up-parts";

/** The pane beside a workbook in memory, with as many made-up indicators as the address says. */
const query = new URLSearchParams(window.location.search);
const host = createMemoryHost(makeWorkbook([{ name: "指标监测表", cells: [["序号", "指标名称"], [1, "学前三年毛入园率"]] }]));
const indicators = indicatorParts(Number(query.get("entries")));
const fill = fillParts(3);
const describeError = (error: unknown) => ({ zh: `不行：${String(error)}`, en: `No: ${String(error)}` });

function Story() {
  return <Pane host={host} prepare={prepareCheck} countLights={countLights} initialSettings={defaultSettings("2026-07-01")} describeError={describeError} describeRule={describeRule} fill={fill} indicators={indicators} language={query.get("lang") === "en" ? "en" : "zh"} theme={useTheme()} startsAtOnce={!query.has("unchecked")} />;
}

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<Story />);
