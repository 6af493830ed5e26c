export interface ProcessFacts {
  readonly argv: readonly string[];
  readonly packaged: boolean;
}

/**
 * Whether Chromium's sandbox is demanded for every process. SECURITY: always, but for tests as root: there Chromium
 * refuses to start without `--no-sandbox`, and demanding the sandbox would take that switch back. A packaged
 * workstation listens to no such switch. Windows say `sandbox: true` of themselves in either case.
 */
export function demandsSandbox({ argv, packaged }: ProcessFacts): boolean {
  return packaged || !argv.includes('--no-sandbox');
}
