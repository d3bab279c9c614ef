import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { stringifyColumn } from "../../core/address";
import type { Appearance } from "../../core/appearance";
import type { Severity } from "../../core/diagnostic";
import { contentAt, isError, isFormula, type CellContent, type Worksheet } from "../../core/workbook";
import { extentOf, indexOfLine, makeAxis, visibleLines, headingHeight, headingWidth, type Place } from "./axis";
import { contentTyped } from "./cell-text";
import { CellLayer, type LayerParts } from "./CellLayer";
import { estimateHeight } from "./look-style";

const useStyles = makeStyles({
  scroller: { position: "relative", overflow: "auto", flexGrow: 1, minHeight: 0, backgroundColor: "#ffffff", color: "#000000", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" } },
  top: { position: "sticky", top: 0, height: 0, zIndex: 3 },
  left: { position: "sticky", left: 0, width: 0, height: 0, zIndex: 2 },
  corner: { position: "sticky", top: 0, left: 0, width: 0, height: 0, zIndex: 4 },
  heading: { position: "absolute", boxSizing: "border-box", display: "flex", alignItems: "center", justifyContent: "center", backgroundColor: "#f0f0f0", color: "#333333", border: "1px solid #d0d0d0", fontSize: "11px" },
  skipped: { borderTop: "3px double #606060", borderLeft: "3px double #606060" },
  editor: { position: "absolute", zIndex: 5, boxSizing: "border-box", font: "inherit", fontSize: "11pt", border: "2px solid #0f6cbd", padding: "1px 2px", resize: "none", backgroundColor: "#ffffff", color: "#000000" },
});

/** Blank rows and columns shown past the last used ones, as a sheet of paper has a margin. */
const margin = { rows: 20, columns: 4 };
/** Up to this many rows their wrapped texts are measured; a longer sheet keeps its stored heights. */
const measuredRows = 5000;


export type SheetGridProps = {
  readonly worksheet: Worksheet;
  readonly appearance: Appearance;
  readonly uses1904Dates: boolean;
  /** `row,column` → the gravest finding there. */
  readonly marks: ReadonlyMap<string, Severity>;
  readonly active: Place;
  readonly label: string;
  readonly onActive: (place: Place) => void;
  readonly onEdit: (place: Place, before: CellContent, after: CellContent) => void;
};

/** A worksheet to look at: only the cells in view are drawn. One cell at a time can be edited. */
export function SheetGrid({ worksheet, appearance, uses1904Dates, marks, active, label, onActive, onEdit }: SheetGridProps) {
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, left: 0, width: 800, height: 600 });
  const [editing, setEditing] = useState<string>();
  const axes = useMemo(() => {
    const columns = makeAxis(worksheet.columnCount + margin.columns, worksheet.hiddenColumns, (column) => appearance.columnWidths.get(column) ?? appearance.defaultColumnWidth);
    const rows = makeAxis(worksheet.rowCount + margin.rows, worksheet.hiddenRows, (row) => appearance.rowHeights.get(row) ?? wrappedHeight(worksheet, appearance, row));
    return { rows, columns };
  }, [worksheet, appearance]);
  const { rows, columns } = axes;
  const frozen = { rows: indexOfLine(rows, appearance.frozenRows), columns: indexOfLine(columns, appearance.frozenColumns) };
  const frozenHeight = rows.starts[frozen.rows] ?? 0;
  const frozenWidth = columns.starts[frozen.columns] ?? 0;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = (): void => setView({ top: element.scrollTop, left: element.scrollLeft, width: element.clientWidth || 800, height: element.clientHeight || 600 });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, []);

  // a jump brings the cell into view; a cell in view stays where it is
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const row = extentOf(rows, active.row, active.row);
    const column = extentOf(columns, active.column, active.column);
    const inside = { height: element.clientHeight - headingHeight, width: element.clientWidth - headingWidth };
    if (active.row >= appearance.frozenRows) {
      if (row.start < element.scrollTop + frozenHeight) element.scrollTop = row.start - frozenHeight;
      else if (row.start + row.size > element.scrollTop + inside.height) element.scrollTop = row.start + Math.min(row.size, inside.height - frozenHeight) - inside.height;
    }
    if (active.column >= appearance.frozenColumns) {
      if (column.start < element.scrollLeft + frozenWidth) element.scrollLeft = column.start - frozenWidth;
      else if (column.start + column.size > element.scrollLeft + inside.width) element.scrollLeft = column.start + Math.min(column.size, inside.width - frozenWidth) - inside.width;
    }
  }, [active, rows, columns, appearance, frozenHeight, frozenWidth]);

  const seenRows = visibleLines(rows, view.top + frozenHeight - 100, view.top + view.height + 100);
  const seenColumns = visibleLines(columns, view.left + frozenWidth - 100, view.left + view.width + 100);
  const moving = { rows: { first: Math.max(seenRows.first, frozen.rows), last: seenRows.last }, columns: { first: Math.max(seenColumns.first, frozen.columns), last: seenColumns.last } };
  const still = { rows: { first: 0, last: frozen.rows - 1 }, columns: { first: 0, last: frozen.columns - 1 } };
  const layer: Omit<LayerParts, "rowSpan" | "columnSpan"> = {
    worksheet, appearance, uses1904Dates, marks, active, rows, columns,
    onPick: (place) => {
      onActive(place);
      scroller.current?.focus({ preventScroll: true });
    },
    onOpen: (place) => {
      onActive(place);
      setEditing(editableText(worksheet, place));
    },
  };

  const move = (byRows: number, byColumns: number): void => {
    const row = Math.min(Math.max(indexOfLine(rows, active.row) + byRows, 0), rows.shown.length - 1);
    const column = Math.min(Math.max(indexOfLine(columns, active.column) + byColumns, 0), columns.shown.length - 1);
    onActive({ row: rows.shown[row] ?? 0, column: columns.shown[column] ?? 0 });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing !== undefined) return;
    const page = Math.max(1, moving.rows.last - moving.rows.first - 8);
    const steps: Readonly<Record<string, () => void>> = {
      ArrowUp: () => move(-1, 0), ArrowDown: () => move(1, 0), ArrowLeft: () => move(0, -1), ArrowRight: () => move(0, 1),
      PageUp: () => move(-page, 0), PageDown: () => move(page, 0),
      Home: () => onActive(event.ctrlKey ? { row: 0, column: 0 } : { ...active, column: 0 }),
      End: () => onActive(event.ctrlKey ? { row: Math.max(worksheet.rowCount - 1, 0), column: Math.max(worksheet.columnCount - 1, 0) } : { ...active, column: Math.max(worksheet.columnCount - 1, 0) }),
      Enter: () => setEditing(editableText(worksheet, active)), F2: () => setEditing(editableText(worksheet, active)),
      Delete: () => onEdit(active, contentAt(worksheet, active.row, active.column), null),
    };
    const step = steps[event.key];
    if (step !== undefined) step();
    else if (event.key === "Process") {
      // an input method writes into whatever has the focus once this key is through
      flushSync(() => setEditing(""));
      return;
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) setEditing(event.key);
    else return;
    event.preventDefault();
  };
  const finish = (text: string | undefined): void => {
    setEditing(undefined);
    scroller.current?.focus({ preventScroll: true });
    if (text === undefined || text === editableText(worksheet, active)) return;
    onEdit(active, contentAt(worksheet, active.row, active.column), contentTyped(text));
  };

  const box = { row: extentOf(rows, active.row, active.row), column: extentOf(columns, active.column, active.column) };
  return (
    <div ref={scroller} className={styles.scroller} role="grid" aria-label={label} aria-rowcount={worksheet.rowCount} aria-colcount={worksheet.columnCount} aria-activedescendant={`cell-${active.row}-${active.column}`} tabIndex={0} onKeyDown={onKeyDown}>
      <div role="presentation" style={{ width: headingWidth + (columns.starts.at(-1) ?? 0), height: headingHeight + (rows.starts.at(-1) ?? 0), position: "relative" }}>
        <div role="presentation" className={styles.corner}>
          <div className={styles.heading} aria-hidden style={{ left: 0, top: 0, width: headingWidth, height: headingHeight }} />
          <CellLayer {...layer} rowSpan={still.rows} columnSpan={still.columns} />
          <Headings axis={columns} span={still.columns} isColumn />
          <Headings axis={rows} span={still.rows} />
        </div>
        <div role="presentation" className={styles.top}>
          <CellLayer {...layer} rowSpan={still.rows} columnSpan={moving.columns} />
          <Headings axis={columns} span={moving.columns} isColumn />
        </div>
        <div role="presentation" className={styles.left}>
          <CellLayer {...layer} rowSpan={moving.rows} columnSpan={still.columns} />
          <Headings axis={rows} span={moving.rows} />
        </div>
        <CellLayer {...layer} rowSpan={moving.rows} columnSpan={moving.columns} />
        {editing !== undefined && (
          <CellEditor text={editing} label={`${stringifyColumn(active.column)}${active.row + 1}`} style={{ left: headingWidth + box.column.start, top: headingHeight + box.row.start, width: Math.max(box.column.size, 120), height: Math.max(box.row.size, 28) }} onFinish={finish} />
        )}
      </div>
    </div>
  );
}

function Headings({ axis, span, isColumn = false }: { readonly axis: ReturnType<typeof makeAxis>; readonly span: { first: number; last: number }; readonly isColumn?: boolean }) {
  const styles = useStyles();
  return axis.shown.slice(span.first, span.last + 1).map((line, index) => {
    const at = span.first + index;
    const start = axis.starts[at] ?? 0;
    const size = (axis.starts[at + 1] ?? start) - start;
    // hidden lines before this one are marked, not silently left out
    const isAfterHidden = (axis.shown[at - 1] ?? -1) !== line - 1;
    const place = isColumn ? { left: headingWidth + start, top: 0, width: size, height: headingHeight } : { left: 0, top: headingHeight + start, width: headingWidth, height: size };
    return (
      <div key={line} aria-hidden className={mergeClasses(styles.heading, isAfterHidden && styles.skipped)} style={place}>
        {isColumn ? stringifyColumn(line) : line + 1}
      </div>
    );
  });
}

function CellEditor({ text, label, style, onFinish }: { readonly text: string; readonly label: string; readonly style: React.CSSProperties; readonly onFinish: (text: string | undefined) => void }) {
  const styles = useStyles();
  const [value, setValue] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);
  // giving the focus back is a blur too, and must not write what Escape has dropped
  const finish = (after: string | undefined): void => {
    if (isDone.current) return;
    isDone.current = true;
    onFinish(after);
  };
  return (
    <textarea
      ref={field}
      className={styles.editor}
      style={style}
      aria-label={label}
      value={value}
      onChange={(event) => setValue(event.target.value)}
      onBlur={() => finish(value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Escape") finish(undefined);
        else if (event.key === "Enter" && !event.altKey) finish(value);
        else return;
        event.preventDefault();
      }}
    />
  );
}

/** What stands in the editor when a cell is opened; a text that looks like something else has its apostrophe. */
export function editableText(worksheet: Worksheet, { row, column }: Place): string {
  const content = contentAt(worksheet, row, column);
  if (content === null) return "";
  if (isFormula(content)) return content.formula;
  if (isError(content)) return content.error;
  if (typeof content === "string") return contentTyped(content) === content ? content : `'${content}`;
  return typeof content === "boolean" ? String(content).toUpperCase() : String(content);
}

function wrappedHeight(worksheet: Worksheet, appearance: Appearance, row: number): number {
  let height = appearance.defaultRowHeight;
  if (worksheet.rowCount > measuredRows || row >= worksheet.rowCount) return height;
  for (const [column, data] of worksheet.columns.entries()) {
    const value = data?.values[row];
    if (value === undefined || value === null) continue;
    const look = appearance.lookAt(row, column);
    // one line of a large font, as a title has, needs its height too
    height = Math.max(height, Math.ceil((look.fontSize ?? 11) * (96 / 72) * 1.35) + 4);
    if (typeof value !== "string") continue;
    // a merged area's text is not a row's to hold
    if (look.wrap !== true || worksheet.merges.some((merge) => merge.left <= column && merge.right >= column && merge.top <= row && merge.bottom >= row)) continue;
    height = Math.max(height, estimateHeight(value, appearance.columnWidths.get(column) ?? appearance.defaultColumnWidth, look.fontSize ?? 11));
  }
  return Math.min(height, 546);
}
