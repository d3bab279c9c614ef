import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { stringifyAddress } from "../core/address";
import type { Receipt } from "../core/edit";
import type { Text } from "../core/text";
import type { History, HistoryEntry } from "./history";
import { historyTexts as texts } from "./history-texts";
import { useWords } from "./language";
import { skipReasons } from "./strings";

const useStyles = makeStyles({
  root: { flexShrink: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: `0 ${tokens.spacingHorizontalM}` },
  tall: { minHeight: "44px" },
  list: { listStyleType: "none", margin: 0, padding: 0, maxHeight: "40vh", overflowY: "auto" },
  entry: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: `${tokens.spacingVerticalXS} 0` },
  title: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  button: { minHeight: "44px", flexShrink: 0, minWidth: 0 },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** At most so many places of what could not be taken back are named. */
const mostPlaces = 5;

export type HistoryBarProps = { readonly history: History; readonly describeError: (error: unknown) => Text; readonly onWritten: () => void };

/** What was written, from any place of the pane, and the way back to before each of it. */
export function HistoryBar({ history: { entries, undoFrom }, describeError, onWritten }: HistoryBarProps) {
  const styles = useStyles();
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<Text>();
  if (entries.length === 0 && outcome === undefined) return null;
  const goBack = async (entry: HistoryEntry): Promise<void> => {
    setIsBusy(true);
    try {
      setOutcome(describe(await undoFrom(entry)));
    } catch (error) {
      setOutcome(describeError(error));
    } finally {
      setIsBusy(false);
      onWritten();
    }
  };
  return (
    <section className={styles.root} aria-label={words(texts.title)}>
      {entries.length > 0 && (
        <Button className={styles.tall} appearance="subtle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {words(texts.toggle(entries.length))}
        </Button>
      )}
      {outcome !== undefined && (
        <MessageBar layout="multiline">
          <MessageBarBody>{words(outcome)}</MessageBarBody>
        </MessageBar>
      )}
      {isOpen && entries.length > 0 && (
        <>
          <p className={styles.hint}>{words(texts.hint)}</p>
          <ol className={styles.list} tabIndex={0} aria-label={words(texts.title)}>
            {[...entries].reverse().map((entry, index) => (
              <li key={entry.receipt.id} className={styles.entry}>
                <span className={styles.title}>{words(texts.entry(entry.title, entry.count))}</span>
                <Button className={styles.button} disabled={isBusy} onClick={() => void goBack(entry)}>
                  {words(index === 0 ? texts.undoLast : texts.undoTo(index + 1))}
                </Button>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** How much was taken back, and what somebody has changed since and therefore stays. */
function describe(receipts: readonly Receipt[]): Text {
  const skipped = receipts.flatMap((receipt) => receipt.skipped);
  if (skipped.length === 0) return texts.undone(receipts.length);
  const places = [...new Set(skipped.map(({ at }) => `${at.sheet} ${stringifyAddress(at)}`))];
  const reasons = [...new Set(skipped.map(({ reason }) => reason))].map((reason) => skipReasons[reason]);
  return texts.partly(skipped.length, places.slice(0, mostPlaces), places.length > mostPlaces, reasons);
}
