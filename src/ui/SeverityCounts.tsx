import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Counts, Severity } from "../core/diagnostic";
import { severities, severityNames } from "../core/diagnostic";
import { useWords } from "./language";
import { severityShapes, strings } from "./strings";

export const useSeverityStyles = makeStyles({
  error: { color: tokens.colorPaletteRedForeground1, fill: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1, fill: tokens.colorPaletteDarkOrangeForeground1 },
  info: { color: tokens.colorPaletteBlueForeground2, fill: tokens.colorPaletteBlueForeground2 },
});

const useStyles = makeStyles({
  toggles: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  toggle: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    minHeight: "44px",
    padding: `0 ${tokens.spacingHorizontalM}`,
    font: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  off: { opacity: 1, color: tokens.colorNeutralForeground3, textDecoration: "line-through", backgroundColor: tokens.colorNeutralBackground3 },
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  bar: { display: "block", width: "100%", height: "10px", marginTop: tokens.spacingVerticalS },
});

export type SeverityCountsProps = {
  readonly counts: Counts;
  readonly hidden: ReadonlySet<Severity>;
  readonly onToggle: (severity: Severity) => void;
};

/** How many findings of each severity, as buttons that show or hide them, over a bar of their shares. */
export function SeverityCounts({ counts, hidden, onToggle }: SeverityCountsProps) {
  const styles = useStyles();
  const colors = useSeverityStyles();
  const words = useWords();
  return (
    <div>
      <div className={styles.toggles}>
        {severities.map((severity) => (
          <button key={severity} type="button" className={mergeClasses(styles.toggle, hidden.has(severity) && styles.off)} aria-pressed={!hidden.has(severity)} onClick={() => onToggle(severity)}>
            <span aria-hidden className={colors[severity]}>
              {severityShapes[severity]}
            </span>
            {words(severityNames[severity])}
            <span className={styles.number}>{counts[severity]}</span>
          </button>
        ))}
      </div>
      <CountBar counts={counts} label={words(strings.counts(counts.error, counts.warning, counts.info))} />
    </div>
  );
}

function CountBar({ counts, label }: { readonly counts: Counts; readonly label: string }) {
  const styles = useStyles();
  const colors = useSeverityStyles();
  const total = counts.error + counts.warning + counts.info;
  if (total === 0) return null;
  const before = (severity: Severity): number => severities.slice(0, severities.indexOf(severity)).reduce((sum, other) => sum + counts[other], 0);
  return (
    <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
      {severities.map((severity) => {
        const width = (counts[severity] / total) * 100;
        const x = (before(severity) / total) * 100;
        // a gap between the parts, so that they are told apart without colour
        return <rect key={severity} className={colors[severity]} x={x} y={severity === "error" ? 0 : severity === "warning" ? 2 : 4} width={Math.max(width - 0.6, 0)} height={severity === "error" ? 10 : severity === "warning" ? 8 : 6} />;
      })}
    </svg>
  );
}
