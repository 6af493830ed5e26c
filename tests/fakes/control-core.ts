/**
 * A core that answers over both transports and can be told to misbehave, for tests of what main does then.
 * `session.signOut` ends it at once; FAKE_CORE=silent never gets ready, FAKE_CORE=stubborn ignores a shutdown.
 */
import type { EventEmitter } from 'node:events';
import { toCoreSchema, type FromCore, type ToCore } from '#shared/contract/core-process.ts';
import { emitterPort, type EmitterMessagePort } from '#shared/rpc/message-port.ts';
import { createRelayEnd, isEnvelope } from '#shared/rpc/relay.ts';
import { createSampleCore } from '#shared/rpc/sample-core.ts';
import { serveCore } from '#shared/rpc/server.ts';
import type { Port } from '#shared/rpc/frames.ts';

interface ParentPort extends EventEmitter {
  postMessage(message: unknown): void;
}

const parent = (process as unknown as { parentPort?: ParentPort }).parentPort;
const mood = process.env['FAKE_CORE'];
const quiet = { warn: () => undefined, error: () => undefined };
const core = createSampleCore(() => process.exit(3));
const relay = createRelayEnd((envelope) => void process.send?.(envelope));

function tell(message: FromCore): void {
  if (parent === undefined) process.send?.(message);
  else parent.postMessage(message);
}

function serve(port: Port): void {
  serveCore({ ...core, port, logger: quiet });
}

function obey(message: ToCore, port?: EmitterMessagePort): void {
  switch (message.control) {
    case 'connect':
      serve(port === undefined ? relay.connect(message.window) : emitterPort(port));
      break;
    case 'disconnect':
      relay.disconnect(message.window);
      break;
    case 'secret':
      tell({
        control: 'log',
        level: 'info',
        message: 'secret',
        fields: { value: message.value, kept: message.kept },
      });
      break;
    case 'render-preview':
      tell({ control: 'preview', id: message.id, html: `<h1>${message.story}</h1>` });
      break;
    case 'server-get':
      tell({ control: 'server', id: message.id, url: 'http://127.0.0.1:1/' });
      break;
    case 'shutdown':
      if (mood === 'stubborn') break;
      tell({ control: 'stopped' });
      setImmediate(() => process.exit(0));
      break;
  }
}

if (parent === undefined) {
  process.on('message', (message: unknown) => {
    if (isEnvelope(message)) relay.deliver(message);
    else obey(toCoreSchema.parse(message));
  });
  process.on('disconnect', () => process.exit(0));
} else {
  parent.on('message', ({ data, ports }: { data: unknown; ports: EmitterMessagePort[] }) =>
    obey(toCoreSchema.parse(data), ports[0]),
  );
}
if (mood !== 'silent') tell({ control: 'ready' });
tell({ control: 'secret-set', id: 1, name: 'token', value: 'rahasia' });
tell({ control: 'secret-get', id: 2, name: 'token' });
