/** A virtual screen for tests: started by us, on a display number it picks itself, stopped by us. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

const START_MS = 15_000;

export interface VirtualScreen {
  /** For the DISPLAY variable, as `:99`. */
  readonly display: string;
  stop(): Promise<void>;
}

/** Starts Xvfb; it says on file descriptor 3 which display it took once it takes clients. */
export async function startVirtualScreen(
  { width, height } = { width: 1440, height: 900 },
): Promise<VirtualScreen> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  // Ours alone, so ours to end: also when the tests end in a way nobody foresaw.
  const killServer = () => void server.kill('SIGKILL');
  process.once('exit', killServer);
  let complaint = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const number = await Promise.race([
    firstLine(server.stdio[3] as Readable),
    once(server, 'exit').then(() => null),
    once(server, 'error').then(() => null),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), START_MS).unref()),
  ]).catch(() => null);
  if (number === null) {
    server.kill('SIGKILL');
    throw new Error(`The virtual screen (Xvfb) did not start. ${complaint.trim()}`);
  }
  return {
    display: `:${number}`,
    async stop() {
      process.off('exit', killServer);
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
    },
  };
}

async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    text += chunk as string;
    const end = text.indexOf('\n');
    if (end >= 0) return text.slice(0, end).trim();
  }
  throw new Error('closed');
}
