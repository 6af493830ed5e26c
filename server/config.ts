/** How `npm run server` is set up: one table of environment variables, read once at the start. */
import { z } from 'zod';

interface Setting {
  readonly means: string;
  readonly schema: z.ZodType;
}

const optional = (schema: z.ZodString) => schema.optional();

export const SETTINGS = {
  REDAKSI_SERVER_DATA: {
    means: 'folder of everything that the server keeps: database, photos, signing key',
    schema: z.string().min(1).default('./redaksi-server'),
  },
  REDAKSI_SERVER_HOST: {
    means: 'address to listen at; 127.0.0.1 unless a proxy with TLS is on another machine',
    schema: z.string().min(1).default('127.0.0.1'),
  },
  REDAKSI_SERVER_PORT: {
    means: 'port to listen at; 0 takes any free one',
    schema: z.coerce.number().int().min(0).max(65_535).default(4_410),
  },
  REDAKSI_SERVER_PUBLIC_URL: {
    means:
      'where readers and laptops reach this server, without a slash at the end; default: where it listens',
    schema: z.url({ protocol: /^https?$/ }).optional(),
  },
  REDAKSI_SERVER_PROXY: {
    means:
      '1 when a proxy of ours stands before it: callers’ addresses are then taken from X-Forwarded-For',
    schema: z.enum(['0', '1']).default('0'),
  },
  REDAKSI_SERVER_NEWSROOM: {
    means: 'name of the newsroom, used when it is founded',
    schema: z.string().min(1).max(200).default('Redaksi'),
  },
  REDAKSI_SERVER_ADMIN: {
    means: 'user name of the first admin, made when nobody is in the register',
    schema: optional(z.string().min(1)),
  },
  REDAKSI_SERVER_ADMIN_PASSWORD: {
    means: 'password of the first admin, at least 8 characters',
    schema: optional(z.string().min(8)),
  },
  REDAKSI_SERVER_LOG: {
    means: 'how much is logged: debug, info, warn, error or silent',
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  },
} as const satisfies Record<string, Setting>;

export type ServerConfig = {
  readonly [Name in keyof typeof SETTINGS]: z.output<(typeof SETTINGS)[Name]['schema']>;
};

/** @throws Error with one line per variable that is wrong; never with a value, which may be a password */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): ServerConfig {
  const config: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, { means, schema }] of Object.entries(SETTINGS)) {
    // An empty variable is one that was not set.
    const parsed = (schema as z.ZodType).safeParse(environment[name] || undefined);
    if (parsed.success) config[name] = parsed.data;
    else problems.push(`${name} is not right (${means})`);
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return config as ServerConfig;
}
