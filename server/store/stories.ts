import { sql } from 'kysely';
import { publicationsIn, publicOf } from './publications.ts';
import { firstRow, run, type Db } from './rows.ts';
import { sealsIn } from './seals.ts';
import type { StoriesRepository, StoryRow } from './store.ts';

/** @param siteUrl where the public pages are */
export function storiesIn(db: Db, siteUrl: () => string): StoriesRepository {
  const get = (id: string) =>
    firstRow(
      db,
      sql<StoryRow>`
        select id, desk, created_by as "createdBy", created_at as "createdAt", state, head, submitted, seal, reason,
          updated_at as "updatedAt"
        from story where id = ${id}`,
    );
  return {
    get,
    add: async (story) => {
      await run(
        db,
        sql`insert into story (id, desk, created_by, created_at, state, head, submitted, seal, reason, updated_at)
            values (${story.id}, ${story.desk}, ${story.createdBy}, ${story.createdAt}, ${story.state},
              ${story.head}, ${story.submitted}, ${story.seal}, ${story.reason}, ${story.updatedAt})`,
      );
    },
    update: async (story) => {
      await run(
        db,
        sql`update story set state = ${story.state}, head = ${story.head}, submitted = ${story.submitted},
              seal = ${story.seal}, reason = ${story.reason}, updated_at = ${story.updatedAt}
            where id = ${story.id}`,
      );
    },
    record: async (id) => {
      const story = await get(id);
      if (story === undefined) throw new Error(`story ${id} is not here`);
      const seal = story.seal === null ? undefined : await sealsIn(db).get(story.seal);
      const publications = await publicationsIn(db, siteUrl).ofStory(id);
      return { ...story, seal: seal ?? null, publications: publications.map(publicOf) };
    },
  };
}
