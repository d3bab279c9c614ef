import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { KeyboardEvent } from "react";

const useStyles = makeStyles({
  tabs: { display: "flex", overflowX: "auto", flexShrink: 0 },
  tab: { minHeight: "44px", padding: `0 ${tokens.spacingHorizontalM}`, font: "inherit", whiteSpace: "nowrap", color: tokens.colorNeutralForeground1, backgroundColor: "transparent", border: "none", borderBottom: "3px solid transparent", cursor: "pointer", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" } },
  selected: { fontWeight: tokens.fontWeightSemibold, borderBottomColor: tokens.colorCompoundBrandStroke },
});

export type TabsProps<Id extends string> = {
  readonly tabs: readonly { readonly id: Id; readonly label: string }[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  readonly label?: string;
  readonly className?: string;
  /** The element that a tab shows, by its id in the page; the tab's own is this with “-tab”. */
  readonly panelOf?: (id: Id) => string;
};

/** Tabs for finger, mouse and arrow keys. Fluent's own set marks in the page that axe takes for hidden buttons. */
export function Tabs<Id extends string>({ tabs, selected, onSelect, label, className, panelOf }: TabsProps<Id>) {
  const styles = useStyles();
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === selected);
    const next = event.key === "ArrowRight" ? at + 1 : event.key === "ArrowLeft" ? at - 1 : event.key === "Home" ? 0 : event.key === "End" ? tabs.length - 1 : at;
    const tab = tabs[next];
    if (next === at || tab === undefined) return;
    event.preventDefault();
    onSelect(tab.id);
    (event.currentTarget.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={mergeClasses(styles.tabs, className)} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button key={tab.id} type="button" role="tab" {...(panelOf === undefined ? {} : { id: `${panelOf(tab.id)}-tab`, "aria-controls": panelOf(tab.id) })} aria-selected={tab.id === selected} tabIndex={tab.id === selected ? 0 : -1} className={mergeClasses(styles.tab, tab.id === selected && styles.selected)} onClick={() => onSelect(tab.id)}>
          {tab.label}
        </button>
      ))}
    </div>
  );
}
