import { Button, Checkbox, Field, Input, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState, type FormEvent } from "react";
import type { Change } from "../../core/edit";
import type { Workbook } from "../../core/workbook";
import { ChangePreview } from "../ChangePreview";
import { freeSheetName, wrongSheetName } from "../fill/sheet-name";
import { useWords } from "../language";
import { choiceFrom, entitiesOf, twiceIn } from "./group-offered";
import type { IndicatorParts } from "./indicator-parts";
import { OfferedList } from "./OfferedList";
import { indicatorTexts as texts } from "./texts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", flexShrink: 0, gap: tokens.spacingVerticalS, padding: tokens.spacingVerticalS, border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  tall: { minHeight: "44px", minWidth: 0 },
});

export type InsertPanelProps = Pick<IndicatorParts, "offeredIn" | "sheetChanges"> & {
  readonly workbook: Workbook;
  readonly isBusy: boolean;
  readonly onApply: (changes: readonly Change[]) => void;
  readonly onFailure: (failure: unknown) => void;
  readonly onClose: () => void;
};

/** Which indicators, for whom and when; nothing is written before its preview. */
export function InsertPanel({ offeredIn, sheetChanges, workbook, isBusy, onApply, onFailure, onClose }: InsertPanelProps) {
  const styles = useStyles();
  const words = useWords();
  const offered = useMemo(() => offeredIn(workbook), [offeredIn, workbook]);
  const sheets = useMemo(() => workbook.worksheets.map(({ name }) => name), [workbook]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [entityText, setEntityText] = useState("");
  const [draft, setDraft] = useState(() => ({ period: "", withTargets: true, sheet: freeSheetName(words(texts.defaultName), sheets), title: words(texts.defaultName) }));
  const [changes, setChanges] = useState<readonly Change[]>();
  const set = (change: Partial<typeof draft>): void => {
    setDraft((before) => ({ ...before, ...change }));
    setChanges(undefined);
  };
  const choose = (ids: readonly string[], isChosen: boolean): void => {
    setChosen((before) => new Set(isChosen ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
    setChanges(undefined);
  };
  const entities = useMemo(() => entitiesOf(entityText), [entityText]);
  const twice = twiceIn(entities);
  const wrongName = wrongSheetName(draft.sheet, sheets);
  const isReady = chosen.size > 0 && twice === undefined && wrongName === undefined;
  const preview = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    try {
      setChanges(sheetChanges(choiceFrom(offered, chosen, { ...draft, title: draft.title.trim(), period: draft.period.trim(), entities }), workbook));
    } catch (failure) {
      onFailure(failure);
    }
  };
  return (
    <form className={styles.form} noValidate onSubmit={preview} aria-label={words(texts.insert)}>
      <h2 className={styles.heading}>{words(texts.insert)}</h2>
      <OfferedList offered={offered} chosen={chosen} onChoose={choose} />
      <Field label={words(texts.entities)} hint={words(entities.length === 0 ? texts.entitiesHint : texts.entityCount(entities.length))} {...(twice === undefined ? {} : { validationState: "error", validationMessage: words(texts.twice(twice)) })}>
        <Textarea
          rows={3}
          value={entityText}
          onChange={(_, { value }) => {
            setEntityText(value);
            setChanges(undefined);
          }}
        />
      </Field>
      <Field label={words(texts.period)}>
        <Input className={styles.tall} placeholder={words(texts.periodExample)} value={draft.period} onChange={(_, { value }) => set({ period: value })} />
      </Field>
      <Checkbox label={words(entities.length === 0 ? texts.withTargets : texts.withTargetRow)} checked={draft.withTargets} onChange={(_, { checked }) => set({ withTargets: checked === true })} />
      <Field label={words(texts.sheetName)} {...(wrongName === undefined ? {} : { validationState: "error", validationMessage: words(wrongName) })}>
        <Input className={styles.tall} value={draft.sheet} onChange={(_, { value }) => set({ sheet: value })} />
      </Field>
      <Field label={words(texts.sheetTitle)}>
        <Input className={styles.tall} value={draft.title} onChange={(_, { value }) => set({ title: value })} />
      </Field>
      <div className={styles.buttons}>
        <Button className={styles.tall} type="submit" appearance={changes === undefined ? "primary" : "secondary"} disabledFocusable={isBusy || !isReady}>{words(texts.preview)}</Button>
        <Button className={styles.tall} onClick={onClose}>{words(texts.back)}</Button>
      </div>
      {changes !== undefined && <ChangePreview changes={changes} isBusy={isBusy} applyText={texts.write} onApply={() => onApply(changes)} onClose={() => setChanges(undefined)} />}
    </form>
  );
}
