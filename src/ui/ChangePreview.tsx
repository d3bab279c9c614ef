import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Change } from "../core/edit";
import type { Text } from "../core/text";
import { describeEdit, type EditLine } from "./describe-edit";
import { useWords } from "./language";
import { useScrollIntoView } from "./scroll-into-view";
import { strings } from "./strings";

const useStyles = makeStyles({
  box: { border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, padding: tokens.spacingHorizontalS, backgroundColor: tokens.colorNeutralBackground2 },
  lines: { listStyleType: "none", margin: 0, padding: 0, maxHeight: "40vh", overflowY: "auto" },
  line: { padding: `${tokens.spacingVerticalXS} 0`, overflowWrap: "anywhere", whiteSpace: "pre-wrap", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  at: { fontWeight: tokens.fontWeightSemibold, marginRight: tokens.spacingHorizontalS },
  before: { textDecoration: "line-through", color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
  tall: { minHeight: "44px" },
});

/** More lines than anybody reads; the rest is counted. */
const shownLines = 300;

export type ChangePreviewProps = { readonly changes: readonly Change[]; readonly isBusy: boolean; /** What the button says, where it is more than a change. */ readonly applyText?: Text; readonly onApply: () => void; readonly onClose: () => void };

/** Every cell that would change, before and after; nothing is written until a person says so. */
export function ChangePreview({ changes, isBusy, applyText, onApply, onClose }: ChangePreviewProps) {
  const styles = useStyles();
  const words = useWords();
  const box = useScrollIntoView<HTMLDivElement>();
  const lines = previewLines(changes);
  return (
    <div ref={box} className={styles.box}>
      <ul className={styles.lines} tabIndex={0} aria-label={words(strings.preview)}>
        {lines.slice(0, shownLines).map((line, index) => (
          <li key={index} className={styles.line}>
            {typeof line === "string" ? (
              line
            ) : (
              <>
                <span className={styles.at}>{line.at}</span>
                <del className={styles.before}>{words(line.before)}</del> → <ins style={{ textDecoration: "none" }}>{words(line.after)}</ins>
              </>
            )}
          </li>
        ))}
      </ul>
      {lines.length > shownLines && <p>{words(strings.moreLines(lines.length - shownLines))}</p>}
      <div className={styles.actions}>
        <Button className={styles.tall} appearance="primary" disabled={isBusy} onClick={onApply}>
          {words(applyText ?? (changes.length === 1 ? strings.apply : strings.applyAll(changes.length)))}
        </Button>
        <Button className={styles.tall} onClick={onClose}>{words(strings.close)}</Button>
      </div>
    </div>
  );
}

/** Each edit, with the rows it brings below it. */
function previewLines(changes: readonly Change[]): (EditLine | string)[] {
  return changes.flatMap(({ edits }) => edits.flatMap((edit) => {
    const line = describeEdit(edit);
    return [line, ...(line.contents ?? [])];
  }));
}
