import { Button, FluentProvider, Input, MessageBar, MessageBarActions, MessageBarBody, ProgressBar, makeStyles, mergeClasses, tokens, type Theme } from "@fluentui/react-components";
import { useMemo, useState, type ReactNode } from "react";
import { stringifyAddress } from "../core/address";
import { countBySeverity, type Diagnostic, type Fix, type Severity } from "../core/diagnostic";
import type { Receipt } from "../core/edit";
import type { Language, Text } from "../core/text";
import { ChangePreview } from "./ChangePreview";
import { FindingList } from "./FindingList";
import { filterFindings, safeFixes } from "./group-findings";
import { LanguageContext, useWords } from "./language";
import { SeverityCounts } from "./SeverityCounts";
import { skipReasons, strings } from "./strings";
import { useChecker, type Busy, type CheckerParts } from "./use-checker";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", height: "100%", boxSizing: "border-box", minWidth: 0, backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
  /** Excel draws its own button over the top right corner of a pane. */
  header: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} 48px ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  wholeHeader: { paddingRight: tokens.spacingHorizontalM },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: 0, flexGrow: 1 },
  tall: { minHeight: "44px" },
  body: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, flexGrow: 1, minHeight: 0, padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  tables: { listStyleType: "none", margin: 0, padding: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, maxHeight: "5em", overflowY: "auto" },
  notice: { padding: tokens.spacingVerticalM, lineHeight: tokens.lineHeightBase300 },
  text: { margin: `0 0 ${tokens.spacingVerticalS}` },
  status: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, minHeight: "32px" },
  grow: { flexGrow: 1 },
});

export type CheckerProps = CheckerParts & {
  readonly describeError: (error: unknown) => Text;
  readonly describeRule: (rule: string) => Text;
  readonly language: Language;
  readonly theme: Theme;
  readonly onSelect?: (diagnostic: Diagnostic) => void;
  /** Beside the title, such as opening a file. */
  readonly actions?: ReactNode;
  readonly onSample?: () => void;
  /** True where nothing covers the top right corner. */
  readonly hasWholeHeader?: boolean;
};

/** 核查: the same pane beside any workbook, in Excel or in the browser. */
export function Checker(props: CheckerProps) {
  return (
    <FluentProvider theme={props.theme} style={{ height: "100%", background: "none" }}>
      <LanguageContext value={props.language}>
        <Pane {...props} />
      </LanguageContext>
    </FluentProvider>
  );
}

function Pane(props: CheckerProps) {
  const { host, describeError, actions, onSample, hasWholeHeader = false } = props;
  const styles = useStyles();
  const words = useWords();
  const { state, check, cancel, apply, undo } = useChecker(props);
  const { busy, result, failure, receipts, outcome } = state;
  const [jumpFailure, setJumpFailure] = useState<unknown>();
  const jump = (diagnostic: Diagnostic): void => {
    setJumpFailure(undefined);
    props.onSelect?.(diagnostic);
    host.select(diagnostic.range).catch(setJumpFailure);
  };
  const problem = failure ?? jumpFailure;
  return (
    <main className={styles.root}>
      <header className={mergeClasses(styles.header, hasWholeHeader && styles.wholeHeader)}>
        <h1 className={styles.title}>{words(strings.title)}</h1>
        {actions}
        <Button className={styles.tall} appearance={result === undefined ? "primary" : "secondary"} disabled={busy !== undefined} onClick={() => void check()}>
          {words(result === undefined ? strings.check : strings.recheck)}
        </Button>
      </header>
      <div className={styles.body}>
        {busy !== undefined && <Progress busy={busy} onCancel={cancel} />}
        {problem !== undefined && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{words(describeError(problem))}</MessageBarBody>
            <MessageBarActions>
              <Button className={styles.tall} onClick={() => void check()}>{words(strings.retry)}</Button>
            </MessageBarActions>
          </MessageBar>
        )}
        {outcome !== undefined && <Outcome outcome={outcome} onUndo={receipts.at(-1)} undo={(receipt) => void undo(receipt)} isBusy={busy !== undefined} />}
        {result === undefined ? (
          busy === undefined && problem === undefined && <Welcome onSample={onSample} />
        ) : result.tables.length === 0 ? (
          <div className={styles.notice} role="status">
            <p className={styles.text}>
              <strong>{words(strings.noTables)}</strong>
            </p>
            <p className={styles.text}>{words(strings.noTablesHelp)}</p>
            <p className={styles.text}>{words(strings.privacy)}</p>
          </div>
        ) : (
          <>
            <ul className={styles.tables} tabIndex={result.tables.length > 3 ? 0 : undefined}>
              {result.tables.map(({ sheet, bounds, rows }) => (
                <li key={`${sheet} ${stringifyAddress(bounds)}`}>{words(strings.table(sheet, stringifyAddress(bounds), rows.length))}</li>
              ))}
            </ul>
            <Findings {...props} diagnostics={result.diagnostics} isBusy={busy !== undefined} onJump={jump} onApplyAll={(fixes) => void apply(fixes)} />
          </>
        )}
      </div>
    </main>
  );
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

type OutcomeProps = { readonly outcome: { readonly kind: "applied" | "undone"; readonly receipt: Receipt }; readonly onUndo: Receipt | undefined; readonly undo: (receipt: Receipt) => void; readonly isBusy: boolean };

/** What was written, what was left out and why, and the way back. */
function Outcome({ outcome: { kind, receipt }, onUndo, undo, isBusy }: OutcomeProps) {
  const styles = useStyles();
  const words = useWords();
  const { applied, skipped, altered } = receipt;
  const head = applied.length === 0 && skipped.length > 0 ? strings.nothingApplied : kind === "undone" ? strings.undone : strings.applied(applied.length);
  const reasons = [...new Set(skipped.map(({ reason }) => reason))].map((reason) => words(skipReasons[reason]));
  return (
    <MessageBar intent={skipped.length + altered.length > 0 ? "warning" : "success"} layout="multiline">
      <MessageBarBody>
        {words(head)}
        {skipped.length > 0 && `${words(strings.skipped(skipped.length))}${words({ zh: "：", en: ": " })}${reasons.join(words({ zh: "；", en: "; " }))}`}
        {altered.length > 0 && words(strings.altered(altered.slice(0, 5).map((range) => `${range.sheet} ${stringifyAddress(range)}`).join(words({ zh: "、", en: ", " }))))}
      </MessageBarBody>
      {onUndo !== undefined && (
        <MessageBarActions>
          <Button className={styles.tall} disabled={isBusy} onClick={() => undo(onUndo)}>
            {words(strings.undo)}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

type FindingsProps = Pick<CheckerProps, "describeRule"> & {
  readonly diagnostics: readonly Diagnostic[];
  readonly isBusy: boolean;
  readonly onJump: (diagnostic: Diagnostic) => void;
  readonly onApplyAll: (fixes: readonly Fix[]) => void;
};

function Findings({ diagnostics, describeRule, isBusy, onJump, onApplyAll }: FindingsProps) {
  const styles = useStyles();
  const words = useWords();
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const [search, setSearch] = useState("");
  const [isPreviewing, setIsPreviewing] = useState(false);
  const counts = useMemo(() => countBySeverity(diagnostics), [diagnostics]);
  const shown = useMemo(() => filterFindings(diagnostics, { hidden, search }), [diagnostics, hidden, search]);
  const fixes = useMemo(() => safeFixes(diagnostics), [diagnostics]);
  const toggle = (severity: Severity): void => setHidden((before) => (before.has(severity) ? new Set([...before].filter((other) => other !== severity)) : new Set([...before, severity])));
  if (diagnostics.length === 0) {
    return (
      <p className={styles.notice} role="status">
        ✓ {words(strings.clean)}
      </p>
    );
  }
  return (
    <>
      <div role="status" style={{ position: "absolute", width: 1, height: 1, overflow: "hidden", clipPath: "inset(50%)" }}>
        {words(strings.counts(counts.error, counts.warning, counts.info))}
      </div>
      <SeverityCounts counts={counts} hidden={hidden} onToggle={toggle} />
      {fixes.length > 0 &&
        (isPreviewing ? (
          <ChangePreview
            changes={fixes}
            isBusy={isBusy}
            onClose={() => setIsPreviewing(false)}
            onApply={() => {
              setIsPreviewing(false);
              onApplyAll(fixes);
            }}
          />
        ) : (
          <Button className={styles.tall} appearance="primary" title={words(strings.fixAllHint)} disabled={isBusy} onClick={() => setIsPreviewing(true)}>
            {words(strings.fixAll(fixes.length))}
          </Button>
        ))}
      <Input className={styles.tall} type="search" aria-label={words(strings.search)} placeholder={words(strings.search)} value={search} onChange={(_, { value }) => setSearch(value)} />
      {shown.length === 0 ? <p className={styles.notice}>{words(strings.noneLeft)}</p> : <FindingList diagnostics={shown} describeRule={describeRule} isBusy={isBusy} onJump={onJump} onApply={(fix) => onApplyAll([fix])} />}
    </>
  );
}
