import { makeStyles, tokens } from "@fluentui/react-components";
import { stringifyAddress } from "../../core/address";
import type { Text } from "../../core/text";
import { useWords } from "../language";
import { useSeverityStyles } from "../SeverityCounts";
import { severityShapes } from "../strings";
import type { IndicatorPlace } from "./indicator-parts";
import { PlaceBar } from "./PlaceBar";
import { shownNumber, type Scale } from "./scale";
import { indicatorTexts as texts } from "./texts";

const useStyles = makeStyles({
  button: { display: "block", width: "100%", minHeight: "44px", padding: `${tokens.spacingVerticalXS} 0`, textAlign: "left", font: "inherit", color: "inherit", background: "none", border: "none", borderRadius: tokens.borderRadiusMedium, cursor: "pointer", ":hover": { outline: `1px solid ${tokens.colorNeutralStroke1Hover}`, outlineOffset: "2px" }, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" } },
  top: { display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalS },
  label: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  at: { marginLeft: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200, color: tokens.colorBrandForegroundLink, textDecoration: "underline" },
  shown: { flexShrink: 0, maxWidth: "50%", overflowWrap: "anywhere", textAlign: "right", fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  marks: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  met: { color: tokens.colorPaletteGreenForeground1 },
  unmet: { color: tokens.colorPaletteDarkOrangeForeground1, fontWeight: tokens.fontWeightSemibold },
  finding: { display: "flex", gap: tokens.spacingHorizontalXS, margin: `${tokens.spacingVerticalXS} 0 0`, overflowWrap: "anywhere" },
  computes: { margin: `${tokens.spacingVerticalXXS} 0 0`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

export type PlaceRowProps = { readonly place: IndicatorPlace; readonly unit: string; readonly scale: Scale; readonly isCurrent: boolean; readonly onSelect: (place: IndicatorPlace) => void };

/** One value: a press shows its cell. */
export function PlaceRow({ place, unit, scale, isCurrent, onSelect }: PlaceRowProps) {
  const styles = useStyles();
  const colors = useSeverityStyles();
  const words = useWords();
  const { range, label, value, shown, target, previous, computes, findings } = place;
  const hasBar = value !== undefined;
  return (
    <>
      <button type="button" className={styles.button} aria-current={isCurrent ? "location" : undefined} title={words(texts.jump(`${range.sheet} ${stringifyAddress(range)}`))} onClick={() => onSelect(place)}>
        <span className={styles.top}>
          <span className={styles.label}>
            {label}
            <span className={styles.at}>{stringifyAddress(range)}</span>
          </span>
          <span className={styles.shown}>{shown === "" ? "—" : shown}</span>
        </span>
        {hasBar && <PlaceBar place={place} scale={scale} label={barWords(place, unit).map(words).join(words({ zh: "，", en: ", " }))} />}
        {(target !== undefined || previous !== undefined) && (
          <span className={styles.marks} aria-hidden={hasBar}>
            {target !== undefined && (
              <span>
                {target.value === undefined ? "" : "▼ "}
                {words(texts.target(target.text))}
                {target.isMet !== undefined && <span className={target.isMet ? styles.met : styles.unmet}> {target.isMet ? "✓" : "△"} {words(target.isMet ? texts.met : texts.unmet)}</span>}
              </span>
            )}
            {previous !== undefined && <span>◇ {words(texts.previous(shownNumber(previous, unit)))}</span>}
          </span>
        )}
      </button>
      {findings.map(({ severity, message, rule }, index) => (
        <p key={`${rule} ${index}`} className={styles.finding}>
          <span aria-hidden className={colors[severity]}>{severityShapes[severity]}</span>
          <span>{words(message)}</span>
        </p>
      ))}
      {computes !== undefined && findings.length > 0 && <p className={styles.computes}>{words(texts.computes(computes))}</p>}
    </>
  );
}

/** What the bar shows, for those who do not see it. */
function barWords({ shown, target, previous }: IndicatorPlace, unit: string): Text[] {
  return [
    texts.value(shown),
    ...(target === undefined ? [] : [texts.target(target.text)]),
    ...(target?.isMet === undefined ? [] : [target.isMet ? texts.met : texts.unmet]),
    ...(previous === undefined ? [] : [texts.previous(shownNumber(previous, unit))]),
  ];
}
