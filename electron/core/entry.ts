/**
 * The process that core lives in: an Electron utility process, where each window has a port of its own, or an external
 * Node, where main carries the frames over the IPC channel. Both take the same control messages.
 */
import path from 'node:path';
import { pino } from 'pino';
import {
  coreEnvironmentSchema,
  toCoreSchema,
  type FromCore,
  type ToCore,
} from '#shared/contract/core-process.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Port } from '#shared/rpc/frames.ts';
import { serveCore } from '#shared/rpc/server.ts';
import { createCore } from './host.ts';
import { askingSecrets } from './process/asking-secrets.ts';
import { connectParent } from './process/parent.ts';

/** Beside this program once it is built; from its source, the host knows. */
const BUILT_WORKER = path.resolve(import.meta.dirname, '../files/worker.js');

const environment = coreEnvironmentSchema.parse(process.env);
const logger = pino({ level: environment.REDAKSI_LOG_LEVEL, base: { part: 'core' } });
const parent = connectParent();
const secrets = askingSecrets((message) => parent.send(message));
const core = openCore();

parent.onControl((message, port) => {
  const parsed = toCoreSchema.safeParse(message);
  if (!parsed.success) {
    logger.warn('a control message that is not understood was ignored');
    return;
  }
  void obey(parsed.data, port);
});
parent.onGone(() => void stop());
process.on('SIGTERM', () => void stop());
parent.send({ control: 'ready' });

function openCore() {
  try {
    return createCore({
      dataDir: environment.REDAKSI_DATA_DIR,
      deviceName: environment.REDAKSI_DEVICE_NAME,
      logger,
      secrets: secrets.secrets,
      ...(import.meta.filename.endsWith('.ts') ? {} : { filesWorker: BUILT_WORKER }),
    });
  } catch (thrown) {
    logger.fatal({ err: thrown }, 'core could not start');
    throw thrown;
  }
}

async function obey(message: ToCore, port: Port | null): Promise<void> {
  switch (message.control) {
    case 'connect':
      if (port !== null) serve(port);
      break;
    case 'disconnect':
      break;
    case 'secret':
      secrets.answered(message);
      break;
    case 'render-preview':
      answerPreview(message.id, message.story);
      break;
    case 'server-get':
      parent.send({ control: 'server', id: message.id, url: core.server() });
      break;
    case 'shutdown':
      await stop();
      break;
    default:
      message satisfies never;
  }
}

function serve(port: Port): void {
  serveCore({
    port,
    handlers: core.handlers,
    onEvent: core.onEvent,
    logger,
    newTraceId: newId,
    checkOutputs: environment.REDAKSI_CHECK_OUTPUTS === '1',
  });
}

function answerPreview(
  id: number,
  story: Extract<ToCore, { control: 'render-preview' }>['story'],
): void {
  let html: string | null = null;
  try {
    html = core.draftPage(story);
  } catch (thrown) {
    logger.error({ err: thrown, story }, 'a preview could not be rendered');
  }
  parent.send({ control: 'preview', id, html } satisfies FromCore);
}

let stopping: Promise<void> | null = null;

/** Everything typed is committed already; this cuts it into versions and closes the file. */
function stop(): Promise<void> {
  stopping ??= (async () => {
    try {
      await core.close();
    } catch (thrown) {
      logger.error({ err: thrown }, 'core did not close in order');
    }
    parent.send({ control: 'stopped' });
    parent.end();
  })();
  return stopping;
}
