import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from './bootstrap.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'redaksi-run-'));
afterAll(() => rmSync(folder, { recursive: true }));

const runner = path.join(ROOT, 'build/run.mjs');

/** A TypeScript file outside the repository; the runner takes paths from its root. */
function script(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return path.relative(ROOT, file);
}

describe('node build/run.mjs', () => {
  it('runs TypeScript under Node 24 with arguments, standard input and exit code', () => {
    const file = script(
      'echo.ts',
      `let text: string = '';
       for await (const part of process.stdin) text += part;
       console.log(JSON.stringify([process.versions.node.split('.')[0], process.argv.slice(2), text]));
       process.exitCode = 7;`,
    );
    const run = spawnSync(process.execPath, [runner, file, '--json', 'dua kata'], {
      input: 'berita',
      encoding: 'utf8',
    });
    // Standard output is the script's alone: nothing of the set-up may stand in its JSON.
    expect(JSON.parse(run.stdout)).toEqual(['24', ['--json', 'dua kata'], 'berita']);
    expect(run.status).toBe(7);
  });

  it('passes signals on, and waits for the clean end', async () => {
    const file = script(
      'wait.ts',
      `process.on('SIGTERM', () => { console.log('clean'); process.exit(3); });
       setInterval(() => {}, 1000);
       console.log('ready');`,
    );
    const run = spawn(process.execPath, [runner, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    run.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output === 'ready\n') run.kill('SIGTERM');
    });
    const [code] = (await once(run, 'close')) as [number];
    expect(output).toBe('ready\nclean\n');
    expect(code).toBe(3);
  });

  it('says how it is used when it is given nothing to run', () => {
    const run = spawnSync(process.execPath, [runner], { encoding: 'utf8' });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('Usage');
  });
});
