import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readSources, stampOf } from './stamp.ts';

const files = (entries: Record<string, string>) =>
  new Map(Object.entries(entries).map(([name, text]) => [name, new TextEncoder().encode(text)]));

it('gives one stamp for the same files, in whatever order they were found', () => {
  expect(stampOf(files({ a: '1', b: '2' }))).toBe(stampOf(files({ b: '2', a: '1' })));
});

it.each([
  ['a changed content', { a: '1', b: '3' }],
  ['a new file', { a: '1', b: '2', c: '' }],
  ['a removed file', { a: '1' }],
  ['a renamed file', { a: '1', c: '2' }],
  ['content moved from one file to the next', { a: '12', b: '' }],
])('changes with %s', (_, changed) => {
  expect(stampOf(files(changed))).not.toBe(stampOf(files({ a: '1', b: '2' })));
});

it('reads sources and leaves their tests out', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'redaksi-stamp-'));
  mkdirSync(path.join(root, 'shared/domain'), { recursive: true });
  for (const name of ['seal.ts', 'seal.test.ts', 'seal.css']) {
    writeFileSync(path.join(root, 'shared/domain', name), name);
  }
  expect([...readSources(root, ['shared/**/*']).keys()].sort()).toEqual([
    path.join('shared', 'domain', 'seal.css'),
    path.join('shared', 'domain', 'seal.ts'),
  ]);
  rmSync(root, { recursive: true });
});
