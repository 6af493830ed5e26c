import type { AppPaths } from './app-paths.ts';
import { coreEnvironment } from './broker/core-environment.ts';
import type { CoreProcess } from './broker/core-process.ts';
import { startRelayCore } from './broker/relay-core.ts';
import { startUtilityCore } from './broker/utility-core.ts';
import type { ShellEnvironment } from './environment.ts';

/** The oldest Node that core's SQLite runs in. */
const OLDEST_NODE = 22;

export interface CoreRuntime {
  /** The version of Electron's own Node. */
  readonly node: string;
  readonly packaged: boolean;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** Starts core in Electron's own Node where that is new enough, else in the Node that the environment names. */
export function startCore(
  paths: Pick<AppPaths, 'core' | 'data'>,
  env: ShellEnvironment,
  { node, packaged, variables }: CoreRuntime,
): CoreProcess {
  const launch = {
    file: paths.core,
    env: coreEnvironment(variables, {
      REDAKSI_DATA_DIR: paths.data,
      REDAKSI_DEVICE_NAME: env.deviceName,
      REDAKSI_LOG_LEVEL: env.logLevel,
      REDAKSI_CHECK_OUTPUTS: packaged ? '0' : '1',
    }),
  };
  if (Number.parseInt(node, 10) >= OLDEST_NODE) return startUtilityCore(launch);
  if (env.coreNode === undefined) {
    throw new Error(
      `core needs Node ${OLDEST_NODE}, this Electron has ${node}: set REDAKSI_CORE_NODE`,
    );
  }
  return startRelayCore(env.coreNode, launch);
}
