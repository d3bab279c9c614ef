import type { Range } from "./workbook";

/** How a cell looks. Colours are CSS text (#rrggbb); sizes are CSS pixels at 96 dpi, font sizes points. */
export type CellAppearance = {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly fontSize?: number;
  readonly fontName?: string;
  readonly horizontal?: "left" | "center" | "right" | "justify";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly border?: { readonly [side in "top" | "right" | "bottom" | "left"]?: string };
};

/** How a worksheet looks, for a view of it; nothing here takes part in checking. */
export type Appearance = {
  readonly sheet: string;
  readonly defaultRowHeight: number;
  readonly defaultColumnWidth: number;
  /** Only those that differ from the default. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly columnWidths: ReadonlyMap<number, number>;
  /** How many rows and columns stay in view; 0 where nothing is frozen. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly showsGridLines: boolean;
  readonly tabColor?: string;
  lookAt(row: number, column: number): CellAppearance;
};

/** A view of cells that a person has in front of them. */
export type Highlight = { readonly range: Range; readonly severity: "error" | "warning" | "info" };
