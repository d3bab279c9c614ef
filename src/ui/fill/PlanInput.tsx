import { Button, Field, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState, type ChangeEvent, type ClipboardEvent } from "react";
import { useWords } from "../language";
import type { PlanSource } from "./fill-parts";
import { fillTexts as texts } from "./texts";

const useStyles = makeStyles({
  parts: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, overflowY: "auto", minHeight: 0, paddingBottom: tokens.spacingVerticalS },
  text: { margin: 0, lineHeight: tokens.lineHeightBase300 },
  drop: { display: "flex", flexDirection: "column", alignItems: "center", gap: tokens.spacingVerticalS, padding: tokens.spacingVerticalL, textAlign: "center", border: `2px dashed ${tokens.colorNeutralStrokeAccessible}`, borderRadius: tokens.borderRadiusLarge },
  isOver: { backgroundColor: tokens.colorNeutralBackground1Selected, border: `2px dashed ${tokens.colorCompoundBrandStroke}` },
  formats: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", justifyContent: "center", gap: tokens.spacingHorizontalS },
  tall: { minHeight: "44px" },
});

/** What a file chooser offers; anything else may be dropped all the same and is answered in a sentence. */
const accepted = ".docx,.html,.htm,.txt,.md,.mht,.doc,.wps,.rtf";

export type PlanInputProps = {
  readonly isOver: boolean;
  readonly isBusy: boolean;
  /** There where a plan has been read already and waits. */
  readonly onBack: (() => void) | undefined;
  readonly onFile: (file: File) => void;
  readonly onPasted: (source: PlanSource) => void;
  readonly onSample: () => void;
};

/** Three ways in: a file, the clipboard, the sample. */
export function PlanInput({ isOver, isBusy, onBack, onFile, onPasted, onSample }: PlanInputProps) {
  const styles = useStyles();
  const words = useWords();
  const file = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData("text/plain");
    const html = event.clipboardData.getData("text/html");
    // into a text that is being typed a word may be pasted as anywhere
    if (isBusy || typed.trim() !== "" || (text.trim() === "" && html === "")) return;
    event.preventDefault();
    onPasted({ kind: "pasted", text, ...(html === "" ? {} : { html }) });
  };
  return (
    <div className={styles.parts}>
      {onBack !== undefined && <Button className={styles.tall} disabled={isBusy} onClick={onBack}>{words(texts.samePlan)}</Button>}
      <p className={styles.text}>{words(texts.benefit)}</p>
      <div className={isOver ? `${styles.drop} ${styles.isOver}` : styles.drop}>
        <strong>{words(texts.drop)}</strong>
        <p className={styles.formats}>{words(texts.formats)}</p>
        <input ref={file} type="file" accept={accepted} hidden onChange={(event: ChangeEvent<HTMLInputElement>) => {
          const chosen = event.target.files?.[0];
          if (chosen !== undefined) onFile(chosen);
          // the same file may be chosen again after it was changed
          event.target.value = "";
        }} />
        <div className={styles.buttons}>
          <Button className={styles.tall} appearance="primary" disabled={isBusy} onClick={() => file.current?.click()}>{words(texts.choose)}</Button>
          <Button className={styles.tall} disabled={isBusy} onClick={onSample}>{words(texts.sample)}</Button>
        </div>
      </div>
      <Field label={words(texts.pasteLabel)} hint={words(texts.pasteHint)}>
        <Textarea rows={3} value={typed} onChange={(_, { value }) => setTyped(value)} onPaste={onPaste} />
      </Field>
      {typed.trim() !== "" && (
        <Button className={styles.tall} disabled={isBusy} onClick={() => onPasted({ kind: "pasted", text: typed })}>{words(texts.readTyped)}</Button>
      )}
      <p className={styles.formats}>{words(texts.privacy)}</p>
    </div>
  );
}
