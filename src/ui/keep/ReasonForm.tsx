import { Button, Field, Select, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type KeyboardEvent } from "react";
import { useWords } from "../language";
import { useScrollIntoView } from "../scroll-into-view";
import { useTallSelect } from "../tall-select";
import { scopes, type Scope } from "./keep-parts";
import { scopeNames, texts } from "./texts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, marginTop: tokens.spacingVerticalXS },
  buttons: { display: "flex", gap: tokens.spacingHorizontalS },
  tall: { minHeight: "44px" },
});

type ReasonFormProps = { readonly isBusy: boolean; readonly onKeep: (scope: Scope, reason: string) => void; readonly onClose: () => void };

/** Why a finding may stand; without a reason nothing is kept. */
export function ReasonForm({ isBusy, onKeep, onClose }: ReasonFormProps) {
  const styles = useStyles();
  const tall = useTallSelect();
  const words = useWords();
  const [reason, setReason] = useState("");
  const [scope, setScope] = useState<Scope>("finding");
  const given = reason.trim();
  const form = useScrollIntoView<HTMLDivElement>();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div ref={form} className={styles.form} onKeyDown={onKeyDown}>
      <Field label={words(texts.reason)}>
        <Textarea autoFocus rows={2} maxLength={500} value={reason} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <Field label={words(texts.scope)}>
        <Select className={tall.select} value={scope} onChange={(_, { value }) => setScope(scopes.find((one) => one === value) ?? "finding")}>
          {scopes.map((one) => (
            <option key={one} value={one}>
              {words(scopeNames[one])}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.buttons}>
        <Button className={styles.tall} appearance="primary" disabled={isBusy || given === ""} onClick={() => onKeep(scope, given)}>
          {words(texts.keep)}
        </Button>
        <Button className={styles.tall} onClick={onClose}>
          {words(texts.cancel)}
        </Button>
      </div>
    </div>
  );
}
