/** Signing in, giving the password again, signing out. */
import { RedaksiError } from '#shared/contract/errors.ts';
import type { Random } from '../environment.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { passwordIsRight } from '../passwords.ts';
import { freshUntil, newToken, tokenExpiry } from '../sessions.ts';
import type { ApiHandlers } from './adapter.ts';

export function peopleRoutes(
  { store, clock }: Newsroom,
  random: Random,
): Pick<ApiHandlers, 'signIn' | 'confirm' | 'signOut'> {
  return {
    signIn: async ({ input: { username, password, device } }) => {
      const found = await store.read((records) =>
        records.people.byUsername(username.trim().toLowerCase()),
      );
      // SECURITY: unknown, deactivated and wrong password are one answer, after the same work.
      const right = await passwordIsRight(found?.passwordHash, password);
      if (!right || found?.person.active !== true) throw wrongPassword();
      const { person } = found;
      const now = clock();
      const at = now.toISOString();
      const expiresAt = tokenExpiry(now);
      const { token, hash } = newToken(random);
      await store.write(async (records) => {
        // SECURITY: a password that was changed, or a person who left, while the hash was computed.
        const current = await records.people.byUsername(person.username);
        if (current?.person.active !== true || current.passwordHash !== found.passwordHash)
          throw wrongPassword();
        await records.tokens.revokeAll(person.id, device.id, at);
        await records.tokens.add({
          hash,
          person: person.id,
          device: device.id,
          deviceName: device.name,
          createdAt: at,
          expiresAt,
          confirmedAt: at,
        });
        await records.audit.append({
          at,
          person: person.id,
          device: device.id,
          action: 'sign-in',
          story: null,
          detail: { deviceName: device.name },
        });
      });
      return { token, expiresAt, person };
    },
    confirm: async ({ input: { password }, session }) => {
      const hash = await store.read((records) => records.people.passwordHash(session.person.id));
      if (!(await passwordIsRight(hash, password))) throw wrongPassword();
      const at = clock().toISOString();
      await store.write(async (records) => {
        await records.tokens.confirm(session.tokenHash, at);
        await records.audit.append({
          at,
          person: session.person.id,
          device: session.device,
          action: 'confirm',
          story: null,
          detail: {},
        });
      });
      return { freshUntil: freshUntil(at).toISOString() };
    },
    signOut: async ({ session }) => {
      const at = clock().toISOString();
      await store.write(async (records) => {
        await records.tokens.revoke(session.tokenHash, at);
        await records.audit.append({
          at,
          person: session.person.id,
          device: session.device,
          action: 'sign-out',
          story: null,
          detail: {},
        });
      });
      return {};
    },
  };
}

function wrongPassword(): RedaksiError {
  return new RedaksiError('WRONG_PASSWORD', 'wrong user name or password');
}
