import { makeStyles, tokens } from "@fluentui/react-components";
import type { IndicatorPlace } from "./indicator-parts";
import { positionOn, type Scale } from "./scale";

const useStyles = makeStyles({
  bar: { display: "block", width: "100%", height: "18px", overflow: "visible" },
  track: { fill: tokens.colorNeutralBackground6 },
  met: { fill: tokens.colorPaletteGreenForeground1 },
  unmet: { fill: tokens.colorPaletteDarkOrangeForeground1 },
  plain: { fill: tokens.colorBrandBackground },
  target: { fill: tokens.colorNeutralForeground1, stroke: tokens.colorNeutralForeground1 },
  previous: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorNeutralForeground1 },
  zero: { stroke: tokens.colorNeutralStrokeAccessible },
});

export type PlaceBarProps = { readonly place: IndicatorPlace; readonly scale: Scale; /** The same in words. */ readonly label: string };

const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;

/** A value as a bar, its target as a mark above it, the last period's as a diamond on it. */
export function PlaceBar({ place: { value, target, previous }, scale, label }: PlaceBarProps) {
  const styles = useStyles();
  const zero = positionOn(scale, 0).at;
  const end = value === undefined ? undefined : positionOn(scale, value);
  const color = target?.isMet === undefined ? styles.plain : target.isMet ? styles.met : styles.unmet;
  const wanted = target?.value === undefined ? undefined : positionOn(scale, target.value).at;
  const before = previous === undefined ? undefined : positionOn(scale, previous).at;
  return (
    <svg className={styles.bar} role="img" aria-label={label}>
      <rect className={styles.track} x="0" y="7" width="100%" height="8" rx="2" />
      {end !== undefined && <rect className={color} x={percent(Math.min(zero, end.at))} y="7" width={percent(Math.abs(end.at - zero))} height="8" rx="2" />}
      {zero > 0 && <line className={styles.zero} x1={percent(zero)} x2={percent(zero)} y1="5" y2="17" />}
      {/* an end that is torn off: the value goes on beyond the scale */}
      {end?.isBeyond === true && (
        <svg x={percent(end.at)} overflow="visible">
          <path d={end.at === 0 ? "M6 5 l3 4 l-3 3 l3 4 M10 5 l3 4 l-3 3 l3 4" : "M-13 5 l3 4 l-3 3 l3 4 M-9 5 l3 4 l-3 3 l3 4"} fill="none" strokeWidth="1.5" className={styles.previous} style={{ fill: "none", stroke: tokens.colorNeutralBackground1 }} />
        </svg>
      )}
      {before !== undefined && (
        <svg x={percent(before)} overflow="visible">
          <path className={styles.previous} d="M0 6.5 l4.5 4.5 l-4.5 4.5 l-4.5 -4.5 z" strokeWidth="1.25" />
        </svg>
      )}
      {wanted !== undefined && (
        <svg x={percent(wanted)} overflow="visible">
          <path className={styles.target} d="M-4 0.5 h8 l-4 5.5 z M0 6 v11" strokeWidth="1.25" />
        </svg>
      )}
    </svg>
  );
}
