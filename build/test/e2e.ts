/** The end-to-end group: a real Electron on a virtual screen, driven by Playwright. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildApp } from '../build-app.ts';
import { resolveElectron } from '../electron-runtime.ts';
import { ensureSystemLibraries } from '../system-libraries.ts';
import { startVirtualScreen } from '../xvfb.ts';
import { type Outcome, failure, playwrightOutcome } from './outcome.ts';
import type { DrivenElectron } from './summary.ts';
import { runTool } from './tool.ts';

const playwright = 'node_modules/@playwright/test/cli.js';

/** Builds, starts a screen where Linux needs one, runs the suite and counts. */
export async function driveElectron(results: string): Promise<Outcome> {
  await buildApp();
  const { executable } = await resolveElectron();
  ensureSystemLibraries(executable, 'with screen');
  await mkdir(results, { recursive: true });
  const report = path.join(results, 'e2e.json');
  await rm(report, { force: true });
  await rm(electronFile(results), { force: true });

  // Always a screen of our own on Linux: tests must not depend on, or disturb, a person's desktop.
  const screen = process.platform === 'linux' ? await startVirtualScreen() : null;
  try {
    const { exitCode } = await runTool(playwright, ['test'], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      ...(screen !== null && { DISPLAY: screen.display, WAYLAND_DISPLAY: '' }),
    });
    const text = await readFile(report, 'utf8').catch(() => null);
    if (text === null) return failure('ran no test');
    const outcome = playwrightOutcome(JSON.parse(text), exitCode);
    if ((await readDrivenElectron(results)) !== null) return outcome;
    return { ...outcome, failed: outcome.failed + 1, note: 'no Electron reported its version' };
  } finally {
    await screen?.stop();
  }
}

/** What the suite wrote about the app it drove: `{version, kind}`, asked from the running app. */
export async function readDrivenElectron(results: string): Promise<DrivenElectron | null> {
  const text = await readFile(electronFile(results), 'utf8').catch(() => null);
  if (text === null) return null;
  const found = JSON.parse(text) as Partial<DrivenElectron>;
  return found.version === undefined ? null : { version: found.version, kind: found.kind ?? '' };
}

function electronFile(results: string): string {
  return path.join(results, 'electron.json');
}
