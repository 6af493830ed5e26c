/** REDAKSI_SIGN_IN: signs the first window in at once, for the demonstration and for tests. Never when packaged. */
import type { MessagePortMain } from 'electron';
import { z } from 'zod';
import { createCoreClient } from '#shared/rpc/client.ts';
import { emitterPort } from '#shared/rpc/message-port.ts';
import type { Log } from './log.ts';

export const signInSchema = z.strictObject({
  server: z.url(),
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(1_024),
});
export type SignIn = Readonly<z.infer<typeof signInSchema>>;

/** The wish in the environment, or null. A value that can't be read is said and ignored. */
export function wantedSignIn(
  value: string | undefined,
  { packaged, log }: { readonly packaged: boolean; readonly log: Pick<Log, 'warn'> },
): SignIn | null {
  if (value === undefined || value === '' || packaged) return null;
  try {
    return signInSchema.parse(JSON.parse(value));
  } catch {
    log.warn({}, 'REDAKSI_SIGN_IN is not {"server","username","password"} and is ignored');
    return null;
  }
}

/** Signs in, unless this laptop already is. Without the network the window opens on its sign-in screen instead. */
export async function signInAtOnce(
  connect: () => Promise<MessagePortMain>,
  wanted: SignIn,
  log: Log,
): Promise<void> {
  try {
    const client = createCoreClient(emitterPort(await connect()));
    try {
      const session = await client.call('session.get', {});
      if (session.signedIn && session.server === wanted.server) return;
      await client.call('session.signIn', wanted);
      log.info({ username: wanted.username }, 'signed in as REDAKSI_SIGN_IN asked');
    } finally {
      client.close();
    }
  } catch (error) {
    log.warn({ err: error }, 'REDAKSI_SIGN_IN did not work; the window asks instead');
  }
}
