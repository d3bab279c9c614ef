import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Disclosure } from "../Disclosure";
import { useWords } from "../language";
import { useScrollIntoView } from "../scroll-into-view";
import type { KeptReason } from "./keep-parts";
import { scopeNames, texts } from "./texts";

const useStyles = makeStyles({
  root: { flexShrink: 0 },
  list: { listStyleType: "none", margin: 0, padding: 0, maxHeight: "30vh", overflowY: "auto" },
  entry: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: `${tokens.spacingVerticalXS} 0` },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  where: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  button: { minHeight: "44px", flexShrink: 0 },
});

type KeptReasonsProps = { readonly reasons: readonly KeptReason[]; readonly isBusy: boolean; readonly onTakeBack: (id: string) => void };

/** What the workbook keeps of reasons, and the way to take each back. */
export function KeptReasons({ reasons, isBusy, onTakeBack }: KeptReasonsProps) {
  const styles = useStyles();
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  if (reasons.length === 0) return null;
  return (
    <section className={styles.root}>
      <Disclosure text={words(texts.explained(reasons.length))} isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} />
      {isOpen && <ReasonList reasons={reasons} isBusy={isBusy} onTakeBack={onTakeBack} />}
    </section>
  );
}

function ReasonList({ reasons, isBusy, onTakeBack }: KeptReasonsProps) {
  const styles = useStyles();
  const words = useWords();
  const list = useScrollIntoView<HTMLUListElement>();
  return (
    <ul ref={list} className={styles.list} tabIndex={0} aria-label={words(texts.explained(reasons.length))}>
      {reasons.map(({ id, reason, place, scope, asOf, count }) => (
        <li key={id} className={styles.entry}>
          <span className={styles.text}>
            {reason}
            <span className={styles.where}>{words(texts.one(place, scopeNames[scope], asOf, count))}</span>
          </span>
          <Button className={styles.button} disabled={isBusy} onClick={() => onTakeBack(id)}>
            {words(texts.takeBack)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
