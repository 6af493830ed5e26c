/**
 * The window in a plain browser, over a core in memory: for looking at it while it is made, and for tests of what a
 * browser alone can show. Never shipped. `?as=zainal&lang=en&theme=dark&sync=offline&empty&nodisk`
 */
import '../../renderer/ui/fonts.css';
import '../../renderer/ui/tokens.css';
import '../../renderer/ui/base.css';
import { createRoot } from 'react-dom/client';
import type { Preferences, ShellBridge } from '#shared/contract/shell.ts';
import { storyIdSchema, type PhotoHash } from '#shared/domain/ids.ts';
import { renderDraftPage } from '#shared/render/story-page.ts';
import { createCoreClient } from '#shared/rpc/client.ts';
import { memoryPortPair } from '#shared/rpc/memory-port.ts';
import { serveCore } from '#shared/rpc/server.ts';
import { replaceAddresses } from '../../renderer/newsroom/media.ts';
import { App } from '../../renderer/shell/App.tsx';
import { fakeShellFiles } from './fake-files.ts';
import { createFakeCore, type FakeOptions } from './fake-core.ts';
import { NEWSROOM, PHOTOS } from './newsroom.ts';

const wish = new URLSearchParams(location.search);
const as = wish.get('as') ?? 'laili';
const fake = createFakeCore({
  person: NEWSROOM.people.find((person) => person.username === as) ?? null,
  sync: (wish.get('sync') as FakeOptions['sync'] | null) ?? 'pending',
  empty: wish.has('empty'),
});

const photo = (hash: PhotoHash): string => PHOTOS.get(hash)?.url ?? '';
const page = (id: string): string => {
  const article = fake.article(storyIdSchema.parse(id));
  const site = NEWSROOM.sites[0];
  if (article === undefined || site === undefined) return '';
  const html = renderDraftPage({
    article,
    site,
    publishedAt: new Date().toISOString(),
    timeZone: 'Asia/Jakarta',
    photoSource: (hash) => ({
      url: new URL(photo(hash), location.href).href,
      width: 1600,
      height: 1067,
      renditions: [
        { url: new URL(photo(hash), location.href).href, width: 1600, mediaType: 'image/jpeg' },
      ],
    }),
    storyLink: () => null,
  });
  return URL.createObjectURL(new Blob([html], { type: 'text/html' }));
};
replaceAddresses({
  photo,
  draft: page,
  live: (url) => page(url.split('/').at(-1) ?? ''),
});

const [mine, theirs] = memoryPortPair();
serveCore({
  port: theirs,
  handlers: fake.handlers,
  onEvent: fake.onEvent,
  logger: { warn: console.warn, error: console.error },
  newTraceId: () => 'harness',
  checkOutputs: true,
});
const core = createCoreClient(mine);

let preferences: Preferences = {
  theme: (wish.get('theme') as Preferences['theme'] | null) ?? 'light',
  language: (wish.get('lang') as Preferences['language'] | null) ?? 'id',
};
const shell: ShellBridge = {
  capabilities: { nativeFiles: false, platform: 'web' },
  connectCore: () => Promise.reject(new Error('the harness has its own core')),
  admitFile: async (file) => ({ ok: true, admitted: 'harness', fileName: file.name }),
  files: fakeShellFiles,
  openExternal: async () => true,
  preferences: async () => preferences,
  setPreferences: async (next) => {
    preferences = next;
  },
  onBeforeClose: () => undefined,
  onMenu: () => undefined,
};

await core.ready;
const place = document.getElementById('window');
if (place !== null) {
  createRoot(place).render(
    <App
      platform={{
        core,
        shell,
        onCoreRestart: () => () => undefined,
        onCoreLink: () => () => undefined,
      }}
      preferences={preferences}
    />,
  );
}
