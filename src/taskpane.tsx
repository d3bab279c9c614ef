import { createRoot } from "react-dom/client";
import type { Language } from "./core/text";
import { createExcelHost } from "./host/excel/excel-host";
import { indicatorParts } from "./indicator-parts";
import { keepParts } from "./keep-parts";
import { describeError, fillParts } from "./plan-parts";
import { checkAgain, countLights, describeRule, prepareCheck, settingsOfToday } from "./product";
import { Pane } from "./ui/Pane";
import { sampleList } from "./sample-list";
import { useTheme } from "./ui/theme";
import { whenShown } from "./when-shown";

const root = document.getElementById("root");

const unavailable = {
  noOffice: "没有连上 Office 的脚本（office.js），插件暂时用不了。请检查网络能否访问微软的站点，或请管理员把 office.js 放到单位自己的服务器上，再重新打开窗格。",
  notExcel: "这个插件用于 Excel。请在 Excel 里打开任务清单，再打开“清单核查”。",
};

function TaskPane({ language, background }: { readonly language: Language; readonly background: string | undefined }) {
  const theme = useTheme(background);
  return <Pane host={host} prepare={prepareCheck} checkAgain={checkAgain} keep={keepParts} countLights={countLights} initialSettings={settings} describeError={describeError} fill={fillParts} indicators={indicatorParts} sample={sampleList} describeRule={describeRule} language={language} theme={theme} startsAtOnce />;
}

const host = createExcelHost();
const settings = settingsOfToday();

function say(text: string): void {
  if (root !== null) root.textContent = text;
}

if (typeof Office === "undefined") say(unavailable.noOffice);
else {
  void Office.onReady(({ host: application }) => {
    if (application !== Office.HostType.Excel) {
      say(unavailable.notExcel);
      return;
    }
    // some desktop builds answer with Windows' number of the language (1033 is English)
    const language = /^(?:en|1033$)/i.test(String(Office.context.displayLanguage)) ? "en" : "zh";
    // older Excel gives no theme, and some give one without colours
    const background = (Office.context as { officeTheme?: { bodyBackgroundColor?: string } }).officeTheme?.bodyBackgroundColor;
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    say(language === "zh" ? "点一下这里，开始核查。" : "Click here to begin.");
    whenShown(() => {
      if (root === null) return;
      root.textContent = "";
      createRoot(root).render(<TaskPane language={language} background={background} />);
    });
  });
}
