import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestNewsroom, type TestNewsroom } from '#server/testing/newsroom-kit.ts';
import { backUp, restore } from '../fakes/backup.ts';
import { openLaptop, type TestLaptop } from '../fakes/laptops.ts';

let newsroom: TestNewsroom;
let reporter: TestLaptop;
let editor: TestLaptop;

beforeEach(async () => {
  newsroom = await openTestNewsroom();
  reporter = openLaptop();
  editor = openLaptop();
  await reporter.signIn('laili', newsroom.server.url);
  await editor.signIn('zainal', newsroom.server.url);
});

afterEach(async () => {
  await reporter.close();
  await editor.close();
  await newsroom.end();
});

const put = (laptop: TestLaptop, word: string, listed = true) =>
  laptop.call('words.put', { language: 'id', word, listed });
async function wordsOn(laptop: TestLaptop): Promise<string[]> {
  const { words } = await laptop.call('words.list', {});
  return words.map(({ word, unsent }) => (unsent ? `${word}*` : word));
}

describe('a word for the newsroom’s list', () => {
  it('holds offline at once, survives a restart, and arrives on every laptop', async () => {
    reporter.link.down = true;
    await put(reporter, 'Prokopim');
    expect(await wordsOn(reporter)).toEqual(['Prokopim*']);
    reporter = await reporter.restart();
    expect(await wordsOn(reporter)).toEqual(['Prokopim*']);

    reporter.link.down = false;
    expect(await reporter.sync()).toMatchObject({ pending: 0, setAside: 0 });
    expect(await wordsOn(reporter)).toEqual(['Prokopim']);
    await editor.sync();
    expect(await wordsOn(editor)).toEqual(['Prokopim']);
    expect(editor.news).toContainEqual({ event: 'words.changed', payload: {} });
  });

  it('is one wish however often its answer is lost, and a colleague’s later word stands', async () => {
    let answers = 0;
    reporter.link.fault = async (request, next) => {
      const answer = await next();
      if (!request.url.endsWith('/v1/words')) return answer;
      answers += 1;
      if (answers === 1) throw new Error('the answer is lost');
      return answer;
    };
    await put(reporter, 'Hamenang');
    await reporter.sync();
    await editor.sync();
    await put(editor, 'Hamenang', false);
    await editor.sync();
    await reporter.sync();
    await reporter.sync();
    expect(answers).toBeGreaterThan(1);
    expect(await wordsOn(reporter)).toEqual([]);
    expect(await wordsOn(editor)).toEqual([]);
  });

  it('ends the same on both when they wish against each other', async () => {
    await put(reporter, 'Setda');
    await reporter.sync();
    await editor.sync();
    reporter.link.down = true;
    editor.link.down = true;
    await put(reporter, 'Setda', false);
    await put(reporter, 'Setda');
    await put(editor, 'Setda', false);
    // What one has just done holds here, whatever waits.
    expect(await wordsOn(reporter)).toEqual(['Setda*']);
    expect(await wordsOn(editor)).toEqual([]);
    reporter.link.down = false;
    await reporter.sync();
    editor.link.down = false;
    await editor.sync();
    await reporter.sync();
    expect(await wordsOn(reporter)).toEqual([]);
    expect(await wordsOn(editor)).toEqual([]);
  });

  it('is refused here already to whoever may not, and needs somebody who signed in', async () => {
    await put(editor, 'Ismoyo');
    await editor.sync();
    await reporter.sync();
    await expect(put(reporter, 'Ismoyo', false)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await reporter.call('session.signOut', {});
    await expect(put(reporter, 'Klaten')).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });

  it('that the server refuses stands aside alone and leaves the list; the rest goes', async () => {
    reporter.link.fault = async (request, next) => {
      if (!String(request.body).includes('Terlarang')) return next();
      const error = { code: 'FORBIDDEN', message: 'no', traceId: 't' };
      return { status: 403, headers: {}, body: Buffer.from(JSON.stringify(error)) };
    };
    await put(reporter, 'Terlarang');
    await put(reporter, 'Boleh');
    expect(await reporter.sync()).toMatchObject({ pending: 0, setAside: 1 });
    expect(await wordsOn(reporter)).toEqual(['Boleh']);
  });

  it('comes back to a restored server that has lost it', async () => {
    const backup = await backUp(newsroom);
    await put(reporter, 'Kemalang');
    await reporter.sync();
    const restored = await restore(newsroom, backup);
    // A round that was under way may have begun before the server had the word again.
    for (const laptop of [reporter, editor, reporter, editor]) await laptop.sync();
    expect(await wordsOn(reporter)).toEqual(['Kemalang']);
    expect(await wordsOn(editor)).toEqual(['Kemalang']);
    await restored.close();
  });
});
