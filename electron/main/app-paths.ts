/** Where everything lies: the built parts beside this file, and the person's own data. */
import path from 'node:path';

export interface AppPaths {
  /** Database, photos, incoming: the newsroom on this laptop. Core's folder. */
  readonly data: string;
  /** Chromium's own files, preferences, secrets: the shell's folder. */
  readonly shell: string;
  readonly renderer: string;
  readonly preload: string;
  readonly core: string;
}

/**
 * @param dist the folder with the built parts (`main/` lies in it).
 * @param userData where the system wants this program's files.
 * @param chosen REDAKSI_DATA_DIR: a data folder of the person's own choice.
 */
export function appPaths(dist: string, userData: string, chosen: string | undefined): AppPaths {
  const data = chosen === undefined || chosen === '' ? path.join(userData, 'newsroom') : chosen;
  return {
    data: path.resolve(data),
    // One shell folder a data folder, so that two newsrooms on one machine share neither lock nor secrets.
    shell: path.join(path.resolve(data), 'shell'),
    renderer: path.join(dist, 'renderer'),
    preload: path.join(dist, 'preload', 'preload.cjs'),
    core: path.join(dist, 'core', 'host.js'),
  };
}
