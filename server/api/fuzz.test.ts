import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERROR_STATUS, wireErrorSchema } from '#shared/contract/errors.ts';
import { HTTP_LIMITS, HTTP_ROUTES, type HttpRouteName } from '#shared/contract/http.ts';
import { newId } from '#shared/domain/ids.ts';
import { openTestNewsroom, type Laptop, type TestNewsroom } from '../testing/newsroom-kit.ts';
import { orderFor, storyAt } from '../testing/story-kit.ts';

let room: TestNewsroom;
let laili: Laptop;
/** Bodies that are right, by route: what is changed at one place is more dangerous than noise. */
const RIGHT: Partial<Record<HttpRouteName, unknown>> = {};
beforeAll(async () => {
  room = await openTestNewsroom();
  laili = await room.signIn('laili');
  const editor = await room.signIn('zainal');
  const at = await storyAt('draft', { writer: laili, editor, publisher: editor });
  Object.assign(RIGHT, {
    signIn: { username: 'laili', password: 'x', device: { id: laili.device, name: 'laptop' } },
    confirm: { password: 'x' },
    missingObjects: { hashes: [at.head.content] },
    putObjects: { objects: [{ hash: at.head.content, json: '{}' }] },
    getObjects: { hashes: [at.head.furniture] },
    putStory: { id: at.story, desk: 'solo' },
    putWord: { id: newId(), language: 'id', word: 'Prokopim', listed: true },
    putVersions: { versions: [{ ...at.head, at: '2020-01-01T00:00:00.000Z' }] },
    command: { ...orderFor('submit', at), expectedState: 'approved' },
  });
});
afterAll(() => room.end());

const NAMES = Object.keys(HTTP_ROUTES) as readonly HttpRouteName[];
const RUNS = 40;

async function send(name: HttpRouteName, body: string, query = ''): Promise<void> {
  const { method, path } = HTTP_ROUTES[name];
  const before = room.dump();
  const answer = await fetch(`${room.server.url}${path}${query}`, {
    method,
    headers: { authorization: `Bearer ${laili.token}`, 'content-type': 'application/json' },
    ...(method !== 'GET' && { body }),
  });
  const text = await answer.text();
  const what = `${name} ${query} ${body.slice(0, 200)} -> ${text.slice(0, 300)}`;
  expect(answer.status, what).toBeLessThan(500);
  if (answer.ok) return;
  const error = wireErrorSchema.parse(JSON.parse(text));
  expect(answer.status, what).toBe(ERROR_STATUS[error.code]);
  expect(answer.headers.get('x-trace-id'), what).toBe(error.traceId);
  expect(room.dump(), what).toEqual(before);
}

/** A JSON value with one place put to something else. */
function changedAtOnePlace(right: unknown): fc.Arbitrary<unknown> {
  const places = pathsOf(right);
  return fc
    .tuple(fc.constantFrom(...places), fc.oneof(fc.jsonValue(), fc.constantFrom(...STRANGE)))
    .map(([place, value]) => putAt(right, place, value));
}

const STRANGE: readonly unknown[] = [
  null,
  '',
  '\u0000',
  '\uD800',
  '../../etc/passwd',
  "' or 1=1 --",
  'x'.repeat(100_000),
  1e308,
  -1,
  0.5,
  [],
  {},
  [[[[]]]],
  Array.from({ length: 600 }, () => 'f'.repeat(64)),
];

type Place = readonly (string | number)[];

function pathsOf(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inside]) => pathsOf(inside, [...at, key]))];
}

function putAt(value: unknown, place: Place, put: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return put;
  if (Array.isArray(value))
    return value.map((inside: unknown, n) =>
      String(n) === key ? putAt(inside, rest, put) : inside,
    );
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: putAt(record[key], rest, put) };
}

describe(
  'whatever a signed-in laptop sends, the server answers with an error of the list and keeps its rows',
  { timeout: 120_000 },
  () => {
    for (const name of NAMES.filter((name) => 'body' in HTTP_ROUTES[name])) {
      it(`${name}: any JSON, and right JSON with one wrong place`, async () => {
        const right = RIGHT[name] ?? {};
        await fc.assert(
          fc.asyncProperty(
            fc.oneof(fc.jsonValue({ maxDepth: 6 }), changedAtOnePlace(right)),
            (body) => send(name, JSON.stringify(body)),
          ),
          { numRuns: RUNS },
        );
      });

      it(`${name}: no JSON, poison, depth and size`, async () => {
        const deep = 200_000;
        for (const body of [
          '',
          'undefined',
          '{',
          '{"a":1}{"a":2}',
          '{"__proto__":{"admin":true}}',
          '{"constructor":{"prototype":{"admin":true}}}',
          '['.repeat(deep),
          `${'['.repeat(deep)}${']'.repeat(deep)}`,
          `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`,
          `"${'x'.repeat(HTTP_LIMITS.bodyBytes)}"`,
          Buffer.from([0xff, 0xfe, 0x00, 0x7b]).toString('latin1'),
        ])
          await send(name, body);
      });
    }

    it('any query', async () => {
      const key = fc.constantFrom('after', 'limit', 'story', '__proto__', 'x');
      const value = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.integer().map(String),
        fc.constantFrom('1e9', '0x10', '-0', 'NaN'),
      );
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom<HttpRouteName>('events', 'auditTrail', 'hello', 'health'),
          fc.array(fc.tuple(key, value), { maxLength: 4 }),
          (name, pairs) => send(name, '', `?${new URLSearchParams(pairs).toString()}`),
        ),
        { numRuns: 60 },
      );
    });

    it('any path below /v1', async () => {
      const piece = fc.oneof(
        fc.webFragments(),
        fc.constantFrom('..', '%2e%2e', '%00', '%', 'v1', 'events', 'x'.repeat(5_000)),
      );
      await fc.assert(
        fc.asyncProperty(
          fc.array(piece, { maxLength: 4 }),
          fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
          async (pieces, method) => {
            const answer = await fetch(`${room.server.url}/v1/${pieces.join('/')}`, { method });
            expect(answer.status).toBeLessThan(500);
            if (
              answer.status >= 400 &&
              !answer.headers.get('content-type')?.startsWith('text/html')
            )
              expect(wireErrorSchema.safeParse(await answer.json()).success).toBe(true);
          },
        ),
        { numRuns: 60 },
      );
    });

    it('another content type is refused, and says so', async () => {
      const answer = await fetch(`${room.server.url}/v1/token`, {
        method: 'POST',
        headers: { 'content-type': 'text/xml' },
        body: '<a/>',
      });
      expect(answer.status).toBe(415);
      expect(wireErrorSchema.parse(await answer.json()).code).toBe('UNSUPPORTED_FILE');
    });

    it('after all of it the server is well, and a good request is taken', async () => {
      expect(await laili.get('health', {})).toMatchObject({ ok: true });
      expect(Object.prototype).not.toHaveProperty('admin');
      expect((await laili.get('missingObjects', { hashes: [] })).missing).toEqual([]);
    });
  },
);

describe('an API answer', () => {
  it('is data: its headers let no page, frame, cache or other origin use it', async () => {
    const answer = await fetch(`${room.server.url}/v1/hello`, {
      headers: { origin: 'https://example.com' },
    });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual(
      [],
    );
  });
});
