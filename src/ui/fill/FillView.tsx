import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useReducer, useRef, useState, type DragEvent } from "react";
import { sheetOf } from "../../core/edit";
import type { Text } from "../../core/text";
import { cellRange } from "../../core/workbook";
import type { Plan } from "../../document/plan";
import type { Host } from "../../host/host";
import { useLastOf } from "../history";
import { useWords } from "../language";
import { Outcome } from "../Outcome";
import { WaitingBar } from "../WaitingBar";
import { openDoubts, type RowOrder } from "./arrange-rows";
import { noCorrections, reduceCorrections } from "./corrections";
import type { FillParts, PlanSource } from "./fill-parts";
import { PlanInput } from "./PlanInput";
import { RowList } from "./RowList";
import { RowTools } from "./RowTools";
import { rowsOf } from "./rows";
import { fillTexts as texts } from "./texts";
import { useFill, type FillBusy } from "./use-fill";
import { WritePanel } from "./WritePanel";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, height: "100%", boxSizing: "border-box", minHeight: 0, minWidth: 0, overflowY: "auto", outlineStyle: "none", padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  head: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "center" },
  grow: { flexGrow: 1, minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, display: "-webkit-box", WebkitLineClamp: 2, WebkitBoxOrient: "vertical", overflow: "hidden", overflowWrap: "anywhere" },
  line: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  notes: { fontSize: tokens.fontSizeBase200 },
  summary: { padding: "12px 0", cursor: "pointer" },
  bar: { flexShrink: 0 },
  tall: { minHeight: "44px", minWidth: 0, flexShrink: 0 },
  notice: { margin: 0, padding: tokens.spacingVerticalS, lineHeight: tokens.lineHeightBase300 },
});

export type FillViewProps = FillParts & {
  readonly host: Host;
  readonly describeError: (error: unknown) => Text;
  /** A document from outside this place; a new one is read at once. */
  readonly given: File | undefined;
  /** The workbook was changed from here. */
  readonly onWritten: () => void;
};

const waiting: { readonly [B in FillBusy]: Text } = { "reading-plan": texts.readingPlan, "reading-workbook": texts.readingWorkbook, writing: texts.writing };

/** 填报: a plan in, its rows to look through and correct, the workbook out. */
export function FillView({ given, host, describeError, onWritten, readPlan, loadSample, findTables, planChanges, namesFor }: FillViewProps) {
  const styles = useStyles();
  const words = useWords();
  const [corrections, correct] = useReducer(reduceCorrections, noCorrections);
  const [order, setOrder] = useState<RowOrder>("doubtful-first");
  const [isOver, setIsOver] = useState(false);
  const onPlan = useCallback((plan: Plan) => correct({ type: "load", rows: rowsOf(plan.tasks) }), []);
  const { state, read, openWorkbook, apply, undo, cancel, fail, leaveWorkbook, choose } = useFill({ host, readPlan, onPlan, onWritten });
  const { busy, plan, isChoosing, workbook, failure, receipts, outcome } = state;
  const undoable = useLastOf(receipts);
  const { rows } = corrections;
  const toWrite = useMemo(() => rows.filter(({ isDeleted }) => !isDeleted), [rows]);
  const take = (load: () => Promise<PlanSource>): void => {
    // what is being written must be told of to the end
    if (busy !== "writing") void read(load);
  };
  const takeFile = (file: File): void => take(() => sourceOf(file));
  useEffect(() => {
    if (given !== undefined) void read(() => sourceOf(given));
  }, [given, read]);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    setIsOver(false);
    const file = event.dataTransfer.files[0];
    const text = event.dataTransfer.getData("text/plain");
    const html = event.dataTransfer.getData("text/html");
    if (file !== undefined) takeFile(file);
    else if (text !== "") take(async () => ({ kind: "pasted", text, ...(html === "" ? {} : { html }) }));
  };
  const onDragOver = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(true);
  };
  const show = async (): Promise<void> => {
    const edit = outcome?.receipt.applied[0]?.edits[0];
    if (edit === undefined) return;
    try {
      await host.select(cellRange(sheetOf(edit), edit.kind === "set-cell" ? edit.row : 0, 0));
    } catch (problem) {
      fail(problem);
    }
  };
  const part = plan === undefined || isChoosing ? "input" : workbook === undefined ? "rows" : "write";
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // the button that was pressed has gone with its part; the keyboard goes on in the next one, not at the top of the page
    if (document.activeElement === document.body) view.current?.focus();
  }, [part]);
  return (
    <div ref={view} tabIndex={-1} className={styles.view} onDragOver={onDragOver} onDragLeave={() => setIsOver(false)} onDrop={onDrop}>
      {busy !== undefined && <WaitingBar text={waiting[busy]} onCancel={busy === "writing" ? undefined : cancel} />}
      {failure !== undefined && (
        <MessageBar className={styles.bar} intent="error" layout="multiline">
          <MessageBarBody>{words(describeError(failure))}</MessageBarBody>
        </MessageBar>
      )}
      {outcome !== undefined && part === "rows" && (
        <Outcome outcome={outcome} appliedText={texts.written} onUndo={undoable} undo={(receipt) => void undo(receipt)} isBusy={busy !== undefined}>
          {outcome.kind === "applied" && <Button className={styles.tall} onClick={() => void show()}>{words(texts.show)}</Button>}
        </Outcome>
      )}
      {plan === undefined || isChoosing ? (
        <PlanInput isOver={isOver} isBusy={busy !== undefined} onBack={plan === undefined ? undefined : () => choose(false)} onFile={takeFile} onPasted={(source) => take(async () => source)} onSample={() => take(loadSample)} />
      ) : workbook !== undefined ? (
        <WritePanel plan={plan} rows={toWrite} workbook={workbook} isBusy={busy !== undefined} findTables={findTables} planChanges={planChanges} namesFor={namesFor} onApply={(changes) => void apply(changes)} onFailure={fail} onClose={leaveWorkbook} />
      ) : (
        <>
          <PlanHead plan={plan} count={toWrite.length} doubts={openDoubts(rows)} isBusy={busy !== undefined} onOther={() => choose(true)} />
          {rows.length === 0 ? (
            <div className={styles.notice} role="status">
              <strong>{words(texts.nothingRead)}</strong>
              <p>{words(texts.nothingReadHelp)}</p>
            </div>
          ) : (
            <>
              <RowTools corrections={corrections} order={order} onOrder={setOrder} correct={correct} />
              <RowList rows={rows} order={order} onCorrect={correct} />
            </>
          )}
          {(rows.length > 0 || plan.indicators.length > 0) && (
            <Button className={styles.tall} appearance="primary" disabled={busy !== undefined || toWrite.length + plan.indicators.length === 0} onClick={() => void openWorkbook()}>
              {words(toWrite.length === 0 && plan.indicators.length > 0 ? texts.indicatorsToWrite(plan.indicators.length) : texts.toWrite(toWrite.length))}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

async function sourceOf(file: File): Promise<PlanSource> {
  return { kind: "file", name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

type PlanHeadProps = { readonly plan: Plan; readonly count: number; readonly doubts: number; readonly isBusy: boolean; readonly onOther: () => void };

function PlanHead({ plan, count, doubts, isBusy, onOther }: PlanHeadProps) {
  const styles = useStyles();
  const words = useWords();
  const title = plan.title ?? words(texts.untitled);
  const isDoubtful = plan.tasks.some((task) => task.doubts.length > 0);
  return (
    <>
      <div className={styles.head}>
        <div className={styles.grow}>
          <h2 className={styles.title} title={title}>{title}</h2>
          <p className={styles.line} role="status">
            {words(texts.count(count))}
            {plan.indicators.length > 0 && words(texts.indicators(plan.indicators.length))}
            {isDoubtful && (
              <>
                {words({ zh: "，", en: ", " })}
                <strong>{words(doubts === 0 ? texts.noneDoubtful : texts.doubtful(doubts))}</strong>
              </>
            )}
          </p>
        </div>
        <Button className={styles.tall} disabled={isBusy} onClick={onOther}>{words(texts.otherPlan)}</Button>
      </div>
      {plan.notes.length > 0 && (
        <details className={styles.notes} open={count === 0}>
          <summary className={styles.summary}>{words(texts.notes(plan.notes.length))}</summary>
          {plan.notes.map((note, index) => <p key={index} className={styles.line}>{words(note)}</p>)}
        </details>
      )}
    </>
  );
}
