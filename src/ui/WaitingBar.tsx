import { Button, ProgressBar, makeStyles, tokens } from "@fluentui/react-components";
import type { Text } from "../core/text";
import { useWords } from "./language";
import { strings } from "./strings";

const useStyles = makeStyles({
  status: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, minHeight: "32px", flexShrink: 0 },
  grow: { flexGrow: 1, minWidth: 0 },
  tall: { minHeight: "44px", minWidth: 0, flexShrink: 0 },
});

type WaitingBarProps = { readonly text: Text; /** Without it nobody knows how long it takes. */ readonly progress?: { readonly done: number; readonly total: number }; readonly onCancel: (() => void) | undefined };

/** What is being waited for, and the way out of it where there is one. */
export function WaitingBar({ text, progress, onCancel }: WaitingBarProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.status}>
      <div className={styles.grow}>
        <span>{words(text)}</span>
        <ProgressBar aria-label={words(text)} {...(progress === undefined ? {} : { value: progress.done, max: Math.max(progress.total, 1) })} />
      </div>
      {onCancel !== undefined && <Button className={styles.tall} onClick={onCancel}>{words(strings.cancel)}</Button>}
    </div>
  );
}
