/** The floor: a bare editable element with the same text and pictures, in a window of the same Electron. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PhotoHash } from '#shared/domain/ids.ts';
import { photoPath } from '#shared/contract/media-paths.ts';
import type { LongBody } from './manuscript.ts';

export const FLOOR_BODY = '[contenteditable="true"]';

/** Writes an Electron app that opens an empty window of this size. */
export function writeFloorApp(folder: string, size: WindowSize): string {
  const app = join(folder, 'floor-app');
  mkdirSync(app, { recursive: true });
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'floor', version: '1.0.0', main: 'main.cjs' }),
  );
  writeFileSync(
    join(app, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.setPath('userData', ${JSON.stringify(join(folder, 'floor-data'))});
app.whenReady().then(() => {
  const window = new BrowserWindow({
    useContentSize: true, width: ${size.width}, height: ${size.height},
    webPreferences: { sandbox: true, spellcheck: false },
  });
  window.loadURL('about:blank');
});
`,
  );
  return app;
}

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** The page, as a file; gives back its address. Column, size of the text and line height are the workstation's. */
export function writeFloorPage(folder: string, body: LongBody, laptop: string): string {
  const file = join(folder, 'floor.html');
  const uses = new Map(body.photoUses.map((use) => [use.id, use]));
  const picture = (hash: PhotoHash): string =>
    pathToFileURL(join(laptop, photoPath(hash, 'preview'))).href;
  const blocks = body.blocks.map((block) => {
    if (block.kind === 'photo') {
      const photo = uses.get(block.photoUse)?.photo ?? null;
      return photo === null
        ? ''
        : `<figure contenteditable="false"><img src="${picture(photo)}" width="640" height="427"></figure>`;
    }
    if (!('runs' in block)) return '';
    const text = block.runs.map((run) => run.text).join('');
    return block.kind === 'heading' ? `<h2>${text}</h2>` : `<p>${text}</p>`;
  });
  writeFileSync(
    file,
    `<!doctype html><meta charset="utf-8"><style>
html, body { margin: 0; height: 100%; }
.write { height: 100%; overflow-y: auto; }
.body { max-width: 700px; margin: 0 auto; font: 18px/1.62 serif; }
</style><div class="write"><div class="body" contenteditable="true" spellcheck="false">${blocks.join('')}</div></div>`,
  );
  return pathToFileURL(file).href;
}
