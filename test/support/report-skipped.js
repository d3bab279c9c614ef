/** Names the tests that were skipped: a run that left something out must not look like one that tried everything. */
module.exports = class ReportSkipped {
  onRunComplete(_contexts, { testResults }) {
    const skipped = testResults.flatMap(({ testResults: tests }) => tests.filter(({ status }) => status === "pending").map(({ fullName }) => fullName));
    // a run that was asked for a few tests by name has skipped the others on purpose
    if (skipped.length > 0 && !process.argv.some((word) => word === "-t" || word.startsWith("--testNamePattern"))) process.stderr.write(`\nSkipped:\n${skipped.map((name) => `  ${name}\n`).join("")}`);
  }
};
