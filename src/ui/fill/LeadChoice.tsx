import { Select, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useWords } from "../language";
import { useTallSelect } from "../tall-select";
import type { DraftRow, RowAction } from "./rows";
import { fillTexts as texts } from "./texts";

const useStyles = makeStyles({ place: { marginTop: tokens.spacingVerticalXS } });

/** Which of a row's units leads. */
export function LeadChoice({ row, label, onCorrect }: { readonly row: DraftRow; readonly label: string; readonly onCorrect: (action: RowAction) => void }) {
  const styles = useStyles();
  const tall = useTallSelect();
  const words = useWords();
  const lead = row.leads.length === 1 ? (row.leads[0] ?? "") : "";
  return (
    <Select className={mergeClasses(tall.select, styles.place)} aria-label={label} value={lead} onChange={(_, { value }) => onCorrect({ type: "set-lead", id: row.id, unit: value })}>
      <option value="">{words(lead === "" ? texts.chooseLead : texts.noLead)}</option>
      {[...new Set([...row.leads, ...row.responsible])].map((unit) => (
        <option key={unit}>{unit}</option>
      ))}
    </Select>
  );
}
