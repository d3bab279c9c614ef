import { makeStyles, tokens } from "@fluentui/react-components";
import type { Text } from "../core/text";
import { useWords } from "./language";
import { strings } from "./strings";

export type LightColor = "red" | "yellow" | "green" | "blue" | "grey";

/** One light: a word and a shape as well as a colour, and how many tasks show it. */
export type Light = { readonly key: string; readonly label: Text; readonly shape: string; readonly color: LightColor; readonly count: number };

const useColors = makeStyles({
  red: { fill: tokens.colorPaletteRedForeground1, color: tokens.colorPaletteRedForeground1 },
  yellow: { fill: tokens.colorPaletteDarkOrangeForeground1, color: tokens.colorPaletteDarkOrangeForeground1 },
  green: { fill: tokens.colorPaletteGreenForeground1, color: tokens.colorPaletteGreenForeground1 },
  blue: { fill: tokens.colorPaletteBlueForeground2, color: tokens.colorPaletteBlueForeground2 },
  grey: { fill: tokens.colorNeutralForeground3, color: tokens.colorNeutralForeground3 },
});

const useStyles = makeStyles({
  figure: { margin: 0 },
  caption: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  bar: { display: "block", width: "100%", height: "12px" },
  legend: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, listStyleType: "none", margin: 0, padding: 0, fontSize: tokens.fontSizeBase200 },
});

/** How the tasks stand on the day of the check: a bar of their shares over its legend. */
export function StateBar({ lights, asOf }: { readonly lights: readonly Light[]; readonly asOf: string }) {
  const styles = useStyles();
  const colors = useColors();
  const words = useWords();
  const shown = lights.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const before = (index: number): number => shown.slice(0, index).reduce((sum, { count }) => sum + count, 0);
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{words(strings.states(asOf, total))}</figcaption>
      <svg className={styles.bar} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden>
        {shown.map(({ key, color, count }, index) => (
          // a gap between the parts, so that they are told apart without colour
          <rect key={key} className={colors[color]} x={(before(index) / total) * 100} y={0} width={Math.max((count / total) * 100 - 0.6, 0.4)} height={12} />
        ))}
      </svg>
      <ul className={styles.legend}>
        {shown.map(({ key, label, shape, color, count }) => (
          <li key={key}>
            <span aria-hidden className={colors[color]}>
              {shape}
            </span>{" "}
            {words(label)} {count}
          </li>
        ))}
      </ul>
    </figure>
  );
}
