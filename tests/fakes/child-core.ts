/** A process that serves the sample core over its IPC channel, as core does where main relays. */
import { createRelayEnd, isEnvelope } from '#shared/rpc/relay.ts';
import { createSampleCore } from '#shared/rpc/sample-core.ts';
import { serveCore } from '#shared/rpc/server.ts';

const quiet = { warn: () => undefined, error: () => undefined };
const relay = createRelayEnd((envelope) => void process.send?.(envelope));
const core = createSampleCore(() => process.exit(1));

process.on('message', (message: unknown) => {
  if (isEnvelope(message)) relay.deliver(message);
});
process.on('disconnect', () => process.exit(0));
serveCore({ ...core, port: relay.connect(1), logger: quiet, checkOutputs: true });
