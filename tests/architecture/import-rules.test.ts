import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileExists, importsOf, readAliases, readSourceTree } from './import-graph.ts';
import { SOURCE_FOLDERS, violations } from './import-rules.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ALIASES = readAliases(ROOT);

/** The violations in a tree that consists of these files. */
function violationsIn(files: Record<string, string>): string[] {
  return violations(importsOf(new Map(Object.entries(files)), ALIASES));
}

describe('the repository', () => {
  const imports = importsOf(readSourceTree(ROOT, SOURCE_FOLDERS), ALIASES);

  it('keeps the import rules of the design', () => {
    expect(violations(imports)).toEqual([]);
  });

  it('has its import graph read: aliases and relative paths both lead to files', () => {
    const inner = imports.filter(({ file }) => file !== null);
    expect(inner.filter(({ specifier }) => specifier.startsWith('#')).length).toBeGreaterThan(0);
    expect(inner.filter(({ specifier }) => specifier.startsWith('.')).length).toBeGreaterThan(0);
    const lost = inner.filter(({ file }) => !fileExists(ROOT, file ?? ''));
    expect(lost.map(({ from, specifier }) => `${from} -> ${specifier}`)).toEqual([]);
  });
});

describe('the check itself', () => {
  it('refuses to pass when there is nothing to read', () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'redaksi-empty-'));
    expect(() => readSourceTree(empty, SOURCE_FOLDERS)).toThrow('No source');
    rmSync(empty, { recursive: true });
  });

  it('accepts what the design allows', () => {
    expect(
      violationsIn({
        'shared/domain/seal.ts': "import { z } from 'zod'; export * from './version.ts';",
        'electron/main/main.ts': "import { app } from 'electron'; import '#shared/rpc/frames.ts';",
        'electron/core/host.ts': "import D from 'better-sqlite3'; import '#shared/domain/seal.ts';",
        'electron/cli/story.ts': "import '#core/host.ts'; import '#server/main.ts';",
        'renderer/editor/body.ts': "import { $getRoot } from 'lexical';",
        'renderer/features/desk/list.tsx': "import { open } from '../story/index.ts';",
        'server/api/app.test.ts': "import { clock } from '../../tests/fakes/clock.ts';",
        'tests/e2e/story.spec.ts': "import '#core/host.ts'; import '../../renderer/main.tsx';",
      }),
    ).toEqual([]);
  });

  it.each([
    ['shared importing core', 'shared/a.ts', "import '#core/db/open.ts';"],
    ['shared importing Node', 'shared/a.ts', "import fs from 'node:fs';"],
    ['main importing core by its alias', 'electron/main/a.ts', "import '#core/host.ts';"],
    ['main importing core relatively', 'electron/main/a.ts', "import '../core/host.ts';"],
    ['main running SQL', 'electron/main/a.ts', "import D from 'better-sqlite3';"],
    ['preload importing main', 'electron/preload/a.ts', "import '../main/ipc.ts';"],
    ['core importing the server', 'electron/core/a.ts', "import '#server/store/store.ts';"],
    ['core importing Electron', 'electron/core/a.ts', "import { app } from 'electron';"],
    ['the server importing core', 'server/a.ts', "import type { Db } from '#core/db/open.ts';"],
    ['the window importing core', 'renderer/a.ts', "export * from '../electron/core/host.ts';"],
    ['the window importing core late', 'renderer/a.ts', "await import('#core/host.ts');"],
    ['a worker from core', 'renderer/a.ts', "new URL('../electron/core/w.ts', import.meta.url);"],
    ['Lexical outside the editor', 'renderer/features/story/a.tsx', "import 'lexical';"],
    ['a Lexical package outside it', 'renderer/ui/a.tsx', "import '@lexical/react/useX';"],
    ['a feature by its back door', 'renderer/features/desk/a.ts', "import '../story/pen.ts';"],
    ['the app by a back door', 'renderer/main.tsx', "import './features/story/pen.ts';"],
    ['a source importing tests', 'server/a.ts', "import '../tests/fakes/clock.ts';"],
    ['build importing tests', 'build/a.ts', "import '../tests/fakes/clock.ts';"],
    ['a source importing a test', 'shared/a.ts', "import './b.test.ts';"],
    ['React in the server', 'server/a.ts', "import { useState } from 'react';"],
    ['a folder nobody named', 'plugins/a.ts', "import './b.ts';"],
  ])('goes red for %s', (_, file, text) => {
    expect(violationsIn({ [file]: text })).toHaveLength(1);
  });
});
