import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { stringifyAddress } from "../core/address";
import { severityNames, type Diagnostic, type Fix } from "../core/diagnostic";
import type { Text } from "../core/text";
import { ChangePreview } from "./ChangePreview";
import { groupFindings, type ListItem } from "./group-findings";
import type { Scope } from "./keep/keep-parts";
import { ReasonForm } from "./keep/ReasonForm";
import { texts as keepTexts } from "./keep/texts";
import { useWords } from "./language";
import { useSeverityStyles } from "./SeverityCounts";
import { severityShapes, strings } from "./strings";

const useStyles = makeStyles({
  scroller: { flexGrow: 1, minHeight: "240px", overflowY: "auto", contain: "strict", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" } },
  space: { position: "relative", width: "100%" },
  item: { position: "absolute", top: 0, left: 0, width: "100%", boxSizing: "border-box", padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` },
  group: { backgroundColor: tokens.colorNeutralBackground3 },
  groupButton: { display: "flex", gap: tokens.spacingHorizontalS, width: "100%", minHeight: "44px", alignItems: "center", textAlign: "left", font: "inherit", color: "inherit", background: "none", border: "none", padding: 0, cursor: "pointer", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  why: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  finding: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected },
  message: { margin: 0, overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", gap: `12px ${tokens.spacingHorizontalXS}`, marginTop: tokens.spacingVerticalXS },
  /** A finger needs 44 px; the eye is content with 32. */
  touch: { position: "relative", minHeight: "32px", "::before": { content: '""', position: "absolute", top: "-8px", right: 0, bottom: "-4px", left: 0 } },
  fix: { textAlign: "left", whiteSpace: "normal", minWidth: 0, fontWeight: tokens.fontWeightRegular },
});

export type ExplainFinding = (diagnostic: Diagnostic, scope: Scope, reason: string) => void;

export type FindingListProps = {
  readonly diagnostics: readonly Diagnostic[];
  readonly describeRule: (rule: string) => Text;
  readonly isBusy: boolean;
  readonly onJump: (diagnostic: Diagnostic) => void;
  readonly onApply: (fix: Fix) => void;
  /** Without it no reasons are taken. */
  readonly onExplain?: ExplainFinding;
};

/** Findings by severity and rule; only what is in view is drawn, so that three thousand scroll like three. */
export function FindingList({ diagnostics, describeRule, isBusy, onJump, onApply, onExplain }: FindingListProps) {
  const styles = useStyles();
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string>();
  const items = useMemo(() => groupFindings(diagnostics, folded), [diagnostics, folded]);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === "group" ? 64 : 96),
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 6,
    initialRect: { width: 320, height: 600 },
  });
  // what is read stays where it is when findings above it come or go
  const anchor = useRef<{ readonly key: string; readonly below: number } | undefined>(undefined);
  const remember = (): void => {
    const offset = scroller.current?.scrollTop ?? 0;
    const first = virtual.getVirtualItems().find(({ end }) => end > offset);
    anchor.current = first === undefined || offset === 0 ? undefined : { key: String(first.key), below: offset - first.start };
  };
  useLayoutEffect(() => {
    const kept = anchor.current;
    const index = kept === undefined ? -1 : items.findIndex(({ key }) => key === kept.key);
    const [start] = index < 0 ? [] : (virtual.getOffsetForIndex(index, "start") ?? []);
    if (kept !== undefined && start !== undefined && scroller.current !== null) scroller.current.scrollTop = start + kept.below;
  }, [items, virtual]);
  const toggle = (key: string): void => setFolded((before) => (before.has(key) ? new Set([...before].filter((other) => other !== key)) : new Set([...before, key])));
  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} onScroll={remember} role="region" aria-label={words(strings.findings)}>
      <div className={styles.space} style={{ height: virtual.getTotalSize() }} role="list">
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <div key={key} ref={virtual.measureElement} data-index={index} role="listitem" aria-setsize={items.length} aria-posinset={index + 1} className={mergeClasses(styles.item, item.kind === "group" ? styles.group : styles.finding, item.key === current && styles.current)} style={{ transform: `translateY(${start}px)` }}>
              {item.kind === "group" ? (
                <GroupHeader item={item} why={words(describeRule(item.rule))} onToggle={() => toggle(item.key)} />
              ) : (
                <Finding
                  diagnostic={item.diagnostic}
                  isBusy={isBusy}
                  onApply={onApply}
                  onExplain={onExplain}
                  onJump={(diagnostic) => {
                    setCurrent(item.key);
                    onJump(diagnostic);
                  }}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function GroupHeader({ item, why, onToggle }: { readonly item: ListItem & { kind: "group" }; readonly why: string; readonly onToggle: () => void }) {
  const styles = useStyles();
  const colors = useSeverityStyles();
  const words = useWords();
  return (
    <button type="button" className={styles.groupButton} aria-expanded={!item.isFolded} onClick={onToggle}>
      <span aria-hidden className={colors[item.severity]}>
        {severityShapes[item.severity]}
      </span>
      <span>
        <strong>{words(strings.group(words(severityNames[item.severity]), item.count))}</strong>
        <span className={styles.why}>{why}</span>
      </span>
    </button>
  );
}

type FindingProps = { readonly diagnostic: Diagnostic; readonly isBusy: boolean; readonly onJump: (diagnostic: Diagnostic) => void; readonly onApply: (fix: Fix) => void; readonly onExplain: ExplainFinding | undefined };

function Finding({ diagnostic, isBusy, onJump, onApply, onExplain }: FindingProps) {
  const styles = useStyles();
  const words = useWords();
  const [previewed, setPreviewed] = useState<Fix>();
  const [isExplaining, setIsExplaining] = useState(false);
  const { range, message, fixes } = diagnostic;
  const address = stringifyAddress(range);
  const opener = useRef<HTMLElement>(undefined);
  return (
    <>
      <p className={styles.message}>{words(message)}</p>
      <div className={styles.actions}>
        <Button size="small" appearance="outline" className={styles.touch} aria-label={words(strings.jump(range.sheet, address))} onClick={() => onJump(diagnostic)}>
          {address}
        </Button>
        {fixes.map((fix) => (
          <Button key={words(fix.title)} size="small" appearance="subtle" className={mergeClasses(styles.touch, styles.fix)} aria-expanded={previewed === fix} onClick={() => setPreviewed(previewed === fix ? undefined : fix)}>
            {words(fix.title)}
          </Button>
        ))}
        {onExplain !== undefined && (
          <Button size="small" appearance="subtle" className={mergeClasses(styles.touch, styles.fix)} aria-label={words(keepTexts.explainAt(address))} aria-expanded={isExplaining} onClick={({ currentTarget }) => {
            opener.current = currentTarget;
            setIsExplaining(!isExplaining);
          }}>
            {words(keepTexts.explain)}
          </Button>
        )}
      </div>
      {isExplaining && onExplain !== undefined && (
        <ReasonForm
          isBusy={isBusy}
          onClose={() => {
            setIsExplaining(false);
            opener.current?.focus();
          }}
          onKeep={(scope, reason) => {
            setIsExplaining(false);
            onExplain(diagnostic, scope, reason);
          }}
        />
      )}
      {previewed !== undefined && (
        <ChangePreview
          changes={[previewed]}
          isBusy={isBusy}
          onClose={() => setPreviewed(undefined)}
          onApply={() => {
            setPreviewed(undefined);
            onApply(previewed);
          }}
        />
      )}
    </>
  );
}
