import type { Paragraph } from "./document";
import type { DocxNumbering, ListNumber } from "./docx-numbering";
import type { DocxStyles } from "./docx-styles";

/** What a paragraph says of its looks itself; the rest is its style's. */
export type ParagraphLook = { readonly source: number; style?: string; numId?: string; level?: number; justification?: string; outline?: number };

/** The number that a list gives to a paragraph, by itself or by its style. Counts, so each paragraph asks once. */
export function numberOf({ style: id, numId: own, level }: ParagraphLook, styles: DocxStyles, numbering: DocxNumbering): ListNumber | undefined {
  const style = styles.styleOf(id);
  const numId = own ?? style?.numId;
  if (numId === undefined || numId === "0") return undefined;
  const bound = own === undefined ? numbering.levelOfStyle(numId, style?.lineage ?? []) : undefined;
  return numbering.next(numId, level ?? bound ?? style?.level ?? 0);
}

export function describe({ style: id, source, justification, outline }: ParagraphLook, text: string, styles: DocxStyles): Paragraph {
  const style = styles.styleOf(id);
  const level = outline ?? style?.outline;
  const isTitle = /^(?:title|标题|题目)$/i.test(style?.name ?? "") || (justification ?? style?.justification) === "center";
  return { kind: "paragraph", text, ...(level !== undefined && level >= 0 && level < 9 ? { heading: level + 1 } : {}), ...(isTitle ? { isTitle } : {}), source };
}
