import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState, type ChangeEvent } from "react";
import { parseGivenSettings, withoutUnknownRules, type GivenSettings } from "../core/settings";
import type { Text } from "../core/text";
import { CopyText } from "./CopyText";
import { useWords } from "./language";
import { settingsTexts as texts } from "./settings-texts";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  tall: { minHeight: "44px" },
  message: { flexShrink: 0 },
});

/** No file of settings is longer, in bytes; a workbook chosen by mistake is not read to its end. */
const longest = 5_000_000;

export type SettingsFileProps = { /** What was written into the file, for a person whose Excel saves none; undefined where the form is wrong. */ readonly onExport: () => string | undefined; readonly onImport: (given: GivenSettings) => void; readonly isRule: (id: string) => boolean };

/** An office's settings out to a file and in from one, the same that the command line reads. A file that is wrong anywhere changes nothing; a rule that there is not is passed over. */
export function SettingsFile({ onExport, onImport, isRule }: SettingsFileProps) {
  const styles = useStyles();
  const words = useWords();
  const file = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<{ readonly isRead: boolean; readonly isPartly: boolean; readonly text: Text }>();
  const [exported, setExported] = useState<string>();
  const take = async (chosen: File): Promise<void> => {
    setExported(undefined);
    const { given: all, problem } = await readSettingsFile(chosen);
    const { given, unknown } = withoutUnknownRules(all, isRule);
    if (problem === undefined) onImport(given);
    setOutcome({ isRead: problem === undefined, isPartly: unknown.length > 0, text: problem ?? (unknown.length === 0 ? texts.imported : texts.importedWithout(unknown)) });
  };
  return (
    <>
      <input ref={file} type="file" accept=".json,application/json" aria-label={words(texts.import)} hidden onChange={(event: ChangeEvent<HTMLInputElement>) => {
        const chosen = event.target.files?.[0];
        if (chosen !== undefined) void take(chosen);
        // the same file may be chosen again after it was changed
        event.target.value = "";
      }} />
      <div className={styles.buttons}>
        <Button className={styles.tall} onClick={() => {
          setOutcome(undefined);
          setExported(onExport());
        }}>{words(texts.export)}</Button>
        <Button className={styles.tall} onClick={() => file.current?.click()}>{words(texts.import)}</Button>
      </div>
      {exported !== undefined && <CopyText key={exported} label={texts.exportedHint} text={exported} />}
      {outcome !== undefined && (
        <MessageBar className={styles.message} intent={!outcome.isRead ? "error" : outcome.isPartly ? "warning" : "success"} layout="multiline">
          <MessageBarBody>{words(outcome.text)}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

async function readSettingsFile(file: File): Promise<{ readonly given: GivenSettings; readonly problem?: Text }> {
  const text = file.size > longest ? "" : await file.text().catch(() => "");
  const { given, problems, fields } = parseGivenSettings(text);
  if (problems.length === 0) return { given };
  return { given: {}, problem: fields.length === 0 ? texts.fileUnreadable : texts.fileWrong(fields) };
}
