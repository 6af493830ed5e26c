/**
 * What the registry runtime starts with: runs the app whose folder is the first plain argument, as
 * Electron's own default app does for `electron FOLDER`. The runtime comes without one.
 */
import { app } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const folderArgument = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
const folder = folderArgument === undefined ? undefined : path.resolve(folderArgument);
const manifest = folder === undefined ? undefined : path.join(folder, 'package.json');

if (folder === undefined || manifest === undefined || !existsSync(manifest)) {
  process.stderr.write('Usage: electron APP_FOLDER [ARGS...], with a package.json in the folder\n');
  app.exit(2);
} else {
  const { name, productName, version, main } = JSON.parse(readFileSync(manifest, 'utf8'));
  app.setName(productName ?? name);
  if (version) app.setVersion(version);
  app.setAppPath(folder);
  // As Electron does for an app of its own: the user data folder carries the app's name.
  app.setPath('userData', path.join(app.getPath('appData'), productName ?? name));
  try {
    // Awaited here, so that Electron is not "ready" before the app has registered its protocols.
    await import(pathToFileURL(path.join(folder, main ?? 'index.js')).href);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    app.exit(1);
  }
}
