/**
 * Between the shell (main) and the core process: how core is started, and the few control messages beside the windows'
 * calls. Both transports carry the same messages:
 *  - `utility`: an Electron utility process. A window's `connect` brings its MessagePort along; frames never pass main.
 *  - `relay`: an external Node with an IPC channel. Frames come and go as `{window, frame}` (rpc/relay.ts).
 */
import { z } from 'zod';
import { storyIdSchema } from '../domain/ids.ts';

/** Core's environment. Main builds it, core parses it once at its entry. */
export const coreEnvironmentSchema = z.object({
  /** Where this laptop's newsroom lives: database, photos, incoming. */
  REDAKSI_DATA_DIR: z.string().min(1),
  /** What the newsroom calls this laptop. */
  REDAKSI_DEVICE_NAME: z.string().max(100).default('laptop'),
  REDAKSI_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** `1` checks outputs against the contract: development and tests. */
  REDAKSI_CHECK_OUTPUTS: z.enum(['0', '1']).default('0'),
});
export type CoreEnvironment = Readonly<z.infer<typeof coreEnvironmentSchema>>;

const windowNumber = z.number().int().nonnegative();
/** Pairs a question with its answer; the asker counts. */
const questionId = z.number().int().nonnegative();
const secretName = z.string().regex(/^[a-z0-9][a-z0-9.:/_-]{0,199}$/, 'not a name of a secret');
const secretValue = z.string().max(16_384);

/** Main to core. */
export const toCoreSchema = z.discriminatedUnion('control', [
  /** A window wants to talk. In utility mode the message carries one port. Every connection has a number of its own, from 1; the shell's own connections count along. */
  z.strictObject({ control: z.literal('connect'), window: windowNumber }),
  z.strictObject({ control: z.literal('disconnect'), window: windowNumber }),
  /** Answers `secret-get` and `secret-set`. `kept` is false when it lives in main's memory only. */
  z.strictObject({
    control: z.literal('secret'),
    id: questionId,
    value: secretValue.nullable(),
    kept: z.boolean(),
  }),
  /** Asks for a story's page as a reader would see it, rendered from this laptop's text. */
  z.strictObject({ control: z.literal('render-preview'), id: questionId, story: storyIdSchema }),
  /** Asks which server this laptop belongs to: the only origin that a live preview may come from. */
  z.strictObject({ control: z.literal('server-get'), id: questionId }),
  /** Commit everything, say `stopped`, exit 0. */
  z.strictObject({ control: z.literal('shutdown') }),
]);
export type ToCore = Readonly<z.infer<typeof toCoreSchema>>;

/** Core to main. */
export const fromCoreSchema = z.discriminatedUnion('control', [
  /** The database is open; windows may connect. */
  z.strictObject({ control: z.literal('ready') }),
  z.strictObject({ control: z.literal('secret-get'), id: questionId, name: secretName }),
  /** null forgets it. */
  z.strictObject({
    control: z.literal('secret-set'),
    id: questionId,
    name: secretName,
    value: secretValue.nullable(),
  }),
  /** Answers `render-preview`; null when this laptop has no such story. */
  z.strictObject({
    control: z.literal('preview'),
    id: questionId,
    html: z.string().max(20_000_000).nullable(),
  }),
  /** Answers `server-get`. */
  z.strictObject({ control: z.literal('server'), id: questionId, url: z.url().nullable() }),
  /** One line for the shell's log; never text of a story, never a secret. */
  z.strictObject({
    control: z.literal('log'),
    level: z.enum(['debug', 'info', 'warn', 'error']),
    message: z.string().max(4_000),
    fields: z.record(z.string(), z.json()).optional(),
  }),
  /** Everything is committed and closed. */
  z.strictObject({ control: z.literal('stopped') }),
]);
export type FromCore = Readonly<z.infer<typeof fromCoreSchema>>;
