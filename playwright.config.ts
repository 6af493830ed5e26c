import { defineConfig } from '@playwright/test';

// Tools want a default export here.
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: /\.(spec|test|e2e)\.ts$/,
  // Below test-results/, which holds other reports that a run must not sweep away.
  outputDir: 'test-results/e2e',
  // Each test starts servers and several Electron windows: one at a time on two cores.
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  // PLAYWRIGHT_JSON_OUTPUT_NAME says where the JSON goes.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
});
