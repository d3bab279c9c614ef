import { correct, type DraftRow, type RowAction } from "./rows";

/** The rows with the way back and forth. */
export type Corrections = { readonly past: readonly (readonly DraftRow[])[]; readonly rows: readonly DraftRow[]; readonly future: readonly (readonly DraftRow[])[] };

export type CorrectionAction = RowAction | { readonly type: "load"; readonly rows: readonly DraftRow[] } | { readonly type: "undo" } | { readonly type: "redo" };

export const noCorrections: Corrections = { past: [], rows: [], future: [] };

/** Rows are shared between steps, so that many are cheap; beyond this nobody goes back. */
const steps = 500;

export function reduceCorrections(state: Corrections, action: CorrectionAction): Corrections {
  const { past, rows, future } = state;
  switch (action.type) {
    case "load":
      return { past: [], rows: action.rows, future: [] };
    case "undo": {
      const before = past.at(-1);
      return before === undefined ? state : { past: past.slice(0, -1), rows: before, future: [rows, ...future] };
    }
    case "redo": {
      const [after, ...rest] = future;
      return after === undefined ? state : { past: [...past, rows], rows: after, future: rest };
    }
    default: {
      const corrected = correct(rows, action);
      return corrected === rows ? state : { past: [...past, rows].slice(-steps), rows: corrected, future: [] };
    }
  }
}
