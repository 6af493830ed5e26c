import { describe, expect, it } from 'vitest';
import { cacheFolder } from './cache.ts';
import { needsOuterNode, sandboxArguments } from './facts.ts';
import { releaseUrl } from './official-runtime.ts';
import { progressLines } from './progress.ts';
import { placeInRuntime, registryRuntimeFits } from './registry-runtime.ts';

describe('cacheFolder', () => {
  it.each([
    ['the home folder', {}, 'linux', '/home/sari/.cache/redaksi'],
    ['XDG', { XDG_CACHE_HOME: '/var/c' }, 'linux', '/var/c/redaksi'],
    [
      'a relative XDG, which the rule says to ignore',
      { XDG_CACHE_HOME: 'c' },
      'linux',
      '/home/sari/.cache/redaksi',
    ],
    ['our own variable before all', { REDAKSI_CACHE: '/c', XDG_CACHE_HOME: '/x' }, 'linux', '/c'],
    ['macOS', {}, 'darwin', '/home/sari/Library/Caches/redaksi'],
  ])('follows %s', (_, env, platform, expected) => {
    expect(cacheFolder(env, platform, '/home/sari')).toBe(expected);
  });
});

it('core needs a Node of its own only where Electron has Node 20', () => {
  expect(needsOuterNode('33.2.1')).toBe(true);
  expect(needsOuterNode('34.5.8')).toBe(true);
  expect(needsOuterNode('35.0.0')).toBe(false);
  expect(needsOuterNode('45.4.1')).toBe(false);
});

it.each([
  ['as root', { platform: 'linux', root: true, userNamespaces: true }, ['--no-sandbox']],
  [
    'without user namespaces',
    { platform: 'linux', root: false, userNamespaces: false },
    ['--no-sandbox'],
  ],
  ['as an ordinary user', { platform: 'linux', root: false, userNamespaces: true }, []],
  ['on macOS', { platform: 'darwin', root: false, userNamespaces: false }, []],
] as const)("Chromium's sandbox %s", (_, machine, expected) => {
  expect(sandboxArguments(machine)).toEqual(expected);
});

describe('placeInRuntime', () => {
  it('renames the executable and keeps what Electron needs', () => {
    expect(placeInRuntime('Cypress/Cypress')).toBe('electron');
    expect(placeInRuntime('Cypress/locales/id.pak')).toBe('locales/id.pak');
  });

  it('leaves out the foreign app and its snapshot', () => {
    expect(placeInRuntime('Cypress/resources/app/index.js')).toBeNull();
    expect(placeInRuntime('Cypress/browser_v8_context_snapshot.bin')).toBeNull();
    expect(placeInRuntime('elsewhere/file')).toBeNull();
  });
});

it('the registry runtime is for linux-x64 alone', () => {
  expect(registryRuntimeFits('linux', 'x64')).toBe(true);
  expect(registryRuntimeFits('linux', 'arm64')).toBe(false);
  expect(registryRuntimeFits('darwin', 'x64')).toBe(false);
});

it('the release comes from a mirror where one is named', () => {
  expect(releaseUrl('45.4.1', { ELECTRON_MIRROR: 'http://mirror.test/e' })).toMatch(
    /^http:\/\/mirror\.test\/e\/v45\.4\.1\/electron-v45\.4\.1-.+\.zip$/,
  );
});

it('progress says each tenth once', () => {
  const lines: string[] = [];
  const progress = progressLines((line) => void lines.push(line.trim()));
  for (let received = 1; received <= 100; received += 1) progress(received, 100);
  expect(lines).toHaveLength(10);
  expect(lines.at(-1)).toMatch(/^100 %/);
});
