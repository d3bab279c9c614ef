import { readNumbering } from "../language/numbering";
import { readUnits } from "../language/unit";
import type { DocumentTable, PlanDocument } from "./document";
import { isUnitKind, kindOfLabel, readFields } from "./labels";
import { withFlatTables } from "./flat-tables";
import { footOf, isAboutPage } from "./page-lines";

export type Origin = { readonly source: number; readonly heading?: number; readonly isTitle?: true };

/** A line as its writer ended it, labels together with what they announce. */
export type Written = Origin & { readonly kind: "written"; readonly text: string };

export type TableLine = { readonly kind: "table"; readonly table: DocumentTable };

/** A document's lines as written, without what a web page puts around a paper. */
export function writtenLines({ blocks }: PlanDocument): (Written | TableLine)[] {
  return joined(withFlatTables(withoutPage(blocks)));
}

function withoutPage(blocks: PlanDocument["blocks"]): (Written | TableLine)[] {
  const written = blocks.flatMap((block): (Written | TableLine)[] => {
    if (block.kind === "table") return labelledCells(block) ?? [{ kind: "table", table: block }];
    const { heading, isTitle, source } = block;
    const origin: Origin = { source, ...(heading === undefined ? {} : { heading }), ...(isTitle === undefined ? {} : { isTitle }) };
    return block.text.split("\n").map((part) => plainMarks(part.trim())).filter((text) => text !== "" && !isAboutPage(text)).map((text) => ({ kind: "written", text, ...origin }));
  });
  return written.slice(0, footOf(written.map((line) => (line.kind === "table" ? "" : line.text))));
}

/** 责任单位：甲 in one cell and 完成时限：乙 in the next are lines, only set side by side. */
function labelledCells({ rows }: DocumentTable): Written[] | undefined {
  const cells = rows.flatMap((row) => row.flatMap((cell) => (cell === undefined || cell.text.trim() === "" ? [] : [cell])));
  if (cells.length === 0 || !cells.every(({ text }) => beginsWithLabel(text.trim()))) return undefined;
  return cells.map(({ text, source }) => ({ kind: "written", text: text.trim(), source }));
}

/** Labels put together with what stands on the lines below: units under one another, a list broken at its comma. */
function joined(lines: readonly (Written | TableLine)[]): (Written | TableLine)[] {
  const result: (Written | TableLine)[] = [];
  let texts: string[] = [];
  for (const line of lines) {
    const last = result.at(-1);
    const before = texts.at(-1);
    if (line.kind === "written" && last?.kind === "written" && before !== undefined && texts.length < 200 && readNumbering(line.text) === undefined && !beginsWithLabel(line.text)) {
      const isRest = goesOn(before);
      if (isRest || isUnits(line.text)) {
        texts.push(line.text);
        result[result.length - 1] = { ...last, text: last.text + (isRest ? "" : "\n") + line.text };
        continue;
      }
    }
    result.push(line);
    texts = line.kind === "written" && beginsWithLabel(line.text) ? [line.text] : [];
  }
  return result;
}

/** 责任单位： with the units on the next line, or a list broken at its comma. */
function goesOn(text: string): boolean {
  return /[：:、，,]$/.test(text) && text.length < 400;
}

function beginsWithLabel(text: string): boolean {
  const [first] = readFields(text.slice(0, 40)).fields;
  return first !== undefined && first.start <= 1 && (isUnitKind(first.kind) || first.kind === "deadline" || first.kind === "person");
}

/** A line of names and nothing else. */
function isUnits(text: string): boolean {
  if (text.length > 60 || /[。：:（(]/.test(text) || readNumbering(text) !== undefined) return false;
  const { units } = readUnits(text);
  return units.length > 0 && units.every(({ kind }) => kind === "body" || kind === "group");
}

/** 【责任单位】甲 and 责任单位 甲 are 责任单位：甲, 1*. is 1.: marks that only look different. */
function plainMarks(text: string): string {
  if (/^\d/.test(text)) return text.replace(/^(\d{1,3})[ ]?[*★☆][ ]?(?=[.．、])/, "$1");
  const spaced = /^([\u4e00-\u9fff]{2,8}(?:单位|部门|科室|时限))[ \u3000]{1,4}(?=[\u4e00-\u9fff\d])/.exec(text);
  if (spaced?.[1] !== undefined && kindOfLabel(spaced[1]) !== undefined) return `${spaced[1]}：${text.slice(spaced[0].length)}`;
  if (!/^[【[〖]/.test(text)) return text;
  return text.replace(/^[【[〖]([^【】[\]〖〗]{2,12})[】\]〗][ \u3000]?[：:]?/, (all, label: string) => (kindOfLabel(label) === undefined ? all : `${label}：`));
}
