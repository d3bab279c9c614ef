import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, useState } from "react";
import { useWords } from "../language";
import type { IndicatorItem } from "./arrange-entries";
import { EntryHead } from "./EntryHead";
import type { IndicatorPlace } from "./indicator-parts";
import { PlaceRow } from "./PlaceRow";
import { indicatorTexts as texts } from "./texts";

const line = `1px solid ${tokens.colorNeutralStroke1}`;

const useStyles = makeStyles({
  scroller: { flexGrow: 1, minHeight: "240px", overflowY: "auto", contain: "strict", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" } },
  space: { position: "relative", width: "100%" },
  item: { position: "absolute", top: 0, left: 0, width: "100%", boxSizing: "border-box", padding: "0 2px" },
  last: { paddingBottom: tokens.spacingVerticalM },
  part: { borderLeft: line, borderRight: line, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}` },
  head: { borderTop: line, borderTopLeftRadius: tokens.borderRadiusLarge, borderTopRightRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground2, paddingTop: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalS },
  place: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  current: { boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}` },
  end: { borderBottom: line, borderBottomLeftRadius: tokens.borderRadiusLarge, borderBottomRightRadius: tokens.borderRadiusLarge },
  rest: { padding: 0 },
  more: { width: "100%", minHeight: "44px" },
});

export type IndicatorListProps = { readonly items: readonly IndicatorItem[]; readonly onToggle: (id: string) => void; readonly onSelect: (place: IndicatorPlace) => void };

/** Indicators as cards; only what is in view is drawn, so that three thousand scroll like three. */
export function IndicatorList({ items, onToggle, onSelect }: IndicatorListProps) {
  const styles = useStyles();
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string>();
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ({ entry: 150, place: 80, rest: 58 })[items[index]?.kind ?? "place"],
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 4,
    initialRect: { width: 320, height: 600 },
  });
  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="region" aria-label={words(texts.list)}>
      <div className={styles.space} style={{ height: virtual.getTotalSize() }} role="list">
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <div key={key} ref={virtual.measureElement} data-index={index} role="listitem" aria-setsize={items.length} aria-posinset={index + 1} className={mergeClasses(styles.item, item.isLast && styles.last)} style={{ transform: `translateY(${start}px)` }}>
              <div className={mergeClasses(styles.part, item.kind === "entry" ? styles.head : styles.place, item.kind === "rest" && styles.rest, item.key === current && styles.current, item.isLast && styles.end)}>
                {item.kind === "entry" ? (
                  <EntryHead summary={item.summary} />
                ) : item.kind === "place" ? (
                  <PlaceRow
                    place={item.summary.entry.places.at(item.index)}
                    unit={item.summary.entry.unit}
                    scale={item.summary.scale}
                    isCurrent={item.key === current}
                    onSelect={(place) => {
                      setCurrent(item.key);
                      onSelect(place);
                    }}
                  />
                ) : (
                  <Button className={styles.more} appearance="subtle" aria-expanded={item.isOpen} onClick={() => onToggle(item.summary.entry.id)}>
                    {words(item.isOpen ? texts.fold : texts.rest(item.count))}
                  </Button>
                )}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
