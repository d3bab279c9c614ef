import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { countBySeverity, type Diagnostic, type Fix, type Severity } from "../core/diagnostic";
import type { Text } from "../core/text";
import { ChangePreview } from "./ChangePreview";
import { FindingList, type ExplainFinding } from "./FindingList";
import { filterFindings, safeFixes } from "./group-findings";
import { useWords } from "./language";
import { SeverityCounts } from "./SeverityCounts";
import { strings } from "./strings";

const useStyles = makeStyles({
  tall: { minHeight: "44px" },
  notice: { padding: tokens.spacingVerticalM, lineHeight: tokens.lineHeightBase300 },
});

type FindingsProps = {
  readonly describeRule: (rule: string) => Text;
  readonly diagnostics: readonly Diagnostic[];
  readonly isBusy: boolean;
  readonly onJump: (diagnostic: Diagnostic) => void;
  readonly onExplain?: ExplainFinding;
  readonly onApplyAll: (fixes: readonly Fix[]) => void;
};

/** The findings with their counts, filter and fixes. */
export function Findings({ diagnostics, describeRule, isBusy, onJump, onExplain, onApplyAll }: FindingsProps) {
  const styles = useStyles();
  const words = useWords();
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const [search, setSearch] = useState("");
  const [isPreviewing, setIsPreviewing] = useState(false);
  const counts = useMemo(() => countBySeverity(diagnostics), [diagnostics]);
  const shown = useMemo(() => filterFindings(diagnostics, { hidden, search }), [diagnostics, hidden, search]);
  const fixes = useMemo(() => safeFixes(diagnostics), [diagnostics]);
  const toggle = (severity: Severity): void => setHidden((before) => (before.has(severity) ? new Set([...before].filter((other) => other !== severity)) : new Set([...before, severity])));
  if (diagnostics.length === 0) {
    return (
      <p className={styles.notice} role="status">
        ✓ {words(strings.clean)}
      </p>
    );
  }
  return (
    <>
      <div role="status" style={{ position: "absolute", width: 1, height: 1, overflow: "hidden", clipPath: "inset(50%)" }}>
        {words(strings.counts(counts.error, counts.warning, counts.info))}
      </div>
      <SeverityCounts counts={counts} hidden={hidden} onToggle={toggle} />
      {fixes.length > 0 &&
        (isPreviewing ? (
          <ChangePreview
            changes={fixes}
            isBusy={isBusy}
            onClose={() => setIsPreviewing(false)}
            onApply={() => {
              setIsPreviewing(false);
              onApplyAll(fixes);
            }}
          />
        ) : (
          <Button className={styles.tall} appearance="primary" title={words(strings.fixAllHint)} disabled={isBusy} onClick={() => setIsPreviewing(true)}>
            {words(strings.fixAll(fixes.length))}
          </Button>
        ))}
      <Input className={styles.tall} type="search" aria-label={words(strings.search)} placeholder={words(strings.search)} value={search} onChange={(_, { value }) => setSearch(value)} />
      {shown.length === 0 ? <p className={styles.notice}>{words(strings.noneLeft)}</p> : <FindingList diagnostics={shown} describeRule={describeRule} isBusy={isBusy} onJump={onJump} onApply={(fix) => onApplyAll([fix])} {...(onExplain === undefined ? {} : { onExplain })} />}
    </>
  );
}
