/** Facts about Electron releases on which set-up decides. Pure. */

/** Electron 35 is the first with Node 22 inside; better-sqlite3 needs that. */
const FIRST_ELECTRON_WITH_NODE_22 = 35;

/** Whether core must run in a Node of its own, because the one inside this Electron is too old. */
export function needsOuterNode(electronVersion: string): boolean {
  return Number(electronVersion.split('.')[0]) < FIRST_ELECTRON_WITH_NODE_22;
}

/** The executable's path inside an unpacked Electron. */
export function executableIn(folder: string, platform: string): string {
  if (platform === 'darwin') return `${folder}/Electron.app/Contents/MacOS/Electron`;
  return `${folder}/${platform === 'win32' ? 'electron.exe' : 'electron'}`;
}

/**
 * Arguments for Chromium's own sandbox. It refuses to start as root, and cannot start where the system
 * forbids user namespaces. The renderer stays `sandbox: true` in either case.
 */
export function sandboxArguments(machine: {
  readonly platform: string;
  readonly root: boolean;
  readonly userNamespaces: boolean;
}): readonly string[] {
  if (machine.platform !== 'linux') return [];
  return machine.root || !machine.userNamespaces ? ['--no-sandbox'] : [];
}
