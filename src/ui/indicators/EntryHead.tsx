import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { severities, severityNames } from "../../core/diagnostic";
import { useWords } from "../language";
import { useSeverityStyles } from "../SeverityCounts";
import { severityShapes } from "../strings";
import type { EntrySummary } from "./arrange-entries";
import { Definition } from "./Definition";
import { Spread } from "./Spread";
import { certaintyNames, certaintyShapes, indicatorTexts as texts } from "./texts";

const useStyles = makeStyles({
  top: { display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, minWidth: 0, margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  unit: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  counts: { flexShrink: 0, display: "flex", gap: tokens.spacingHorizontalS, fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
  line: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, margin: `${tokens.spacingVerticalXXS} 0 0`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  certainty: { whiteSpace: "nowrap" },
  own: { color: tokens.colorPaletteDarkOrangeForeground1, fontWeight: tokens.fontWeightSemibold },
  means: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalS, borderLeft: `2px solid ${tokens.colorPaletteDarkOrangeForeground1}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  note: { margin: `${tokens.spacingVerticalXS} 0 0`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

/** What an indicator is, how sure that is, and how its values stand as a whole. */
export function EntryHead({ summary }: { readonly summary: EntrySummary }) {
  const styles = useStyles();
  const colors = useSeverityStyles();
  const words = useWords();
  const { entry, counts, met, unmet } = summary;
  const isOwn = entry.certainty === "own";
  return (
    <>
      <div className={styles.top}>
        <h2 className={styles.name}>
          {entry.name}
          {entry.unit !== "" && !entry.name.endsWith(`(${entry.unit})`) && <span className={styles.unit}>（{entry.unit}）</span>}
        </h2>
        <span className={styles.counts}>
          {severities.filter((severity) => counts[severity] > 0).map((severity) => (
            <span key={severity} role="img" aria-label={`${words(severityNames[severity])} ${counts[severity]}`} title={words(severityNames[severity])}>
              <span className={colors[severity]}>{severityShapes[severity]}</span> {counts[severity]}
            </span>
          ))}
        </span>
      </div>
      <p className={styles.line}>
        <span className={mergeClasses(styles.certainty, isOwn && styles.own)}>
          <span aria-hidden>{certaintyShapes[entry.certainty]}</span> {words(certaintyNames[entry.certainty])}
        </span>
        {entry.category !== undefined && <span>{entry.category}</span>}
        {entry.places.count > 1 && <span>{words(texts.places(entry.places.count))}</span>}
        {met + unmet > 1 && (
          <span>
            ✓ {words(texts.met)} {met.toLocaleString("zh-CN")} · △ {words(texts.unmet)} {unmet.toLocaleString("zh-CN")}
          </span>
        )}
      </p>
      <Definition text={entry.definition} />
      {isOwn ? <p className={styles.means}>{words(texts.ownMeans)}</p> : entry.source !== "" && <p className={styles.note}>{words(texts.source(entry.source))}</p>}
      {entry.note !== undefined && <p className={styles.note}>{entry.note}</p>}
      <Spread summary={summary} />
    </>
  );
}
