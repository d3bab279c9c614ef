import { Button, Checkbox, Field, Input, MessageBar, MessageBarBody, Radio, RadioGroup, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState, type FormEvent } from "react";
import { stringifyAddress } from "../../core/address";
import type { Change } from "../../core/edit";
import type { Workbook } from "../../core/workbook";
import type { Plan } from "../../document/plan";
import { ChangePreview } from "../ChangePreview";
import { useWords } from "../language";
import { useTallSelect } from "../tall-select";
import { openDoubts } from "./arrange-rows";
import { choiceOf, draftFor, keyOfTable, withForm, type ChoiceDraft, type NamesOf } from "./choice-draft";
import { extraColumns, fillTemplates, type FillParts } from "./fill-parts";
import type { DraftRow } from "./rows";
import { extraNames, fillTexts as texts, templateNames } from "./texts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", flexShrink: 0, gap: tokens.spacingVerticalS, padding: tokens.spacingVerticalS, border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  checks: { display: "flex", flexWrap: "wrap" },
  tall: { minHeight: "44px", minWidth: 0 },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export type WritePanelProps = Pick<FillParts, "findTables" | "planChanges" | "namesFor"> & {
  readonly plan: Plan;
  /** Without the deleted ones. */
  readonly rows: readonly DraftRow[];
  readonly workbook: Workbook;
  readonly isBusy: boolean;
  readonly onApply: (changes: readonly Change[]) => void;
  readonly onFailure: (failure: unknown) => void;
  readonly onClose: () => void;
};

/** Where the rows go and in what form; nothing is written before its preview. */
export function WritePanel({ plan, rows, workbook, isBusy, findTables, planChanges, namesFor, onApply, onFailure, onClose }: WritePanelProps) {
  const styles = useStyles();
  const tall = useTallSelect();
  const words = useWords();
  const tables = useMemo(() => findTables(workbook), [findTables, workbook]);
  const sheets = useMemo(() => workbook.worksheets.map(({ name }) => name), [workbook]);
  const namesOf: NamesOf = (template) => namesFor(plan, rows.length === 0 ? "indicators" : template);
  const [draft, setDraft] = useState(() => draftFor(namesOf, sheets, tables));
  const [changes, setChanges] = useState<readonly Change[]>();
  const set = (change: Partial<ChoiceDraft>): void => {
    setDraft((before) => ({ ...before, ...change }));
    setChanges(undefined);
  };
  const indicators = plan.indicators.length;
  const chosen = choiceOf(draft, sheets, tables, indicators > 0);
  const wrongName = "wrongName" in chosen ? chosen.wrongName : undefined;
  const preview = (event: FormEvent): void => {
    event.preventDefault();
    if (!("choice" in chosen)) return;
    try {
      setChanges(planChanges(rows, chosen.choice, workbook, plan));
    } catch (failure) {
      onFailure(failure);
    }
  };
  const doubts = openDoubts(rows);
  const tableOptions = tables.map((table) => ({ key: keyOfTable(table), sheet: table.sheet, address: stringifyAddress(table.bounds), rows: table.rows.length }));
  const title = words(rows.length === 0 ? texts.writeIndicatorsTitle(indicators) : texts.writeTitle(rows.length));
  const isNew = draft.kind === "new-sheet";
  return (
    <form className={styles.form} noValidate onSubmit={preview} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      {doubts > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words(texts.openDoubts(doubts))}</MessageBarBody>
        </MessageBar>
      )}
      <Field label={words(texts.where)}>
        <RadioGroup value={draft.kind} onChange={(_, { value }) => set({ kind: value === "table" ? "table" : "new-sheet" })}>
          <Radio value="new-sheet" label={words(texts.newSheet)} />
          <Radio value="table" label={words(texts.existing)} disabled={tables.length === 0 || rows.length === 0} />
        </RadioGroup>
      </Field>
      {tables.length === 0 && <p className={styles.hint}>{words(texts.noTables)}</p>}
      {isNew ? (
        <>
          {rows.length > 0 && <Field label={words(texts.form)}>
            <Select className={tall.select} value={draft.form} onChange={(_, { value }) => set(withForm(draft, value, namesOf, sheets))}>
              {fillTemplates.map((id) => <option key={id} value={id}>{words(templateNames[id])}</option>)}
              {tableOptions.map(({ key, sheet, address }) => <option key={key} value={key}>{words(texts.likeTable(sheet, address))}</option>)}
            </Select>
          </Field>}
          <Field label={words(texts.sheetName)} {...(wrongName === undefined ? {} : { validationState: "error", validationMessage: words(wrongName) })}>
            <Input className={styles.tall} value={draft.name} onChange={(_, { value }) => set({ name: value })} />
          </Field>
          <Field label={words(texts.sheetTitle)} hint={words(texts.sheetTitleHint)}>
            <Input className={styles.tall} value={draft.title} onChange={(_, { value }) => set({ title: value })} />
          </Field>
          {rows.length > 0 && fillTemplates.some((id) => id === draft.form) && (
            <div role="group" aria-label={words(texts.extras)}>
              <span>{words(texts.extras)}</span>
              <div className={styles.checks}>
                {extraColumns.map((column) => <Checkbox key={column} label={words(extraNames[column])} checked={draft.extras.includes(column)} onChange={(_, { checked }) => set({ extras: extraColumns.filter((one) => (one === column ? checked === true : draft.extras.includes(one))) })} />)}
              </div>
            </div>
          )}
          {indicators > 0 && rows.length > 0 && <Checkbox label={words(texts.withIndicators(indicators))} checked={draft.indicators} onChange={(_, { checked }) => set({ indicators: checked === true })} />}
        </>
      ) : (
        <>
          <Field label={words(texts.whichTable)}>
            <Select className={tall.select} value={draft.table} onChange={(_, { value }) => set({ table: value })}>
              {tableOptions.map(({ key, sheet, address, rows: count }) => <option key={key} value={key}>{words(texts.table(sheet, address, count))}</option>)}
            </Select>
          </Field>
          <Field label={words(texts.how)}>
            <RadioGroup value={draft.how} onChange={(_, { value }) => set({ how: value === "append" ? "append" : "fill-gaps" })}>
              <Radio value="fill-gaps" label={words(texts.fillGaps)} />
              <Radio value="append" label={words(texts.append)} />
            </RadioGroup>
          </Field>
        </>
      )}
      <div className={styles.buttons}>
        <Button className={styles.tall} type="submit" appearance={changes === undefined ? "primary" : "secondary"} disabledFocusable={isBusy || !("choice" in chosen)}>{words(texts.preview)}</Button>
        <Button className={styles.tall} onClick={onClose}>{words(texts.back)}</Button>
      </div>
      {changes !== undefined && (changes.length === 0 ? <p role="status">{words(texts.nothingToWrite)}</p> : <ChangePreview changes={changes} isBusy={isBusy} applyText={texts.write} onApply={() => onApply(changes)} onClose={() => setChanges(undefined)} />)}
    </form>
  );
}
