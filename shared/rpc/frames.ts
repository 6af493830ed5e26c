/** What travels between a window and core, over any transport: JSON-safe values only. */
import { z } from 'zod';
import { wireErrorSchema } from '../contract/errors.ts';

/** Raised when a frame's shape changes; both sides say theirs in `hello`. */
export const RPC_PROTOCOL = 1;

export const frameSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), protocol: z.number().int() }),
  z.strictObject({
    type: z.literal('req'),
    id: z.number().int().nonnegative(),
    method: z.string().max(100),
    input: z.unknown(),
  }),
  z.strictObject({
    type: z.literal('res'),
    id: z.number().int().nonnegative(),
    ok: z.literal(true),
    output: z.unknown(),
  }),
  z.strictObject({
    type: z.literal('fail'),
    id: z.number().int().nonnegative(),
    error: wireErrorSchema,
  }),
  z.strictObject({ type: z.literal('evt'), event: z.string().max(100), payload: z.unknown() }),
  z.strictObject({ type: z.literal('cancel'), id: z.number().int().nonnegative() }),
]);
export type Frame = Readonly<z.infer<typeof frameSchema>>;

/** One end of a connection. Adapters: MessagePort, process IPC, WebSocket, an in-memory pair. */
export interface Port {
  send(frame: Frame): void;
  onFrame(listener: (frame: unknown) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}
