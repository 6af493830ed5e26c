/** How often one address may ask, and how often one may guess a password. */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RedaksiError } from '#shared/contract/errors.ts';
import type { Session } from '../sessions.ts';
import type { RouteGuards } from './adapter.ts';

export interface Limits {
  /** All requests of one address, a minute. A newsroom behind one address has many laptops. */
  readonly requestsPerMinute: number;
  /** Passwords tried for one user name from one address, in five minutes. */
  readonly passwordsPerName: number;
  /** Passwords tried from one address, in five minutes: against one password for many names. */
  readonly passwordsPerAddress: number;
}

export const DEFAULT_LIMITS: Limits = {
  requestsPerMinute: 6_000,
  passwordsPerName: 10,
  passwordsPerAddress: 100,
};

const FIVE_MINUTES = 300_000;

/** @returns what the password routes ask before they look at a password */
export async function registerLimits(
  app: FastifyInstance,
  limits: Limits,
): Promise<RouteGuards['limits']> {
  await app.register(rateLimit, {
    global: true,
    max: limits.requestsPerMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { ttl }) => tooMany(ttl),
  });
  const perName = counter(app, limits.passwordsPerName, (request) =>
    JSON.stringify([request.ip, nameIn(request.body)]),
  );
  const perAddress = counter(app, limits.passwordsPerAddress, (request) => request.ip);
  const perToken = app.createRateLimit({
    max: limits.passwordsPerName,
    timeWindow: FIVE_MINUTES,
    keyGenerator: (request: FastifyRequest) => personOf.get(request) ?? request.ip,
  });
  const personOf = new WeakMap<FastifyRequest, string>();
  return {
    signIn: async (request) => {
      await perAddress(request);
      await perName(request);
    },
    // SECURITY: a stolen token is no free try at its owner's password.
    confirm: async (request: FastifyRequest, session: Session | null) => {
      if (session !== null) personOf.set(request, session.person.id);
      refuseBeyond(await perToken(request));
    },
  };
}

function counter(app: FastifyInstance, max: number, key: (request: FastifyRequest) => string) {
  const check = app.createRateLimit({ max, timeWindow: FIVE_MINUTES, keyGenerator: key });
  return async (request: FastifyRequest) => refuseBeyond(await check(request));
}

function refuseBeyond(checked: {
  readonly isAllowed: boolean;
  readonly isExceeded?: boolean;
  readonly ttl?: number;
}): void {
  if (!checked.isAllowed && checked.isExceeded === true) throw tooMany(checked.ttl ?? FIVE_MINUTES);
}

function nameIn(body: unknown): string {
  const name = typeof body === 'object' && body !== null && 'username' in body ? body.username : '';
  return typeof name === 'string' ? name.trim().toLowerCase() : '';
}

function tooMany(milliseconds: number): RedaksiError {
  return new RedaksiError('TOO_MANY_REQUESTS', 'too many requests: wait', {
    retryAfter: Math.ceil(milliseconds / 1_000),
  });
}
