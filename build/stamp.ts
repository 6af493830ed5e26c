/** Whether something built is still what its sources would give: one hash over all of them. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A hash over names and contents. The order in which the files were found does not matter. */
export function stampOf(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256');
  for (const name of [...files.keys()].sort()) {
    const content = files.get(name) ?? new Uint8Array();
    hash.update(`${name}\0${content.byteLength}\0`);
    hash.update(content);
  }
  return hash.digest('hex');
}

/** Reads the files that the patterns find below `root`; tests and their fixtures do not count. */
export function readSources(root: string, patterns: readonly string[]): Map<string, Uint8Array> {
  const found = globSync([...patterns], { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  return new Map(found.map((name) => [name, readFileSync(path.join(root, name))]));
}
