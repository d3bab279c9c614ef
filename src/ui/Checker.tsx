import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useRef, useState } from "react";
import { stringifyAddress } from "../core/address";
import type { Diagnostic } from "../core/diagnostic";
import type { Change } from "../core/edit";
import { defaultSettings, type Settings } from "../core/settings";
import type { Text } from "../core/text";
import type { Workbook } from "../core/workbook";
import { Findings } from "./Findings";
import { useIsTakenBack, useLastOf } from "./history";
import { KeptReasons } from "./keep/KeptReasons";
import { MarkTools } from "./keep/MarkTools";
import { chooseSettings, settingsReader, type OwnSettings } from "./kept-settings";
import { useWords } from "./language";
import { Outcome } from "./Outcome";
import { SettingsPanel } from "./SettingsPanel";
import { StateBar } from "./StateBar";
import { strings } from "./strings";
import { keepLive, readLive } from "./live-preference";
import type { Busy } from "./checker-state";
import { useChecker } from "./use-checker";
import type { CheckerParts } from "./use-checking";
import { WaitingBar } from "./WaitingBar";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", height: "100%", boxSizing: "border-box", minWidth: 0 },
  header: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  narrow: { minHeight: "44px", minWidth: 0, flexShrink: 0 },
  tall: { minHeight: "44px" },
  check: { minHeight: "44px", flexShrink: 0 },
  body: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, flexGrow: 1, minHeight: 0, overflowY: "auto", padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  tables: { listStyleType: "none", flexGrow: 1, minWidth: 0, overflowWrap: "anywhere", margin: 0, padding: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, maxHeight: "5em", overflowY: "auto" },
  notice: { padding: tokens.spacingVerticalM, lineHeight: tokens.lineHeightBase300 },
  text: { margin: `0 0 ${tokens.spacingVerticalS}` },
  message: { flexShrink: 0 },
  /** What somebody's click led to: in view wherever it was. */
  said: { flexShrink: 0, padding: `0 ${tokens.spacingHorizontalM}`, "& > *": { marginBottom: tokens.spacingVerticalS } },
});

export type CheckerProps = Omit<CheckerParts, "readSettings" | "isLive"> & {
  /** As they stand when the pane opens. */
  readonly initialSettings: Settings;
  readonly describeError: (error: unknown) => Text;
  /** What is no rule's id comes back as it is. */
  readonly describeRule: (rule: string) => Text;
  readonly onSelect?: (diagnostic: Diagnostic) => void;
  readonly onSample?: () => void;
  /** Makes the changes that put a sample into the workbook, where nothing was recognised. */
  readonly sample?: (workbook: Workbook) => Promise<readonly Change[]>;
};

/** 核查: what is wrong in the workbook, and how to mend it. */
export function Checker(props: CheckerProps) {
  const { host, describeError, onSample, sample } = props;
  const styles = useStyles();
  const words = useWords();
  const [own, setOwn] = useState<OwnSettings>(() => chosenAtFirst(props.initialSettings));
  const readSettings = useMemo(() => settingsReader(own), [own]);
  const [isLive, setIsLive] = useState(readLive);
  const [isSetting, setIsSetting] = useState(false);
  const { state, check, cancel, apply, undo, explain, takeBack, flag, clearFlags, makeRoster, addDropdowns, keepInWorkbook } = useChecker({ ...props, readSettings, isLive });
  const { busy, result, standing, reasons, reasonsProblem, settingsRead, failure, behind, receipts, outcome } = state;
  const undoable = useLastOf(receipts);
  const isTakenBack = useIsTakenBack(outcome?.kind === "applied" ? outcome.receipt : undefined);
  const [jumpFailure, setJumpFailure] = useState<unknown>();
  const jump = (diagnostic: Diagnostic): void => {
    setJumpFailure(undefined);
    props.onSelect?.(diagnostic);
    host.select(diagnostic.range).catch(setJumpFailure);
  };
  const insert = async (make: NonNullable<CheckerProps["sample"]>): Promise<void> => {
    setJumpFailure(undefined);
    try {
      await apply(await make(await host.read()));
    } catch (error) {
      setJumpFailure(error);
    }
  };
  const settingsButton = useRef<HTMLElement>(undefined);
  const closeSettings = (): void => {
    setIsSetting(false);
    settingsButton.current?.focus();
  };
  const { settings } = settingsRead ?? readSettings(undefined);
  const keepChosen = async (wanted: Settings): Promise<void> => {
    closeSettings();
    // what the workbook keeps no longer needs choosing, and comes back with it when it is taken back
    if (await keepInWorkbook(wanted)) setOwn((before) => (before.asOf === wanted.asOf && Object.keys(before).length === 1 ? before : { asOf: wanted.asOf }));
    else setOwn(chooseSettings(own, settings, wanted));
  };
  const problem = failure ?? jumpFailure;
  const tables = result?.tables ?? [];
  return (
    <div className={styles.root}>
      <div className={styles.header}>
        <ul className={styles.tables} tabIndex={tables.length > 3 ? 0 : undefined}>
          {tables.map(({ sheet, bounds, rows }) => (
            <li key={`${sheet} ${stringifyAddress(bounds)}`}>{words(strings.table(sheet, stringifyAddress(bounds), rows.length))}</li>
          ))}
        </ul>
        <Button className={styles.narrow} appearance="subtle" aria-expanded={isSetting} onClick={({ currentTarget }) => {
          settingsButton.current = currentTarget;
          setIsSetting(!isSetting);
        }}>
          {words(strings.settings)}
        </Button>
        <Button className={styles.check} appearance={result === undefined ? "primary" : "secondary"} disabled={busy !== undefined} onClick={() => void check()}>
          {words(result === undefined ? strings.check : strings.recheck)}
        </Button>
      </div>
      <div className={styles.said}>
        {busy !== undefined && <WaitingBar text={waitingText(busy)} {...(busy.kind === "checking" ? { progress: busy } : {})} onCancel={busy.kind === "writing" ? undefined : cancel} />}
      </div>
      <div className={styles.said} role="status">
        {problem !== undefined && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{words(describeError(problem))}</MessageBarBody>
            <MessageBarActions>
              <Button className={styles.tall} onClick={() => void check()}>{words(strings.retry)}</Button>
            </MessageBarActions>
          </MessageBar>
        )}
        {outcome !== undefined && !isTakenBack && <Outcome outcome={outcome} onUndo={undoable} undo={(receipt) => void undo(receipt)} isBusy={busy !== undefined} />}
      </div>
      <div className={styles.body}>
        {isSetting && (
          <SettingsPanel
            key={settingsRead === undefined ? "unread" : "read"}
            settings={settings}
            isRule={(id) => props.describeRule(id).zh !== id}
            isLive={isLive}
            onLive={(chosen) => {
              setIsLive(chosen);
              keepLive(chosen);
            }}
            onClose={closeSettings}
            onApply={(changed) => {
              closeSettings();
              setOwn(chooseSettings(own, settings, changed));
            }}
            {...(settingsRead === undefined || settingsRead.problem !== undefined || busy !== undefined ? {} : { onKeep: (wanted: Settings) => void keepChosen(wanted) })}
          />
        )}
        {behind !== undefined && busy === undefined && (
          <MessageBar intent="info" layout="multiline" className={styles.message}>
            <MessageBarBody>{words(behind === "others" ? strings.behindOthers : strings.behindAnybody)}</MessageBarBody>
          </MessageBar>
        )}
        {reasonsProblem !== undefined && (
          <MessageBar intent="warning" layout="multiline" className={styles.message}>
            <MessageBarBody>{words(reasonsProblem)}</MessageBarBody>
          </MessageBar>
        )}
        {settingsRead?.problem !== undefined && (
          <MessageBar intent="warning" layout="multiline" className={styles.message}>
            <MessageBarBody>{words(settingsRead.problem)}</MessageBarBody>
          </MessageBar>
        )}
        {isSetting ? null : result === undefined ? (
          busy === undefined && problem === undefined && <Welcome onSample={onSample} />
        ) : result.tables.length === 0 ? (
          <div className={styles.notice} role="status">
            <p className={styles.text}>
              <strong>{words(strings.noTables)}</strong>
            </p>
            <p className={styles.text}>{words(strings.noTablesHelp)}</p>
            <p className={styles.text}>{words(strings.privacy)}</p>
            {sample !== undefined && (
              <>
                <p className={styles.text}>{words(strings.insertSampleHint)}</p>
                <Button className={styles.tall} disabled={busy !== undefined} onClick={() => void insert(sample)}>{words(strings.insertSample)}</Button>
              </>
            )}
          </div>
        ) : (
          <>
            {standing !== undefined && <StateBar {...standing} />}
            <Findings describeRule={props.describeRule} diagnostics={result.diagnostics} isBusy={busy !== undefined} onJump={jump} onApplyAll={(fixes) => void apply(fixes)} {...(props.keep === undefined || reasonsProblem !== undefined ? {} : { onExplain: (diagnostic, scope, reason) => void explain(diagnostic, scope, reason) })} />
            <KeptReasons reasons={reasons} isBusy={busy !== undefined} onTakeBack={(id) => void takeBack(id)} />
            {props.keep !== undefined && (
              <MarkTools
                isBusy={busy !== undefined}
                onFlag={() => void flag()}
                onClearFlags={() => void clearFlags()}
                lists={standing?.lights.some(({ count }) => count > 0) === true ? { onMakeRoster: () => void makeRoster(), onAddDropdowns: () => void addDropdowns() } : undefined}
              />
            )}
          </>
        )}
      </div>
    </div>
  );
}

/** Only what differs from what everybody starts with stands over what a workbook keeps. */
function chosenAtFirst(initial: Settings): OwnSettings {
  return chooseSettings({ asOf: initial.asOf }, defaultSettings(initial.asOf), initial);
}

function Welcome({ onSample }: { readonly onSample: (() => void) | undefined }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.notice}>
      <p className={styles.text}>{words(strings.benefit)}</p>
      <p className={styles.text}>{words(strings.privacy)}</p>
      {onSample !== undefined && (
        <Button className={styles.tall} onClick={onSample}>
          {words(strings.trySample)}
        </Button>
      )}
    </div>
  );
}

function waitingText(busy: Busy): Text {
  return busy.kind === "checking" ? strings.checking(busy.done, busy.total) : busy.kind === "reading" ? strings.reading : strings.writing;
}
