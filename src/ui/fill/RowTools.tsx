import { Button, Select, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useWords } from "../language";
import { useTallSelect } from "../tall-select";
import { rowOrders, type RowOrder } from "./arrange-rows";
import type { CorrectionAction, Corrections } from "./corrections";
import { doubtedFor, leaderless, type DraftRow } from "./rows";
import { fillTexts as texts, orderNames } from "./texts";

const useStyles = makeStyles({
  tools: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  tall: { minHeight: "44px", minWidth: 0, flexShrink: 0 },
  grow: { flexGrow: 1, flexBasis: "120px" },
});

type RowToolsProps = { readonly corrections: Corrections; readonly order: RowOrder; readonly onOrder: (order: RowOrder) => void; readonly correct: (action: CorrectionAction) => void };

/** What concerns all rows: which are shown, the way back, who leads where nobody is named. */
export function RowTools({ corrections: { past, rows, future }, order, onOrder, correct }: RowToolsProps) {
  const styles = useStyles();
  const tall = useTallSelect();
  const words = useWords();
  const without = leaderless(rows);
  const fromText = doubtedFor(rows, "deadline-from-text");
  return (
    <div className={styles.tools}>
      <Select className={mergeClasses(tall.select, styles.grow)} aria-label={words(texts.order)} value={order} onChange={(_, { value }) => onOrder(rowOrders.find((one) => one === value) ?? "document")}>
        {rowOrders.map((one) => <option key={one} value={one}>{words(orderNames[one])}</option>)}
      </Select>
      <Button className={styles.tall} disabledFocusable={past.length === 0} onClick={() => correct({ type: "undo" })}>{words(texts.undo)}</Button>
      <Button className={styles.tall} disabledFocusable={future.length === 0} onClick={() => correct({ type: "redo" })}>{words(texts.redo)}</Button>
      {(fromText > 1 || (past.length > 0 && hasTextDeadline(rows))) && <Button className={styles.tall} disabledFocusable={fromText === 0} title={words(texts.textDeadlinesHint(fromText))} onClick={() => correct({ type: "settle-all", code: "deadline-from-text" })}>{words(texts.textDeadlines(fromText))}</Button>}
      {(without > 0 || past.length > 0) && <Button className={styles.tall} disabledFocusable={without === 0} title={words(texts.firstLeadsHint(without))} onClick={() => correct({ type: "first-leads" })}>{words(texts.firstLeads(without))}</Button>}
    </div>
  );
}

/** The button stays after it was pressed, so that the keyboard keeps its place. */
function hasTextDeadline(rows: readonly DraftRow[]): boolean {
  return rows.some(({ doubts }) => doubts.some(({ code }) => code === "deadline-from-text"));
}
