import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState, type KeyboardEvent } from "react";
import { stringifyAddress } from "../core/address";
import type { Receipt } from "../core/edit";
import type { Text } from "../core/text";
import { Disclosure } from "./Disclosure";
import type { History, HistoryEntry } from "./history";
import { historyTexts as texts } from "./history-texts";
import { useWords } from "./language";
import { skipReasons } from "./strings";

const useStyles = makeStyles({
  bar: { gridArea: "2 / 1", minWidth: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: `0 ${tokens.spacingHorizontalM}` },
  /** Where the places of the pane are, so that a low pane has room for it. */
  record: { gridArea: "1 / 1", display: "flex", flexDirection: "column", minWidth: 0, minHeight: 0, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: "none", margin: 0, padding: 0, minHeight: 0, overflowY: "auto", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" } },
  entry: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: `${tokens.spacingVerticalXS} 0` },
  title: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  button: { minHeight: "44px", flexShrink: 0, minWidth: 0 },
  hint: { margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** At most so many places of what could not be taken back are named. */
const mostPlaces = 5;

type Outcome = { readonly text: Text; readonly intent: "success" | "warning" | "error"; /** What was written when it happened: once there is more, it is over. */ readonly before: readonly HistoryEntry[] };

export type HistoryBarProps = { readonly history: History; readonly isOpen: boolean; readonly onToggle: (isOpen: boolean) => void; readonly describeError: (error: unknown) => Text; readonly onWritten: () => void };

/** What was written, from any place of the pane, and the way back to before each of it. */
export function HistoryBar({ history: { entries, undoFrom }, isOpen, onToggle, describeError, onWritten }: HistoryBarProps) {
  const styles = useStyles();
  const words = useWords();
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const opener = useRef<HTMLElement>(undefined);
  const list = useRef<HTMLOListElement>(null);
  const said = outcome !== undefined && entries.every(({ receipt }) => outcome.before.some((one) => one.receipt.id === receipt.id)) ? outcome : undefined;
  if (entries.length === 0 && said === undefined) return null;
  const goBack = async (entry: HistoryEntry): Promise<void> => {
    setIsBusy(true);
    try {
      setOutcome({ ...describe(await undoFrom(entry)), before: entries });
    } catch (error) {
      setOutcome({ text: describeError(error), intent: "error", before: entries });
    } finally {
      setIsBusy(false);
      if (entries[0] === entry) onToggle(false);
      // the button goes with its entry
      else list.current?.focus();
      onWritten();
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !isOpen) return;
    onToggle(false);
    opener.current?.focus();
  };
  return (
    <>
      <div className={styles.bar} onKeyDown={onKeyDown}>
        <div role="status">
          {said !== undefined && (
            <MessageBar intent={said.intent} layout="multiline">
              <MessageBarBody>{words(said.text)}</MessageBarBody>
              <MessageBarActions>
                <Button className={styles.button} onClick={() => setOutcome(undefined)}>{words(texts.noted)}</Button>
              </MessageBarActions>
            </MessageBar>
          )}
        </div>
        {entries.length > 0 && (
          <Disclosure
            text={words(texts.toggle(entries.length))}
            isOpen={isOpen}
            onToggle={(button) => {
              opener.current = button;
              onToggle(!isOpen);
            }}
          />
        )}
      </div>
      {isOpen && entries.length > 0 && (
        <section className={styles.record} aria-label={words(texts.title)} onKeyDown={onKeyDown}>
          <h2 className={styles.heading}>{words(texts.title)}</h2>
          <p className={styles.hint}>{words(texts.hint)}</p>
          <ol ref={list} className={styles.list} tabIndex={0} aria-label={words(texts.title)}>
            {[...entries].reverse().map((entry, index) => (
              <li key={entry.receipt.id} className={styles.entry}>
                <span className={styles.title}>{words(texts.entry(entry.title, entry.count))}</span>
                <Button className={styles.button} disabled={isBusy} onClick={() => void goBack(entry)}>
                  {words(index === 0 ? texts.undoLast : texts.undoTo(index + 1))}
                </Button>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

/** How much was taken back, and what somebody has changed since and therefore stays. */
function describe(receipts: readonly Receipt[]): Pick<Outcome, "text" | "intent"> {
  const skipped = receipts.flatMap((receipt) => receipt.skipped);
  if (skipped.length === 0) return { text: texts.undone(receipts.length), intent: "success" };
  const places = [...new Set(skipped.map(({ at }) => `${at.sheet} ${stringifyAddress(at)}`))];
  const reasons = [...new Set(skipped.map(({ reason }) => reason))].map((reason) => skipReasons[reason]);
  return { text: texts.partly(skipped.length, places.slice(0, mostPlaces), places.length > mostPlaces, reasons), intent: "warning" };
}
