/** The workflow's conditions, each worked out from the store. */
import type { Command } from '#shared/contract/http.ts';
import { CONDITIONS, type Condition } from '#shared/domain/workflow.ts';
import { isFresh, type Session } from '../sessions.ts';
import type { Repositories, StoryRow } from '../store/store.ts';
import { articleOf } from './articles.ts';
import { isOwnStory, writesStory } from './rights.ts';

interface Question {
  readonly records: Repositories;
  readonly session: Session;
  readonly story: StoryRow;
  readonly command: Command;
  readonly now: Date;
}

const HOLDS = {
  'own-story': ({ records, session, story }) => writesStory(records, session.person, story),
  'not-own-story': async ({ records, session, story, command }) => {
    const named = 'version' in command ? await records.versions.get(command.version) : undefined;
    const article = named === undefined ? undefined : await articleOf(records, named);
    return !isOwnStory(session.person, story, article);
  },
  'has-reason': async ({ command }) => 'reason' in command && command.reason.trim() !== '',
  'fresh-sign-in': async ({ session, now }) => isFresh(session, now),
  sealed: async ({ records, story, command }) => {
    const seal = story.seal === null ? undefined : await records.seals.get(story.seal);
    return seal !== undefined && 'content' in command && seal.content === command.content;
  },
} as const satisfies Record<Condition, (question: Question) => Promise<boolean>>;

export async function conditionsHeld(question: Question): Promise<ReadonlySet<Condition>> {
  const held = new Set<Condition>();
  for (const condition of CONDITIONS) if (await HOLDS[condition](question)) held.add(condition);
  return held;
}
