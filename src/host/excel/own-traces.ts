type Trace = { readonly kind: "changed" | "activated" | "deactivated" | "hiding" | "added" | "deleted"; readonly id: string; readonly address?: string; readonly trigger?: string | undefined };

/** Events that this host itself causes, so that they are not told as somebody else's. */
export class OwnTraces {
  private readonly expected: string[] = [];
  private waiting: (() => void)[] = [];
  private writers = 0;

  /** Events that come while a write is under way wait until it is known what it causes. */
  async during<T>(write: () => Promise<T>): Promise<T> {
    this.writers += 1;
    try {
      return await write();
    } finally {
      this.writers -= 1;
      if (this.writers === 0) for (const decide of this.waiting.splice(0)) decide();
    }
  }

  expect(traces: readonly Trace[]): void {
    this.expected.push(...traces.map(keyOf));
    // nobody may be watching: what never comes is forgotten
    this.expected.splice(0, this.expected.length - 2_000);
  }

  /** What was caused before anybody watched is never told. */
  forget(): void {
    this.expected.length = 0;
  }

  unlessOwn(trace: Trace, tell: () => void): void {
    const decide = (): void => {
      const at = this.expected.indexOf(keyOf(trace));
      if (at >= 0) this.expected.splice(at, 1);
      // from ExcelApi 1.14 on Excel says who it was
      const isOwn = trace.trigger === undefined ? at >= 0 : trace.trigger === "ThisLocalAddin";
      if (!isOwn) tell();
    };
    if (this.writers > 0) this.waiting.push(decide);
    else decide();
  }
}

function keyOf({ kind, id, address = "" }: Trace): string {
  return `${kind} ${id} ${address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "")}`;
}
