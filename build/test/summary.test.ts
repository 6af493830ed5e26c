import { describe, expect, it } from 'vitest';
import { failure, fileCheckOutcome, playwrightOutcome, vitestOutcome } from './outcome.ts';
import { type GroupResult, closingLine, renderSummary } from './summary.ts';

const group = (name: string, passed: number, failed: number, skipped = 0): GroupResult => ({
  group: name,
  outcome: { passed, failed, skipped, note: '' },
  seconds: 1.25,
});

describe('the last line', () => {
  it('is plain and stands alone', () => {
    const summary = renderSummary([group('unit', 12, 0), group('server', 3, 1)], null);
    expect(summary.split('\n').at(-1)).toBe('15 passed, 1 failed');
  });

  it('tells skipped tests when there are some', () => {
    expect(closingLine([group('unit', 2, 0, 4)])).toBe('2 passed, 0 failed, 4 skipped');
  });

  it('counts a failed check as one', () => {
    const lint = { group: 'lint', outcome: failure('ended with code 1'), seconds: 1 };
    expect(closingLine([lint, group('unit', 2, 0)])).toBe('2 passed, 1 failed');
  });
});

it('the summary says which Electron was driven', () => {
  const summary = renderSummary([group('e2e', 4, 0)], { version: '33.2.1', kind: 'registry' });
  expect(summary).toContain('Electron 33.2.1 was driven (development runtime');
  expect(renderSummary([group('unit', 4, 0)], null)).toContain('No Electron was driven');
});

describe('vitestOutcome', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
  };

  it('counts tests', () => {
    expect(vitestOutcome(report, 0)).toMatchObject({ passed: 3, failed: 0, skipped: 1 });
  });

  it('fails a run without tests, also when the runner is content', () => {
    const none = { ...report, numPassedTests: 0, numPendingTests: 0, testResults: [] };
    expect(vitestOutcome(none, 0)).toMatchObject({ failed: 1, note: 'ran no test' });
  });

  it('fails when only skipped tests were found', () => {
    expect(vitestOutcome({ ...report, numPassedTests: 0 }, 0).failed).toBe(1);
  });

  it('counts a file that could not be loaded', () => {
    const broken = { ...report, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(vitestOutcome(broken, 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  it('does not overlook an error outside of any test', () => {
    expect(vitestOutcome(report, 1)).toMatchObject({ passed: 3, failed: 1 });
  });
});

describe('playwrightOutcome', () => {
  const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 0 };

  it('counts tests', () => {
    expect(playwrightOutcome({ stats, errors: [] }, 0)).toMatchObject({ passed: 2, failed: 0 });
  });

  it('takes a flaky test for a failed one', () => {
    const flaky = { ...stats, flaky: 1 };
    expect(playwrightOutcome({ stats: flaky, errors: [] }, 0).failed).toBe(1);
  });

  it('fails a run without tests', () => {
    const none = { ...stats, expected: 0 };
    expect(playwrightOutcome({ stats: none, errors: [] }, 0).failed).toBe(1);
  });
});

describe('fileCheckOutcome', () => {
  it('reads how many files a tool looked at', () => {
    expect(fileCheckOutcome('Finished in 1.1s on 20 files with 9 rules', 0).note).toBe('20 files');
  });

  it('fails a tool that looked at none', () => {
    expect(fileCheckOutcome('Finished in 1ms on 0 files', 0).failed).toBe(1);
    expect(fileCheckOutcome('', 0).failed).toBe(1);
  });

  it('fails with the tool', () => {
    expect(fileCheckOutcome('Finished in 1ms on 5 files', 1).failed).toBe(1);
  });
});
