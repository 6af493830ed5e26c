/** `npm run server`: the publishing API alone, set up by environment variables (config.ts), ended by SIGTERM or SIGINT. */
import { pino } from 'pino';
import { addPerson } from './admin.ts';
import { readConfig, type ServerConfig } from './config.ts';
import { startServer, type RunningServer } from './start.ts';

/** SECURITY: whatever is logged, these never are. */
const SECRETS = [
  'req.headers.authorization',
  'headers.authorization',
  'password',
  '*.password',
  'token',
  '*.token',
];

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = pino({ level: config.REDAKSI_SERVER_LOG, redact: SECRETS });
  const { REDAKSI_SERVER_PUBLIC_URL: publicUrl } = config;
  const server = await startServer({
    dataDir: config.REDAKSI_SERVER_DATA,
    host: config.REDAKSI_SERVER_HOST,
    port: config.REDAKSI_SERVER_PORT,
    newsroom: config.REDAKSI_SERVER_NEWSROOM,
    behindProxy: config.REDAKSI_SERVER_PROXY === '1',
    logger,
    ...(publicUrl !== undefined && { publicUrl }),
  });
  await addFirstAdmin(server, config);
  endOnSignal(server);
  process.stdout.write(`Redaksi listens at ${server.url}\n`);
}

async function addFirstAdmin(
  { store, newsroom }: RunningServer,
  config: ServerConfig,
): Promise<void> {
  const { REDAKSI_SERVER_ADMIN: username, REDAKSI_SERVER_ADMIN_PASSWORD: password } = config;
  if (username === undefined || password === undefined) return;
  const people = await store.read((records) => records.people.all());
  if (people.length > 0) return;
  await addPerson(newsroom, {
    username,
    password,
    fullName: username,
    shortName: username,
    signoffCode: '',
    grants: [{ role: 'admin', desk: '*' }],
  });
}

/** Stops taking, finishes what is under way, closes the store, ends with 0. A second signal is for the impatient. */
function endOnSignal(server: RunningServer): void {
  let ending = false;
  const end = () => {
    if (ending) process.exit(1);
    ending = true;
    server.close().then(
      () => process.exit(0),
      (thrown: unknown) => {
        server.app.log.error({ err: thrown }, 'the server did not end well');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

try {
  await main();
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
}
