/** Where downloaded runtimes live: outside the tree, so that a fresh clone finds them again. */
import path from 'node:path';

/**
 * The cache folder, by each system's own custom. `REDAKSI_CACHE` moves it.
 * @param env the process's environment
 * @param platform as in `process.platform`
 * @param home the user's home folder
 */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  home: string,
): string {
  if (env['REDAKSI_CACHE']) return path.resolve(env['REDAKSI_CACHE']);
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'redaksi');
  if (platform === 'win32') {
    return path.join(
      env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'),
      'redaksi',
      'Cache',
    );
  }
  // The XDG rule: a relative path there is to be ignored.
  const xdg = env['XDG_CACHE_HOME'];
  return path.join(xdg && path.isAbsolute(xdg) ? xdg : path.join(home, '.cache'), 'redaksi');
}
