import type { FormatRun, Worksheet } from "../core/workbook";

/** Whether a number format shows a value times a hundred: 0.00%, not 0"%". */
export function isPercentFormat(format: string): boolean {
  return format.includes("%") && format.replace(/"[^"]*"|\\./g, "").includes("%");
}

/** The question for the cells of a column; asked from top to bottom it costs next to nothing. */
export function percentFormats({ columns }: Worksheet, column: number): (row: number) => boolean {
  const formats = columns[column]?.formats ?? [];
  if (formats.length === 0) return () => false;
  let index = 0;
  return (row) => {
    let run: FormatRun | undefined = formats[index];
    if (run === undefined || row < run.first) run = formats[(index = 0)];
    while (run !== undefined && row > run.last) run = formats[++index];
    return run !== undefined && row >= run.first && isPercentFormat(run.format);
  };
}
