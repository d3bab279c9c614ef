import { notFound } from "./wire";
import type { RangeNode } from "./nodes/range";

/** As the library takes it: [65536, type, target, arguments as JSON, id, isRemote]. */
export type EventEntry = readonly [65536, number, string, string, number, boolean];

/** Sends Excel's events after the response of the request that caused them. */
export class Events {
  areOn = true;
  private readonly registered = new Map<string, number>();
  private readonly listeners: ((entry: EventEntry) => void)[] = [];
  private readonly ranges = new Map<string, RangeNode>();
  private waiting: EventEntry[] = [];
  private count = 0;

  register(target: string, type: number): void {
    const key = `${target} ${type}`;
    this.registered.set(key, (this.registered.get(key) ?? 0) + 1);
  }
  unregister(target: string, type: number): void {
    const key = `${target} ${type}`;
    this.registered.set(key, Math.max(0, (this.registered.get(key) ?? 0) - 1));
  }
  /** How many registrations stand: after a watcher has stopped, none. */
  get registrations(): number {
    return [...this.registered.values()].reduce((sum, count) => sum + count, 0);
  }

  onEvent(listener: (entry: EventEntry) => void): void {
    this.listeners.push(listener);
  }

  remember(range: RangeNode): string {
    const id = `event-range-${this.ranges.size + 1}`;
    this.ranges.set(id, range);
    return id;
  }
  rangeOf(id: string): RangeNode {
    const range = this.ranges.get(id);
    if (range === undefined) throw notFound();
    return range;
  }

  raise(type: number, targets: readonly string[], details: Readonly<Record<string, unknown>>): void {
    if (!this.areOn) return;
    for (const target of targets) {
      if ((this.registered.get(`${target} ${type}`) ?? 0) > 0) this.waiting.push([65536, type, target, JSON.stringify(details), this.count++, false]);
    }
  }

  send(): void {
    const entries = this.waiting;
    this.waiting = [];
    if (entries.length > 0) setTimeout(() => entries.forEach((entry) => this.listeners.forEach((listen) => listen(entry))), 0);
  }
}
