/** What the shell keeps on disk: secrets, preferences, admitted files. Real files in a temporary folder. */
import {
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
  mkdir,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyStore } from '../../tests/fakes/electron.ts';
import { appPaths } from './app-paths.ts';
import { environment } from './environment.ts';
import { openInbox } from './incoming.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { createLog } from './log.ts';
import { openPreferences, preferencesSchema } from './preferences.ts';
import { openSecrets } from './secrets.ts';
import { findSystemSealer } from './system-sealer.ts';

vi.mock('electron', () => import('../../tests/fakes/electron.ts'));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'redaksi-shell-'));
});
afterEach(() => rm(folder, { recursive: true }));

const TOKEN = 'token-sangat-rahasia';

async function everythingOnDisk(): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const texts = await Promise.all(
    files.map((entry) => readFile(path.join(entry.parentPath, entry.name), 'latin1')),
  );
  return texts.join('\n');
}

describe('secrets', () => {
  beforeEach(() => {
    keyStore.backend = 'gnome_libsecret';
  });
  const open = () => openSecrets(folder, findSystemSealer);

  it('are kept by the system’s key store, over a restart, and never as plain text', async () => {
    await expect(open().set('token', TOKEN)).resolves.toEqual({ value: TOKEN, kept: true });
    await expect(open().get('token')).resolves.toEqual({ value: TOKEN, kept: true });
    const disk = await everythingOnDisk();
    expect(disk).not.toBe('');
    expect(disk).not.toContain(TOKEN);
    expect(disk).not.toContain(Buffer.from(TOKEN).toString('base64'));
  });

  it.runIf(process.platform === 'linux').each(['basic_text', 'unknown'] as const)(
    'live in memory alone where the key store is %s',
    async (backend) => {
      keyStore.backend = backend;
      const secrets = open();
      await expect(secrets.set('token', TOKEN)).resolves.toEqual({ value: TOKEN, kept: false });
      await expect(secrets.get('token')).resolves.toEqual({ value: TOKEN, kept: false });
      expect(await everythingOnDisk()).toBe('');
      await expect(open().get('token')).resolves.toEqual({ value: null, kept: false });
    },
  );

  it.runIf(process.platform === 'linux')(
    'that were kept are removed when the key store is gone and a new one comes',
    async () => {
      await open().set('token', TOKEN);
      keyStore.backend = 'basic_text';
      await open().set('token', 'baru');
      keyStore.backend = 'gnome_libsecret';
      await expect(open().get('token')).resolves.toMatchObject({ value: null });
    },
  );

  it('are forgotten when asked', async () => {
    await open().set('token', TOKEN);
    await open().set('token', null);
    await expect(open().get('token')).resolves.toEqual({ value: null, kept: true });
  });

  it('two written at once are both there', async () => {
    const secrets = open();
    await Promise.all([secrets.set('a', 'satu'), secrets.set('b', 'dua')]);
    await expect(open().get('a')).resolves.toMatchObject({ value: 'satu' });
    await expect(open().get('b')).resolves.toMatchObject({ value: 'dua' });
  });

  it('that another machine sealed are as good as none', async () => {
    const secrets = openSecrets(folder, async () => ({
      seal: async (text) => Buffer.from(text),
      open: async () => {
        throw new Error('wrong key');
      },
    }));
    await secrets.set('token', TOKEN);
    await expect(secrets.get('token')).resolves.toEqual({ value: null, kept: true });
  });
});

describe('preferences', () => {
  it('begin in the language of the system, Indonesian unless it is English', async () => {
    expect((await openPreferences(folder, 'en-GB')).get().language).toBe('en');
    expect((await openPreferences(folder, 'id')).get()).toEqual({
      theme: 'system',
      language: 'id',
    });
    expect((await openPreferences(folder, 'fr')).get().language).toBe('id');
  });
  it('stay over a restart; of many choices the last', async () => {
    const store = await openPreferences(folder, 'id');
    await Promise.all([
      store.set({ theme: 'light', language: 'id' }),
      store.set({ theme: 'dark', language: 'en' }),
    ]);
    expect((await openPreferences(folder, 'id')).get()).toEqual({ theme: 'dark', language: 'en' });
  });
  it('that are damaged or of another shape are as good as none', async () => {
    const file = path.join(folder, 'preferences.json');
    for (const text of ['', '{', '[]', '{"theme":"pink","language":"id"}', 'null']) {
      await writeFile(file, text);
      await expect(readJsonFile(file, preferencesSchema)).resolves.toBeNull();
    }
  });
  it('a write that fails leaves the old value and no rubbish', async () => {
    const file = path.join(folder, 'x.json');
    await writeJsonFile(file, { a: 1 });
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    await expect(writeJsonFile(file, loop)).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['x.json']);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ a: 1 });
  });
});

describe('files that a person drops, picks or pastes', () => {
  const inbox = () => openInbox(path.join(folder, 'data'));
  async function jpeg(): Promise<Buffer> {
    return await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c33' } })
      .jpeg()
      .toBuffer();
  }
  async function place(name: string, bytes: Uint8Array | string): Promise<string> {
    const file = path.join(folder, name);
    await writeFile(file, bytes);
    return file;
  }
  const incoming = (): Promise<string[]> =>
    readdir(path.join(folder, 'data', 'incoming')).catch(() => []);

  it('a photo is copied byte by byte under a ticket, and the original stays', async () => {
    const bytes = await jpeg();
    const file = await place('Foto Banjir.JPG', bytes);
    const answer = await inbox().admitFile(file);
    expect(answer).toMatchObject({ ok: true, fileName: 'Foto Banjir.JPG' });
    if (!answer.ok) return;
    expect(answer.admitted).toMatch(/^[0-9a-f]{32}$/);
    const copy = await readFile(path.join(folder, 'data', 'incoming', answer.admitted));
    expect(copy.equals(bytes)).toBe(true);
    expect((await readFile(file)).equals(bytes)).toBe(true);
  });
  it('a larger photo than one piece of copying arrives whole', async () => {
    const bytes = Buffer.concat([await jpeg(), Buffer.alloc(2_500_000, 7)]);
    const answer = await inbox().admitFile(await place('besar.jpg', bytes));
    if (!answer.ok) throw new Error(answer.why);
    const copy = await readFile(path.join(folder, 'data', 'incoming', answer.admitted));
    expect(copy.equals(bytes)).toBe(true);
  });
  it.each([
    ['a page named as a photo', '<html><script>x</script></html>'],
    ['an SVG, which can hold a script', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['an empty file', ''],
    ['a text', 'Pemkot Klaten menerima tamu'],
  ])('%s is refused and leaves nothing', async (_what, content) => {
    const answer = await inbox().admitFile(await place('x.jpg', content));
    expect(answer).toEqual({ ok: false, why: 'not-a-photo' });
    expect(await incoming()).toEqual([]);
  });
  it('a folder, a missing file and a device are unreadable, not a fault', async () => {
    for (const file of [folder, path.join(folder, 'no.jpg'), '/dev/null']) {
      await expect(inbox().admitFile(file)).resolves.toEqual({ ok: false, why: 'unreadable' });
    }
  });
  it('a file over the limit is refused before a byte is copied', async () => {
    const file = await place('raksasa.jpg', await jpeg());
    const { truncate } = await import('node:fs/promises');
    await truncate(file, 100_000_001);
    await expect(inbox().admitFile(file)).resolves.toEqual({ ok: false, why: 'too-large' });
    expect(await incoming()).toEqual([]);
  });
  it('a pasted picture is admitted by its bytes, whatever its name says', async () => {
    const answer = await inbox().admitBytes(await jpeg(), '../../etc/passwd');
    expect(answer).toMatchObject({ ok: true, fileName: 'passwd' });
    await expect(inbox().admitBytes(Buffer.from('x'), 'x.png')).resolves.toMatchObject({
      ok: false,
    });
  });
  it('a link to a photo is followed to its content, which is then ours', async () => {
    const file = await place('asli.jpg', await jpeg());
    const link = path.join(folder, 'tautan.jpg');
    await symlink(file, link);
    await expect(inbox().admitFile(link)).resolves.toMatchObject({ ok: true });
  });
  it('what was never imported is swept after a day', async () => {
    const data = path.join(folder, 'data', 'incoming');
    await mkdir(data, { recursive: true });
    await writeFile(path.join(data, 'old'), 'x');
    await writeFile(path.join(data, 'new'), 'x');
    const now = new Date();
    await utimes(path.join(data, 'old'), now, new Date(now.getTime() - 90_000_000));
    await inbox().sweep(now);
    expect(await incoming()).toEqual(['new']);
  });
  it('a full disk is said as such', async () => {
    const inFull = openInbox('/dev/full');
    const answer = await inFull.admitBytes(await jpeg(), 'x.jpg');
    expect(answer.ok).toBe(false);
  });
});

describe('where things lie', () => {
  it('a chosen data folder has its own shell folder, and so its own lock and secrets', () => {
    const one = appPaths('/app/dist', '/home/a/.config/redaksi', '/srv/satu');
    const two = appPaths('/app/dist', '/home/a/.config/redaksi', '/srv/dua');
    expect(one.shell).toBe(path.resolve('/srv/satu/shell'));
    expect(two.shell).not.toBe(one.shell);
    expect(appPaths('/app/dist', '/home/a/x', '').data).toBe(path.resolve('/home/a/x/newsroom'));
  });
  it('the environment is read once, and nonsense in it is ignored', () => {
    expect(environment({ REDAKSI_LOG_LEVEL: 'loud', REDAKSI_DATA_DIR: '' })).toMatchObject({
      logLevel: 'info',
      dataDir: undefined,
    });
    expect(environment({ REDAKSI_LOG_LEVEL: 'warn', REDAKSI_DATA_DIR: '/x' })).toMatchObject({
      logLevel: 'warn',
      dataDir: '/x',
    });
  });
  it('the log writes what is asked for, errors with their message', () => {
    const lines: string[] = [];
    const log = createLog(
      'warn',
      (line) => void lines.push(line),
      () => new Date(0),
    );
    log.info({}, 'quiet');
    log.error({ err: new Error('boom') }, 'loud');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      message: 'loud',
      err: { message: 'boom' },
    });
  });
});
