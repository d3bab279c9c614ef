import type { CheckProgress, CheckResult } from "../core/check";
import type { Settings } from "../core/settings";
import type { Range, Workbook } from "../core/workbook";
import type { Host, WorkbookChange } from "../host/host";

export type CheckWays = {
  readonly prepare: (workbook: Workbook, settings: Settings) => Generator<CheckProgress, CheckResult>;
  /** Checks again what these ranges touch, and uses up the result before; undefined where only a whole check can tell. */
  readonly checkAgain?: (workbook: Workbook, settings: Settings, before: CheckResult, changed: readonly Range[]) => CheckResult | undefined;
};

export type Checked = { readonly workbook: Workbook; readonly result: CheckResult; readonly settings: Settings };

/** Which settings hold for a workbook; the same ones again as long as nothing about them has changed. */
export type SettingsOf = (workbook: Workbook) => Settings;

export type Steps = { readonly signal: AbortSignal; readonly onProgress?: (progress: CheckProgress) => void };

/** How long the check may hold the page before keys and clicks get their turn, in milliseconds. */
const slice = 12;

/** A workbook, what its last check said, and what has changed since. */
export class CheckSession {
  private last: Checked | undefined;
  private missed: WorkbookChange[] = [];

  constructor(
    private readonly host: Host,
    private readonly ways: CheckWays,
  ) {}

  get checked(): Checked | undefined {
    return this.last;
  }

  get isBehind(): boolean {
    return this.missed.length > 0;
  }

  miss(change: WorkbookChange): void {
    this.missed.push(change);
  }

  /** Reads and checks everything; undefined where it was stopped. */
  async checkWhole(settingsOf: SettingsOf, steps: Steps): Promise<Checked | undefined> {
    const taken = this.missed.splice(0);
    try {
      const workbook = await this.host.read({ signal: steps.signal });
      return await this.finish(workbook, settingsOf(workbook), taken, steps);
    } catch (failure) {
      this.missed.unshift(...taken);
      throw failure;
    }
  }

  /** Goes on from the last check with what has changed since: the same as checking everything. */
  async catchUp(settingsOf: SettingsOf, steps: Steps): Promise<Checked | undefined> {
    const { last } = this;
    if (last === undefined) return this.checkWhole(settingsOf, steps);
    const taken = this.missed.splice(0);
    try {
      const { workbook, changed } = await this.host.readAgain(last.workbook, taken, { signal: steps.signal });
      if (steps.signal.aborted) {
        this.missed.unshift(...taken);
        return undefined;
      }
      const settings = settingsOf(workbook);
      if (workbook === last.workbook && settings === last.settings) return last;
      const result = changed === undefined || settings !== last.settings ? undefined : this.ways.checkAgain?.(workbook, settings, last.result, changed);
      if (result !== undefined) return (this.last = { workbook, result, settings });
      return await this.finish(workbook, settings, taken, steps);
    } catch (failure) {
      this.missed.unshift(...taken);
      throw failure;
    }
  }

  private async finish(workbook: Workbook, settings: Settings, taken: readonly WorkbookChange[], { signal, onProgress }: Steps): Promise<Checked | undefined> {
    const result = signal.aborted ? undefined : await runInSlices(this.ways.prepare(workbook, settings), signal, onProgress);
    if (result === undefined || signal.aborted) {
      this.missed.unshift(...taken);
      return undefined;
    }
    return (this.last = { workbook, result, settings });
  }
}

/** Drives a check a few milliseconds at a time; undefined where it was stopped. */
async function runInSlices(steps: Generator<CheckProgress, CheckResult>, signal: AbortSignal, onProgress?: (progress: CheckProgress) => void): Promise<CheckResult | undefined> {
  for (;;) {
    const start = performance.now();
    let step = steps.next();
    while (step.done !== true && performance.now() - start < slice) step = steps.next();
    if (step.done === true) return step.value;
    onProgress?.(step.value);
    await new Promise((next) => setTimeout(next, 0));
    if (signal.aborted) return undefined;
  }
}
