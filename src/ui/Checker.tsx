import { Button, MessageBar, MessageBarActions, MessageBarBody, ProgressBar, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { stringifyAddress } from "../core/address";
import type { Diagnostic } from "../core/diagnostic";
import type { Change } from "../core/edit";
import { defaultSettings, type Settings } from "../core/settings";
import type { Text } from "../core/text";
import type { Workbook } from "../core/workbook";
import { Findings } from "./Findings";
import { useLastOf } from "./history";
import { KeptReasons } from "./keep/KeptReasons";
import { texts as keepTexts } from "./keep/texts";
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
  status: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, minHeight: "32px" },
  marks: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, flexShrink: 0 },
  message: { flexShrink: 0 },
  grow: { flexGrow: 1 },
});

export type CheckerProps = Omit<CheckerParts, "readSettings" | "isLive"> & {
  /** As they stand when the pane opens. */
  readonly initialSettings: Settings;
  readonly describeError: (error: unknown) => Text;
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
  const { settings } = settingsRead ?? readSettings(undefined);
  const keepChosen = async (wanted: Settings): Promise<void> => {
    setIsSetting(false);
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
        <Button className={styles.narrow} appearance="subtle" aria-expanded={isSetting} onClick={() => setIsSetting(!isSetting)}>
          {words(strings.settings)}
        </Button>
        <Button className={styles.check} appearance={result === undefined ? "primary" : "secondary"} disabled={busy !== undefined} onClick={() => void check()}>
          {words(result === undefined ? strings.check : strings.recheck)}
        </Button>
      </div>
      <div className={styles.body}>
        {isSetting && (
          <SettingsPanel
            key={settingsRead === undefined ? "unread" : "read"}
            settings={settings}
            isLive={isLive}
            onLive={(chosen) => {
              setIsLive(chosen);
              keepLive(chosen);
            }}
            onClose={() => setIsSetting(false)}
            onApply={(changed) => {
              setIsSetting(false);
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
        {busy !== undefined && <Progress busy={busy} onCancel={cancel} />}
        {problem !== undefined && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{words(describeError(problem))}</MessageBarBody>
            <MessageBarActions>
              <Button className={styles.tall} onClick={() => void check()}>{words(strings.retry)}</Button>
            </MessageBarActions>
          </MessageBar>
        )}
        {outcome !== undefined && <Outcome outcome={outcome} onUndo={undoable} undo={(receipt) => void undo(receipt)} isBusy={busy !== undefined} />}
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
              <div className={styles.marks}>
                <Button className={styles.tall} disabled={busy !== undefined} onClick={() => void flag()}>{words(keepTexts.flag)}</Button>
                <Button className={styles.tall} disabled={busy !== undefined} onClick={() => void clearFlags()}>{words(keepTexts.clear)}</Button>
                {standing?.lights.some(({ count }) => count > 0) === true && (
                  <>
                    <Button className={styles.tall} disabled={busy !== undefined} onClick={() => void makeRoster()}>{words(keepTexts.roster)}</Button>
                    <Button className={styles.tall} disabled={busy !== undefined} onClick={() => void addDropdowns()}>{words(keepTexts.dropdowns)}</Button>
                  </>
                )}
              </div>
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

function Progress({ busy, onCancel }: { readonly busy: Busy; readonly onCancel: () => void }) {
  const styles = useStyles();
  const words = useWords();
  const text = busy.kind === "checking" ? strings.checking(busy.done, busy.total) : busy.kind === "reading" ? strings.reading : strings.writing;
  return (
    <div className={styles.status}>
      <div className={styles.grow}>
        <span>{words(text)}</span>
        <ProgressBar aria-label={words(text)} {...(busy.kind === "checking" ? { value: busy.done, max: Math.max(busy.total, 1) } : {})} />
      </div>
      {busy.kind !== "writing" && <Button className={styles.tall} onClick={onCancel}>{words(strings.cancel)}</Button>}
    </div>
  );
}
