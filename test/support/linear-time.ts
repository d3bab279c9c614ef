/** What quadratic time on 100,000 characters takes many times over, and linear time never on the slowest machine. */
const limit = 2000;

/** Counts this process's own time, so that a busy machine fails no test. */
export function expectLinearTime(work: () => unknown): void {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(limit);
}
