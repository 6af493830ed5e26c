import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { pokeSchema } from '#shared/contract/http.ts';
import { deactivate } from '../admin.ts';
import { openTestNewsroom, type Laptop, type TestNewsroom } from '../testing/newsroom-kit.ts';
import { newStory } from '../testing/story-kit.ts';
import { CLOSE_SIGN_IN_REQUIRED } from './live.ts';

let room: TestNewsroom;
let laili: Laptop;
beforeAll(async () => {
  room = await openTestNewsroom();
  laili = await room.signIn('laili');
});
afterAll(() => room.end());

function connect(token: string | null) {
  const socket = new WebSocket(`${room.server.url.replace('http', 'ws')}/v1/live`, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
  const pokes: number[] = [];
  let heard = () => {};
  socket.on('message', (message: Buffer) => {
    pokes.push(pokeSchema.parse(JSON.parse(message.toString())).head);
    heard();
  });
  return {
    socket,
    pokes,
    /** Resolves when it is told of at least this head. */
    until: (head: number) =>
      new Promise<void>((resolve) => {
        heard = () => {
          if ((pokes.at(-1) ?? -1) >= head) resolve();
        };
        heard();
      }),
    closed: new Promise<number>((resolve) => socket.on('close', resolve)),
    refused: new Promise<number | undefined>((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.on('error', () => undefined);
    }),
  };
}

describe('the live connection', () => {
  it('tells at once where the newsroom stands, and again whenever something happened', async () => {
    const live = connect(laili.token);
    const { head } = await laili.get('hello', {});
    await live.until(head);
    await newStory(laili);
    await live.until(head + 1);
    expect(live.pokes).toEqual([head, head + 1]);
    live.socket.close();
    await live.closed;
  });

  it('needs a token', async () => {
    expect(await connect(null).refused).toBe(401);
    expect(await connect('x'.repeat(43)).refused).toBe(401);
  });

  it('ends with the person who leaves', async () => {
    const solo = await room.signIn('solo');
    const live = connect(solo.token);
    await live.until(1);
    await deactivate(room.server.newsroom, solo.person.id);
    expect(await live.closed).toBe(CLOSE_SIGN_IN_REQUIRED);
  });

  it('listens to nobody: a laptop that talks is let go', async () => {
    const live = connect(laili.token);
    await live.until(1);
    live.socket.send('{"head":99}');
    expect(await live.closed).toBe(1008);
    const big = connect(laili.token);
    await big.until(1);
    big.socket.send('x'.repeat(10_000));
    expect([1008, 1009, 1006]).toContain(await big.closed);
  });
});
