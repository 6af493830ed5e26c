import { expect, it } from 'vitest';
import { backoff } from './backoff.ts';
import { faultOf } from './fault.ts';

const wire = (code: string) => JSON.stringify({ code, message: 'x', traceId: 't' });

it.each([
  [401, wire('SIGN_IN_REQUIRED'), 'signed-out'],
  [401, wire('WRONG_PASSWORD'), 'refused'],
  [401, wire('FRESH_SIGN_IN_REQUIRED'), 'refused'],
  [403, wire('FORBIDDEN'), 'refused'],
  [409, wire('CONFLICT'), 'refused'],
  [422, wire('HASH_MISMATCH'), 'refused'],
  [426, wire('PROTOCOL'), 'protocol'],
  [429, wire('TOO_MANY_REQUESTS'), 'later'],
  [500, wire('INTERNAL'), 'later'],
  [507, wire('DISK_FULL'), 'later'],
  // Not in our words: whoever answered, it was not the newsroom that decided.
  [401, '<html>Sign in to the proxy</html>', 'stranger'],
  [403, '{"error":"blocked"}', 'stranger'],
  [404, '', 'stranger'],
  [302, '', 'stranger'],
  [511, '<html>', 'later'],
  [502, '<html>bad gateway</html>', 'later'],
  [413, '<html>too large</html>', 'later'],
])('%i with %s is %s', (status, body, kind) => {
  expect(faultOf({ status, headers: {}, body: Buffer.from(body) }).kind).toBe(kind);
});

it.each([
  ['7', 7_000],
  ['999999', 600_000],
  ['-3', null],
  ['Wed, 21 Oct 2025 07:28:00 GMT', null],
])('Retry-After %s waits %s milliseconds', (given, expected) => {
  const headers = { 'retry-after': given };
  expect(faultOf({ status: 503, headers, body: Buffer.alloc(0) })).toMatchObject({
    retryAfter: expected,
  });
});

it('waits twice as long each time, spread, and never above a minute', () => {
  expect([1, 2, 3, 4].map((tries) => backoff(tries, 0.999_999))).toEqual([
    1_000, 2_000, 4_000, 8_000,
  ]);
  expect(backoff(1, 0)).toBe(500);
  expect(backoff(10_000, 0.999_999)).toBe(60_000);
});
