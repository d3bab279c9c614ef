import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Disclosure } from "../Disclosure";
import { useWords } from "../language";
import { useScrollIntoView } from "../scroll-into-view";
import { texts } from "./texts";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, flexShrink: 0 },
  button: { minHeight: "44px", minWidth: 0 },
  lists: { flexBasis: "100%" },
  hint: { margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

type ListMakers = { readonly onMakeRoster: () => void; readonly onAddDropdowns: () => void };

type MarkToolsProps = { readonly isBusy: boolean; readonly onFlag: () => void; readonly onClearFlags: () => void; /** Undefined where the workbook has no tasks. */ readonly lists: ListMakers | undefined };

/** What can be left in the workbook for those who work on without the pane. */
export function MarkTools({ isBusy, onFlag, onClearFlags, lists }: MarkToolsProps) {
  const styles = useStyles();
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles.root}>
      <Button className={styles.button} disabled={isBusy} onClick={onFlag}>{words(texts.flag)}</Button>
      <Button className={styles.button} disabled={isBusy} onClick={onClearFlags}>{words(texts.clear)}</Button>
      {lists !== undefined && <Disclosure text={words(texts.more)} isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} />}
      {lists !== undefined && isOpen && <ListTools isBusy={isBusy} {...lists} />}
    </div>
  );
}

function ListTools({ isBusy, onMakeRoster, onAddDropdowns }: ListMakers & { readonly isBusy: boolean }) {
  const styles = useStyles();
  const words = useWords();
  const root = useScrollIntoView<HTMLDivElement>();
  return (
    <div ref={root} className={styles.lists}>
      <Button className={styles.button} disabled={isBusy} onClick={onMakeRoster}>{words(texts.roster)}</Button>
      <p className={styles.hint}>{words(texts.rosterHint)}</p>
      <Button className={styles.button} disabled={isBusy} onClick={onAddDropdowns}>{words(texts.dropdowns)}</Button>
      <p className={styles.hint}>{words(texts.dropdownsHint)}</p>
    </div>
  );
}
