import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const VERSION = '0.52.0';
const ROOT = path.resolve(import.meta.dirname, '../..');

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
}

function isLexical(name: string): boolean {
  return name === 'lexical' || name.startsWith('@lexical/');
}

// Two copies of Lexical break at run time: a node made by one is not a node to the other.
it('installs every Lexical package once, all of one version', () => {
  const { packages } = readJson('package-lock.json') as {
    packages: Record<string, { version?: string }>;
  };
  const installed = Object.entries(packages).flatMap(([place, { version }]) => {
    const name = place.split('node_modules/').at(-1) ?? '';
    return isLexical(name) ? [{ name, version }] : [];
  });
  expect(installed.length).toBeGreaterThan(1);
  expect(installed.filter(({ version }) => version !== VERSION)).toEqual([]);
  expect(new Set(installed.map(({ name }) => name)).size).toBe(installed.length);
});

it('pins that version, also for packages that come along', () => {
  const { dependencies, overrides } = readJson('package.json') as Record<
    'dependencies' | 'overrides',
    Record<string, string>
  >;
  const pinned = Object.entries(dependencies).filter(([name]) => isLexical(name));
  expect(pinned.length).toBeGreaterThan(0);
  expect(pinned.filter(([, version]) => version !== VERSION)).toEqual([]);
  for (const [name] of pinned) expect(overrides[name]).toBe(`$${name}`);
});
