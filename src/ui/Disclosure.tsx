import { Button, makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  button: { minHeight: "44px", minWidth: 0, flexShrink: 0 },
  mark: { marginLeft: tokens.spacingHorizontalXS, color: tokens.colorNeutralForeground3 },
});

type DisclosureProps = { readonly text: string; readonly isOpen: boolean; /** With the button, for who gives it the focus back. */ readonly onToggle: (button: HTMLElement) => void };

/** A button that shows more, and says by its mark that it does. */
export function Disclosure({ text, isOpen, onToggle }: DisclosureProps) {
  const styles = useStyles();
  return (
    <Button className={styles.button} appearance="subtle" aria-expanded={isOpen} onClick={({ currentTarget }) => onToggle(currentTarget)}>
      {text}
      <span aria-hidden className={styles.mark}>{isOpen ? "▴" : "▾"}</span>
    </Button>
  );
}
