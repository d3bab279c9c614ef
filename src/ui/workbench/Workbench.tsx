import { Button, FluentProvider, MessageBar, MessageBarBody, makeStyles, tokens, type Theme } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useRef, useState, type ChangeEvent, type DragEvent } from "react";
import { stringifyAddress } from "../../core/address";
import type { Appearance } from "../../core/appearance";
import type { CheckResult } from "../../core/check";
import { severities, type Diagnostic, type Severity } from "../../core/diagnostic";
import { setCell } from "../../core/edit";
import type { Language, Text } from "../../core/text";
import { cellRange, type CellContent, type Range, type Workbook } from "../../core/workbook";
import type { Host } from "../../host/host";
import { download } from "../download";
import { Pane, type PaneProps } from "../Pane";
import { Tabs } from "../Tabs";
import type { Place } from "./axis";
import { SheetGrid } from "./SheetGrid";
import { texts } from "./texts";

/** A workbook file that the page has opened. */
export type OpenedWorkbook = Host & { save(): Promise<Uint8Array>; appearance(sheet: string): Appearance; readonly isSigned: boolean };

export type WorkbenchProps = Pick<PaneProps, "prepare" | "checkAgain" | "keep" | "countLights" | "initialSettings" | "describeError" | "describeRule" | "fill" | "indicators"> & {
  readonly openWorkbook: (bytes: Uint8Array, name: string, onSelect: (range: Range) => void) => Promise<OpenedWorkbook>;
  /** `asOf`: the day that the sample was made for, so that it does not age. */
  readonly loadSample: () => Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly asOf: string }>;
  /** An empty workbook, to be filled from a plan. */
  readonly newWorkbook: () => Uint8Array;
  readonly language: Language;
  readonly theme: Theme;
  readonly startsWithSample: boolean;
};

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", height: "100%" },
  bar: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "center", padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderBottom: `1px solid ${tokens.colorNeutralStroke1}` },
  name: { fontWeight: tokens.fontWeightSemibold, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", maxWidth: "40vw", marginRight: "auto", "@media (max-width: 480px)": { maxWidth: "100%", flexBasis: "100%", ":empty": { display: "none" } } },
  tall: { minHeight: "44px", "@media (max-width: 480px)": { minWidth: 0 } },
  parts: { display: "flex", flexGrow: 1, minHeight: 0, "@media (max-width: 760px)": { flexDirection: "column" } },
  sheet: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0, minHeight: 0, "@media (max-width: 760px)": { flexBasis: "34%", flexGrow: 0 } },
  tabs: { borderTop: `1px solid ${tokens.colorNeutralStroke1}` },
  pane: { width: "350px", flexShrink: 0, borderLeft: `1px solid ${tokens.colorNeutralStroke1}`, minHeight: 0, "@media (max-width: 760px)": { width: "100%", flexGrow: 1, flexShrink: 1, flexBasis: "66%", borderLeft: "none" } },
  empty: { display: "grid", placeItems: "center", flexGrow: 1, padding: tokens.spacingHorizontalXXL, textAlign: "center", border: `2px dashed ${tokens.colorNeutralStrokeAccessible}`, margin: tokens.spacingHorizontalM, borderRadius: tokens.borderRadiusLarge },
});

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Opened = { readonly name: string; readonly host: OpenedWorkbook; readonly settings: PaneProps["initialSettings"]; readonly startsWith: NonNullable<PaneProps["startsWith"]>; /** Tells a workbook from one of the same name that was opened before it. */ readonly serial: number };

/** The page for machines without Excel: a sheet to look at beside the same pane. */
export function Workbench(props: WorkbenchProps) {
  const { openWorkbook, newWorkbook, loadSample, initialSettings, describeError, language, theme, startsWithSample } = props;
  const styles = useStyles();
  const word = (text: Text): string => text[language];
  const [opened, setOpened] = useState<Opened>();
  const [workbook, setWorkbook] = useState<Workbook>();
  const [result, setResult] = useState<CheckResult>();
  const [sheet, setSheet] = useState("");
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [failure, setFailure] = useState<Text>();
  const [isDirty, setIsDirty] = useState(false);
  const [given, setGiven] = useState<File>();
  const [revision, setRevision] = useState(0);
  const file = useRef<HTMLInputElement>(null);

  const goTo = useCallback((range: Range): void => {
    setSheet(range.sheet);
    setActive({ row: range.top, column: range.left });
  }, []);

  const open = useCallback(
    async (name: string, load: () => Promise<Uint8Array>, { asOf, startsWith = "check" }: { readonly asOf?: string; readonly startsWith?: Opened["startsWith"] } = {}): Promise<void> => {
      setFailure(undefined);
      setGiven(undefined);
      try {
        const inner = await openWorkbook(await load(), name, goTo);
        const first = await inner.read();
        // whoever writes, the page hears of it
        const host: OpenedWorkbook = {
          ...inner,
          apply: async (changes) => {
            const receipt = await inner.apply(changes);
            setIsDirty(true);
            return receipt;
          },
          undo: async (receipt) => {
            const undone = await inner.undo(receipt);
            setIsDirty(true);
            return undone;
          },
        };
        setOpened((before) => ({ name, host, startsWith, settings: asOf === undefined ? initialSettings : { ...initialSettings, asOf }, serial: (before?.serial ?? 0) + 1 }));
        setWorkbook(first);
        setResult(undefined);
        setSheet(first.worksheets.find(({ visibility }) => visibility === "visible")?.name ?? first.worksheets[0]?.name ?? "");
        setActive({ row: 0, column: 0 });
        setIsDirty(false);
      } catch (error) {
        setFailure(describeError(error));
      }
    },
    [openWorkbook, goTo, describeError, initialSettings],
  );

  const openSample = useCallback(async (): Promise<void> => {
    try {
      const { name, bytes, asOf } = await loadSample();
      await open(name, async () => bytes, { asOf });
    } catch (error) {
      setFailure({ zh: `${texts.noSample.zh}（${describeError(error).zh}）`, en: `${texts.noSample.en} (${describeError(error).en})` });
    }
  }, [loadSample, open, describeError]);

  useEffect(() => {
    if (startsWithSample) void openSample();
  }, [startsWithSample, openSample]);

  useEffect(() => {
    if (!isDirty) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isDirty]);

  const openNew = (): Promise<void> => open(word(texts.newName), async () => newWorkbook(), { startsWith: "fill" });
  const take = (chosen: File | undefined): void => {
    if (chosen === undefined) return;
    if (!isDocument(chosen.name)) void open(chosen.name, async () => new Uint8Array(await chosen.arrayBuffer()));
    else {
      if (opened === undefined) void openNew();
      setGiven(chosen);
    }
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  };
  const save = async ({ name, host }: Opened): Promise<void> => {
    try {
      download(new Blob([(await host.save()).slice()], { type: xlsxType }), name.replace(/(\.xls[xm])?$/i, (ending) => `${word(texts.copySuffix)}${ending || ".xlsx"}`));
      setIsDirty(false);
    } catch (error) {
      setFailure(describeError(error));
    }
  };
  const edit = async ({ host }: Opened, { row, column }: Place, before: CellContent, after: CellContent): Promise<void> => {
    try {
      const address = stringifyAddress(cellRange(sheet, row, column));
      const receipt = await host.apply([{ title: texts.edit(address), edits: [setCell(sheet, row, column, before, after)] }]);
      setFailure(receipt.skipped.length > 0 ? texts.notEdited : undefined);
      setWorkbook(await host.read());
      setRevision((number) => number + 1);
    } catch (error) {
      setFailure(describeError(error));
    }
  };

  const marks = useMemo(() => marksOf(result?.diagnostics ?? [], sheet), [result, sheet]);
  const worksheet = workbook?.worksheets.find(({ name }) => name === sheet);
  const appearance = useMemo(() => (opened === undefined || worksheet === undefined ? undefined : opened.host.appearance(worksheet.name)), [opened, worksheet]);
  return (
    <FluentProvider theme={theme} style={{ height: "100%" }}>
      <div className={styles.page} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
        <header className={styles.bar}>
          <span className={styles.name}>{opened?.name ?? ""}</span>
          <input ref={file} type="file" accept=".xlsx,.xlsm" hidden onChange={(event: ChangeEvent<HTMLInputElement>) => {
            take(event.target.files?.[0]);
            // the same file may be chosen again after it was changed
            event.target.value = "";
          }} />
          <Button className={styles.tall} appearance={opened === undefined ? "primary" : "secondary"} onClick={() => file.current?.click()}>{word(texts.open)}</Button>
          <Button className={styles.tall} onClick={() => void openSample()}>{word(texts.sample)}</Button>
          <Button className={styles.tall} disabled={opened === undefined} appearance={isDirty ? "primary" : "secondary"} onClick={() => opened !== undefined && void save(opened)}>{word(texts.save)}</Button>
        </header>
        {failure !== undefined && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{word(failure)}</MessageBarBody>
          </MessageBar>
        )}
        {opened?.host.isSigned === true && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{word(texts.signed)}</MessageBarBody>
          </MessageBar>
        )}
        {opened === undefined || workbook === undefined ? (
          <main className={styles.empty}>
            <div>
              <h1>{word({ zh: "清单核查", en: "Task list check" })}</h1>
              <p>{word(texts.drop)}</p>
              <p>{word(texts.orPlan)}</p>
              <Button className={styles.tall} onClick={() => void openNew()}>{word(texts.fromPlan)}</Button>
            </div>
          </main>
        ) : (
          <div className={styles.parts}>
            <section className={styles.sheet} aria-label={word(texts.sheets)}>
              {worksheet !== undefined && appearance !== undefined && (
                <SheetGrid key={sheet} worksheet={worksheet} appearance={appearance} uses1904Dates={workbook.uses1904Dates} marks={marks} active={active} label={word(texts.grid(sheet))} onActive={setActive} onEdit={(place, before, after) => void edit(opened, place, before, after)} />
              )}
              <Tabs className={styles.tabs} tabs={workbook.worksheets.filter(({ name, visibility }) => visibility === "visible" || name === sheet).map(({ name }) => ({ id: name, label: name }))} selected={sheet} onSelect={(name) => goTo(cellRange(name, 0, 0))} />
            </section>
            <div className={styles.pane}>
              <Pane key={opened.serial} {...props} startsWith={opened.startsWith} initialSettings={opened.settings} host={opened.host} startsAtOnce hasWholeHeader revision={revision} {...(given === undefined ? {} : { given })} onResult={(found, read) => {
                setResult(found);
                setWorkbook(read);
              }} />
            </div>
          </div>
        )}
      </div>
    </FluentProvider>
  );
}

/** A plan rather than a workbook, as its name tells. */
function isDocument(name: string): boolean {
  return /\.(?:docx?|wps|rtf|html?|txt|md|pdf)$/i.test(name);
}

/** The gravest finding of each cell. */
export function marksOf(diagnostics: readonly Diagnostic[], sheet: string): Map<string, Severity> {
  const marks = new Map<string, Severity>();
  for (const { range, severity } of diagnostics) {
    if (range.sheet !== sheet) continue;
    const key = `${range.top},${range.left}`;
    const known = marks.get(key);
    if (known === undefined || severities.indexOf(severity) < severities.indexOf(known)) marks.set(key, severity);
  }
  return marks;
}
