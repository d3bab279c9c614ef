import { makeStyles, tokens } from "@fluentui/react-components";
import { useWords } from "../language";
import { shapeOf } from "./definition-shape";
import { indicatorTexts as texts } from "./texts";

const useStyles = makeStyles({
  box: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, margin: `${tokens.spacingVerticalXS} 0`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere" },
  fraction: { display: "flex", flexDirection: "column", minWidth: 0, textAlign: "center" },
  over: { padding: `0 ${tokens.spacingHorizontalXS} 1px`, borderBottom: `1px solid ${tokens.colorNeutralForeground1}` },
  under: { padding: `1px ${tokens.spacingHorizontalXS} 0` },
  rest: { flexShrink: 0 },
});

/** A definition as it is written on paper, above and below a line where it is one fraction. */
export function Definition({ text }: { readonly text: string }) {
  const styles = useStyles();
  const words = useWords();
  const shape = shapeOf(text);
  if (shape === undefined) return <p className={styles.box}>{text === "" ? words(texts.undefinedYet) : text}</p>;
  return (
    <div className={styles.box} role="img" aria-label={text}>
      <span className={styles.fraction}>
        <span className={styles.over}>{shape.over}</span>
        <span className={styles.under}>{shape.under}</span>
      </span>
      <span className={styles.rest}>{shape.rest}</span>
    </div>
  );
}
