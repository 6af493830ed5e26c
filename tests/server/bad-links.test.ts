/** What links do to a laptop: every fault is met by a real core and a real server, and nothing is lost or doubled. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock, type Clock } from '#core/clock.ts';
import type { HttpResponse } from '#core/sync/http.ts';
import { openTestNewsroom, type TestNewsroom } from '#server/testing/newsroom-kit.ts';
import { backUp, restore } from '../fakes/backup.ts';
import { bodyText, openLaptop, rewritten, type TestLaptop } from '../fakes/laptops.ts';

let newsroom: TestNewsroom;
let laptop: TestLaptop;

beforeEach(async () => {
  newsroom = await openTestNewsroom();
  laptop = openLaptop();
  await laptop.signIn('laili', newsroom.server.url);
});

afterEach(async () => {
  await laptop.close();
  await newsroom.end();
});

function answer(status: number, body: string, headers: Record<string, string> = {}): HttpResponse {
  return { status, headers, body: Buffer.from(body) };
}

/** Rows that would double if anything were sent twice. */
function counts() {
  const dump = newsroom.dump();
  return {
    stories: dump['story']?.length,
    versions: dump['version']?.length,
    commands: dump['command']?.length,
  };
}

describe('an answer that is lost on the way', () => {
  it('makes nothing twice: each kind of request loses its answer once, after the server has done it', async () => {
    const lost = new Set<string>();
    laptop.link.fault = async (request, next) => {
      const response = await next();
      const key = `${request.method} ${new URL(request.url).pathname}`;
      if (request.method === 'POST' && !lost.has(key)) {
        lost.add(key);
        throw new Error('the line went dead');
      }
      return response;
    };
    const story = await laptop.write('Judul', 'Paragraf.');
    await laptop.call('story.submit', { story });
    for (let turn = 0; turn < 12; turn += 1) await laptop.sync();
    expect([...lost].sort()).toEqual([
      'POST /v1/commands',
      'POST /v1/objects',
      'POST /v1/objects/missing',
      'POST /v1/stories',
      'POST /v1/versions',
    ]);
    expect(laptop.core.handlers['sync.get']({})).toMatchObject({ pending: 0, setAside: 0 });
    expect((await laptop.open(story)).summary.state).toBe('submitted');
    expect(counts()).toEqual({ stories: 1, versions: 1, commands: 1 });
  });

  it('is told apart from a refusal: the next try gets the same receipt', async () => {
    const story = await laptop.write('Judul', 'Paragraf.');
    await laptop.sync();
    await laptop.call('story.submit', { story });
    let commands = 0;
    laptop.link.fault = async (request, next) => {
      const response = await next();
      if (request.url.endsWith('/v1/commands')) {
        commands += 1;
        if (commands < 3) throw new Error('the line went dead');
      }
      return response;
    };
    for (let turn = 0; turn < 4; turn += 1) await laptop.sync();
    expect(commands).toBe(3);
    expect(await laptop.open(story)).toMatchObject({
      refused: null,
      summary: { state: 'submitted' },
    });
  });
});

describe('what is not our server', () => {
  it('a captive portal counts as offline: its page is never data, and everything goes once it is gone', async () => {
    const story = await laptop.write('Judul', 'Paragraf.');
    laptop.link.fault = async () => answer(200, '<html>Selamat datang di WiFi Stasiun</html>');
    expect(await laptop.sync()).toMatchObject({ state: 'offline', problem: 'stranger' });
    laptop.link.fault = async () => answer(302, '', { location: 'http://portal.invalid/' });
    expect(await laptop.sync()).toMatchObject({ state: 'offline', problem: 'stranger' });
    laptop.link.fault = async () => answer(403, 'Forbidden by proxy');
    expect(await laptop.sync()).toMatchObject({ state: 'offline', setAside: 0 });
    laptop.link.fault = null;
    expect(await laptop.sync()).toMatchObject({ state: 'idle', pending: 0, problem: null });
    expect(bodyText(await laptop.open(story))).toBe('Paragraf.');
  });

  it('another newsroom at the same address gets nothing', async () => {
    const other = await openTestNewsroom();
    await laptop.write('Rahasia', 'Paragraf.');
    const before = JSON.stringify(other.dump());
    laptop.link.fault = async (request) => {
      const moved = request.url.replace(newsroom.server.url, other.server.url);
      const real = await fetch(moved, {
        method: request.method,
        headers: request.headers,
        ...(request.body !== undefined && { body: request.body as string }),
      });
      return answer(real.status, await real.text());
    };
    expect(await laptop.sync()).toMatchObject({
      state: 'offline',
      problem: 'stranger',
      pending: 2,
    });
    laptop.link.fault = null;
    await expect(laptop.signIn('laili', other.server.url)).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { because: 'other-newsroom' },
    });
    expect(JSON.stringify(other.dump())).toBe(before);
    await other.end();
  });

  it('a receipt or seal that another key signed does not count', async () => {
    const story = await laptop.write('Judul', 'Paragraf.');
    await laptop.sync();
    await laptop.call('story.submit', { story });
    laptop.link.fault = async (request, next) => {
      const response = await next();
      if (!request.url.endsWith('/v1/commands')) return response;
      const body = JSON.parse(Buffer.from(response.body).toString('utf8')) as {
        receipt: { at: string };
      };
      body.receipt.at = '2020-01-01T00:00:00.000Z';
      return { ...response, body: Buffer.from(JSON.stringify(body)) };
    };
    expect(await laptop.sync()).toMatchObject({ problem: 'bad-signature' });
    expect((await laptop.open(story)).waiting).toEqual(['submit']);
    laptop.link.fault = null;
    await laptop.sync();
    expect(await laptop.open(story)).toMatchObject({
      waiting: [],
      summary: { state: 'submitted' },
    });
  });
});

describe('a server that fails', () => {
  it('is asked again later, and told nothing twice', async () => {
    const story = await laptop.write('Judul', 'Paragraf.');
    let failing = true;
    laptop.link.fault = async (request, next) => {
      if (failing && request.method === 'POST') return answer(500, '{"code":"INTERNAL"}');
      return next();
    };
    expect(await laptop.sync()).toMatchObject({ pending: 2, setAside: 0 });
    failing = false;
    expect(await laptop.sync()).toMatchObject({ state: 'idle', pending: 0 });
    expect((await laptop.open(story)).summary.unsent).toBe(false);
  });

  it('for one story only does not hold the others up', async () => {
    const bad = await laptop.write('Pembawa sial', 'Racun.');
    const good = await laptop.write('Baik', 'Paragraf.');
    laptop.link.fault = async (request, next) => {
      if (
        typeof request.body === 'string' &&
        request.body.includes(bad) &&
        request.url.endsWith('/v1/versions')
      ) {
        return answer(500, 'oops');
      }
      return next();
    };
    await laptop.sync();
    expect((await laptop.open(good)).summary.unsent).toBe(false);
    expect((await laptop.open(bad)).summary.unsent).toBe(true);
  });
});

describe('one thing that the server refuses for good', () => {
  it('stands aside alone with its reason, holds back its story’s commands, and can be tried again', async () => {
    const bad = await laptop.write('Ditolak', 'Paragraf.');
    await laptop.call('story.submit', { story: bad });
    const good = await laptop.write('Baik', 'Paragraf.');
    const refusal = {
      code: 'FORBIDDEN',
      message: 'no',
      traceId: 't',
      details: { because: 'own-story' },
    };
    laptop.link.fault = async (request, next) => {
      const body = typeof request.body === 'string' ? request.body : '';
      if (request.url.endsWith('/v1/versions') && body.includes(bad))
        return answer(403, JSON.stringify(refusal));
      return next();
    };
    const status = await laptop.sync();
    expect(status).toMatchObject({ state: 'idle', setAside: 1, pending: 1 });
    expect((await laptop.open(good)).summary.unsent).toBe(false);
    expect((await laptop.open(bad)).waiting).toEqual(['submit']);
    expect(laptop.link.log).not.toContain('POST /v1/commands');
    laptop.link.fault = null;
    expect(await laptop.sync()).toMatchObject({ pending: 0, setAside: 0 });
    expect((await laptop.open(bad)).summary.state).toBe('submitted');
  });

  it('a refused command comes back on the story with code and reason, and the next one clears it', async () => {
    const story = await laptop.write('Judul', 'Paragraf.');
    await laptop.sync();
    // An editor picked the draft up meanwhile.
    const editor = openLaptop();
    await editor.signIn('zainal', newsroom.server.url);
    await editor.call('story.spike', { story, reason: 'Sudah ada.' });
    await editor.sync();
    await laptop.call('story.submit', { story });
    await laptop.sync();
    const view = await laptop.open(story);
    expect(view.refused).toMatchObject({ command: 'submit', code: 'CONFLICT' });
    expect(view.summary.state).toBe('spiked');
    await laptop.call('story.revive', { story });
    await laptop.sync();
    expect(await laptop.open(story)).toMatchObject({ refused: null, summary: { state: 'draft' } });
    await editor.close();
  });
});

describe('news', () => {
  it('comes by a poke, without asking and without waiting for the next poll', async () => {
    // A clock without long waits: no poll ever comes.
    const after: Clock['after'] = (milliseconds, run) =>
      milliseconds > 2_000 ? () => undefined : systemClock.after(milliseconds, run);
    const listener = openLaptop({ live: true, clock: { ...systemClock, after } });
    await listener.signIn('zainal', newsroom.server.url);
    const came = new Promise<void>((resolve) => {
      listener.core.onEvent(({ event }) => {
        if (event === 'story.changed') resolve();
      });
    });
    const story = await laptop.write('Kilat', 'Paragraf.');
    await laptop.sync();
    await came;
    await listener.sync();
    expect(bodyText(await listener.open(story))).toBe('Paragraf.');
    await listener.close();
  });

  it('of a server that forgot without saying so stops the laptop, rather than mix two histories', async () => {
    await laptop.write('Judul', 'Paragraf.');
    await laptop.sync();
    laptop.link.fault = async (request, next) => {
      const response = await next();
      if (!request.url.includes('/v1/events')) return response;
      const page = JSON.parse(Buffer.from(response.body).toString('utf8')) as object;
      return answer(200, JSON.stringify({ ...page, events: [], next: 1, head: 1 }));
    };
    expect(await laptop.sync()).toMatchObject({ state: 'offline', problem: 'server-behind' });
    laptop.link.fault = null;
    expect(await laptop.sync()).toMatchObject({ state: 'idle', problem: null });
  });
});

describe('a server that was restored from a backup', () => {
  it('gets everything again that was made on this laptop since', async () => {
    const old = await laptop.write('Sudah di cadangan', 'Paragraf lama.');
    await laptop.sync();
    const backup = await backUp(newsroom);
    const story = await laptop.write('Sesudah cadangan', 'Paragraf satu.');
    await laptop.sync();
    await laptop.edit(story, (view) => rewritten(view, 0, 'Paragraf dua.'));
    await laptop.edit(old, (view) => rewritten(view, 0, 'Paragraf baru.'));
    await laptop.call('story.submit', { story: old });
    await laptop.sync();
    const restored = await restore(newsroom, backup);
    await laptop.sync();
    expect(await laptop.sync()).toMatchObject({ state: 'idle', pending: 0, setAside: 0 });
    expect((await laptop.open(story)).summary).toMatchObject({ unsent: false, state: 'draft' });
    // The hand-in was lost with the server's memory: the story is a draft again, with every word.
    expect((await laptop.open(old)).summary).toMatchObject({ unsent: false, state: 'draft' });
    const other = openLaptop();
    await other.signIn('zainal', restored.url);
    expect(bodyText(await other.open(story))).toBe('Paragraf dua.');
    expect(bodyText(await other.open(old))).toBe('Paragraf baru.');
    await other.close();
    await restored.close();
  });
});
