import { Button, Field, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { Text } from "../core/text";
import { useWords } from "./language";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  text: { "& textarea": { fontFamily: tokens.fontFamilyMonospace } },
  tall: { minHeight: "44px" },
});

const texts = {
  copy: { zh: "复制", en: "Copy" },
  copied: { zh: "已复制", en: "Copied" },
  byHand: { zh: "没能自动复制。文字已选中，请按 Ctrl+C（苹果电脑按 ⌘C）复制。", en: "It could not be copied. The text is selected: press Ctrl+C (⌘C on a Mac)." },
} as const;

/** A text to take away where no file can be saved. */
export function CopyText({ label, text }: { readonly label: Text; readonly text: string }) {
  const styles = useStyles();
  const words = useWords();
  const root = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<Text>();
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(text);
    if (!isCopied) root.current?.querySelector("textarea")?.select();
    setSaid(isCopied ? texts.copied : texts.byHand);
  };
  return (
    <div ref={root} className={styles.root}>
      <Field label={words(label)}>
        <Textarea className={styles.text} rows={4} readOnly value={text} />
      </Field>
      <div className={styles.line}>
        <Button className={styles.tall} onClick={() => void copy()}>{words(texts.copy)}</Button>
        <span role="status">{said === undefined ? "" : words(said)}</span>
      </div>
    </div>
  );
}

/** Whether it could: a pane in a frame may be denied the clipboard. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
