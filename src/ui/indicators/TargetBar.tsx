import { makeStyles, tokens } from "@fluentui/react-components";
import { useWords } from "../language";
import { indicatorTexts as texts } from "./texts";

const useStyles = makeStyles({
  figure: { margin: 0, flexShrink: 0 },
  bar: { display: "block", width: "100%", height: "10px" },
  met: { fill: tokens.colorPaletteGreenForeground1, color: tokens.colorPaletteGreenForeground1 },
  unmet: { fill: tokens.colorPaletteDarkOrangeForeground1, color: tokens.colorPaletteDarkOrangeForeground1 },
  untold: { fill: tokens.colorNeutralForeground4, color: tokens.colorNeutralForeground3 },
  legend: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, listStyleType: "none", margin: 0, padding: 0, fontSize: tokens.fontSizeBase200, fontVariantNumeric: "tabular-nums" },
});

/** How the values stand against their targets: a bar of their shares over its legend. */
export function TargetBar({ met, unmet, total }: { readonly met: number; readonly unmet: number; readonly total: number }) {
  const styles = useStyles();
  const words = useWords();
  if (met + unmet === 0) return null;
  const parts = [
    { key: "unmet", shape: "△", count: unmet, height: 10 },
    { key: "met", shape: "✓", count: met, height: 7 },
    { key: "untold", shape: "·", count: total - met - unmet, height: 4 },
  ] as const;
  const shown = parts.filter(({ count }) => count > 0);
  const before = (index: number): number => shown.slice(0, index).reduce((sum, { count }) => sum + count, 0);
  return (
    <figure className={styles.figure} aria-label={words(texts.targetsCaption)}>
      <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
        {shown.map(({ key, count, height }, index) => (
          // a gap and a height of its own, so that the parts are told apart without colour
          <rect key={key} className={styles[key]} x={(before(index) / total) * 100} y={10 - height} width={Math.max((count / total) * 100 - 0.6, 0.4)} height={height} />
        ))}
      </svg>
      <ul className={styles.legend}>
        {shown.map(({ key, shape, count }) => (
          <li key={key}>
            <span aria-hidden className={styles[key]}>{shape}</span> {words(texts[key])} {count.toLocaleString("zh-CN")}
          </li>
        ))}
      </ul>
    </figure>
  );
}
