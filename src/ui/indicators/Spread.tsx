import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { useWords } from "../language";
import type { EntrySummary } from "./arrange-entries";
import { medianOf, positionOn, shownNumber, spreadOver } from "./scale";
import { indicatorTexts as texts } from "./texts";

const useStyles = makeStyles({
  figure: { margin: `${tokens.spacingVerticalXS} 0 0` },
  chart: { display: "block", width: "100%", height: "40px", overflow: "visible" },
  column: { fill: tokens.colorBrandBackground },
  ground: { stroke: tokens.colorNeutralStrokeAccessible },
  target: { fill: tokens.colorNeutralForeground1, stroke: tokens.colorNeutralForeground1 },
  caption: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
});

const parts = 30;
/** Fewer are seen better one by one. */
export const fewestSpread = 8;

/** How the values of many places spread, with the target where all have the same. */
export function Spread({ summary: { entry, scale } }: { readonly summary: EntrySummary }) {
  const styles = useStyles();
  const words = useWords();
  const { values, columns, target } = useMemo(() => {
    const { places } = entry;
    const found: number[] = [];
    const targets = new Set<number>();
    for (let index = 0; index < places.count; index++) {
      const value = places.valueAt(index);
      if (value !== undefined) found.push(value);
      const wanted = places.targetAt(index)?.value;
      if (wanted !== undefined) targets.add(wanted);
    }
    return { values: found, columns: spreadOver(scale, found, parts), target: targets.size === 1 ? [...targets][0] : undefined };
  }, [entry, scale]);
  if (values.length < fewestSpread) return null;
  const most = columns.reduce((a, b) => Math.max(a, b), 1);
  const low = shownNumber(values.reduce((a, b) => Math.min(a, b), Infinity), entry.unit);
  const high = shownNumber(values.reduce((a, b) => Math.max(a, b), -Infinity), entry.unit);
  const middle = shownNumber(medianOf(values), entry.unit);
  const wanted = target === undefined ? undefined : `${(positionOn(scale, target).at * 100).toFixed(2)}%`;
  return (
    <figure className={styles.figure}>
      <svg className={styles.chart} role="img" aria-label={words(texts.spreadOf(values.length, words(texts.spread(low, middle, high))))}>
        {columns.map((count, index) => {
          // a part with one value is still seen
          const height = count === 0 ? 0 : Math.max((count / most) * 32, 2);
          return <rect key={index} className={styles.column} x={`${(index / parts) * 100 + 0.3}%`} y={39 - height} width={`${100 / parts - 0.6}%`} height={height} />;
        })}
        <line className={styles.ground} x1="0" x2="100%" y1="39.5" y2="39.5" />
        {wanted !== undefined && (
          <svg x={wanted} overflow="visible">
            <path className={styles.target} d="M-4 0.5 h8 l-4 5.5 z M0 6 v33" strokeWidth="1.25" />
          </svg>
        )}
      </svg>
      <figcaption className={styles.caption} aria-hidden>
        <span>{words(texts.low(low))}</span>
        <span>{words(texts.middle(middle))}</span>
        <span>{words(texts.high(high))}</span>
      </figcaption>
    </figure>
  );
}
