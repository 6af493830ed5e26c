import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoryRecord } from '#shared/contract/http.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import { verifyAudit } from '../verify-audit.ts';
import { openTestNewsroom, type TestNewsroom } from '../testing/newsroom-kit.ts';
import { give, orderFor, storyAt, type Desk } from '../testing/story-kit.ts';
import type { ReadPage } from './built-in/read-page.ts';
import { readPageByHttp } from './built-in/read-page.ts';

/** What stands between the server and its own page; each test says how it behaves. */
let network: ReadPage;
let room: TestNewsroom;
const readPage: ReadPage = (url) => network(url);
beforeEach(async () => {
  network = readPageByHttp;
  room = await openTestNewsroom({ readPage });
});
afterEach(() => room.end());

async function desk(): Promise<Desk> {
  return {
    writer: await room.signIn('laili'),
    editor: await room.signIn('zainal'),
    publisher: await room.signIn('putri'),
  };
}

async function publication(story: StoryId): Promise<StoryRecord['publications'][number]> {
  const { publications } = await room.server.store.read((records) => records.stories.record(story));
  const [first] = publications;
  if (first === undefined) throw new Error('nothing was published');
  return first;
}

async function eventStates(story: StoryId): Promise<readonly string[]> {
  const events = await room.server.store.read((records) => records.events.after(0, 1_000));
  return events.flatMap((event) =>
    event.kind === 'story' && event.story.id === story
      ? event.story.publications.map(({ state }) => state)
      : [],
  );
}

describe('the built-in outlet', () => {
  it('tells of every state: queued, sending, accepted, seen live', async () => {
    const at = await storyAt('approved', await desk());
    await give(await room.signIn('putri'), orderFor('publish', at));
    await room.server.settleOutlets();
    expect(await eventStates(at.story)).toEqual(['queued', 'sending', 'accepted', 'seen-live']);
  });

  it('a page with one changed word stays "accepted", with the proof of what differs, and is an alarm', async () => {
    network = async (url) =>
      (await readPageByHttp(url))?.replace('Isi berita: satu.', 'Isi berita: dua.') ?? null;
    const at = await storyAt('approved', await desk());
    await give(await room.signIn('putri'), orderFor('publish', at));
    await room.server.settleOutlets();
    const { state, proof } = await publication(at.story);
    expect(state).toBe('accepted');
    expect(proof?.equal).toBe(false);
    const differing = proof?.fields.filter(({ equal }) => !equal) ?? [];
    expect(JSON.stringify(differing)).toContain('Isi berita: dua.');
  });

  it('a page that can’t be reached is asked for again, after a restart too, and nothing is published twice', async () => {
    network = async () => null;
    const at = await storyAt('approved', await desk());
    await give(await room.signIn('putri'), orderFor('publish', at));
    await room.server.settleOutlets();
    expect(await publication(at.story)).toMatchObject({ state: 'accepted', proof: null });
    network = readPageByHttp;
    room = await room.restart({ readPage });
    await room.server.settleOutlets();
    expect(await publication(at.story)).toMatchObject({
      state: 'seen-live',
      proof: { equal: true },
    });
    expect(room.dump()['publication']).toHaveLength(1);
  });

  it.each(['queued', 'sending', 'accepted'] as const)(
    'a server that fell while a publication was "%s" finishes it at its next start',
    async (fell) => {
      const at = await storyAt('approved', await desk());
      // The command is committed, and the outlet's worker stopped before or after each of its steps.
      const steps = { queued: 0, sending: 1, accepted: 2 }[fell];
      let left = steps;
      const { store } = room.server;
      const write: typeof store.write = (work) => original(work);
      const original = store.write.bind(store);
      await give(await room.signIn('putri'), orderFor('publish', at));
      Object.assign(store, {
        write: (work: Parameters<typeof write>[0]) => {
          left -= 1;
          if (left < 0) return Promise.reject(new Error('the power went'));
          return write(work);
        },
      });
      await room.server.settleOutlets();
      room = await room.restart({ readPage });
      await room.server.settleOutlets();
      expect(await publication(at.story)).toMatchObject({
        state: 'seen-live',
        proof: { equal: true },
      });
      expect(await eventStates(at.story)).toEqual(['queued', 'sending', 'accepted', 'seen-live']);
      expect(await verifyAudit(room.server.store)).toMatchObject({ whole: true });
    },
  );

  it('a story that was withdrawn while its page was read stays withdrawn', async () => {
    const people = await desk();
    const at = await storyAt('approved', people);
    let withdrawn = false;
    network = async (url) => {
      const html = await readPageByHttp(url);
      if (!withdrawn) {
        withdrawn = true;
        await give(people.publisher, orderFor('withdraw', { ...at, state: 'published' }));
      }
      return html;
    };
    await give(people.publisher, orderFor('publish', at));
    await room.server.settleOutlets();
    expect(withdrawn).toBe(true);
    expect(await publication(at.story)).toMatchObject({ state: 'withdrawn', proof: null });
  });
});
