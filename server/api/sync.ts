/** What laptops pull and push: events, objects, stories, versions, words. */
import type { Newsroom } from '../newsroom/newsroom.ts';
import { putObjects } from '../newsroom/put-objects.ts';
import { putStory } from '../newsroom/put-story.ts';
import { putWord } from '../newsroom/put-word.ts';
import { takeVersions } from '../newsroom/take-versions.ts';
import type { ApiHandlers } from './adapter.ts';

/** One answer with objects stays below this many characters; the rest is asked for again. */
const ANSWER_CHARACTERS = 32_000_000;

export function syncRoutes(
  newsroom: Newsroom,
): Pick<
  ApiHandlers,
  'events' | 'missingObjects' | 'putObjects' | 'getObjects' | 'putStory' | 'putVersions' | 'putWord'
> {
  const { store } = newsroom;
  return {
    events: ({ input: { after, limit } }) =>
      store.read(async (records) => {
        const events = await records.events.after(after, limit);
        const row = await records.newsroom.get();
        if (row === undefined) throw new Error('the newsroom is not founded');
        return {
          events: [...events],
          next: events.at(-1)?.seq ?? after,
          head: row.seq,
          epoch: row.epoch,
        };
      }),
    missingObjects: async ({ input: { hashes } }) => ({
      missing: [...(await store.read((records) => records.objects.missing(hashes)))],
    }),
    putObjects: async ({ input: { objects } }) => ({
      stored: await putObjects(newsroom, objects),
    }),
    getObjects: async ({ input: { hashes } }) => {
      const found = await store.read((records) => records.objects.get(hashes));
      let room = ANSWER_CHARACTERS;
      const objects = [...found].flatMap(([hash, json]) => {
        room -= json.length;
        return room < 0 ? [] : [{ hash, json }];
      });
      return { objects };
    },
    putStory: async ({ input, session }) => ({ story: await putStory(newsroom, session, input) }),
    putVersions: ({ input: { versions }, session }) => takeVersions(newsroom, session, versions),
    putWord: async ({ input, session }) => ({ word: await putWord(newsroom, session, input) }),
  };
}
