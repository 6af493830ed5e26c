/** The stories that the core in memory begins with, each somewhere on its way. */
import type { StorySummary } from '#shared/contract/core.ts';
import type { Article } from '#shared/domain/article.ts';
import { newId, type StoryId, type VersionId } from '#shared/domain/ids.ts';
import type { Person } from '#shared/domain/roles.ts';
import { contentHash } from '#shared/domain/version.ts';
import type { StoryState } from '#shared/domain/workflow.ts';
import { demoArticle, NEWSROOM, type COURSES } from './newsroom.ts';

export interface Stored {
  readonly id: StoryId;
  readonly writer: Person;
  readonly desk: StorySummary['desk'];
  article: Article;
  state: StoryState;
  updatedAt: number;
  revision: number;
  unsent: boolean;
  reason: string;
  sealed: Article | null;
  published: Article | null;
  editing: string | null;
  versions: {
    readonly id: VersionId;
    readonly article: Article;
    readonly at: number;
    readonly reason: 'pause' | 'submit' | 'seal' | 'leave';
  }[];
}

const HOUR = 3_600_000;
const SEALED: ReadonlySet<StoryState> = new Set(['approved', 'published', 'updated', 'withdrawn']);
export const OUT: ReadonlySet<StoryState> = new Set(['published', 'updated', 'withdrawn']);

export function storedStories(courses: Readonly<typeof COURSES>): Map<StoryId, Stored> {
  const stories = new Map<StoryId, Stored>();
  for (const course of courses) {
    const article = demoArticle(course);
    const id = newId<StoryId>();
    const at = Date.now() - course.hoursAgo * HOUR;
    const sealed = SEALED.has(course.state) ? article : null;
    stories.set(id, {
      id,
      writer: course.writer,
      desk: NEWSROOM.desks.find((desk) => desk.id === course.desk)?.id ?? NEWSROOM.desks[0]!.id,
      article:
        course.changed === true ? { ...article, deck: `${article.deck} Diperbarui.` } : article,
      state: course.state,
      updatedAt: at,
      revision: 1,
      unsent: course.unsent === true,
      reason: course.reason ?? '',
      sealed,
      published: OUT.has(course.state) ? article : null,
      editing: null,
      versions: (['seal', 'submit', 'leave', 'pause'] as const)
        .slice(sealed === null ? 1 : 0)
        .map((reason, index) => ({
          id: contentHash({ ...article, deck: `${id} ${index}` }) as string as VersionId,
          article,
          at: at - index * HOUR,
          reason,
        })),
    });
  }
  return stories;
}
