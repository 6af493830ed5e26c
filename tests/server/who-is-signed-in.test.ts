/** Who sits at a laptop: logins that end, colleagues who share one, and whose text is whose. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpResponse } from '#core/sync/http.ts';
import { deactivate } from '#server/admin.ts';
import { openTestNewsroom, type TestNewsroom } from '#server/testing/newsroom-kit.ts';
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

describe('a login that ended', () => {
  it('pauses sending in the middle, lets the person write on, and signing in again sends everything', async () => {
    const story = await laptop.write('Judul', 'Paragraf.');
    laptop.link.fault = async (request, next) => {
      if (request.url.endsWith('/v1/versions')) {
        return answer(
          401,
          JSON.stringify({ code: 'SIGN_IN_REQUIRED', message: 'expired', traceId: 't' }),
        );
      }
      return next();
    };
    expect(await laptop.sync()).toMatchObject({ state: 'paused', pending: 1, setAside: 0 });
    expect(await laptop.call('session.get', {})).toMatchObject({
      signedIn: false,
      person: { username: 'laili' },
    });
    laptop.link.fault = null;
    await laptop.edit(story, (view) => rewritten(view, 0, 'Paragraf, ditulis tanpa masuk.'));
    await laptop.call('story.submit', { story });
    await laptop.signIn('laili', newsroom.server.url);
    expect(await laptop.call('sync.get', {})).toMatchObject({ state: 'idle', pending: 0 });
    expect(await laptop.open(story)).toMatchObject({ summary: { state: 'submitted' } });
  });

  it('of a deactivated person sends nothing more, and keeps their text', async () => {
    const story = await laptop.write('Judul', 'Paragraf.');
    await deactivate(newsroom.server.newsroom, newsroom.staff.laili.id);
    expect(await laptop.sync()).toMatchObject({ state: 'paused', pending: 2 });
    expect(bodyText(await laptop.open(story))).toBe('Paragraf.');
  });

  it('another person may sit down: the first one’s text waits for them and goes under their name', async () => {
    laptop.link.down = true;
    const story = await laptop.write('Punya Laili', 'Paragraf Laili.');
    laptop.link.down = false;
    laptop.link.fault = async (request, next) =>
      request.url.endsWith('/v1/stories') ? Promise.reject(new Error('down')) : next();
    await laptop.signIn('sri', newsroom.server.url);
    laptop.link.fault = null;
    const own = await laptop.write('Punya Sri', 'Paragraf Sri.');
    expect(await laptop.sync()).toMatchObject({ pending: 2, setAside: 0 });
    expect((await laptop.open(own)).summary.unsent).toBe(false);
    expect((await laptop.open(story)).summary.unsent).toBe(true);
    await laptop.signIn('laili', newsroom.server.url);
    expect(await laptop.call('sync.get', {})).toMatchObject({ pending: 0 });
    const { versions } = await laptop.call('story.history', { story });
    expect(versions.map(({ person }) => person)).toEqual(['Laili Lengkap']);
  });
});

describe('a laptop that two people share', () => {
  it('merges nobody’s text in a colleague’s name: it waits, and its writer merges it', async () => {
    const story = await laptop.write('Judul', 'Satu.', 'Dua.');
    await laptop.sync();
    laptop.link.down = true;
    await laptop.edit(story, (view) => rewritten(view, 0, 'Satu, dari Laili.'));
    const editor = openLaptop();
    await editor.signIn('zainal', newsroom.server.url);
    await editor.edit(story, (view) => rewritten(view, 1, 'Dua, dari Zainal.'));
    await editor.sync();
    laptop.link.down = false;
    // Sri signs in before Laili's text could be sent.
    await laptop.signIn('sri', newsroom.server.url);
    expect(bodyText(await laptop.open(story))).toBe('Satu, dari Laili.\nDua.');
    expect((await laptop.open(story)).summary.unsent).toBe(true);
    await laptop.signIn('laili', newsroom.server.url);
    expect(bodyText(await laptop.open(story))).toBe('Satu, dari Laili.\nDua, dari Zainal.');
    const { versions } = await laptop.call('story.history', { story });
    expect(new Set(versions.map(({ person }) => person))).toEqual(
      new Set(['Laili Lengkap', 'Zainal Lengkap']),
    );
    expect(await laptop.call('sync.get', {})).toMatchObject({ pending: 0, setAside: 0 });
    await editor.close();
  });

  it('shows nothing after a sign-out, and everything to the next who signs in', async () => {
    const story = await laptop.write('Judul', 'Paragraf.');
    expect(await laptop.call('session.signOut', {})).toMatchObject({
      person: null,
      signedIn: false,
    });
    await expect(laptop.open(story)).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    await expect(laptop.call('stories.list', { view: 'all' })).rejects.toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
    await laptop.signIn('laili', newsroom.server.url);
    expect(bodyText(await laptop.open(story))).toBe('Paragraf.');
  });
});
