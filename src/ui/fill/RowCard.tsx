import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useLayoutEffect, useRef, useState } from "react";
import { quote } from "../../core/text";
import { useWords } from "../language";
import { LeadChoice } from "./LeadChoice";
import { RowFields } from "./RowFields";
import { fieldText, isOpenDoubt, type DraftRow, type RowAction, type RowField } from "./rows";
import { fieldNames, fillTexts as texts } from "./texts";

const useStyles = makeStyles({
  head: { display: "flex", gap: tokens.spacingHorizontalXS, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  number: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  category: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", minWidth: 0 },
  task: { margin: `${tokens.spacingVerticalXXS} 0`, overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
  /** Two lines of it; the rest on demand. */
  folded: { display: "-webkit-box", WebkitLineClamp: 2, WebkitBoxOrient: "vertical", overflow: "hidden" },
  cells: { display: "grid", gridTemplateColumns: "max-content minmax(0, 1fr)", columnGap: tokens.spacingHorizontalS, margin: 0, fontSize: tokens.fontSizeBase200 },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: "anywhere" },
  doubts: { listStyleType: "none", margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0 },
  doubt: { display: "flex", gap: tokens.spacingHorizontalXS, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
  open: { color: tokens.colorPaletteDarkOrangeForeground1 },
  source: { margin: `${tokens.spacingVerticalXS} 0 0`, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`, borderLeft: `3px solid ${tokens.colorNeutralStrokeAccessible}`, backgroundColor: tokens.colorNeutralBackground2, fontSize: tokens.fontSizeBase200, whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", gap: `12px ${tokens.spacingHorizontalXS}`, marginTop: tokens.spacingVerticalS },
  /** A finger needs 44 px; the eye is content with 32. */
  touch: { position: "relative", minWidth: 0, minHeight: "32px", "::before": { content: '""', position: "absolute", top: "-8px", right: 0, bottom: "-4px", left: 0 } },
  gone: { textDecoration: "line-through", color: tokens.colorNeutralForeground3 },
});

export type RowCardProps = {
  readonly row: DraftRow;
  readonly next: DraftRow | undefined;
  readonly isEditing: boolean;
  readonly onEditing: (isEditing: boolean) => void;
  readonly onCorrect: (action: RowAction) => void;
};

/** One task as it will be written, why it should be looked at, and what it was read from. */
export function RowCard({ row, next, isEditing, onEditing, onCorrect }: RowCardProps) {
  const styles = useStyles();
  const words = useWords();
  const [hasSource, setHasSource] = useState(false);
  const name = useRowName();
  const label = (action: string): string => words(texts.ofRow(action, name(row)));
  const isOpen = isEditing && !row.isDeleted;
  const hasChoice = row.leads.length + row.responsible.length > 1;
  // once asked for, the choice stays in view, so that the keyboard does not lose its place
  const [asksForLead, setAsksForLead] = useState(false);
  if (!asksForLead && hasChoice && row.leads.length !== 1) setAsksForLead(true);
  return (
    <>
      <div className={styles.head}>
        <span className={styles.number}>{row.number === "" ? words(texts.unnumbered) : row.number}</span>
        <span className={styles.category} title={row.category}>{row.category}</span>
      </div>
      {isOpen ? (
        <RowFields row={row} next={next === undefined ? undefined : name(next)} label={label} onCorrect={onCorrect} />
      ) : (
        <>
          <TaskText text={row.task} isDeleted={row.isDeleted} label={label} />
          {row.isDeleted ? <p className={styles.source}>{words(texts.removed)}</p> : <Cells row={row} />}
        </>
      )}
      {!row.isDeleted && asksForLead && !isOpen && hasChoice && <LeadChoice row={row} label={label(words(texts.chooseLead))} onCorrect={onCorrect} />}
      {!row.isDeleted && <Doubts row={row} />}
      {hasSource && <blockquote className={styles.source}>{row.sourceText}</blockquote>}
      <div className={styles.actions}>
        {!row.isDeleted && <Button key="edit" size="small" appearance={isOpen ? "primary" : "outline"} className={styles.touch} aria-expanded={isOpen} aria-label={label(words(isOpen ? texts.done : texts.edit))} onClick={() => onEditing(!isOpen)}>{words(isOpen ? texts.done : texts.edit)}</Button>}
        {row.sourceText !== "" && <Button key="source" size="small" appearance="subtle" className={styles.touch} aria-expanded={hasSource} aria-label={label(words(texts.source))} onClick={() => setHasSource(!hasSource)}>{words(texts.source)}</Button>}
        {!row.isDeleted && row.doubts.length > 0 && <Button key="settle" size="small" appearance="subtle" className={styles.touch} disabledFocusable={row.openDoubts.length === 0} aria-label={label(words(texts.settle))} onClick={() => onCorrect({ type: "settle", id: row.id })}>{row.openDoubts.length === 0 ? `✓ ${words(texts.settle)}` : words(texts.settle)}</Button>}
        <Button key="remove" size="small" appearance="subtle" className={styles.touch} aria-label={label(words(row.isDeleted ? texts.restore : texts.remove))} onClick={() => onCorrect({ type: row.isDeleted ? "restore" : "delete", id: row.id })}>{words(row.isDeleted ? texts.restore : texts.remove)}</Button>
      </div>
    </>
  );
}

/** How a row is called where it is spoken of: its number and the beginning of its task. */
function useRowName(): (row: DraftRow) => string {
  return ({ number, task }) => `${number === "" ? "" : `${number}. `}${quote(task, 12)}`;
}

function TaskText({ text, isDeleted, label }: { readonly text: string; readonly isDeleted: boolean; readonly label: (action: string) => string }) {
  const styles = useStyles();
  const words = useWords();
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [isWhole, setIsWhole] = useState(false);
  const [isCut, setIsCut] = useState(false);
  useLayoutEffect(() => {
    const element = paragraph.current;
    if (element === null || isWhole) return undefined;
    const measure = (): void => setIsCut(element.scrollHeight > element.clientHeight + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [text, isWhole]);
  return (
    <>
      <p ref={paragraph} className={mergeClasses(styles.task, !isWhole && styles.folded, isDeleted && styles.gone)}>{text === "" ? words(texts.nothing) : text}</p>
      {(isCut || isWhole) && <Button size="small" appearance="transparent" className={styles.touch} aria-expanded={isWhole} aria-label={label(words(isWhole ? texts.less : texts.more))} onClick={() => setIsWhole(!isWhole)}>{words(isWhole ? texts.less : texts.more)}</Button>}
    </>
  );
}

const shownCells = ["leads", "responsible", "deadlineText"] as const satisfies readonly RowField[];

function Cells({ row }: { readonly row: DraftRow }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <dl className={styles.cells}>
      {shownCells.map((field) => (
        <div key={field} style={{ display: "contents" }}>
          <dt className={styles.name}>{words(fieldNames[field])}</dt>
          <dd className={styles.value}>{fieldText(row, field) === "" ? words(texts.nothing) : fieldText(row, field)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Doubts({ row }: { readonly row: DraftRow }) {
  const styles = useStyles();
  const words = useWords();
  if (row.doubts.length === 0) return null;
  return (
    <ul className={styles.doubts}>
      {row.doubts.map((doubt, index) => {
        const isOpen = isOpenDoubt(row, doubt);
        return (
          <li key={index} className={mergeClasses(styles.doubt, isOpen && styles.open)}>
            <span aria-hidden>{isOpen ? "▲" : "✓"}</span>
            <span>{words(doubt.text)}{isOpen ? "" : words(texts.settled)}</span>
          </li>
        );
      })}
    </ul>
  );
}
