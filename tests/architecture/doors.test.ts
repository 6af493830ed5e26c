import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, it } from 'vitest';
import { type SourceTree, readSourceTree } from './import-graph.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Door {
  readonly name: string;
  readonly pattern: RegExp;
  /** The only places that may name it; a file or a folder that ends in `/`. */
  readonly only: readonly string[];
}

// Untyped ways between the processes. Each is wrapped once, with a type and a check of the sender.
const DOORS: readonly Door[] = [
  { name: 'ipcRenderer', pattern: /\bipcRenderer\b/, only: ['electron/preload/'] },
  { name: 'ipcMain', pattern: /\bipcMain\b/, only: ['electron/main/ipc.ts'] },
  { name: 'a send to a page', pattern: /\b(webContents|sender|mainFrame)\.send\b/, only: [] },
  { name: 'the remote module', pattern: /@electron\/remote/, only: [] },
];

/** Uses of a door outside of its place, as `file: door`. */
function openDoors(tree: SourceTree): string[] {
  return [...tree].flatMap(([file, text]) => {
    const code = withoutComments(file, text);
    return DOORS.filter(
      ({ pattern, only }) => pattern.test(code) && !only.some((place) => file.startsWith(place)),
    ).map(({ name }) => `${file}: ${name}`);
  });
}

function withoutComments(file: string, text: string): string {
  return parseSync(file, text).comments.reduceRight(
    (code, { start, end }) => code.slice(0, start) + code.slice(end),
    text,
  );
}

it('no file opens an untyped door between the processes', () => {
  expect(openDoors(readSourceTree(ROOT, ['shared', 'electron', 'renderer']))).toEqual([]);
});

it('goes red for each door, but not for a comment about one', () => {
  const tree = new Map([
    ['renderer/a.ts', 'window.ipcRenderer.send("x");'],
    ['electron/main/a.ts', "ipcMain.handle('x', f);"],
    ['electron/main/ipc.ts', "ipcMain.handle('x', f); // not webContents.send"],
    ['electron/main/b.ts', "window.webContents.send('x');"],
    ['electron/preload/a.ts', 'ipcRenderer.invoke("x");'],
  ]);
  expect(openDoors(tree)).toEqual([
    'renderer/a.ts: ipcRenderer',
    'electron/main/a.ts: ipcMain',
    'electron/main/b.ts: a send to a page',
  ]);
});
