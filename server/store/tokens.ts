import { sql } from 'kysely';
import { firstRow, run, type Db } from './rows.ts';
import type { TokenRow, TokensRepository } from './store.ts';

export function tokensIn(db: Db): TokensRepository {
  return {
    byHash: (hash) =>
      firstRow(
        db,
        sql<TokenRow>`
          select hash, person, device, device_name as "deviceName", created_at as "createdAt",
            expires_at as "expiresAt", confirmed_at as "confirmedAt", revoked_at as "revokedAt"
          from token where hash = ${hash}`,
      ),
    add: async (token) => {
      await run(
        db,
        sql`insert into token (hash, person, device, device_name, created_at, expires_at, confirmed_at)
            values (${token.hash}, ${token.person}, ${token.device}, ${token.deviceName}, ${token.createdAt},
              ${token.expiresAt}, ${token.confirmedAt})`,
      );
    },
    confirm: async (hash, at) => {
      await run(db, sql`update token set confirmed_at = ${at} where hash = ${hash}`);
    },
    revoke: async (hash, at) => {
      await run(
        db,
        sql`update token set revoked_at = ${at} where hash = ${hash} and revoked_at is null`,
      );
    },
    revokeAll: (person, device, at) =>
      run(
        db,
        sql`update token set revoked_at = ${at}
            where person = ${person} and revoked_at is null and (${device} is null or device = ${device})`,
      ),
  };
}
