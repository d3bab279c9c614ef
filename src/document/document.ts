/** A stretch of text that ends a line for its writer: numbering that a word processor computes is part of `text`. */
export type Paragraph = {
  readonly kind: "paragraph";
  /** As read, without white space around it; a line break inside is \n. */
  readonly text: string;
  /** 1 for the highest heading; undefined for running text, or where the document does not say. */
  readonly heading?: number;
  /** It is laid out as a title: centred, or in the style called so. */
  readonly isTitle?: true;
  /** Its place among the paragraphs of the document as written, from 1: for a text file the line it begins on. */
  readonly source: number;
};

export type DocumentCell = {
  readonly text: string;
  /** How many rows and columns it covers; the cells under it are undefined in the grid. */
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly source: number;
};

/** A table as a full grid: every row as long as the widest, a place under a spanning cell undefined. */
export type DocumentTable = { readonly kind: "table"; readonly rows: readonly (readonly (DocumentCell | undefined)[])[]; readonly source: number };

export type Block = Paragraph | DocumentTable;

/** What a document says, in its order, without what it looks like. */
export type PlanDocument = {
  readonly blocks: readonly Block[];
  /** What a person should know of the reading, such as a part that was left out. */
  readonly notes: readonly string[];
};
