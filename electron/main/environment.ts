/** What the environment may ask of the shell, read once. */
import { hostname } from 'node:os';
import { z } from 'zod';

const logLevelSchema = z.enum(['debug', 'info', 'warn', 'error', 'silent']);

export interface ShellEnvironment {
  /** REDAKSI_DATA_DIR: where this laptop's newsroom lives. */
  readonly dataDir: string | undefined;
  /** REDAKSI_CORE_NODE: a Node for core, where Electron's own is too old. */
  readonly coreNode: string | undefined;
  /** REDAKSI_SIGN_IN: `{"server","username","password"}`; see sign-in.ts. */
  readonly signIn: string | undefined;
  /** REDAKSI_DEVICE_NAME: what the newsroom calls this laptop. */
  readonly deviceName: string;
  /** REDAKSI_LOG_LEVEL; `info` unless named. */
  readonly logLevel: z.infer<typeof logLevelSchema>;
}

export function environment(
  variables: Readonly<Record<string, string | undefined>>,
): ShellEnvironment {
  const logLevel = logLevelSchema.safeParse(variables['REDAKSI_LOG_LEVEL']);
  return {
    dataDir: named(variables['REDAKSI_DATA_DIR']),
    coreNode: named(variables['REDAKSI_CORE_NODE']),
    signIn: named(variables['REDAKSI_SIGN_IN']),
    deviceName: (named(variables['REDAKSI_DEVICE_NAME']) ?? hostname()).slice(0, 100),
    logLevel: logLevel.success ? logLevel.data : 'info',
  };
}

function named(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
