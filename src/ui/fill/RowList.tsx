import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { useWords } from "../language";
import { arrangeRows, type RowOrder } from "./arrange-rows";
import { RowCard } from "./RowCard";
import { nextOf, type DraftRow, type RowAction } from "./rows";
import { fillTexts as texts } from "./texts";

const useStyles = makeStyles({
  scroller: { flexGrow: 1, minHeight: "240px", overflowY: "auto", contain: "strict", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" } },
  space: { position: "relative", width: "100%" },
  item: { position: "absolute", top: 0, left: 0, width: "100%", boxSizing: "border-box", padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}` },
  heading: { backgroundColor: tokens.colorNeutralBackground3, fontWeight: tokens.fontWeightSemibold },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke1}`, borderLeft: "3px solid transparent" },
  doubtful: { borderLeft: `3px solid ${tokens.colorPaletteDarkOrangeForeground1}` },
  editing: { backgroundColor: tokens.colorNeutralBackground2 },
  notice: { padding: tokens.spacingVerticalM, margin: 0 },
});

export type RowListProps = { readonly rows: readonly DraftRow[]; readonly order: RowOrder; readonly onCorrect: (action: RowAction) => void };

/** The rows to look through; only those in view are drawn, and the one that is being corrected. */
export function RowList({ rows, order, onCorrect }: RowListProps) {
  const styles = useStyles();
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<number>();
  const items = useMemo(() => arrangeRows(rows, order), [rows, order]);
  const edited = items.findIndex((item) => item.kind === "row" && item.row.id === editing);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === "heading" ? 36 : 190),
    getItemKey: (index) => items[index]?.key ?? index,
    // what is typed into a field must not go with the field
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return edited < 0 || shown.includes(edited) ? shown : [...shown, edited].sort((one, other) => one - other);
    },
    overscan: 4,
    initialRect: { width: 320, height: 600 },
  });
  if (items.length === 0) return <p className={styles.notice}>{words(texts.noneInOrder)}</p>;
  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="region" aria-label={words(texts.rows)}>
      <div className={styles.space} style={{ height: virtual.getTotalSize() }} role="list">
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          const isDoubtful = item.kind === "row" && item.row.openDoubts.length > 0 && !item.row.isDeleted;
          return (
            <div key={key} ref={virtual.measureElement} data-index={index} role="listitem" aria-setsize={items.length} aria-posinset={index + 1} className={mergeClasses(styles.item, item.kind === "heading" ? styles.heading : styles.row, isDoubtful && styles.doubtful, item.kind === "row" && item.row.id === editing && styles.editing)} style={{ transform: `translateY(${start}px)` }}>
              {item.kind === "heading" ? (
                words(item.of === "doubtful" ? texts.headingDoubtful(item.count) : texts.headingRest(item.count))
              ) : (
                <RowCard row={item.row} next={nextOf(rows, item.row.id)} isEditing={item.row.id === editing} onEditing={(isEditing) => setEditing(isEditing ? item.row.id : undefined)} onCorrect={onCorrect} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
