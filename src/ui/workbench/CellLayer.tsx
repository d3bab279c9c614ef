import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Appearance } from "../../core/appearance";
import type { Severity } from "../../core/diagnostic";
import { isInside, numberFormatAt, valueAt, type Rectangle, type Span, type Worksheet } from "../../core/workbook";
import { headingHeight, headingWidth, extentOf, type Axis, type Place } from "./axis";
import { cellText } from "./cell-text";
import { lookStyle } from "./look-style";

const useStyles = makeStyles({
  cell: { position: "absolute", boxSizing: "border-box", display: "flex", overflow: "hidden", padding: "1px 3px", fontSize: "11pt", lineHeight: 1.35, overflowWrap: "anywhere", backgroundColor: "#ffffff", borderRight: "1px solid #e3e3e3", borderBottom: "1px solid #e3e3e3" },
  bare: { borderRightColor: "transparent", borderBottomColor: "transparent" },
  active: { outline: "2px solid #0f6cbd", outlineOffset: "-2px", zIndex: 1 },
  // a corner in the severity's colour and pattern; the list beside says it in words
  error: { backgroundImage: "linear-gradient(225deg, #b10e1c 9px, transparent 9px)" },
  warning: { backgroundImage: "linear-gradient(225deg, #bc4b09 4px, transparent 4px, transparent 6px, #bc4b09 6px, #bc4b09 9px, transparent 9px)" },
  info: { backgroundImage: "linear-gradient(225deg, transparent 5px, #004377 5px, #004377 8px, transparent 8px)" },
});

export type LayerParts = {
  readonly worksheet: Worksheet;
  readonly appearance: Appearance;
  readonly uses1904Dates: boolean;
  readonly marks: ReadonlyMap<string, Severity>;
  readonly active: Place;
  readonly rows: Axis;
  readonly columns: Axis;
  /** Lines to draw, by index on the screen. */
  readonly rowSpan: Span;
  readonly columnSpan: Span;
  readonly onPick: (place: Place) => void;
  readonly onOpen: (place: Place) => void;
};

/** The cells of one part of the view, merged areas drawn over the cells they cover, also when they begin outside. */
export function CellLayer(parts: LayerParts) {
  const { worksheet, rows, columns, rowSpan, columnSpan } = parts;
  if (rowSpan.last < rowSpan.first || columnSpan.last < columnSpan.first) return null;
  const shownRows = rows.shown.slice(rowSpan.first, rowSpan.last + 1);
  const shownColumns = columns.shown.slice(columnSpan.first, columnSpan.last + 1);
  const firstRow = shownRows[0] ?? 0;
  const lastRow = shownRows.at(-1) ?? 0;
  const merges = worksheet.merges.filter((merge) => merge.top <= lastRow && merge.bottom >= firstRow);
  return shownRows.map((row) => {
    const inRow = merges.filter((merge) => merge.top <= row && merge.bottom >= row);
    const cells: ReactNode[] = [];
    for (const column of shownColumns) {
      const merge = inRow.find((area) => isInside(area, row, column));
      if (merge === undefined) cells.push(<Cell key={column} {...parts} area={{ top: row, left: column, bottom: row, right: column }} />);
      // drawn once: at its first row and column in view
      else if (row === Math.max(merge.top, firstRow) && column === (shownColumns.find((shown) => shown >= merge.left) ?? merge.left)) cells.push(<Cell key={column} {...parts} area={merge} />);
    }
    return (
      <div key={row} role="row" aria-rowindex={row + 1}>
        {cells}
      </div>
    );
  });
}

function Cell({ worksheet, appearance, uses1904Dates, marks, active, rows, columns, area, onPick, onOpen }: LayerParts & { readonly area: Rectangle }) {
  const styles = useStyles();
  const { top, left } = area;
  const row = extentOf(rows, top, area.bottom);
  const column = extentOf(columns, left, area.right);
  const value = valueAt(worksheet, top, left);
  const isActive = isInside(area, active.row, active.column);
  const mark = marks.get(`${top},${left}`);
  const place = { row: top, column: left };
  return (
    <div
      role="gridcell"
      id={`cell-${top}-${left}`}
      aria-colindex={left + 1}
      aria-selected={isActive}
      aria-invalid={mark === "error" ? true : undefined}
      className={mergeClasses(styles.cell, !appearance.showsGridLines && styles.bare, mark !== undefined && styles[mark], isActive && styles.active)}
      style={{ ...lookStyle(appearance.lookAt(top, left), value), left: headingWidth + column.start - 1, top: headingHeight + row.start - 1, width: column.size + 1, height: row.size + 1 }}
      onMouseDown={() => onPick(place)}
      onDoubleClick={() => onOpen(place)}
    >
      <span>{cellText(value, numberFormatAt(worksheet, top, left), uses1904Dates).slice(0, 4000)}</span>
    </div>
  );
}
