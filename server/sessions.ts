/** Who is calling: device tokens, hashed at rest, with an end. */
import { createHash } from 'node:crypto';
import { RedaksiError } from '#shared/contract/errors.ts';
import type { DeviceId } from '#shared/domain/ids.ts';
import type { Person } from '#shared/domain/roles.ts';
import type { Clock, Random } from './environment.ts';
import type { Repositories, Store } from './store/store.ts';

const TOKEN_DAYS = 30;
/** How long a password counts as just given: a seal needs it. */
const FRESH_MINUTES = 5;

export interface Session {
  readonly person: Person;
  readonly device: DeviceId;
  readonly tokenHash: string;
  readonly confirmedAt: string;
}

/** 256 random bits, as the laptop keeps them, and the hash that the server keeps. */
export function newToken(random: Random): { readonly token: string; readonly hash: string } {
  const token = Buffer.from(random(32)).toString('base64url');
  return { token, hash: tokenHash(token) };
}

export function tokenExpiry(now: Date): string {
  return new Date(now.getTime() + TOKEN_DAYS * 86_400_000).toISOString();
}

export function freshUntil(confirmedAt: string): Date {
  return new Date(new Date(confirmedAt).getTime() + FRESH_MINUTES * 60_000);
}

export function isFresh(session: Session, now: Date): boolean {
  return now < freshUntil(session.confirmedAt);
}

/**
 * The session of an Authorization header.
 * @throws SIGN_IN_REQUIRED, the same for every cause: an unknown, expired or revoked token, a person who left
 */
export function authenticate(
  store: Store,
  clock: Clock,
  header: string | undefined,
): Promise<Session> {
  return store.read((records) => sessionOf(records, clock(), header));
}

/** SECURITY: asked again inside a command's own transaction, so that a revocation in between counts. */
export async function sessionOf(
  { tokens, people }: Pick<Repositories, 'tokens' | 'people'>,
  now: Date,
  header: string | undefined,
): Promise<Session> {
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(header ?? '')?.[1];
  return token === undefined ? refuse() : sessionByHash({ tokens, people }, now, tokenHash(token));
}

export async function sessionByHash(
  { tokens, people }: Pick<Repositories, 'tokens' | 'people'>,
  now: Date,
  hash: string,
): Promise<Session> {
  const row = await tokens.byHash(hash);
  if (row === undefined || row.revokedAt !== null || row.expiresAt <= now.toISOString())
    return refuse();
  const person = await people.byId(row.person);
  if (person?.active !== true) return refuse();
  return { person, device: row.device, tokenHash: hash, confirmedAt: row.confirmedAt };
}

function refuse(): never {
  throw new RedaksiError('SIGN_IN_REQUIRED', 'no valid token: sign in again');
}

function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
