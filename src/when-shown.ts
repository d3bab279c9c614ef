const events = ["visibilitychange", "resize", "focus", "pointerdown", "keydown"] as const;

/**
 * Calls back once the pane is seen, at once where it is: beside functions in cells Excel starts its page, hidden, with the
 * workbook, and nobody has asked for a check. A touch or a key begins too, should a host call a pane hidden that is not.
 */
export function whenShown(begin: () => void): void {
  if (!Office.context.requirements.isSetSupported("SharedRuntime", "1.1") || isSeen()) return begin();
  let hasBegun = false;
  const once = (): void => {
    if (hasBegun) return;
    hasBegun = true;
    for (const event of events) window.removeEventListener(event, look, true);
    begin();
  };
  const look = ({ type }: Event): void => {
    if (isSeen() || type === "pointerdown" || type === "keydown") once();
  };
  for (const event of events) window.addEventListener(event, look, true);
  void Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
    if (visibilityMode === Office.VisibilityMode.taskpane) once();
  });
}

function isSeen(): boolean {
  return !document.hidden && window.innerWidth > 0;
}
