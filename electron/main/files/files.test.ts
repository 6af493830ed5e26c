/** Files that leave the workstation: only where a person chose, whole or not at all. */
import {
  mkdtemp,
  mkdir,
  readdir,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { escapeForHeader } from './header-text.ts';
import { openOutgoing } from './outgoing.ts';
import { putInPlace } from './put-in-place.ts';
import { savedEnding, withEnding } from './save-name.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'redaksi-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const TICKET = '0123456789abcdef'.repeat(2);
const bytes = new TextEncoder().encode('Pemkot Klaten menerima tamu');

describe('a saved file', () => {
  it('is whole, and nothing else is left beside it', async () => {
    const target = path.join(folder, 'naskah.txt');
    await writeFile(target, 'yang lama');
    expect(await putInPlace(target, bytes)).toBe('saved');
    expect(await readFile(target)).toEqual(Buffer.from(bytes));
    expect(await readdir(folder)).toEqual(['naskah.txt']);
  });
  it('that can not be written leaves what was there, and says why', async () => {
    await mkdir(path.join(folder, 'naskah.txt'));
    expect(await putInPlace(path.join(folder, 'naskah.txt'), bytes)).toBe('not-writable');
    expect(await putInPlace(path.join(folder, 'tidak ada', 'x.txt'), bytes)).toBe('not-writable');
    expect(await readdir(folder)).toEqual(['naskah.txt']);
  });
  it('over a link replaces the link, never what it points to', async () => {
    const precious = path.join(folder, 'berharga');
    await writeFile(precious, 'tetap');
    await symlink(precious, path.join(folder, 'naskah.txt'));
    expect(await putInPlace(path.join(folder, 'naskah.txt'), bytes)).toBe('saved');
    expect(await readFile(precious, 'utf8')).toBe('tetap');
  });
});

describe('what core has written', () => {
  it('is found by its ticket and by nothing else', async () => {
    await mkdir(path.join(folder, 'outgoing'));
    await writeFile(path.join(folder, 'outgoing', TICKET), bytes);
    await writeFile(path.join(folder, 'rahasia'), 'kata sandi');
    const outgoing = openOutgoing(folder);
    const target = path.join(folder, 'keluar.txt');
    for (const ticket of [
      '../rahasia',
      '..%2frahasia',
      '',
      '0'.repeat(32),
      `${TICKET}/../../rahasia`,
    ])
      expect(await outgoing.place(ticket, target)).toBe('failed');
    expect(await readdir(folder)).not.toContain('keluar.txt');
    expect(await outgoing.place(TICKET, target)).toBe('saved');
    await outgoing.forget(TICKET);
    expect(await readdir(path.join(folder, 'outgoing'))).toEqual([]);
  });
  it('is a page only when it has the shape of one', async () => {
    await mkdir(path.join(folder, 'outgoing'));
    const outgoing = openOutgoing(folder);
    const place = path.join(folder, 'outgoing', TICKET);
    await writeFile(place, '<html>');
    expect(await outgoing.page(TICKET)).toBeNull();
    const job = { html: '<p>x', running: 'Judul', state: 'KONSEP', language: 'id' };
    await writeFile(place, JSON.stringify(job));
    expect(await outgoing.page(TICKET)).toEqual(job);
  });
  it('and nobody fetched is swept after a day', async () => {
    await mkdir(path.join(folder, 'outgoing'));
    const now = new Date();
    for (const name of ['old', 'new']) await writeFile(path.join(folder, 'outgoing', name), 'x');
    await utimes(path.join(folder, 'outgoing', 'old'), now, new Date(now.getTime() - 90_000_000));
    await openOutgoing(folder).sweep(now);
    expect(await readdir(path.join(folder, 'outgoing'))).toEqual(['new']);
  });
});

describe('a proposed name', () => {
  it.each([
    ['Bupati Klaten Teken Kerja Sama.docx', 'docx'],
    ['naskah.PDF', 'pdf'],
    ['naskah.exe', null],
    ['naskah', null],
    ['../naskah.txt', null],
    ['C:\\naskah.txt', null],
    ['a/b.md', null],
    ['.docx', null],
  ])('%s is saved as %s', (name, ending) => {
    expect(savedEnding(name)).toBe(ending);
  });
  it('keeps its ending when a person leaves it out', () => {
    expect(withEnding('/rumah/naskah', 'docx')).toBe('/rumah/naskah.docx');
    expect(withEnding('/rumah/naskah.DOCX', 'docx')).toBe('/rumah/naskah.DOCX');
    expect(withEnding('/rumah/naskah.txt', 'docx')).toBe('/rumah/naskah.txt.docx');
  });
});

it('a headline in the margin of a page can open no tag', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (text) => {
      expect(escapeForHeader(`${text}<img src=x onerror=1>"'\``)).not.toMatch(/[<>"'`]/);
    }),
  );
});
