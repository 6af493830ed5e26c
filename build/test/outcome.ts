/** What one group of checks came to, and how the reports of the test runners are read. Pure. */

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** For the summary: how much was looked at, or why it failed. */
  readonly note: string;
}

/** A failure of the group as such, not of one of its tests. */
export function failure(note: string): Outcome {
  return { passed: 0, failed: 1, skipped: 0, note };
}

/** What we read of Vitest's JSON report. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Counts a Vitest run. A file that could not even be loaded counts as one failure. */
export function vitestOutcome(report: VitestReport, exitCode: number): Outcome {
  const unloaded = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  return judged(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded,
      skipped: report.numPendingTests + report.numTodoTests,
      note: `${report.testResults.length} files`,
    },
    exitCode,
  );
}

/** What we read of Playwright's JSON report. */
export interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
}

/** Counts a Playwright run. A flaky test has failed once: that is a failure. */
export function playwrightOutcome(report: PlaywrightReport, exitCode: number): Outcome {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return judged(
    {
      passed: expected,
      failed: unexpected + flaky + report.errors.length,
      skipped,
      note: flaky > 0 ? `${flaky} flaky` : '',
    },
    exitCode,
  );
}

/** No check that cannot fail: no test run is a failure, and so is a bad exit without a failed test. */
function judged(outcome: Outcome, exitCode: number): Outcome {
  if (outcome.passed + outcome.failed === 0) return failure('ran no test');
  if (exitCode !== 0 && outcome.failed === 0) {
    return { ...outcome, failed: 1, note: `the runner ended with code ${exitCode}` };
  }
  return outcome;
}

/**
 * The outcome of a tool that checks files and says how many (`... on 120 files ...`). It has no tests:
 * it adds nothing to those that passed, and a failure counts as one.
 */
export function fileCheckOutcome(output: string, exitCode: number): Outcome {
  const files = Number(/\bon (\d+) files?\b/.exec(output)?.[1] ?? 0);
  if (exitCode !== 0) return failure(`ended with code ${exitCode}`);
  if (files === 0) return failure('looked at no file');
  return { passed: 0, failed: 0, skipped: 0, note: `${files} files` };
}
