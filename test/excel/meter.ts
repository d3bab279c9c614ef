import { actions, type WireRequest } from "./wire";

export type MeterEntry = {
  readonly label: string;
  /** Sent by the library itself, after `Excel.run` is done; it costs the person nothing. */
  readonly isCleanup: boolean;
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
};
export type MeterSum = { readonly trips: number; readonly cleanups: number; readonly requestBytes: number; readonly responseBytes: number };

/** Counts every request that crosses to the simulated Excel. */
export class Meter {
  readonly entries: MeterEntry[] = [];
  private label = "";

  record(request: WireRequest, requestText: string, responseText: string): void {
    this.entries.push({
      label: this.label,
      isCleanup: isCleanup(request),
      actions: request.Actions.length,
      requestBytes: Buffer.byteLength(requestText),
      responseBytes: Buffer.byteLength(responseText),
    });
  }

  /** What `work` costs; the clean-up that follows it is counted apart. */
  async during<T>(label: string, work: () => Promise<T>): Promise<{ readonly result: T; readonly cost: MeterSum }> {
    const before = this.label;
    const start = this.entries.length;
    this.label = label;
    try {
      const result = await work();
      return { result, cost: sum(this.entries.slice(start)) };
    } finally {
      this.label = before;
    }
  }

  byLabel(): ReadonlyMap<string, MeterSum> {
    const labels = new Set(this.entries.map(({ label }) => label));
    return new Map([...labels].map((label) => [label, sum(this.entries.filter((entry) => entry.label === label))]));
  }

  reset(): void {
    this.entries.length = 0;
  }
}

/** Whether the library sends a request of its own accord: to let go of references, or to say that it is there. */
export function isCleanup(request: WireRequest): boolean {
  const methods = request.Actions.filter(({ ActionType }) => ActionType === actions.method);
  const onlyLetsGo = request.Actions.every(({ ActionType, Name }) => ActionType === actions.instantiate || (ActionType === actions.method && Name === "_RemoveReference"));
  const isInternal = Object.values(request.ObjectPaths).some(({ Name }) => Name.includes("InternalService"));
  return isInternal || (onlyLetsGo && methods.length > 0);
}

function sum(entries: readonly MeterEntry[]): MeterSum {
  const total = { trips: 0, cleanups: 0, requestBytes: 0, responseBytes: 0 };
  for (const entry of entries) {
    if (entry.isCleanup) total.cleanups += 1;
    else {
      total.trips += 1;
      total.requestBytes += entry.requestBytes;
      total.responseBytes += entry.responseBytes;
    }
  }
  return total;
}
