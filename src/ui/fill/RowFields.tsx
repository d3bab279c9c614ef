import { Button, Field, Input, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type KeyboardEvent } from "react";
import { useWords } from "../language";
import { LeadChoice } from "./LeadChoice";
import { fieldText, type DraftRow, type RowAction, type RowField } from "./rows";
import { fieldNames, fillTexts as texts } from "./texts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalXS },
  pair: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) 88px", gap: tokens.spacingHorizontalS },
  tall: { minHeight: "44px", minWidth: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export type RowFieldsProps = { readonly row: DraftRow; /** What a merge would join, as it is called in the list. */ readonly next: string | undefined; /** Names an action with the row it is of. */ readonly label: (action: string) => string; readonly onCorrect: (action: RowAction) => void };

/** The cells of one row as fields; a cell is taken over when its field is left, Esc brings back what stood there. */
export function RowFields({ row, next, label, onCorrect }: RowFieldsProps) {
  const styles = useStyles();
  const words = useWords();
  const [caret, setCaret] = useState(0);
  const lines = row.task.split("\n").filter((line) => line.trim() !== "").length;
  const field = (name: RowField, isLong = false) => <CellField key={name} name={name} text={fieldText(row, name)} isLong={isLong} onChange={(text) => onCorrect({ type: "edit", id: row.id, field: name, text })} {...(name === "task" ? { onCaret: setCaret } : {})} />;
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        {field("category")}
        {field("number")}
      </div>
      {field("task", true)}
      <div className={styles.buttons}>
        <Button className={styles.tall} disabledFocusable={caret <= 0 || caret >= row.task.length} onClick={() => onCorrect({ type: "split", id: row.id, offset: caret })}>{words(texts.splitAtCaret)}</Button>
        <Button className={styles.tall} disabledFocusable={lines < 2} onClick={() => onCorrect({ type: "split-lines", id: row.id })}>{words(texts.splitLines)}</Button>
        <Button className={styles.tall} disabledFocusable={next === undefined} aria-label={words(next === undefined ? texts.merge : texts.mergeWith(next))} title={next} onClick={() => onCorrect({ type: "merge-next", id: row.id })}>{words(texts.merge)}</Button>
      </div>
      <p className={styles.hint}>{words(texts.caretHint)}</p>
      {field("leads")}
      {row.leads.length + row.responsible.length > 1 && <LeadChoice row={row} label={label(words(texts.chooseLead))} onCorrect={onCorrect} />}
      {field("responsible", true)}
      {field("deadlineText")}
    </div>
  );
}

type CellFieldProps = { readonly name: RowField; readonly text: string; readonly isLong: boolean; readonly onChange: (text: string) => void; readonly onCaret?: (offset: number) => void };

function CellField({ name, text, isLong, onChange, onCaret }: CellFieldProps) {
  const styles = useStyles();
  const words = useWords();
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? text;
  const take = (): void => {
    if (draft !== undefined && draft !== text) onChange(draft);
    setDraft(undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter and Esc belong to the input method while it composes
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") setDraft(undefined);
    if (event.key === "Enter" && !isLong) take();
  };
  const parts = { value: shown, onChange: (_: unknown, { value }: { readonly value: string }) => setDraft(value), onBlur: take, onKeyDown };
  return (
    <Field label={words(fieldNames[name])}>
      {isLong ? <Textarea {...parts} rows={name === "task" ? 4 : 2} resize="vertical" onSelect={(event) => onCaret?.(event.currentTarget.selectionStart)} /> : <Input className={styles.tall} {...parts} />}
    </Field>
  );
}
