import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { stringifyAddress } from "../core/address";
import type { Receipt } from "../core/edit";
import type { Text } from "../core/text";
import { useWords } from "./language";
import { skipReasons, strings } from "./strings";

const useStyles = makeStyles({ bar: { flexShrink: 0 }, tall: { minHeight: "44px" } });

type OutcomeProps = { readonly outcome: { readonly kind: "applied" | "undone"; readonly receipt: Receipt }; readonly onUndo: Receipt | undefined; readonly undo: (receipt: Receipt) => void; readonly isBusy: boolean; /** What is said where all went well, if it is more than a number of changes. */ readonly appliedText?: Text; /** More buttons. */ readonly children?: ReactNode };

/** What was written, what was left out and why, and the way back. */
export function Outcome({ outcome: { kind, receipt }, onUndo, undo, isBusy, appliedText, children }: OutcomeProps) {
  const styles = useStyles();
  const words = useWords();
  const { skipped, altered } = receipt;
  const head = headOf(kind, receipt, appliedText);
  const reasons = [...new Set(skipped.map(({ reason }) => reason))].map((reason) => words(skipReasons[reason]));
  return (
    <MessageBar className={styles.bar} intent={skipped.length + altered.length > 0 ? "warning" : "success"} layout="multiline">
      <MessageBarBody>
        {words(head)}
        {skipped.length > 0 && `${words({ zh: "，", en: "; " })}${words(strings.skipped(skipped.length))}${words({ zh: "：", en: ": " })}${reasons.join(words({ zh: "；", en: "; " }))}`}
        {altered.length > 0 && words(strings.altered(altered.slice(0, 5).map((range) => `${range.sheet} ${stringifyAddress(range)}`).join(words({ zh: "、", en: ", " }))))}
      </MessageBarBody>
      {onUndo !== undefined && (
        <MessageBarActions>
          {children}
          <Button className={styles.tall} disabled={isBusy} onClick={() => undo(onUndo)}>
            {words(strings.undo)}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function headOf(kind: "applied" | "undone", { applied, skipped }: Receipt, appliedText: Text | undefined): Text {
  if (applied.length === 0 && skipped.length > 0) return strings.nothingApplied;
  if (kind === "undone") return strings.undone;
  return applied.length === 0 ? strings.upToDate : (appliedText ?? strings.applied(applied.length));
}
