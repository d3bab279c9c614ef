import { Button, Checkbox, Field, Input, MessageBar, MessageBarBody, Select, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState, type FormEvent } from "react";
import { parseSettings, settingsInEffect, stringifySettings, type GivenSettings, type Settings } from "../core/settings";
import { download } from "./download";
import { useWords } from "./language";
import { parseRoster, stringifyRoster } from "./roster-text";
import { SettingsFile } from "./SettingsFile";
import { useTallSelect } from "./tall-select";
import { settingsTexts as texts } from "./settings-texts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, overflowY: "auto", minHeight: 0, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0`, scrollPaddingBottom: "64px", border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  /** In view however far the form is scrolled. */
  buttons: { position: "sticky", bottom: 0, zIndex: 1, display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, margin: `0 calc(-1 * ${tokens.spacingHorizontalS})`, padding: tokens.spacingHorizontalS, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
  button: { minHeight: "44px", minWidth: 0 },
  box: { minHeight: "44px", alignItems: "center", "& > .fui-Checkbox__indicator": { alignSelf: "center" } },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  tall: { minHeight: "44px" },
});

export type SettingsPanelProps = { readonly settings: Settings; readonly isRule: (id: string) => boolean; /** A person's own choice, which does not go with the workbook. */ readonly isLive?: boolean; readonly onLive?: (isLive: boolean) => void; readonly onApply: (settings: Settings) => void; /** Without it the workbook cannot keep them. */ readonly onKeep?: (settings: Settings) => void; readonly onClose: () => void };

type Draft = { readonly asOf: string; readonly dueSoonDays: string; readonly dueSoonInWorkdays: boolean; readonly lights: string; readonly leadFirst: boolean; readonly documentYear: string; readonly issued: string; readonly validTo: string; readonly roster: string; /** What the form does not show comes from here. */ readonly base: Settings };

function draftOf(settings: Settings): Draft {
  const { asOf, dueSoonDays, dueSoonInWorkdays, lights, leadFirst, documentYear, issued, validTo, roster } = settings;
  return { asOf, dueSoonDays: String(dueSoonDays), dueSoonInWorkdays, lights, leadFirst, documentYear: documentYear === undefined ? "" : String(documentYear), issued: issued ?? "", validTo: validTo ?? "", roster: stringifyRoster(roster), base: settings };
}

/** What the form says, in the shape that `parseSettings` judges; a blank field says nothing. */
function inputOf({ asOf, dueSoonDays, dueSoonInWorkdays, lights, leadFirst, documentYear, issued, validTo, roster, base }: Draft): unknown {
  const numberOf = (text: string): number | string => (/^\d+$/.test(text.trim()) ? Number(text) : text);
  return {
    ...base,
    asOf,
    dueSoonDays: numberOf(dueSoonDays),
    dueSoonInWorkdays,
    lights,
    leadFirst,
    // a level is not shown, and stays with a roster that nobody touches
    roster: roster === stringifyRoster(base.roster) ? base.roster : parseRoster(roster),
    documentYear: documentYear.trim() === "" ? undefined : numberOf(documentYear),
    issued: issued === "" ? undefined : issued,
    validTo: validTo === "" ? undefined : validTo,
  };
}

/** The form with what a file says written into it; what the file does not name stays as it is. */
function withGiven(draft: Draft, given: GivenSettings): Draft {
  const base = settingsInEffect(draft.base.asOf, given, draft.base);
  const named = Object.entries(draftOf(base)).filter(([name]) => Object.hasOwn(given, name));
  return { ...draft, ...Object.fromEntries(named), base };
}

function exportSettings(settings: Settings): string {
  const text = stringifySettings(settings) ?? "{}";
  download(new Blob([`${text}\n`], { type: "application/json" }), "qingdan-settings.json");
  return text;
}

/** What a person may set for the check; nothing changes before it is applied. */
export function SettingsPanel({ settings, isRule, isLive, onLive, onApply, onKeep, onClose }: SettingsPanelProps) {
  const styles = useStyles();
  const tall = useTallSelect();
  const words = useWords();
  const [draft, setDraft] = useState(() => draftOf(settings));
  const liveHint = useId();
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const hand = <Taken,>(take: (settings: Settings) => Taken): Taken | undefined => {
    const parsed = parseSettings(inputOf(draft));
    setWrong("settings" in parsed ? [] : parsed.fields);
    return "settings" in parsed ? take(parsed.settings) : undefined;
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    hand(onApply);
  };
  const stateOf = (field: string) => (wrong.includes(field) ? ({ validationState: "error", validationMessage: words(texts.wrong) } as const) : {});
  return (
    <form className={styles.form} noValidate onSubmit={submit} aria-label={words(texts.title)}>
      <h2 className={styles.heading}>{words(texts.title)}</h2>
      {wrong.length > 0 && (
        <MessageBar intent="error">
          <MessageBarBody>{words(texts.someWrong)}</MessageBarBody>
        </MessageBar>
      )}
      {onLive !== undefined && (
        <div>
          <Checkbox className={styles.box} label={words(texts.live)} aria-describedby={liveHint} checked={isLive === true} onChange={(_, { checked }) => onLive(checked === true)} />
          <p id={liveHint} className={styles.hint}>{words(texts.liveHint)}</p>
        </div>
      )}
      <Field label={words(texts.asOf)} hint={words(texts.asOfHint)} {...stateOf("asOf")}>
        <Input className={styles.tall} type="date" value={draft.asOf} onChange={(_, { value }) => set({ asOf: value })} />
      </Field>
      <Field label={words(texts.dueSoonDays)} {...stateOf("dueSoonDays")}>
        <Input className={styles.tall} type="number" min={0} value={draft.dueSoonDays} onChange={(_, { value }) => set({ dueSoonDays: value })} />
      </Field>
      <Checkbox className={styles.box} label={words(texts.dueSoonInWorkdays)} checked={draft.dueSoonInWorkdays} onChange={(_, { checked }) => set({ dueSoonInWorkdays: checked === true })} />
      <Checkbox className={styles.box} label={words(texts.leadFirst)} checked={draft.leadFirst} onChange={(_, { checked }) => set({ leadFirst: checked === true })} />
      <Field label={words(texts.lights)}>
        <Select className={tall.select} value={draft.lights} onChange={(_, { value }) => set({ lights: value })}>
          <option value="green-yellow-red">{words(texts.greenYellowRed)}</option>
          <option value="blue-yellow-red">{words(texts.blueYellowRed)}</option>
        </Select>
      </Field>
      <Field label={words(texts.documentYear)} hint={words(texts.documentYearHint)} {...stateOf("documentYear")}>
        <Input className={styles.tall} inputMode="numeric" value={draft.documentYear} onChange={(_, { value }) => set({ documentYear: value })} />
      </Field>
      <Field label={words(texts.issued)} {...stateOf("issued")}>
        <Input className={styles.tall} type="date" value={draft.issued} onChange={(_, { value }) => set({ issued: value })} />
      </Field>
      <Field label={words(texts.validTo)} {...stateOf("validTo")}>
        <Input className={styles.tall} type="date" value={draft.validTo} onChange={(_, { value }) => set({ validTo: value })} />
      </Field>
      <Field label={words(texts.roster)} hint={words(texts.rosterHint)} {...stateOf("roster")}>
        <Textarea rows={4} value={draft.roster} onChange={(_, { value }) => set({ roster: value })} />
      </Field>
      <SettingsFile isRule={isRule} onExport={() => hand(exportSettings)} onImport={(given) => {
        setWrong([]);
        setDraft((before) => withGiven(before, given));
      }} />
      {onKeep !== undefined && <p className={styles.hint}>{words(texts.keepHint)}</p>}
      <div className={styles.buttons}>
        <Button className={styles.button} appearance="primary" type="submit">
          {words(texts.apply)}
        </Button>
        {onKeep !== undefined && (
          <Button className={styles.button} onClick={() => hand(onKeep)}>
            {words(texts.keep)}
          </Button>
        )}
        <Button className={styles.button} onClick={onClose}>
          {words(texts.close)}
        </Button>
      </div>
    </form>
  );
}
