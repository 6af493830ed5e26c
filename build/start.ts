/**
 * `npm start`: the sample newsroom on this machine, and the workstation signed in as its reporter.
 * A second `npm start -- --as editor` opens another laptop on the same server.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startDemo } from '#server/demo/start-demo.ts';
import { ROOT, say } from './bootstrap.mjs';
import { runMain } from './run-main.ts';
import {
  type RunningDemo,
  announceDemo,
  findRunningDemo,
  withdrawDemo,
} from './start/demo-file.ts';
import { DEFAULT_ROLE, hasDisplay, peopleTable, personFor } from './start/people.ts';
import { type Workstation, openWorkstation, prepareWorkstation } from './start/workstation.ts';

const HELP = `npm start [-- OPTIONS]

  --as WHO        the workstation signs in as: reporter (default), editor, photo, publisher, admin,
                  or a username. With a demo server running, opens one more window on it.
  --fresh         throws the demo's data away first
  --server-only   no window
  --port PORT     where the demo server listens
  --help

Data lives in .redaksi/ in the repository, or in the folder that REDAKSI_HOME names.
`;

const HEADLESS =
  'npm run story -- publish tests/fixtures/klaten-nanjing.txt --photo tests/fixtures/photos/klaten.jpg';

const PATIENCE_MS = 1_000;

interface Options {
  readonly as: string;
  readonly fresh: boolean;
  readonly serverOnly: boolean;
  readonly port: number | undefined;
}

await runMain(async () => {
  const options = readOptions();
  if (options === null) {
    process.stdout.write(HELP);
    return 0;
  }
  const home = path.resolve(process.env['REDAKSI_HOME'] ?? path.join(ROOT, '.redaksi'));
  const running = await findRunningDemo(home);
  if (running === null) return await runDemo(home, options);
  if (options.fresh) {
    throw new Error(
      `The demo server is running (${running.url}, process ${running.pid}): stop it with Ctrl-C first.`,
    );
  }
  if (options.serverOnly) {
    print(`The demo server is running already: ${running.url}\n${peopleTable(running.people)}`);
    return 0;
  }
  return await joinDemo(home, running, options);
});

function readOptions(): Options | null {
  const { values } = parseArgs({
    options: {
      as: { type: 'string', default: DEFAULT_ROLE },
      fresh: { type: 'boolean', default: false },
      'server-only': { type: 'boolean', default: false },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return null;
  return {
    as: values.as,
    fresh: values.fresh,
    serverOnly: values['server-only'],
    port: values.port === undefined ? undefined : readPort(values.port),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`--port wants a number from 1 to 65535, not "${text}".`);
}

/** One more window on the server that another `npm start` runs; ends with that window. */
async function joinDemo(home: string, demo: RunningDemo, options: Options): Promise<number> {
  if (!hasDisplay(process.platform, process.env)) {
    throw new Error('There is no display here, so no window can be opened.');
  }
  const person = personFor(demo.people, options.as);
  const electron = await prepareWorkstation();
  const window = openWorkstation(electron, home, demo.url, person);
  print(`Opened as ${person.name} on ${demo.url}.`);
  const code = await Promise.race([window.closed, stopSignal()]);
  await window.stop();
  return reportEnd(code, window);
}

async function runDemo(home: string, options: Options): Promise<number> {
  const withWindow = !options.serverOnly && hasDisplay(process.platform, process.env);
  const electron = withWindow ? await prepareWorkstation() : null;
  if (options.fresh) await rm(path.join(home, 'laptops'), { recursive: true, force: true });

  const stopped = stopSignal();
  const server = await startDemo({
    dataDir: path.join(home, 'server'),
    fresh: options.fresh,
    ...(options.port !== undefined && { port: options.port }),
  });
  try {
    const demo: RunningDemo = { pid: process.pid, url: server.url, people: server.people };
    await announceDemo(home, demo);
    print(`\nThe newsroom's server: ${demo.url}\n\n${peopleTable(demo.people)}\n`);
    print(`Data: ${home} (npm start -- --fresh begins anew)`);

    if (electron === null) {
      if (!options.serverOnly) {
        print(
          `\nThere is no display here, so no window was opened; the server runs. ` +
            `The whole way without a window:\n  ${HEADLESS}`,
        );
      }
      print('\nCtrl-C stops the server.');
      await stopped;
      return 0;
    }
    const person = personFor(demo.people, options.as);
    const window = openWorkstation(electron, home, demo.url, person);
    print(`\nThe workstation is open as ${person.name}. One more window, on a laptop of its own:`);
    print('  npm start -- --as editor\n  npm start -- --as photo\n\nCtrl-C stops everything.');
    const code = await Promise.race([window.closed, stopped]);
    if (code !== 'stop' && reportEnd(code, window) === 0) {
      print('The window was closed. The server goes on for other windows; Ctrl-C stops it.');
      await stopped;
    }
    await window.stop();
    return code === 'stop' ? 0 : code;
  } finally {
    say('Stopping ...');
    await withdrawDemo(home);
    await server.close();
  }
}

/** What a window that ended by itself has to say, when it did not end well. */
function reportEnd(code: number | 'stop', window: Workstation): number {
  if (code === 'stop' || code === 0) return 0;
  process.stderr.write(`The workstation ended with code ${code}:\n${window.lastWords()}\n`);
  return code;
}

/**
 * Resolves at the first Ctrl-C or its like. One key press may reach us twice (from the terminal and from
 * npm); only a later one means "now".
 */
async function stopSignal(): Promise<'stop'> {
  return await new Promise((resolve) => {
    let asked = Number.POSITIVE_INFINITY;
    const stop = () => {
      if (Date.now() - asked > PATIENCE_MS) process.exit(130);
      asked = Math.min(asked, Date.now());
      resolve('stop');
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  });
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
