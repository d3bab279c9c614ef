const months = "\\d{1,2}(?:[-—–~至到]\\d{1,2})?月(?:份|底)?";
const quarter = "(?:前|第)?[一二三四1-4]季度";
const part = `(?:同期|全年|上半年|下半年|${quarter}|${months})`;
const year = "(?:截[至止]|截止到)?(?:19|20)\\d{2}年(?:度|[末底]|(?!初))";
const relative = "(?:上上|[本上去今当前])年(?:度|[末底]|(?!初))";
const written = `(?:(?:${year}|${relative})${part}?|上半年|下半年|${quarter}|${months}|(?:[本上]季度|[本上当]月|[本上基]期|报告期|(?:上年|去年)同期)|(?:19|20)\\d{2}(?=目标|实际|完成|计划|全年|同期|$))`;

const whole = new RegExp(`^${written}$`);
const start = new RegExp(`^${written}`);
const end = new RegExp(`${written}$`);
/** No period is longer. */
const reach = 20;

export function isPeriod(text: string): boolean {
  return text.length <= reach && whole.test(text);
}

/** How long a period at the start is. */
export function periodAtStart(text: string): number {
  return start.exec(text)?.[0].length ?? 0;
}

/** Where a period at the end begins. */
export function periodAtEnd(text: string): number {
  const from = Math.max(0, text.length - reach);
  const match = end.exec(text.slice(from));
  return match === null ? text.length : from + match.index;
}

/** Which of two periods that a growth compares: the later, or the one before it. With `thisYear`, also for a year that is written. */
export function periodSide(period: string, thisYear?: number): "this" | "last" | undefined {
  const found = /(?:19|20)\d{2}/.exec(period)?.[0];
  if (found !== undefined) return thisYear === undefined ? undefined : Number(found) === thisYear ? "this" : Number(found) === thisYear - 1 ? "last" : undefined;
  if (/^(?:上上|前)年/.test(period)) return undefined;
  if (/^(?:上半|下半)/.test(period)) return undefined;
  if (/^[上去基]|同期$/.test(period)) return "last";
  return /^[本今当报]/.test(period) ? "this" : undefined;
}
