import { Button, Input, MessageBar, MessageBarBody, ToggleButton, makeStyles, tokens } from "@fluentui/react-components";
import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { CheckResult } from "../../core/check";
import { sheetOf } from "../../core/edit";
import type { Text } from "../../core/text";
import { cellRange, type Range, type Workbook } from "../../core/workbook";
import type { Host } from "../../host/host";
import { useLastOf } from "../history";
import { useWords } from "../language";
import { Outcome } from "../Outcome";
import { WaitingBar } from "../WaitingBar";
import { arrangeEntries, inOrder, summarise, type EntrySummary } from "./arrange-entries";
import type { IndicatorParts } from "./indicator-parts";
import { IndicatorList } from "./IndicatorList";
import { InsertPanel } from "./InsertPanel";
import { TargetBar } from "./TargetBar";
import { indicatorTexts as texts } from "./texts";
import { useInsert } from "./use-insert";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, height: "100%", boxSizing: "border-box", minHeight: 0, minWidth: 0, overflowY: "auto", outlineStyle: "none", padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  tools: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, flexShrink: 0 },
  search: { flex: "1 1 120px", minHeight: "44px", minWidth: 0 },
  tall: { minHeight: "44px", minWidth: 0, flexShrink: 0 },
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexShrink: 0 },
  count: { margin: 0, flexGrow: 1, minWidth: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  notice: { lineHeight: tokens.lineHeightBase300 },
  text: { margin: `0 0 ${tokens.spacingVerticalM}` },
  bar: { flexShrink: 0 },
});

/** A workbook and what its last whole check found. */
export type Checked = { readonly result: CheckResult; readonly workbook: Workbook };

export type IndicatorViewProps = IndicatorParts & {
  readonly host: Host;
  readonly describeError: (error: unknown) => Text;
  readonly checked: Checked | undefined;
  /** What nobody looks at is not read anew. */
  readonly isShown: boolean;
  readonly onCheck: () => void;
  /** The workbook was changed from here. */
  readonly onWritten: () => void;
};

/** 指标: each indicator of the workbook with its definition, its values and what is wrong; a new sheet for those that are wanted. */
export function IndicatorView({ host, describeError, checked, isShown, onCheck, onWritten, entriesOf, offeredIn, sheetChanges }: IndicatorViewProps) {
  const styles = useStyles();
  const words = useWords();
  const [seen, setSeen] = useState(checked);
  if (isShown && seen !== checked) setSeen(checked);
  const summaries = useMemo(() => (seen === undefined ? undefined : inOrder(entriesOf(seen.result, seen.workbook).map(summarise))), [seen, entriesOf]);
  const { state, open, leave, apply, undo, fail } = useInsert(host, onWritten);
  const { busy, workbook, failure, receipts, outcome } = state;
  const undoable = useLastOf(receipts);
  const select = (range: Range): void => void host.select(range).catch(fail);
  const isInserting = workbook !== undefined;
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // the button that was pressed has gone with its part; the keyboard goes on in the next one, not at the top of the page
    if (document.activeElement === document.body && isShown) view.current?.focus();
  }, [isInserting, isShown]);
  useEffect(() => {
    // what is told stands at the top, above a form that may be longer than the pane
    if (view.current !== null && (outcome !== undefined || failure !== undefined)) view.current.scrollTop = 0;
  }, [outcome, failure]);
  const show = (): void => {
    const edit = outcome?.receipt.applied[0]?.edits[0];
    if (edit !== undefined) select(cellRange(sheetOf(edit), 0, 0));
  };
  const insertButton = (isPrimary: boolean) => (
    <Button className={styles.tall} appearance={isPrimary ? "primary" : "secondary"} disabled={busy !== undefined} onClick={() => void open()}>{words(texts.insert)}</Button>
  );
  return (
    <div ref={view} tabIndex={-1} className={styles.view}>
      {busy !== undefined && <WaitingBar text={busy === "reading" ? texts.reading : texts.writing} onCancel={busy === "reading" ? leave : undefined} />}
      {failure !== undefined && (
        <MessageBar className={styles.bar} intent="error" layout="multiline">
          <MessageBarBody>{words(describeError(failure))}</MessageBarBody>
        </MessageBar>
      )}
      {outcome !== undefined && (
        <Outcome outcome={outcome} appliedText={texts.written} onUndo={isInserting ? undefined : undoable} undo={(receipt) => void undo(receipt)} isBusy={busy !== undefined}>
          {outcome.kind === "applied" && <Button className={styles.tall} onClick={show}>{words(texts.show)}</Button>}
        </Outcome>
      )}
      {workbook !== undefined ? (
        <InsertPanel offeredIn={offeredIn} sheetChanges={sheetChanges} workbook={workbook} isBusy={busy !== undefined} onApply={(changes) => void apply(changes)} onFailure={fail} onClose={leave} />
      ) : summaries === undefined || summaries.length === 0 ? (
        <div className={styles.notice}>
          <p className={styles.text}>{words(texts.benefit)}</p>
          {summaries === undefined ? (
            <p className={styles.text} role="status">{words(texts.unchecked)}</p>
          ) : (
            <div role="status">
              <strong>{words(texts.none)}</strong>
              <p className={styles.text}>{words(texts.noneHelp)}</p>
            </div>
          )}
          <div className={styles.tools}>
            {summaries === undefined && <Button className={styles.tall} appearance="primary" onClick={onCheck}>{words(texts.check)}</Button>}
            {insertButton(summaries !== undefined)}
          </div>
        </div>
      ) : (
        <Indicators summaries={summaries} onSelect={select}>
          {insertButton(false)}
        </Indicators>
      )}
    </div>
  );
}

type IndicatorsProps = { readonly summaries: readonly EntrySummary[]; readonly onSelect: (range: Range) => void; /** What else can be done here. */ readonly children: ReactNode };

function Indicators({ summaries, onSelect, children }: IndicatorsProps) {
  const styles = useStyles();
  const words = useWords();
  const [search, setSearch] = useState("");
  const [onlyFlagged, setOnlyFlagged] = useState(false);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  // a key shows at once, however many places are looked through for it
  const wanted = useDeferredValue(search);
  const items = useMemo(() => arrangeEntries(summaries, { search: wanted, onlyFlagged, open: opened }), [summaries, wanted, onlyFlagged, opened]);
  const sum = (of: (summary: EntrySummary) => number): number => summaries.reduce((total, summary) => total + of(summary), 0);
  const places = sum(({ entry }) => entry.places.count);
  const flagged = sum((summary) => (summary.entry.places.flagged.length > 0 ? 1 : 0));
  const toggle = (id: string): void => setOpened((before) => (before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id])));
  return (
    <>
      <div className={styles.head}>
        <p className={styles.count} role="status">
          {words(texts.count(summaries.length, places))}
          {words({ zh: "，", en: ", " })}
          {flagged === 0 ? `✓ ${words(texts.sound)}` : <strong>{words(texts.flaggedCount(flagged))}</strong>}
        </p>
        {children}
      </div>
      <TargetBar met={sum(({ met }) => met)} unmet={sum(({ unmet }) => unmet)} total={places} />
      <div className={styles.tools}>
        <Input className={styles.search} type="search" aria-label={words(texts.search)} placeholder={words(texts.search)} value={search} onChange={(_, { value }) => setSearch(value)} />
        {flagged > 0 && <ToggleButton className={styles.tall} checked={onlyFlagged} onClick={() => setOnlyFlagged(!onlyFlagged)}>{words(texts.onlyFlagged(flagged))}</ToggleButton>}
      </div>
      {items.length === 0 ? <p className={styles.notice}>{words(texts.noneLeft)}</p> : <IndicatorList items={items} onToggle={toggle} onSelect={({ range }) => onSelect(range)} />}
    </>
  );
}
