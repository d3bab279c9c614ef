import { FluentProvider, makeStyles, mergeClasses, tokens, type Theme } from "@fluentui/react-components";
import { useCallback, useEffect, useState, type ReactNode } from "react";
import type { Language } from "../core/text";
import { Checker, type CheckerProps } from "./Checker";
import type { FillParts } from "./fill/fill-parts";
import { FillView } from "./fill/FillView";
import type { IndicatorParts } from "./indicators/indicator-parts";
import { IndicatorView, type Checked } from "./indicators/IndicatorView";
import { LanguageContext, useWords } from "./language";
import { placeNames, strings } from "./strings";
import { HistoryContext, useHistory } from "./history";
import { HistoryBar } from "./HistoryBar";
import { Tabs } from "./Tabs";
import { isDarkColor } from "./theme";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", height: "100%", boxSizing: "border-box", minWidth: 0, backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
  title: { position: "absolute", width: "1px", height: "1px", margin: 0, overflow: "hidden", clipPath: "inset(50%)" },
  /** Excel draws its own button over the top right corner of a pane. */
  header: { flexShrink: 0, paddingRight: "48px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  wholeHeader: { paddingRight: 0 },
  /** One on the other, so that the hidden one keeps its size and how far it was scrolled. */
  panels: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gridTemplateRows: "minmax(0, 1fr) auto", flexGrow: 1, minHeight: 0 },
  panel: { gridArea: "1 / 1", minWidth: 0, minHeight: 0 },
});

const places = ["check", "fill", "indicators"] as const;
export type Place = (typeof places)[number];

export type PaneProps = CheckerProps & {
  /** What is opened first; 核查 unless somebody comes with a plan. */
  readonly startsWith?: Place;
  /** Without it there is no 填报. */
  readonly fill?: FillParts;
  /** Without it there is no 指标. */
  readonly indicators?: IndicatorParts;
  /** A document that was dropped beside the pane: 填报 opens and reads it. */
  readonly given?: File;
  readonly language: Language;
  readonly theme: Theme;
  /** True where nothing covers the top right corner. */
  readonly hasWholeHeader?: boolean;
};

/** The places of the pane, beside any workbook, in Excel or in the browser. */
export function Pane(props: PaneProps) {
  return (
    <FluentProvider theme={props.theme} style={{ height: "100%", background: "none", colorScheme: isDarkColor(props.theme.colorNeutralBackground1) ? "dark" : "light" }}>
      <LanguageContext value={props.language}>
        <Places {...props} />
      </LanguageContext>
    </FluentProvider>
  );
}

function Places({ fill, indicators, given, startsWith = "check", hasWholeHeader = false, revision = 0, onResult, ...checker }: PaneProps) {
  const styles = useStyles();
  const words = useWords();
  const [place, setPlace] = useState<Place>(startsWith);
  // what nobody has opened costs nothing
  const [opened, setOpened] = useState<ReadonlySet<Place>>(new Set<Place>(["check", startsWith]));
  // a host tells of changes by others only
  const [written, setWritten] = useState(0);
  const [checked, setChecked] = useState<Checked>();
  const [isRecordOpen, setIsRecordOpen] = useState(false);
  const onWritten = useCallback(() => setWritten((count) => count + 1), []);
  const open = useCallback((chosen: Place): void => {
    setPlace(chosen);
    setIsRecordOpen(false);
    setOpened((before) => new Set([...before, chosen]));
  }, []);
  useEffect(() => {
    if (given !== undefined) open("fill");
  }, [given, open]);
  const history = useHistory(checker.host);
  const isRecordShown = isRecordOpen && history.entries.length > 0;
  const { host } = history;
  const checkAnew = (): void => {
    open("check");
    onWritten();
  };
  const shown = isRecordShown ? undefined : place;
  const offered = places.filter((one) => (one === "fill" ? fill !== undefined : one !== "indicators" || indicators !== undefined));
  return (
    <HistoryContext value={history.entries}>
      <main className={styles.root}>
        <h1 className={styles.title}>{words(strings.title)}</h1>
        <div className={mergeClasses(styles.header, hasWholeHeader && styles.wholeHeader)}>
          <Tabs label={words(strings.places)} tabs={offered.map((id) => ({ id, label: words(placeNames[id]) }))} selected={place} onSelect={open} panelOf={panelOf} />
        </div>
        <div className={styles.panels}>
          <Panel place="check" chosen={shown}>
            <Checker
              {...checker}
              host={host}
              revision={revision + written}
              onResult={(result, workbook) => {
                setChecked({ result, workbook });
                onResult?.(result, workbook);
              }}
            />
          </Panel>
          {fill !== undefined && (
            <Panel place="fill" chosen={shown}>
              {opened.has("fill") && <FillView {...fill} given={given} host={host} describeError={checker.describeError} onWritten={onWritten} />}
            </Panel>
          )}
          {indicators !== undefined && (
            <Panel place="indicators" chosen={shown}>
              {opened.has("indicators") && <IndicatorView {...indicators} host={host} describeError={checker.describeError} checked={checked} isShown={place === "indicators"} onCheck={checkAnew} onWritten={onWritten} />}
            </Panel>
          )}
          <HistoryBar history={history} isOpen={isRecordShown} onToggle={setIsRecordOpen} describeError={checker.describeError} onWritten={onWritten} />
        </div>
      </main>
    </HistoryContext>
  );
}

function panelOf(place: Place): string {
  return `place-${place}`;
}

function Panel({ place, chosen, children }: { readonly place: Place; readonly chosen: Place | undefined; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div role="tabpanel" id={panelOf(place)} aria-labelledby={`${panelOf(place)}-tab`} className={styles.panel} style={place === chosen ? undefined : { visibility: "hidden" }} inert={place !== chosen}>
      {children}
    </div>
  );
}
