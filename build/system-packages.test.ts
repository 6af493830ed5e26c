import { describe, expect, it } from 'vitest';
import {
  availablePackages,
  describeMissing,
  fontNeed,
  missingLibraries,
  needsForLibraries,
  screenNeed,
} from './system-packages.ts';

const LDD = `
	linux-vdso.so.1 (0x00007fff4a5d2000)
	libffmpeg.so => /opt/electron/./libffmpeg.so (0x00007f0e5d000000)
	libnss3.so => not found
	libnssutil3.so => not found
	libgtk-3.so.0 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f0e5cc00000)
	libgtk-3.so.0 => not found
	/lib64/ld-linux-x86-64.so.2 (0x00007f0e6a9d8000)
`;

describe('missingLibraries', () => {
  it('reads from ldd what was not found, each once', () => {
    expect(missingLibraries(LDD)).toEqual(['libnss3.so', 'libnssutil3.so', 'libgtk-3.so.0']);
  });

  it('finds nothing where nothing is missing', () => {
    expect(missingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x0)\n')).toEqual([]);
  });
});

describe('needsForLibraries', () => {
  it('asks once for a package that brings several libraries', () => {
    const needs = needsForLibraries(['libnss3.so', 'libnssutil3.so', 'libgtk-3.so.0']);
    expect(needs.map(({ packages }) => packages.at(-1))).toEqual(['libnss3', 'libgtk-3-0']);
  });

  it('keeps libraries that no row knows, so that they are named to the user', () => {
    expect(needsForLibraries(['libnew.so.1', 'libnewer.so.1'])).toHaveLength(2);
  });
});

describe('availablePackages', () => {
  const needs = [...needsForLibraries(['libgtk-3.so.0']), screenNeed, fontNeed];

  it('takes the new name where the release has it', () => {
    expect(availablePackages(needs, () => true)[0]).toBe('libgtk-3-0t64');
  });

  it('takes the old name on Debian 12', () => {
    expect(availablePackages(needs, (name) => !name.endsWith('t64'))).toEqual([
      'libgtk-3-0',
      'xvfb',
      'fonts-dejavu-core',
    ]);
  });

  it('still names something before the package lists were ever fetched', () => {
    expect(availablePackages(needs, () => false)).toContain('libgtk-3-0');
  });
});

describe('describeMissing', () => {
  it('is one line with the exact command', () => {
    const line = describeMissing([screenNeed], ['xvfb']);
    expect(line).toContain('apt-get update && apt-get install --yes xvfb');
    expect(line).not.toContain('\n');
  });

  it('names what is missing where there is no apt', () => {
    expect(describeMissing([screenNeed, fontNeed], null)).toContain('Xvfb, a font');
  });
});
